"""Reminding many bodies at once: chosen in the list of parts, looked at, told with words of one's own."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dinhlang.apps.reminders import access, actions
from dinhlang.apps.reminders.forms import RemindingForm
from dinhlang.apps.tasks import public as tasks
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import key_of
from dinhlang.base.refusal import Refusal

MOST = 200


@require_POST
@guarded(access.may_remind_somewhere)
def reminding(request: HttpRequest) -> HttpResponse:
    """First whom it would reach; then, with the words, it is done."""
    person: Any = request.user
    shown = [text.partition(":")[0] for text in request.POST.getlist("shown")]
    keys = [key for text in shown or request.POST.getlist("chosen") if (key := key_of(text)) is not None]
    chosen, back = tasks.chosen_to_decide(person, keys)[:MOST], reverse("tasks:listing") + "?xem=phan"
    if not chosen:
        messages.warning(request, _("Chưa đánh dấu phần việc nào. Xin đánh dấu rồi bấm lại."))
        return redirect(back)
    form = RemindingForm(request.POST if shown else None)
    if shown and form.is_valid():
        try:
            words, now, day = form.cleaned_data["words"], clock.now(), clock.today()
            _say(request, actions.remind_many(chosen=chosen, words=words, by=person, now=now, day=day))
            return redirect(back)
        except Refusal as refusal:
            refusal.beside(form)
    return render(request, "reminders/many.html", {"form": form, "chosen": chosen, "back": back})


def _say(request: HttpRequest, done: actions.Reminded) -> None:
    if done.number:
        said = ngettext("Đã nhắc %(n)s phần việc.", "Đã nhắc %(n)s phần việc.", done.number)
        messages.success(request, said % {"n": done.number})
    for part, why in done.left:
        told = {"task": part.task.title, "unit": part.unit.full_name, "why": why}
        messages.warning(request, _("Không nhắc “%(task)s” của %(unit)s: %(why)s.") % told)
