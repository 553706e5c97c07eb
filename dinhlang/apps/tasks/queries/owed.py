"""What bodies owe, and what waits for a decision."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Sum
from django.urls import reverse

from dinhlang.apps.deadlines import public as deadlines
from dinhlang.apps.people import public as people
from dinhlang.apps.search import public as search
from dinhlang.apps.tasks import access, rules
from dinhlang.apps.tasks.models import (
    Assignment,
    AssignmentQuerySet,
    Extension,
    Obstacle,
    Progress,
    State,
    Task,
    TaskCount,
    TaskQuerySet,
    told_by,
)
from dinhlang.apps.units import public as units
from dinhlang.base.listing import key_of
from dinhlang.pure.viet import fold

FEW = 1000


def owed_by(*paths: str) -> AssignmentQuerySet:
    """What the bodies in these branches still have to do, the most urgent first; what has no day comes last."""
    return urgent_first(Assignment.objects.of_units_within(*paths).open())


def urgent_first(assignments: AssignmentQuerySet) -> AssignmentQuerySet:
    """By due day; a part without a day comes last on either database."""
    with_names = assignments.select_related("unit", "task__plan__issuer", "task__deadline")
    return with_names.order_by(F("due").asc(nulls_last=True), "pk")


def due_between(first: date, latest: date, *paths: str) -> AssignmentQuerySet:
    """What the bodies in these branches owe between two days, both included."""
    return owed_by(*paths).filter(due__gte=first, due__lte=latest)


def to_do_for(person: people.Person) -> AssignmentQuerySet:
    """What waits for this person to be done in the name of a body."""
    return urgent_first(access.mine_to_do(person).open())


def waiting_for_me(person: people.Person, *, seen_to: AssignmentQuerySet | None = None) -> AssignmentQuerySet:
    """What waits for this person's decision, the longest waiting first; what one sent oneself, others decide.

    A page that asks for several such lists says once what the person sees to.
    """
    mine = access.mine_to_see_to(person) if seen_to is None else seen_to
    handed_in = mine.to_be_decided().sent_by_others(person)
    return handed_in.select_related("unit", "task__plan__issuer").order_by("changed_at", "pk")


@dataclass(frozen=True)
class Numbers:
    """How many parts wait for a person's decision, and how many are late with others."""

    waiting: int
    late: int


def numbers_with_others(person: people.Person, *, given: TaskQuerySet, on: date) -> Numbers:
    """How many `waiting_for_me` and `late_with_others` list, from the kept counts of the tasks given.

    All that wait or are late are added up; of these what is one's own is taken off, which is little.
    """
    late = Q(part__in=rules.OWING, state__in=rules.OPEN, due__lt=on)
    sums = TaskCount.objects.filter(task__in=given).aggregate(
        waiting=Sum("number", filter=Q(state__in=rules.TO_BE_DECIDED)), late=Sum("number", filter=late)
    )
    own_late = access.mine_to_do(person).overdue(on=on).filter(task__in=given).count()
    return Numbers((sums["waiting"] or 0) - _own_waiting(person, given), (sums["late"] or 0) - own_late)


def _own_waiting(person: people.Person, given: TaskQuerySet) -> int:
    """Of what waits, what the person sent: told the numbers, a database looks at these and not at all that waits."""
    asked = Progress.objects.filter(by=person, state__in=rules.TO_BE_DECIDED).order_by()
    few, told = set(asked.values_list("assignment", flat=True)), told_by(person)
    if not few:
        return 0
    if len(few) <= FEW:
        told = told.filter(assignment__in=few)
    return Assignment.objects.to_be_decided().filter(task__in=given, pk__in=told.values("assignment")).count()


def extensions_to_answer(person: people.Person) -> QuerySet[Extension]:
    """Who asks this person's bodies for a later day, the day that comes first before the others."""
    asked = Extension.objects.filter(answer="", assignment__in=access.mine_to_see_to(person).open())
    return asked.select_related("assignment__unit", "assignment__task", "asked_by").order_by("due_before", "pk")


