"""The chain of a report: laid out with a preview, shown with why each day is what it is, moved, ended."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import access, actions, queries, rules
from dinhlang.apps.deadlines.forms import ChangingForm, LayingForm, ReasonForm, laying_choices
from dinhlang.apps.deadlines.views import asked
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.refusal import Refusal


@guarded(access.may_look)
def chain(request: HttpRequest, pk: int) -> HttpResponse:
    """Every period with by when each level sends, and why."""
    person = cast(people.Person, request.user)
    found = access.chain_for(person, pk)
    context = {
        "chain": found,
        "levels": list(found.levels.select_related("unit", "clause")),
        "rows": queries.rows_of(found, today=clock.today()),
        "reckoned_by": calendar.said_versions([found.calendar_version]),
        "may_open_calendar": calendar.may_amend(person),
        "mine": access.levels_of_mine(person, found),
        "may_change": access.may_change_chain(person, found) and found.ended_at is None,
        "today": clock.today(),
    }
    return render(request, "deadlines/chain.html", context)


@guarded(access.may_change_somewhere)
def laying(request: HttpRequest, pk: int) -> HttpResponse:
    """Lay a chain out under a plan: what comes of it is shown first."""
    by = cast(people.Person, request.user)
    plan = access.plan_to_chain(by, pk)
    form = _laying_form(request, plan)
    shown: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        try:
            shown = _preview(form)
            if "lay" in request.POST and _is_meant(form, shown):
                made = actions.lay_chain(
                    plan=plan,
                    **form.facts(),
                    calendar=calendar.calendar_in_force(),
                    by=by,
                    now=clock.now(),
                    day=clock.today(),
                )
                messages.success(request, _("Đã lập chuỗi. Mỗi bậc thấy ngày của mình và lý do."))
                return redirect("deadlines:chain", made.pk)
        except Refusal as refusal:
            refusal.beside(form)
    context = {"plan": plan, "form": form, "usual": rules.USUAL_DAYS, **shown}
    return render(request, "deadlines/chain_laying.html", context)


def _laying_form(request: HttpRequest, plan: plans.Plan) -> LayingForm:
    return LayingForm(request.POST or None, **laying_choices(plan, today=clock.today()))


def _preview(form: LayingForm) -> dict[str, Any]:
    """Each period with each level's day, and what speaks against it."""
    rows = form.preview(calendar.calendar_in_force(), today=clock.today())
    return {"preview": rows, "against": [sentence for _period, _links, said in rows for sentence in said]}


def _is_meant(form: LayingForm, shown: dict[str, Any]) -> bool:
    """What speaks against a chain does not forbid it; but it is said first, and a person says that it is meant."""
    if not shown["against"] or form.cleaned_data["anyway"]:
        return True
    form.add_error("anyway", _("Chuỗi này có chỗ vướng, ghi ở bảng dưới. Nếu vẫn muốn lập, xin đánh dấu ô này."))
    return False


@guarded(access.may_change_somewhere)
def changing(request: HttpRequest, pk: int) -> HttpResponse:
    """Other days: the chain moves, each old day stays to be seen."""
    by = cast(people.Person, request.user)
    found, today = access.chain_to_change(by, pk), clock.today()
    levels = list(found.levels.select_related("unit"))
    periods = list(found.periods.filter(last_day__gte=today))
    seen = actions.latest_move(found)
    form = ChangingForm(request.POST or None, levels=levels, periods=periods, initial={"seen": seen})

    def act() -> str:
        facts = form.facts()
        number = actions.change_chain(
            chain=found, **facts, calendar=calendar.calendar_in_force(), by=by, now=clock.now(), day=today
        )
        told = ngettext("%(n)s ngày của chuỗi đã đổi.", "%(n)s ngày của chuỗi đã đổi.", number)
        return told % {"n": number}

    texts = {
        "heading": _("Đổi ngày của chuỗi"),
        "lead": _("Mọi bậc bên dưới đổi theo; ngày cũ và lý do được giữ, các đơn vị được báo."),
        "label": _("Đổi"),
        "chain": found,
    }
    return asked(request, form, act, back=reverse("deadlines:chain", args=[pk]), **texts)


@guarded(access.may_change_somewhere)
def ending_chain(request: HttpRequest, pk: int) -> HttpResponse:
    """The chain is followed no longer."""
    by = cast(people.Person, request.user)
    found = access.chain_to_change(by, pk)
    form = ReasonForm(request.POST or None)

    def act() -> str:
        actions.end_chain(chain=found, reason=form.cleaned_data["reason"], by=by, now=clock.now())
        return _("Đã thôi theo chuỗi. Hạn của các việc đã giao vẫn giữ như đang có.")

    texts = {
        "heading": _("Thôi theo chuỗi"),
        "lead": _("Chuỗi không còn đổi hạn của việc nào nữa. Những ngày đã có vẫn giữ."),
        "label": _("Thôi theo chuỗi"),
        "chain": found,
    }
    return asked(request, form, act, back=reverse("deadlines:chain", args=[pk]), **texts)
