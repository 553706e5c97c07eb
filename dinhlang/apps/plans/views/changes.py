"""A plan is changed by a later one; a draft receives its number."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dinhlang.apps.plans import access, actions, queries
from dinhlang.apps.plans.forms import ChangingForm, NumberForm
from dinhlang.apps.plans.models import Plan
from dinhlang.apps.plans.views.pages import RESIDENTS_READ, frame_of
from dinhlang.base import clock
from dinhlang.base.guard import anyone, guarded
from dinhlang.base.refusal import Refusal


@guarded(access.may_adopt)
def changing(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Say which later plan amends, replaces or extends this one."""
    one = access.plan_to_change(request.user, pk)
    keys = [plan.pk for plan in queries.may_change_it(one)]
    choices = Plan.objects.filter(pk__in=keys).with_names().latest_first()
    form = ChangingForm(request.POST if request.method == "POST" else None, choices=choices)
    if request.method == "POST" and form.is_valid():
        try:
            change = actions.change_plan(one, **form.cleaned_data, by=request.user, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã ghi. Việc đã giao chỉ thay đổi khi có người quyết định từng điểm."))
            return redirect("plans:difference", change.pk)
    return render(request, "plans/changing.html", {"plan": one, "form": form, "choices": keys})


@anyone(RESIDENTS_READ)
def difference(request: HttpRequest, pk: int) -> HttpResponse:
    """What differs between two versions, for everyone who may read both."""
    change = access.change_for(request.user, pk)
    context = {
        "change": change,
        "plan": change.later,
        "differences": queries.differences_of(change),
        "may_change": access.may_change(request.user, change.later),
        **frame_of(request, change.later),
    }
    return render(request, "plans/difference.html", context)


@guarded(access.may_adopt)
def numbering(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A draft was signed: its number and its day."""
    one = access.plan_to_change(request.user, pk)
    form = NumberForm(request.POST if request.method == "POST" else None, initial={"issued_on": one.issued_on})
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_number(one, **form.cleaned_data, by=request.user, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã ghi số %(number)s.") % {"number": one.number})
            return redirect("plans:plan", one.pk)
    return render(request, "plans/numbering.html", {"plan": one, "form": form})
