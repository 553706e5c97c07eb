"""For whoever looks after an account: ending all its sign-ins, and ending the wait after wrong tries."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dinhlang.apps.people import access, actions
from dinhlang.apps.people.forms import ReasonForm
from dinhlang.apps.people.models import Person
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.refusal import Refusal


@guarded(access.may_manage_people)
def ending_sign_ins(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything somebody is signed in to, with a reason."""
    viewer = cast(Person, request.user)
    person, form = access.account_for(viewer, pk, day=clock.today()), ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            ended = actions.end_sign_ins_of(person, reason=form.cleaned_data["reason"], by=viewer, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            said = _("Đã thoát %(person)s ở %(number)d máy.") % {"person": person, "number": ended}
            messages.success(request, said)
            return redirect("people:detail", person.pk)
    return render(request, "people/ending_sign_ins.html", {"form": form, "person": person})


@guarded(access.may_manage_people)
def ending_wait(request: HttpRequest, pk: int) -> HttpResponse:
    """Someone who mistyped too often may try again at once, with a reason."""
    viewer = cast(Person, request.user)
    person, form = access.account_for(viewer, pk, day=clock.today()), ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.let_try_again(person, reason=form.cleaned_data["reason"], by=viewer, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("%(person)s có thể đăng nhập lại ngay.") % {"person": person})
            return redirect("people:detail", person.pk)
    return render(request, "people/ending_wait.html", {"form": form, "person": person})
