"""Addresses that are called when something has changed, and each call."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people


class WebhookState(models.TextChoices):
    """Whether an address is called."""

    ACTIVE = "active", _("đang báo")
    PAUSED = "paused", _("tạm dừng")
    ENDED = "ended", _("đã thôi")


class Webhook(models.Model):
    """Where a program wants to be called, and of which acts; it hears what its account may read, never more.

    `told_upto` is a place in the chain of the record: what stands behind it was looked at. So nothing has to be
    remembered beside an act, and nothing is missed while nobody could be called.
    """

    program = models.ForeignKey(people.ServiceAccount, on_delete=models.PROTECT, related_name="webhooks")
    address = models.CharField(_("địa chỉ"), max_length=500)
    acts = models.JSONField(_("báo những việc"), default=list)
    hidden_secret = models.CharField(_("khóa ký"), max_length=300)
    told_upto = models.BigIntegerField(default=0)
    state = models.CharField(max_length=10, choices=WebhookState, default=WebhookState.ACTIVE)
    because = models.CharField(_("lý do"), max_length=500, blank=True)
    failing_since = models.DateTimeField(null=True)
    made_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("địa chỉ nhận báo")
        constraints = [
            models.UniqueConstraint(
                fields=["program", "address"], condition=~Q(state="ended"), name="an_address_is_called_once"
            )
        ]

    def __str__(self) -> str:
        return self.address

    @property
    def is_active(self) -> bool:
        return self.state == WebhookState.ACTIVE

    @property
    def has_ended(self) -> bool:
        return self.state == WebhookState.ENDED


class DeliveryState(models.TextChoices):
    """How far a call is."""

    WAITING = "waiting", _("chờ gửi")
    SENT = "sent", _("đã nhận")
    GIVEN_UP = "given_up", _("không gửi được")


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Phrases about calls."""

    def due(self, now: datetime) -> Self:
        """Those that may go out now: of addresses that are called, the oldest first."""
        waiting = self.filter(state=DeliveryState.WAITING, due_at__lte=now, webhook__state=WebhookState.ACTIVE)
        return waiting.order_by("due_at", "place")


class Delivery(models.Model):
    """One act of which one address is told. Its name stays the same however often it is tried."""

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    place = models.BigIntegerField()  # of the act in the chain of the record
    name = models.CharField(max_length=40, unique=True)
    act = models.CharField(max_length=60)
    thing = models.CharField(max_length=120)  # the address of the door at which it is read
    moment = models.DateTimeField()
    state = models.CharField(max_length=10, choices=DeliveryState, default=DeliveryState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    answered = models.PositiveSmallIntegerField(null=True)  # the number of the last answer
    trouble = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField(null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("lần báo cho chương trình")
        constraints = [models.UniqueConstraint(fields=["webhook", "place"], name="an_act_is_told_once_an_address")]
        indexes = [models.Index(fields=["due_at"], condition=Q(state="waiting"), name="calls_that_wait")]

    def __str__(self) -> str:
        return self.name
