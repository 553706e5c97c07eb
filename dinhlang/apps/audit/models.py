"""Who did what, when and why; rows are only ever added."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units


class Entry(models.Model):
    """One change of state: actor, moment, act, the thing, reason, before and after."""

    moment = models.DateTimeField(_("lúc"))
    actor = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, related_name="+")
    act = models.CharField(_("việc"), max_length=60)
    thing_type = models.CharField(max_length=60)
    thing_key = models.CharField(max_length=60)
    thing_name = models.CharField(_("đối tượng"), max_length=300)
    unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("lý do"), blank=True)
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("mục nhật ký")
        indexes = [models.Index(fields=["thing_type", "thing_key"]), models.Index(fields=["moment"])]

    def __str__(self) -> str:
        return f"{self.moment:%d/%m/%Y %H:%M} {self.act} {self.thing_name}"

    def save(self, *args: object, **kwargs: object) -> None:
        if self.pk is not None:
            raise TypeError("An audit entry is never changed.")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        raise TypeError("An audit entry is never deleted.")
