"""Messages to browsers: a person asks for them, they wait, are handed over once, and end when the browser is gone.

As with letters (decision 0019): what waits is taken by one worker before a byte goes out; a service that is away or
says "later" gets it later; where nobody knows whether it arrived it is not sent again, but joins what is told the next
night.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from dinhlang.apps.audit import public as audit
from dinhlang.apps.operations import public as operations
from dinhlang.apps.people import public as people
from dinhlang.apps.reminders import queries
from dinhlang.apps.reminders.models import PushAddress
from dinhlang.base import push
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line

SEND = "dinhlang.apps.reminders.jobs.send_pushes"
PAUSES = (timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6), timedelta(hours=12))
SILENT = timedelta(minutes=10)
MOST_BROWSERS = 10
GONE = (404, 410)


class CannotPush(Refusal):
    """This browser is told nothing, and why."""


@transaction.atomic
def tell_browser(*, endpoint: str, p256dh: str, auth: str, name: str, by: people.Person, now: datetime) -> PushAddress:
    """From now on this browser is told that there are reminders. Asked twice it is told once."""
    receiver = push.Receiver(endpoint.strip(), p256dh.strip(), auth.strip())
    if not settings.PUSH_SERVICES:
        raise CannotPush(_("Nơi này chưa bật thông báo trên máy."))
    try:
        push.checked(receiver, settings.PUSH_SERVICES)
    except push.BadAddress:
        raise CannotPush(
            _("Trình duyệt này dùng một dịch vụ thông báo mà nơi này không gửi tới. Xin dùng trình duyệt khác.")
        ) from None
    people.Person.objects.select_for_update().get(pk=by.pk)  # of two tabs one waits
    key = PushAddress.key_of(receiver.endpoint)
    others = PushAddress.objects.filter(person=by).exclude(key=key)
    if others.count() >= MOST_BROWSERS:
        raise CannotPush(_("Đã có %(n)s máy nhận thông báo. Xin bỏ bớt một máy.") % {"n": MOST_BROWSERS})
    facts = {"endpoint": receiver.endpoint, "p256dh": receiver.p256dh, "auth": receiver.auth, "made_at": now}
    found, is_new = PushAddress.objects.update_or_create(
        key=key, defaults={**facts, "person": by, "name": one_line(name)[:80], "due_at": None, "handing_at": None}
    )
    if is_new:
        audit.record("reminders.browser_told", found, by=by, now=now, unit=people.home_unit(by))
    return found


@transaction.atomic
def leave_browser(*, address: PushAddress, by: people.Person, now: datetime) -> None:
    """It is told nothing more; what waited for it goes with it."""
    audit.record("reminders.browser_left", address, by=by, now=now, unit=people.home_unit(by))
    address.delete()


def put_pushes(persons: Iterable[people.Person], *, now: datetime) -> None:
    """A message waits for each browser of these people; what comes meanwhile joins it."""
    if not settings.PUSH_SERVICES:
        return
    waiting = PushAddress.objects.filter(person__in=[one.pk for one in persons], due_at__isnull=True)
    if waiting.update(due_at=now):
        operations.put(import_string(SEND), told={}, now=now)


def settle_silent(*, now: datetime) -> int:
    """Of messages of which no answer came: they are told again with what is told this night. Says how many."""
    lost = PushAddress.objects.filter(handing_at__lt=now - SILENT)
    return lost.update(handing_at=None, due_at=now)


def send_pushes(*, now: datetime, day: date) -> int:
    """Hand over every message whose moment has come; says how many went."""
    sent = 0
    while settings.PUSH_SERVICES and (one := _next(now)) is not None:
        sent += _send(one, now=now, day=day)
    return sent


def _next(now: datetime) -> PushAddress | None:
    """The next browser, taken by this worker alone."""
    due = PushAddress.objects.filter(due_at__lte=now, handing_at__isnull=True).select_related("person")
    while (found := due.order_by("due_at", "pk").first()) is not None:
        taken = PushAddress.objects.filter(pk=found.pk, due_at=found.due_at, handing_at__isnull=True)
        if taken.update(due_at=None, handing_at=now):
            return found
    return None


def _send(one: PushAddress, *, now: datetime, day: date) -> int:
    message = _message(one, day=day)
    if message is None:
        _let_go(one)
        return 0
    receiver = push.Receiver(one.endpoint, one.p256dh, one.auth)
    try:
        status = push.hand_over(
            message, receiver, services=settings.PUSH_SERVICES, key=settings.PUSH_KEY, contact=settings.ADDRESS
        )
    except push.BadAddress:
        one.delete()  # its service is not among those named any more
        return 0
    except push.ServiceAway:
        _again(one, now=now)
        return 0
    except push.Unanswered:
        return 0  # it stays taken; the night settles it
    return _answered(one, status, now=now)


def _answered(one: PushAddress, status: int, *, now: datetime) -> int:
    if 200 <= status < 300:
        PushAddress.objects.filter(pk=one.pk).update(handing_at=None, sent_at=now, tries=0)
        return 1
    if status in GONE:
        one.delete()
    elif status == 429 or status >= 500:
        _again(one, now=now)
    else:
        _let_go(one)
    return 0


def _again(one: PushAddress, *, now: datetime) -> None:
    """Later; after the last pause the message is dropped, and the next reminder brings another."""
    if one.tries >= len(PAUSES):
        _let_go(one)
        return
    moment = now + PAUSES[one.tries]
    with transaction.atomic():
        PushAddress.objects.filter(pk=one.pk).update(handing_at=None, due_at=moment, tries=F("tries") + 1)
        operations.put(import_string(SEND), told={}, now=now, due=moment, key=f"{moment:%Y-%m-%dT%H:%M%z}")


def _let_go(one: PushAddress) -> None:
    PushAddress.objects.filter(pk=one.pk).update(handing_at=None, tries=0)


def _message(one: PushAddress, *, day: date) -> dict[str, str] | None:
    """One sentence without a name, a body or a matter; nothing where nothing is unread any more."""
    person = people.person_on(one.person_id, day=day)
    number = queries.unread_number(person, day=day) if person is not None else 0
    if not number:
        return None
    with override("vi"):
        said = ngettext("Có %(n)s lời nhắc chưa đọc.", "Có %(n)s lời nhắc chưa đọc.", number) % {"n": number}
    return {"title": "Đình Làng", "body": said, "url": reverse("reminders:listing"), "lang": "vi"}
