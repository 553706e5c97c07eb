"""Reads of deadlines: the story of a day, and what waits for what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, QuerySet

from dinhlang.apps.deadlines import rules
from dinhlang.apps.deadlines.models import DayChange, Deadline, Event, Milestone, Session
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import fold


@dataclass(frozen=True)
class Day:
    """One day of a deadline with how it was reckoned and what moved it."""

    milestone: Milestone
    words: str
    told: rules.Told | None
    changes: list[tuple[DayChange, rules.Told | None]]

    @property
    def is_moved(self) -> bool:
        """Whether it was once another day."""
        return bool(self.changes)


def days_of(deadline: Deadline, *, most: int = 24) -> list[Day]:
    """The days of a deadline, the latest occurrences first where it comes back."""
    found = deadline.milestones.prefetch_related("changes__by")
    by_day = (F("day").asc(nulls_last=True), "order")
    rows = list(found.order_by(*(("-order",) if deadline.comes_back else by_day))[:most])
    words = _words_of(deadline) if len(rows) > 1 else {}
    return [_day(one, words) for one in rows]


def _words_of(deadline: Deadline) -> dict[date, str]:
    """The piece of the plan's words that names each of several days."""
    return {} if deadline.comes_back else rules.words_of_days(deadline.words, deadline.counted_from)


def _day(milestone: Milestone, words: dict[date, str]) -> Day:
    changes = [(change, rules.told(change.reckoning)) for change in milestone.changes.all()]
    named = next((words[day] for day in (change.before for change, _told in changes[::-1]) if day in words), "")
    named = named or (words.get(milestone.day, "") if milestone.day else "")
    return Day(milestone, named, rules.told(milestone.reckoning), changes)


def milestones_said(deadline: Deadline | None) -> list[tuple[date, str]]:
    """Each of several days with its words, in their order; nothing where there is one only, or it comes back."""
    if deadline is None or deadline.comes_back:
        return []
    days = [(one.milestone.day, one.words) for one in days_of(deadline)]
    known = [(day, words) for day, words in days if day is not None]
    return known if len(known) > 1 else []


def rhythm_said(deadline: Deadline) -> str:
    """How a duty comes back, in words."""
    if not deadline.recurrence:
        return ""
    first = deadline.milestones.order_by("order").values_list("nominal", flat=True).first()
    _rule, days = rules.rhythm_of(deadline.words, deadline.counted_from, first=first)
    return rules.said(deadline.recurrence, days)


def event_of(deadline: Deadline) -> Event | None:
    """What its day waited for, if somebody recorded it and it stands."""
    standing = deadline.events.filter(withdrawn_at__isnull=True)
    return standing.select_related("recorded_by", "file").first()


def withdrawn_events(deadline: Deadline) -> QuerySet[Event]:
    """What was recorded and taken back."""
    return deadline.events.filter(withdrawn_at__isnull=False).select_related("recorded_by")


def sessions_of(places: Iterable[units.Unit]) -> QuerySet[Session]:
    """The sittings of the councils of these places, the latest first."""
    found = Session.objects.filter(place__in=list(places)).select_related("place")
    return found.annotate(number=Count("deadlines")).order_by("-begins_on", "pk")


def sessions_for(deadline: Deadline) -> list[Session]:
    """The sittings on which a deadline may hang: of its plan's place and of the places above it, those to come first.

    The one that the words name ("kỳ họp giữa năm 2024") stands first; a person still chooses.
    """
    place = deadline.plan.place
    above = [int(part) for part in place.path.split(".") if part]
    found = Session.objects.filter(place__in=above, cancelled_at__isnull=True).select_related("place")
    said = fold(deadline.words)
    return sorted(found, key=lambda one: (-_likeness(one, said, place), one.begins_on))[:40]


def _likeness(session: Session, said: str, place: units.Unit) -> int:
    kinds = {Session.Kind.MIDYEAR: "giua nam", Session.Kind.YEAR_END: "cuoi nam", Session.Kind.TOPICAL: "chuyen de"}
    years = re.findall(r"\b20\d\d\b", said)
    is_of_year = not years or str(session.year) in years
    return 4 * (kinds[Session.Kind(session.kind)] in said and is_of_year) + 2 * is_of_year + (session.place == place)
