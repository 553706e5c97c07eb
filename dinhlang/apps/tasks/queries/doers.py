"""Who is meant: the words a plan has for doers become bodies, as they stand within a place on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import rules
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import fold

MOST_ALIKE = 50
VILLAGES = "Các thôn, tổ dân phố"
USUAL_GROUPS = ("UBND các xã, phường", "Các phòng, ban chuyên môn", "Các sở, ban, ngành", VILLAGES)
"""Offered while one types; in the language of the plans, since they are read as a plan's words are."""

LONGEST = 2000
MOST_PIECES = 60


@dataclass(frozen=True)
class Understood:
    """Some words, the bodies they mean, and what is wrong with them, if anything."""

    words: str
    bodies: tuple[units.Unit, ...] = ()
    is_group: bool = False
    trouble: str = ""
    is_open: bool = False
    """Nobody in particular: "các đơn vị có liên quan"; a person chooses, or leaves it at that."""
    absent: tuple[str, ...] = ()
    """Kinds that a group names too, of which the register has nobody here: "cơ quan, đơn vị, doanh nghiệp"."""

    @property
    def number(self) -> int:
        return len(self.bodies)


@dataclass
class Reader:
    """Understands words for doers within one place on one day, and asks the database only once about each."""

    place: units.Unit
    day: date
    issuer: units.Unit | None = None
    said: Mapping[str, units.Unit] = field(default_factory=dict)
    """What people said about names while they checked the plan's document."""
    _understood: dict[str, list[Understood]] = field(default_factory=dict)
    _own: dict[str, units.Unit] | None = None

    def read(self, words: str) -> list[Understood]:
        """Each doer that the words name; nobody names more than a page holds."""
        found: list[Understood] = []
        for piece in rules.cut_doers(words[:LONGEST], names=self._is_one_body)[:MOST_PIECES]:
            if piece not in self._understood:
                self._understood[piece] = self._read_piece(piece)
            found += self._understood[piece]
        return found

    def _is_one_body(self, words: str) -> bool:
        """Whether words with commas are one body of this place, such as "Sở Văn hóa, Thể thao và Du lịch"."""
        own = self._own_bodies()
        return units.name_key(words) in self.said or any(key in own for key in self._ways_to_say(words))

    def _read_piece(self, piece: str) -> list[Understood]:
        kept, left_out = rules.cut_exception(piece)
        if left_out:
            return self._without(piece, self._read_piece(kept), self._read_piece(left_out))
        if rules.names_nobody(piece) and units.name_key(piece) not in self.said:
            return [Understood(piece, is_open=True)]
        single = self._single(piece)
        if single.bodies:
            return [single]
        halves = [self._read_piece(half) for half in piece.split(" và ", 1)] if " và " in piece else []
        if halves and all(one.bodies or one.is_open for half in halves for one in half):
            return [one for half in halves for one in half]
        return [self._group(piece) or self._headed(piece) or single]

    def _without(self, piece: str, group: list[Understood], left_out: list[Understood]) -> list[Understood]:
        trouble = next((one.trouble for one in [*group, *left_out] if one.trouble), "")
        gone = {unit.pk for one in left_out for unit in one.bodies}
        kept = tuple(unit for one in group for unit in one.bodies if unit.pk not in gone)
        return [Understood(piece, kept, is_group=True, trouble=trouble)]

    def _headed(self, piece: str) -> Understood | None:
        """A duty of a village's head is the village's: "trưởng thôn" are the villages, "trưởng thôn Hai" is one."""
        if rules.names_village_heads(piece):
            return self._group(piece, meant=VILLAGES)
        head, _space, village = piece.partition(" ")
        found = self._single(village) if fold(head) == "truong" and village else None
        is_village = found is not None and any(unit.kind == units.UnitKind.VILLAGE for unit in found.bodies)
        return replace(found, words=piece) if found and is_village else None

    def _group(self, words: str, *, meant: str = "") -> Understood | None:
        group = units.understand_group(meant or words)
        if group is None:
            return None
        if group.is_some:
            return Understood(words, is_open=True)
        versions = list(units.members_of(group, within=self.place, day=self.day))
        members = tuple(v.unit for v in versions if self.issuer is None or v.unit_id != self.issuer.pk)
        there = {version.kind for version in versions}
        absent = [str(units.UnitKind(part.kinds[0]).label) for part in group.parts if there.isdisjoint(part.kinds)]
        trouble = "" if members else _("Chưa tìm thấy đơn vị nào là “%(words)s” trong %(place)s.")
        return Understood(
            words,
            members,
            is_group=True,
            trouble=trouble % {"words": words, "place": self.place.full_name},
            absent=tuple(dict.fromkeys(absent)),
        )

    def _single(self, words: str) -> Understood:
        if (meant := self.said.get(units.name_key(words))) is not None:
            return Understood(words, (meant,))
        own = self._own_bodies()
        for key in self._ways_to_say(words):
            if key in own:
                return Understood(words, (own[key],))
        alike = self._alike(words)
        standing = [unit for unit in alike if unit.is_living]
        if len(standing) == 1:
            return Understood(words, (standing[0],))
        return Understood(words, trouble=self._trouble(words, standing, alike))

    def _trouble(self, words: str, standing: list[units.Unit], alike: list[units.Unit]) -> str:
        if standing:
            return _("Có %(number)s đơn vị tên “%(words)s”. Xin ghi thêm tên xã, phường, hoặc chọn từ danh sách.") % {
                "number": len(standing),
                "words": words,
            }
        heirs = [succession.successor.full_name for unit in alike for succession in units.successors_of(unit)]
        if heirs:
            return _("Không còn %(words)s. Kế tục là %(heirs)s.") % {"words": words, "heirs": ", ".join(heirs)}
        return _(
            "Chưa hiểu “%(words)s” là đơn vị nào. Xin gõ tên như trong danh mục đơn vị, hoặc chọn từ danh sách."
        ) % {"words": words}

    def _own_bodies(self) -> dict[str, units.Unit]:
        if self._own is None:
            self._own = {}
            for unit in own_bodies(self.place):
                for key in self._ways_to_say(unit.full_name):
                    self._own.setdefault(key, unit)
        return self._own

    def _alike(self, words: str) -> list[units.Unit]:
        key = units.name_key(words)
        if not key:
            return []
        holds = Q(search_text__contains=key) | Q(search_text__contains=fold(words))
        holding = units.Unit.objects.within(self.place.path).filter(holds).in_order()
        return [unit for unit in holding[:MOST_ALIKE] if units.name_key(unit.full_name) == key]

    def _ways_to_say(self, name: str) -> list[str]:
        """Here "UBND xã" is "UBND xã Nhã Nam", and "Hội Nông dân xã" is "Hội Nông dân"."""
        key = units.name_key(name)
        form, full = fold(self.place.form), fold(self.place.full_name)
        ways = [key, key.removesuffix(f" {full}"), key.removesuffix(f" {fold(self.place.name)}")]
        ways.append(key.removesuffix(f" {form}") if form else key)
        return [way for way in dict.fromkeys(ways) if way]