def extensions_of(deadline: deadlines.Deadline, *, most: int = 100) -> list[Extension]:
    """What was asked of, and answered to, those who owe by a deadline."""
    found = Extension.objects.filter(assignment__task__deadline=deadline)
    names = ("assignment__unit", "assignment__task__plan__issuer", "assignment__task__plan__place")
    return list(found.select_related(*names, "asked_by", "answered_by")[:most])


def waiting_for_others(person: people.Person, *, seen_to: AssignmentQuerySet | None = None) -> AssignmentQuerySet:
    """Results of the person's bodies that somebody else has to decide on, the longest waiting first."""
    own_to_decide = waiting_for_me(person, seen_to=seen_to).order_by().values("pk")
    handed_in = access.mine_to_do(person).to_be_accepted().exclude(pk__in=own_to_decide)
    return handed_in.select_related("unit", "task__plan__issuer").order_by("submitted_on", "pk")


def late_with_others(
    person: people.Person, *, on: date, seen_to: AssignmentQuerySet | None = None
) -> AssignmentQuerySet:
    """What others still owe to the bodies in whose name the person decides, the longest late first.

    What the person may do in the name of a body is no wait for others: it stands among what is to be done.
    """
    own_to_do = access.mine_to_do(person).open().order_by().values("pk")
    mine = access.mine_to_see_to(person) if seen_to is None else seen_to
    late = mine.overdue(on=on).exclude(pk__in=own_to_do)
    return late.select_related("unit", "task__plan__issuer").order_by("due", "unit__sort_key", "pk")


def part_of(unit: units.Unit, task: Task) -> Assignment | None:
    """What a body owes of a task, if it has a part in it."""
    return Assignment.objects.filter(unit=unit, task=task).select_related("unit").first()


def filtered(
    found: AssignmentQuerySet, *, q: str = "", state: str = "", plan: str = "", part: str = "", on: date
) -> AssignmentQuerySet:
    """Only those with the words, in the state ("late" and "open" too), of the plan, with the part."""
    found = in_state(found, state, on=on)
    if (key := key_of(plan)) is not None:
        found = found.filter(task__plan=key)
    if part:
        found = found.filter(part=part)
    for word in fold(q).split()[:8]:
        unit_named = Q(unit__search_text__contains=word)
        found = found.filter(unit_named | Q(task__search_text__contains=word))
    return found


def in_state(found: AssignmentQuerySet, state: str, *, on: date) -> AssignmentQuerySet:
    """In a state; "late", "open" and "obstacle" are asked for like states."""
    if state == "late":
        return found.overdue(on=on)
    if state == "open":
        return found.open()
    if state == "obstacle":
        return found.filter(pk__in=Obstacle.objects.waiting().values("assignment"))
    return found.filter(state=state) if state else found


def filtered_tasks(found: TaskQuerySet, *, q: str = "", state: str = "", plan: str = "", on: date) -> TaskQuerySet:
    """Only tasks with the words, of the plan, and with anybody in the state; "accepted" and "open" are the task's."""
    if (key := key_of(plan)) is not None:
        found = found.filter(plan=key)
    for word in fold(q).split()[:8]:
        found = found.filter(search_text__contains=word)
    if not state:
        return found
    parts = Assignment.objects.filter(task=OuterRef("pk")).order_by()
    unfinished = parts.owing().exclude(state=State.ACCEPTED)
    if state == "accepted":
        return found.filter(~Exists(unfinished))
    return found.filter(Exists(unfinished if state == "open" else in_state(parts, state, on=on)))


def found_as(task: Task) -> search.Entry:
    """How a task shows in the search; only who may read tasks there finds it."""
    return search.entry(
        "task",
        task.pk,
        title=task.title,
        detail=str(task.plan),
        body=task.text,
        url=reverse("tasks:task", args=[task.pk]),
        path=task.plan.place.path,
        day=task.due,
    )


def all_found() -> Iterator[search.Entry]:
    """Every standing task as the index keeps it, for the nightly healing."""
    tasks = Task.objects.standing().select_related("plan__place").order_by("pk")
    return (found_as(task) for task in tasks.iterator(chunk_size=200))
