"""What a stranger may see: places, and what their bodies made public."""

from django.http import Http404

from dinhlang.apps.issuance import public as issuance
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units

WITH_A_FACE = (units.UnitKind.PROVINCE, units.UnitKind.COMMUNE, units.UnitKind.DISTRICT)


def place_for(code: str) -> units.Unit:
    """The province, district or commune of a code; a unit without a public face is not found."""
    place = units.Unit.objects.filter(code=code, kind__in=WITH_A_FACE).select_related("parent").first()
    if place is None:
        raise Http404
    return place


def public_plan_for(place: units.Unit, pk: int) -> plans.Plan:
    """A plan that its issuer made public here."""
    plan = plans.Plan.objects.filter(pk=pk, place=place, is_public=True).select_related("issuer").first()
    if plan is None:
        raise Http404
    return plan


def public_task_for(plan: plans.Plan, pk: int) -> tasks.Task:
    """A task that stands under a public plan."""
    task = tasks.tasks_of(plan).select_related("clause").filter(pk=pk).first()
    if task is None:
        raise Http404
    return task


def village_for(place: units.Unit, code: str) -> units.Unit:
    """A village of the place."""
    village = units.Unit.objects.filter(code=code, kind=units.UnitKind.VILLAGE, parent=place).first()
    if village is None:
        raise Http404
    return village


def public_document_for(place: units.Unit, pk: int) -> issuance.OutgoingDocument:
    """An official document that its issuer showed to residents here."""
    document = issuance.issued_public_of(place).filter(pk=pk).first()
    if document is None:
        raise Http404
    return document