def own_words(plan: plans.Plan, words: str) -> str:
    """Of the doers that a plan names, those that the body that keeps it may mean.

    A plan from above speaks of the bodies of its own place: its "các sở, ban, ngành" are not the commune's offices,
    nor is its "Văn phòng" theirs. Only what it says of places below, or by this place's own name, is kept; whoever
    hands out names the others.
    """
    if not plan.is_received:
        return words
    return "; ".join(piece for piece in rules.cut_doers(words[:LONGEST]) if _points_down(piece, plan.place))


def _points_down(words: str, place: units.Unit) -> bool:
    group = units.understand_group(words)
    if group is not None:
        own = {level for level, depth in units.LEVELS.items() if depth >= units.LEVELS.get(place.kind, 0)}
        return all(part.is_anywhere or (part.levels and set(part.levels) <= own) for part in group.parts)
    return f" {units.name_key(place.name)} " in f" {units.name_key(words)} "


def own_bodies(place: units.Unit) -> Iterable[units.Unit]:
    """The bodies right at a place, those under its committee, and the posts in them; in order."""
    under_committee = Q(parent__parent=place, parent__kind=units.UnitKind.PEOPLE_COMMITTEE)
    posts = Q(
        kind=units.UnitKind.POST, parent__parent__parent=place, parent__parent__kind=units.UnitKind.PEOPLE_COMMITTEE
    )
    found = units.Unit.objects.living().filter(Q(parent=place) | under_committee | posts)
    return found.exclude(kind__in=(units.UnitKind.COMMUNE, units.UnitKind.DISTRICT, units.UnitKind.PROVINCE)).in_order()


def tickable(plan: plans.Plan) -> list[units.Unit]:
    """Bodies to tick for a plan: those of its place, the committees of the places right below, and its villages."""
    committees = Q(kind=units.UnitKind.PEOPLE_COMMITTEE, parent__parent=plan.place)
    villages = Q(kind=units.UnitKind.VILLAGE, parent=plan.place)
    below = units.Unit.objects.living().filter(committees | villages).exclude(pk=plan.issuer_id).in_order()
    own = [unit for unit in own_bodies(plan.place) if unit.pk != plan.issuer_id and unit.kind != units.UnitKind.VILLAGE]
    return [*own, *below]
