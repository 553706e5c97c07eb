"""Whose last day of work is set, by whom and why; the day itself stands on the account, where every page reads it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Leaving(models.Model):
    """Somebody is to leave. There is a row until it is done, or taken back; the record keeps both."""

    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, related_name="leaving")
    reason = models.TextField(_("lý do"))
    made_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("nghỉ việc")

    def __str__(self) -> str:
        return f"{self.person} – {self.person.leaves_on}"
