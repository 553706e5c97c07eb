"""Bodies and places, and what each was called and where it stood, day by day.

`UnitVersion` is the truth: one row for each span in which a unit's name, kind and parent did not change.
`Unit` carries a copy of the version of today, so that lists need no join; `refresh_current` keeps it.
"""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.units.rules import full_name
from dinhlang.base.fields import PathField
from dinhlang.pure.viet import LATITUDES, LONGITUDES, search_text, sort_key


class UnitKind(models.TextChoices):
    """What sort of body or place a unit is."""

    COUNTRY = "country", _("Cả nước")
    PROVINCE = "province", _("Tỉnh, thành phố")
    DISTRICT = "district", _("Huyện, quận, thị xã")
    COMMUNE = "commune", _("Xã, phường, đặc khu")
    VILLAGE = "village", _("Thôn, tổ dân phố")
    PEOPLE_COMMITTEE = "people_committee", _("Ủy ban nhân dân")
    PEOPLE_COUNCIL = "people_council", _("Hội đồng nhân dân")
    DEPARTMENT = "department", _("Sở, ban, phòng")
    OFFICE = "office", _("Văn phòng")
    SERVICE_UNIT = "service_unit", _("Đơn vị sự nghiệp công lập")
    FRONT = "front", _("Mặt trận Tổ quốc")
    UNION = "union", _("Đoàn thể")
    PARTY = "party", _("Cơ quan Đảng")
    FORCE = "force", _("Công an, quân sự")
    ENTERPRISE = "enterprise", _("Doanh nghiệp")
    INSPECTION_BOARD = "inspection_board", _("Ban Thanh tra nhân dân")
    STEERING = "steering", _("Ban Chỉ đạo, Tổ công tác")
    POST = "post", _("Chức danh")
    OTHER = "other", _("Tổ chức khác")


class UnitQuerySet(models.QuerySet["Unit"]):
    """Phrases about units as they stand today."""

    def within(self, path: str) -> Self:
        """The place itself and everything below it."""
        return self.filter(path__within=path)

    def of_kind(self, *kinds: str) -> Self:
        return self.filter(kind__in=kinds)

    def living(self) -> Self:
        """Those that are there today (as of the latest refresh)."""
        return self.filter(is_living=True)

    def with_a_life(self) -> Self:
        """Those that some day knows; not those whose beginning was withdrawn."""
        return self.filter(Exists(UnitVersion.objects.filter(unit=OuterRef("pk"))))

    def in_order(self) -> Self:
        """As Vietnamese people sort names."""
        return self.order_by("sort_key", "pk")


class Unit(models.Model):
    """A body, a place or a post: the thing that goes on under changing names and parents."""

    code = models.CharField(_("mã định danh"), max_length=40, unique=True)
    kind = models.CharField(_("loại"), max_length=20, choices=UnitKind)
    form = models.CharField(_("hình thức"), max_length=40, blank=True)
    name = models.CharField(_("tên"), max_length=200)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    path = PathField()
    is_living = models.BooleanField(default=True)
    sort_key = models.CharField(max_length=220, editable=False)
    search_text = models.TextField(editable=False)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("đơn vị")
        verbose_name_plural = _("đơn vị")
        indexes = [
            models.Index(fields=["kind", "is_living", "sort_key"]),
            models.Index(fields=["parent", "sort_key"]),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """With its form where that is not yet part of the name: "xã Nhã Nam", "Sở Nội vụ"."""
        return full_name(self.form, self.name)

    def put(self, version: "UnitVersion", *, is_living: bool) -> None:
        """Copy a version's facts onto the unit (the caller saves)."""
        self.kind, self.form, self.name = version.kind, version.form, version.name
        self.parent_id, self.path, self.is_living = version.parent_id, version.path, is_living
        self.sort_key = sort_key(version.name)
        self.search_text = search_text(f"{version.form} {version.name} {self.code}")


class VersionQuerySet(models.QuerySet["UnitVersion"]):
    """Phrases about how the tree stood."""

    def on(self, day: date) -> Self:
        """The versions in force on a day."""
        return self.filter(Q(ends__isnull=True) | Q(ends__gt=day), begins__lte=day)

    def within(self, path: str) -> Self:
        return self.filter(path__within=path)

    def of_kind(self, *kinds: str) -> Self:
        return self.filter(kind__in=kinds)

    def in_order(self) -> Self:
        return self.order_by("sort_key", "unit_id")


class UnitVersion(models.Model):
    """What a unit was called, what it was, and under whom it stood, from a day until before another."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="versions")
    begins = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)
    kind = models.CharField(max_length=20, choices=UnitKind)
    form = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=200)
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    path = PathField()
    sort_key = models.CharField(max_length=220, editable=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends__isnull=True) | Q(ends__gt=F("begins")), name="version_ends_later"),
            models.CheckConstraint(condition=~Q(parent=F("unit")), name="version_not_under_itself"),
            models.CheckConstraint(condition=LessThanOrEqual(Length("name"), 200), name="version_name_is_a_name"),
            models.UniqueConstraint(fields=["unit", "begins"], name="one_version_a_day"),
            models.UniqueConstraint(fields=["unit"], condition=Q(ends__isnull=True), name="one_open_version"),
        ]
        indexes = [models.Index(fields=["parent", "begins", "sort_key"])]

    def __str__(self) -> str:
        return f"{self.full_name} ({self.begins} – {self.ends or '…'})"

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort_key = sort_key(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def full_name(self) -> str:
        return full_name(self.form, self.name)


class SuccessionKind(models.TextChoices):
    """How one unit became another."""

    MERGE = "merge", _("sáp nhập")
    SPLIT = "split", _("chia tách")
    REPLACE = "replace", _("thay thế")


class Succession(models.Model):
    """On a day, work and people of one unit went to another, wholly or in part."""

    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions_out")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions_in")
    day = models.DateField(_("ngày"))
    kind = models.CharField(max_length=10, choices=SuccessionKind)
    is_partial = models.BooleanField(_("chỉ một phần"), default=False)
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor", "day"], name="one_succession_a_day"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="succession_to_another"),
        ]
        indexes = [models.Index(fields=["day"])]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id} ({self.day})"


class HouseholdCount(models.Model):
    """How many households (and residents) a village had from a day on: the denominator of every decision."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="household_counts")
    day = models.DateField(_("từ ngày"))
    households = models.PositiveIntegerField(_("số hộ"))
    residents = models.PositiveIntegerField(_("số nhân khẩu"), null=True, blank=True)
    source = models.CharField(_("nguồn"), max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "day"], name="one_household_count_a_day")]

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.households} ({self.day})"


class MapPoint(models.Model):
    """Where a unit's seat lies. It has no days: what follows after a merger is another unit with another point."""

    unit = models.OneToOneField(Unit, on_delete=models.CASCADE, related_name="map_point")
    latitude = models.DecimalField(_("vĩ độ"), max_digits=7, decimal_places=5)
    longitude = models.DecimalField(_("kinh độ"), max_digits=8, decimal_places=5)

    class Meta:
        verbose_name = _("tọa độ")
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__range=LATITUDES) & Q(longitude__range=LONGITUDES), name="map_point_in_viet_nam"
            )
        ]

    def __str__(self) -> str:
        return f"{self.latitude}, {self.longitude}"
