"""Who stands in for whom, from a day until before another."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people.models.people import here


class StandInQuerySet(models.QuerySet["StandIn"]):
    """Phrases about who stood in for whom."""

    def on(self, day: date) -> Self:
        """In force on a day; for nobody whose account is locked, or who left."""
        return self.filter(here(day, "absent__"), begins__lte=day, ends__gt=day)

    def not_over(self, day: date) -> Self:
        return self.filter(ends__gt=day)

    def sharing_a_day(self, begins: date, ends: date) -> Self:
        return self.filter(begins__lt=ends, ends__gt=begins)


class StandIn(models.Model):
    """During these days `person` may do what `absent` may by their own roles, and the record says for whom."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="stands_in")
    absent = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="absences")
    begins = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"))
    reason = models.TextField(_("lý do"))
    made_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    objects = StandInQuerySet.as_manager()

    class Meta:
        verbose_name = _("người thay")
        constraints = [
            models.CheckConstraint(condition=Q(ends__gt=F("begins")), name="stand_in_ends_later"),
            models.CheckConstraint(condition=~Q(person=F("absent")), name="nobody_stands_in_for_themselves"),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.absent}"
