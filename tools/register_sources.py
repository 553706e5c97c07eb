"""The three source tables of the reform, as the builder of the register's data reads them."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from tools.formation_words import UNCHANGED, close

_PROVINCE_LIST = re.compile(r", | và ")
_PROVINCE_FORM = re.compile(r"^(tỉnh|thành phố) ")
_SHORT_NAMES = {"TPHCM": "Hồ Chí Minh"}
COMMUNE_CODE = 5


class Unit(NamedTuple):
    """One row of a table of units."""

    code: str
    name: str
    form: str
    parent_code: str

    @property
    def full_name(self) -> str:
        """The name with its form: "huyện Yên Thế"."""
        return f"{self.form} {self.name}"


class Sources:
    """Old units, new units and the sentences between them, with the look-ups the builder needs."""

    def __init__(self, folder: Path) -> None:
        self.old = _units(folder / "units-2024.csv")
        self.new = _units(folder / "units-2026.csv")
        self.sentences = dict(_rows(folder / "formed-from-2025.csv", "code", "formed_from"))
        self.first_names = dict(_rows(folder / "formed-from-2025.csv", "code", "name"))

    @cached_property
    def new_communes(self) -> list[Unit]:
        """The new communes, in the order of the source."""
        return [unit for unit in self.new.values() if unit.parent_code]

    @cached_property
    def old_communes(self) -> list[Unit]:
        """The old communes: their codes have five digits, those of districts three."""
        return [unit for unit in self.old.values() if len(unit.code) == COMMUNE_CODE]

    @cached_property
    def provinces_before(self) -> dict[str, list[str]]:
        """For each new province the codes of the old ones it was formed from."""
        found = {close(unit.name): unit.code for unit in self.old.values() if not unit.parent_code}
        provinces = [unit for unit in self.new.values() if not unit.parent_code]
        return {unit.code: self._named(unit, found) for unit in provinces}

    def _named(self, province: Unit, found: dict[str, str]) -> list[str]:
        sentence = self.sentences[province.code]
        if sentence == UNCHANGED:
            return [province.code]
        names = [_PROVINCE_FORM.sub("", name) for name in _PROVINCE_LIST.split(sentence)]
        return [found[close(_SHORT_NAMES.get(name, name))] for name in names]

    @cached_property
    def old_communes_within(self) -> dict[str, list[Unit]]:
        """For each new province the old communes that lay on its ground."""
        by_old: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.old_communes:
            by_old[self.province_of(unit).code].append(unit)
        before = self.provinces_before.items()
        return {new: [unit for old in olds for unit in by_old[old]] for new, olds in before}

    def district_of(self, unit: Unit) -> Unit:
        """The old district of an old commune."""
        return self.old[unit.parent_code]

    def province_of(self, unit: Unit) -> Unit:
        """The old province of an old commune."""
        return self.old[self.district_of(unit).parent_code]


def _units(path: Path) -> dict[str, Unit]:
    rows = _rows(path, "code", "name", "type", "parent_code")
    return {row[0]: Unit(*row) for row in rows}


def _rows(path: Path, *columns: str) -> Iterable[tuple[str, ...]]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield tuple(row[column].strip() for column in columns)
