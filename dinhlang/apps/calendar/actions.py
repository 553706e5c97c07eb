"""Adding a decided day, and withdrawing one."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.calendar.models import DecidedDay
from dinhlang.apps.calendar.rules import YEARS
from dinhlang.apps.calendar.signals import calendar_amended
from dinhlang.apps.people import public as people
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line


class CannotAmend(Refusal):
    """The calendar cannot be amended so."""


@transaction.atomic
def add_day(
    *, day: date, works: bool, name: str, source: str, reason: str, by: people.Person, now: datetime
) -> DecidedDay:
    """From now on the day counts as off, or as worked; the rooms above hear of it and reckon anew what hangs on it."""
    facts = {"name": one_line(name), "source": one_line(source)}
    _must_be_said(**facts, reason=reason)
    if day.year not in YEARS:
        years = {"first": YEARS[0], "last": YEARS[-1]}
        raise CannotAmend(_("Ngày phải ở trong các năm từ %(first)s đến %(last)s.") % years, field="day")
    try:
        with transaction.atomic():
            line = DecidedDay.objects.create(day=day, works=works, added_at=now, **facts)
    except IntegrityError:
        told = {"day": f"{day:%d/%m/%Y}"}
        raise CannotAmend(
            _("Ngày %(day)s đã có một dòng còn hiệu lực. Hãy rút dòng ấy trước, rồi ghi lại.") % told, field="day"
        ) from None
    after = {"day": day.isoformat(), "works": works, **facts}
    audit.record("calendar.added", line, by=by, now=now, reason=reason.strip(), after=after)
    calendar_amended.send(sender=DecidedDay, line=line, now=now)
    return line


@transaction.atomic
def withdraw_day(line: DecidedDay, *, reason: str, by: people.Person, now: datetime) -> None:
    """The day is again what the kept list says; the line stays to be seen."""
    _must_be_said(reason=reason)
    if not DecidedDay.objects.in_force().filter(pk=line.pk).update(withdrawn_at=now):
        raise CannotAmend(_("Dòng này vừa được người khác rút. Hãy mở lại trang để xem."))
    line.withdrawn_at = now
    audit.record("calendar.withdrawn", line, by=by, now=now, reason=reason.strip())
    calendar_amended.send(sender=DecidedDay, line=line, now=now)


def _must_be_said(**said: str) -> None:
    sentences = {
        "name": _("Hãy ghi tên gọi của ngày, ví dụ: nghỉ tránh bão."),
        "source": _("Hãy ghi văn bản quyết định: số, ký hiệu, cơ quan ban hành."),
        "reason": _("Hãy ghi lý do."),
    }
    for field, words in said.items():
        if not words.strip():
            raise CannotAmend(sentences[field], field=field)
