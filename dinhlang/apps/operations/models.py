"""Jobs that wait, run, ended or were given up, and the workers who do them."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.operations.rules import SILENT
from dinhlang.base.work import Kind, kind


class JobState(models.TextChoices):
    """Where a job stands."""

    WAITING = "waiting", _("đang chờ")
    RUNNING = "running", _("đang làm")
    DONE = "done", _("đã xong")
    GIVEN_UP = "given_up", _("cần người xem")
    DROPPED = "dropped", _("đã gác lại")


class JobQuerySet(models.QuerySet["Job"]):
    """Phrases about jobs."""

    def in_state(self, *states: str) -> Self:
        return self.filter(state__in=states)

    def to_do(self, now: datetime) -> Self:
        """What is due, and what a silent worker left behind; the longest due first."""
        waiting = Q(state=JobState.WAITING, due_at__lte=now)
        left_behind = Q(state=JobState.RUNNING, leased_until__lt=now)
        return self.filter(waiting | left_behind).order_by("due_at", "pk")


class Job(models.Model):
    """One piece of work, due at a moment. Two with one key cannot be: so a day's job is there once."""

    path = models.CharField(_("việc"), max_length=120)
    told = models.JSONField(_("cho"), default=dict)
    key = models.CharField(_("khoá"), max_length=200, unique=True)
    state = models.CharField(_("tình trạng"), max_length=10, choices=JobState, default=JobState.WAITING)
    put_at = models.DateTimeField(_("xếp hàng lúc"))
    due_at = models.DateTimeField(_("đến hạn lúc"))
    tries = models.PositiveSmallIntegerField(_("số lần đã thử"), default=0)
    worker = models.CharField(_("thợ"), max_length=80, blank=True)
    leased_until = models.DateTimeField(_("giữ đến"), null=True)
    started_at = models.DateTimeField(_("bắt đầu lúc"), null=True)
    finished_at = models.DateTimeField(_("xong lúc"), null=True)
    answer = models.CharField(_("kết quả"), max_length=200, blank=True)
    trouble = models.TextField(_("trục trặc"), blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("việc ngầm")
        indexes = [models.Index(fields=["state", "due_at"]), models.Index(fields=["path", "put_at"])]

    def __str__(self) -> str:
        about = ", ".join(_in_words(value) for value in self.told.values())
        return f"{self.title} ({about})" if about else str(self.title)

    @property
    def kind(self) -> Kind | None:
        """What this is, if this version of the house still knows it."""
        return kind(self.path)

    @property
    def title(self) -> Any:
        """What people call it."""
        return self.kind.title if self.kind else self.path


def _in_words(value: Any) -> str:
    """What a job was told; days as people write them."""
    day = parse_date(value) if isinstance(value, str) else None
    return f"{day:%d/%m/%Y}" if day else str(value)


class WorkerQuerySet(models.QuerySet["Worker"]):
    """Phrases about workers."""

    def alive(self, now: datetime) -> Self:
        """Those that were heard of lately and did not say goodbye."""
        return self.filter(left_at=None, seen_at__gte=now - SILENT)


class Worker(models.Model):
    """A process that does jobs; it says every few seconds that it lives."""

    name = models.CharField(_("tên"), max_length=80, unique=True)
    version = models.CharField(_("bản"), max_length=20)
    came_at = models.DateTimeField(_("bắt đầu lúc"))
    seen_at = models.DateTimeField(_("nghe thấy lúc"))
    left_at = models.DateTimeField(_("nghỉ lúc"), null=True)

    objects = WorkerQuerySet.as_manager()

    class Meta:
        verbose_name = _("thợ")

    def __str__(self) -> str:
        return self.name

    def is_silent(self, now: datetime) -> bool:
        """Whether it should have been heard of by now."""
        return self.left_at is None and self.seen_at < now - SILENT
