"""The pages of this room."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts


def tried(
    request: HttpRequest,
    form: forms.Form,
    *,
    act: Callable[[], Any],
    said: str,
    done: HttpResponse,
    draft: str,
    again: Callable[[], HttpResponse],
) -> HttpResponseBase:
    """Do it and say so, or show the same page again with what to mend; nothing typed is lost."""
    if form.is_valid():
        try:
            act()
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, said)
            return drafts.done(done, draft)
    return again()
