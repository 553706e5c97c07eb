"""When a duty is due: the words, their meaning, the days that follow from it, and what became of those days."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.units import public as units
from dinhlang.pure.dates import Count, count_of


class Why(models.TextChoices):
    """What moved a day."""

    PERSON = "person", _("người có thẩm quyền đổi hạn")
    CALENDAR = "calendar", _("lịch ngày nghỉ thay đổi")
    EVENT = "event", _("sự kiện đã xảy ra")
    EVENT_WITHDRAWN = "withdrawn", _("rút lại việc ghi sự kiện")
    SESSION = "session", _("theo lịch kỳ họp")
    CHAIN = "chain", _("theo chuỗi báo cáo")


class Session(models.Model):
    """A sitting of a people's council, as those who work there keep it."""

    class Kind(models.TextChoices):
        """Which sitting of the year."""

        MIDYEAR = "midyear", _("kỳ họp thường lệ giữa năm")
        YEAR_END = "year_end", _("kỳ họp thường lệ cuối năm")
        TOPICAL = "topical", _("kỳ họp chuyên đề, đột xuất")

    place = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kỳ họp"), max_length=10, choices=Kind)
    year = models.PositiveSmallIntegerField(_("năm"))
    begins_on = models.DateField(_("khai mạc"))
    source = models.CharField(_("văn bản triệu tập, lịch họp"), max_length=300)
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("kỳ họp Hội đồng nhân dân")
        ordering = ("begins_on", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["place", "kind", "year"],
                condition=Q(cancelled_at__isnull=True) & ~Q(kind="topical"),
                name="one_regular_session_a_half_year",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.year}, {self.place.full_name}"


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    """Phrases about deadlines."""

    def counted_in_working_days(self) -> Self:
        """Whose day hangs on the calendar, and which no person has set otherwise."""
        return self.filter(by_working_days=True, by_hand=False)

    def coming_back(self) -> Self:
        """Series that have not been ended."""
        return self.filter(comes_back=True, ended_at__isnull=True)


class Deadline(models.Model):
    """The time of one duty: what the plan says, from which day it is counted, what that means, by which rules."""

    plan = models.ForeignKey(plans.Plan, on_delete=models.PROTECT, related_name="deadlines")
    clause = models.ForeignKey(plans.Clause, on_delete=models.PROTECT, null=True, related_name="deadlines")
    words = models.CharField(_("lời của kế hoạch"), max_length=500, blank=True)
    counted_from = models.DateField(_("tính từ ngày văn bản"), null=True)
    kind = models.CharField(_("loại"), max_length=10)
    start = models.DateField(_("bắt đầu"), null=True)
    recurrence = models.CharField(_("lặp lại"), max_length=300, blank=True)
    waits_for = models.CharField(_("chờ"), max_length=500, blank=True)
    sentence = models.TextField(_("hiểu là"), blank=True)
    count = models.JSONField(_("cách đếm"), null=True)
    rules_version = models.CharField(_("bản quy tắc đọc"), max_length=20)
    by_working_days = models.BooleanField(default=False)
    by_hand = models.BooleanField(_("do người đặt"), default=False)
    comes_back = models.BooleanField(default=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, null=True, related_name="deadlines")
    session_count = models.JSONField(null=True)
    """How long before the sitting it is due; nothing: on its first day."""
    law = models.CharField(_("quy định của luật"), max_length=40, blank=True)
    law_from = models.DateField(_("luật tính từ ngày"), null=True)
    law_version = models.CharField(_("bản quy định"), max_length=20, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(_("lý do thôi lặp lại"), max_length=500, blank=True)
    made_at = models.DateTimeField()

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = _("thời hạn")
        indexes = [
            models.Index(fields=["id"], condition=Q(by_working_days=True, by_hand=False), name="by_working_days"),
            models.Index(fields=["id"], condition=Q(comes_back=True, ended_at__isnull=True), name="coming_back"),
        ]

    def __str__(self) -> str:
        return self.words or str(_("không nêu thời gian"))

    @property
    def length(self) -> Count | None:
        """What is counted, or is to be counted once its first day is known."""
        return count_of(self.count) if self.count else None

    @property
    def is_waiting(self) -> bool:
        """Whether the day hangs on something that nobody has recorded yet."""
        if self.kind == "session":
            return self.session_id is None
        return self.kind == "event" and not self.events.filter(withdrawn_at__isnull=True).exists()


class Milestone(models.Model):
    """One day on which a duty is due; of a duty that comes back, one for each occurrence."""

    deadline = models.ForeignKey(Deadline, on_delete=models.PROTECT, related_name="milestones", db_index=False)
    order = models.PositiveSmallIntegerField()
    nominal = models.DateField(null=True)
    """The day by the rule of return, which names the occurrence even when its day is moved."""
    day = models.DateField(_("hạn"), null=True)
    reckoning = models.JSONField(default=dict)
    calendar_version = models.CharField(_("bản lịch ngày nghỉ"), max_length=20)

    class Meta:
        verbose_name = _("mốc")
        ordering = ("deadline", "order")
        constraints = [models.UniqueConstraint(fields=["deadline", "order"], name="one_milestone_an_order")]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}" if self.day else str(_("chưa có ngày"))


class DayChange(models.Model):
    """A day that was moved: what it was, what it became, and why. Never changed afterwards."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="changes")
    before = models.DateField(null=True)
    after = models.DateField(null=True)
    why = models.CharField(max_length=10, choices=Why)
    words = models.CharField(max_length=500, blank=True)
    reckoning = models.JSONField(default=dict)
    """How the day before was reckoned."""
    calendar_version = models.CharField(max_length=20)
    moment = models.DateTimeField()
    by = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("lần đổi ngày")
        ordering = ("-moment", "-pk")

    def __str__(self) -> str:
        return f"{_said(self.before)} → {_said(self.after)}"


def _said(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else str(_("chưa có ngày"))


class Event(models.Model):
    """What a day waited for has happened: when, and by which document somebody can see it."""

    deadline = models.ForeignKey(Deadline, on_delete=models.PROTECT, related_name="events")
    happened_on = models.DateField(_("ngày xảy ra"))
    source = models.CharField(_("số, ký hiệu văn bản"), max_length=300, blank=True)
    link = models.URLField(_("liên kết"), max_length=500, blank=True)
    file = models.ForeignKey(files.StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    count = models.JSONField(null=True)
    back_to = models.JSONField(default=list)
    """The days before it, to go back to should it be withdrawn."""
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("sự kiện")
        ordering = ("-recorded_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["deadline"], condition=Q(withdrawn_at__isnull=True), name="an_event_is_recorded_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.happened_on:%d/%m/%Y} {self.source}".strip()

    @property
    def length(self) -> Count | None:
        """What is counted from it."""
        return count_of(self.count) if self.count else None
