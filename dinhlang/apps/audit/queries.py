"""Reads of the record."""

from django.db import models
from django.db.models import QuerySet

from dinhlang.apps.audit.models import Entry


def history_of(thing: models.Model) -> QuerySet[Entry]:
    """All that was done with a thing, latest first."""
    return (
        Entry.objects.filter(thing_type=thing._meta.label, thing_key=str(thing.pk))
        .select_related("actor", "unit")
        .order_by("-moment", "-pk")
    )
