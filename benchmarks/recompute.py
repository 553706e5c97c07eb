"""A day off is decided, and 200,000 deadlines in working days are counted anew."""

import resource
import time
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from benchmarks import world
from benchmarks.figures import Figures

ALL = 200_000
PER_TASK = 200
"""Bodies that owe one task: a province hands out to some two hundred."""

ROWS = 5000


def run(scale: float, figures: Figures) -> None:
    """Deadlines of one year, spread over its days; the day off lies in the middle of them."""
    from dinhlang.apps.calendar import public as calendar
    from dinhlang.apps.deadlines import actions
    from dinhlang.apps.deadlines import public as deadlines
    from dinhlang.apps.tasks import public as tasks
    from dinhlang.base import clock

    now, today = clock.now(), clock.today()
    day, by = _filled(max(PER_TASK, round(ALL * scale)), now=now, today=today)
    figures.add("parts that owe", tasks.Assignment.objects.count(), "rows")
    figures.add("deadlines", deadlines.Deadline.objects.count(), "rows")
    calendar.add_day(day=day, works=False, name="nghỉ tránh bão", source="Công điện", reason="đo", by=by, now=now)
    heard = [time.perf_counter()]
    moved = actions.recount(
        calendar=calendar.calendar_in_force(), now=now, say=lambda done, moved: heard.append(time.perf_counter())
    )
    took, told = time.perf_counter() - heard[0], tasks.Progress.objects.count()
    figures.add("counting anew", took)
    figures.add("deadlines moved", moved, "rows")
    figures.add("parts told of a new day", told, "rows")
    figures.add("parts a second", told / took, "rows/s")
    figures.add("longest time without progress", max(later - earlier for earlier, later in pairwise(heard)))
    started = time.perf_counter()
    again = actions.recount(calendar=calendar.calendar_in_force(), now=now)
    figures.add("counting anew a second time", time.perf_counter() - started)
    figures.add("moved a second time", again, "rows")
    figures.add("memory at most", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB")


def _filled(number: int, *, now: datetime, today: date) -> tuple[date, Any]:
    """A committee with its bodies, a plan, and tasks whose days are counted in working days from the plan's day."""
    from dinhlang.apps.calendar import public as calendar
    from dinhlang.apps.deadlines import public as deadlines
    from dinhlang.apps.people import public as people
    from dinhlang.apps.plans import public as plans
    from dinhlang.apps.tasks import public as tasks
    from dinhlang.apps.units import public as units

    world.ready()
    place = units.open_unit(code="P", kind="province", name="Đo", begins=today, today=today)
    issuer = units.open_unit(code="P.UB", kind="people_committee", name="UBND", begins=today, parent=place, today=today)
    bodies = [
        units.open_unit(code=f"P.{n}", kind="department", name=f"Sở {n}", begins=today, parent=issuer, today=today)
        for n in range(PER_TASK)
    ]
    by, _ = people.create_person(
        username="do", full_name="Người Đo", kind="officer", unit=issuer, begins=today, by=None, now=now
    )
    clauses = [
        plans.ClauseFacts(f"Việc {n}", time_words=f"trong {10 + n % 20} ngày làm việc kể từ ngày ban hành Kế hoạch này")
        for n in range(number // PER_TASK)
    ]
    plan = plans.publish_plan(issuer=issuer, title="Đo", clauses=clauses, issued_on=today, by=by, now=now)
    days_off = calendar.calendar_in_force()
    for clause in plans.clauses_of(plan):
        _handed_out(clause, bodies, days_off, by=by, now=now, tasks=tasks, deadlines=deadlines)
    off = days_off.counted(today, 8)[0]
    return max(off, today + timedelta(days=1)), by


def _handed_out(clause: Any, bodies: Any, days_off: Any, *, by: Any, now: datetime, tasks: Any, deadlines: Any) -> None:
    """As `hand_out` leaves it, without the record of each part, which is not what is measured."""
    from dinhlang.pure.dates import read_when

    due = read_when(clause.time_words, clause.plan.issued_on, days_off).due[0]
    deadline = deadlines.keep_deadline(clause=clause, due=due, calendar=days_off, by=by, now=now)
    task = tasks.Task.objects.create(
        plan=clause.plan, clause=clause, title=clause.text, text=clause.text, due=due, deadline=deadline,
        handed_out_at=now, handed_out_by=by,
    )  # fmt: skip
    tasks.Assignment.objects.bulk_create(
        [tasks.Assignment(task=task, unit=body, due=due, changed_at=now) for body in bodies], batch_size=ROWS
    )
