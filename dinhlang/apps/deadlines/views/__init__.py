"""The pages of this room."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dinhlang.look.trying import tried


def asked(request: HttpRequest, form: Any, act: Any, *, back: str, **texts: Any) -> HttpResponse:
    """One page asks for one thing; `act` answers with the sentence to say."""
    context = {"form": form, "back": back, **texts}
    return tried(request, form, act, done=back, again=lambda: render(request, "deadlines/asking.html", context))
