"""Service accounts: programs that read here, and their tokens."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people.models.people import WORD_NAMES, Person
from dinhlang.apps.people.rules import Word
from dinhlang.apps.units import public as units

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class ServiceAccount(models.Model):
    """A program that reads here: what it may, over which unit, until when, and who answers for it.

    It stands beside a `Person` of its own, who never signs in: so the record can name it, and permission asks it as
    it asks anyone. To that person it is what a role is to others.
    """

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="service_account")
    unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="+")
    responsible = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="answers_for")
    words = models.JSONField(_("quyền"), default=list)
    ends = models.DateField(_("đến trước ngày"))
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("tài khoản máy")

    def __str__(self) -> str:
        return str(self.person)

    @property
    def acting_unit(self) -> units.Unit:
        return self.unit

    def reach_of(self, word: Word) -> str | None:
        """The unit and what stands under it, never more."""
        return self.unit.path if word in self.words else None

    @property
    def word_names(self) -> "list[StrOrPromise]":
        return [WORD_NAMES[Word(word)] for word in self.words]

    def works_on(self, day: date) -> bool:
        """Not revoked, not over, and whoever answers for it is still here."""
        return self.revoked_at is None and day < self.ends and self.responsible.is_here_on(day)


class Token(models.Model):
    """What a program shows at the door; kept as a digest only."""

    account = models.ForeignKey(ServiceAccount, on_delete=models.CASCADE, related_name="tokens")
    start = models.CharField(max_length=12)  # by which people tell tokens apart
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)  # once a newer one took over
    last_used_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("thẻ truy cập")

    def __str__(self) -> str:
        return f"{self.start}…"
