"""What the timetable calls."""

from datetime import date

from django_tasks import task

from dinhlang.apps.units import public as units


@task()
def turn_to_today(*, day: str) -> int:
    """Changes of units that were decided for this day show from now on."""
    return units.refresh_current(date.fromisoformat(day))
