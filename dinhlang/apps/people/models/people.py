"""Accounts, and the roles that people hold in units from a day until before another."""

from collections.abc import Iterable
from copy import copy
from datetime import date
from typing import TYPE_CHECKING, Any, Self
from unicodedata import normalize

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people.rules import READING, ROLES, Word, reaches_over_place
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any
from dinhlang.pure.viet import fold, search_text, sort_key

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


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


WORD_NAMES: "dict[Word, StrOrPromise]" = {
    Word.PEOPLE_MANAGE: _("Quản lý người dùng"),
    Word.AUDIT_READ: _("Đọc nhật ký"),
    Word.PRIVACY_ANSWER: _("Trả lời về dữ liệu cá nhân"),
    Word.OPERATIONS_WATCH: _("Trông coi vận hành"),
    Word.CALENDAR_AMEND: _("Sửa ngày nghỉ"),
    Word.UNITS_CHANGE: _("Sửa đơn vị"),
    Word.UNITS_IMPORT: _("Nhập đơn vị"),
    Word.DOCUMENTS_TAKE_IN: _("Nhận văn bản"),
    Word.PLANS_READ: _("Đọc kế hoạch"),
    Word.PLANS_ADOPT: _("Lập kế hoạch"),
    Word.TASKS_READ: _("Xem nhiệm vụ"),
    Word.TASKS_HAND_OUT: _("Giao việc"),
    Word.TASKS_PROGRESS: _("Báo tiến độ"),
    Word.TASKS_ACCEPT: _("Duyệt kết quả"),
    Word.REPORTS_READ: _("Đọc báo cáo"),
    Word.REPORTS_WRITE: _("Lập báo cáo"),
    Word.DOCUMENTS_DRAFT: _("Soạn văn bản"),
    Word.DOCUMENTS_SIGN: _("Ký văn bản"),
}

WORD_LABELS: "dict[Word, StrOrPromise]" = {
    Word.PEOPLE_MANAGE: _("Tạo tài khoản, trao và kết thúc vai trò, đặt lại mật khẩu."),
    Word.AUDIT_READ: _("Đọc nhật ký: ai đã làm gì, khi nào, vì sao."),
    Word.PRIVACY_ANSWER: _("Nhận và trả lời yêu cầu của người dân, cán bộ về dữ liệu cá nhân của họ."),
    Word.OPERATIONS_WATCH: _("Xem sao lưu, việc ngầm và sức khoẻ của hệ thống; cho làm lại việc bị trục trặc."),
    Word.CALENDAR_AMEND: _("Ghi và rút ngày nghỉ, ngày làm bù mà hạn theo ngày làm việc được đếm theo."),
    Word.UNITS_CHANGE: _("Lập, đổi tên, chuyển, sáp nhập, chia tách và giải thể đơn vị."),
    Word.UNITS_IMPORT: _("Nhập danh sách đơn vị từ tệp."),
    Word.DOCUMENTS_TAKE_IN: _("Nhận văn bản đến và đánh dấu các việc phải làm trong đó."),
    Word.PLANS_READ: _("Đọc các kế hoạch, kể cả khi chưa công khai."),
    Word.PLANS_ADOPT: _("Đưa kế hoạch đã ban hành vào thực hiện."),
    Word.TASKS_READ: _("Xem nhiệm vụ, đơn vị được giao và tiến độ."),
    Word.TASKS_HAND_OUT: _("Giao nhiệm vụ cho các đơn vị và đặt hạn."),
    Word.TASKS_PROGRESS: _("Báo tiến độ và nộp minh chứng thay mặt đơn vị."),
    Word.TASKS_ACCEPT: _("Chấp nhận kết quả hoặc trả lại để làm tiếp."),
    Word.REPORTS_READ: _("Đọc báo cáo và số liệu tổng hợp."),
    Word.REPORTS_WRITE: _("Lập báo cáo thay mặt đơn vị."),
    Word.DOCUMENTS_DRAFT: _("Soạn văn bản đi của đơn vị."),
    Word.DOCUMENTS_SIGN: _("Ký và cho số văn bản đi của đơn vị."),
}

