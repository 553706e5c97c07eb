"""A form of a page is tried: done and told, or the page comes again with what to mend and all that was typed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts


def tried(
    request: HttpRequest,
    form: BaseForm,
    act: Callable[[], Any],
    *,
    done: str,
    again: Callable[[], HttpResponse],
    said: str | Callable[[Any], str] = str,
    draft: str = "",
) -> HttpResponse:
    """Act on what was sent, say what came of it, and go on to `done`; a refusal stands beside its field.

    `said` is the sentence, or makes it of what `act` answered; without it the answer is the sentence itself. A page
    that is only opened, and one with something to mend, is what `again` renders.
    """
    if request.method == "POST" and form.is_valid():
        try:
            answer = act()
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, said if isinstance(said, str) else said(answer))
            gone = redirect(done)
            if draft:
                drafts.done(gone, draft)
            return gone
    return again()
