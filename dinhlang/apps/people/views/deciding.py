"""What whoever looks after an account does to it for a reason: four pages of one form."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dinhlang.apps.people import access
from dinhlang.apps.people.forms import ReasonForm
from dinhlang.apps.people.models import Person
from dinhlang.base import clock
from dinhlang.base.refusal import Refusal


def decide(
    request: HttpRequest, pk: int, *, template: str, act: Callable[..., Any], said: Callable[[Person, Any], str]
) -> HttpResponse:
    """Ask for the reason, act, and say what was done, of which `said` is told the person and the answer."""
    viewer = cast(Person, request.user)
    person, form = access.account_for(viewer, pk, day=clock.today()), ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answer = act(person, reason=form.cleaned_data["reason"], by=viewer, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, said(person, answer))
            return redirect("people:detail", person.pk)
    return render(request, template, {"form": form, "person": person})
