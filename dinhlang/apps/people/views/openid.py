"""Coming in by an identity server: there, back, and the own page on which one links the identity.

Each walk begins with a link, never with a form: browsers let our forms lead only to ourselves (form-action).
"""

import logging
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from dinhlang.apps.people import access, actions
from dinhlang.apps.people.forms import OwnIdentityForm
from dinhlang.apps.people.models import How, Person
from dinhlang.apps.people.queries import person_on
from dinhlang.apps.people.views import door
from dinhlang.apps.people.views.deciding import decide
from dinhlang.apps.people.views.second_factor import let_in
from dinhlang.base import clock
from dinhlang.base.guard import anyone, guarded, signed_in
from dinhlang.base.pace import address_of
from dinhlang.base.refusal import Refusal
from dinhlang.base.unsent import forgets

WALKS, MAY_LINK = "openid_walks", "openid_may_link"
AT_ONCE = 4
"""Walks that one browser may have begun: somebody has two tabs, nobody has twenty."""
PATIENCE = timedelta(minutes=5)
logger = logging.getLogger("dinhlang.openid")


def _must_be_set() -> None:
    if not actions.has_server():
        raise Http404


def _back(request: HttpRequest) -> str:
    """Our address, as the identity server knows it."""
    return request.build_absolute_uri(reverse("people:coming_back"))


@anyone("whoever signs in is not yet signed in")
@never_cache
def going(request: HttpRequest) -> HttpResponse:
    """To the identity server: to sign in, or, from the own page and after the password, to link an identity."""
    _must_be_set()
    linking = _who_links(request)
    if request.user.is_authenticated and linking is None:
        return redirect(door._onward(request))
    now, onward = clock.now(), reverse("people:own_identity") if linking else door._onward(request)
    try:
        walk, there = actions.go(back=_back(request), onward=onward, linking=linking, now=now)
    except actions.CannotComeIn as refusal:
        return _refused(request, refusal, state="", onward=onward)
    begun = list(request.session.get(WALKS, {}).items())[1 - AT_ONCE :]
    request.session[WALKS] = dict([*begun, (walk.state, asdict(walk))])
    return redirect(there)


def _who_links(request: HttpRequest) -> int | None:
    """The signed-in person who has just given the password on the own page."""
    given = request.session.get(MAY_LINK)
    if not given or not request.user.is_authenticated or given["person"] != request.user.pk:
        return None
    return given["person"] if clock.now() - datetime.fromisoformat(given["since"]) <= PATIENCE else None


@anyone("whoever signs in is not yet signed in")
@never_cache
@sensitive_variables()
def coming_back(request: HttpRequest) -> HttpResponse:
    """From the identity server: through the same door as with a password, or to the own page, the identity linked."""
    _must_be_set()
    now, state = clock.now(), request.GET.get("state", "")
    begun = request.session.get(WALKS, {})
    kept = begun.pop(state, None)
    request.session[WALKS] = begun
    walk = actions.Walk(**kept) if kept else None
    try:
        if walk is None:
            raise actions.unknown_walk(state)
        vouched = actions.come_back(walk, request.GET.dict(), back=_back(request), now=now)
        if walk.linking is not None:
            return _linked(request, walk, vouched.subject)
        person = person_on(actions.person_known_as(vouched.subject), day=clock.today())
        if person is None:
            raise actions.CannotComeIn(actions.Why.UNKNOWN)
    except actions.CannotComeIn as refusal:
        return _refused(request, refusal, state=state, onward=walk.onward if walk else "")
    passed_both = vouched.passed_second_step
    answer = let_in(request, person, how=How.OPENID, onward=walk.onward, passed_both=passed_both)
    request.session[door.BY_SERVER] = True
    return answer


def _linked(request: HttpRequest, walk: actions.Walk, subject: str) -> HttpResponse:
    if request.user.pk != walk.linking:
        raise actions.CannotComeIn(actions.Why.STATE)
    request.session.pop(MAY_LINK, None)
    try:
        actions.link(cast(Person, request.user), subject=subject, now=clock.now())
    except actions.CannotLink as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã gắn danh tính. Từ nay bạn vào được bằng danh tính này."))
    return redirect(walk.onward)


def _refused(request: HttpRequest, refusal: actions.CannotComeIn, *, state: str, onward: str) -> HttpResponse:
    """A sentence and the ways that stay open; the record is told, but not by a robot without end."""
    logger.warning("nobody came in by the identity server: %s", refusal.why)
    address = address_of(request)
    name, now = f"openid {address}", clock.now()  # each address by itself
    if state and not actions.begin_try(name, address, now=now):
        actions.count_wrong_begun(address, now=now)
        by = cast(Person, request.user) if request.user.is_authenticated else None
        actions.note_refusal(refusal.why, state=state, by=by, now=now)
    context = {"sentence": str(refusal), "next": onward, "server": actions.name_of_server()}
    return render(request, "people/openid_refused.html", context, status=409)


@anyone("whoever has just signed out is a stranger again")
@never_cache
def left(request: HttpRequest) -> HttpResponse:
    """Signed out here; the link also ends the session at the identity server, if it has a page for that."""
    _must_be_set()
    home = resolve_url(settings.LOGOUT_REDIRECT_URL)
    there = actions.way_out(back=request.build_absolute_uri(home))
    return render(request, "people/left.html", {"there": there, "home": home, "server": actions.name_of_server()})


@forgets
@signed_in
@sensitive_post_parameters()
@never_cache
def own_identity(request: HttpRequest) -> HttpResponse:
    """Which identity opens my account; linking one asks for the password, then leads on by a link."""
    _must_be_set()
    person, form = cast(Person, request.user), OwnIdentityForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _knows_password(request, form, person):
        request.session[MAY_LINK] = {"person": person.pk, "since": clock.now().isoformat()}
        return redirect("people:own_identity")
    context = {
        "form": form,
        "identity": actions.identity_of(person),
        "may_go": _who_links(request) is not None,
        "server": actions.name_of_server(),
    }
    return render(request, "people/own_identity.html", context)


def _knows_password(request: HttpRequest, form: OwnIdentityForm, person: Person) -> bool:
    try:
        with actions.trying(actions.own_name(person), address_of(request), now=clock.now(), field="password"):
            actions.must_know_password(person, form.cleaned_data["password"])
    except Refusal as refusal:
        refusal.beside(form)
        return False
    return True


@forgets
@signed_in
@sensitive_post_parameters()
@never_cache
def unlinking(request: HttpRequest) -> HttpResponse:
    """With the password; from now on only the password opens the door."""
    person, form = cast(Person, request.user), OwnIdentityForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _knows_password(request, form, person):
        try:
            actions.unlink(person, **form.cleaned_data, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã bỏ danh tính. Từ nay bạn vào bằng mật khẩu."))
            return redirect("people:me")
    return render(request, "people/unlinking.html", {"form": form})


@guarded(access.may_manage_people)
def taking_off(request: HttpRequest, pk: int) -> HttpResponse:
    """For someone whose identity must open the account no more, with a reason."""
    return decide(
        request,
        pk,
        template="people/taking_identity_off.html",
        act=actions.take_identity_off,
        said=lambda person, _none: _("Đã gỡ danh tính của %(person)s.") % {"person": person},
    )
