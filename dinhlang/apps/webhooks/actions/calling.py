"""Calls go out, each until it was taken, a person ends it, or two days are over.

A call is taken by one worker before anything is said; a worker that dies of it leaves it to be tried again after its
lease. So a receiver hears everything at least once, and drops by its name what it heard before.
"""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from functools import partial
from http.client import HTTPResponse

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.webhooks import rules
from dinhlang.apps.webhooks.actions.addresses import CannotCall, end, pause
from dinhlang.apps.webhooks.checks import is_inner, may_be_called
from dinhlang.apps.webhooks.models import Delivery, DeliveryState, Webhook
from dinhlang.base.calling import Call, InnerPlace, Silent, ask, parts_of
from dinhlang.base.secrets import show
from dinhlang.base.work import say

PATIENCE = 10.0
"""Seconds for the whole of one answer."""
LEASE = timedelta(minutes=2)
ROUND = timedelta(minutes=10)
"""So long calls go out in one piece of work; what is left goes on in the next, well before a worker is stopped."""
GONE = 410


def call_due(*, clock: Callable[[], datetime]) -> int:
    """Send whatever is due, one after the other; says how many were taken.

    An address that did not take a call is left until the next round: one that is dead holds up no other, nor whatever
    else the worker has to do.
    """
    sent, away, until = 0, set[int](), clock() + ROUND
    while (now := clock()) < until and (found := _next(now, away=away)) is not None:
        if _send(found, now=now):
            sent += 1
        else:
            away.add(found.webhook_id)
        say(_("đã gửi %(number)s") % {"number": sent})
    return sent


def _next(now: datetime, *, away: Collection[int]) -> Delivery | None:
    """The next due call, taken by this worker alone."""
    for call in Delivery.objects.due(now).exclude(webhook__in=away).select_related("webhook__program")[:20]:
        as_read = Delivery.objects.filter(pk=call.pk, state=call.state, tries=call.tries, due_at=call.due_at)
        if as_read.update(tries=call.tries + 1, due_at=now + LEASE):
            call.tries += 1
            return call
    return None


def _send(call: Delivery, *, now: datetime) -> bool:
    webhook, trouble, status = call.webhook, "", None
    body = rules.body_of(act=call.act, moment=call.moment, place=call.place, url=f"{settings.ADDRESS}{call.thing}")
    headers = rules.headers_of(body, name=call.name, moment=now, secret=show(webhook.hidden_secret))
    address = parts_of(webhook.address)
    try:
        if address is None or not may_be_called(webhook.address):
            raise InnerPlace
        said = Call(address, "POST", body, headers, PATIENCE)
        status = ask(said, is_refused=partial(is_inner, address.hostname), take=_status)
    except InnerPlace:
        trouble = _("địa chỉ dẫn vào mạng nội bộ")
    except Silent as silent:
        trouble = _why(str(silent))
    return _note(call, status=status, trouble=trouble, now=now)


def _why(kind: str) -> str:
    """What stood in the way, for whoever has to mend it."""
    known = {
        "TimeoutError": _("không trả lời trong %(seconds)d giây") % {"seconds": PATIENCE},
        "ConnectionRefusedError": _("máy nhận từ chối kết nối"),
        "gaierror": _("không tìm thấy tên máy"),
        "SSLCertVerificationError": _("chứng thư của máy nhận không tin được"),
    }
    return known.get(kind) or _("không nối được với máy nhận (%(kind)s)") % {"kind": kind}


def _status(answer: HTTPResponse) -> int:
    answer.read(1000)
    return answer.status


@transaction.atomic
def _note(call: Delivery, *, status: int | None, trouble: str, now: datetime) -> bool:
    """What came of a try; says whether it was taken. Nothing is noted of one that another worker has in hand by now."""
    is_taken = status is not None and 200 <= status < 300
    mine = Delivery.objects.select_for_update().filter(pk=call.pk, tries=call.tries, state=DeliveryState.WAITING)
    if not mine.exists():
        return is_taken
    call.answered, call.trouble = status, trouble
    if is_taken:
        call.state, call.sent_at = DeliveryState.SENT, now
        Webhook.objects.filter(pk=call.webhook_id, failing_since__isnull=False).update(failing_since=None)
    else:
        call.due_at = rules.next_try(call.tries, now=now) or call.due_at
        if call.tries > len(rules.PAUSES):
            call.state = DeliveryState.GIVEN_UP
    call.save(update_fields=["answered", "trouble", "state", "sent_at", "due_at"])
    if not is_taken:
        _note_failure(call, now=now)
    return is_taken


def _note_failure(call: Delivery, *, now: datetime) -> None:
    """An address that says it is gone is given up; one that has failed for days is paused. The record says so."""
    webhook = Webhook.objects.select_for_update(of=("self",)).get(pk=call.webhook_id)
    if not webhook.is_active:
        return
    if webhook.failing_since is None:
        webhook.failing_since = now
        webhook.save(update_fields=["failing_since"])
    if call.answered == GONE:
        end(webhook, reason=_("Máy nhận trả lời là đã thôi (410)."), by=None, now=now)
    elif now - webhook.failing_since >= rules.FAILS_FOR:
        pause(webhook, reason=_("Không nhận được gì suốt ba ngày."), by=None, now=now)


@transaction.atomic
def send_again(call: Delivery, *, by: people.Person, now: datetime) -> bool:
    """A person lets a call that was given up go out once more; says whether it was one."""
    webhook = Webhook.objects.select_for_update(of=("self",)).select_related("program__unit").get(pk=call.webhook_id)
    if not webhook.is_active:
        raise CannotCall(_("Địa chỉ này đang dừng hoặc đã thôi nhận báo. Hãy bấm Báo lại trước, rồi gửi lại."))
    given_up = Delivery.objects.filter(pk=call.pk, state=DeliveryState.GIVEN_UP)
    if not given_up.update(state=DeliveryState.WAITING, tries=len(rules.PAUSES), due_at=now):
        return False
    facts = {"unit": webhook.program.unit, "after": {"call": call.name}}
    audit.record("webhooks.sent_again", webhook, by=by, now=now, **facts)
    return True
