"""What a body hands on inside: given out, told, returned, taken back; the part rolls up from it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dinhlang.apps.files import public as files
from dinhlang.apps.tasks import access, actions, queries
from dinhlang.apps.tasks.forms import ReasonForm, ShareForm, ShareWordForm
from dinhlang.apps.tasks.models import Share, ShareState
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts
from dinhlang.look.trying import tried

MOST_CHOICES = 300


@guarded(access.may_tell_somewhere)
def shares(request: HttpRequest, pk: int) -> HttpResponseBase:
    """To whom inside; a form to give more."""
    part = access.assignment_to_tell(request.user, pk)
    bodies = list(queries.units_inside(part.unit)[:MOST_CHOICES])
    persons = list(queries.people_inside(part.unit, day=clock.today())[:MOST_CHOICES])
    form = ShareForm(request.POST or None, bodies=bodies, persons=persons, initial={"due": part.due})
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.share_out(assignment=part, **form.facts(), by=request.user, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            said = ngettext("Đã giao cho %(n)s nơi bên trong.", "Đã giao cho %(n)s nơi bên trong.", len(made))
            messages.success(request, said % {"n": len(made)})
            return drafts.done(redirect("tasks:assignment", pk), f"shares-{pk}")
    return render(request, "tasks/shares.html", {"assignment": part, "task": part.task, "form": form})


@require_POST
@guarded(access.may_tell_somewhere)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The issuer may look inside, or no longer."""
    part = access.assignment_to_tell(request.user, pk)
    is_shown = request.POST.get("shown") == "1"
    actions.show_inside(assignment=part, is_shown=is_shown, by=request.user, now=clock.now())
    said = _("Nơi giao việc xem được phần bên trong.") if is_shown else _("Nơi giao việc không xem phần bên trong nữa.")
    messages.success(request, said)
    return redirect("tasks:assignment", pk)


@guarded(access.may_look)
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """One share: what was told, and what can be done."""
    return _page(request, access.share_for(request.user, pk))


def _page(request: HttpRequest, found: Share, **forms: Any) -> HttpResponse:
    gives = access.may_progress(request.user, found.assignment)
    is_standing = found.state != ShareState.WITHDRAWN
    context = {
        "share": found,
        "today": clock.today(),
        "assignment": found.assignment,
        "task": found.assignment.task,
        "said": queries.said_of_share(found),
        "may_tell": access.may_do_share(request.user, found) and is_standing,
        "may_return": gives and found.state == ShareState.IN,
        "may_withdraw": gives and is_standing,
        "reads_part": access.may_read_assignment(request.user, found.assignment),
        "form": ShareWordForm(),
        "return_form": ReasonForm(auto_id="return_%s"),
        "withdraw_form": ReasonForm(auto_id="withdraw_%s"),
        **forms,
    }
    return render(request, "tasks/share.html", context)


@require_POST
@guarded(access.may_look)
def tell(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Whoever has it tells, or hands it in."""
    found = access.share_to_do(request.user, pk)
    form = ShareWordForm(request.POST, request.FILES)
    finished = "finished" in request.POST

    def act() -> None:
        facts = {"words": form.cleaned_data["words"], "uploads": form.cleaned_data["uploads"], "finished": finished}
        actions.tell_share(share=found, **facts, by=request.user, now=clock.now())

    return _tried(request, found, form, name="form", act=act, said=_("Đã nộp.") if finished else _("Đã ghi tiến độ."))


@require_POST
@guarded(access.may_tell_somewhere)
def send_back(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Something is missing."""
    found = access.share_to_decide(request.user, pk)
    form = ReasonForm(request.POST, auto_id="return_%s")

    def act() -> None:
        actions.return_share(share=found, reason=form.cleaned_data["reason"], by=request.user, now=clock.now())

    return _tried(request, found, form, name="return_form", act=act, said=_("Đã trả lại, kèm lý do."))


@require_POST
@guarded(access.may_tell_somewhere)
def withdraw(request: HttpRequest, pk: int) -> HttpResponseBase:
    """It is nobody's any more."""
    found = access.share_to_decide(request.user, pk)
    form = ReasonForm(request.POST, auto_id="withdraw_%s")

    def act() -> None:
        actions.withdraw_share(share=found, reason=form.cleaned_data["reason"], by=request.user, now=clock.now())

    return _tried(request, found, form, name="withdraw_form", act=act, said=_("Đã rút phần này."))


def _tried(
    request: HttpRequest, found: Share, form: forms.Form, *, name: str, act: Callable[[], None], said: str
) -> HttpResponseBase:
    def again() -> HttpResponse:
        found.refresh_from_db()  # somebody may have been quicker
        return _page(request, found, **{name: form})

    there, draft = reverse("tasks:share", args=[found.pk]), f"{name}-share-{found.pk}"
    return tried(request, form, act, said=said, done=there, draft=draft, again=again)


@guarded(access.may_look)
def file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A file beside what was told; only for those who read it."""
    return files.serve(access.share_file_for(request.user, pk).file, request=request)
