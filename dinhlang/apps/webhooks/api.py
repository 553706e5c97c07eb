"""Doors at which a program sees its own addresses and its calls: whoever was away reads here what it missed."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.webhooks.models import Delivery, DeliveryState, Webhook, WebhookState
from dinhlang.base import api

WEBHOOK = api.a_thing(
    id=api.NUMBER, address=api.TEXT, acts=api.many(api.TEXT), state=api.one_of(WebhookState.values), because=api.TEXT
)
DELIVERY = api.a_thing(
    id=api.NUMBER,
    webhook=api.NUMBER,
    name={**api.TEXT, "description": _("webhook-id, như trong đầu mục của lời báo")},
    act=api.TEXT,
    url=api.TEXT,
    moment=api.MOMENT,
    place={**api.NUMBER, "description": _("Thứ tự trong nhật ký")},
    state=api.one_of(DeliveryState.values),
    tries=api.NUMBER,
    answered=api.maybe(api.NUMBER),
)


def _webhook(one: Webhook) -> dict[str, Any]:
    return {"id": one.pk, "address": one.address, "acts": one.acts, "state": one.state, "because": one.because}


def _delivery(one: Delivery) -> dict[str, Any]:
    return {
        "id": one.pk,
        "webhook": one.webhook_id,
        "name": one.name,
        "act": one.act,
        "url": one.thing,
        "moment": api.when(one.moment),
        "place": one.place,
        "state": one.state,
        "tries": one.tries,
        "answered": one.answered,
    }


def _own(person: people.Person) -> QuerySet[Webhook]:
    """Those of the program that asks; a person sees them on the pages."""
    return Webhook.objects.filter(program__person=person)


@people.lists("bao", "listWebhooks", _("Các địa chỉ nhận báo của tài khoản máy này"), item=WEBHOOK, told=_webhook)
def list_webhooks(call: people.Call) -> QuerySet[Webhook]:
    """Its own."""
    return _own(call.by)


@people.lists(
    "bao/lan-bao", "listDeliveries", _("Các lần báo cho tài khoản máy này: đã nhận, chờ gửi, không gửi được"),
    item=DELIVERY, told=_delivery,
)  # fmt: skip
def list_deliveries(call: people.Call) -> QuerySet[Delivery]:
    """To its own addresses."""
    return Delivery.objects.filter(webhook__in=_own(call.by))
