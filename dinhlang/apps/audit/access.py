"""Who may read the record. Each person may read what they did themselves."""

from django.db.models import QuerySet

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.people import public as people


def may_read_of_others(person: people.Person) -> bool:
    """Whether the person may read what others did, anywhere."""
    return person.may(people.Word.AUDIT_READ)


def entries_for(person: people.Person) -> QuerySet[Entry]:
    """What the person may read: own acts, and those within reach."""
    return Entry.objects.readable_by(person)
