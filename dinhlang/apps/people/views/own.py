"""One's own pages: what I may do, and my password."""

from typing import cast

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from dinhlang.apps.people import access, actions, queries
from dinhlang.apps.people.forms import OwnPasswordForm
from dinhlang.apps.people.models import ROLE_LABELS, WORD_LABELS, Person, Role
from dinhlang.apps.people.rules import ROLES, Word, reaches_over_place
from dinhlang.apps.units import public as units
from dinhlang.base import clock
from dinhlang.base.guard import signed_in
from dinhlang.base.pace import address_of
from dinhlang.base.refusal import Refusal
from dinhlang.base.unsent import forgets


@signed_in
def own_page(request: HttpRequest) -> HttpResponse:
    """My roles with their days, and what each lets me do, where."""
    person = cast(Person, request.user)
    own = [role for role in person.roles_in_force if role.person_id == person.pk]
    roles = [(role, ROLE_LABELS[role.kind], _may_do(role)) for role in own]
    others = [role for role in queries.roles_of(person) if role not in own]
    context = {
        "roles": roles,
        "others": others,
        "may_see_permission": access.may_see_permission(person),
        "lent": [role for role in person.roles_in_force if role.person_id != person.pk],
        "stand_ins": queries.stand_ins_of(person, day=clock.today()),
        "sign_ins": person.sign_ins.open(clock.now()).order_by("-seen_at"),
        "this_key": request.session.session_key,
        "has_server": actions.has_server(),
    }
    return render(request, "people/me.html", context)


@signed_in
@require_POST
def end_sign_in(request: HttpRequest) -> HttpResponse:
    """One of mine on another device, or all of them but this one."""
    person, now, asked = cast(Person, request.user), clock.now(), request.POST.get("which", "")
    if asked == "others":
        ended = actions.end_other_sign_ins(person, keep=request.session.session_key or "", now=now)
        messages.success(request, _("Đã thoát ở %(number)d máy khác.") % {"number": ended})
    elif asked.isdecimal():
        actions.end_sign_in(person, int(asked[:18]), now=now)
        messages.success(request, _("Đã thoát ở máy đó."))
    return redirect("people:me")


def _may_do(role: Role) -> dict[units.Unit, list[object]]:
    """The sentences of what the role allows, by the unit over which they hold."""
    by_unit: dict[units.Unit, list[object]] = {}
    for word in Word:
        if word in ROLES[role.kind].words:
            where = role.place if reaches_over_place(role.kind, word) else role.acting_unit
            by_unit.setdefault(where, []).append(WORD_LABELS[word])
    return by_unit


@forgets
@signed_in
@sensitive_post_parameters()
def own_password(request: HttpRequest) -> HttpResponse:
    """Choose a new password; this session goes on, all others end."""
    person, form = cast(Person, request.user), OwnPasswordForm(request.POST or None)
    now, key = clock.now(), request.session.session_key or ""
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            with actions.trying(actions.own_name(person), address_of(request), now=now, field="old"):
                actions.must_know_password(person, given["old"], field="old")  # a weak new one is no wrong try
            actions.change_own_password(person, old=given["old"], new=given["new"], now=now, keep=key)
        except Refusal as refusal:
            refusal.beside(form)
        else:
            update_session_auth_hash(request, person)
            actions.note_new_key(key, request.session.session_key or "")
            messages.success(request, _("Đã đổi mật khẩu. Các máy khác đang đăng nhập bằng tài khoản này đã bị thoát."))
            return redirect("people:me")
    return render(request, "people/own_password.html", {"form": form})
