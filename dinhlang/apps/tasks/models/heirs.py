"""Units change, work goes on: who takes over from a unit that is no more, and which part went from whom to whom."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.tasks.models.tasks import Assignment
from dinhlang.apps.units import public as units


class Heir(models.Model):
    """To whom the open work of a unit goes on the day on which it is no more; what it handed out, the heir decides."""

    unit = models.OneToOneField(units.Unit, on_delete=models.PROTECT, related_name="heir_of_work")
    successor = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="+")
    day = models.DateField(_("từ ngày"))
    is_chosen = models.BooleanField(default=False)
    by = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(_("lý do"), blank=True)

    class Meta:
        verbose_name = _("đơn vị nhận việc")
        constraints = [models.CheckConstraint(condition=~Q(unit=F("successor")), name="another_takes_the_work_over")]

    def __str__(self) -> str:
        return f"{self.unit} → {self.successor}"


class Moved(models.Model):
    """A part went from a unit to its heir. Where the heir owed the same already, `joined` is what ended in it."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="moves")
    joined = models.ForeignKey(Assignment, on_delete=models.CASCADE, null=True, related_name="joinings")
    from_unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="+")
    to_unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="+")
    day = models.DateField(_("từ ngày"))
    moved_at = models.DateTimeField()
    by = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("lý do"), blank=True)

    class Meta:
        verbose_name = _("chuyển phần việc")

    def __str__(self) -> str:
        return f"{self.from_unit} → {self.to_unit} ({self.day})"
