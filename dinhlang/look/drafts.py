"""Drafts live on the person's device; the server only says when one has been handed in."""

from urllib.parse import quote

from django.http import HttpResponseBase

COOKIE = "draft_done"


def done(response: HttpResponseBase, key: str) -> HttpResponseBase:
    """Tell the browser to forget the draft `key`: it has arrived."""
    response.set_cookie(COOKIE, quote(key), max_age=60, samesite="Lax")
    return response
