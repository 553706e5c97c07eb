"""Marking tasks in the text by hand: mark, word, split, join, take away, put back."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.intake.actions.lengths import refuse_too_long
from dinhlang.apps.intake.models import Document, Mark, Standing
from dinhlang.apps.intake.queries import marks_of
from dinhlang.apps.intake.rules import (
    ASSIGNABLE,
    RHYTHMS,
    added,
    bare_label,
    by_hand,
    label_and_words,
    lines_between,
    overlap,
    paragraphs,
    runs,
    trimmed,
    words_for_field,
)
from dinhlang.apps.people import public as people
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import normal_lines, one_line

LONGEST_WORDS = {name: Mark._meta.get_field(name).max_length or 0 for name in ASSIGNABLE.values()}  # type: ignore[union-attr]
DETAILS = ("product", "send_to", "via")
"""What a mark says besides its words, each in one line."""
TIMES = ("begins", "rhythm")
"""What a person said of its time besides the words."""
WORDS = ("label", "text", "lead_words", "adviser_words", "partner_words", "time_words")


class CannotMark(Refusal):
    """The stretch cannot be a task."""


@transaction.atomic
def mark_stretch(document: Document, *, start: int, end: int, by: people.Person, now: datetime, **words: Any) -> Mark:
    """Mark a stretch of the text as one task; label and words come from the text unless they are given."""
    hold_open(document)
    start, end = trimmed(document.text, start, end)
    if start >= end:
        raise CannotMark(_("Phần được chọn chưa có chữ nào. Hãy chọn lại trong văn bản."))
    _refuse_overlap(document, start, end)
    label, text = label_and_words(document.text[start:end])
    said = {"label": label, "text": text, **words}
    said["label"] = bare_label(said["label"])
    refuse_too_long(Mark, cannot=CannotMark, **{name: said[name] for name in WORDS if name in said})
    mark = Mark.objects.create(document=document, start=start, end=end, changed_by=by, changed_at=now, **said)
    record("intake.marked", document, by=by, now=now, after=facts_of(mark))
    return mark


def hold_open(document: Document) -> None:
    """Marks change only while the document is open; two people who mark at once wait for each other."""
    document.state = Document.objects.select_for_update().values_list("state", flat=True).get(pk=document.pk)
    if not document.is_open:
        raise CannotMark(_("Văn bản này không còn mở để đánh dấu. Tải lại trang để thấy tình trạng mới nhất."))


def _refuse_overlap(document: Document, start: int, end: int) -> None:
    marks = marks_of(document)
    met = overlap(start, end, [(mark.start, mark.end) for mark in marks])
    if met is None:
        return
    number = next(n for n, mark in enumerate(marks, 1) if (mark.start, mark.end) == met)
    raise CannotMark(
        _("Phần được chọn chồng lên nhiệm vụ %(number)s (“%(words)s…”). Hãy chọn phần khác hoặc tách nhiệm vụ đó.")
        % {"number": number, "words": marks[number - 1].text[:40].strip()}
    )


def facts_of(mark: Mark) -> dict[str, Any]:
    facts = {name: getattr(mark, name) for name in (*WORDS, *DETAILS) if getattr(mark, name)}
    facts |= {name: said for name, said in zip(TIMES, _time_by_hand(mark), strict=True) if said}
    standing = {} if mark.standing == Standing.ACCEPTED else {"standing": str(mark.standing)}
    return {"start": mark.start, "end": mark.end, **facts, "due": mark.due.isoformat() if mark.due else "", **standing}


def _time_by_hand(mark: Mark) -> tuple[str, str]:
    kept = by_hand(mark.details)
    return kept.get("start", ""), RHYTHMS.get(kept.get("rhythm", ""), "")


def touched(mark: Mark, before: dict[str, Any], *, by: people.Person, now: datetime) -> Mark:
    """A person has had it in hand: theirs from now on; what became what is kept for whoever has an older page open."""
    mark.standing = Standing.ACCEPTED if mark.standing == Standing.PROPOSED else mark.standing
    after = facts_of(mark)
    names = [name for name in {**before, **after} if before.get(name, "") != after.get(name, "")]
    mark.latest = {name: [before.get(name, ""), after.get(name, "")] for name in names}
    mark.version, mark.changed_by, mark.changed_at = mark.version + 1, by, now
    mark.save()
    return mark


def record(act: str, document: Document, *, by: people.Person, now: datetime, **facts: Any) -> None:
    """Letters are kept for programs; people read in which lines of the original it stands."""
    for moment in ("before", "after"):
        told = facts.get(moment)
        if told and "start" in told and "end" in told:
            facts[moment] = {**told, "lines": lines_between(document.text, told["start"], told["end"])}
    audit.record(act, document, by=by, now=now, unit=document.owner, **facts)


@transaction.atomic
def mark_paragraphs(
    document: Document, *, numbers: Iterable[int], one_each: bool = False, by: people.Person, now: datetime
) -> list[Mark]:
    """Neighbouring paragraphs become one task, or each its own; those that stand apart are tasks of their own."""
    lines = {line.number: line for line in paragraphs(document.text)}
    chosen = sorted({number for number in numbers if number in lines})
    if not chosen:
        raise CannotMark(_("Chưa chọn đoạn nào. Hãy đánh dấu vào ô trước mỗi đoạn là nhiệm vụ."))
    spans = [(number, number) for number in chosen] if one_each else runs(chosen)
    return [
        mark_stretch(document, start=lines[first].start, end=lines[last].end, by=by, now=now) for first, last in spans
    ]


@transaction.atomic
def change_mark(
    mark: Mark,
    *,
    label: str,
    text: str,
    lead_words: str = "",
    adviser_words: str = "",
    partner_words: str = "",
    time_words: str = "",
    due: date | None = None,
    details: Mapping[str, Any] | None = None,
    by: people.Person,
    now: datetime,
) -> Mark:
    """Say the task in better words; the stretch it came from stays."""
    hold_open(mark.document)
    if not text.strip():
        raise CannotMark(_("Nhiệm vụ cần có lời. Hãy ghi việc phải làm, hoặc bỏ đánh dấu."), field="text")
    words = {"lead_words": lead_words, "adviser_words": adviser_words, "partner_words": partner_words}
    words |= {"label": bare_label(one_line(label)), "time_words": time_words}
    lines = {name: one_line(line) for name, line in words.items()}
    refuse_too_long(Mark, cannot=CannotMark, **lines)
    before = facts_of(mark)
    mark.text, mark.due = normal_lines(text).strip(), due
    for name, line in lines.items():
        setattr(mark, name, line)
    if details is not None:
        mark.details = dict(details)
    if facts_of(mark) != before or mark.waits:
        touched(mark, before, by=by, now=now)
        record("intake.mark_changed", mark.document, by=by, now=now, before=before, after=facts_of(mark))
    return mark


@transaction.atomic
def give_words(mark: Mark, *, part: str, start: int, end: int, by: people.Person, now: datetime) -> Mark:
    """Let a stretch say who leads, who helps or when; it is remembered where the words came from."""
    hold_open(mark.document)
    start, end = trimmed(mark.document.text, start, end)
    words = words_for_field(mark.document.text[start:end])
    if part not in ASSIGNABLE or not words:
        raise CannotMark(_("Phần được chọn chưa có chữ nào. Hãy chọn lại trong văn bản."))
    field = ASSIGNABLE[part]
    longest = LONGEST_WORDS[field]
    before = facts_of(mark)
    setattr(mark, field, added(getattr(mark, field), words, longest=longest))
    if [start, end] not in (sources := mark.sources.setdefault(part, [])):
        sources.append([start, end])
    touched(mark, before, by=by, now=now)
    record("intake.mark_changed", mark.document, by=by, now=now, before=before, after=facts_of(mark))
    return mark


@transaction.atomic
def remove_mark(mark: Mark, *, by: people.Person, now: datetime) -> dict[str, Any]:
    """The stretch is no task after all; answers what `put_back` needs to undo it."""
    hold_open(mark.document)
    facts = {**facts_of(mark), "sources": mark.sources}
    mark.delete()
    record("intake.mark_removed", mark.document, by=by, now=now, before=facts)
    return {**facts, "details": mark.details}


@transaction.atomic
def put_back(document: Document, *, facts: Mapping[str, Any], by: people.Person, now: datetime) -> Mark:
    """Undo a removal."""
    words = {name: facts[name] for name in (*WORDS, "sources", "details") if facts.get(name)}
    due = date.fromisoformat(facts["due"]) if facts.get("due") else None
    return mark_stretch(document, start=facts["start"], end=facts["end"], by=by, now=now, due=due, **words)
