"""Passkeys: one's own on a page of their own, and the way in by one. Without JavaScript the other ways stay."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from dinhlang.apps.people import actions
from dinhlang.apps.people.forms import OwnIdentityForm, PasskeyForm
from dinhlang.apps.people.models import How, Person
from dinhlang.apps.people.queries import person_on
from dinhlang.apps.people.views import door
from dinhlang.apps.people.views.second_factor import here, let_in
from dinhlang.base import clock
from dinhlang.base.guard import anyone, signed_in
from dinhlang.base.pace import address_of
from dinhlang.base.refusal import Refusal
from dinhlang.base.unsent import forgets


@signed_in
@forgets
@never_cache
@sensitive_post_parameters("password")
def passkeys(request: HttpRequest) -> HttpResponse:
    """My keys; another is made with the password."""
    person, form = cast(Person, request.user), PasskeyForm(request.POST or None)
    name, now, key = actions.own_name(person), clock.now(), request.session.session_key or ""
    if request.method == "POST" and form.is_valid():
        try:
            with actions.trying(name, address_of(request), now=now, field="password"):
                actions.add_passkey(person, **form.cleaned_data, **here(request), now=now, keep=key)
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã thêm khóa. Lần sau bạn vào được bằng khóa này, không cần mật khẩu."))
            return redirect("people:passkeys")
    options, asked = actions.ask_for_new(person, host=here(request)["host"], now=now)
    context = {"form": form, "keys": person.passkeys.order_by("made_at"), "options": options, "asked": asked}
    return render(request, "people/passkeys.html", context)


@signed_in
@forgets
@never_cache
@sensitive_post_parameters("password")
def removing_passkey(request: HttpRequest, pk: int) -> HttpResponse:
    """With the password; the key opens nothing any more."""
    person, form = cast(Person, request.user), OwnIdentityForm(request.POST or None)
    key, name, now = person.passkeys.filter(pk=pk).first(), actions.own_name(person), clock.now()
    if key is None:
        return redirect("people:passkeys")
    if request.method == "POST" and form.is_valid():
        try:
            with actions.trying(name, address_of(request), now=now, field="password"):
                actions.remove_passkey(person, pk, password=form.cleaned_data["password"], now=now)
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã bỏ khóa."))
            return redirect("people:passkeys")
    return render(request, "people/removing_passkey.html", {"form": form, "key": key})


@anyone("whoever signs in is not yet signed in")
@never_cache
@require_POST
def coming_by_passkey(request: HttpRequest) -> HttpResponse:
    """Through the same door as with a password; the key alone is both steps."""
    now, address = clock.now(), address_of(request)
    shown = {field: request.POST.get(field, "")[:8000] for field in ("answer", "asked")}
    try:
        with actions.trying(f"passkey {address}", address, now=now):  # each address by itself
            person = person_on(actions.person_with_passkey(**shown, **here(request), now=now), day=clock.today())
            if person is None:
                raise actions.UnknownPasskey
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("people:sign_in")
    is_shared = "shared" in request.POST
    onward = door._onward(request)
    return let_in(request, person, how=How.PASSKEY, onward=onward, is_shared=is_shared, passed_both=True)
