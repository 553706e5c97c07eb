"""A task is parted in two, joined with the next, or added: what its words say of who and when is read anew.

What was read of a task before it was parted stays only where it was said of the whole: by a label, by a heading above,
or by a person's own hand. Each part then waits for a person to look at it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.intake.actions.checking import ANY, hold_mark
from dinhlang.apps.intake.actions.marks import (
    LONGEST_WORDS,
    CannotMark,
    facts_of,
    hold_open,
    mark_stretch,
    record,
    touched,
)
from dinhlang.apps.intake.actions.reading import day_for, when
from dinhlang.apps.intake.models import Document, Mark, Standing
from dinhlang.apps.intake.queries import next_of
from dinhlang.apps.intake.rules import (
    ASSIGNABLE,
    Proposal,
    added,
    due_day,
    is_labelled,
    joined,
    lines_between,
    paragraphs,
    parted,
    read_alone,
    trimmed,
)
from dinhlang.apps.people import public as people
from dinhlang.base.refusal import Refusal
from dinhlang.pure.reading import path_at
from dinhlang.pure.viet import fold

WHO = ("lead", "adviser", "partner")


class CannotSplit(Refusal):
    """The mark cannot be parted there."""


class CannotJoin(Refusal):
    """The mark has nothing to be joined with."""


def stretch_of_lines(document: Document, *, first: int, last: int = 0) -> tuple[int, int]:
    """From one line to another, by the numbers beside the original; one number alone is one line."""
    lines = paragraphs(document.text)
    if not 1 <= first <= len(lines) or last > len(lines) or 0 < last < first:
        words = _("Hãy ghi số dòng từ 1 đến %(most)s, dòng đầu trước dòng cuối, như số bên trái bản gốc.")
        raise CannotMark(words % {"most": len(lines)})
    return lines[first - 1].start, lines[max(first, last) - 1].end


@transaction.atomic
def add_stretch(document: Document, *, start: int, end: int, by: people.Person, now: datetime) -> Mark:
    """A stretch that the machine passed over is a task: it is read like the others, and waits like them."""
    hold_open(document)
    start, end = trimmed(document.text, start, end)
    if start >= end:
        return mark_stretch(document, start=start, end=end, by=by, now=now)  # refuses, and says why
    told = _read(document, start, end)
    words = {"label": told.label, "text": told.text, **{name: _fitting(told, name) for name in ASSIGNABLE.values()}}
    more = {"due": told.due, "confidence": told.confidence, "sources": told.sources, "details": told.details}
    return mark_stretch(document, start=start, end=end, by=by, now=now, standing=Standing.PROPOSED, **{**words, **more})


def _read(document: Document, start: int, end: int) -> Proposal:
    """The stretch as the machine reads it, its time reckoned from the document's day."""
    told = read_alone(document.text, start, end)
    details = {name: value for name, value in told.details.items() if name != "timing"}
    if told.time_words:
        details["timing"] = when(told.time_words, on=day_for(document))
    return replace(told, details=details, due=due_day(details.get("timing") or {}))


def _fitting(told: Proposal, name: str) -> str:
    return str(getattr(told, name))[: LONGEST_WORDS[name]]


@transaction.atomic
def split_mark(mark: Mark, *, at: int, seen: int = ANY, by: people.Person, now: datetime) -> tuple[Mark, Mark]:
    """Part one task in two at a place in the text; each is read anew from its own words, and waits to be looked at."""
    mark = hold_mark(mark, seen=seen)
    document, text = mark.document, mark.document.text
    first, second = trimmed(text, mark.start, at), trimmed(text, at, mark.end)
    if not mark.start < at < mark.end or first[0] >= first[1] or second[0] >= second[1]:
        raise CannotSplit(_("Chỗ tách phải nằm giữa nhiệm vụ, với chữ ở cả hai bên. Hãy chọn chỗ khác."))
    before, section, place = facts_of(mark), mark.label, mark.start
    told = [_read(document, *first), _read(document, *second)]
    other = Mark(document=document, reading=mark.reading, changed_by=by, changed_at=now)
    of_both = _said_of_both(mark, told)
    _put(other, told[1], of_both, mark)
    _put(mark, told[0], of_both, mark)
    mark.label, other.label = section, _path_behind(text, section, place, second[0])[:40]
    touched(mark, before, by=by, now=now)
    mark.standing = other.standing = Standing.PROPOSED
    mark.save(update_fields=["standing"])
    other.save()
    parts = {"parts": [mark.text, other.text], "places": _places(mark, other)}
    record("intake.mark_split", document, by=by, now=now, before=before, after=parts)
    return mark, other


