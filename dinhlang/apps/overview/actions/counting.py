"""Counting how all places stand, in a few questions, whatever their number."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Count, Q
from django.utils.module_loading import import_string

from dinhlang.apps.operations import public as operations
from dinhlang.apps.overview.models import PlaceCount
from dinhlang.apps.overview.rules import state_of_place
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units

COUNT = "dinhlang.apps.overview.jobs.count_the_board"
"""By name: jobs stand above actions."""
KEPT = ("done", "submitted", "doing", "late", "rest")
"""Of the counts of tasks, those that make the sum of what a place owes."""


@transaction.atomic
def count_places(*, day: date, now: datetime) -> int:
    """Every commune anew; says how many have something to do. What is derived is counted, so nobody signs for it."""
    sums = _sums_by_place(day)
    rows = [
        PlaceCount(
            place_id=place,
            state=state_of_place(**(numbers := {name: getattr(counts, name) for name in KEPT})),
            counted_at=now,
            **numbers,
        )
        for place, counts in sums.items()
    ]
    names = ["state", *KEPT, "counted_at"]
    PlaceCount.objects.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["place"], update_fields=names
    )
    PlaceCount.objects.filter(counted_at__lt=now).delete()
    return len(rows)


def count_soon(*, day: date, now: datetime, every: timedelta) -> None:
    """Let a worker count, at most once in each such stretch of time, however many look at the board."""
    stretch = int(now.timestamp() // every.total_seconds())
    operations.put(import_string(COUNT), told={"day": day.isoformat()}, now=now, key=f"stretch {stretch}")


def _sums_by_place(day: date) -> dict[int, tasks.Counts]:
    grouped = tasks.Assignment.objects.owing().filter(task__withdrawn_at__isnull=True).order_by()
    rows = grouped.values_list("unit", "state").annotate(n=Count("*"), late=Count("due", filter=Q(due__lt=day)))
    by_unit: dict[int, tasks.Counts] = {}
    for unit, state, number, late in rows:
        by_unit[unit] = by_unit.get(unit, tasks.Counts()).plus(state, number, late)
    communes = set(units.Unit.objects.of_kind(units.UnitKind.COMMUNE).values_list("pk", flat=True))
    sums: dict[int, tasks.Counts] = {}
    paths = units.Unit.objects.filter(assignments__isnull=False).order_by().distinct().values_list("pk", "path")
    for pk, path in paths.iterator(chunk_size=2000):
        place = next((key for key in map(int, path.split(".")[-2::-1]) if key in communes), None)
        if place is not None and pk in by_unit:
            sums[place] = sums.get(place, tasks.Counts()) + by_unit[pk]
    return sums
