"""Who may look from above, and how far their eyes reach."""

from django.core.exceptions import PermissionDenied

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks


def may_look(person: people.Person) -> bool:
    """Reads tasks somewhere."""
    return person.may(people.Word.TASKS_READ)


def plan_to_oversee(person: people.Person, pk: int) -> plans.Plan:
    """A plan whose bodies the person sees all: those of its place and its issuer. 403 for who only takes part."""
    plan = plans.plan_for(person, pk)
    if not tasks.reads_all_of_plan(person, plan):
        raise PermissionDenied
    return plan


def paths_within(person: people.Person, plan: plans.Plan) -> list[str] | None:
    """The branches whose bodies the person sees of a plan; None for all of them."""
    return None if tasks.reads_all_of_plan(person, plan) else person.reach(people.Word.TASKS_READ)


def may_hand_out_somewhere(person: people.Person) -> bool:
    """Hands out tasks of some plan."""
    return person.may(people.Word.TASKS_HAND_OUT)


def change_to_follow(person: people.Person, pk: int) -> plans.Change:
    """A change whose consequences the person decides: whoever hands out the new plan."""
    change = plans.change_for(person, pk)
    if not tasks.may_hand_out(person, change.later):
        raise PermissionDenied
    return change
