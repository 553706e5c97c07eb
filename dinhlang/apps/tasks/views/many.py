"""Many parts at once: chosen in the list, looked at, then done; what was left out is named."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import access, actions, queries
from dinhlang.apps.tasks.forms import ReassignForm
from dinhlang.apps.tasks.models import Assignment
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import key_of
from dinhlang.base.refusal import Refusal

MOST = 200


@require_POST
@guarded(access.may_decide_somewhere)
def reassign(request: HttpRequest) -> HttpResponse:
    """First which parts would go and which not; then, with the body and the reason, it is done."""
    shown = _shown_at(request)
    chosen = access.chosen_to_decide(request.user, list(shown) or _ticked(request))[:MOST]
    if not chosen:
        messages.warning(request, _("Chưa đánh dấu phần việc nào. Xin đánh dấu rồi bấm lại."))
        return redirect(_back())
    place = chosen[0].task.plan.place
    near = [one for one in chosen if one.task.plan.place_id == place.pk]
    form = _form(request, near[0].task.plan, is_sent=bool(shown))
    if shown and form.is_valid():
        try:
            return _done(request, near, shown, form)
        except Refusal as refusal:
            refusal.beside(form)
    context = {
        "form": form,
        "chosen": near,
        "far": [one for one in chosen if one.task.plan.place_id != place.pk],
        "place": place,
        "names": [unit.full_name for unit in queries.own_bodies(place)],
        "back": _back(),
    }
    return render(request, "tasks/many_reassign.html", context)


def _form(request: HttpRequest, plan: plans.Plan, *, is_sent: bool) -> ReassignForm:
    reader = queries.Reader(plan.place, day=clock.today(), issuer=plan.issuer, said=plans.names_said_in(plan))
    return ReassignForm(request.POST if is_sent else None, reader=reader)


def _done(request: HttpRequest, near: list[Assignment], shown: dict[int, int], form: ReassignForm) -> HttpResponse:
    chosen = {one.pk: shown[one.pk] for one in near if one.pk in shown}
    done = actions.reassign_many(chosen=chosen, **form.cleaned_data, by=request.user, now=clock.now())
    if done.moved:
        number, unit = len(done.moved), form.cleaned_data["to"].full_name
        said = ngettext(
            "Đã chuyển %(n)s phần việc cho %(unit)s, kèm lịch sử.",
            "Đã chuyển %(n)s phần việc cho %(unit)s, kèm lịch sử.",
            number,
        )
        messages.success(request, said % {"n": number, "unit": unit})
    for one, why in done.left:
        told: dict[str, Any] = {"task": one.task.title, "unit": one.unit.full_name, "why": why}
        messages.warning(request, _("Để lại “%(task)s” của %(unit)s: %(why)s") % told)
    return redirect(_back())


def _ticked(request: HttpRequest) -> list[int]:
    """The keys that were ticked in the list."""
    return [key for text in request.POST.getlist("chosen") if (key := key_of(text)) is not None]


def _shown_at(request: HttpRequest) -> dict[int, int]:
    """The parts that the preview showed, each with the body that it showed: "12:345"."""
    pairs = [text.partition(":") for text in request.POST.getlist("shown")]
    keys = [(key_of(part), key_of(unit)) for part, _sep, unit in pairs]
    return {part: unit for part, unit in keys if part is not None and unit is not None}


def _back() -> str:
    return reverse("tasks:listing") + "?xem=phan"
