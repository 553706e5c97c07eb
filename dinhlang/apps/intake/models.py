"""A document that arrived as text, and the tasks that a person marked in it."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from dinhlang.apps.files import public as files
from dinhlang.apps.intake.rules import by_hand, day_of, joined, whole_phrase
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

    ARRIVED = "arrived", _("đang đọc")
    UNREAD = "unread", _("chưa đọc được")
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
        units.Unit,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("cơ quan ban hành"),
        null=True,
        blank=True,
    )
    title = models.CharField(_("trích yếu"), max_length=500)
    text = models.TextField(_("toàn văn"), blank=True)
    text_sha256 = models.CharField(max_length=64, db_index=True)
    file = models.ForeignKey(files.StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=DocumentState, default=DocumentState.MARKING)
    arrived_at = models.DateTimeField()
    taken_in_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    said = models.JSONField(_("phần đầu và cuối"), default=dict, blank=True)  # as `rules.header_of` tells it
    checked = models.JSONField(_("đã kiểm"), default=list, blank=True)  # names of the parts of `said` that a person saw
    version = models.PositiveIntegerField(default=1)  # of the facts: who saves what another changed meanwhile is told

    search_text = models.TextField(editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("văn bản đến")
        indexes = [models.Index(fields=["owner", "state", "-arrived_at"])]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    def save(self, *args: object, **kwargs: object) -> None:
        issuer = self.issuer.full_name if self.issuer else ""
        self.search_text = search_text(f"{self.number} {self.title} {issuer}")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def is_open(self) -> bool:
        """Still being marked."""
        return self.state == DocumentState.MARKING


class ReadingState(models.TextChoices):
    """How far the machine has come with a document."""

    WAITING = "waiting", _("chờ đọc")
    READING = "reading", _("đang đọc")
    ASKING = "asking", _("hỏi có trùng không")
    DONE = "done", _("đã đọc")
    FAILED = "failed", _("không đọc được")


class TwinAnswer(models.TextChoices):
    """What a person says that a document is beside one that looks the same."""

    AMENDS = "amend", _("Là bản sửa đổi, bổ sung văn bản đã có")
    REPLACES = "replace", _("Là bản thay thế văn bản đã có")
    EXTENDS = "extend", _("Là bản gia hạn văn bản đã có")
    SAME = "same", _("Chính là văn bản đã có (cất bản vừa nhận đi)")
    OTHER = "other", _("Là văn bản khác")


class Reading(models.Model):
    """One reading of a document by machine: how far it came, what it told, what stood in its way."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="readings")
    state = models.CharField(max_length=10, choices=ReadingState, default=ReadingState.WAITING)
    asked_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    heard_at = models.DateTimeField(null=True, blank=True)  # when it last told how far it is
    ended_at = models.DateTimeField(null=True, blank=True)
    page = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(default=0)
    told = models.JSONField(_("bản đọc của máy"), default=dict, blank=True)
    page_starts = models.JSONField(default=list, blank=True)  # [place in the text, number, whether it is a picture]
    notes = models.JSONField(_("điều cần biết"), default=list, blank=True)
    trouble = models.TextField(_("vì sao không đọc được"), blank=True)
    twin = models.ForeignKey(Document, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    likeness = models.FloatField(null=True, blank=True)  # of the texts; none: number and issuer
    answer = models.CharField(_("so với văn bản trông giống"), max_length=10, choices=TwinAnswer, blank=True)
    anyway = models.CharField(_("lý do vẫn đọc"), max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.document} · {self.get_state_display()}"


class PagePlaces(models.Model):
    """Where each word of a page stands in its picture, as `rules/places.py` tells it."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="places")
    number = models.PositiveIntegerField()
    numbers = models.JSONField(default=list)

    class Meta:
        verbose_name = _("chỗ của chữ trên trang")
        constraints = [models.UniqueConstraint(fields=["reading", "number"], name="places_of_a_page_once")]

    def __str__(self) -> str:
        return f"{self.reading_id} · {self.number}"


class LikenessKey(models.Model):
    """A key under which near-same texts are found; see `rules/likeness.py`."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="likeness_keys")
    key = models.CharField(max_length=24, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "key"], name="one_likeness_key_a_document")]

    def __str__(self) -> str:
        return self.key


