"""Roles: giving one from a day, ending one on a day."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dinhlang.apps.people import access, actions
from dinhlang.apps.people.forms import EndRoleForm, RoleForm
from dinhlang.apps.people.models import Person
from dinhlang.apps.people.rules import Word
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.refusal import Refusal


@guarded(access.may_manage_people)
def giving(request: HttpRequest, pk: int) -> HttpResponse:
    """One more role, in a unit within reach."""
    viewer = cast(Person, request.user)
    person = access.person_for(viewer, pk)
    reach = viewer.reach(Word.PEOPLE_MANAGE)
    form = RoleForm(request.POST or None, reach=reach, initial={"begins": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_role(person, **form.cleaned_data, by=viewer, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã trao vai trò cho %(person)s.") % {"person": person})
            return redirect("people:detail", person.pk)
    return render(request, "people/giving_role.html", {"form": form, "person": person})


@guarded(access.may_manage_people)
def ending(request: HttpRequest, pk: int, role_pk: int) -> HttpResponse:
    """A role ends on a day, for a reason."""
    viewer = cast(Person, request.user)
    role = access.role_for(viewer, pk, role_pk)
    form = EndRoleForm(request.POST or None, initial={"day": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_role(role, **form.cleaned_data, by=viewer, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã kết thúc vai trò của %(person)s.") % {"person": role.person})
            return redirect("people:detail", pk)
    return render(request, "people/ending_role.html", {"form": form, "role": role})
