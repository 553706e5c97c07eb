"""Build the register's data of the country from three source tables: python -m tools.build_register_data FOLDER.

FOLDER holds units-2024.csv, units-2026.csv and formed-from-2025.csv. Written: the units before and after the
reform, who succeeded whom, and what could not be told. `overrides.csv` is kept by hand, with a reason for each row.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tools.formation_words import UNCHANGED
from tools.register_sources import Sources, Unit
from tools.resolve_successions import Overrides, Resolver, Succession

HOME = Path(__file__).resolve().parent.parent / "dinhlang" / "apps" / "register" / "data"
UNIT_COLUMNS = ("code", "name", "form", "parent_code")


def main(folder: Path, home: Path = HOME) -> None:
    """Read, resolve, write, and print the figures."""
    sources = Sources(folder)
    resolver = Resolver(sources, read_overrides(home / "overrides.csv"))
    resolver.resolve()
    facts = sorted([*province_successions(sources), *resolver.found.values()])
    _write(home / "units-2024.csv", UNIT_COLUMNS, as_spelled_now(sources))
    _write(home / "units-2026.csv", UNIT_COLUMNS, sources.new.values())
    _write(home / "successions.csv", ("old_code", "new_code", "is_partial"), [_row(fact) for fact in facts])
    _write(home / "unresolved.csv", ("new_code", "words", "why"), list(unresolved(sources, resolver)))
    report(sources, resolver)


def read_overrides(path: Path) -> Overrides:
    """What people decided by hand: (code of the new commune, words of the sentence) → code of the old unit."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {(row["new_code"], row["words"]): row["old_code"] for row in csv.DictReader(lines)}


def province_successions(sources: Sources) -> list[Succession]:
    """Which old province went to which new one; those that stayed as they were are not named."""
    return [
        Succession(old, new, False, "named")
        for new, olds in sources.provinces_before.items()
        if sources.sentences[new] != UNCHANGED
        for old in olds
    ]


def as_spelled_now(sources: Sources) -> list[Unit]:
    """The old units; those that go on are spelled as the newer list spells them, so that no renaming is feigned."""
    return [
        unit._replace(name=sources.new[unit.code].name) if goes_on(unit, sources) else unit
        for unit in sources.old.values()
    ]


def goes_on(unit: Unit, sources: Sources) -> bool:
    """Whether the unit is left as it was by the reform."""
    return sources.sentences.get(unit.code) == UNCHANGED


def unresolved(sources: Sources, resolver: Resolver) -> Iterable[tuple[str, str, str]]:
    """Names nobody could place, targets nobody could find, and old communes without a successor."""
    for left in resolver.open:
        yield left.commune.code, left.mention.words, f"{len(left.candidates)} candidates"
    for commune, name in resolver.lost_targets:
        yield commune.code, name, "no new commune of that name"
    for unit in without_successor(sources, resolver):
        yield "", f"{unit.code} {unit.full_name}, {sources.district_of(unit).full_name}", "no successor"


def without_successor(sources: Sources, resolver: Resolver) -> list[Unit]:
    """Old communes that neither go on nor went anywhere."""
    gone = {old for old, _ in resolver.found}
    return [unit for unit in sources.old_communes if unit.code not in gone and not goes_on(unit, sources)]


def report(sources: Sources, resolver: Resolver) -> None:
    """The figures."""
    doubtful = {left.commune.code for left in resolver.open}
    new, old = len(sources.new_communes), len(sources.old_communes)
    lost = len(without_successor(sources, resolver))
    split = {fact.old_code for fact in resolver.found.values() if fact.is_partial}
    print(f"new communes fully resolved: {new - len(doubtful)} of {new}")
    print(f"old communes that go on or have a successor: {old - lost} of {old}")
    print(f"go on unchanged: {sum(goes_on(unit, sources) for unit in sources.old_communes)}; split: {len(split)}")
    print(f"successions: {dict(Counter(fact.how for fact in resolver.found.values()))}")


def _row(fact: Succession) -> tuple[str, str, int]:
    return fact.old_code, fact.new_code, int(fact.is_partial)


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
