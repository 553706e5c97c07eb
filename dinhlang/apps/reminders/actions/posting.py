"""Letters: put, joined, handed to the mail server one by one, and never twice. Decision 0019 says why so.

A letter is `handing` before a byte of it goes out, committed, and `sent` right after the server's answer. Whatever
breaks in between leaves it `handing`: the house cannot know whether the server took it, so it does not send it again.
Its unread reminders go with the person's next letter.
"""

import smtplib
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.core import mail
from django.core.mail.message import BadHeaderError
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from dinhlang.apps.operations import public as operations
from dinhlang.apps.people import public as people
from dinhlang.apps.reminders import access, rules
from dinhlang.apps.reminders.models import Letter, LetterState, Mail, Notice, Wish
from dinhlang.apps.reminders.notices import letter_of
from dinhlang.apps.reminders.queries import Gathered, gathered_for

SEND = "dinhlang.apps.reminders.jobs.send_letters"
SILENT = timedelta(minutes=10)
"""So long after it was begun, a letter that nobody answered for is taken for unsure; the server's time-out is 20 s."""
PAUSES = (timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6), timedelta(hours=12))
"""A server that says "later" about one letter (greylisting, a full box) is asked again after these."""


class MailServerAway(Exception):
    """The mail server takes nothing now; the queue tries again later, and every letter waits."""


def put_letters(persons: Iterable[people.Person], *, now: datetime, is_daily: bool = False) -> dict[int, Letter]:
    """A letter that waits for each who wants letters, by their keys. Call it in the transaction that fills them."""
    wanting = {one.pk: one for one in persons if one.email} if settings.EMAIL_HOST else {}
    wishes = {one.person_id: one for one in Wish.objects.filter(person__in=wanting)}
    moments = {pk: _moment(wishes.get(pk), now=now, is_daily=is_daily) for pk in wanting}
    due = {pk: moment for pk, moment in moments.items() if moment is not None}
    letters = [Letter(person=wanting[pk], put_at=now, due_at=moment) for pk, moment in due.items()]
    Letter.objects.bulk_create(letters, batch_size=500, ignore_conflicts=True)
    waiting = Letter.objects.select_for_update(of=("self",)).filter(person__in=due).in_state(LetterState.WAITING)
    found = {one.person_id: one for one in waiting.order_by("pk")}
    for moment in set(due.values()):
        sooner = [letter.pk for pk, letter in found.items() if due[pk] == moment and letter.due_at > moment]
        Letter.objects.filter(pk__in=sooner).update(due_at=moment)
    call_for(set(due.values()), now=now)
    return found


def _moment(wish: Wish | None, *, now: datetime, is_daily: bool) -> datetime | None:
    """When the letter goes: at once, at the person's hour, never. A night's work that comes late goes out at once."""
    kind, hour = (wish.mail, wish.hour) if wish else (Mail.DIGEST, rules.USUAL_HOUR)
    if kind == Mail.NONE:
        return None
    if kind == Mail.AT_ONCE:
        return now
    here = timezone.localtime(now)
    today = datetime.combine(here.date(), time(hour), tzinfo=here.tzinfo)
    if today >= now:
        return today
    return now if is_daily else today + timedelta(days=1)


def call_for(moments: Iterable[datetime], *, now: datetime) -> None:
    """Let a worker come at these moments."""
    for moment in moments:
        is_later = moment > now
        key = f"{moment:%Y-%m-%dT%H:%M%z}" if is_later else ""
        operations.put(import_string(SEND), told={}, now=now, due=moment if is_later else now, key=key)


def put_off_or_drop(person: people.Person, wish: Wish, *, now: datetime) -> None:
    """The letter that waits follows a new wish."""
    moment = _moment(wish, now=now, is_daily=False)
    waiting = Letter.objects.filter(person=person).in_state(LetterState.WAITING)
    if moment is None:
        waiting.update(state=LetterState.DROPPED)
    elif waiting.update(due_at=moment):
        call_for([moment], now=now)


def settle_unsure(*, now: datetime) -> int:
    """Letters of which no answer came: their unread reminders join the person's next letter. Says how many."""
    Letter.objects.filter(state=LetterState.HANDING, handing_at__lt=now - SILENT).update(state=LetterState.UNSURE)
    unsure = Letter.objects.in_state(LetterState.UNSURE).select_related("person").order_by("pk")
    number = 0
    for letter in unsure:
        with transaction.atomic():
            if not _step(letter, LetterState.UNSURE, LetterState.CARRIED):
                continue
            left, sums = letter.notices.pending(), letter.roundups.filter(read_at=None)
            has_more = left.exists() or sums.exists()
            after = put_letters([letter.person], now=now, is_daily=True).get(letter.person_id) if has_more else None
            if after is not None:
                left.update(letter=after)
                sums.update(letter=after)
            number += 1
    return number


