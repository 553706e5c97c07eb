"""Accounts, and the roles that people hold in units from a day until before another."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people.rules import ROLES, Word, reaches_over_place
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import sort_key


class RoleKind(models.TextChoices):
    """What a person is in a unit; what each may do stands in `rules.ROLES`."""

    ADMINISTRATOR = "administrator", _("Quản trị")
    LEADER = "leader", _("Lãnh đạo ký")
    OFFICER = "officer", _("Chuyên viên")
    VILLAGE_HEAD = "village_head", _("Trưởng thôn, tổ trưởng")
    INSPECTOR = "inspector", _("Mặt trận, kiểm tra, giám sát")
    VIEWER = "viewer", _("Người xem")


class Honorific(models.TextChoices):
    """How a person is addressed."""

    ANH = "anh", _("anh")
    CHI = "chị", _("chị")
    ONG = "ông", _("ông")
    BA = "bà", _("bà")


class PersonManager(BaseUserManager["Person"]):
    """Finds accounts; making them is an action."""


class Person(AbstractBaseUser):
    """An account of someone who works here. Residents need none to read."""

    username = models.CharField(_("tên đăng nhập"), max_length=60, unique=True)
    full_name = models.CharField(_("họ và tên"), max_length=120)
    honorific = models.CharField(_("xưng hô"), max_length=5, choices=Honorific, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    phone = models.CharField(_("điện thoại"), max_length=20, blank=True)
    is_active = models.BooleanField(_("đang dùng"), default=True)
    sort_key = models.CharField(max_length=220, editable=False)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    objects = PersonManager()

    class Meta:
        verbose_name = _("người dùng")
        verbose_name_plural = _("người dùng")

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: object, **kwargs: object) -> None:
        # Vietnamese lists sort by the given name, which comes last.
        given = self.full_name.split()[-1:] + self.full_name.split()[:-1]
        self.sort_key = sort_key(" ".join(given))
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def short_name(self) -> str:
        """As one speaks to them: "chị Hà"."""
        return f"{self.honorific} {self.full_name.split()[-1]}".strip()

    @property
    def initials(self) -> str:
        names = self.full_name.split()
        return (names[0][:1] + names[-1][:1]).upper()

    def carry(self, roles: Iterable["Role"]) -> Self:
        """Take the roles in force along; whoever loads a person says as of which day (see `queries.person_on`)."""
        self._roles = list(roles)
        return self

    @property
    def roles_in_force(self) -> list["Role"]:
        if not hasattr(self, "_roles"):
            raise RuntimeError("Load the person with people.public.person_on(pk, day=…): roles are in force on a day.")
        return self._roles

    def reach(self, word: Word) -> list[str]:
        """The branches of the tree over which the person holds a word, as paths; an empty list means nowhere."""
        return [
            role.place_path if reaches_over_place(role.kind, word) else role.own_path
            for role in self.roles_in_force
            if word in ROLES[role.kind].words
        ]

    def may(self, word: Word, *, at: str | None = None) -> bool:
        """Whether the person holds a word at a place in the tree (a path), or anywhere at all."""
        reach = self.reach(word)
        return bool(reach) if at is None else any(at.startswith(path) for path in reach)

    def units_to(self, word: Word) -> list[units.Unit]:
        """The units in whose name the person does something: those of the roles that hold the word."""
        return [role.acting_unit for role in self.roles_in_force if word in ROLES[role.kind].words]


class RoleQuerySet(models.QuerySet["Role"]):
    """Phrases about who held what."""

    def on(self, day: date) -> Self:
        return self.filter(Q(ends__isnull=True) | Q(ends__gt=day), begins__lte=day)

    def with_units(self) -> Self:
        return self.select_related("unit", "unit__parent", "place")


class Role(models.Model):
    """A person's role in a unit, from a day until before another."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="roles")
    place = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="+", editable=False)
    kind = models.CharField(_("vai trò"), max_length=20, choices=RoleKind)
    title = models.CharField(_("chức vụ"), max_length=120, blank=True)
    begins = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends__isnull=True) | Q(ends__gt=F("begins")), name="role_ends_later"),
            models.UniqueConstraint(fields=["person", "unit", "kind", "begins"], name="one_role_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.unit}"

    @property
    def acting_unit(self) -> units.Unit:
        """An office acts in the name of the committee that it serves."""
        if self.unit.kind == units.UnitKind.OFFICE and self.unit.parent is not None:
            return self.unit.parent
        return self.unit

    @property
    def own_path(self) -> str:
        return self.acting_unit.path

    @property
    def place_path(self) -> str:
        return self.place.path
