"""How long a sign-in goes on. What is asked at each request stands in the session itself, so it costs no query.

A session ends when it lies unused (sooner on a shared computer), after twelve hours, or when somebody ends it from
another device: then its row is gone, and Django finds nobody.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from dinhlang.apps.people import actions
from dinhlang.apps.people.models import Person, RoleKind, SecondFactor, idle
from dinhlang.apps.people.rules import LONGEST
from dinhlang.base import clock

BEGAN, SEEN, SHARED, HAS_SECOND = "began", "seen", "shared", "has_second_step"
BEFORE_ALL = "1970-01-01T00:00:00+00:00"  # a session that no list knows is over
NOTED_EVERY = timedelta(minutes=1)
WITHOUT_SECOND_STEP = {
    "people:turning_on",
    "people:turning_on_by_key",
    "people:passkeys",
    "people:sign_out",
    "set_language",
    "theme",
}
"""What one may open who still has to turn the second step on."""


class KeepsSignIns:
    """Ends what lay unused, notes what is used, and leads to the second step whoever must have one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _end_or_note(request, now=clock.now())
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """Only the way to the second step stays open."""
        match = request.resolver_match
        if match is None or match.view_name in WITHOUT_SECOND_STEP or not _lacks_second_step(request):
            return None
        messages.info(request, _("Tài khoản của bạn phải có xác nhận hai bước. Hãy bật trước khi làm việc tiếp."))
        return redirect("people:turning_on")


def _end_or_note(request: HttpRequest, *, now: datetime) -> None:
    session = request.session
    began, seen = (datetime.fromisoformat(session.get(key, BEFORE_ALL)) for key in (BEGAN, SEEN))
    if now - began >= LONGEST or now - seen >= idle(bool(session.get(SHARED))):
        logout(request)
        messages.info(request, _("Phiên đăng nhập đã hết vì lâu không dùng. Hãy đăng nhập lại."))
    elif now - seen >= NOTED_EVERY:
        session[SEEN] = now.isoformat()
        actions.note_use(session.session_key or "", now=now)


def _lacks_second_step(request: HttpRequest) -> bool:
    if settings.SECOND_FACTOR == "optional" or not request.user.is_authenticated or request.session.get(HAS_SECOND):
        return False
    if not must_have_second_step(request.user):
        return False
    has_it = SecondFactor.objects.filter(person=request.user).exists()
    if has_it:
        request.session[HAS_SECOND] = True
    return not has_it


def must_have_second_step(person: Person) -> bool:
    """Whether the settings of this house ask it of someone with these roles."""
    kinds = {role.kind for role in person.roles_in_force}
    asked = {RoleKind.ADMINISTRATOR} if settings.SECOND_FACTOR == "administrators" else set(RoleKind)
    return settings.SECOND_FACTOR != "optional" and bool(kinds & asked)
