"""The one place that asks what time it is. Pages, jobs and commands call it and pass the answer on."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """This moment."""
    return timezone.now()


def today() -> date:
    """This day, in Việt Nam."""
    return timezone.localdate()
