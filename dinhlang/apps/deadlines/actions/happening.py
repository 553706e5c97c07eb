"""A time that waited for an event: the event is recorded with its source, and the day counts from it; or taken back."""

from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.deadlines import rules
from dinhlang.apps.deadlines.actions.keeping import keep_change, milestones_of
from dinhlang.apps.deadlines.kinds import Moved, tell_moved
from dinhlang.apps.deadlines.models import Deadline, Event, Milestone, Why
from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.base.refusal import Refusal
from dinhlang.pure.dates import Calendar, CannotCount, Count
from dinhlang.pure.viet import one_line


class CannotRecord(Refusal):
    """An event is not recorded, or not taken back, and why."""


@transaction.atomic
def record_event(
    *,
    deadline: Deadline,
    happened_on: date,
    count: Count | None,
    source: str = "",
    link: str = "",
    upload: UploadedFile | None = None,
    calendar: Calendar,
    by: people.Person,
    now: datetime,
    day: date,
) -> Event:
    """What was waited for happened on a day, as a document shows; with a length, the duty is due at its end.

    Without one the day stays that of the words (an outer limit, say), and is known to have begun to count.
    """
    if deadline.kind != "event":
        raise CannotRecord(_("Thời hạn này không chờ sự kiện nào."))
    if happened_on > day:
        raise CannotRecord(_("Ngày này chưa đến. Chỉ ghi khi sự kiện đã xảy ra."), field="happened_on")
    if not (source.strip() or link.strip() or upload):
        raise CannotRecord(
            _("Xin nêu nguồn: số, ký hiệu văn bản, hoặc liên kết, hoặc tệp; người sau còn kiểm lại được."),
            field="source",
        )
    held = Deadline.objects.select_for_update(of=("self",)).select_related("plan__keeper").get(pk=deadline.pk)
    _refuse_second(held)
    milestones = milestones_of([held])
    event = Event(
        deadline=held,
        happened_on=happened_on,
        source=one_line(source)[:300],
        link=link.strip(),
        file=_stored(upload, by=by, now=now),
        count=count.as_data() if count else None,
        back_to=[_kept(one) for one in milestones],
        recorded_at=now,
        recorded_by=by,
    )
    try:
        with transaction.atomic():
            event.save()
    except IntegrityError:
        _refuse_second(held)
        raise
    if count is not None:
        _count_from(event, milestones, count, calendar, by=by, now=now)
        held.by_working_days, held.by_hand = count.working, False
        held.save(update_fields=["by_working_days", "by_hand"])
    after = {"happened_on": happened_on.isoformat(), "source": event.source, "link": event.link}
    audit.record("deadlines.event_recorded", held, by=by, now=now, unit=held.plan.keeper, after=after)
    return event


def _refuse_second(deadline: Deadline) -> None:
    there = deadline.events.filter(withdrawn_at__isnull=True).select_related("recorded_by").first()
    if there is not None:
        named = {"event": there, "person": there.recorded_by, "day": f"{there.recorded_at:%d/%m/%Y}"}
        raise CannotRecord(
            _("Sự kiện đã được %(person)s ghi ngày %(day)s: %(event)s. Nếu ghi sai, hãy rút lại rồi ghi lại.") % named
        )


def _stored(upload: UploadedFile | None, *, by: people.Person, now: datetime) -> files.StoredFile | None:
    try:
        return files.store(upload, by=by, now=now) if upload else None
    except files.CannotStore as refused:
        raise CannotRecord(str(refused), field="upload") from refused


def _kept(milestone: Milestone) -> dict[str, object]:
    day = milestone.day.isoformat() if milestone.day else None
    return {"order": milestone.order, "day": day, "reckoning": milestone.reckoning}


def _count_from(
    event: Event, milestones: list[Milestone], count: Count, calendar: Calendar, *, by: people.Person, now: datetime
) -> None:
    try:
        reckoned = rules.reckoned(count, event.happened_on, calendar)
    except (CannotCount, OverflowError, ValueError) as beyond:
        raise CannotRecord(_("Số ngày quá lớn. Xin xem lại."), field="number") from beyond
    first = milestones[0]
    named = {"event": event, "day": f"{reckoned.day:%d/%m/%Y}"}
    sentence = _("Sự kiện đã được ghi: %(event)s. Hạn từ nay là %(day)s.") % named
    _set(first, reckoned.day, reckoned.as_data(), calendar.version, why=Why.EVENT, words=str(event), by=by, now=now)
    move = Moved(first.deadline_id, first.nominal, _day_of(event.back_to[0]), reckoned.day, sentence)
    tell_moved([move], by=by, now=now)


def _set(
    milestone: Milestone,
    day: date | None,
    reckoning: dict[str, object],
    version: str,
    *,
    why: str,
    words: str,
    by: people.Person,
    now: datetime,
) -> None:
    if milestone.day != day:
        keep_change(milestone, day, why=why, words=words, now=now, by=by).save()
    milestone.day, milestone.reckoning, milestone.calendar_version = day, reckoning, version
    milestone.save(update_fields=["day", "reckoning", "calendar_version"])


def _day_of(kept: dict[str, str]) -> date | None:
    return date.fromisoformat(kept["day"]) if kept["day"] else None


@transaction.atomic
def withdraw_event(*, event: Event, reason: str, by: people.Person, now: datetime) -> None:
    """It was recorded by mistake: the day is again what it was before, and the line stays to be seen."""
    if not reason.strip():
        raise CannotRecord(_("Xin ghi lý do rút lại; lý do được giữ và cho người xem sau."), field="reason")
    if not Event.objects.filter(pk=event.pk, withdrawn_at__isnull=True).update(withdrawn_at=now):
        raise CannotRecord(_("Việc ghi này vừa được rút lại. Hãy mở lại trang để xem."))
    event.withdrawn_at = now
    deadline = Deadline.objects.select_for_update(of=("self",)).select_related("plan__keeper").get(pk=event.deadline_id)
    if event.count:
        _go_back(event, deadline, reason.strip(), by=by, now=now)
        Deadline.objects.filter(pk=deadline.pk).update(by_working_days=False)
    audit.record(
        "deadlines.event_withdrawn", deadline, by=by, now=now, unit=deadline.plan.keeper, reason=reason.strip()
    )


def _go_back(event: Event, deadline: Deadline, reason: str, *, by: people.Person, now: datetime) -> None:
    first, kept = milestones_of([deadline])[0], event.back_to[0]
    before, after = first.day, _day_of(kept)
    version = first.calendar_version
    _set(first, after, kept["reckoning"], version, why=Why.EVENT_WITHDRAWN, words=reason, by=by, now=now)
    told = {"day": f"{after:%d/%m/%Y}" if after else _("chưa có"), "reason": reason}
    sentence = _("Việc ghi sự kiện đã được rút lại (%(reason)s). Hạn trở về: %(day)s.") % told
    if before != after:
        tell_moved([Moved(deadline.pk, first.nominal, before, after, sentence)], by=by, now=now)
