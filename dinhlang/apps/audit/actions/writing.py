"""Writing the record: in the same transaction as the change that it tells of."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import models

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.audit.rules import ON_BEHALF_OF
from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import fold


def entry(
    act: str,
    thing: models.Model,
    *,
    by: people.Person | None,
    now: datetime,
    unit: units.Unit | None = None,
    reason: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Entry:
    """An entry not yet written; `act` is "app.verb", such as "plans.adopted". No actor means the house itself."""
    facts = dict(after or {})
    if (absent := _absent(by, thing, unit)) is not None:
        facts[ON_BEHALF_OF] = f"{absent.full_name} ({absent.username})"
    return Entry(
        moment=now,
        actor=by,
        act=act,
        thing_type=thing._meta.label,
        thing_key=str(thing.pk),
        thing_name=str(thing)[:300],
        unit=unit,
        reason=reason,
        before=dict(before or {}),
        after=facts,
        search_text=fold(str(thing)),
    )


def _absent(by: people.Person | None, thing: models.Model, unit: units.Unit | None) -> people.Person | None:
    """For whom somebody stood in who did this; what one does with one's own account is one's own."""
    return None if by is None or thing == by else by.acts_for(None if unit is None else unit.path)


def record(act: str, thing: models.Model, **facts: Any) -> Entry:
    """Write one entry; takes what `entry` takes."""
    written = entry(act, thing, **facts)
    written.save(force_insert=True)
    return written


def record_many(entries: Iterable[Entry]) -> None:
    """Write many entries at once."""
    Entry.objects.bulk_create(entries, batch_size=500)


def tell_whose_record(thing_type: str, key: str, *, reader: people.Person, now: datetime) -> None:
    """The record of one account tells what its mail and telephone were: the person may know who read it."""
    if thing_type != people.Person._meta.label or not key.isdecimal() or len(key) > 18:
        return
    about = people.Person.objects.filter(pk=key).first()
    if about is not None and reader.may(people.Word.AUDIT_READ):
        people.tell_seen(about, by=reader, page="record", why=people.Word.AUDIT_READ, now=now)
