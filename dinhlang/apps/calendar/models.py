"""Days that were decided to be off, or worked in exchange, and that this house was told of."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dinhlang.pure.dates import Change


class DecidedDayQuerySet(models.QuerySet["DecidedDay"]):
    """Phrases about decided days."""

    def in_force(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)

    def of_year(self, year: int) -> Self:
        return self.filter(day__year=year)


class DecidedDay(models.Model):
    """One day, off or worked, by a decision. It is withdrawn, never deleted; who and why stands in the record."""

    day = models.DateField(_("ngày"))
    works = models.BooleanField(_("làm việc"))
    name = models.CharField(_("tên gọi"), max_length=120)
    source = models.CharField(_("văn bản quyết định"), max_length=300)
    added_at = models.DateTimeField(_("ghi lúc"))
    withdrawn_at = models.DateTimeField(_("rút lúc"), null=True)

    objects = DecidedDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("ngày nghỉ, ngày làm bù")
        ordering = ("day", "pk")
        constraints = [
            models.UniqueConstraint(fields=["day"], condition=Q(withdrawn_at__isnull=True), name="one_decision_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}: {self.name}"

    def as_change(self) -> Change:
        """The day as the calendar takes it."""
        return Change(self.day, works=self.works, name=self.name, source=self.source)
