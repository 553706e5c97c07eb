"""Laying the chain, seconds after the entries are written, and sealing each day (see docs/decisions/0006)."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from dinhlang.apps.audit.models import Link, Seal
from dinhlang.apps.audit.queries.chain import facts_of, head, last_link_of, without_link
from dinhlang.apps.audit.rules import ORIGIN, digest_of

AT_ONCE = 1000


def lay_links(*, everywhere: bool = False) -> int:
    """Bind every committed entry that has no place yet; says how many. Whoever comes second to a place leaves it.

    `everywhere` also finds what was committed long after its key was given, as by an import that took minutes.
    """
    laid = 0
    while count := _lay_some(everywhere):
        laid += count
    return laid


def _lay_some(everywhere: bool) -> int:
    try:
        with transaction.atomic():
            links = _next_links(everywhere)
            Link.objects.bulk_create(links)
    except IntegrityError:  # another process laid the same places in this moment: they are laid
        return 0
    return len(links)


def _next_links(everywhere: bool) -> list[Link]:
    last = head()
    place, digest = (last.place, last.digest) if last else (0, ORIGIN)
    links = []
    for row in facts_of(without_link(after=last, everywhere=everywhere))[:AT_ONCE]:
        place, previous = place + 1, digest
        digest = digest_of(place, previous, row["pk"], row)
        links.append(Link(place=place, entry_id=row["pk"], previous=previous, digest=digest))
    return links


@transaction.atomic
def seal_day(*, day: date, now: datetime) -> Seal | None:
    """Write down what the chain was at the end of a day; a day has one seal, an empty house has none."""
    lay_links(everywhere=True)
    last = last_link_of(day)
    if last is None or Seal.objects.filter(day=day).exists():
        return None
    seal = Seal(day=day, place=last.place, digest=last.digest, sealed_at=now)
    seal.save(force_insert=True)
    return seal
