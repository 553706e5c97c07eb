"""A document that arrived as text, and the tasks that a person marked in it."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any
from dinhlang.pure.viet import fold, search_text


class DocumentKind(models.TextChoices):
    """What sort of official document it is, by its sign (Nghị định 30/2020/NĐ-CP, Phụ lục III)."""

    PLAN = "KH", pgettext_lazy("kind of document", "Kế hoạch")
    DECISION = "QĐ", pgettext_lazy("kind of document", "Quyết định")
    DIRECTIVE = "CT", pgettext_lazy("kind of document", "Chỉ thị")
    RESOLUTION = "NQ", pgettext_lazy("kind of document", "Nghị quyết")
    PROGRAMME = "CTr", pgettext_lazy("kind of document", "Chương trình")
    GUIDANCE = "HD", pgettext_lazy("kind of document", "Hướng dẫn")
    LETTER = "CV", pgettext_lazy("kind of document", "Công văn")
    NOTICE = "TB", pgettext_lazy("kind of document", "Thông báo")


class DocumentState(models.TextChoices):
    """Where a document is on its way to becoming a plan."""

    MARKING = "marking", _("đang đánh dấu")
    CONFIRMED = "confirmed", _("đã thành kế hoạch")
    SET_ASIDE = "set_aside", _("đã cất đi")


class DocumentQuerySet(models.QuerySet["Document"]):
    """Phrases about documents that arrived."""

    def in_state(self, state: str) -> Self:
        return self.filter(state=state)

    def of_units_within(self, paths: Iterable[str]) -> Self:
        """Those whose owner stands in one of the branches."""
        return self.filter(within_any("owner__path", paths))

    def with_words(self, words: str) -> Self:
        """Those whose heading holds every word, with or without marks."""
        found = self
        for word in fold(words).split():
            found = found.filter(search_text__contains=word)
        return found

    def with_names(self) -> Self:
        return self.select_related("owner", "issuer", "taken_in_by")


class Document(models.Model):
    """A plan as it came in: its words, what they say of themselves, and who is working on it."""

    owner = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("đơn vị nhận"))
    kind = models.CharField(_("loại văn bản"), max_length=10, choices=DocumentKind, default=DocumentKind.PLAN)
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

    search_text = models.TextField(editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("văn bản đến")
        indexes = [models.Index(fields=["owner", "state", "-arrived_at"])]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    def save(self, *args: object, **kwargs: object) -> None:
        self.search_text = search_text(f"{self.number} {self.title} {self.issuer.full_name}")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def is_open(self) -> bool:
        """Still being marked."""
        return self.state == DocumentState.MARKING


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
    sources = models.JSONField(default=dict, blank=True)  # {"lead": [[start, end], …]}: where the words were taken from

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="mark_has_words"),
            models.UniqueConstraint(fields=["document", "start", "end"], name="one_mark_a_stretch"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.text[:80]}".strip()