ROLE_LABELS: "dict[str, StrOrPromise]" = {
    RoleKind.ADMINISTRATOR: _("Giữ danh sách đơn vị và người dùng của cả địa bàn; không thay ai làm việc chuyên môn."),
    RoleKind.LEADER: _("Giao việc, duyệt kết quả và ký văn bản của đơn vị mình."),
    RoleKind.OFFICER: _("Làm mọi bước của công việc ở đơn vị mình, trừ ký văn bản."),
    RoleKind.VILLAGE_HEAD: _("Nhận việc của thôn, tổ dân phố và báo tiến độ."),
    RoleKind.INSPECTOR: _("Xem mọi việc và nhật ký của địa bàn để giám sát; không sửa gì."),
    RoleKind.VIEWER: _("Xem mọi việc của địa bàn; không sửa gì."),
}


def here(day: date, of: str = "") -> Q:
    """Whose account is open, and whose last day of work is not over; `of` leads to the person, as "person__"."""
    stays = Q(**{f"{of}leaves_on": None}) | Q(**{f"{of}leaves_on__gte": day})
    return Q(**{f"{of}is_active": True}) & stays


class PersonQuerySet(models.QuerySet["Person"]):
    """Phrases about accounts."""

    def within(self, paths: Iterable[str]) -> Self:
        """Those who hold, held or will hold a role in one of the branches."""
        return self.filter(Exists(Role.objects.filter(person=OuterRef("pk")).within(paths)))

    def here_on(self, day: date) -> Self:
        """Those whose account is open, and whose last day of work is not over."""
        return self.filter(here(day))

    def named(self, words: str) -> Self:
        """Those whose name, user name, mail or phone holds every word, with or without marks."""
        found = self
        for word in fold(words).split():
            found = found.filter(search_text__contains=word)
        return found

    def in_order(self) -> Self:
        return self.order_by("sort_key", "pk")


class PersonManager(BaseUserManager.from_queryset(PersonQuerySet)["Person"]):  # type: ignore[misc]
    """Finds accounts; making them is an action."""


