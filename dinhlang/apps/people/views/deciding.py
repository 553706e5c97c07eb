"""What whoever looks after an account does to it for a reason: four pages of one form."""

from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dinhlang.apps.people import access
from dinhlang.apps.people.forms import ReasonForm
from dinhlang.apps.people.models import Person
from dinhlang.base import clock
from dinhlang.look.trying import tried


def decide(
    request: HttpRequest, pk: int, *, template: str, act: Callable[..., Any], said: Callable[[Person, Any], str]
) -> HttpResponse:
    """Ask for the reason, act, and say what was done, of which `said` is told the person and the answer."""
    viewer = cast(Person, request.user)
    person, form = access.account_for(viewer, pk, day=clock.today()), ReasonForm(request.POST or None)
    return tried(
        request,
        form,
        lambda: act(person, reason=form.cleaned_data["reason"], by=viewer, now=clock.now()),
        said=lambda answer: said(person, answer),
        done=reverse("people:detail", args=[person.pk]),
        again=lambda: render(request, template, {"form": form, "person": person}),
    )
