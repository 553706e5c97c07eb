"""Find the old unit behind every name in the sentences: by form, spelling, district and what is left over."""

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import NamedTuple

from tools.formation_words import UNCHANGED, WHOLE_DISTRICT, Mention, close, form_and_name, loose, mentions
from tools.register_sources import Sources, Unit


class Succession(NamedTuple):
    """An old unit went, whole or in part, to a new one; `how` says how its name was understood."""

    old_code: str
    new_code: str
    is_partial: bool
    how: str


class Open(NamedTuple):
    """A name whose old unit is not found yet."""

    commune: Unit
    mention: Mention
    candidates: tuple[Unit, ...]


Overrides = dict[tuple[str, str], str]
LEFT_OUT = ""
"""The words of an override that adds a unit which the sentence forgets."""


def _same_form(unit: Unit, said: Mention) -> bool:
    return unit.form == said.form


def _same_letters(unit: Unit, said: Mention) -> bool:
    return close(unit.name) == close(said.name)


def _i_for_y(unit: Unit, said: Mention) -> bool:
    return close(unit.name).replace("y", "i") == close(said.name).replace("y", "i")


def _same_without_marks(unit: Unit, said: Mention) -> bool:
    return loose(unit.name) == loose(said.name)


Way = tuple[str, tuple[Callable[[Unit, Mention], bool], ...]]
WAYS: tuple[Way, ...] = (
    ("named", (_same_form, _same_letters)),
    ("spelling", (_same_form, _i_for_y)),
    ("spelling", (_same_form, _same_without_marks)),
    ("form", (_same_letters,)),
    ("form", (_same_without_marks,)),
)
"""From the strictest way of reading a name to the loosest; the first that finds anything is believed."""


class Resolver:
    """Walks through the new communes several times, each time with more to go by."""

    def __init__(self, sources: Sources, overrides: Overrides) -> None:
        self.sources = sources
        self.overrides = overrides
        self.found: dict[tuple[str, str], Succession] = {}
        self.open: list[Open] = []
        self.lost_targets: list[tuple[Unit, str]] = []

    def resolve(self) -> None:
        """Fill `found`; what stays in `open` could not be told."""
        for commune in self.sources.new_communes:
            self._first_reading(commune)
        for judge in (self._by_district, self._by_elimination, self._by_district):
            self.open = [left for left in self.open if not self._settled(left, judge(left))]
        self._follow_remainders()
        self._mark_splits()

    def _first_reading(self, commune: Unit) -> None:
        sentence = self.sources.sentences[commune.code]
        if sentence == UNCHANGED:
            return
        for said in (*mentions(sentence), *self._left_out(commune)):
            self._read(commune, said)

    def _left_out(self, commune: Unit) -> list[Mention]:
        missing = (commune.code, LEFT_OUT) in self.overrides
        return [Mention(LEFT_OUT, "", "", "", "", False, ())] if missing else []

    def _read(self, commune: Unit, said: Mention) -> None:
        if (commune.code, said.words) in self.overrides:
            self._override(commune, said)
        elif said.form == WHOLE_DISTRICT:
            self._keep_district(commune, said)
        else:
            self._look_up(commune, said)

    def _override(self, commune: Unit, said: Mention) -> None:
        if old := self.overrides[commune.code, said.words]:
            self._keep(old, commune, said, "override")

    def _look_up(self, commune: Unit, said: Mention) -> None:
        how, candidates = self.candidates(commune, said)
        if len(candidates) == 1:
            self._keep(candidates[0].code, commune, said, how)
        else:
            self.open.append(Open(commune, said, tuple(candidates)))

    def candidates(self, commune: Unit, said: Mention) -> tuple[str, list[Unit]]:
        """The old units the name may mean, and by which way of reading."""
        ground = self.sources.old_communes_within[commune.parent_code]
        ground = [unit for unit in ground if self._lies_in(unit, said)]
        for how, tests in WAYS:
            if found := [unit for unit in ground if all(same(unit, said) for same in tests)]:
                return how, found
        return "", []

    def _lies_in(self, unit: Unit, said: Mention) -> bool:
        district = self.sources.district_of(unit)
        spelled = {close(district.full_name), close(district.name)}
        if said.province and close(said.province) != close(self.sources.province_of(unit).name):
            return False
        return not said.district or close(said.district) in spelled

    def _keep_district(self, commune: Unit, said: Mention) -> None:
        ground = self.sources.provinces_before[commune.parent_code]
        everywhere = self.sources.old.values()
        districts = [unit for unit in everywhere if unit.parent_code in ground]
        (district,) = [unit for unit in districts if close(unit.name) == close(said.name)]
        within = [unit for unit in everywhere if unit.parent_code == district.code]
        for unit in within or [district]:
            self._keep(unit.code, commune, said, "named")

    def _keep(self, old: str, commune: Unit, said: Mention, how: str) -> None:
        self.found[old, commune.code] = Succession(old, commune.code, said.partly, how)

    def _settled(self, left: Open, choice: list[Unit]) -> bool:
        if len(choice) == 1:
            self._keep(choice[0].code, left.commune, left.mention, "context")
        return len(choice) == 1

    def _by_district(self, left: Open) -> list[Unit]:
        near = self.districts_of(left.commune)
        counts = {unit: near[unit.parent_code] for unit in left.candidates}
        most = max(counts.values(), default=0)
        return [unit for unit, count in counts.items() if count == most > 0]

    def _by_elimination(self, left: Open) -> list[Unit]:
        taken = {old for old, _ in self.found}
        near = self._by_district(left) or list(left.candidates)
        return [unit for unit in near if unit.code not in taken]

    def districts_of(self, commune: Unit) -> Counter[str]:
        """How many of the commune's known forerunners lay in each old district."""
        kept = [old for old, new in self.found if new == commune.code]
        known = [self.sources.old[code].parent_code for code in kept]
        own = self.sources.old.get(commune.code)
        return Counter(known) or Counter([own.parent_code] if own else [])

    def _follow_remainders(self) -> None:
        """ "The rest, after a share went to X": X took a share too, even if X's own sentence is silent."""
        targets = self._new_by_name()
        for (old, new), fact in list(self.found.items()):
            for name in self._rest_of(old, new):
                self._share(fact, self.sources.new[new], name, targets)

    def _rest_of(self, old: str, new: str) -> tuple[str, ...]:
        names = {close(self.sources.old[old].name), loose(self.sources.old[old].name)}
        said = mentions(self.sources.sentences[new])
        return next((m.rest_went_to for m in said if {close(m.name), loose(m.name)} & names), ())

    def _share(self, fact: Succession, commune: Unit, name: str, targets: dict[tuple[str, str], str]) -> None:
        target = targets.get((commune.parent_code, close(name)))
        if target is None:
            self.lost_targets.append((commune, name))
        else:
            self.found.setdefault((fact.old_code, target), Succession(fact.old_code, target, True, "remainder"))

    def _new_by_name(self) -> dict[tuple[str, str], str]:
        by_name: dict[tuple[str, str], str] = {}
        for unit in self.sources.new_communes:
            form, name = form_and_name(self.sources.first_names[unit.code])
            by_name[unit.parent_code, close(f"{form} {name}")] = unit.code
        return by_name

    def _mark_splits(self) -> None:
        shares: dict[str, list[str]] = defaultdict(list)
        for old, new in self.found:
            shares[old].append(new)
        for (old, new), fact in self.found.items():
            split = fact.is_partial or len(shares[old]) > 1
            self.found[old, new] = fact._replace(is_partial=split)
