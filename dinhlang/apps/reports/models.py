"""A report gathered from the record: figures frozen as they stood at the end of a day, and words a person edits."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any


class State(models.TextChoices):
    """Whether the report may still be changed."""

    DRAFT = "draft", _("đang soạn")
    FINAL = "final", _("đã chốt")


class Scope(models.TextChoices):
    """Which part of the plan's work is counted."""

    WHOLE = "whole", _("Toàn bộ kế hoạch")
    OWN = "own", _("Phần việc của đơn vị báo cáo")


class ReportQuerySet(models.QuerySet["Report"]):
    """Phrases about reports."""

    def of_units_within(self, *paths: str) -> Self:
        """Of the bodies in these branches of the tree."""
        return self.filter(within_any("unit__path", paths))

    def final(self) -> Self:
        return self.filter(state=State.FINAL)

    def for_lists(self) -> Self:
        """With what a list shows, without the heavy rest."""
        heavy = ("figures", "changes", "results", "shortcomings", "directions")
        return self.select_related("plan", "unit", "gathered_by").defer(*heavy)


class Report(models.Model):
    """What one body reports of one plan, as of a day."""

    plan = models.ForeignKey(plans.Plan, on_delete=models.PROTECT, related_name="reports", verbose_name=_("kế hoạch"))
    unit = models.ForeignKey(
        units.Unit, on_delete=models.PROTECT, related_name="reports", verbose_name=_("đơn vị báo cáo")
    )
    scope = models.CharField(_("phạm vi"), max_length=10, choices=Scope, default=Scope.WHOLE)
    to = models.CharField(_("nơi nhận báo cáo"), max_length=300, blank=True)
    as_of = models.DateField(_("số liệu đến hết ngày"))
    period = models.CharField(_("kỳ báo cáo"), max_length=200)
    title = models.CharField(_("trích yếu"), max_length=500)
    state = models.CharField(_("tình trạng"), max_length=10, choices=State, default=State.DRAFT)
    figures = models.JSONField(default=dict)
    changes = models.JSONField(default=list, blank=True)
    done = models.PositiveIntegerField(default=0)
    late = models.PositiveIntegerField(default=0)
    owed = models.PositiveIntegerField(default=0)
    results = models.TextField(_("kết quả"), blank=True)
    shortcomings = models.TextField(_("tồn tại, hạn chế"), blank=True)
    directions = models.TextField(_("phương hướng"), blank=True)
    gathered_at = models.DateTimeField()
    gathered_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("báo cáo")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="final", finished_at__isnull=False) | Q(state="draft", finished_at__isnull=True),
                name="final_report_has_its_moment",
            ),
        ]
        indexes = [models.Index(fields=["unit", "-as_of"]), models.Index(fields=["plan", "-as_of"])]

    def __str__(self) -> str:
        return self.title

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT
