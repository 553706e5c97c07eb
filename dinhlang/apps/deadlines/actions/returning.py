"""A duty that comes back: the next days on which it is due, and its end."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.deadlines import rules
from dinhlang.apps.deadlines.models import Deadline, Milestone
from dinhlang.apps.deadlines.queries import chain_day_of
from dinhlang.apps.people import public as people
from dinhlang.base.refusal import Refusal
from dinhlang.pure.dates import Calendar


class CannotEnd(Refusal):
    """A series goes on, and why."""


@transaction.atomic
def next_milestones(*, deadline: Deadline, calendar: Calendar, day: date) -> list[Milestone]:
    """The occurrences that are to be open by a day and are not yet: made in their order, each once.

    The row of the deadline is held, so that of two workers one finds that nothing is left to make.
    """
    held = Deadline.objects.select_for_update(of=("self",)).get(pk=deadline.pk)
    last = held.milestones.exclude(nominal=None).order_by("-order").first()
    if last is None or last.nominal is None or held.ended_at is not None or not held.comes_back:
        return []
    rule, anchors = _series(held, calendar)
    days = rules.next_days(rule, anchors, after=last.nominal, day=day)
    made = [
        Milestone(
            deadline=held,
            order=last.order + n,
            nominal=one,
            day=_by_a_chain(held, one) or one,
            calendar_version=calendar.version,
        )
        for n, one in enumerate(days, 1)
    ]
    return Milestone.objects.bulk_create(made)


def _by_a_chain(deadline: Deadline, nominal: date) -> date | None:
    """An occurrence of a duty that a chain of a report names is due as the chain says."""
    return chain_day_of(deadline.clause, day=nominal, nominal=nominal) if deadline.clause else None


def _series(deadline: Deadline, calendar: Calendar) -> tuple[str, list[date]]:
    """The rule and its first days; where the words name none, from the day with which it was first handed out."""
    first = deadline.milestones.order_by("order").values_list("nominal", flat=True).first()
    rule, days = rules.rhythm_of(deadline.words, deadline.counted_from, first=first, calendar=calendar)
    return rule or deadline.recurrence, days


@transaction.atomic
def end_series(*, deadline: Deadline, reason: str, by: people.Person, now: datetime) -> Deadline:
    """No further occurrence is opened; those that are open stay owed."""
    if not reason.strip():
        raise CannotEnd(_("Xin ghi lý do thôi lặp lại; lý do được giữ và cho người xem sau."), field="reason")
    if (
        not Deadline.objects.coming_back()
        .filter(pk=deadline.pk)
        .update(ended_at=now, ended_because=reason.strip()[:500])
    ):
        raise CannotEnd(_("Việc này đã thôi lặp lại từ trước. Hãy mở lại trang để xem."))
    deadline.refresh_from_db()
    audit.record("deadlines.series_ended", deadline, by=by, now=now, unit=deadline.plan.keeper, reason=reason.strip())
    return deadline


def no_longer_comes_back(deadline: Deadline, *, reason: str, now: datetime) -> None:
    """The task was withdrawn, which its own entry in the record says: nothing more is opened."""
    Deadline.objects.coming_back().filter(pk=deadline.pk).update(ended_at=now, ended_because=reason.strip()[:500])
