"""Sittings of the people's councils, and the times that hang on them and follow when they are moved."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.calendar import public as days_off
from dinhlang.apps.deadlines import rules
from dinhlang.apps.deadlines.actions.keeping import keep_change, milestones_of
from dinhlang.apps.deadlines.actions.own_sitting import (
    follow_sittings,
    own_follow,
    own_leave,
    places_of_their_own,
    that_may_wait_for,
)
from dinhlang.apps.deadlines.kinds import Moved, tell_moved
from dinhlang.apps.deadlines.models import Deadline, Session, Why
from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.dates import Calendar, CannotCount, Count, count_of
from dinhlang.pure.viet import one_line


class CannotKeep(Refusal):
    """A sitting, or what hangs on it, stays as it is, and why."""


@transaction.atomic
def keep_session(
    *, place: units.Unit, kind: str, year: int, begins_on: date, source: str, by: people.Person, now: datetime
) -> Session:
    """Write a sitting of the council of a place into its calendar; what that council owes by it is due from now on."""
    _must_be_said(source=source)
    session = Session(place=place, kind=kind, year=year, begins_on=begins_on, source=one_line(source)[:300])
    try:
        with transaction.atomic():
            session.save()
    except IntegrityError:
        raise CannotKeep(
            _("Kỳ họp này của năm %(year)s đã được ghi. Hãy mở kỳ họp ấy để đổi ngày.") % {"year": year}, field="kind"
        ) from None
    after = {"begins_on": begins_on.isoformat(), "source": session.source}
    audit.record("deadlines.session_kept", session, by=by, now=now, unit=place, after=after)
    waiting = that_may_wait_for(session)
    if waiting:
        follow_sittings(waiting, calendar=days_off.calendar_in_force(), by=by, now=now)
    return session


@transaction.atomic
def move_session(
    *, session: Session, begins_on: date, source: str, calendar: Calendar, by: people.Person, now: datetime
) -> int:
    """The sitting begins on another day, as a document says; what hangs on it follows. Says how many days moved."""
    _must_be_said(source=source)
    held = _standing(session)
    if held.begins_on == begins_on:
        raise CannotKeep(_("Ngày khai mạc vẫn như cũ. Xin chọn một ngày khác."), field="begins_on")
    before, held.begins_on, held.source = held.begins_on, begins_on, one_line(source)[:300]
    held.save(update_fields=["begins_on", "source"])
    session.begins_on, session.source = held.begins_on, held.source
    facts = {"before": {"begins_on": before.isoformat()}, "after": {"begins_on": begins_on.isoformat()}}
    audit.record("deadlines.session_moved", held, by=by, now=now, unit=held.place, reason=held.source, **facts)
    told = {"session": held, "before": f"{before:%d/%m/%Y}", "after": f"{begins_on:%d/%m/%Y}", "source": held.source}
    words = _("%(session)s đổi ngày khai mạc từ %(before)s thành %(after)s (%(source)s).") % told
    moved = _follow(held.deadlines.all(), words, calendar=calendar, by=by, now=now)
    return moved + own_follow(held, words, calendar=calendar, by=by, now=now)


@transaction.atomic
def cancel_session(*, session: Session, reason: str, by: people.Person, now: datetime) -> None:
    """The sitting will not be held: what hung on it waits again."""
    _must_be_said(reason=reason)
    held = _standing(session)
    held.cancelled_at = session.cancelled_at = now
    held.save(update_fields=["cancelled_at"])
    audit.record("deadlines.session_cancelled", held, by=by, now=now, unit=held.place, reason=reason.strip())
    words = _("%(session)s không họp nữa: %(reason)s") % {"session": held, "reason": reason.strip()}
    _follow(held.deadlines.all(), words, calendar=None, by=by, now=now)
    held.deadlines.update(session=None, session_count=None, by_working_days=False)
    own_leave(held, words, by=by, now=now)


@transaction.atomic
def link_session(
    *,
    deadline: Deadline,
    session: Session,
    count: Count | None,
    calendar: Calendar,
    by: people.Person,
    now: datetime,
) -> None:
    """A time that hangs on a sitting is due on its first day, or a length before it; from now on it follows."""
    if deadline.kind != "session":
        raise CannotKeep(_("Thời hạn này không gắn với kỳ họp nào."))
    held = Deadline.objects.select_for_update(of=("self",)).get(pk=deadline.pk)
    sitting = _standing(session)
    held.session, held.session_count = sitting, count.as_data() if count else None
    held.by_working_days, held.by_hand = bool(count and count.working), False
    held.save(update_fields=["session", "session_count", "by_working_days", "by_hand"])
    audit.record(
        "deadlines.session_linked", held, by=by, now=now, unit=held.plan.keeper, after={"session": str(sitting)}
    )
    words = _("Hạn gắn với %(session)s, khai mạc %(day)s.") % {
        "session": sitting, "day": f"{sitting.begins_on:%d/%m/%Y}"
    }  # fmt: skip
    _follow([held], words, calendar=calendar, by=by, now=now)
    deadline.refresh_from_db()


def _standing(session: Session) -> Session:
    held = Session.objects.select_for_update(of=("self",)).select_related("place").get(pk=session.pk)
    if held.cancelled_at is not None:
        raise CannotKeep(_("Kỳ họp này đã hủy. Hãy chọn kỳ họp khác."))
    return held


def _follow(
    deadlines: Iterable[Deadline], words: str, *, calendar: Calendar | None, by: people.Person, now: datetime
) -> int:
    """Each first day becomes the sitting's; without a calendar there is no sitting any more, and none has a day."""
    found = {one.pk: one for one in deadlines if not one.by_hand}
    moves = []
    for milestone in milestones_of(found.values()):
        deadline = found[milestone.deadline_id]
        if milestone.order:
            continue
        reckoned = _reckoned(deadline, calendar) if calendar else None
        day = reckoned.day if reckoned else None
        if milestone.day != day:
            keep_change(milestone, day, why=Why.SESSION, words=words, now=now, by=by).save()
            told, own = _told(words, day), places_of_their_own(deadline)
            moves.append(Moved(deadline.pk, milestone.nominal, milestone.day, day, told, but_not=own))
        milestone.day, milestone.reckoning = day, reckoned.as_data() if reckoned else {}
        milestone.calendar_version = calendar.version if calendar else milestone.calendar_version
        milestone.save(update_fields=["day", "reckoning", "calendar_version"])
    for move in moves:
        one, facts = found[move.deadline], {"due": str(move.after or "")}
        audit.record("deadlines.follows_session", one, by=by, now=now, unit=one.plan.keeper, reason=words, after=facts)
    if moves:
        tell_moved(moves, by=by, now=now)
    return len(moves)


def _told(words: str, day: date | None) -> str:
    said = f"{day:%d/%m/%Y}" if day else _("chưa có")
    return _("%(words)s Hạn từ nay: %(day)s.") % {"words": words, "day": said}


def _reckoned(deadline: Deadline, calendar: Calendar) -> rules.Reckoned | None:
    session = deadline.session
    if session is None:
        return None
    if not deadline.session_count:
        return rules.Reckoned(session.begins_on)
    try:
        return rules.reckoned(count_of(deadline.session_count), session.begins_on, calendar)
    except (CannotCount, OverflowError, ValueError) as beyond:
        raise CannotKeep(_("Số ngày quá lớn. Xin xem lại."), field="number") from beyond


def _must_be_said(**said: str) -> None:
    sentences = {
        "source": _("Xin ghi văn bản triệu tập hoặc lịch họp: số, ký hiệu, ngày."),
        "reason": _("Xin ghi lý do; lý do được giữ và cho người xem sau."),
    }
    for field, words in said.items():
        if not words.strip():
            raise CannotKeep(sentences[field], field=field)
