"""Public pages are the same for every stranger, so a process may keep one for some seconds and hand it out again.

A page wears `kept`; the middleware stands before sessions and never keeps anything for a person who has one.
"""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language_from_request

KEPT_HEADERS = (
    "Content-Type",
    "Content-Encoding",
    "Content-Language",
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "ETag",
    "Referrer-Policy",
    "Vary",
    "X-Content-Type-Options",
    "X-Frame-Options",
)


def kept(page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The page shows the same to every stranger and may be kept."""

    @wraps(page)
    def kept_page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = page(request, *args, **kwargs)
        response.may_be_kept = response.status_code == 200  # type: ignore[attr-defined]
        return response

    return kept_page


class KeptPages:
    """Hands out a kept page to strangers, without a session, a query or a template."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.PORTAL_SECONDS or not _is_a_stranger_reading(request):
            return self.get_response(request)
        key = _key(request)
        page = caches["pages"].get(key)
        if page is not None:
            content, headers = page
            return HttpResponse(content, headers=headers)
        response = self.get_response(request)
        if getattr(response, "may_be_kept", False) and not response.cookies:
            headers = {name: response[name] for name in KEPT_HEADERS if name in response}
            caches["pages"].set(key, (response.content, headers), settings.PORTAL_SECONDS)
        return response


def _is_a_stranger_reading(request: HttpRequest) -> bool:
    return request.method == "GET" and settings.SESSION_COOKIE_NAME not in request.COOKIES


def _key(request: HttpRequest) -> str:
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    theme = request.COOKIES.get("theme", "")
    parts = (request.get_host(), get_language_from_request(request), theme, str(packed), request.get_full_path())
    return "kept:" + sha256("\n".join(parts).encode()).hexdigest()
