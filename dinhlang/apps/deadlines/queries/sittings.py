"""Whose sitting a time hangs on: of many councils each has its own."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Min

from dinhlang.apps.deadlines.kinds import councils_that_owe
from dinhlang.apps.deadlines.models import Deadline, OwnSitting, Session
from dinhlang.apps.units import public as units

LEVELS = (units.UnitKind.PROVINCE, units.UnitKind.DISTRICT, units.UnitKind.COMMUNE)
"""The places that have a council of their own; a village is of its commune's."""
LISTED = 100


def councils_of(bodies: Iterable[units.Unit]) -> dict[int, units.Unit]:
    """By the keys of the bodies: the place of whose council each is, in one query."""
    ways = {one.pk: [int(part) for part in one.path.split(".") if part] for one in bodies}
    above = {pk for way in ways.values() for pk in way}
    places = {one.pk: one for one in units.Unit.objects.filter(pk__in=above, kind__in=LEVELS)}
    nearest = {body: next((pk for pk in reversed(way) if pk in places), None) for body, way in ways.items()}
    return {body: places[pk] for body, pk in nearest.items() if pk is not None}


@dataclass(frozen=True)
class OwnDay:
    """The council of one body and its sitting for a time, if it is known."""

    place: units.Unit
    sitting: OwnSitting | None


def own_day_of(deadline: Deadline | None, body: units.Unit) -> OwnDay | None:
    """Of a time that hangs on a sitting; nothing for any other."""
    if deadline is None or deadline.kind != "session" or (place := councils_of([body]).get(body.pk)) is None:
        return None
    return OwnDay(place, deadline.own_sittings.filter(place=place).select_related("session__place").first())


@dataclass(frozen=True)
class Sittings:
    """Of how many councils that owe by a time the sitting is known, and the first of them."""

    owing: int = 0
    number: int = 0
    known: list[OwnSitting] = field(default_factory=list)
    first: date | None = None
    last: date | None = None

    @property
    def is_complete(self) -> bool:
        """Whether nobody waits for a sitting any more."""
        return 0 < self.owing <= self.number


def sittings_of(deadline: Deadline | None) -> Sittings | None:
    """Nothing where the time hangs on no sitting, or on that of one council only."""
    if deadline is None or deadline.kind != "session":
        return None
    owing = councils_that_owe([deadline.pk]).get(deadline.pk, set())
    known = deadline.own_sittings.filter(place__in=owing).select_related("place", "session__place")
    if len(owing) < 2 and not known:
        return None
    days = known.order_by().aggregate(first=Min("day"), last=Max("day"))
    return Sittings(len(owing), known.count(), list(known[:LISTED]), **days)


def own_sessions_for(deadline: Deadline, place: units.Unit) -> list[Session]:
    """The sittings of one council, those to come last."""
    found = Session.objects.filter(place=place, cancelled_at__isnull=True).select_related("place")
    return list(found.order_by("-begins_on")[:40])
