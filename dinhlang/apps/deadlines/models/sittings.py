"""Of a time that many councils owe: the sitting of each council, and the day that follows from it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.deadlines.models.days import Deadline, Session
from dinhlang.apps.units import public as units
from dinhlang.pure.dates import Count, count_of


class OwnSitting(models.Model):
    """One duty of many councils ("HĐND các xã"): each is due by its own sitting, whatever that of the others is."""

    deadline = models.ForeignKey(Deadline, on_delete=models.PROTECT, related_name="own_sittings")
    place = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="+")
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="own_sittings")
    count = models.JSONField(null=True)
    """How long before the sitting it is due; nothing: on its first day."""
    day = models.DateField(_("hạn"))
    reckoning = models.JSONField(default=dict)
    calendar_version = models.CharField(_("bản lịch ngày nghỉ"), max_length=20)

    class Meta:
        verbose_name = _("kỳ họp của một Hội đồng cho một thời hạn")
        ordering = ("day", "pk")
        constraints = [models.UniqueConstraint(fields=["deadline", "place"], name="a_council_sits_once_for_a_time")]

    def __str__(self) -> str:
        return f"{self.session} ({self.day:%d/%m/%Y})"

    @property
    def length(self) -> Count | None:
        """How long before the sitting."""
        return count_of(self.count) if self.count else None
