"""Doors of report chains: read, laid, moved, ended."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import access, actions, queries
from dinhlang.apps.deadlines.forms import ChangingForm, LayingForm, ReasonForm, laying_choices
from dinhlang.apps.deadlines.models import ReportChain
from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.plans import public as plans
from dinhlang.base import api, clock

LEVEL = api.a_thing(order=api.NUMBER, name=api.TEXT, days=api.NUMBER, clause=api.maybe(api.NUMBER))
PERIOD = api.a_thing(
    order=api.NUMBER,
    closes_on=api.DAY,
    last_day=api.DAY,
    days=api.many(api.a_thing(level=api.NUMBER, day=api.DAY, starts_on=api.DAY, why=api.TEXT)),
    against=api.many(api.TEXT),
)
CHAIN = api.a_thing(
    id=api.NUMBER,
    version=api.TEXT,
    plan=api.NUMBER,
    title=api.TEXT,
    recipient=api.TEXT,
    rhythm=api.one_of(ReportChain.Rhythm.values),
    ended_at=api.maybe(api.MOMENT),
    levels=api.many(LEVEL),
    periods=api.many(PERIOD),
    page=api.TEXT,
)


def _chain(chain: ReportChain) -> dict[str, Any]:
    """What its page shows: by when each level sends in each period, and why."""
    levels = chain.levels.select_related("unit")
    return {
        "id": chain.pk,
        "version": _version(chain),
        "plan": chain.plan_id,
        "title": chain.title,
        "recipient": chain.recipient,
        "rhythm": chain.rhythm,
        "ended_at": api.when(chain.ended_at),
        "levels": [{"order": one.order, "name": one.name, "days": one.days, "clause": one.clause_id} for one in levels],
        "periods": [_period(row) for row in queries.rows_of(chain, today=clock.today())],
        "page": reverse("deadlines:chain", args=[chain.pk]),
    }


def _period(row: queries.Row) -> dict[str, Any]:
    return {
        "order": row.period.order,
        "closes_on": api.when(row.period.closes_on),
        "last_day": api.when(row.period.last_day),
        "days": [
            {
                "level": cell.day.level.order,
                "day": api.when(cell.day.day),
                "starts_on": api.when(cell.day.starts_on),
                "why": cell.why,
            }
            for cell in row.cells
        ],
        "against": row.conflicts,
    }


def _version(chain: ReportChain) -> str:
    """Another one as soon as any of its days was moved, or it ended."""
    return f"{actions.latest_move(chain)}{'e' if chain.ended_at else ''}"


@people.lists(
    "ke-hoach/{pk}/chuoi-bao-cao", "listChains", _("Các chuỗi báo cáo của một kế hoạch, với ngày của từng bậc"),
    word=Word.TASKS_READ, thing=plans.plan_for, item=CHAIN, told=_chain,
)  # fmt: skip
def chains(call: people.Call) -> Any:
    """Those that are followed, and those that were."""
    return call.thing.report_chains.all()


@people.reads(
    "chuoi-bao-cao/{pk}", "getChain", _("Một chuỗi báo cáo: từng kỳ, từng bậc, ngày gửi và vì sao"),
    word=Word.TASKS_READ, thing=access.chain_for, answer=CHAIN,
)  # fmt: skip
def chain(call: people.Call) -> Any:
    """For who reads its plan, or stands in it."""
    return _chain(call.thing)


@people.writes(
    "ke-hoach/{pk}/chuoi-bao-cao/lap", "layChain", _("Lập chuỗi báo cáo, tính ngược từ ngày nơi nhận cuối phải có"),
    word=Word.TASKS_HAND_OUT, thing=access.plan_to_chain, takes=LayingForm, answer=CHAIN, status=201,
    made_with=lambda call: laying_choices(call.thing, today=call.today),
)  # fmt: skip
def lay(call: people.Call) -> Any:
    """What speaks against it is said first; `anyway` says that it is meant."""
    in_force = calendar.calendar_in_force()
    against = [said for _period, _links, told in call.form.preview(in_force, today=call.today) for said in told]
    if against and not call.said["anyway"]:
        raise actions.CannotChain(" ".join(against), field="anyway")
    facts = call.form.facts()
    return _chain(
        actions.lay_chain(plan=call.thing, **facts, calendar=in_force, by=call.by, now=call.now, day=call.today)
    )


def _to_change(call: people.Call) -> dict[str, Any]:
    open_periods = call.thing.periods.filter(last_day__gte=call.today)
    return {"levels": list(call.thing.levels.select_related("unit")), "periods": list(open_periods)}


@people.writes(
    "chuoi-bao-cao/{pk}/doi", "moveChain", _("Đổi ngày nhận cuối hoặc số ngày tổng hợp; mọi bậc bên dưới đổi theo"),
    word=Word.TASKS_HAND_OUT, thing=access.chain_to_change, takes=ChangingForm, answer=CHAIN,
    made_with=_to_change, version=_version,
)  # fmt: skip
def move_chain(call: people.Call) -> Any:
    """Each old day stays to be seen; `If-Match` says which days were read."""
    facts = {**call.form.facts(), "seen": actions.latest_move(call.thing)}
    in_force = calendar.calendar_in_force()
    actions.change_chain(chain=call.thing, **facts, calendar=in_force, by=call.by, now=call.now, day=call.today)
    return _chain(access.chain_for(call.by, call.thing.pk))


@people.writes(
    "chuoi-bao-cao/{pk}/thoi", "endChain", _("Thôi theo một chuỗi báo cáo, kèm lý do"),
    word=Word.TASKS_HAND_OUT, thing=access.chain_to_change, takes=ReasonForm, answer=CHAIN, version=_version,
)  # fmt: skip
def end_chain(call: people.Call) -> Any:
    """The days that tasks have by it stay theirs."""
    actions.end_chain(chain=call.thing, **call.said, by=call.by, now=call.now)
    return _chain(access.chain_for(call.by, call.thing.pk))
