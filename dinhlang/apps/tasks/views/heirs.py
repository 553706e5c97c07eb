"""Whose work nobody takes over yet: an administrator says to whom it goes, for each unit or for all of a kind."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dinhlang.apps.people.public import Word
from dinhlang.apps.tasks import access, actions, queries
from dinhlang.apps.tasks.forms import HeirsForm
from dinhlang.apps.units import public as units
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of
from dinhlang.base.refusal import Refusal

UNITS_ON_A_PAGE = 50


@guarded(access.may_choose_heirs)
def homeless(request: HttpRequest) -> HttpResponse:
    """The homeless with what they owe, and those of whom it is chosen for a day ahead."""
    found = queries.reach_of(queries.homeless(), request.user.reach(Word.UNITS_CHANGE))
    kinds = sorted({fate.last.kind for fate in found})
    kind = request.GET.get("kind", "")
    shown = [fate for fate in found if not kind or fate.last.kind == kind]
    page = page_of(request, shown, size=UNITS_ON_A_PAGE)
    form = HeirsForm(request.POST or None, fates=list(page), way=request.GET.get("way", ""))
    if request.method == "POST" and form.is_valid():
        try:
            _say(request, actions.choose_heirs(**form.facts(), by=request.user, now=clock.now()))
            return redirect("tasks:heirs")
        except Refusal as refusal:
            refusal.beside(form)
    context = {
        "number": len(found),
        "parts": sum(fate.parts for fate in found),
        "kinds": [(one, units.UnitKind(one).label) for one in kinds],
        "kind": kind,
        "page": page,
        "form": form,
        "has_above": any(fate.above for fate in shown),
        "ahead": _ahead(request),
        "today": clock.today(),
    }
    return render(request, "tasks/heirs.html", context)


def _ahead(request: HttpRequest) -> list[Any]:
    """What was chosen for a day ahead, where this person may take it back."""
    chosen = queries.choices_ahead(today=clock.today())[:200]
    return [one for one in chosen if access.may_choose_heir(request.user, one.unit, [one.successor])]


def _say(request: HttpRequest, done: actions.ChosenHeirs) -> None:
    said = ngettext(
        "Đã chọn nơi nhận việc cho %(n)s đơn vị.", "Đã chọn nơi nhận việc cho %(n)s đơn vị.", done.number
    ) % {"n": done.number}
    number = done.handed.moved + done.handed.joined
    if number:
        moved = ngettext("%(n)s phần việc đã chuyển ngay.", "%(n)s phần việc đã chuyển ngay.", number)
        said = f"{said} {moved % {'n': number}}"
    messages.success(request, said)
    for why in done.left:
        messages.warning(request, why)


@require_POST
@guarded(access.may_choose_heirs)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """A choice for a day ahead is taken back."""
    chosen = access.chosen_heir_for(request.user, pk, today=clock.today())
    reason = request.POST.get("reason", "").strip() or _("Chọn lại")
    actions.withdraw_choices(choices=[chosen], reason=reason, by=request.user, now=clock.now())
    messages.success(request, _("Đã bỏ chọn. Đơn vị này lại chờ chọn nơi nhận việc."))
    return redirect("tasks:heirs")
