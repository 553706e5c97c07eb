"""Reminders for tests: a part with someone who acts for its body, and the moments around its day."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from dinhlang.apps.people.tests.factories import a_person, with_role
from dinhlang.apps.reminders import actions
from dinhlang.apps.tasks.tests.factories import a_task, fresh
from dinhlang.apps.units.tests.factories import a_committee

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day: int, hour: int = 6, *, month: int = 11) -> datetime:
    """An hour of a day of November 2026; the tasks of the tests are handed out on the 20th, due on the 25th."""
    return datetime.combine(date(2026, month, day), time(hour), tzinfo=ZONE)


def an_officer_with_mail(*, at, name="Nguyễn Thị Hà", email="ha@nhanam.example.vn"):
    person = a_person(name)
    type(person).objects.filter(pk=person.pk).update(email=email)
    person.email = email
    return with_role(person, "officer", at, title="Chuyên viên")


def a_part(*, unit=None, due=date(2026, 11, 25), **facts):
    """One body's part, with an officer of the body who has an e-mail address."""
    unit = unit or a_committee()
    officer = an_officer_with_mail(at=unit)
    part = fresh(a_task(leads=[unit], due=due, **facts).assignments.get())
    return part, officer


def night(day: int, hour: int = 6, *, month: int = 11):
    """What the job of the night does."""
    now = at(day, hour, month=month)
    actions.lay(now=now)
    actions.settle_unsure(now=now)
    return actions.tell_due(now=now, is_daily=True)
