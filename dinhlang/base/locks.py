"""Locks that hang on every answer: known methods only, no devices, nothing of a signed-in person left in a browser."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

METHODS = ("GET", "HEAD", "POST")
NOTHING_OF_THE_DEVICE = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
KEEP_NOTHING = "private, no-store"  # at a shared computer the Back button shows nothing after signing out


class Locks:
    """Refuses methods that no page knows, and says what browsers may not do and may not keep."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", NOTHING_OF_THE_DEVICE)
        if settings.SESSION_COOKIE_NAME in request.COOKIES or settings.SESSION_COOKIE_NAME in response.cookies:
            response.headers.setdefault("Cache-Control", KEEP_NOTHING)
        return _without_body(response) if request.method == "HEAD" else response

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """A method that no page knows is refused before anyone asks who comes."""
        return None if request.method in METHODS else HttpResponseNotAllowed(METHODS)


def _without_body(response: HttpResponse) -> HttpResponse:
    """HEAD has the length of GET and nothing else; the web server would drop the rest with a warning each time."""
    if not response.streaming:
        response.content = b""
    return response
