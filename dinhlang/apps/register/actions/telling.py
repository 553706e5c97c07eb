"""What every act here does last: the record is told, and the search remembers."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.register.queries import found_entries
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units


def day_of(now: datetime) -> date:
    """The day of a moment, in Việt Nam."""
    return timezone.localtime(now).date()


def tell(
    act: str,
    unit: units.Unit,
    *,
    by: people.Person | None,
    now: datetime,
    basis: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Write the act into the record, and let the unit and its branch be found as they are now."""
    audit.record(act, unit, by=by, now=now, unit=unit, reason=basis, before=before, after=after)
    search.remember_many(found_entries(unit.path))
