"""How far things are, and who is late."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import access, rules
from dinhlang.apps.tasks.models import Assignment, AssignmentQuerySet, Heir, Part, State, Task
from dinhlang.apps.tasks.queries.counted import Alike, counted, counted_among, counted_of_plans
from dinhlang.apps.tasks.queries.obstacles import obstacles_of_tasks
from dinhlang.apps.units import public as units
from dinhlang.base.listing import key_of


@dataclass(frozen=True)
class Counts:
    """How many of those who owe the result are how far. A late one is counted as late and nowhere else.

    Beside the sum: whom the duty does not concern (`exempt`); who says so and waits for the issuer (`not_ours`, within
    the rest); and how many parts have an obstacle that nobody answered, whatever their state.
    """

    done: int = 0
    submitted: int = 0
    doing: int = 0
    late: int = 0
    rest: int = 0
    exempt: int = 0
    not_ours: int = 0
    obstacles: int = 0

    @property
    def total(self) -> int:
        return self.done + self.submitted + self.doing + self.late + self.rest

    @property
    def is_complete(self) -> bool:
        return self.total > 0 and self.done == self.total

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.done + other.done,
            self.submitted + other.submitted,
            self.doing + other.doing,
            self.late + other.late,
            self.rest + other.rest,
            self.exempt + other.exempt,
            self.not_ours + other.not_ours,
            self.obstacles + other.obstacles,
        )

    def plus(self, state: str, number: int, late: int) -> "Counts":
        """With some more in one state, of which some would be late if they still owed it."""
        if state == State.ACCEPTED:
            return replace(self, done=self.done + number)
        if state == State.SUBMITTED:
            return replace(self, submitted=self.submitted + number)
        if state == State.EXEMPT:
            return replace(self, exempt=self.exempt + number)
        if state == State.NOT_OURS:
            return replace(self, rest=self.rest + number, not_ours=self.not_ours + number)
        in_time = number - late
        if state == State.WAITING:
            return replace(self, rest=self.rest + in_time, late=self.late + late)
        return replace(self, doing=self.doing + in_time, late=self.late + late)


def sum_up(rows: Iterable[Alike], *, on: date) -> dict[int, Counts]:
    """Counts by task, or by plan; whoever only helps is not counted."""
    sums: dict[int, Counts] = {}
    for row in rows:
        if rules.is_counted(row.part, row.state):
            sums[row.of] = sums.get(row.of, Counts()).plus(row.state, row.number, row.late(on))
    return sums


def counts_by_task(assignments: AssignmentQuerySet, *, on: date) -> dict[int, Counts]:
    """How far each task is, counted over these parts only."""
    return sum_up(counted_among(assignments), on=on)


def counts_by_unit(assignments: AssignmentQuerySet, *, on: date) -> dict[int, Counts]:
    """How far each body is, counted over these parts only; who only helps is not counted."""
    rows = assignments.counted().order_by().values_list("unit", "state")
    sums: dict[int, Counts] = {}
    for unit, state, number, late in rows.annotate(n=Count("*"), late=Count("due", filter=Q(due__lt=on))):
        sums[unit] = sums.get(unit, Counts()).plus(state, number, late)
    return sums


def counts_of(assignments: AssignmentQuerySet, *, on: date) -> Counts:
    """How far these parts are; partners are not counted."""
    return sum(counts_by_task(assignments, on=on).values(), Counts())


def progress_of(thing: Task | plans.Plan, *, on: date) -> Counts:
    """How far a task, or all tasks of a plan, are: "17 of 20 done, 2 late"."""
    if isinstance(thing, Task):
        return progress_of_tasks([thing.pk], on=on).get(thing.pk, Counts())
    return sum(progress_of_tasks(tasks_of(thing).order_by(), on=on).values(), Counts())


def progress_of_tasks(tasks: Iterable[Task] | Iterable[int] | QuerySet[Task], *, on: date) -> dict[int, Counts]:
    """How far each of these tasks is, and in whose way something stands, by its key, in two queries."""
    sums = sum_up(counted(tasks), on=on)
    for task, number in obstacles_of_tasks(tasks).items():
        sums[task] = replace(sums.get(task, Counts()), obstacles=number)
    return sums


def progress_of_plans(found: Iterable[plans.Plan], *, on: date) -> dict[int, Counts]:
    """How far each of these plans is, by its key, in one question; what stands in the way is told of tasks only."""
    return sum_up(counted_of_plans(list(found)), on=on)


def tasks_of(plan: plans.Plan) -> QuerySet[Task]:
    """The standing tasks of a plan, in the order of its clauses."""
    return Task.objects.standing().filter(plan=plan).select_related("deadline").order_by("clause__order", "pk")


def clauses_left(plan: plans.Plan) -> QuerySet[plans.Clause]:
    """What the plan says and nobody was yet handed, as far as it is to be handed out here and now.

    What a newer version says instead, or dropped, is left to that version; what waits there for a decision about an
    older task is not left either, or bodies would owe it twice.
    """
    standing = Task.objects.standing()
    newer = plans.Difference.objects.filter(earlier=OuterRef("pk"))
    undecided = plans.Difference.objects.filter(later=OuterRef("pk"), decision="", earlier__tasks__in=standing)
    left = plans.Clause.objects.filter(plan=plan).exclude(tasks__in=standing)
    return left.exclude(Exists(newer)).exclude(Exists(undecided)).order_by("order")


def ticked_and_handed_out(plan: plans.Plan, sent: Mapping[str, object]) -> list[Task]:
    """The standing tasks of clauses that a sent page still ticks ("c12-chosen"), in the order of handing out."""
    named = [name[1:-7] for name in sent if name.startswith("c") and name.endswith("-chosen")]
    ticked = [key for text in named if (key := key_of(text)) is not None]
    standing = Task.objects.standing().filter(plan=plan, clause__in=ticked)
    return list(standing.select_related("handed_out_by").order_by("handed_out_at", "pk"))


@dataclass(frozen=True)
class Given:
    """To whom a task was handed with one part: groups with their numbers, and bodies by name."""

    part: str
    groups: tuple[tuple[str, int], ...] = ()
    names: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return str(Part(self.part).label)


def given_of_tasks(tasks: Iterable[Task]) -> dict[int, list[Given]]:
    """Who was really handed each task, part by part, in two queries however many bodies there are."""
    kept = Assignment.objects.filter(task__in=list(tasks)).exclude(state=State.WITHDRAWN)
    groups: dict[tuple[int, str], list[tuple[str, int]]] = {}
    by_group = kept.exclude(group_words="").order_by("task", "group_words").values_list("task", "part", "group_words")
    for task, part, words, number in by_group.annotate(n=Count("*")):
        groups.setdefault((task, part), []).append((words, number))
    names: dict[tuple[int, str], list[str]] = {}
    for one in kept.filter(group_words="").select_related("unit").order_by("unit__sort_key", "pk"):
        names.setdefault((one.task_id, one.part), []).append(one.unit.full_name)
    found: dict[int, list[Given]] = {}
    for task, part in sorted({*groups, *names}, key=lambda key: rules.PRECEDENCE.index(key[1])):
        given = Given(part, tuple(groups.get((task, part), ())), tuple(names.get((task, part), ())))
        found.setdefault(task, []).append(given)
    return found


def late_of(thing: Task | plans.Plan, *, on: date) -> AssignmentQuerySet:
    """Who is late, the longest first."""
    tasks = [thing] if isinstance(thing, Task) else tasks_of(thing).order_by()
    late = Assignment.objects.filter(task__in=tasks).overdue(on=on)
    return late.select_related("unit", "task").order_by("due", "unit__sort_key", "pk")


def series_of(task: Task, *, on: date, most: int = 12) -> list[tuple[Task, Counts]]:
    """The occurrences of a task that comes back, the latest first, with how far each is."""
    head = task.series_id or task.pk
    found = list(Task.objects.filter(Q(pk=head) | Q(series=head)).order_by("-occurrence", "-pk")[:most])
    counts = progress_of_tasks(found, on=on)
    return [(one, counts.get(one.pk, Counts())) for one in found]


@dataclass(frozen=True)
class LateUnder:
    """How much is late of what a body handed out, and the latest day that passed."""

    body: units.Unit
    number: int
    latest: date


def late_by_keeper(*, on: date) -> list[LateUnder]:
    """Of every body that handed out what is late; of one that is no more, who took its work over is told."""
    late = Assignment.objects.overdue(on=on).filter(task__withdrawn_at=None)
    rows = late.order_by().values_list("task__plan__keeper").annotate(number=Count("pk"), latest=Max("due"))
    sums = {keeper: (number, latest) for keeper, number, latest in rows}
    bodies = units.Unit.objects.in_bulk(sums)
    heirs = Heir.objects.filter(unit__in=[pk for pk, body in bodies.items() if not body.is_living])
    follow = {one.unit_id: one.successor for one in heirs.select_related("successor")}
    return [LateUnder(follow.get(pk, bodies[pk]), number, latest) for pk, (number, latest) in sums.items()]


@dataclass(frozen=True)
class LateOfPlan:
    """How many parts of a plan are late, and since which day the longest."""

    plan: int
    number: int
    since: date


def late_by_plan(person: people.Person, *, on: date) -> list[LateOfPlan]:
    """Of what others owe to the bodies in whose name the person decides; what is late longest comes first."""
    late = access.mine_to_see_to(person).overdue(on=on).order_by()
    rows = late.values_list("task__plan").annotate(number=Count("pk"), since=Min("due"))
    return [LateOfPlan(*row) for row in rows.order_by("since", "task__plan")]
