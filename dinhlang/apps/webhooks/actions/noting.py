"""What has changed is put down for each address: read from the record, in the order of its chain.

The record is written in the transaction of every act, so it says all that happened and nothing that was taken back;
an act pays nothing for being told of. Decision 0021.
"""

import logging
from datetime import datetime
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.operations import public as operations
from dinhlang.apps.people import public as people
from dinhlang.apps.webhooks import kinds
from dinhlang.apps.webhooks.actions.addresses import end
from dinhlang.apps.webhooks.models import Delivery, Webhook, WebhookState

log = logging.getLogger(__name__)
AT_ONCE = 500
"""So many acts are put down for an address in one transaction."""
JOB = "dinhlang.apps.webhooks.jobs.call_programs"


def wake(*, now: datetime) -> bool:
    """Put the calling into the queue where something is to be told; asked every few seconds, so it looks briefly."""
    active = list(Webhook.objects.filter(state=WebhookState.ACTIVE).values_list("told_upto", "acts"))
    head = audit.head() if active else None
    if head is None or not (_is_news(active, head) or Delivery.objects.due(now).exists()):
        return False
    operations.put(import_string(JOB), told={}, now=now, key=f"{head.place} {now:%Y-%m-%dT%H:%M}")
    return True


def _is_news(active: list[tuple[int, list[str]]], head: audit.Link) -> bool:
    """Something was done that somebody is told of; or so much else that their places should follow it."""
    seen = min(place for place, _acts in active)
    wanted = {act for _place, acts in active for act in acts}
    return head.place - seen > AT_ONCE or audit.told_after(seen, acts=wanted).exists()


def note_all(*, now: datetime) -> int:
    """Look at what stands behind the place of each address; says how many calls were put down.

    One that breaks, by a fault of the room that reads the thing, keeps its place, says so in the log, and holds up no
    other.
    """
    active = Webhook.objects.filter(state=WebhookState.ACTIVE).order_by("pk")
    _end_those_of_programs_that_ended(active, now=now)
    number = 0
    for pk in list(active.values_list("pk", flat=True)):
        try:
            number += _note(pk, now=now)
        except Exception:
            log.exception("what to tell address %s", pk)
    return number


def _end_those_of_programs_that_ended(active: QuerySet[Webhook], *, now: datetime) -> None:
    """A program that opens nothing any more hears nothing either."""
    day = timezone.localtime(now).date()
    for webhook in active.select_related("program__person", "program__responsible"):
        if not webhook.program.works_on(day):
            end(webhook, reason=_("Tài khoản máy không còn dùng được."), by=None, now=now)


def _note(pk: int, *, now: datetime) -> int:
    number = 0
    while (found := _note_some(pk, now=now)) is not None:
        number += found
    return number


@transaction.atomic
def _note_some(pk: int, *, now: datetime) -> int | None:
    """A stretch of the chain for one address; None where nothing stands behind."""
    held = Webhook.objects.select_for_update(of=("self",)).select_related(
        "program__person", "program__unit", "program__responsible"
    )
    webhook = held.filter(pk=pk, state=WebhookState.ACTIVE).first()
    head = audit.head()
    if webhook is None or head is None or head.place <= webhook.told_upto:
        return None
    links = list(audit.told_after(webhook.told_upto, acts=webhook.acts).filter(place__lte=head.place)[:AT_ONCE])
    reader = webhook.program.person.carry([webhook.program], day=timezone.localtime(now).date())
    calls = [call for link in links if (call := _call(webhook, link, reader=reader, now=now)) is not None]
    Delivery.objects.bulk_create(calls)
    webhook.told_upto = links[-1].place if len(links) == AT_ONCE else head.place
    webhook.save(update_fields=["told_upto"])
    return len(calls)


def _call(webhook: Webhook, link: audit.Link, *, reader: people.Person, now: datetime) -> Delivery | None:
    """One act for one address, if the program may read the thing; what is gone, or not its to read, is passed over."""
    entry = link.entry
    kind = kinds.kind_of(entry.thing_type, entry.act)
    if kind is None or not entry.thing_key.isdigit():
        return None
    if not _may_read(kind, reader, int(entry.thing_key)):
        return None
    return Delivery(
        webhook=webhook,
        place=link.place,
        name=f"msg_{uuid4().hex}",
        act=entry.act,
        thing=kind.door.format(key=entry.thing_key),
        moment=entry.moment,
        due_at=now,
    )


def _may_read(kind: kinds.Kind, reader: people.Person, key: int) -> bool:
    try:
        kind.read(reader, key)
    except (Http404, PermissionDenied):
        return False
    return True
