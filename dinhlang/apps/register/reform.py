"""The reform of 01/07/2025 as facts: which old unit went to which new one, whole or in part, and by which resolution.

A pure reader of the tables in `data/`; where they come from stands in `data/README.md`.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

REFORM_DAY = date(2025, 7, 1)
"""The first day of two tiers, province and commune. Districts were there for the last time on the day before."""

COMMUNE_CODE = 5
"""Codes of the statistics office: two digits name a province, three a district, five a commune."""

OLD = "-cu"
"""Ends the register code of a unit that the reform ended, since a new unit may bear its code ("cũ": old)."""

_DATA = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A resolution that ordered a part of the reform."""

    number: str
    passed: date

    def __str__(self) -> str:
        return f"Nghị quyết {self.number}"


@dataclass(frozen=True, slots=True)
class SuccessionFact:
    """An old unit went to a new one on a day; the codes are those of the statistics office."""

    old_code: str
    new_code: str
    is_partial: bool
    day: date
    basis: LegalBasis

    @property
    def old_register_code(self) -> str:
        """The code under which the register keeps the old unit."""
        return self.old_code + OLD


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table of the register's data."""
    with (_DATA / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def bases() -> MappingProxyType[str, LegalBasis]:
    """Resolutions by province: that of each new province for its communes; under "" the one for the provinces."""
    found = {
        row["province_code"]: LegalBasis(row["number"], date.fromisoformat(row["passed"])) for row in rows("bases")
    }
    return MappingProxyType(found)


@cache
def successions() -> tuple[SuccessionFact, ...]:
    """Every succession of provinces and communes, by the old unit's code.

    Districts end without one: what became of their ground is told by `heirs_of_district`. The five that had no
    communes and became special zones whole (Lý Sơn, Côn Đảo …) are the exception, and stand here.
    """
    province_of = {row["code"]: row["parent_code"] for row in rows("units-2026")}
    return tuple(_succession(row, province_of) for row in rows("successions"))


def _succession(row: dict[str, str], province_of: dict[str, str]) -> SuccessionFact:
    basis = bases()[province_of[row["new_code"]]]
    return SuccessionFact(row["old_code"], row["new_code"], row["is_partial"] == "1", REFORM_DAY, basis)


@cache
def ended_codes() -> frozenset[str]:
    """Old units that the reform replaced; every other province and commune of before goes on."""
    return frozenset(fact.old_code for fact in successions())
