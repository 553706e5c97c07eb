"""Reads of addresses and calls."""

from django.db.models import Count, Q, QuerySet

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.webhooks import kinds
from dinhlang.apps.webhooks.models import Delivery, DeliveryState, Webhook


def of_program(program: people.ServiceAccount) -> QuerySet[Webhook]:
    """The addresses of a program, those that are called first."""
    waiting = Count("deliveries", filter=Q(deliveries__state=DeliveryState.WAITING))
    lost = Count("deliveries", filter=Q(deliveries__state=DeliveryState.GIVEN_UP))
    return Webhook.objects.filter(program=program).annotate(waiting=waiting, lost=lost).order_by("state", "pk")


def deliveries_of(webhook: Webhook) -> QuerySet[Delivery]:
    """The calls of an address, the latest first."""
    return webhook.deliveries.order_by("-place")


def acts_in_words() -> list[tuple[str, str]]:
    """Acts of which programs may be told, as the record calls them; in the order in which the rooms told of them."""
    words = audit.known_acts()
    return [(act, str(words.get(act, act))) for act in kinds.acts()]
