"""Who may read, hand out, tell progress and decide; and the only way for a page to get a task or a part of it."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from dinhlang.apps.deadlines import public as deadlines
from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks.models import (
    Assignment,
    AssignmentQuerySet,
    Evidence,
    Extension,
    Heir,
    Obstacle,
    ObstacleFile,
    ObstacleQuerySet,
    Share,
    ShareFile,
    Task,
    TaskQuerySet,
)
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any

_WITH_ITS_PART = ("assignment__unit", *(f"assignment__task__plan__{name}" for name in ("issuer", "keeper", "place")))
"""What asking about something beside a part needs."""
FEW_BODIES = 200


def may_look(person: people.Person) -> bool:
    """Whether there may be any task for this person to see."""
    return person.may(Word.TASKS_READ)


def may_hand_out_somewhere(person: people.Person) -> bool:
    """Whether there may be any plan for this person to hand out."""
    return person.may(Word.TASKS_HAND_OUT)


def may_tell_somewhere(person: people.Person) -> bool:
    """Whether this person acts in the name of any body."""
    return person.may(Word.TASKS_PROGRESS)


def may_decide_somewhere(person: people.Person) -> bool:
    """Whether this person decides on results in the name of any body."""
    return person.may(Word.TASKS_ACCEPT)


def may_hand_out(person: people.Person, plan: plans.Plan) -> bool:
    """Whoever hands out in the name of the body that keeps the plan, or of one above it on its branch."""
    return may_for(person, Word.TASKS_HAND_OUT, plan.keeper)


def may_for(person: people.Person, word: Word, unit: units.Unit) -> bool:
    """Whether the word reaches the unit; where it is no more, whoever took its work over speaks for it."""
    if person.may(word, at=unit.path):
        return True
    heir = None if unit.is_living else Heir.objects.filter(unit=unit).select_related("successor").first()
    return heir is not None and person.may(word, at=heir.successor.path)


def reads_as_heir(person: people.Person, plan: plans.Plan) -> bool:
    """Whoever took over from a body that kept a plan and is no more reads the plan, wherever they stand themselves."""
    return not plan.keeper.is_living and may_for(person, Word.PLANS_READ, plan.keeper)


def _taken_over(paths: Iterable[str]) -> QuerySet[units.Unit]:
    """Units that are no more, whose work went into these branches."""
    heirs = Heir.objects.filter(within_any("successor__path", paths))
    return units.Unit.objects.filter(pk__in=heirs.values("unit"), is_living=False)


def may_choose_heirs(person: people.Person) -> bool:
    """Whoever changes units says to whom the work of those goes that are no more."""
    return person.may(Word.UNITS_CHANGE)


def may_choose_heir(person: people.Person, unit: units.Unit, candidates: Iterable[units.Unit]) -> bool:
    """Over the unit as it stood, or over one of those that may take its work over."""
    return any(person.may(Word.UNITS_CHANGE, at=one.path) for one in (unit, *candidates))


def chosen_heir_for(person: people.Person, pk: int, *, today: date) -> Heir:
    """A choice for a day ahead that the person may take back."""
    ahead = Heir.objects.filter(day__gt=today, is_chosen=True).select_related("unit", "successor", "by")
    found = ahead.filter(pk=pk).first()
    if found is None:
        raise Http404
    if not may_choose_heir(person, found.unit, [found.successor]):
        raise PermissionDenied
    return found


def plan_to_sum(person: people.Person, pk: int) -> plans.Plan:
    """A plan of which this person reads every part, so that a sum is one."""
    plan = plans.plan_for(person, pk)
    if not reads_all_of_plan(person, plan):
        raise PermissionDenied
    return plan


def may_answer(person: people.Person, obstacle: Obstacle) -> bool:
    """Whoever decides in the name of the body that is asked."""
    return may_for(person, Word.TASKS_ACCEPT, obstacle.answerer)


def obstacles_to_answer(person: people.Person) -> ObstacleQuerySet:
    """What the bodies are asked in whose name the person decides."""
    paths = person.reach(Word.TASKS_ACCEPT)
    return Obstacle.objects.filter(within_any("answerer__path", paths) | Q(answerer__in=_taken_over(paths)))


def obstacles_of_mine(person: people.Person) -> ObstacleQuerySet:
    """What stands in the way of the bodies in whose name the person acts."""
    return Obstacle.objects.filter(within_any("assignment__unit__path", person.reach(Word.TASKS_PROGRESS)))


def obstacle_for(person: people.Person, pk: int) -> Obstacle:
    """An obstacle, if this person reads the part that it is of, or is asked about it."""
    found = _obstacles().filter(pk=pk).first()
    if found is None or not (may_read_assignment(person, found.assignment) or may_answer(person, found)):
        raise Http404
    return found


def obstacle_to_answer(person: people.Person, pk: int) -> Obstacle:
    """One that this person answers or passes up."""
    found = obstacle_for(person, pk)
    if not may_answer(person, found):
        raise PermissionDenied
    return found


def obstacle_to_judge(person: people.Person, pk: int) -> Obstacle:
    """One whose answer this person accepts or not, in the name of the body that asked."""
    found = obstacle_for(person, pk)
    if not may_progress(person, found.assignment):
        raise PermissionDenied
    return found


def obstacle_file_for(person: people.Person, pk: int) -> ObstacleFile:
    """A file beside an obstacle or its answer."""
    found = ObstacleFile.objects.select_related("file", "word").filter(pk=pk).first()
    if found is None:
        raise Http404
    obstacle_for(person, found.word.obstacle_id)
    return found


def _obstacles() -> QuerySet[Obstacle]:
    return Obstacle.objects.select_related("answerer", *_WITH_ITS_PART)


def may_see_inside(person: people.Person, assignment: Assignment) -> bool:
    """The body itself; whoever gave the task sees the body, and the inside only where the body lets it look."""
    return may_progress(person, assignment) or (assignment.inside_shown and may_read_assignment(person, assignment))


def may_do_share(person: people.Person, share: Share) -> bool:
    """Whoever it was given to, and whoever acts for the unit that has it, or for the body that gave it."""
    if share.person_id == person.pk or may_progress(person, share.assignment):
        return True
    return share.unit is not None and person.may(Word.TASKS_PROGRESS, at=share.unit.path)


def share_for(person: people.Person, pk: int) -> Share:
    """A share, if this person sees the inside of the part or has the share in hands."""
    found = Share.objects.select_related("unit", "person", *_WITH_ITS_PART).filter(pk=pk).first()
    if found is None or not (may_do_share(person, found) or may_see_inside(person, found.assignment)):
        raise Http404
    return found


def share_to_do(person: people.Person, pk: int) -> Share:
    """One of which this person tells."""
    found = share_for(person, pk)
    if not may_do_share(person, found):
        raise PermissionDenied
    return found


def share_to_decide(person: people.Person, pk: int) -> Share:
    """One that this person returns or takes back in the name of the body that gave it."""
    found = share_for(person, pk)
    if not may_progress(person, found.assignment):
        raise PermissionDenied
    return found


def share_file_for(person: people.Person, pk: int) -> ShareFile:
    """A file beside a share."""
    found = ShareFile.objects.select_related("file", "word").filter(pk=pk).first()
    if found is None:
        raise Http404
    share_for(person, found.word.share_id)
    return found


def may_accept(person: people.Person, task: Task) -> bool:
    """Whoever decides in the name of the body that keeps the plan: its issuer, or who received it from above."""
    return may_for(person, Word.TASKS_ACCEPT, task.plan.keeper)


def may_progress(person: people.Person, assignment: Assignment) -> bool:
    """Whoever acts in the name of the body that owes it."""
    return person.may(Word.TASKS_PROGRESS, at=assignment.unit.path)


def may_read(person: people.Person, task: Task) -> bool:
    """Those of the plan's place or of its issuer, and those of any body that has a part in it."""
    if reads_all_of(person, task):
        return True
    return task.assignments.of_units_within(*person.reach(Word.TASKS_READ)).exists()


