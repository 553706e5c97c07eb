"""Who may do what with units: anyone signed in reads the tree; changing and importing need a word over the place."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from dinhlang.apps.people import public as people
from dinhlang.apps.register.models import PendingImport
from dinhlang.apps.units import public as units


class Asked(HttpRequest):
    """A request of someone signed in."""

    user: people.Person


def may_change(person: people.Person) -> bool:
    """Whether the person may change units anywhere."""
    return person.is_authenticated and person.may(people.Word.UNITS_CHANGE)


def may_import(person: people.Person) -> bool:
    """Whether the person may send a table of units."""
    return person.is_authenticated and person.may(people.Word.UNITS_IMPORT)


def may_change_unit(person: people.Person, unit: units.Unit) -> bool:
    """Whether the person may change this unit and what stands under it."""
    return person.is_authenticated and person.may(people.Word.UNITS_CHANGE, at=unit.path)


def may_read_history(person: people.Person, unit: units.Unit) -> bool:
    """Whether the person may read who changed this unit."""
    return may_change_unit(person, unit) or person.may(people.Word.AUDIT_READ, at=unit.path)


def may_load_country(person: people.Person) -> bool:
    """Whether the person may put the country's units in: over the whole country, or all that stands so far."""
    tops = units.Unit.objects.filter(parent=None)
    return may_import(person) and all(person.may(people.Word.UNITS_IMPORT, at=top.path) for top in tops)


def unit_for(person: people.Person, code: str) -> units.Unit:
    """The unit of a code, living or not; everyone signed in may know all of them."""
    known = units.Unit.objects.with_a_life().filter(code=code).select_related("parent")
    unit = known.first() if person.is_authenticated else None
    if unit is None:
        raise Http404
    return unit


def changeable_unit_for(person: people.Person, code: str) -> units.Unit:
    """The unit, if the person may change it."""
    unit = unit_for(person, code)
    if not may_change_unit(person, unit):
        raise PermissionDenied
    return unit


def pending_import_for(person: people.Person, pk: int) -> PendingImport:
    """The table that the person sent and has not confirmed yet."""
    pending = PendingImport.objects.filter(pk=pk, made_by=person).first() if person.is_authenticated else None
    if pending is None:
        raise Http404
    return pending
