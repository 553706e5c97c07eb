"""The second step: at the door, on one's own page, and taken off by whoever looks after the account."""

from datetime import datetime, timedelta
from typing import cast

import pyotp
import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from dinhlang.apps.people import access, actions
from dinhlang.apps.people.backend.keeping import HAS_SECOND
from dinhlang.apps.people.forms import CodeForm, OwnIdentityForm, TurnOffForm, TurnOnForm
from dinhlang.apps.people.models import How, Person, SecondFactor
from dinhlang.apps.people.queries import person_on
from dinhlang.apps.people.views.deciding import decide
from dinhlang.base import clock
from dinhlang.base.guard import anyone, guarded, signed_in
from dinhlang.base.pace import address_of
from dinhlang.base.refusal import Refusal
from dinhlang.base.secrets import hide, show
from dinhlang.base.unsent import forgets

PATIENCE = timedelta(minutes=5)
WAITING, LEARNING = "second_step", "second_factor_secret"


def must_pass(person: Person) -> bool:
    """Whether the password alone does not open the door."""
    return SecondFactor.objects.filter(person=person).exists()


def let_in(
    request: HttpRequest, person: Person, *, how: How, onward: str, is_shared: bool = False, passed_both: bool = False
) -> HttpResponse:
    """Through the door, or to the second step in front of it: the only way in, whatever a person showed.

    `passed_both`: an identity server that the settings trust has asked for a second step already.
    """
    if must_pass(person) and not passed_both:
        return _wait_for_code(request, person, is_shared=is_shared, onward=onward)
    return _enter(request, person, how=how, is_shared=is_shared, onward=onward, passed_both=passed_both)


def _enter(
    request: HttpRequest, person: Person, *, how: How, onward: str, is_shared: bool, passed_both: bool
) -> HttpResponse:
    if request.user.is_authenticated:
        logout(request)  # whoever was in before on this device goes, and their sign-in ends
    request.came_by, request.is_shared, request.passed_both = how, is_shared, passed_both  # type: ignore[attr-defined]
    login(request, person)  # gives the session a new key; `listeners` note the three
    return redirect(onward)


def _wait_for_code(request: HttpRequest, person: Person, *, is_shared: bool, onward: str) -> HttpResponse:
    """Remember for five minutes who is at the door. Nobody is signed in yet."""
    logout(request)
    request.session[WAITING] = {
        "person": person.pk,
        "password": person.get_session_auth_hash(),  # a password that was reset meanwhile ends the wait
        "since": clock.now().isoformat(),
        "is_shared": is_shared,
        "onward": onward,
    }
    return redirect("people:second_step")


@anyone("whoever is between the two steps is not yet signed in")
@sensitive_post_parameters("code")
@never_cache
def second_step(request: HttpRequest) -> HttpResponse:
    """The code; only now the person has a session."""
    waiting = request.session.get(WAITING) or {}
    person = _at_the_door(waiting)
    if person is None:
        return redirect(settings.LOGIN_URL)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (how := _passed(request, form, person)):
        request.session.pop(WAITING, None)
        facts = {"is_shared": waiting["is_shared"], "onward": waiting["onward"]}
        return _enter(request, person, how=how, passed_both=True, **facts)
    context: dict[str, object] = {"form": form, "by_code": bool(person.second_factor.secret)}
    if person.passkeys.exists():
        options, asked = actions.ask_for_second(person, host=here(request)["host"], now=clock.now())
        context["passkey"] = {"options": options, "asked": asked}
    return render(request, "people/second_step.html", context)


