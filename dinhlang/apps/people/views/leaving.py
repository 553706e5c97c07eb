"""Leaving on a date: looked at with everything that the person still holds, then set, changed or taken back."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dinhlang.apps.people import access, actions, queries
from dinhlang.apps.people.forms import LeavingForm
from dinhlang.apps.people.models import Person
from dinhlang.apps.people.views.deciding import decide
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.refusal import Refusal


@guarded(access.may_manage_people)
def leaving(request: HttpRequest, pk: int) -> HttpResponse:
    """What the person holds and what waits for them; the last day of work and why."""
    viewer, today = cast(Person, request.user), clock.today()
    person = access.account_for(viewer, pk, day=today)
    form = LeavingForm(request.POST or None, initial={"last_day": person.leaves_on})
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_leaving(person, **form.cleaned_data, by=viewer, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            said = _("%(person)s nghỉ việc sau ngày %(day)s; tài khoản tự khóa từ hôm sau.")
            messages.success(request, said % {"person": person, "day": f"{form.cleaned_data['last_day']:%d/%m/%Y}"})
            return redirect("people:detail", person.pk)
    held = queries.held_by(person, day=today)
    return render(request, "people/leaving.html", {"form": form, "person": person, "held": held, "today": today})


@guarded(access.may_manage_people)
def withdrawing_leaving(request: HttpRequest, pk: int) -> HttpResponse:
    """The person stays after all, for a reason."""
    return decide(
        request,
        pk,
        template="people/withdrawing_leaving.html",
        act=actions.withdraw_leaving,
        said=lambda person, _answer: _("%(person)s không nghỉ việc nữa.") % {"person": person},
    )
