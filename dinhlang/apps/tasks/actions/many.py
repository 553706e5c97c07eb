"""Many parts go to another body at once: each for itself, and who was left out is told by name with why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.people import public as people
from dinhlang.apps.tasks.actions.talk import CannotReassign, reassign
from dinhlang.apps.tasks.models import Assignment
from dinhlang.apps.units import public as units


@dataclass(frozen=True)
class Together:
    """What came of many: those that went, and those that stayed, each with why."""

    moved: list[Assignment] = field(default_factory=list)
    left: list[tuple[Assignment, str]] = field(default_factory=list)


@transaction.atomic
def reassign_many(
    *, chosen: Mapping[int, int], to: units.Unit, reason: str, by: people.Person, now: datetime
) -> Together:
    """Reassign every part that was chosen; `chosen` says which unit the page showed for each.

    What somebody moved meanwhile is left where it went. A second click therefore finds nothing left to do.
    """
    if not reason.strip():
        raise CannotReassign(_("Xin ghi lý do chuyển; cả hai đơn vị sẽ đọc lý do này."), field="reason")
    done = Together()
    for one in _locked(chosen):
        try:
            with transaction.atomic():
                _must_be_as_shown(one, chosen[one.pk])
                reassign(assignment=one, to=to, reason=reason, by=by, now=now)
        except CannotReassign as refused:
            done.left.append((one, str(refused)))
        else:
            done.moved.append(one)
    return done


def _locked(chosen: Mapping[int, int]) -> list[Assignment]:
    """Held one by one in one order, so that two officers wait for each other and never in a circle."""
    found = Assignment.objects.select_for_update(of=("self",)).filter(pk__in=list(chosen)).order_by("pk")
    return list(found.select_related("unit", "task__plan__issuer", "task__plan__keeper", "task__plan__place"))


def _must_be_as_shown(assignment: Assignment, unit: int) -> None:
    if assignment.unit_id != unit:
        now_at = {"unit": assignment.unit.full_name}
        raise CannotReassign(_("Vừa được chuyển cho %(unit)s.") % now_at)
