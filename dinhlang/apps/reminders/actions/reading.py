"""A person says that they read what they were told. It is theirs alone, so the record is not burdened with it."""

from datetime import datetime

from dinhlang.apps.people import public as people
from dinhlang.apps.reminders.models import Notice


def read(*, notice: Notice, now: datetime) -> Notice:
    """Read; a second time changes nothing."""
    if Notice.objects.filter(pk=notice.pk, read_at=None).update(read_at=now):
        notice.read_at = now
    return notice


def read_all(*, by: people.Person, now: datetime, up_to: int) -> int:
    """All that the page showed as unread; what came since then stays so."""
    return Notice.objects.filter(person=by, pk__lte=up_to).pending().update(read_at=now)