@anyone("whoever is between the two steps is not yet signed in")
@never_cache
@require_POST
def second_step_by_key(request: HttpRequest) -> HttpResponse:
    """A key instead of the code; the same count of wrong tries."""
    waiting = request.session.get(WAITING) or {}
    person, now = _at_the_door(waiting), clock.now()
    if person is None:
        return redirect(settings.LOGIN_URL)
    shown = {field: request.POST.get(field, "")[:8000] for field in ("answer", "asked")}
    try:
        with actions.trying(actions.second_step_name(person), address_of(request), now=now):
            how = actions.pass_with_key(person, **shown, **here(request), now=now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("people:second_step")
    request.session.pop(WAITING, None)
    facts = {"is_shared": waiting["is_shared"], "onward": waiting["onward"]}
    return _enter(request, person, how=how, passed_both=True, **facts)


def here(request: HttpRequest) -> dict[str, str]:
    """The house as a device with a key knows it: its name without a port, and where its pages come from."""
    host = request.get_host()
    name = host if host.endswith("]") else host.rsplit(":", 1)[0]
    return {"host": name, "origin": f"{request.scheme}://{host}"}


def _at_the_door(waiting: dict) -> Person | None:
    if not waiting or clock.now() - datetime.fromisoformat(waiting["since"]) > PATIENCE:
        return None
    person = person_on(waiting["person"], day=clock.today())
    if person is None or not must_pass(person):  # taken off meanwhile, as for a lost telephone: the password once more
        return None
    return person if constant_time_compare(person.get_session_auth_hash(), waiting["password"]) else None


def _passed(request: HttpRequest, form: CodeForm, person: Person) -> How | None:
    name, now = actions.second_step_name(person), clock.now()
    try:
        with actions.trying(name, address_of(request), now=now, field="code"):
            if how := actions.pass_second_step(person, code=form.cleaned_data["code"], now=now):
                return how
            raise Refusal(_("Mã chưa đúng hoặc đã dùng. Hãy chờ mã mới rồi nhập lại."), field="code")
    except Refusal as refusal:
        refusal.beside(form)
    return None


@forgets
@signed_in
@never_cache
@sensitive_variables("secret", "codes")
def turning_on(request: HttpRequest) -> HttpResponse:
    """A picture for the telephone, a code to prove that it has learnt, then the recovery codes, this once."""
    person = cast(Person, request.user)
    if must_pass(person):
        return redirect("people:turning_off")
    secret = show(request.session.setdefault(LEARNING, hide(pyotp.random_base32())))
    form, now, key = TurnOnForm(request.POST or None), clock.now(), request.session.session_key or ""
    if request.method == "POST" and form.is_valid():
        try:
            with actions.trying(actions.own_name(person), address_of(request), now=now, field="password"):
                codes = actions.turn_on(person, **form.cleaned_data, secret=secret, now=now, keep=key)
        except Refusal as refusal:
            refusal.beside(form)
        else:
            del request.session[LEARNING]
            return render(request, "people/recovery_codes.html", {"codes": codes})
    address = pyotp.TOTP(secret).provisioning_uri(name=person.username, issuer_name="Đình Làng")
    picture = segno.make(address, micro=False).svg_data_uri(scale=5, light="#fff")
    typed = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    context = {"form": form, "picture": picture, "secret": typed, "has_key": person.passkeys.exists()}
    return render(request, "people/turning_on.html", context)


@forgets
@signed_in
@never_cache
@sensitive_post_parameters("password")
@sensitive_variables("codes")
def turning_on_by_key(request: HttpRequest) -> HttpResponse:
    """With the password, for whoever has a key; then the recovery codes, this once."""
    person, form = cast(Person, request.user), OwnIdentityForm(request.POST or None)
    if must_pass(person) or not person.passkeys.exists():
        return redirect("people:turning_off" if must_pass(person) else "people:passkeys")
    now, key = clock.now(), request.session.session_key or ""
    if request.method == "POST" and form.is_valid():
        try:
            with actions.trying(actions.own_name(person), address_of(request), now=now, field="password"):
                codes = actions.turn_on_by_key(person, **form.cleaned_data, now=now, keep=key)
        except Refusal as refusal:
            refusal.beside(form)
        else:
            return render(request, "people/recovery_codes.html", {"codes": codes})
    return render(request, "people/turning_on_by_key.html", {"form": form})


@forgets
@signed_in
@sensitive_post_parameters()
@never_cache
def turning_off(request: HttpRequest) -> HttpResponse:
    """With the password and a code; wrong ones are counted as at the door, else right passwords would forget them."""
    person, form = cast(Person, request.user), TurnOffForm(request.POST or None)
    now, key = clock.now(), request.session.session_key or ""
    if request.method == "POST" and form.is_valid():
        try:
            with actions.trying(actions.second_step_name(person), address_of(request), now=now, field="password"):
                actions.turn_off(person, **form.cleaned_data, now=now, keep=key)
        except Refusal as refusal:
            refusal.beside(form)
        else:
            request.session.pop(HAS_SECOND, None)  # who must have it is led to it again
            messages.success(request, _("Đã tắt xác nhận hai bước."))
            return redirect("people:me")
    return render(request, "people/turning_off.html", {"form": form})


@guarded(access.may_manage_people)
def taking_off(request: HttpRequest, pk: int) -> HttpResponse:
    """For someone who lost their telephone, with a reason."""
    return decide(
        request,
        pk,
        template="people/taking_off.html",
        act=actions.take_off,
        said=lambda person, _none: _("Đã gỡ xác nhận hai bước của %(person)s.") % {"person": person},
    )
