"""What was typed is not lost when the sign-in ended meanwhile: it comes back, to be sent again after signing in.

It stays in the answer on the person's own screen and is kept nowhere else. A form whose page `forgets` (passwords,
codes) never comes back.
"""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render, resolve_url

from dinhlang.base.ways import is_ours

OWN_FIELDS = {"csrfmiddlewaretoken"}
LONG = 15
"""From so many letters on a value is worth reading again."""


def forgets(page: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """What is typed on this page is secret and never comes back."""
    page.forgets = True  # type: ignore[attr-defined]
    return page


def unsent(request: HttpRequest) -> HttpResponse | None:
    """The page that holds what was typed, where something was, on a page of ours for people who are signed in."""
    fields = _typed(request)
    if not any(value.strip() for _name, value in fields) or not _may_come_back(request):
        return None
    came_from = page_before(request)
    context = {
        "fields": fields,
        "long": [value for _name, value in fields if len(value) > LONG and not _is_a_moment(value)],
        "has_files": bool(request.FILES),
        "address": request.get_full_path(),
        "came_from": came_from,
        "sign_in": door(came_from),
    }
    answer = render(request, "look/unsent.html", context, status=403)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _is_a_moment(value: str) -> bool:
    """A mark of the page itself, such as when it was shown: nobody typed it."""
    try:
        return bool(datetime.fromisoformat(value))
    except ValueError:
        return False


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    if request.method != "POST":
        return []
    return [(name, value) for name, values in request.POST.lists() if name not in OWN_FIELDS for value in values]


def _may_come_back(request: HttpRequest) -> bool:
    """From a page of our own, else another house could lay words into somebody's mouth."""
    match = request.resolver_match
    if match is None or not getattr(match.func, "login_required", True) or getattr(match.func, "forgets", False):
        return False
    came_from = request.headers.get("Origin") or request.headers.get("Referer", "")
    return is_ours(came_from, request)


def page_before(request: HttpRequest) -> str:
    """The address of the page with the form, if it is one of ours."""
    came_from = request.headers.get("Referer", "")
    return came_from if is_ours(came_from, request) else ""


def door(came_from: str) -> str:
    """Where one signs in and then goes on."""
    address = resolve_url(settings.LOGIN_URL)
    return f"{address}?{urlencode({REDIRECT_FIELD_NAME: came_from})}" if came_from else address
