"""A made-up province of any size: places, bodies, villages, households. The same seed makes the same province."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from dinhlang.apps.units import public as units
from dinhlang.config.demo import words

Timelines = dict[str, list[units.timeline.Span]]

CODE = "99"
OPENED = date(2023, 1, 1)
BODIES = (  # code's ending, kind, name, under which ending ("" is the place itself)
    ("UBND", "people_committee", "UBND {place}", ""),
    ("HDND", "people_council", "HĐND {place}", ""),
    ("DU", "party", "Đảng ủy {place}", ""),
    ("MTTQ", "front", "Ủy ban MTTQ Việt Nam {place}", ""),
    ("TTND", "inspection_board", "Ban Thanh tra nhân dân {place}", ""),
    ("VP", "office", "Văn phòng HĐND và UBND {place}", "UBND"),
    ("KT", "department", "Phòng Kinh tế {place}", "UBND"),
    ("VHXH", "department", "Phòng Văn hóa – Xã hội {place}", "UBND"),
    ("TTPV", "service_unit", "Trung tâm Phục vụ hành chính công {place}", "UBND"),
)
DEPARTMENTS = (
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Khoa học và Công nghệ",
    "Sở Nông nghiệp và Môi trường",
    "Sở Giáo dục và Đào tạo",
    "Sở Y tế",
    "Sở Xây dựng",
    "Thanh tra tỉnh",
)


@dataclass(frozen=True)
class Size:
    """How large a province, and how busy its year."""

    communes: int = 12
    villages: int = 8
    province_plans: int = 3
    commune_plans: int = 2
    tasks: int = 6
    bodies: int = len(BODIES)

    @property
    def assignments(self) -> int:
        """How many parts of tasks this makes."""
        return self.tasks * self.communes * (self.province_plans + self.commune_plans * self.villages)


BENCHMARK = Size(communes=150, villages=12, province_plans=37, commune_plans=8, tasks=10)
"""200,000 assignments in a province of 150 communes: the stated size."""


def scaled(size: Size, scale: float) -> Size:
    """A province with a share of the communes; everything else grows with them."""
    return replace(size, communes=max(1, round(size.communes * scale)))


def timelines(size: Size, chance: Random) -> Timelines:
    """Every unit of the province by its code."""
    drawn = {CODE: [_span("province", "tỉnh", "Hoa Lư", "")]}
    drawn |= dict(_bodies(CODE, "tỉnh Hoa Lư", with_departments=True))
    for number in range(1, size.communes + 1):
        code, form, name = f"{CODE}{number:03}", "phường" if number % 5 == 0 else "xã", _place_name(chance, number)
        drawn[code] = [_span("commune", form, name, CODE)]
        drawn |= dict(list(_bodies(code, f"{form} {name}"))[: size.bodies])
        drawn |= dict(_villages(code, form, size, chance))
    return drawn


def _span(kind: str, form: str, name: str, parent: str) -> units.timeline.Span:
    return units.timeline.Span(OPENED, None, units.timeline.Facts(kind, form, name, parent))


def _bodies(
    place: str, name: str, *, with_departments: bool = False
) -> Iterator[tuple[str, list[units.timeline.Span]]]:
    for ending, kind, title, under in BODIES:
        parent = f"{place}-{under}" if under else place
        if not with_departments or kind != "department":
            yield f"{place}-{ending}", [_span(kind, "", title.format(place=name), parent)]
    for number, department in enumerate(DEPARTMENTS if with_departments else (), 1):
        yield f"{place}-SO{number:02}", [_span("department", "", department, f"{place}-UBND")]


def _villages(commune: str, form: str, size: Size, chance: Random) -> Iterator[tuple[str, list[units.timeline.Span]]]:
    village = "thôn" if form == "xã" else "tổ dân phố"
    for number in range(1, size.villages + 1):
        name = f"{chance.choice(words.SYLLABLES)} {chance.choice(words.SYLLABLES)} {number}"
        yield f"{commune}-T{number:02}", [_span("village", village, name, commune)]


def _place_name(chance: Random, number: int) -> str:
    first, second = chance.sample(words.SYLLABLES, 2)
    return f"{first} {second}" if number <= len(words.SYLLABLES) else f"{first} {second} {number}"


def build(size: Size, *, seed: int, today: date) -> units.Unit:
    """Put the province into the register and count its households; answers with the province."""
    chance = Random(seed)
    placed, faults = units.timeline.placed(timelines(size, chance))
    if faults:
        raise ValueError(f"A drawn province must stand: {faults[:3]}")
    made = units.restate_units(placed, today=today)
    villages = [unit for unit in made.values() if unit.kind == "village"]
    units.HouseholdCount.objects.bulk_create(
        [
            units.HouseholdCount(unit=village, day=OPENED, households=(n := chance.randint(60, 320)), residents=n * 4)
            for village in villages
        ],
        batch_size=1000,
    )
    return made[CODE]
