"""The pages of this room."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dinhlang.base.refusal import Refusal


def asked(request: HttpRequest, form: Any, act: Any, *, back: str, **texts: Any) -> HttpResponse:
    """Ask, act, and say what came of it; a refusal stands beside its field."""
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, act())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            return redirect(back)
    return render(request, "deadlines/asking.html", {"form": form, "back": back, **texts})
