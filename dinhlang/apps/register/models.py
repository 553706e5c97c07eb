"""What the room keeps itself: a file that was read and waits for a person's yes. The units lie below, in `units`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people


class PendingImport(models.Model):
    """The rows of an uploaded table between preview and confirmation; only who sent it sees it, and not for long."""

    name = models.CharField(_("tên tệp"), max_length=200)
    day = models.DateField(_("ngày mặc định"))
    rows = models.JSONField(default=list)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(people.Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("bảng chờ nhập")
        indexes = [models.Index(fields=["made_at"])]

    def __str__(self) -> str:
        return self.name
