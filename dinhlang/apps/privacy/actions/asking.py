"""A request arrives: from the signed-in person, or on paper through whoever answers."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.operations import public as operations
from dinhlang.apps.people import public as people
from dinhlang.apps.privacy import rules
from dinhlang.apps.privacy.models import Consent, DataRequest, Deadline, Kind, State, Way
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.base.workdays import after_working_days
from dinhlang.pure.viet import one_line

NEEDS_WORDS = frozenset({Kind.CORRECT, Kind.ERASE, Kind.OBJECT})
MAKE_EXPORT = "dinhlang.apps.privacy.jobs.make_export"


class CannotAsk(Refusal):
    """A request cannot be made so."""


@transaction.atomic
def ask(
    *,
    kind: str,
    person: people.Person,
    words: str = "",
    proposed: dict[str, str] | None = None,
    consent: Consent | None = None,
    now: datetime,
) -> DataRequest:
    """A signed-in person asks. To see one's own data needs nobody's leave: it is gathered at once."""
    same = DataRequest.objects.open().filter(person=person, kind=kind, consent=consent)
    if same.exists():
        raise CannotAsk(_("Bạn đã gửi yêu cầu này và đang được làm. Xem ở danh sách bên dưới."))
    if kind in NEEDS_WORDS and not (words.strip() or proposed):
        raise CannotAsk(_("Hãy viết rõ điều bạn muốn, để người trả lời làm đúng."), field="words")
    made = _made(
        kind=kind,
        person=person,
        name=person.full_name,
        unit=people.home_unit(person),
        words=words.strip(),
        proposed=proposed or {},
        consent=consent,
        received_on=timezone.localtime(now).date(),
        by=person,
        now=now,
    )
    if kind == Kind.SEE:
        put_export(made, now=now)
    return made


def put_export(request: DataRequest, *, now: datetime) -> None:
    """Let the worker gather what is kept of the person."""
    operations.put(import_string(MAKE_EXPORT), told={"request": request.pk}, now=now, key=str(request.pk))


@transaction.atomic
def record_paper(
    *,
    kind: str,
    name: str,
    contact: str,
    words: str,
    person: people.Person | None = None,
    unit: units.Unit,
    received_on: date,
    by: people.Person,
    now: datetime,
) -> DataRequest:
    """One that came on paper or by word of mouth; the days count from when it came, not from when it was typed."""
    if not by.may(people.Word.PRIVACY_ANSWER, at=unit.path):
        raise CannotAsk(_("Đơn vị này nằm ngoài phạm vi bạn trả lời. Hãy chọn đơn vị khác."), field="unit")
    day = timezone.localtime(now).date()
    if person is not None and not all(
        by.may(people.Word.PRIVACY_ANSWER, at=role.unit.path)
        for role in people.Role.objects.not_over(day).filter(person=person).with_units()
    ):
        raise CannotAsk(
            _("Người này nay làm việc ngoài phạm vi của bạn. Hãy chuyển yêu cầu tới nơi đó."), field="person"
        )
    if received_on > timezone.localtime(now).date():
        raise CannotAsk(_("Ngày nhận không thể ở sau hôm nay."), field="received_on")
    if not one_line(name):
        raise CannotAsk(_("Hãy ghi họ và tên người yêu cầu."), field="name")
    return _made(
        kind=kind,
        person=person,
        name=one_line(name),
        contact=one_line(contact),
        unit=unit,
        words=words.strip(),
        received_on=received_on,
        way=Way.PAPER,
        by=by,
        now=now,
    )


def _made(*, by: people.Person, now: datetime, **facts: Any) -> DataRequest:
    made = DataRequest.objects.create(made_by=by, made_at=now, **facts)
    reply = rules.reply_rule(made.received_on)
    ends = after_working_days(made.received_on, reply.number or 0, calendar.calendar_in_force())
    write_deadline(made, rules.Span("reply", ends, reply))
    write_deadline(made, rules.done_by(made.kind, received=made.received_on))
    after = {"kind": made.kind, "way": made.way, "received_on": made.received_on}
    audit.record("privacy.asked", made, by=by, now=now, unit=made.unit, after=after)
    return made


def write_deadline(request: DataRequest, span: rules.Span) -> None:
    """A day with the article as it stands now; a later change of the law does not move it."""
    Deadline.objects.create(
        request=request,
        kind=span.kind,
        due=span.due,
        first_due=span.due,
        article=span.rule.article,
        says=span.rule.says,
        confidence=span.rule.confidence.value,
        law_begins=span.rule.begins,
        law_ends=span.rule.ends,
    )


@transaction.atomic
def correct_myself(person: people.Person, *, facts: dict[str, str], now: datetime) -> DataRequest | None:
    """Ways to reach a person are corrected at once; a name, which stands on official documents, is asked for."""
    facts = {name: one_line(value) for name, value in facts.items()}
    name = facts.pop("full_name", person.full_name)
    is_new_name = name != person.full_name
    if not is_new_name or any(value != getattr(person, key) for key, value in facts.items()):
        people.correct_person(person, facts=facts, by=person, now=now)
    if not is_new_name:
        return None
    return ask(kind=Kind.CORRECT, person=person, proposed={"full_name": name}, now=now)


def meet(request: DataRequest, *, day: date, kinds: tuple[str, ...]) -> None:
    """What was due is done."""
    request.deadlines.filter(kind__in=kinds, met_on=None).update(met_on=day)


def must_go(request: DataRequest, to: State) -> None:
    """Refuse a step that the state does not allow; the row is locked until the transaction ends."""
    current = DataRequest.objects.select_for_update().get(pk=request.pk)
    request.state = current.state
    if not rules.may_go(request.state, to):
        raise CannotAsk(_("Yêu cầu này %(state)s rồi, không đổi được nữa.") % {"state": request.get_state_display()})
