"""Of whose councils the bodies are that owe something by a time."""

from collections.abc import Iterable

from dinhlang.apps.deadlines import public as deadlines
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.models import Assignment
from dinhlang.apps.units import public as units


def councils_that_owe(asked: Iterable[int]) -> dict[int, set[int]]:
    """By deadline, the places of these councils; what is closed is not asked for any more."""
    parts = Assignment.objects.alive().filter(
        task__deadline__in=list(asked), task__withdrawn_at=None, part__in=rules.OWING
    )
    rows = list(parts.order_by().values_list("task__deadline", "unit").distinct())
    places = deadlines.councils_of(units.Unit.objects.filter(pk__in={unit for _deadline, unit in rows}))
    found: dict[int, set[int]] = {}
    for deadline, unit in rows:
        if unit in places:
            found.setdefault(deadline or 0, set()).add(places[unit].pk)
    return found