def _path_behind(text: str, section: str, place: int, second: int) -> str:
    """The path of the second half: that of the first, unless it begins an item of its own."""
    own, behind = path_at(text, place), path_at(text, second)
    if not behind or behind == own:
        return section
    is_below = bool(own) and behind.startswith(f"{own}.")
    return section + behind.removeprefix(own) if is_below and section else behind


def _said_of_both(mark: Mark, told: Iterable[Proposal]) -> dict[str, str]:
    """Names and time that none of the halves says in its running words: they were said of the whole task."""
    kept = {}
    for part, field in ASSIGNABLE.items():
        own = {name for one in told for name in _in_running_words(one, part, mark.document.text)}
        words = getattr(mark, field)
        names = parted(words) if part in WHO else [words]
        kept[part] = joined(name for name in names if fold(name) not in own)
    return kept


def _in_running_words(told: Proposal, part: str, text: str) -> set[str]:
    words = getattr(told, ASSIGNABLE[part])
    if is_labelled(text, told.sources.get(part) or []):
        return set()
    return {fold(name) for name in (parted(words) if part in WHO else [words])}


def _put(half: Mark, told: Proposal, of_both: dict[str, str], whole: Mark) -> None:
    """What the half says itself; else what was said of the whole, with the places where that stands."""
    sources = dict(told.sources)
    details = {name: value for name, value in {**whole.details, **told.details}.items() if name != "timing"}
    timing = told.details.get("timing") or {}
    due = told.due
    for part, field in ASSIGNABLE.items():
        words = getattr(told, field)
        if not words and of_both[part]:
            words = of_both[part]
            sources[part] = list(whole.sources.get(part) or [])
            if part == "time":
                timing, due = dict(whole.details.get("timing") or {}), whole.due
        setattr(half, field, words[: LONGEST_WORDS[field]])
    half.start, half.end, half.text, half.confidence, half.due = told.start, told.end, told.text, told.confidence, due
    half.sources = {part: spans for part, spans in sources.items() if spans}
    half.details = {**details, "timing": timing} if timing else details


def _places(*marks: Mark) -> list[str]:
    return [lines_between(mark.document.text, mark.start, mark.end) for mark in marks]


@transaction.atomic
def join_with_next(mark: Mark, *, seen: int = ANY, by: people.Person, now: datetime) -> Mark:
    """This task and the next one in the text are one; a number between them stays out of its words."""
    mark = hold_mark(mark, seen=seen)
    document = mark.document
    other = next_of(mark)
    if other is None or other.start < mark.end:
        raise CannotJoin(_("Sau nhiệm vụ này không còn nhiệm vụ nào để gộp."))
    other.document = document
    before, own = {"parts": [mark.text, other.text], "places": _places(mark, other)}, facts_of(mark)
    other.delete()
    mark.end, mark.text = other.end, f"{mark.text}\n{_without_label(other)}"
    for part, field in ASSIGNABLE.items():
        longest = LONGEST_WORDS[field]
        setattr(mark, field, added(getattr(mark, field), getattr(other, field), longest=longest))
        mark.sources[part] = [*mark.sources.get(part, []), *other.sources.get(part, [])]
    mark.due = mark.due or other.due
    mark.details = _details_of_both(mark, other)
    touched(mark, own, by=by, now=now)
    record("intake.marks_joined", document, by=by, now=now, before=before, after=facts_of(mark))
    return mark


def _without_label(mark: Mark) -> str:
    """The words of a task without the path that may stand before them."""
    words = mark.text.strip()
    return words.removeprefix(mark.label).lstrip(" .)") if mark.label and words.startswith(mark.label) else words


def _details_of_both(mark: Mark, other: Mark) -> dict[str, Any]:
    """What the second says besides what the first does; when, only if the first tells none."""
    timing = mark.details.get("timing") or other.details.get("timing")
    details = {**other.details, **mark.details}
    return {**details, "timing": timing} if timing else details
