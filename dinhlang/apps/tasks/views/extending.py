"""A later day on request: asking for it, those that wait for an answer, and the answer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dinhlang.apps.tasks import access, actions, queries
from dinhlang.apps.tasks.forms import ExtensionAnswerForm, ExtensionForm
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of
from dinhlang.base.refusal import Refusal


@guarded(access.may_tell_somewhere)
def asking(request: HttpRequest, pk: int) -> HttpResponse:
    """The body says until when it needs, and why."""
    found = access.assignment_to_tell(request.user, pk)
    form = ExtensionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_extension(
                assignment=found, **form.cleaned_data, by=request.user, now=clock.now(), day=clock.today()
            )
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã gửi. Nơi giao việc sẽ trả lời; đến lúc đó hạn vẫn như cũ."))
            return redirect("tasks:assignment", pk)
    return render(request, "tasks/extension_asking.html", {"assignment": found, "task": found.task, "form": form})


@guarded(access.may_decide_somewhere)
def listing(request: HttpRequest) -> HttpResponse:
    """Who asks for a later day and waits for an answer."""
    page = page_of(request, queries.extensions_to_answer(request.user))
    return render(request, "tasks/extensions.html", {"page": page, "today": clock.today()})


@guarded(access.may_decide_somewhere)
def answering(request: HttpRequest, pk: int) -> HttpResponse:
    """The issuer grants or refuses."""
    found = access.extension_to_answer(request.user, pk)
    form = ExtensionAnswerForm(request.POST or None, initial={"granted": "yes", "day": found.wanted})
    if request.method == "POST" and form.is_valid():
        try:
            _answer(request, found.pk, form)
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã trả lời; đơn vị thấy trong nhật ký phần việc."))
            return redirect("tasks:assignment", found.assignment_id)
    context = {"extension": found, "assignment": found.assignment, "task": found.assignment.task, "form": form}
    return render(request, "tasks/extension_answering.html", context)


def _answer(request: HttpRequest, pk: int, form: ExtensionAnswerForm) -> None:
    said = form.cleaned_data
    if said["granted"] == "yes" and not said["day"]:
        raise actions.CannotExtend(_("Xin ghi gia hạn đến ngày nào."), field="day")
    granted = said["day"] if said["granted"] == "yes" else None
    extension = access.extension_to_answer(request.user, pk)
    actions.answer_extension(
        extension=extension, granted=granted, reason=said["reason"], by=request.user, now=clock.now()
    )