def has_part_in(person: people.Person, deadline: deadlines.Deadline) -> bool:
    """Whether a person may know of a task that is due by this deadline."""
    found = Task.objects.filter(deadline=deadline).select_related("plan__issuer", "plan__keeper", "plan__place")
    return any(may_read(person, task) for task in found[:60])


def may_read_assignment(person: people.Person, assignment: Assignment) -> bool:
    """What a body told and sent is read by itself, by those above it, and by the plan's place and issuer."""
    return (
        reads_all_of(person, assignment.task)
        or person.may(Word.TASKS_READ, at=assignment.unit.path)
        or may_progress(person, assignment)
    )


def reads_all_of(person: people.Person, task: Task) -> bool:
    """Whoever reads for the plan's place or its keeper reads what every body told."""
    return reads_all_of_plan(person, task.plan)


def reads_all_of_plan(person: people.Person, plan: plans.Plan) -> bool:
    """Whoever reads for a plan's place or its keeper sees all of its bodies."""
    return person.may(Word.TASKS_READ, at=plan.place.path) or may_for(person, Word.TASKS_READ, plan.keeper)


def task_for(person: people.Person, pk: int) -> Task:
    """The task, if this person may know of it."""
    found = (
        Task.objects.select_related(
            "plan__issuer", "plan__keeper", "plan__place", "clause", "handed_out_by", "deadline"
        )
        .filter(pk=pk)
        .first()
    )
    if found is None or not may_read(person, found):
        raise Http404
    return found


