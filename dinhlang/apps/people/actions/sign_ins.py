"""Who is signed in where: noted at the door, shown to the person, ended by them or whoever looks after the account."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.people.access import may_manage_account
from dinhlang.apps.people.models import Person, SignIn
from dinhlang.apps.people.queries import home_unit
from dinhlang.apps.people.rules import LONGEST
from dinhlang.apps.people.signals import tell
from dinhlang.base.refusal import Refusal


class CannotEndSignIn(Refusal):
    """A sign-in cannot be ended so."""


def note_sign_in(person: Person, *, session_key: str, now: datetime, **facts: object) -> SignIn:
    """Someone came in; the list is theirs to see."""
    return SignIn.objects.create(person=person, session_key=session_key, began_at=now, seen_at=now, **facts)


def note_use(session_key: str, *, now: datetime) -> None:
    """It is still used."""
    _going_on(session_key).update(seen_at=now)


def note_new_key(old: str, new: str) -> None:
    """The session goes on under another key, as after a change of password."""
    _going_on(old).update(session_key=new)


def note_sign_out(session_key: str, *, now: datetime) -> None:
    """The person went, or lay idle too long."""
    _going_on(session_key).update(ended_at=now, session_key="")


def _going_on(session_key: str) -> QuerySet[SignIn]:
    """The sign-in of a session; what is over has no key any more."""
    return SignIn.objects.exclude(session_key="").filter(session_key=session_key, ended_at=None)


@transaction.atomic
def end_sign_in(person: Person, pk: int, *, now: datetime) -> None:
    """One's own, on another device."""
    if not _end(person.sign_ins.filter(pk=pk), now=now):
        raise CannotEndSignIn(_("Lần đăng nhập này đã kết thúc rồi."))
    tell("people.sign_in_ended", person, by=person, now=now, unit=home_unit(person), after={"number": 1})


@transaction.atomic
def end_other_sign_ins(person: Person, *, keep: str, now: datetime) -> int:
    """All of one's own but this one."""
    ended = _end(person.sign_ins.exclude(session_key=keep), now=now)
    if ended:
        tell("people.sign_in_ended", person, by=person, now=now, unit=home_unit(person), after={"number": ended})
    return ended


@transaction.atomic
def end_sign_ins_of(person: Person, *, reason: str, by: Person, now: datetime) -> int:
    """By whoever looks after the account: everything, at once."""
    if not may_manage_account(by, person, day=timezone.localtime(now).date()):
        raise CannotEndSignIn(_("Bạn không quản lý tài khoản này. Hãy nhờ quản trị cấp trên."))
    if not reason.strip():
        raise CannotEndSignIn(_("Hãy ghi lý do, để người xem nhật ký sau này hiểu."), field="reason")
    ended = _end(person.sign_ins.all(), now=now)
    after = {"number": ended}
    tell("people.sign_in_ended", person, by=by, now=now, unit=home_unit(person), reason=reason.strip(), after=after)
    return ended


def end_all(person: Person, *, now: datetime, keep: str = "") -> None:
    """As part of another act that is told by itself: a lock, a new password, a second step."""
    _end(person.sign_ins.exclude(session_key=keep), now=now)


def _end(sign_ins: QuerySet[SignIn], *, now: datetime) -> int:
    """The session's row goes, so the next request finds nobody."""
    keys = list(sign_ins.filter(ended_at=None).values_list("session_key", flat=True))
    still_open = sign_ins.open(now).count()  # type: ignore[attr-defined]
    SignIn.objects.filter(session_key__in=keys, ended_at=None).update(ended_at=now, session_key="")
    Session.objects.filter(session_key__in=keys).delete()
    return int(still_open)


def forget_ended_keys(*, now: datetime) -> int:
    """What is over keeps no key of a session; the row itself goes when its time has passed (`personal.py`)."""
    over = SignIn.objects.exclude(session_key="").filter(began_at__lt=now - LONGEST)
    return over.update(session_key="")
