"""Each request has a number, is timed, counted by route, and leaves one line in the log that names no person.

The number comes from the proxy (`X-Request-ID`) or is made here; it goes back with the answer and stands on the page of
last resort, so that "it broke at ten past nine" becomes one line of the log.
"""

import logging
import re
import time
from collections.abc import Callable
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from prometheus_client import Counter, Histogram

from dinhlang.base.logs import number_of_request

WELL_FORMED = re.compile(r"[A-Za-z0-9-]{8,64}")
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 10)

took = Histogram("dinhlang_request_seconds", "How long answers take", ["route", "method"], buckets=BUCKETS)
answered = Counter("dinhlang_requests_total", "Answers by route and status", ["route", "method", "status"])
log = logging.getLogger("dinhlang.requests")


class Measured:
    """Outermost of all, so that nothing is answered without it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.headers.get("X-Request-ID", "")
        number = asked if WELL_FORMED.fullmatch(asked) else uuid4().hex
        token = number_of_request.set(number)
        started = time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = number
            _note(request, response, time.perf_counter() - started)
        finally:
            number_of_request.reset(token)
        return response


def _note(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    """By the name of the route: an address could hold what somebody searched for."""
    match = request.resolver_match
    route, method = (match.view_name or "unnamed") if match else "none", _known(request.method)
    took.labels(route, method).observe(seconds)
    answered.labels(route, method, str(response.status_code)).inc()
    facts = {"route": route, "method": method, "status": response.status_code, "ms": round(seconds * 1000, 1)}
    log.info("%(method)s %(route)s %(status)s %(ms)s ms", facts, extra={"facts": facts})


def _known(method: str | None) -> str:
    """A made-up method must not become a new line of figures each time."""
    return method if method in {"GET", "HEAD", "POST"} else "other"
