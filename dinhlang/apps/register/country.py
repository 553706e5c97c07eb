"""The units of the country before and after 01/07/2025, with the days between which each row holds."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from dinhlang.apps.register.reform import COMMUNE_CODE, OLD, REFORM_DAY, ended_codes, rows, successions

RECORD_BEGINS = date(2023, 1, 1)
"""Where the register's record of the old units opens. It is no unit's birthday: those are not known to us."""

_KINDS = {2: "province", 3: "district", COMMUNE_CODE: "commune"}


@dataclass(frozen=True, slots=True)
class RegisterUnit:
    """What a unit was and under whom it stood, from a day until before another.

    `code` is the official one and may name an old and a new unit; `register_code` is unique to the unit, so rows
    that share it tell of one unit going on. `parent_code` and `parent_register_code` relate in the same way.
    """

    code: str
    register_code: str
    name: str
    kind: str
    form: str
    parent_code: str
    parent_register_code: str
    begins: date
    ends: date | None
    first_form: str

    @property
    def full_name(self) -> str:
        """With its form, as people say it: "xã Nhã Nam"."""
        return full_name(self.form, self.name)


def full_name(form: str, name: str) -> str:
    """ "xã Nhã Nam"; a form that already begins the name is not said twice ("phường Đúc", not "phường Phường Đúc")."""
    return name if name.casefold().startswith(f"{form} ") else f"{form} {name}"


@cache
def country_before() -> tuple[RegisterUnit, ...]:
    """63 provinces, 696 districts and 10,035 communes, as they stood on the day before the reform."""
    ended = ended_codes()
    return tuple(_before(row, ended) for row in rows("units-2024"))


def _before(row: dict[str, str], ended: frozenset[str]) -> RegisterUnit:
    code, parent = row["code"], row["parent_code"]
    unchanged = _KINDS[len(code)] == "province" and code not in ended
    return RegisterUnit(
        code=code,
        register_code=_code_before(code, ended),
        name=row["name"],
        kind=_KINDS[len(code)],
        form=row["form"],
        parent_code=parent,
        parent_register_code=_code_before(parent, ended),
        begins=RECORD_BEGINS,
        ends=None if unchanged else REFORM_DAY,
        first_form=row["form"],
    )


def _code_before(code: str, ended: frozenset[str]) -> str:
    if code and (code in ended or _KINDS[len(code)] == "district"):
        return code + OLD
    return code


@cache
def country_after() -> tuple[RegisterUnit, ...]:
    """34 provinces and 3,321 communes from the reform on; an unchanged province is the same row as before."""
    going_on = {unit.code: unit for unit in country_before() if unit.ends is None}
    first_forms = {row["code"]: row["form_on_reform_day"] for row in rows("later-forms")}
    return tuple(going_on.get(row["code"]) or _after(row, first_forms) for row in rows("units-2026"))


def _after(row: dict[str, str], first_forms: dict[str, str]) -> RegisterUnit:
    code, parent = row["code"], row["parent_code"]
    return RegisterUnit(
        code=code,
        register_code=code,
        name=row["name"],
        kind="commune" if parent else "province",
        form=row["form"],
        parent_code=parent,
        parent_register_code=parent,
        begins=REFORM_DAY,
        ends=None,
        first_form=first_forms.get(code, row["form"]),
    )


@cache
def heirs_of_district(code: str) -> tuple[str, ...]:
    """Codes of the new communes on the ground of an abolished district, wholly or partly."""
    ground = {unit.code for unit in country_before() if unit.parent_code == code} | {code}
    heirs = {fact.new_code for fact in successions() if fact.old_code in ground}
    return tuple(sorted(heirs | (ground & _codes_going_on())))


@cache
def _codes_going_on() -> frozenset[str]:
    return frozenset(unit.code for unit in country_before() if unit.register_code == unit.code)
