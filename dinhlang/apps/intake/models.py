"""A document that arrived as text, and the tasks that a person marked in it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units


class DocumentState(models.TextChoices):
    """Where a document is on its way to becoming a plan."""

    MARKING = "marking", _("đang đánh dấu")
    CONFIRMED = "confirmed", _("đã thành kế hoạch")
    SET_ASIDE = "set_aside", _("đã cất đi")


class Document(models.Model):
    """A plan as it came in: its words, what they say of themselves, and who is working on it."""

    owner = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("đơn vị nhận"))
    kind = models.CharField(_("loại văn bản"), max_length=10, default="KH")
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    issuer = models.ForeignKey(
        units.Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("cơ quan ban hành")
    )
    title = models.CharField(_("trích yếu"), max_length=500)
    text = models.TextField(_("toàn văn"))
    text_sha256 = models.CharField(max_length=64, db_index=True)
    file = models.ForeignKey(files.StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=DocumentState, default=DocumentState.MARKING)
    arrived_at = models.DateTimeField()
    taken_in_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("văn bản đến")

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class Mark(models.Model):
    """A stretch of the text that a person marked as a task, with what it says of who and when."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="marks")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    label = models.CharField(_("mục"), max_length=40, blank=True)
    text = models.TextField(_("nhiệm vụ"))
    lead_words = models.CharField(_("chủ trì"), max_length=500, blank=True)
    partner_words = models.CharField(_("phối hợp"), max_length=1000, blank=True)
    time_words = models.CharField(_("thời gian"), max_length=300, blank=True)
    due = models.DateField(_("hạn"), null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="mark_has_words"),
            models.UniqueConstraint(fields=["document", "start", "end"], name="one_mark_a_stretch"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.text[:80]}".strip()
