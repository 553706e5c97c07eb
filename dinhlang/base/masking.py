"""What strangers read holds nothing that points at one person (`pure.viet.mask`); officials read the original.

This is the last door, so that a new page cannot forget it. Rooms mask earlier where words leave by another way: the
index of the search, files, names of files.
"""

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from dinhlang.pure.viet import mask

_TAG = re.compile(r"(<!--.*?-->|<(script|style)\b.*?</\2>|<[^>]*>)", re.DOTALL)
_SPOKEN = re.compile(r'(\s(?:content|title|alt|aria-label)=")([^"]*)(")')


def reads_originals(request: HttpRequest) -> bool:
    """Whether whoever asks is an official: signed in, with a role today."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:  # asking a session that is not there would part the caches
        return False
    user: Any = getattr(request, "user", None)
    return bool(user is not None and user.is_authenticated and user.roles_in_force)


def masked_page(html: str) -> str:
    """The page with its words and its spoken attributes masked; addresses, forms and scripts stay as they are."""
    return "".join(_masked_piece(piece) for piece in _pieces(html))


def _pieces(html: str) -> list[str]:
    pieces, at = [], 0
    for tag in _TAG.finditer(html):
        pieces += [html[at : tag.start()], tag.group()]
        at = tag.end()
    return [*pieces, html[at:]]


def _masked_piece(piece: str) -> str:
    if not piece.startswith("<"):
        return mask(piece)
    return _SPOKEN.sub(lambda found: found[1] + mask(found[2]) + found[3], piece)


class MaskedPages:
    """Masks the public pages of everyone who is no official."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if _is_public_page(request, response) and not reads_originals(request):
            _mask(response)
        return response


def _is_public_page(request: HttpRequest, response: HttpResponseBase) -> bool:
    """A page that strangers may open; a person's own page shows their own number."""
    match = request.resolver_match
    guard = getattr(match.func, "guard", "anyone") if match is not None else "anyone"
    return guard.startswith("anyone") and not response.streaming and _is_html(response)


def _is_html(response: HttpResponseBase) -> bool:
    return response.headers.get("Content-Type", "").startswith("text/html")


def _mask(response: Any) -> None:
    html = response.content.decode(response.charset)
    masked = masked_page(html)
    if masked != html:
        response.content = masked.encode(response.charset)
