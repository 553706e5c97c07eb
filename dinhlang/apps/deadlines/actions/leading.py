"""The tasks of a duty that a chain names are due as the chain says."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.deadlines.actions.keeping import keep_change, milestones_of
from dinhlang.apps.deadlines.actions.lawful import BreaksTheLaw, must_keep_to_law
from dinhlang.apps.deadlines.kinds import Moved, tell_moved
from dinhlang.apps.deadlines.models import ChainDay, Deadline, Milestone, ReportChain, Why
from dinhlang.apps.deadlines.queries import chain_day_among, why_of
from dinhlang.apps.people import public as people


class Before(dict[int, date]):
    """What the days of a chain were before they were moved, by the key of each."""


def lead(
    chain: ReportChain,
    days: Sequence[ChainDay],
    *,
    before: Before | None,
    by: people.Person | None,
    now: datetime,
    day: date,
) -> None:
    """Move what is due by the duties of the chain, and tell the holders.

    When the chain is laid everything follows it; later only what stands on the chain's old day: a day that a person
    gave a task meanwhile stays.
    """
    by_clause: dict[int, list[ChainDay]] = {}
    for one in days:
        if one.level.clause_id and one.period.last_day >= day:
            by_clause.setdefault(one.level.clause_id, []).append(one)
    deadlines = _deadlines_of(by_clause)
    moves = list[Moved]()
    for milestone in milestones_of(deadlines.values()):
        deadline = deadlines[milestone.deadline_id]
        found = chain_day_among(_all_days(deadline, chain), deadline, milestone.nominal, day=day)
        if found is None or found.day == milestone.day or not _follows(milestone, found, before):
            continue
        if not deadline.comes_back and milestone.order:
            continue
        if not _is_lawful(deadline, milestone, found, by=by, now=now):
            continue
        sentence = _sentence(chain, milestone, found)
        keep_change(milestone, found.day, why=Why.CHAIN, words=sentence, now=now, by=by).save()
        moves.append(Moved(deadline.pk, milestone.nominal, milestone.day, found.day, sentence))
        milestone.day, milestone.reckoning = found.day, found.reckoning
        milestone.save(update_fields=["day", "reckoning"])
    _tell(deadlines, moves, by=by, now=now)


def _is_lawful(
    deadline: Deadline, milestone: Milestone, one: ChainDay, *, by: people.Person | None, now: datetime
) -> bool:
    """A person is refused, as whoever moves a day by hand is; the calendar leaves the day, and the record says why."""
    try:
        must_keep_to_law(deadline, before=milestone.day, due=one.day)
    except BreaksTheLaw as breaks:
        duty = deadline.clause.mark if deadline.clause else deadline.words
        sentence = _("“%(duty)s” không theo được ngày %(day)s của chuỗi. %(why)s") % {
            "duty": duty, "day": f"{one.day:%d/%m/%Y}", "why": breaks
        }  # fmt: skip
        if by is not None:
            raise BreaksTheLaw(sentence) from breaks
        audit.record("deadlines.kept_by_law", deadline, by=None, now=now, unit=deadline.plan.keeper, reason=sentence)
        return False
    return True


def _deadlines_of(clauses: Iterable[int]) -> dict[int, Deadline]:
    found = Deadline.objects.select_for_update(of=("self",)).filter(clause__in=list(clauses), ended_at__isnull=True)
    return {one.pk: one for one in found.select_related("plan__keeper", "clause").order_by("pk")}


def _all_days(deadline: Deadline, chain: ReportChain) -> list[ChainDay]:
    """Every period of the level of the duty: which one a milestone is of hangs on those before it."""
    found = ChainDay.objects.filter(level__chain=chain, level__clause=deadline.clause_id)
    return list(found.select_related("period", "level__unit", "level__chain").order_by("period__order"))


def _follows(milestone: Milestone, one: ChainDay, before: Before | None) -> bool:
    return before is None or milestone.day == before.get(one.pk)


def _sentence(chain: ReportChain, milestone: Milestone, one: ChainDay) -> str:
    told = {
        "chain": chain.title,
        "before": f"{milestone.day:%d/%m/%Y}" if milestone.day else _("chưa có"),
        "after": f"{one.day:%d/%m/%Y}",
        "why": why_of(one),
    }
    return _("Theo chuỗi báo cáo “%(chain)s”, hạn đổi từ %(before)s thành %(after)s, %(why)s.") % told


def _tell(deadlines: dict[int, Deadline], moves: Sequence[Moved], *, by: people.Person | None, now: datetime) -> None:
    """From now on no calendar moves these days by itself: the chain is laid anew, and they follow it."""
    if not moves:
        return
    Deadline.objects.filter(pk__in={move.deadline for move in moves}).update(by_hand=True)
    for move in moves:
        one, facts = deadlines[move.deadline], {"due": str(move.after or "")}
        audit.record(
            "deadlines.follows_chain", one, by=by, now=now, unit=one.plan.keeper, reason=move.sentence, after=facts
        )
    tell_moved(moves, by=by, now=now)
