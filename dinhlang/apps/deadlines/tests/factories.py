"""Deadlines of every test: `a_deadline("trong 10 ngày làm việc …")` brings its plan and clause along."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import actions
from dinhlang.apps.deadlines.models import Deadline
from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.plans import public as plans
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import a_committee

ON = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 8, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
WORKING = "trong 10 ngày làm việc kể từ ngày ban hành Kế hoạch này"
WAITING = "trong 05 ngày làm việc kể từ ngày nhận được hướng dẫn của Sở Nội vụ"


def a_clause(words=WORKING, *, on=ON, issuer=None) -> plans.Clause:
    issuer = issuer or a_committee()
    plan = plans.Plan.objects.create(
        issuer=issuer,
        place=units.place_of(issuer),
        title="Thực hiện dân chủ ở cơ sở",
        issued_on=on,
        adopted_at=NOW,
        adopted_by=an_officer(at=issuer),
    )
    return plans.Clause.objects.create(plan=plan, order=1, text="Rà soát văn bản.", time_words=words)


def a_deadline(words=WORKING, *, due=None, on=ON, **facts) -> Deadline:
    clause = a_clause(words, on=on, **facts)
    return actions.keep_deadline(
        clause=clause, due=due, calendar=calendar.calendar_in_force(), by=clause.plan.adopted_by, now=NOW
    )


def day_of(deadline) -> date | None:
    return deadline.milestones.order_by("order")[0].day


def recorded(deadline, *, happened_on=ON, by=None, day=ON, **facts):
    """An event, counted as the words say unless told otherwise."""
    facts = {"source": "Công văn 12/SNV", "count": deadline.length, **facts}
    return actions.record_event(
        deadline=deadline,
        happened_on=happened_on,
        calendar=calendar.calendar_in_force(),
        by=by or deadline.plan.adopted_by,
        now=NOW,
        day=day,
        **facts,
    )