def plan_to_hand_out(person: people.Person, pk: int) -> plans.Plan:
    """A plan to hand out: 403 where it may be read but is not this person's to hand out."""
    plan = plans.plan_for(person, pk)
    if not may_hand_out(person, plan):
        raise PermissionDenied
    return plan


def task_to_change(person: people.Person, pk: int) -> Task:
    """A task to hand further, to give another day, or to withdraw."""
    task = task_for(person, pk)
    if not may_hand_out(person, task.plan):
        raise PermissionDenied
    return task


def task_to_decide(person: people.Person, pk: int) -> Task:
    """A task whose results this person accepts or returns."""
    task = task_for(person, pk)
    if not may_accept(person, task):
        raise PermissionDenied
    return task


def assignment_to_tell(person: people.Person, pk: int) -> Assignment:
    """A part whose progress this person tells."""
    assignment = assignment_for(person, pk)
    if not may_progress(person, assignment):
        raise PermissionDenied
    return assignment


def assignment_to_decide(person: people.Person, pk: int) -> Assignment:
    """A part whose result this person accepts or returns."""
    assignment = assignment_for(person, pk)
    if not may_accept(person, assignment.task):
        raise PermissionDenied
    return assignment


def extension_to_answer(person: people.Person, pk: int) -> Extension:
    """A request for a later day that this person answers."""
    found = Extension.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.assignment = assignment_to_decide(person, found.assignment_id)
    return found


def assignment_for(person: people.Person, pk: int) -> Assignment:
    """One body's part of a task, if this person may know of it."""
    found = (
        Assignment.objects.select_related(
            "unit", "task__plan__issuer", "task__plan__keeper", "task__plan__place", "task__clause", "task__deadline"
        )
        .filter(pk=pk)
        .first()
    )
    if found is None or not may_read_assignment(person, found):
        raise Http404
    return found


def evidence_for(person: people.Person, pk: int) -> Evidence:
    """A file that a body sent, if this person may read what the body told."""
    found = (
        Evidence.objects.select_related(
            "file", "progress__assignment__unit", "progress__assignment__task__plan__issuer",
            "progress__assignment__task__plan__place", "progress__assignment__task__plan__keeper",
        )
        .filter(pk=pk)
        .first()
    )  # fmt: skip
    if found is None or not may_read_assignment(person, found.progress.assignment):
        raise Http404
    return found


def readable_parts(person: people.Person) -> AssignmentQuerySet:
    """Every part that the person may know, as `may_read_assignment` says of one."""
    reads = person.reach(Word.TASKS_READ)
    of_plan = within_any("task__plan__place__path", reads) | within_any("task__plan__keeper__path", reads)
    of_unit = within_any("unit__path", [*reads, *person.reach(Word.TASKS_PROGRESS)])
    return Assignment.objects.filter(of_plan | of_unit)


def mine_to_do(person: people.Person) -> AssignmentQuerySet:
    """Parts owed by the bodies in whose name the person acts."""
    return Assignment.objects.of_units_within(*person.reach(Word.TASKS_PROGRESS))


def tasks_of_mine(person: people.Person) -> TaskQuerySet:
    """Standing tasks handed out by the bodies in whose name the person decides."""
    return Task.objects.standing().filter(plan__in=plans.Plan.objects.filter(keeper__in=_keepers(person)))


def _keepers(person: people.Person) -> list[int] | QuerySet:
    """Those bodies, and those whose work they took over; by number where they are few.

    A database that is told the numbers knows how much each has handed out, and begins at the right end.
    """
    paths = person.reach(Word.TASKS_ACCEPT)
    found = units.Unit.objects.filter(within_any("path", paths)).values("pk").union(_taken_over(paths).values("pk"))
    some = [row["pk"] for row in found[: FEW_BODIES + 1]]
    return some if len(some) <= FEW_BODIES else found


def chosen_to_decide(person: people.Person, keys: Iterable[int]) -> list[Assignment]:
    """Those of many parts that this person decides about, as a page names them; others are not known to exist."""
    found = mine_to_see_to(person).filter(pk__in=list(keys)).order_by("unit__sort_key", "pk")
    return list(found.select_related("unit", "task__plan__issuer", "task__plan__keeper", "task__plan__place"))


def mine_to_see_to(person: people.Person) -> AssignmentQuerySet:
    """Parts that others owe to the bodies in whose name the person decides."""
    return Assignment.objects.filter(task__in=tasks_of_mine(person))
