"""Who may look from above, and how far their eyes reach."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from dinhlang.apps.overview.models import SavedView
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any


def may_look(person: people.Person) -> bool:
    """Reads tasks somewhere."""
    return person.may(people.Word.TASKS_READ)


def plan_to_oversee(person: people.Person, pk: int) -> plans.Plan:
    """A plan whose bodies the person sees all: those of its place and its issuer. 403 for who only takes part."""
    plan = plans.plan_for(person, pk)
    if not tasks.reads_all_of_plan(person, plan):
        raise PermissionDenied
    return plan


def clause_to_ask(person: people.Person, pk: int, clause_pk: int) -> plans.Clause:
    """A clause of which the person says whether those who owe it make a plan of their own."""
    plan = plan_to_oversee(person, pk)
    if not plans.may_change(person, plan):
        raise PermissionDenied
    clause = plans.Clause.objects.filter(plan=plan, pk=clause_pk).first()
    if clause is None:
        raise Http404
    return clause


def place_for(person: people.Person, code: str) -> units.Unit:
    """A commune within the person's reach."""
    reach = person.reach(people.Word.TASKS_READ)
    found = units.Unit.objects.of_kind(units.UnitKind.COMMUNE).filter(within_any("path", reach), code=code).first()
    if found is None:
        raise Http404
    return found


def view_of(person: people.Person, pk: int) -> SavedView:
    """A saved view of the person's own."""
    found = SavedView.objects.filter(person=person, pk=pk).first()
    if found is None:
        raise Http404
    return found


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


def difference_to_decide(person: people.Person, pk: int, order: int) -> plans.Difference:
    """One point of a change, with what becomes of the task that was handed out for it."""
    change = change_to_follow(person, pk)
    found = change.differences.select_related("earlier", "later").filter(order=order).first()
    if found is None:
        raise Http404
    found.change = change
    return found
