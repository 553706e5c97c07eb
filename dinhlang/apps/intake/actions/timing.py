"""When a task is due, as its words say and as a person says besides: from which day on, how often.

What is said besides the words is put behind them and read with them by one grammar, so that the sentence, the days and
every room above mean the same; the words as printed stay as they are.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from dinhlang.apps.intake.actions.marks import LONGEST_WORDS
from dinhlang.apps.intake.actions.reading import day_for, when
from dinhlang.apps.intake.models import Document, Mark
from dinhlang.apps.intake.rules import RHYTHMS, by_hand, day_of
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line, short_day

LONGEST = LONGEST_WORDS["time_words"]


class CannotTime(Refusal):
    """Words and choices say different things."""


def understood(words: str, document: Document, *, start: date | None = None, rhythm: str = "") -> dict[str, Any]:
    """How a phrase is understood in a document, with the day and the rhythm that a person adds to it."""
    words, on = one_line(words), day_for(document)
    told = when(words, on=on) if words else {}
    added = _added(told, start, rhythm)
    if not added:
        return told
    for phrase in _phrases(words, added):
        read = when(phrase, on=on)
        if len(phrase) <= LONGEST and _says(read, added):
            return {**read, "text": words, "by_hand": {**added, "phrase": phrase}}
    if "rhythm" in added:
        raise CannotTime(
            _("Lời thời gian “%(words)s” không đi với “%(rhythm)s”. Hãy sửa lời, hoặc để lặp lại theo lời.")
            % {"words": words, "rhythm": RHYTHMS[added["rhythm"]]},
            field="rhythm",
        )
    raise CannotTime(
        _("Lời thời gian “%(words)s” không đi với ngày bắt đầu %(day)s. Hãy sửa lời, hoặc để trống ngày bắt đầu.")
        % {"words": words, "day": short_day(start or on)},
        field="begins",
    )


def _added(told: dict[str, Any], start: date | None, rhythm: str) -> dict[str, str]:
    """What a person says that the words do not."""
    added = {}
    if start is not None and start != day_of(told.get("start")):
        added["start"] = start.isoformat()
    if rhythm and not _has_rhythm(told, rhythm):
        added["rhythm"] = rhythm
    return added


def _phrases(words: str, added: dict[str, str]) -> Iterator[str]:
    """The words with what is added behind them, else with the day before them."""
    day = day_of(added.get("start"))
    since = _since(day) if day else ""
    again = RHYTHMS[added["rhythm"]] if "rhythm" in added else ""
    yield ", ".join(part for part in (words, again, since) if part)
    yield ", ".join(part for part in (again, since, words) if part)


def _since(day: date) -> str:
    return f"từ ngày {day:%d/%m/%Y}"


def _says(read: dict[str, Any], added: dict[str, str]) -> bool:
    begins = added.get("start") in (None, read.get("start"))
    return begins and ("rhythm" not in added or _has_rhythm(read, added["rhythm"]))


def _has_rhythm(told: dict[str, Any], rhythm: str) -> bool:
    """Whether a recurrence is of a rhythm, whatever its day and its end: FREQ=MONTHLY;BYMONTHDAY=14 is monthly."""
    parts = set(str(told.get("recurrence") or "").split(";"))
    return set(rhythm.split(";")) <= parts and ("INTERVAL" in rhythm or not any("INTERVAL" in part for part in parts))


def timing_as_read(words: str, document: Document, *, start: date | None = None, rhythm: str = "") -> dict[str, Any]:
    """How a phrase would be understood, for the sentence beside the field; what does not fit together says so."""
    try:
        told = understood(words, document, start=start, rhythm=rhythm)
    except CannotTime as refusal:
        return {"sentence": str(refusal), "days": []}
    days = [short_day(day) for day in map(day_of, told.get("due") or []) if day]
    return {**told, "days": days}


def kept_by_hand(mark: Mark) -> dict[str, Any]:
    """What a person once said besides the words of a task, in the form in which `understood` takes it."""
    kept = by_hand(mark.details)
    return {"start": day_of(kept.get("start")), "rhythm": kept.get("rhythm", "")}


def added_to_time(mark: Mark, typed: Mapping[str, Any]) -> dict[str, Any]:
    """The first day and the rhythm that a person gives; a day that only stood there as understood is none."""
    kept = kept_by_hand(mark)
    start = typed.get("begins", mark.begins)
    return {"start": kept["start"] if start == mark.begins else start, "rhythm": typed.get("rhythm", kept["rhythm"])}
