"""An address is told, paused, taken up again, given up; each with an actor and an entry in the record."""

import base64
import os
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.webhooks import kinds
from dinhlang.apps.webhooks.checks import may_be_called
from dinhlang.apps.webhooks.models import DeliveryState, Webhook, WebhookState
from dinhlang.base.refusal import Refusal
from dinhlang.base.secrets import hide, renewed
from dinhlang.pure.viet import one_line


class CannotCall(Refusal):
    """The address is not called, and why."""


@transaction.atomic
def make(
    program: people.ServiceAccount, *, address: str, acts: Sequence[str], by: people.Person, now: datetime
) -> tuple[Webhook, str]:
    """From now on the address is told of these acts; its secret is given this one time."""
    if not may_be_called(address):
        raise CannotCall(
            _("Địa chỉ phải bắt đầu bằng https:// và ở ngoài mạng nội bộ, trừ máy mà người vận hành đã cho phép."),
            field="address",
        )
    chosen = [act for act in kinds.acts() if act in acts]
    if not chosen:
        raise CannotCall(_("Hãy chọn ít nhất một việc để báo."), field="acts")
    if not program.works_on(timezone.localtime(now).date()):
        raise CannotCall(_("Tài khoản máy này không còn dùng được, nên không được báo gì."))
    secret, head = _new_secret(), audit.head()
    facts = {"told_upto": head.place if head else 0, "hidden_secret": hide(secret), "made_by": by, "made_at": now}
    try:
        with transaction.atomic():
            made = Webhook.objects.create(program=program, address=address, acts=chosen, **facts)
    except IntegrityError:
        raise CannotCall(_("Tài khoản máy này đã khai địa chỉ ấy rồi."), field="address") from None
    _tell("webhooks.made", made, by=by, now=now, after={"acts": chosen})
    return made, secret


def _new_secret() -> str:
    return f"whsec_{base64.b64encode(os.urandom(32)).decode()}"


def _tell(act: str, webhook: Webhook, *, by: people.Person | None, now: datetime, **facts: Any) -> None:
    audit.record(act, webhook, by=by, now=now, unit=webhook.program.unit, **facts)


def _held(webhook: Webhook) -> Webhook:
    found = Webhook.objects.select_for_update(of=("self",)).select_related("program__unit").get(pk=webhook.pk)
    if found.has_ended:
        raise CannotCall(_("Địa chỉ này đã thôi nhận báo."))
    return found


def pause(webhook: Webhook, *, reason: str, by: people.Person | None, now: datetime) -> Webhook:
    """Nothing is sent for a while; what happens meanwhile is kept and goes out when it is taken up again."""
    return _stop(webhook, WebhookState.PAUSED, reason=reason, by=by, now=now)


@transaction.atomic
def end(webhook: Webhook, *, reason: str, by: people.Person | None, now: datetime) -> Webhook:
    """It is never called again; its calls stay to be read until they are cleared, none of them as one that waits."""
    ended = _stop(webhook, WebhookState.ENDED, reason=reason, by=by, now=now)
    ended.deliveries.filter(state=DeliveryState.WAITING).update(state=DeliveryState.GIVEN_UP)
    return ended


@transaction.atomic
def _stop(webhook: Webhook, state: WebhookState, *, reason: str, by: people.Person | None, now: datetime) -> Webhook:
    found, reason = _held(webhook), one_line(reason)[:500]
    if not reason:
        raise CannotCall(_("Hãy ghi lý do tạm dừng hoặc thôi báo."), field="reason")
    found.state, found.because = state, reason
    found.save(update_fields=["state", "because"])
    _tell(f"webhooks.{state}", found, by=by, now=now, reason=reason)
    return found


@transaction.atomic
def resume(webhook: Webhook, *, by: people.Person, now: datetime) -> Webhook:
    """It is called again, also of what happened while it was not."""
    found = _held(webhook)
    if found.is_active:
        return found
    found.state, found.because, found.failing_since = WebhookState.ACTIVE, "", None
    found.save(update_fields=["state", "because", "failing_since"])
    _tell("webhooks.resumed", found, by=by, now=now)
    return found


@transaction.atomic
def give_new_secret(webhook: Webhook, *, by: people.Person, now: datetime) -> str:
    """What was signed with the old one is believed no more; the new one is given this one time."""
    found, secret = _held(webhook), _new_secret()
    found.hidden_secret = hide(secret)
    found.save(update_fields=["hidden_secret"])
    _tell("webhooks.secret_renewed", found, by=by, now=now)
    return secret


def renew_secrets() -> int:
    """Hide every secret with the newest key; says how many."""
    found = list(Webhook.objects.all())
    for webhook in found:
        webhook.hidden_secret = renewed(webhook.hidden_secret)
    Webhook.objects.bulk_update(found, ["hidden_secret"], batch_size=200)
    return len(found)
