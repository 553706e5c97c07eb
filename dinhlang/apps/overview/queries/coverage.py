"""Coverage: which of a plan's tasks nobody below took over, who made no plan of their own, whose days miss."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from dinhlang.apps.overview.rules import HoleKind
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.pure.viet import fold


@dataclass(frozen=True)
class Hole:
    """Something that the plan wants and nobody holds: which task, whose, how far, and what is amiss."""

    kind: HoleKind
    title: str
    due: date | None
    clause_pk: int | None = None
    assignment: Any = None
    their_day: date | None = None
    was_taken: bool = False

    @property
    def days_after(self) -> int:
        """By how many days the body's own day misses the superior's."""
        return (self.their_day - self.due).days if self.their_day and self.due else 0


@dataclass(frozen=True)
class Coverage:
    """The holes of one plan as questions, each counted and paged by itself."""

    plan: plans.Plan
    unhanded: QuerySet[Any]
    not_taken: QuerySet[Any]
    no_plan: QuerySet[Any]
    too_late: QuerySet[Any]
    wanting: list[plans.Clause]
    asking: list[int]
    """The tasks of the clauses that want a plan of one's own."""

    def of(self, kind: HoleKind) -> QuerySet[Any]:
        """The rows of one kind."""
        return {
            HoleKind.UNHANDED: self.unhanded,
            HoleKind.NOT_TAKEN: self.not_taken,
            HoleKind.NO_PLAN: self.no_plan,
            HoleKind.TOO_LATE: self.too_late,
        }[kind]

    def counts(self) -> dict[HoleKind, int]:
        """How many holes of each kind."""
        return {kind: self.of(kind).count() for kind in HoleKind}


def coverage_of(plan: plans.Plan, *, q: str = "") -> Coverage:
    """The holes of a plan; `q` narrows to bodies and tasks with the words, with or without marks."""
    wanting = [clause for clause in plans.clauses_of(plan) if clause.wants_a_plan]
    keys = {clause.pk for clause in wanting}
    plain, asking = _tasks_of(plan, keys)
    owed = _owed(plan, [*plain, *asking])
    untaken = Q(is_taken=False) & (Q(state=tasks.State.WAITING) | Q(has_plan=True))
    return Coverage(
        plan,
        unhanded=_with_words_of_clauses(tasks.clauses_left(plan), q),
        not_taken=_named(_open(_owed(plan, plain)).filter(untaken), q),
        no_plan=_named(_owed(plan, asking).alive().filter(has_plan=False), q),
        # Without an answer there is no day of their own: said first, since answers are few where parts are many.
        too_late=_named(owed.alive().filter(was_taken=True, their_day__gt=F("due")), q),
        wanting=wanting,
        asking=asking,
    )


def _open(owed: Any) -> Any:
    """What is open; said so that PostgreSQL takes what is alive of these tasks, not all that is open in the house."""
    return owed.alive().exclude(state__in=tasks.TO_BE_DECIDED)


def _tasks_of(plan: plans.Plan, wanting: set[int]) -> tuple[list[int], list[int]]:
    """The standing tasks of a plan by number, those that ask for a plan of one's own apart.

    A database that is told the numbers walks the index of parts by task and state, and meets only what is open.
    """
    found = dict(tasks.tasks_of(plan).order_by().values_list("pk", "clause"))
    asking = [pk for pk, clause in found.items() if clause in wanting]
    return [pk for pk in found if pk not in asking], asking


def _owed(plan: plans.Plan, of: list[int]) -> Any:
    """What bodies owe of tasks of the plan, each with whether its own plan takes it over and by when."""
    answers = plans.Answer.objects.filter(answered=OuterRef("task__clause"), clause__plan__issuer=OuterRef("unit"))
    handed = tasks.Task.objects.standing().filter(
        clause__answers__answered=OuterRef("task__clause"), plan__issuer=OuterRef("unit")
    )
    compared = plans.Answer.objects.filter(answered__plan=plan, clause__plan__issuer=OuterRef("unit"))
    with_plan = plans.Plan.objects.filter(pk__in=plans.answering(plan)).values("issuer")
    by_task = handed.filter(due__isnull=False).order_by("-due").values("due")[:1]
    by_clause = answers.filter(clause__due__isnull=False).order_by("-clause__due").values("clause__due")[:1]
    return tasks.Assignment.objects.filter(task__in=of, part__in=tasks.OWING).annotate(
        is_taken=Exists(handed),
        was_taken=Exists(answers),
        has_plan=Case(When(unit__in=with_plan, then=True), default=False, output_field=BooleanField()),
        was_compared=Exists(compared),
        their_day=Coalesce(Subquery(by_task), Subquery(by_clause)),
    )


def _named(found: Any, q: str) -> Any:
    for word in fold(q).split()[:8]:
        found = found.filter(Q(unit__search_text__contains=word) | Q(task__search_text__contains=word))
    return found.select_related("unit", "task").order_by("unit__sort_key", "task__clause__order", "pk")


def _with_words_of_clauses(clauses: QuerySet[plans.Clause], q: str) -> QuerySet[plans.Clause]:
    return clauses.annotate(_none=Value(True, BooleanField())).filter(text__icontains=q) if q else clauses


def holes(coverage: Coverage, kind: HoleKind, rows: Any) -> Iterator[Hole]:
    """The rows of one page, or of all, as holes."""
    for row in rows:
        if kind == HoleKind.UNHANDED:
            yield Hole(kind, str(row), row.due, clause_pk=row.pk)
        else:
            yield Hole(kind, row.task.title, row.due, row.task.clause_id, row, row.their_day, row.was_taken)


@dataclass(frozen=True)
class OwnPlans:
    """Of the bodies told to make a plan of their own: how many are there, how many have one."""

    told: int
    made: int


def own_plans_of(coverage: Coverage) -> OwnPlans:
    """Each body counts once, however many clauses tell it."""
    told = _owed(coverage.plan, coverage.asking).owing()
    numbers = told.aggregate(
        told=Count("unit", distinct=True), made=Count("unit", distinct=True, filter=Q(has_plan=True))
    )
    return OwnPlans(numbers["told"], numbers["made"])
