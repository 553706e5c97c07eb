"""A refusal is an answer: a kind sentence that says what is not possible, why, and what to do instead."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, UnreadablePostError
from django.shortcuts import redirect, render

from dinhlang.base.guard import anyone
from dinhlang.base.unsent import door, page_before, unsent
from dinhlang.base.ways import is_ours


class Refusal(Exception):
    """The parent of every `Cannot…`. `field` names the form field that it belongs beside, if one does."""

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field

    def __str__(self) -> str:
        return str(self.sentence)

    def beside(self, form: BaseForm) -> None:
        """Show the refusal in the form, beside its field."""
        form.add_error(self.field if self.field in form.fields else None, str(self))


class RefusalMiddleware:
    """A refusal that no page caught becomes a message on the page the person came from, never a crash."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, UnreadablePostError):  # the line was lost; nobody is there to read a page
            return HttpResponseBadRequest()
        if not isinstance(exception, Refusal):
            return None
        came_from = request.META.get("HTTP_REFERER", "")
        if request.method == "POST" and is_ours(came_from, request):
            messages.error(request, str(exception))
            return redirect(came_from)
        return render(request, "look/refused.html", {"sentence": str(exception)}, status=409)


@anyone("a form that stayed open too long is answered with a sentence")
def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token is old or missing: say how to go on, lose nothing (what was typed comes back).

    Who has been signed out meanwhile is told so, and comes back here through the door.
    """
    if (kept := unsent(request)) is not None:
        return kept
    came_from = page_before(request)
    context = {"came_from": came_from, "sign_in": door(came_from) if _was_signed_out(request) else ""}
    return render(request, "look/stale_form.html", context, status=403)


def _was_signed_out(request: HttpRequest) -> bool:
    """Nobody is signed in, and the form was for people who are."""
    user, match = getattr(request, "user", None), request.resolver_match
    if user is None or user.is_authenticated or match is None:
        return False
    return bool(getattr(match.func, "login_required", True))
