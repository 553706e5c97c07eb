"""What this room hears from Django: somebody came in, by whatever way, or went."""

from typing import Any

from django.http import HttpRequest

from dinhlang.apps.people import actions
from dinhlang.apps.people.backend.keeping import BEGAN, HAS_SECOND, SEEN, SHARED
from dinhlang.apps.people.models import How, Person
from dinhlang.apps.people.rules import coarse, device_of
from dinhlang.base import clock
from dinhlang.base.pace import address_of


def note_sign_in(sender: type, *, request: HttpRequest, user: Person, **_: Any) -> None:
    """Into the list of the person; the session itself knows what is asked at each request."""
    now, session = clock.now(), request.session
    how, is_shared = getattr(request, "came_by", How.PASSWORD), bool(getattr(request, "is_shared", False))
    session[BEGAN] = session[SEEN] = now.isoformat()
    if is_shared:
        session[SHARED] = True
        session.set_expiry(0)  # the cookie ends with the browser
    if getattr(request, "passed_both", False):
        session[HAS_SECOND] = True
    actions.note_sign_in(
        user,
        session_key=session.session_key or "",
        now=now,
        how=how,
        is_shared=is_shared,
        device=device_of(request.META.get("HTTP_USER_AGENT", "")),
        address=coarse(address_of(request)),
    )


def note_sign_out(sender: type, *, request: HttpRequest, user: Person | None, **_: Any) -> None:
    """Out of the list of open ones."""
    actions.note_sign_out(request.session.session_key or "", now=clock.now())
