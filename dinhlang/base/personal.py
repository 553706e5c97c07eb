"""What the house keeps about people. Each room says it of its own tables in `personal.py`, field by field.

A test refuses a field that nobody declared. The register of processing, a person's own export and the daily clearing
all read these declarations, so that what is written down is what is done.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Purpose:
    """Whose data, why, on which rules of `pure.law`, for how long, who sees it."""

    whose: Any
    why: Any
    basis: tuple[str, ...]
    kept: Any
    seen_by: Any


@dataclass(frozen=True)
class Cleared:
    """Rows that go by themselves: so many days after a moment; `blanks` are emptied instead, `blob` names a file."""

    days: int
    moment: str
    where: Mapping[str, Any] = field(default_factory=dict)
    blanks: tuple[str, ...] = ()
    blob: str = ""


@dataclass(frozen=True)
class Table:
    """One table: which fields tell of a person, which are free text and may name one, which tell of nobody.

    `of` leads from a row to the person it tells of; `secret` is kept, but handed out to nobody. Rows that `about` names
    ("{pk}" is the person's number) tell of the person too; in all others, `of_others` may tell of somebody else.
    """

    model: str
    purpose: Purpose | None = None
    holds: Mapping[str, Any] = field(default_factory=dict)
    free: Mapping[str, Any] = field(default_factory=dict)
    nothing: str = ""
    of: tuple[str, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)
    secret: tuple[str, ...] = ()
    of_others: tuple[str, ...] = ()
    cleared: Cleared | None = None
    called: Any = ""

    @property
    def name(self) -> Any:
        """What people call it."""
        return self.called or self.table._meta.verbose_name

    @property
    def declared(self) -> list[str]:
        """All fields it speaks of, each as often as it does."""
        return [*self.holds, *self.free, *self.nothing.split()]

    @property
    def table(self) -> type[models.Model]:
        return apps.get_model(self.model)

    def rows_of(self, person: Any) -> models.QuerySet[Any]:
        """What the table holds of a person."""
        found = Q(pk__in=[])
        for way in self.of:
            found |= Q(**{way: person.pk})
        if self.about:
            found |= Q(**self._about(person))
        return self.table._default_manager.filter(found).order_by("pk")

    def is_about(self, row: Any, person: Any) -> bool:
        """Whether the whole row tells of this person, whoever wrote it."""
        return bool(self.about) and all(getattr(row, key) == value for key, value in self._about(person).items())

    def _about(self, person: Any) -> dict[str, str]:
        return {key: value.format(pk=person.pk) for key, value in self.about.items()}


ACCOUNT = Purpose(
    whose=_("Người có tài khoản: cán bộ, trưởng thôn, tổ trưởng, người giám sát"),
    why=_("Để biết ai đăng nhập, người đó được làm gì, và liên lạc khi có việc."),
    basis=("state_management",),
    kept=_("Khi còn tài khoản; sau đó cho đến khi người đó yêu cầu xóa."),
    seen_by=_("Chính người đó; người quản trị tài khoản của địa bàn. Tên hiện với cán bộ cùng làm việc."),
)
DOING = Purpose(
    whose=_("Cán bộ, trưởng thôn, tổ trưởng đã làm việc đó"),
    why=_("Để biết ai đã làm, ai chịu trách nhiệm."),
    basis=("state_management",),
    kept=_("Cùng hồ sơ công việc. Khi xóa tài khoản, hồ sơ chỉ còn số của tài khoản, không còn tên."),
    seen_by=_("Cán bộ được đọc hồ sơ đó."),
)
NAMED = Purpose(
    whose=_("Bất kỳ ai được nhắc tên trong văn bản"),
    why=_("Văn bản viết như vậy; ngôi nhà giữ nguyên văn."),
    basis=("state_management", "publication"),
    kept=_("Cùng hồ sơ công việc."),
    seen_by=_("Cán bộ được đọc hồ sơ; trang công khai che số điện thoại, số giấy tờ, tài khoản, địa chỉ nhà."),
)
"""What most rooms keep people for."""


@lru_cache(maxsize=1)
def tables() -> dict[str, Table]:
    """All declared tables, by the label of their model."""
    found: dict[str, Table] = {}
    from_below = list(apps.get_app_configs())[::-1]  # so that people read of accounts first
    for app in sorted(from_below, key=lambda app: not app.name.startswith("dinhlang.apps.")):
        name = f"{app.name}.personal"
        if app.name.startswith(("dinhlang.apps.", "dinhlang.config")) and find_spec(name):
            for table in import_module(name).TABLES:
                if table.model in found:
                    raise ValueError(f"{table.model} is declared twice")
                found[table.model] = table
    return found


def fields_of(table: type[models.Model]) -> list[str]:
    """The columns of a table and its links to many, as a declaration names them."""
    return [column.name for column in (*table._meta.local_fields, *table._meta.local_many_to_many)]


def faults() -> list[str]:
    """What is not declared, declared twice, or declared and not there; one sentence each."""
    known, said = tables(), []
    for table in apps.get_models(include_auto_created=True):
        label = table._meta.label
        if label not in known:
            if not table._meta.auto_created:
                said.append(f"{label} is declared nowhere")
            continue
        there, declared = fields_of(table), known[label].declared
        said += [f"{label}.{name} is not declared" for name in there if name not in declared]
        said += [f"{label}.{name} is declared but not there" for name in declared if name not in there]
        said += [f"{label}.{name} is declared twice" for name in {n for n in declared if declared.count(n) > 1}]
    labels = {table._meta.label for table in apps.get_models(include_auto_created=True)}
    return said + [f"{label} is declared but not there" for label in known if label not in labels]


def untold() -> list[str]:
    """Tables that hold something of people without saying why, or without a way to the person it is of."""
    return [
        label
        for label, table in tables().items()
        if ((table.holds or table.free) and table.purpose is None) or (table.holds and not table.of)
    ]
