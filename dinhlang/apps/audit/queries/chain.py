"""Reads of the chain: its end, what has no place in it yet, and the first place where it does not hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Max, QuerySet
from django.utils import timezone

from dinhlang.apps.audit.models import Entry, Link, Seal
from dinhlang.apps.audit.rules import FACTS, ORIGIN, digest_of

STRAGGLERS = 10_000
"""A key is given before its entry is committed; every few seconds one that comes late is looked for this far behind the
latest link, and everywhere before a seal or a proof."""

PAGE = 2000

SEALED_BY = timedelta(hours=6)
"""At this hour of the morning the seal of the day before is missed."""


def head() -> Link | None:
    """The last link."""
    return Link.objects.order_by("-place").first()


def last_link_of(day: date) -> Link | None:
    """The last link of a day in Việt Nam, or of the days before; what came after midnight belongs to the next."""
    midnight = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    return Link.objects.filter(entry__moment__lt=midnight).order_by("-place").first()


def without_link(*, after: Link | None, everywhere: bool) -> QuerySet[Entry]:
    """Entries that have no place yet, oldest first; near the end of the chain, or, which takes longer, everywhere."""
    loose = Entry.objects.filter(link__isnull=True).order_by("pk")
    if everywhere or after is None:
        return loose
    newest = Link.objects.aggregate(newest=Max("entry_id"))["newest"] or 0
    return loose.filter(pk__gt=newest - STRAGGLERS)


def number_without_link(*, before: datetime) -> int:
    """Entries that were written before a moment and still have no place."""
    return Entry.objects.filter(moment__lt=before, link__isnull=True).count()


def facts_of(entries: QuerySet[Entry]) -> QuerySet[Entry, dict[str, Any]]:
    """What the chain binds of entries, read as it is stored."""
    return entries.values("pk", *FACTS)


@dataclass(frozen=True)
class Break:
    """The first place at which the chain does not hold, and what is wrong there."""

    place: int
    entry: int | None
    moment: datetime | None
    act: str
    what: str


def told_after(place: int, *, acts: Iterable[str]) -> QuerySet[Link]:
    """Committed entries of some acts behind a place in the chain, in its order."""
    return Link.objects.filter(place__gt=place, entry__act__in=list(acts)).select_related("entry").order_by("place")


def links_in_order(*, after: int = 0) -> Iterator[dict[str, Any]]:
    """Each link with its entry's facts, from a place on, a page at a time."""
    while True:
        rows = list(_page(after))
        yield from rows
        if len(rows) < PAGE:
            return
        after = rows[-1]["place"]


def _page(after: int) -> QuerySet[Link, dict[str, Any]]:
    entries = [f"entry__{name}" for name in ("pk", *FACTS)]
    return Link.objects.filter(place__gt=after).order_by("place").values("place", "previous", "digest", *entries)[:PAGE]


def seals() -> QuerySet[Seal]:
    """The seals of days, latest first."""
    return Seal.objects.order_by("-day")


def is_seal_late(now: datetime) -> bool:
    """Whether a day that ended long enough ago, and on which something was done, has no seal yet."""
    ended = timezone.localtime(now - SEALED_BY).date() - timedelta(days=1)
    done = last_link_of(ended)
    return done is not None and not Seal.objects.filter(day__gte=ended).exists()


def first_break(*, after: int = 0) -> Break | None:
    """Walk the chain from a place on; None where it holds to its end and agrees with every seal on the way."""
    start = Link.objects.filter(place=after).first() if after else None
    place, digest = after, start.digest if start else ORIGIN
    sealed = dict(Seal.objects.filter(place__gt=after).values_list("place", "digest"))
    for row in links_in_order(after=after):
        what = _wrong(row, place + 1, digest, sealed)
        if what:
            return Break(place + 1, row["entry__pk"], row["entry__moment"], row["entry__act"], what)
        place, digest = row["place"], row["digest"]
    beyond = min((sealed_at for sealed_at in sealed if sealed_at > place), default=None)
    return Break(place + 1, None, None, "", "gone") if beyond else None


def _wrong(row: dict[str, Any], place: int, previous: str, sealed: dict[int, str]) -> str:
    if row["place"] != place:
        return "gone"
    if row["previous"] != previous:
        return "cut"
    facts = {name.removeprefix("entry__"): value for name, value in row.items()}
    if row["digest"] != digest_of(place, previous, row["entry__pk"], facts):
        return "changed"
    return "other seal" if sealed.get(place, row["digest"]) != row["digest"] else ""
