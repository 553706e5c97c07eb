"""`read_when`: from phrase to meaning."""

from datetime import date

from dinhlang.pure.dates.calendar import Calendar, default_calendar
from dinhlang.pure.dates.counting import Count
from dinhlang.pure.dates.grammar import parts_of
from dinhlang.pure.dates.meaning import Meaning, meaning_of
from dinhlang.pure.dates.saying import sentence_of
from dinhlang.pure.dates.text import line_of
from dinhlang.pure.dates.when import When

LONGEST = 2000  # letters; a phrase of time is a line, the rest of a longer text is not read
VERSION = "2026-11"
"""Of the rules by which phrases are read: whoever keeps a meaning keeps this beside it."""
_BELIEVED = range(1900, 2200)  # a document of another year has its date misread: what lacks a year stays unknown then


def read_when(phrase: str, on: date | None, calendar: Calendar | None = None) -> When:
    """Say what a phrase of time means in a document of a day. Never raises.

    The phrase is read as if it were the whole content of a "Thời gian" cell. Without `on`, dates that lack a year
    stay unknown.
    """
    line = line_of(phrase[:LONGEST])
    on = on if on and on.year in _BELIEVED else None
    days_off = calendar or default_calendar()
    meaning = meaning_of(parts_of(line), line.words, on, days_off)
    waits_for = None
    if meaning.waits_for:
        start, end = line.place(*meaning.waits_for)
        waits_for = " ".join(phrase[start:end].split()) or None
    due = tuple(sorted(set(meaning.due)))
    return When(
        phrase,
        meaning.kind,
        None if due == (meaning.start,) else meaning.start,  # a single day is a limit, not a period
        due,
        meaning.recurrence,
        waits_for,
        meaning.minimum,
        sentence_of(meaning, waits_for, on, days_off),
        _count(meaning),
    )


def _count(meaning: Meaning) -> Count | None:
    """What the day was counted by; for an event or a sitting, what is to be counted once its day is known."""
    if meaning.counted:
        told = meaning.counted
        return Count(
            told.length.number, told.length.unit, told.length.working, told.length.back, told.begin, told.end,
            told.passed,
        )  # fmt: skip
    lengths = meaning.phrase.lengths if meaning.phrase and meaning.kind == "session" else []
    length = meaning.length or next((one for one in lengths if one.back or one.limit or one.since_event), None)
    if length is None or length.least or meaning.kind not in {"event", "session"}:
        return None
    back = length.back or (meaning.kind == "session" and "trước" in meaning.phrase.words)  # type: ignore[union-attr]
    return Count(length.number, length.unit, length.working, back)
