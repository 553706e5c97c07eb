"""Where the demo plays: the country, the bodies of the places in the five plans, and the villages of Nhã Nam."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from dinhlang.apps.register import public as register
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import point_of

RECORD_BEGINS = date(2023, 1, 1)
REFORM = date(2025, 7, 1)
SAMPLE = "số liệu mẫu"

PROVINCE, COMMUNE, OLD_COMMUNE, WARD = "24", "07306", "07309-cu", "304-LV"
OLD_PLACES = ("24-cu", "216-cu", OLD_COMMUNE, "19-cu", "70-cu", "688-cu", "75-cu", "735-cu", "31-cu", "304-cu")
"""Bắc Giang, Tân Yên, Tân Trung; Thái Nguyên; Bình Phước, Phước Long; Đồng Nai, Vĩnh Cửu; Hải Phòng, Ngô Quyền."""
WITH_COMMUNES = ("688-cu", "735-cu")
NEW_PLACES = ("24", "19", "75", "31")

VILLAGES = (  # ending of the code, name, commune until the reform, households in 2023 and since the reform
    ("T01", "Đồng Bông", "07309-cu", 182, 188),
    ("T02", "Cầu Đen", "07309-cu", 214, 221),
    ("T03", "Giữa", "07309-cu", 156, 159),
    ("T04", "Tân Lập", "07309-cu", 173, 180),
    ("T05", "Đình Hạ", "07309-cu", 141, 143),
    ("T06", "Ngò", "07309-cu", 198, 203),
    ("T07", "Bùi", "07306-cu", 167, 174),
    ("T08", "Cầu Thượng", "07306-cu", 231, 240),
    ("T09", "Dương Sơn", "07321-cu", 149, 152),
    ("T10", "Hạ", "07321-cu", 126, 128),
    ("T11", "Húng", "07327-cu", 163, 166),
    ("T12", "Chung Chính", "07327-cu", 188, 193),
)

POINTS = (  # code, latitude, longitude of the seat: read off a map by eye, a kilometre or two may be wrong
    ("07210", "21.281", "106.197"),
    ("07264", "21.503", "106.083"),
    ("07288", "21.478", "106.125"),
    ("07294", "21.436", "106.194"),
    ("07306", "21.437", "106.097"),
    ("07339", "21.387", "106.125"),
    ("07375", "21.353", "106.259"),
    ("07399", "21.405", "106.282"),
    ("07444", "21.310", "106.385"),
    ("07525", "21.373", "106.560"),
    ("07573", "21.383", "106.702"),
    ("07615", "21.338", "106.852"),
    ("07616", "21.190", "106.720"),
    ("07681", "21.203", "106.253"),
    ("07777", "21.272", "106.101"),
    ("07795", "21.236", "106.110"),
    ("07840", "21.354", "105.985"),
    ("09169", "21.197", "106.085"),
    ("09187", "21.186", "106.063"),
    ("09190", "21.163", "106.052"),
    ("09193", "21.199", "105.953"),
    ("09247", "21.153", "106.152"),
    ("09319", "21.144", "106.020"),
    ("09367", "21.119", "105.960"),
    ("09400", "21.063", "106.083"),
    ("09409", "21.062", "106.125"),
    ("09454", "21.055", "106.190"),
    ("09496", "21.017", "106.202"),
)


def settle(*, now: datetime, today: date, only: Collection[str] = ()) -> None:
    """Put every place and body of the demo into the register; acts of the house itself, with no person behind them."""
    register.load_country(now=now, today=today, only=only)
    _keep_lac_vien(now=now)
    register.furnish_many([*_of(OLD_PLACES), *_of([WARD])], day=RECORD_BEGINS, by=None, now=now)
    old_communes = [place for above in _of(WITH_COMMUNES) for place in _below(above)]
    districts = _below(*_of(["19-cu"]))
    register.furnish_many([*old_communes, *districts], day=RECORD_BEGINS, by=None, now=now)
    register.furnish_many(_places_of_today(old_communes), day=REFORM, by=None, now=now)
    for ending, name, commune, before, since in VILLAGES:
        _keep_village(ending, name, commune, before, since, now=now)
    _place_on_map(now=now)


def _place_on_map(*, now: datetime) -> None:
    found = units.Unit.objects.in_bulk([code for code, *_ in POINTS], field_name="code")
    points = {found[code]: point_of(north, east) for code, north, east in POINTS if code in found}
    register.place_many(points, by=None, now=now, source=SAMPLE)


def _of(codes: Iterable[str]) -> list[units.Unit]:
    wanted = list(codes)
    found = units.Unit.objects.in_bulk(wanted, field_name="code")
    return [found[code] for code in wanted]


def _below(place: units.Unit) -> list[units.Unit]:
    """The places right under a place when the record began."""
    children = units.children_of(place, day=RECORD_BEGINS).filter(kind__in=units.TERRITORIES)
    return [version.unit for version in children]


def _places_of_today(old_communes: Iterable[units.Unit]) -> list[units.Unit]:
    """The four provinces; all communes of Bắc Ninh and Thái Nguyên; in the others the heirs of the plans' places."""
    communes = units.Unit.objects.of_kind("commune").living()
    old = [*old_communes, *_below(*_of(["304-cu"]))]
    heirs = units.Succession.objects.filter(predecessor__in=old).values("successor")
    ours = communes.filter(parent__code__in=("24", "19"))
    others = communes.filter(pk__in=heirs) | communes.filter(pk__in=[unit.pk for unit in old])
    return [*_of(NEW_PLACES), *ours, *others]


def _keep_lac_vien(*, now: datetime) -> None:
    """The ward of plan D merged before our list of March 2025, on a day that we do not know, and is in no list."""
    ward = register.create_unit(
        name="Lạc Viên",
        kind="commune",
        form="phường",
        code=WARD,
        parent=_of(["304-cu"])[0],
        day=RECORD_BEGINS,
        by=None,
        now=now,
        basis="Nhập tay cho dự thảo kế hoạch năm 2023 của phường; ngày thành lập không có trong danh mục",
    )
    register.abolish_unit(
        ward,
        day=date(2025, 3, 1),
        by=None,
        now=now,
        basis="Danh mục tháng 3/2025 không còn phường này; đã sáp nhập trước đó, ngày và nơi kế tục chưa rõ",
    )


def _keep_village(ending: str, name: str, commune: str, before: int, since: int, *, now: datetime) -> None:
    """A village that moves to the new commune with the reform; its name and households are a sample."""
    old, new = _of([commune, COMMUNE])
    village = register.create_unit(
        name=name,
        kind="village",
        form="thôn",
        code=f"{COMMUNE}.{ending}",
        parent=old,
        day=RECORD_BEGINS,
        by=None,
        now=now,
        basis=SAMPLE,
    )
    register.move_unit(village, parent=new, day=REFORM, by=None, now=now, basis="Nghị quyết 1658/NQ-UBTVQH15")
    for day, households in ((RECORD_BEGINS, before), (REFORM, since)):
        register.count_households(
            village, day=day, households=households, residents=households * 4 - 7, by=None, now=now, source=SAMPLE
        )
