"""Of a duty of many councils each is due by its own sitting, from the moment it stands in that council's calendar."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.deadlines import rules
from dinhlang.apps.deadlines.kinds import Moved, councils_that_owe, tell_moved
from dinhlang.apps.deadlines.models import Deadline, Milestone, OwnSitting, Session
from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.dates import Calendar, CannotCount, Count


class CannotSit(Refusal):
    """A council's own sitting is not taken, and why."""


def that_may_wait_for(session: Session) -> list[Deadline]:
    """The times whose words mean a sitting and that may be owed in its place: of plans of it and of those above."""
    above = [int(part) for part in session.place.path.split(".") if part]
    found = Deadline.objects.filter(kind="session", by_hand=False, ended_at=None, plan__place__in=above)
    found = found.exclude(own_sittings__place=session.place).select_related("plan__keeper")
    return [one for one in found if _meant(one) == (session.kind, session.year)]


def _meant(deadline: Deadline) -> tuple[str, int] | None:
    on = deadline.counted_from
    return rules.meant(deadline.words, year=on.year if on else None)


@transaction.atomic
def follow_sittings(
    deadlines: Iterable[Deadline], *, calendar: Calendar, by: people.Person | None, now: datetime
) -> int:
    """Each council that owes is due by its own regular sitting where the words name it and it is known; says how many.

    What somebody chose for a council before stays.
    """
    waiting = {one.pk: one for one in deadlines if one.kind == "session" and not one.by_hand and _meant(one)}
    owed = councils_that_owe(waiting) if waiting else {}
    places = set[int]().union(*owed.values())
    regular = Session.objects.filter(place__in=places, cancelled_at=None).exclude(kind=Session.Kind.TOPICAL)
    sittings = {(one.place_id, one.kind, one.year): one for one in regular.select_related("place")}
    known = set(OwnSitting.objects.filter(deadline__in=waiting).values_list("deadline", "place"))
    number = 0
    for pk, deadline in waiting.items():
        for place in owed.get(pk, set()):
            session = sittings.get((place, *(_meant(deadline) or ("", 0))))
            if session is not None and (pk, place) not in known:
                _sit(deadline, session, deadline.length, calendar=calendar, by=by, now=now)
                number += 1
    return number


@transaction.atomic
def link_own_sitting(
    *, deadline: Deadline, session: Session, count: Count | None, calendar: Calendar, by: people.Person, now: datetime
) -> OwnSitting:
    """Those who keep a council's calendar say by which of its sittings it is due."""
    if deadline.kind != "session":
        raise CannotSit(_("Thời hạn này không gắn với kỳ họp nào."))
    held = Session.objects.select_for_update(of=("self",)).select_related("place").get(pk=session.pk)
    if held.cancelled_at is not None:
        raise CannotSit(_("Kỳ họp này đã hủy. Hãy chọn kỳ họp khác."), field="session")
    return _sit(deadline, held, count, calendar=calendar, by=by, now=now)


def _sit(
    deadline: Deadline,
    session: Session,
    count: Count | None,
    *,
    calendar: Calendar,
    by: people.Person | None,
    now: datetime,
) -> OwnSitting:
    reckoned = _reckoned(session, count, calendar)
    kept = deadline.own_sittings.select_for_update().filter(place=session.place).first()
    before = kept.day if kept else common_day(deadline)
    made = kept or OwnSitting(deadline=deadline, place=session.place)
    made.session, made.count = session, count.as_data() if count else None
    made.day, made.reckoning, made.calendar_version = reckoned.day, reckoned.as_data(), calendar.version
    made.save()
    after = {"session": str(session), "due": str(made.day)}
    audit.record("deadlines.session_linked", deadline, by=by, now=now, unit=session.place, after=after)
    words = _("Hạn theo %(session)s, khai mạc %(day)s.")
    said = words % {"session": session, "day": f"{session.begins_on:%d/%m/%Y}"}
    _tell(deadline, session.place, before, made.day, said, by=by, now=now)
    return made


def own_follow(session: Session, words: str, *, calendar: Calendar, by: people.Person | None, now: datetime) -> int:
    """The sitting begins on another day, or the calendar of days off changed: what its council owes by it follows."""
    moved = 0
    for one in session.own_sittings.select_for_update(of=("self",)).select_related("deadline__plan__keeper"):
        reckoned = _reckoned(session, one.length, calendar)
        before, one.day, one.reckoning = one.day, reckoned.day, reckoned.as_data()
        one.calendar_version = calendar.version
        one.save(update_fields=["day", "reckoning", "calendar_version"])
        if before != one.day:
            _tell(one.deadline, session.place, before, one.day, words, by=by, now=now)
            moved += 1
    return moved


def own_leave(session: Session, words: str, *, by: people.Person, now: datetime) -> None:
    """It is not held: its council waits again, or is due as all are; its parts and the record keep the old day."""
    for one in session.own_sittings.select_for_update(of=("self",)).select_related("deadline__plan__keeper"):
        one.delete()
        _tell(one.deadline, session.place, one.day, common_day(one.deadline), words, by=by, now=now)


@transaction.atomic
def recount_own(*, calendar: Calendar, now: datetime) -> int:
    """What is counted back in working days from a council's sitting, by the calendar in force; says how many moved."""
    counted = OwnSitting.objects.exclude(calendar_version=calendar.version).filter(count__working=True)
    sessions = Session.objects.filter(pk__in=counted.values("session"), cancelled_at=None).select_related("place")
    words = _("Lịch ngày nghỉ thay đổi.")
    return sum(own_follow(one, words, calendar=calendar, by=None, now=now) for one in sessions)


def common_day(deadline: Deadline) -> date | None:
    """The day of all whose council has no sitting of its own for it."""
    return Milestone.objects.filter(deadline=deadline, order=0).values_list("day", flat=True).first()


def places_of_their_own(deadline: Deadline) -> frozenset[int]:
    """The councils that are due by their own sitting: what moves the others does not move them."""
    return frozenset(deadline.own_sittings.values_list("place", flat=True))


def _tell(
    deadline: Deadline,
    place: units.Unit,
    before: date | None,
    after: date | None,
    words: str,
    *,
    by: people.Person | None,
    now: datetime,
) -> None:
    said = f"{after:%d/%m/%Y}" if after else _("chưa có")
    sentence = _("%(words)s Hạn từ nay: %(day)s.") % {"words": words, "day": said}
    tell_moved([Moved(deadline.pk, None, before, after, sentence, place=place.pk)], by=by, now=now)


def _reckoned(session: Session, count: Count | None, calendar: Calendar) -> rules.Reckoned:
    if count is None:
        return rules.Reckoned(session.begins_on)
    try:
        return rules.reckoned(count, session.begins_on, calendar)
    except (CannotCount, OverflowError, ValueError) as beyond:
        raise CannotSit(_("Số ngày quá lớn. Xin xem lại."), field="number") from beyond