def send_due(*, now: datetime) -> int:
    """Hand over every letter whose moment has come; says how many went. Raises when the server takes nothing."""
    if not settings.EMAIL_HOST or not Letter.objects.due(now).exists():
        return 0
    line = _open()
    number = 0
    try:
        while (letter := _next(now)) is not None:
            number += _send(letter, line, now=now)
    finally:
        _close(line)
    return number


def _open() -> Any:
    line = mail.get_connection()
    try:
        line.open()
    except (OSError, smtplib.SMTPException) as trouble:
        raise MailServerAway(f"{settings.EMAIL_HOST}: {trouble}") from trouble
    return line


def _close(line: Any) -> None:
    with suppress(OSError, smtplib.SMTPException):  # it was away already; what it took is known
        line.close()


def _next(now: datetime) -> Letter | None:
    """The next due letter, taken by this worker alone."""
    while (found := Letter.objects.due(now).select_related("person").order_by("due_at", "pk").first()) is not None:
        if _step(found, LetterState.WAITING, LetterState.HANDING, handing_at=now):
            return found
    return None


def _step(letter: Letter, from_: str, to: str, **facts: Any) -> bool:
    """Of two who try, one succeeds."""
    return bool(Letter.objects.filter(pk=letter.pk, state=from_).update(state=to, **facts))


def _send(letter: Letter, line: Any, *, now: datetime) -> int:
    """Hand one letter over, and note at once what came of it."""
    day = timezone.localtime(now).date()
    person = people.person_on(letter.person_id, day=day) if letter.person.email else None
    notices = _still_of_use(letter, person)
    gathered = _gathered(letter, person, day=day)
    if not notices and gathered is None:
        _step(letter, LetterState.HANDING, LetterState.DROPPED)
        return 0
    try:
        line.send_messages([letter_of(letter, notices, day=day, gathered=gathered)])
    except (smtplib.SMTPException, OSError, BadHeaderError) as trouble:
        _note_trouble(letter, trouble, line, now=now)
        return 0
    _step(letter, LetterState.HANDING, LetterState.SENT, sent_at=now, tries=letter.tries + 1, trouble="")
    return 1


def _still_of_use(letter: Letter, person: people.Person | None) -> list[Notice]:
    """What is unread, still so, and the person may still know: asked right before the letter goes."""
    if person is None:
        return []
    notices = letter.notices.pending().with_facts().order_by("pk")
    return [one for one in notices if access.may_be_told(person, one.reminder)]


def _gathered(letter: Letter, person: people.Person | None, *, day: date) -> Gathered | None:
    """What is late under the person, as it is now, if this letter was put to say so."""
    if person is None or not letter.roundups.filter(read_at=None).exists():
        return None
    return gathered_for(person, day=day)


def _note_trouble(letter: Letter, trouble: Exception, line: Any, *, now: datetime) -> None:
    """Refused for good, asked to come later, or silent: only in the last case may the server have taken it."""
    words = {"trouble": f"{type(trouble).__name__}: {trouble}"[:300], "tries": letter.tries + 1}
    if getattr(line, "is_unsure", False):
        _step(letter, LetterState.HANDING, LetterState.UNSURE, **words)
    elif isinstance(trouble, BadHeaderError) or _code(trouble) >= 500 or letter.tries >= len(PAUSES):
        _step(letter, LetterState.HANDING, LetterState.REFUSED, **words)
    elif _code(trouble):
        _back(letter, now + PAUSES[letter.tries], words, now=now)
    else:
        _back(letter, letter.due_at, {**words, "tries": letter.tries}, now=now, calls=False)
    if not _code(trouble) and not isinstance(trouble, BadHeaderError):
        raise MailServerAway(str(trouble)) from trouble


def _back(letter: Letter, moment: datetime, words: dict[str, Any], *, now: datetime, calls: bool = True) -> None:
    """It waits again; where a newer one waits for the person already, what it says joins that one."""
    with transaction.atomic():
        newer = Letter.objects.select_for_update().filter(person=letter.person_id, state=LetterState.WAITING).first()
        if newer is None:
            _step(letter, LetterState.HANDING, LetterState.WAITING, due_at=moment, **words)
        elif _step(letter, LetterState.HANDING, LetterState.DROPPED, **words):
            letter.notices.update(letter=newer)
            letter.roundups.update(letter=newer)
        if calls:
            call_for([moment], now=now)


def _code(trouble: Exception) -> int:
    """The server's own word about this letter; 0 where it said none."""
    if isinstance(trouble, smtplib.SMTPRecipientsRefused):
        return max(code for code, _answer in trouble.recipients.values())
    code = getattr(trouble, "smtp_code", 0)
    return code if isinstance(code, int) and code > 0 and code != 421 else 0