class Person(AbstractBaseUser):
    """An account of someone who works here. Residents need none to read."""

    username = models.CharField(_("tên đăng nhập"), max_length=60, unique=True)
    full_name = models.CharField(_("họ và tên"), max_length=120)
    honorific = models.CharField(_("xưng hô"), max_length=5, choices=Honorific, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    phone = models.CharField(_("điện thoại"), max_length=20, blank=True)
    is_active = models.BooleanField(_("đang dùng"), default=True)
    leaves_on = models.DateField(_("ngày làm việc cuối cùng"), null=True, blank=True)
    is_name_hidden = models.BooleanField(_("hạn chế hiện tên trên trang công khai"), default=False)
    sort_key = models.CharField(max_length=220, editable=False)
    search_text = models.TextField(editable=False)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    objects = PersonManager()

    class Meta:
        verbose_name = _("người dùng")
        verbose_name_plural = _("người dùng")

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: object, **kwargs: object) -> None:
        self.fill_in()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def set_password(self, raw_password: str | None) -> None:
        """In NFC: a Mac and a Windows keyboard write the same Vietnamese sentence in other bytes."""
        super().set_password(raw_password and normalize("NFC", raw_password))

    def check_password(self, raw_password: str | None) -> bool:
        """One look, so that its time tells nothing."""
        return super().check_password(raw_password and normalize("NFC", raw_password))

    def fill_in(self) -> None:
        """The columns that follow from others; whoever writes many people at once calls it."""
        # Vietnamese lists sort by the given name, which comes last.
        given = self.full_name.split()[-1:] + self.full_name.split()[:-1]
        self.sort_key = sort_key(" ".join(given))
        self.search_text = search_text(f"{self.full_name} {self.username} {self.email} {self.phone}")

    def is_here_on(self, day: date) -> bool:
        """Whether the account is open, and the last day of work is not over."""
        return self.is_active and (self.leaves_on is None or day <= self.leaves_on)

    @property
    def short_name(self) -> str:
        """As one speaks to them: "chị Hà"."""
        return f"{self.honorific} {self.full_name.split()[-1]}".strip()

    @property
    def initials(self) -> str:
        names = self.full_name.split()
        return (names[0][:1] + names[-1][:1]).upper()

    def carry(self, roles: Iterable[Any], *, day: date) -> Self:
        """Take the roles in force along; whoever loads a person says as of which day (see `queries.person_on`).

        A program takes its service account along, which gives words as a role does.
        """
        self._roles = sorted(roles, key=lambda role: role.person_id != self.pk)
        self.as_of = day
        return self

    @property
    def roles_in_force(self) -> "list[Any]":
        """One's own, then those of whom one stands in for."""
        if not hasattr(self, "_roles"):
            raise RuntimeError("Load the person with people.public.person_on(pk, day=…): roles are in force on a day.")
        return self._roles

    def by_own_roles(self) -> Self:
        """The same person, without what others lend them."""
        return copy(self).carry([role for role in self.roles_in_force if role.person_id == self.pk], day=self.as_of)

    def reach(self, word: Word) -> list[str]:
        """The branches of the tree over which the person holds a word, as paths; an empty list means nowhere."""
        return [path for role in self.roles_in_force if (path := role.reach_of(word)) is not None]

    def may(self, word: Word, *, at: str | None = None) -> bool:
        """Whether the person holds a word at a place in the tree (a path), or anywhere at all."""
        if at is None:
            return bool(self.reach(word))
        by = next((role for role in self.roles_in_force if at.startswith(role.reach_of(word) or "-")), None)
        if by is not None and word not in WITHOUT_A_NAME:
            self._by_virtue_of = by  # the last question before an act is the one that allows it
        return by is not None

    def acts_for(self, path: str | None) -> "Person | None":
        """For whom an act in a unit is done, where somebody else's role allows it: of the last question, else any."""
        latest = getattr(self, "_by_virtue_of", None)
        if latest is not None and _acts_at(latest, path):
            return self._other(latest)
        there = next((role for role in getattr(self, "_roles", []) if _acts_at(role, path)), None)
        return None if there is None else self._other(there)

    def _other(self, role: Any) -> "Person | None":
        return None if role.person_id == self.pk else role.person

    def units_to(self, word: Word) -> list[units.Unit]:
        """The units in whose name the person does something: those of the roles that hold the word."""
        return [role.acting_unit for role in self.roles_in_force if word in role.words]


WITHOUT_A_NAME = READING | {Word.AUDIT_READ}
"""Words by which nothing is done."""


def _acts_at(role: Any, path: str | None) -> bool:
    """Whether a role allows to do anything in a unit; what belongs to no unit is the running of the house."""
    if path is None:
        return Word.OPERATIONS_WATCH in role.words
    return any(path.startswith(role.reach_of(word) or "-") for word in set(role.words) - WITHOUT_A_NAME)


class RoleQuerySet(models.QuerySet["Role"]):
    """Phrases about who held what."""

    def on(self, day: date) -> Self:
        return self.filter(Q(ends__isnull=True) | Q(ends__gt=day), begins__lte=day)

    def not_over(self, day: date) -> Self:
        """In force on the day or later."""
        return self.filter(Q(ends__isnull=True) | Q(ends__gt=day))

    def within(self, paths: Iterable[str]) -> Self:
        """In a unit of one of the branches."""
        return self.filter(within_any("unit__path", paths))

    def sharing_a_day(self, begins: date, ends: date | None) -> Self:
        """In force on some day of a span."""
        later = self.not_over(begins)
        return later if ends is None else later.filter(begins__lt=ends)

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
    def words(self) -> frozenset[Word]:
        return ROLES[self.kind].words

    @property
    def own_path(self) -> str:
        return self.acting_unit.path

    @property
    def place_path(self) -> str:
        return self.place.path

    def reach_of(self, word: Word) -> str | None:
        """The branch over which the role gives a word, or None."""
        if word not in self.words:
            return None
        return self.place_path if reaches_over_place(self.kind, word) else self.own_path
