"""Who may read, hand out, tell progress and decide; and the only way for a page to get a task or a part of it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks.models import Assignment, AssignmentQuerySet, Evidence, Task, TaskQuerySet
from dinhlang.base.fields import within_any


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
    return person.may(Word.TASKS_HAND_OUT, at=plan.keeper.path)


def may_accept(person: people.Person, task: Task) -> bool:
    """Whoever decides in the name of the body that keeps the plan: its issuer, or who received it from above."""
    return person.may(Word.TASKS_ACCEPT, at=task.plan.keeper.path)


def may_progress(person: people.Person, assignment: Assignment) -> bool:
    """Whoever acts in the name of the body that owes it."""
    return person.may(Word.TASKS_PROGRESS, at=assignment.unit.path)


def may_read(person: people.Person, task: Task) -> bool:
    """Those of the plan's place or of its issuer, and those of any body that has a part in it."""
    if reads_all_of(person, task):
        return True
    return task.assignments.of_units_within(*person.reach(Word.TASKS_READ)).exists()


def may_read_assignment(person: people.Person, assignment: Assignment) -> bool:
    """What a body told and sent is read by itself, by those above it, and by the plan's place and issuer."""
    return (
        reads_all_of(person, assignment.task)
        or person.may(Word.TASKS_READ, at=assignment.unit.path)
        or may_progress(person, assignment)
    )


def reads_all_of(person: people.Person, task: Task) -> bool:
    """Whoever reads for the plan's place or its keeper reads what every body told."""
    plan = task.plan
    return person.may(Word.TASKS_READ, at=plan.place.path) or person.may(Word.TASKS_READ, at=plan.keeper.path)


def task_for(person: people.Person, pk: int) -> Task:
    """The task, if this person may know of it."""
    found = (
        Task.objects.select_related("plan__issuer", "plan__keeper", "plan__place", "clause", "handed_out_by")
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


def assignment_for(person: people.Person, pk: int) -> Assignment:
    """One body's part of a task, if this person may know of it."""
    found = (
        Assignment.objects.select_related(
            "unit", "task__plan__issuer", "task__plan__keeper", "task__plan__place", "task__clause"
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


def mine_to_do(person: people.Person) -> AssignmentQuerySet:
    """Parts owed by the bodies in whose name the person acts."""
    return Assignment.objects.of_units_within(*person.reach(Word.TASKS_PROGRESS))


def tasks_of_mine(person: people.Person) -> TaskQuerySet:
    """Standing tasks handed out by the bodies in whose name the person decides."""
    issued = plans.Plan.objects.filter(within_any("keeper__path", person.reach(Word.TASKS_ACCEPT)))
    return Task.objects.standing().filter(plan__in=issued)


def mine_to_see_to(person: people.Person) -> AssignmentQuerySet:
    """Parts that others owe to the bodies in whose name the person decides."""
    return Assignment.objects.filter(task__in=tasks_of_mine(person))
