"""The door of the desk: what a day holds for who asks, as numbers and the most pressing of each."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.desk import queries
from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.tasks import public as tasks
from dinhlang.base import api
from dinhlang.base.listing import First

PART = api.a_thing(
    id=api.NUMBER, task=api.TEXT, unit=api.UNIT, state=api.one_of(tasks.State.values), due=api.maybe(api.DAY)
)
FEW = api.a_thing(number=api.NUMBER, first=api.many(PART))
DESK = api.a_thing(
    day=api.DAY,
    late=api.NUMBER,
    this_week=api.NUMBER,
    later=api.NUMBER,
    to_do=api.many(PART),
    to_decide=FEW,
    waiting_for_others=FEW,
    late_with_others=FEW,
    to_sign=api.NUMBER,
    being_checked=api.NUMBER,
)


def _part(one: tasks.Assignment) -> dict[str, Any]:
    unit = {"code": one.unit.code, "name": one.unit.full_name}
    return {"id": one.pk, "task": one.task.title, "unit": unit, "state": one.state, "due": api.when(one.due)}


def _few(first: First) -> dict[str, Any]:
    return {"number": first.number, "first": [_part(one) for one in first]}


@people.reads(
    "ban-viec",
    "seeDesk",
    _("Bàn việc của chính người hỏi: phải làm, chờ duyệt, chờ người khác"),
    word=Word.TASKS_READ,
    answer=DESK,
)
def desk(call: people.Call) -> dict[str, Any]:
    """What the page shows, asked by the same questions."""
    person, today = call.by, call.today
    owed, following = queries.owed(person, day=today), queries.following(person, day=today, most=queries.SHOWN)
    return {
        "day": api.when(today),
        "late": owed.late,
        "this_week": owed.this_week,
        "later": owed.later,
        "to_do": [_part(one) for one in owed.listed],
        "to_decide": _few(following.to_decide),
        "waiting_for_others": _few(following.others),
        "late_with_others": _few(following.late_others),
        "to_sign": queries.to_sign(person).count(),
        "being_checked": queries.being_marked(person).count(),
    }
