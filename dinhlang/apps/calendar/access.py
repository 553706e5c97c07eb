"""Who may amend the days off: whoever holds the word over all whom this house serves."""

from django.http import Http404

from dinhlang.apps.calendar.models import DecidedDay
from dinhlang.apps.people import public as people


def may_amend(person: people.Person) -> bool:
    """One calendar counts for everyone who has an account here, so the word must be held over all of them."""
    return people.reaches_everyone(person, people.Word.CALENDAR_AMEND)


def decided_day_for(person: people.Person, pk: int) -> DecidedDay:
    """A decided day, for whoever amends the calendar."""
    found = DecidedDay.objects.filter(pk=pk).first() if may_amend(person) else None
    if found is None:
        raise Http404
    return found
