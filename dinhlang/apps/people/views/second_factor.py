"""The second step: at the door, on one's own page, and taken off by whoever looks after the account."""

from datetime import datetime, timedelta
from typing import cast

import pyotp
import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from dinhlang.apps.people import access, actions, backend
from dinhlang.apps.people.forms import CodeForm, ReasonForm, TurnOffForm
from dinhlang.apps.people.models import Person, SecondFactor
from dinhlang.apps.people.queries import person_on
from dinhlang.base import clock
from dinhlang.base.guard import anyone, guarded, signed_in
from dinhlang.base.pace import address_of
from dinhlang.base.refusal import Refusal
from dinhlang.base.secrets import hide, show

PATIENCE = timedelta(minutes=5)
WAITING, LEARNING = "second_step", "second_factor_secret"


def must_pass(person: Person) -> bool:
    """Whether the password alone does not open the door."""
    return SecondFactor.objects.filter(person=person).exists()


def wait_for_code(request: HttpRequest, person: Person, *, onward: str) -> HttpResponse:
    """The password was right: remember for five minutes who is at the door. Nobody is signed in yet."""
    request.session.flush()
    request.session[WAITING] = {
        "person": person.pk,
        "password": person.get_session_auth_hash(),  # a password that was reset meanwhile ends the wait
        "since": clock.now().isoformat(),
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
    if request.method == "POST" and form.is_valid() and _right(request, form, person):
        login(request, person)
        request.session.pop(WAITING, None)
        return redirect(waiting["onward"])
    return render(request, "people/second_step.html", {"form": form})


def _at_the_door(waiting: dict) -> Person | None:
    if not waiting or clock.now() - datetime.fromisoformat(waiting["since"]) > PATIENCE:
        return None
    person = person_on(waiting["person"], day=clock.today())
    return person if person and constant_time_compare(person.get_session_auth_hash(), waiting["password"]) else None


def _right(request: HttpRequest, form: CodeForm, person: Person) -> bool:
    name, address = f"second step {person.pk}", address_of(request)
    if backend.is_guessing(name, address):
        form.add_error("code", _("Đã thử sai nhiều lần. Hãy chờ 15 phút rồi thử lại."))
        return False
    if not actions.pass_second_step(person, code=form.cleaned_data["code"], now=clock.now()):
        backend.count_wrong_try(name, address)
        form.add_error("code", _("Mã chưa đúng hoặc đã dùng. Hãy chờ mã mới rồi nhập lại."))
        return False
    backend.forget_wrong_tries(name, address)
    return True


@signed_in
@never_cache
@sensitive_variables("secret", "codes")
def turning_on(request: HttpRequest) -> HttpResponse:
    """A picture for the telephone, a code to prove that it has learnt, then the recovery codes, this once."""
    person = cast(Person, request.user)
    if must_pass(person):
        return redirect("people:turning_off")
    secret = show(request.session.setdefault(LEARNING, hide(pyotp.random_base32())))
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            codes = actions.turn_on(person, secret=secret, code=form.cleaned_data["code"], now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            del request.session[LEARNING]
            return render(request, "people/recovery_codes.html", {"codes": codes})
    address = pyotp.TOTP(secret).provisioning_uri(name=person.username, issuer_name="Đình Làng")
    picture = segno.make(address, micro=False).svg_data_uri(scale=5, light="#fff")
    typed = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    return render(request, "people/turning_on.html", {"form": form, "picture": picture, "secret": typed})


@signed_in
@sensitive_post_parameters()
@never_cache
def turning_off(request: HttpRequest) -> HttpResponse:
    """With the password and a code."""
    person, form = cast(Person, request.user), TurnOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.turn_off(person, **form.cleaned_data, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã tắt xác nhận hai bước."))
            return redirect("people:me")
    return render(request, "people/turning_off.html", {"form": form})


@guarded(access.may_manage_people)
def taking_off(request: HttpRequest, pk: int) -> HttpResponse:
    """For someone who lost their telephone, with a reason."""
    viewer = cast(Person, request.user)
    person, form = access.account_for(viewer, pk, day=clock.today()), ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_off(person, reason=form.cleaned_data["reason"], by=viewer, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã gỡ xác nhận hai bước của %(person)s.") % {"person": person})
            return redirect("people:detail", person.pk)
    return render(request, "people/taking_off.html", {"form": form, "person": person})
