"""What stands in the way: of whom, whom it waits for, who is above."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, QuerySet

from dinhlang.apps.people import public as people
from dinhlang.apps.tasks import access
from dinhlang.apps.tasks.models import Assignment, Obstacle, ObstacleState, ObstacleWord, Task
from dinhlang.apps.units import public as units


def obstacles_of_tasks(tasks: Iterable[Task] | Iterable[int] | QuerySet[Task]) -> dict[int, int]:
    """How many parts of each task have something in their way that nobody answered, in one query."""
    open_ones = Obstacle.objects.waiting().filter(assignment__task__in=tasks).order_by()
    rows = open_ones.values_list("assignment__task").annotate(n=Count("assignment", distinct=True))
    return dict(rows)


def stuck_among(parts: Iterable[Assignment]) -> set[int]:
    """Which of these have something in their way that nobody answered."""
    keys = [part.pk for part in parts]
    return set(Obstacle.objects.waiting().filter(assignment__in=keys).order_by().values_list("assignment", flat=True))


def obstacles_to_answer(person: people.Person) -> QuerySet[Obstacle]:
    """What waits for an answer of the bodies in whose name the person decides, the longest waiting first."""
    return shown(access.obstacles_to_answer(person).waiting())


def obstacles_answered(person: people.Person) -> QuerySet[Obstacle]:
    """Answers to what the person's bodies asked, which they have not accepted yet."""
    return shown(access.obstacles_of_mine(person).filter(state=ObstacleState.ANSWERED))


def shown(found: QuerySet[Obstacle]) -> QuerySet[Obstacle]:
    return found.select_related("assignment__unit", "assignment__task__plan", "answerer").order_by("raised_at", "pk")


def said_of(obstacle: Obstacle) -> QuerySet[ObstacleWord]:
    """What was said of it, from the first line on."""
    return obstacle.said.select_related("by", "unit").prefetch_related("files__file").order_by("pk")


def obstacles_of(assignment: Assignment) -> QuerySet[Obstacle]:
    """Those of one part, the latest first."""
    return assignment.obstacles.select_related("answerer").order_by("-raised_at", "-pk")


def superior_of(unit: units.Unit, *, day: date) -> units.Unit | None:
    """Who is asked when a body cannot decide alone: what it stands under, or the same kind of body one place higher."""
    version = units.version_of(unit, day=day)
    parent = version.parent if version else unit.parent
    if parent is None:
        return None
    if not units.is_territory(parent.kind):
        return parent
    place = units.version_of(parent, day=day)
    above = place.parent if place else parent.parent
    while above is not None:
        standing = units.children_of(above, day=day).select_related("unit")
        same = standing.filter(kind=unit.kind).first() or standing.filter(kind=units.UnitKind.PEOPLE_COMMITTEE).first()
        if same is not None:
            return same.unit
        above = above.parent
    return None
