"""Coverage: which of a plan's tasks nobody below took over, who made no plan of their own, whose days miss."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
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
    keys = [clause.pk for clause in wanting]
    owed = _owed(plan)
    unfinished, plain = owed.exclude(state=tasks.State.ACCEPTED), owed.open().exclude(task__clause__in=keys)
    untaken = Q(is_taken=False) & (Q(state=tasks.State.WAITING) | Q(has_plan=True))
    return Coverage(
        plan,
        unhanded=_with_words_of_clauses(tasks.clauses_left(plan), q),
        not_taken=_named(plain.filter(untaken), q),
        no_plan=_named(unfinished.filter(task__clause__in=keys, has_plan=False), q),
        too_late=_named(unfinished.filter(their_day__gt=F("due")), q),
        wanting=wanting,
    )


def _owed(plan: plans.Plan) -> Any:
    """What bodies owe of the plan, each with whether its own plan takes it over and by when."""
    answers = plans.Answer.objects.filter(answered=OuterRef("task__clause"), clause__plan__issuer=OuterRef("unit"))
    handed = tasks.Task.objects.standing().filter(
        clause__answers__answered=OuterRef("task__clause"), plan__issuer=OuterRef("unit")
    )
    compared = plans.Answer.objects.filter(answered__plan=plan, clause__plan__issuer=OuterRef("unit"))
    own_plan = plans.Plan.objects.filter(issuer=OuterRef("unit"), pk__in=plans.answering(plan))
    by_task = handed.filter(due__isnull=False).order_by("-due").values("due")[:1]
    by_clause = answers.filter(clause__due__isnull=False).order_by("-clause__due").values("clause__due")[:1]
    return (
        tasks.Assignment.objects.filter(task__in=tasks.tasks_of(plan).order_by().values("pk"))
        .owing()
        .annotate(
            is_taken=Exists(handed),
            was_taken=Exists(answers),
            has_plan=Exists(own_plan),
            was_compared=Exists(compared),
            their_day=Coalesce(Subquery(by_task), Subquery(by_clause)),
        )
    )


def _named(found: Any, q: str) -> Any:
    for word in fold(q).split()[:8]:
        found = found.filter(Q(unit__search_text__contains=word) | Q(task__search_text__contains=word))
    return found.select_related("unit", "task", "task__clause").order_by("unit__sort_key", "task__clause__order", "pk")


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
    told = _owed(coverage.plan).filter(task__clause__in=[clause.pk for clause in coverage.wanting])
    number = told.order_by().values("unit").distinct()
    return OwnPlans(number.count(), number.filter(has_plan=True).count())
