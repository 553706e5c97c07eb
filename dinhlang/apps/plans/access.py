"""Who may read a plan, and who may change what is said of it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404

from dinhlang.apps.intake import public as intake
from dinhlang.apps.people import public as people
from dinhlang.apps.plans.kinds import is_read_above
from dinhlang.apps.plans.models import Change, Clause, Plan
from dinhlang.apps.units import public as units


def may_read(person: people.Person) -> bool:
    """May they open the room?"""
    return person.may(people.Word.PLANS_READ)


def may_adopt(person: people.Person) -> bool:
    """May they adopt a plan anywhere?"""
    return person.may(people.Word.PLANS_ADOPT)


def may_adopt_document(person: people.Person, document: intake.Document) -> bool:
    """May they make this document a plan, in the name of its issuer or of the body that received it?"""
    return keeper_for(person, document) is not None


def keeper_for(person: people.Person, document: intake.Document) -> units.Unit | None:
    """For whom they may make it a plan: its issuer, else the body that received it from above; else nobody."""
    if document.issuer is None:
        return None
    if person.may(people.Word.PLANS_ADOPT, at=document.issuer.path):
        return document.issuer
    received = binds(document.issuer, document.owner) and person.may(people.Word.PLANS_ADOPT, at=document.owner.path)
    return document.owner if received else None


def binds(issuer: units.Unit, receiver: units.Unit) -> bool:
    """Whether what one body issues may bind another: it stands at the other's place, or at a place above it."""
    return issuer.pk != receiver.pk and receiver.path.startswith(units.place_of(issuer).path)


def may_read_plan(person: Any, plan: Plan) -> bool:
    """Public plans are for everyone; others for those who read at its place, and for those below it, whom it binds."""
    if plan.is_public:
        return True
    if not person.is_authenticated:
        return False
    reach = person.reach(people.Word.PLANS_READ)
    near = any(plan.place.path.startswith(path) or path.startswith(plan.place.path) for path in reach)
    return near or is_read_above(person, plan)


def may_change(person: Any, plan: Plan) -> bool:
    """May they link the plan, or show it to residents? Whoever adopts for the body that keeps it."""
    return bool(person.is_authenticated and person.may(people.Word.PLANS_ADOPT, at=plan.keeper.path))


def plan_for(person: Any, pk: int) -> Plan:
    """The only way to get a plan: 404 for what one may not know."""
    plan = Plan.objects.with_names().select_related("adopted_by").filter(pk=pk).first()
    if plan is None or not may_read_plan(person, plan):
        raise Http404
    return plan


def plan_to_change(person: people.Person, pk: int) -> Plan:
    """A plan to change something of: 403 for what may be read but not changed."""
    plan = plan_for(person, pk)
    if not may_change(person, plan):
        raise PermissionDenied
    return plan


def plan_and_other(person: people.Person, pk: int, other: int) -> tuple[Plan, Plan]:
    """A plan to change something of, and another that the person may read."""
    return plan_to_change(person, pk), plan_for(person, other)


def plan_and_basis(person: people.Person, pk: int, other: int) -> tuple[Plan, Plan]:
    """The same, of a plan that is based on the other."""
    plan, basis = plan_and_other(person, pk, other)
    if not plan.based_on.filter(pk=basis.pk).exists():
        raise Http404
    return plan, basis


def clause_to_take_over(person: people.Person, pk: int, other: int, clause: int) -> tuple[Plan, Clause]:
    """A plan, and a clause of one that it is based on."""
    plan, basis = plan_and_basis(person, pk, other)
    found = basis.clauses.select_related("plan").filter(pk=clause).first()
    if found is None:
        raise Http404
    return plan, found


def change_for(person: Any, pk: int) -> Change:
    """A change of a plan: for who may read both, before and after."""
    both = ("earlier__place", "earlier__issuer", "later__place", "later__issuer")
    change = Change.objects.select_related(*both, "said_by").filter(pk=pk).first()
    if change is None or not (may_read_plan(person, change.earlier) and may_read_plan(person, change.later)):
        raise Http404
    return change


def document_to_adopt(person: people.Person, pk: int) -> intake.Document:
    """A document to make a plan of: 403 where neither its issuer nor its receiver is theirs to speak for."""
    document = intake.document_for(person, pk)
    if not may_adopt_document(person, document):
        raise PermissionDenied
    return document
