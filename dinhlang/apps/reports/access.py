"""Who may read and write reports; `report_for` is the only way to load one."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reports.models import Report, ReportQuerySet
from dinhlang.apps.units import public as units


def may_read(person: people.Person) -> bool:
    """Reads reports somewhere."""
    return person.is_authenticated and person.may(people.Word.REPORTS_READ)


def may_write(person: people.Person) -> bool:
    """Writes reports in some body's name."""
    return person.is_authenticated and person.may(people.Word.REPORTS_WRITE)


def may_write_for(person: people.Person, unit: units.Unit) -> bool:
    """Writes reports in this body's name."""
    return person.may(people.Word.REPORTS_WRITE, at=unit.path)


def readable_reports(person: people.Person) -> ReportQuerySet:
    """The reports of the bodies for which the person writes; of all bodies where they read, those that are final."""
    own = Report.objects.of_units_within(*person.reach(people.Word.REPORTS_WRITE))
    within_reach = Report.objects.of_units_within(*person.reach(people.Word.REPORTS_READ))
    return own | within_reach.final()


def report_for(person: people.Person, pk: int, *, to_write: bool = False) -> Report:
    """The report, if the person may know it; to write it, the person must act for its body."""
    report = readable_reports(person).select_related("plan__issuer", "unit", "gathered_by").filter(pk=pk).first()
    if report is None:
        raise Http404
    if to_write and not may_write_for(person, report.unit):
        raise PermissionDenied
    return report


def plans_to_report_on(person: people.Person) -> QuerySet[plans.Plan]:
    """The plans that bind the places where the person reads."""
    return plans.readable_by(person)
