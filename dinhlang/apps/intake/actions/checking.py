"""A person checks what the machine proposed: accepts, corrects, drops, takes back; each step is kept at once.

Every step says which version the person saw. If another officer was quicker, nothing is overwritten in silence: the
refusal says who changed what, and the page that comes back shows how it stands now.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.intake.actions.documents import change_facts
from dinhlang.apps.intake.actions.marks import (
    DETAILS,
    TIMES,
    CannotMark,
    change_mark,
    facts_of,
    hold_open,
    record,
    touched,
)
from dinhlang.apps.intake.actions.timing import added_to_time, kept_by_hand, timing_as_read, understood
from dinhlang.apps.intake.models import Document, Mark, NamedBody, Standing
from dinhlang.apps.intake.rules import due_day, parted
from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line

ANY = -1
"""Whatever version there is: for programs and for what cannot clash."""


class CannotCheck(Refusal):
    """The step cannot be taken as things stand now."""


def hold_mark(mark: Mark, *, seen: int) -> Mark:
    """The mark as it is now, held; refuses who saw an older one."""
    document = mark.document
    hold_open(document)
    now = Mark.objects.select_for_update().filter(pk=mark.pk, document=document).first()
    if now is None:
        raise CannotCheck(_("Nhiệm vụ này vừa được người khác gộp hoặc bỏ. Trang đã được tải lại."))
    now.document = document
    if seen not in (ANY, now.version):
        raise CannotCheck(_who_changed(now))
    return now


def _who_changed(mark: Mark) -> str:
    if mark.standing == Standing.DROPPED:
        return _("%(who)s vừa bỏ nhiệm vụ này. Có thể lấy lại ở mục nhiệm vụ đã bỏ, cuối trang.") % {
            "who": mark.changed_by or _("Ai đó")
        }
    moment = f"{timezone.localtime(mark.changed_at):%H:%M %d/%m/%Y}" if mark.changed_at else ""
    changed = [name for name in mark.latest if name != "standing"] or ["standing"]
    names = ", ".join(str(_word_for(name)) for name in changed)
    words = _(
        "%(who)s vừa sửa nhiệm vụ này lúc %(when)s (%(what)s). Hãy so với bản mới ghi dưới đây rồi bấm Lưu lần nữa "
        "để ghi bản của chị, anh, hoặc bấm Thôi để giữ bản mới."
    )
    return words % {"who": mark.changed_by or _("Ai đó"), "when": moment, "what": names}


def _word_for(name: str) -> Any:
    if name in {"start", "end"}:
        return _("vị trí")
    if name in DETAILS:
        return {"product": _("sản phẩm"), "send_to": _("gửi về"), "via": _("gửi qua")}[name]
    if name in TIMES:
        return {"begins": _("bắt đầu từ"), "rhythm": _("lặp lại")}[name]
    return Mark._meta.get_field(name).verbose_name  # type: ignore[union-attr]


@transaction.atomic
def accept(mark: Mark, *, seen: int, by: people.Person, now: datetime) -> Mark:
    """It is right as the machine read it."""
    mark = hold_mark(mark, seen=seen)
    if not mark.waits:
        return mark
    before = facts_of(mark)
    touched(mark, before, by=by, now=now)
    record("intake.mark_accepted", mark.document, by=by, now=now, before=before, after=facts_of(mark))
    return mark


@transaction.atomic
def accept_many(document: Document, *, at_least: float, by: people.Person, now: datetime) -> int:
    """All that the machine was this sure of, and that no person has looked at; says how many."""
    hold_open(document)
    marks = list(document.marks.waiting().filter(confidence__gte=at_least).select_for_update())
    if not marks:
        raise CannotCheck(_("Không còn nhiệm vụ nào chờ kiểm ở mức tin cậy này."))
    for mark in marks:
        mark.standing, mark.version, mark.changed_by, mark.changed_at = Standing.ACCEPTED, mark.version + 1, by, now
        mark.latest = {"standing": [str(Standing.PROPOSED), str(Standing.ACCEPTED)]}
    Mark.objects.bulk_update(marks, ["standing", "version", "changed_by", "changed_at", "latest"], batch_size=200)
    facts = {"n": len(marks), "at_least": at_least, "parts": [str(mark) for mark in marks]}
    record("intake.marks_accepted", document, by=by, now=now, after=facts)
    return len(marks)


@transaction.atomic
def drop(mark: Mark, *, reason: str, seen: int, by: people.Person, now: datetime) -> Mark:
    """It is no task; says why. It stays in sight, folded away, and can be taken back."""
    mark = hold_mark(mark, seen=seen)
    if not reason.strip():
        raise CannotCheck(_("Hãy ghi lý do bỏ; lý do giúp máy đọc tốt hơn về sau."), field="reason")
    before, mark.standing = facts_of(mark), Standing.DROPPED
    touched(mark, before, by=by, now=now)
    facts = {"before": before, "after": facts_of(mark), "reason": one_line(reason)[:500]}
    record("intake.mark_dropped", mark.document, by=by, now=now, **facts)
    return mark


@transaction.atomic
def take_back(mark: Mark, *, by: people.Person, now: datetime) -> Mark:
    """What was dropped is a task after all."""
    mark = hold_mark(mark, seen=ANY)
    if mark.standing != Standing.DROPPED:
        return mark
    before, mark.standing = facts_of(mark), Standing.ACCEPTED
    touched(mark, before, by=by, now=now)
    record("intake.mark_taken_back", mark.document, by=by, now=now, before=before, after=facts_of(mark))
    return mark


@transaction.atomic
def correct(mark: Mark, *, seen: int, by: people.Person, now: datetime, **words: Any) -> Mark:
    """Say the task in other words; a new phrase of time, first day or rhythm is understood anew.

    A day set by hand stands.
    """
    mark = hold_mark(mark, seen=seen)
    details = _with_details(mark.details, {name: words.pop(name) for name in DETAILS if name in words})
    typed, due = one_line(words["time_words"]), words.get("due")
    added = added_to_time(mark, {name: words.pop(name) for name in TIMES if name in words})
    if typed != mark.time_words or added != kept_by_hand(mark):
        details["timing"] = understood(typed, mark.document, **added)
        if due == mark.due:
            words["due"] = due_day(details["timing"])
    return change_mark(mark, details=details, by=by, now=now, **words)


def _with_details(details: Mapping[str, Any], typed: Mapping[str, str]) -> dict[str, Any]:
    """Product, where to send and through whom, as a person says them; bodies as a list, as the reader tells them."""
    kept = {name: value for name, value in details.items() if name not in typed}
    lines = {name: one_line(value)[:MOST_DETAIL] for name, value in typed.items()}
    return kept | {name: parted(line) if name in BODIES else line for name, line in lines.items() if line}


MOST_DETAIL = 1000
BODIES = ("send_to", "via")


PARTS = ("issuer", "place", "superior", "signer", "bases", "recipients", "funding", "reports")
"""What is said of a document besides its facts, in `Document.said`."""


def _hold_document(document: Document, *, seen: int) -> Document:
    hold_open(document)
    now = Document.objects.select_related("issuer", "owner").get(pk=document.pk)
    if seen not in (ANY, now.version):
        raise CannotCheck(
            _("Người khác vừa sửa phần đầu văn bản này. Trang đang hiện bản mới; hãy xem rồi làm lại nếu cần.")
        )
    return now


@transaction.atomic
def correct_said(
    document: Document, *, values: Mapping[str, Any], seen: int, by: people.Person, now: datetime
) -> Document:
    """Place, superior, signer, bases, recipients, funding, reports: as a person says they are, or found right."""
    document = _hold_document(document, seen=seen)
    if unknown := set(values) - set(PARTS):
        raise CannotMark(_("Không có phần “%(name)s”.") % {"name": sorted(unknown)[0][:40]})
    before = {name: document.said.get(name) for name, value in values.items() if document.said.get(name) != value}
    document.said = {**document.said, **values}
    document.checked = sorted({*document.checked, *values})
    document.version += 1
    document.save(update_fields=["said", "checked", "version"])
    after = {name: _in_words(document.said[name]) for name in before}
    before = {name: _in_words(value) for name, value in before.items()}
    audit.record("intake.said_changed", document, by=by, now=now, unit=document.owner, before=before, after=after)
    return document


def _in_words(value: Any) -> Any:
    """As the record keeps it: words, or a list of words."""
    if isinstance(value, Mapping):
        return " · ".join(str(part) for name, part in value.items() if part and name in _WORTH_TELLING)
    return [_in_words(one) for one in value] if isinstance(value, list) else value


_WORTH_TELLING = ("authority", "title", "name", "text", "from", "to", "via")


@transaction.atomic
def correct_header(
    document: Document,
    *,
    facts: Mapping[str, Any],
    values: Mapping[str, Any],
    seen: int,
    by: people.Person,
    now: datetime,
) -> Document:
    """Facts and the rest of what a document says of itself, at one time."""
    document = _hold_document(document, seen=seen)
    issuer = facts["issuer"]
    printed = {"issuer": issuer.full_name} if issuer is not None and issuer != document.issuer else {}
    change_facts(document, **facts, by=by, now=now)
    return correct_said(document, values={**values, **printed}, seen=ANY, by=by, now=now)


@transaction.atomic
def correct_report(
    document: Document,
    *,
    number: int,
    text: str,
    reporter: str,
    to: str,
    via: str,
    time_words: str,
    seen: int,
    by: people.Person,
    now: datetime,
) -> Document:
    """A standing duty to report, as a person says it is, or found right; other words of time are understood anew."""
    document = _hold_document(document, seen=seen)
    reports = list(document.said.get("reports") or [])
    if not 0 <= number < len(reports):
        raise CannotCheck(_("Chế độ báo cáo này vừa được người khác bỏ. Trang đã được tải lại."))
    timing = reports[number].get("timing") or {}
    if time_words != (timing.get("text") or ""):
        timing = {name: one for name, one in timing_as_read(time_words, document).items() if name != "days"}
    facts = {"text": text, "from": reporter, "to": to, "via": via, "timing": timing}
    reports[number] = {**reports[number], **facts, "checked": True}
    return correct_said(document, values={"reports": reports}, seen=ANY, by=by, now=now)


@transaction.atomic
def drop_report(
    document: Document, *, number: int, reason: str, seen: int, by: people.Person, now: datetime
) -> Document:
    """It is no standing duty to report; says why."""
    reports = list(document.said.get("reports") or [])
    if not 0 <= number < len(reports):
        raise CannotCheck(_("Chế độ báo cáo này vừa được người khác bỏ. Trang đã được tải lại."))
    if not reason.strip():
        raise CannotCheck(_("Hãy ghi lý do bỏ; lý do giúp máy đọc tốt hơn về sau."), field="reason")
    document = _hold_document(document, seen=seen)
    gone = reports.pop(number)
    document.said = {**document.said, "reports": reports}
    document.checked, document.version = sorted({*document.checked, "reports"}), document.version + 1
    document.save(update_fields=["said", "checked", "version"])
    facts = {"before": {"reports": _in_words([gone])}, "after": {"reports": []}, "reason": one_line(reason)[:500]}
    audit.record("intake.said_changed", document, by=by, now=now, unit=document.owner, **facts)
    return document


@transaction.atomic
def say_who(document: Document, *, words: str, unit: units.Unit | None, by: people.Person, now: datetime) -> NamedBody:
    """That name means this unit, everywhere in the document; or none that is kept here, and stays as words."""
    hold_open(document)
    words = one_line(words)[:300]
    if not words:
        raise CannotCheck(_("Chưa rõ tên nào. Hãy chọn lại trong danh sách tên cơ quan."))
    named, _new = NamedBody.objects.update_or_create(
        document=document, key=units.name_key(words)[:300], defaults={"words": words, "unit": unit}
    )
    after = {"words": words, "unit": unit.full_name if unit else ""}
    audit.record("intake.body_named", document, by=by, now=now, unit=document.owner, after=after)
    return named


@transaction.atomic
def leave_all(document: Document, *, names: Iterable[str], by: people.Person, now: datetime) -> int:
    """None of these names means a unit that is kept here: all stay as words; says how many."""
    return sum(say_who(document, words=words, unit=None, by=by, now=now) is not None for words in names)


@transaction.atomic
def forget_who(document: Document, *, words: str, by: people.Person, now: datetime) -> None:
    """What a person said of a name is taken back; it means again what the register tells."""
    hold_open(document)
    named = document.named_bodies.filter(key=units.name_key(one_line(words))[:300]).select_related("unit").first()
    if named is None:
        return
    before = {"words": named.words, "unit": named.unit.full_name if named.unit else ""}
    named.delete()
    audit.record("intake.body_unnamed", document, by=by, now=now, unit=document.owner, before=before)
