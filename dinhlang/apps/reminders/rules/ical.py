"""A calendar of whole days in the form of RFC 5545."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

PRODUCT = "-//Dinh Lang//Nhac viec//VI"
MOST_OCTETS = 75


@dataclass(frozen=True)
class Event:
    """A day that something is due; `changed_at` is when what it says last changed."""

    uid: str
    day: date
    summary: str
    changed_at: datetime
    text: str = ""
    url: str = ""
    category: str = ""


def ical(name: str, events: Iterable[Event]) -> str:
    """The whole calendar. The same events give the same text, so that its checksum tells whether anything changed."""
    return "".join(f"{_folded(line)}\r\n" for line in _calendar(name, events))


def _calendar(name: str, events: Iterable[Event]) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")
    yield from (f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}")
    yield from ("REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H")
    for event in events:
        yield from _event(event)
    yield "END:VCALENDAR"


def _event(event: Event) -> Iterator[str]:
    stamp = f"{event.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield from ("BEGIN:VEVENT", f"UID:{event.uid}", f"DTSTAMP:{stamp}", f"LAST-MODIFIED:{stamp}")
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"  # the first day that it is over
    yield f"SUMMARY:{_text(event.summary)}"
    if event.text:
        yield f"DESCRIPTION:{_text(event.text)}"
    if event.url:
        yield f"URL:{event.url}"
    if event.category:
        yield f"CATEGORIES:{_text(event.category)}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _text(words: str) -> str:
    """Words as a value of type TEXT (3.3.11); what no calendar can show is left out."""
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    words = "".join(letter for letter in words if letter == "\n" or letter.isprintable())
    for letter in ("\\", ";", ","):
        words = words.replace(letter, f"\\{letter}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> str:
    """No line longer than 75 octets, cut between letters and never within one (3.1)."""
    pieces, room = [""], MOST_OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append("")
            room = MOST_OCTETS - 1  # the blank that says "it goes on" counts
        pieces[-1] += letter
        room -= size
    return "\r\n ".join(pieces)
