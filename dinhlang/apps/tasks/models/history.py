"""What each part was before it changed, so that any past day can be shown as it was.

The database writes it, not the acts: whoever changes a part, one or a hundred thousand at once, cannot forget it.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.tasks.models.tasks import Assignment
from dinhlang.apps.units import public as units


class PartWas(models.Model):
    """Until a moment a part was another unit's, had another state or another day."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="was", db_index=False)
    until = models.DateTimeField()
    unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=10)
    state = models.CharField(max_length=10)
    due = models.DateField(null=True)

    class Meta:
        verbose_name = _("phần việc trước khi thay đổi")
        indexes = [models.Index(fields=["assignment", "until"])]

    def __str__(self) -> str:
        return f"{self.assignment_id}: {self.state} … {self.until:%d/%m/%Y %H:%M}"
