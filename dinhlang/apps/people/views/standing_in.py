"""Standing in: someone is named for the days of another's absence, and it ends early."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dinhlang.apps.people import access, actions, queries
from dinhlang.apps.people.forms import ReasonForm, StandInForm
from dinhlang.apps.people.models import Person
from dinhlang.apps.people.rules import Word
from dinhlang.base import clock
from dinhlang.base.guard import guarded, signed_in
from dinhlang.base.refusal import Refusal


@guarded(access.may_manage_people)
def letting_stand_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Someone does what an absent person may, for some days and with a reason."""
    viewer, day = cast(Person, request.user), clock.today()
    absent = access.account_for(viewer, pk, day=day)
    reach = viewer.reach(Word.PEOPLE_MANAGE)
    form = StandInForm(request.POST or None, reach=reach, absent=absent, initial={"begins": day})
    if request.method == "POST" and form.is_valid():
        try:
            actions.let_stand_in(**form.cleaned_data, absent=absent, by=viewer, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            said = _("Đã cử %(person)s thay %(absent)s.")
            messages.success(request, said % {"person": form.cleaned_data["person"], "absent": absent})
            return redirect("people:detail", absent.pk)
    roles = queries.roles_of(absent).not_over(day)  # type: ignore[attr-defined]
    return render(request, "people/letting_stand_in.html", {"form": form, "person": absent, "roles": roles})


@signed_in
def ending_stand_in(request: HttpRequest, pk: int, stand_in_pk: int) -> HttpResponse:
    """From today it holds no more."""
    viewer = cast(Person, request.user)
    stand_in = access.stand_in_for(viewer, pk, stand_in_pk, day=clock.today())
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_stand_in(stand_in, reason=form.cleaned_data["reason"], by=viewer, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Từ nay %(person)s không còn thay nữa.") % {"person": stand_in.person})
            return redirect("people:me") if stand_in.absent == viewer else redirect("people:detail", pk)
    return render(request, "people/ending_stand_in.html", {"form": form, "stand_in": stand_in})
