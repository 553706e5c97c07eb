"""Handing a desk over: looked at first, done with a second press."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dinhlang.apps.people import access, actions
from dinhlang.apps.people.forms import HandOverForm
from dinhlang.apps.people.models import Person
from dinhlang.apps.people.rules import Word
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.refusal import Refusal


@guarded(access.may_manage_people)
def handing_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Who takes over, from which day and why; then what that would do; then it is done."""
    viewer, today = cast(Person, request.user), clock.today()
    person = access.account_for(viewer, pk, day=today)
    reach = viewer.reach(Word.PEOPLE_MANAGE)
    form = HandOverForm(request.POST or None, reach=reach, leaving=person, initial={"day": today})
    steps: list[actions.Step] = []
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        steps = actions.steps_of(person, successor=given["successor"], day=given["day"])
        if "done" in request.POST or not steps:
            try:
                actions.hand_over(person, **given, by=viewer, now=clock.now())
            except Refusal as refusal:
                refusal.beside(form)
            else:
                said = _("%(successor)s đã nhận bàn giao của %(person)s.")
                messages.success(request, said % {"successor": given["successor"], "person": person})
                return redirect("people:me") if person == viewer else redirect("people:detail", person.pk)
    return render(request, "people/handing_over.html", {"form": form, "person": person, "steps": steps})
