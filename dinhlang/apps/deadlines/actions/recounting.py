"""After a change of the days off: every open obligation in working days is counted anew, batch by batch.

A batch is one transaction: days, history, record and what the rooms above keep are all of one calendar, or all still
of the one before. Done twice, the second time finds every day where it belongs and changes nothing.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.deadlines import rules
from dinhlang.apps.deadlines.actions.keeping import keep_change, milestones_of
from dinhlang.apps.deadlines.kinds import Moved, still_open, tell_moved
from dinhlang.apps.deadlines.models import DayChange, Deadline, Milestone, Why
from dinhlang.pure.dates import Calendar, CannotCount, Count

BATCH = 100
Progress = Callable[[int, int], None]


def recount(*, calendar: Calendar, now: datetime, batch: int = BATCH, say: Progress = lambda done, moved: None) -> int:
    """Count anew all that hangs on working days and is open; says how many days moved. `say` hears of each batch."""
    last = done = moved = 0
    while keys := _next_keys(last, batch):
        moved += _recounted(keys, calendar, now)
        last, done = keys[-1], done + len(keys)
        say(done, moved)
    return moved


def how_many() -> int:
    """How many deadlines a change of the calendar may touch."""
    return Deadline.objects.counted_in_working_days().count()


def _next_keys(last: int, batch: int) -> list[int]:
    found = Deadline.objects.counted_in_working_days().filter(pk__gt=last)
    return list(found.order_by("pk").values_list("pk", flat=True)[:batch])


@transaction.atomic
def _recounted(keys: Sequence[int], calendar: Calendar, now: datetime) -> int:
    standing = still_open(keys)
    found = Deadline.objects.counted_in_working_days().filter(pk__in=standing).select_related("plan__keeper")
    deadlines = {one.pk: one for one in found.select_for_update(of=("self",))}
    changed, changes, moves = list[Milestone](), list[DayChange](), list[Moved]()
    for milestone in milestones_of(deadlines.values()):
        deadline = deadlines[milestone.deadline_id]
        reckoned = _reckoned(milestone, deadline, calendar)
        if reckoned is None or milestone.calendar_version == calendar.version:
            continue
        if reckoned.day != milestone.day:
            changes.append(keep_change(milestone, reckoned.day, why=Why.CALENDAR, now=now))
            moves.append(_moved(milestone, reckoned))
        milestone.day, milestone.reckoning = reckoned.day, reckoned.as_data()
        milestone.calendar_version = calendar.version
        changed.append(milestone)
    Milestone.objects.bulk_update(changed, ["day", "reckoning", "calendar_version"], batch_size=500)
    DayChange.objects.bulk_create(changes, batch_size=500)
    audit.record_many(_entry(deadlines[move.deadline], move, now) for move in moves)
    if moves:
        tell_moved(moves, by=None, now=now)
    return len(moves)


def _reckoned(milestone: Milestone, deadline: Deadline, calendar: Calendar) -> rules.Reckoned | None:
    """By the rule that was kept, never by newer rules of reading; None for a day that nobody counted."""
    kept = rules.told(milestone.reckoning)
    if kept is None or kept.count.begin is None:
        return None
    try:
        return _cached(kept.count, kept.count.begin, calendar)
    except (CannotCount, OverflowError):
        return None


_reckonings: dict[tuple[str, Count], rules.Reckoned] = {}
MOST_KEPT = 10_000


def _cached(count: Count, begin: date, calendar: Calendar) -> rules.Reckoned:
    """A plan's bodies share a few counts: each is walked once."""
    key = (calendar.version, count)
    if key not in _reckonings:
        if len(_reckonings) >= MOST_KEPT:
            _reckonings.clear()
        _reckonings[key] = rules.reckoned(count, begin, calendar)
    return _reckonings[key]


def _moved(milestone: Milestone, reckoned: rules.Reckoned) -> Moved:
    told = {"before": f"{milestone.day:%d/%m/%Y}" if milestone.day else "", "after": f"{reckoned.day:%d/%m/%Y}"}
    sentence = _("Lịch ngày nghỉ thay đổi, nên hạn tính theo ngày làm việc đổi từ %(before)s thành %(after)s.") % told
    return Moved(milestone.deadline_id, milestone.nominal, milestone.day, reckoned.day, sentence)


def _entry(deadline: Deadline, move: Moved, now: datetime) -> audit.Entry:
    return audit.entry(
        "deadlines.recounted",
        deadline,
        by=None,
        now=now,
        unit=deadline.plan.keeper,
        before={"due": str(move.before or "")},
        after={"due": str(move.after or "")},
    )
