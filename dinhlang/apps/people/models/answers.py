"""What a door answered to a write, so that the same write sent again is done once and answered alike."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people.models.people import Person


class KeptAnswer(models.Model):
    """One write at a door: by whom, under which key, what was sent (as a digest), and the answer it got."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    key = models.CharField(_("khóa của lần ghi"), max_length=100)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    told = models.JSONField(_("câu trả lời"), default=dict)
    made_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("câu trả lời đã giữ")
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="a_key_is_used_once")]

    def __str__(self) -> str:
        return f"{self.key}: {self.status}"