class NamedBody(models.Model):
    """What a person said about a name in a document: that unit is meant, or none that is kept here."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="named_bodies")
    key = models.CharField(max_length=300)
    words = models.CharField(_("tên trong văn bản"), max_length=300)
    unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "key"], name="one_meaning_a_name")]

    def __str__(self) -> str:
        return f"{self.words} = {self.unit or '–'}"


class Standing(models.TextChoices):
    """Who stands behind a mark: only the machine so far, or a person."""

    PROPOSED = "proposed", _("máy đề xuất")
    ACCEPTED = "accepted", _("đã kiểm")
    DROPPED = "dropped", _("đã bỏ")


class MarkQuerySet(models.QuerySet["Mark"]):
    """Phrases about marks."""

    def standing(self) -> Self:
        """Those that nobody dropped."""
        return self.exclude(standing=Standing.DROPPED)

    def waiting(self) -> Self:
        """Those that no person has looked at."""
        return self.filter(standing=Standing.PROPOSED)


class Mark(models.Model):
    """A stretch of the text that a person marked as a task, with what it says of who and when."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="marks")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    label = models.CharField(_("mục"), max_length=40, blank=True)
    text = models.TextField(_("nhiệm vụ"))
    lead_words = models.CharField(_("chủ trì"), max_length=1000, blank=True)
    adviser_words = models.CharField(_("tham mưu"), max_length=1000, blank=True)
    partner_words = models.CharField(_("phối hợp"), max_length=2000, blank=True)
    time_words = models.CharField(_("thời gian"), max_length=500, blank=True)
    due = models.DateField(_("hạn"), null=True, blank=True)
    sources = models.JSONField(default=dict, blank=True)  # {"lead": [[start, end], …]}: where the words were taken from
    standing = models.CharField(_("đã kiểm hay chưa"), max_length=10, choices=Standing, default=Standing.ACCEPTED)
    confidence = models.FloatField(null=True, blank=True)  # of the machine; none for what a person marked
    details = models.JSONField(default=dict, blank=True)  # "timing" as understood; "product", "send_to", "via", …
    reading = models.ForeignKey(Reading, on_delete=models.SET_NULL, null=True, blank=True, related_name="marks")
    version = models.PositiveIntegerField(default=1)
    latest = models.JSONField(_("lần sửa gần nhất"), default=dict, blank=True)  # {"lead_words": [from, to]}
    changed_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField(null=True, blank=True)

    objects = MarkQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(end__gt=F("start")), name="mark_has_words")]
        indexes = [models.Index(fields=["document", "start"])]

    def __str__(self) -> str:
        return f"{self.label} {self.text[:80]}".strip()

    @property
    def product(self) -> str:
        """What is to come of it, in one line."""
        return self._detail("product")

    @property
    def send_to(self) -> str:
        """Where the result goes, in one line."""
        return self._detail("send_to")

    @property
    def via(self) -> str:
        """Through whom it goes there."""
        return self._detail("via")

    @property
    def begins(self) -> date | None:
        """From which day on, as its words or a person say."""
        return day_of((self.details.get("timing") or {}).get("start"))

    @property
    def rhythm(self) -> str:
        """How often it comes back, where a person said so besides its words."""
        return by_hand(self.details).get("rhythm", "")

    @property
    def whole_time(self) -> str:
        """The words of its time with what a person added to them, as the rooms above read it."""
        return whole_phrase(self.time_words, self.details)

    def _detail(self, name: str) -> str:
        told = self.details.get(name) or ""
        return joined(told) if isinstance(told, list) else str(told)

    @property
    def waits(self) -> bool:
        """No person has looked at it yet."""
        return self.standing == Standing.PROPOSED
