"""What a table of units would change: reckoned from the file and what is there, without touching anything."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache

from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import override

from dinhlang.apps.people import public as people
from dinhlang.apps.register.rules import code_trouble
from dinhlang.apps.register.rules.rows import COLUMNS, NEEDED, Row, RowFault, columns_of, read_row
from dinhlang.apps.register.tables import CannotRead, is_utf_8, not_utf_8, read_table
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import Point, fold, old_tone

Placed = units.timeline.Placed
Span = units.timeline.Span
NOTHING = (None, None)


@dataclass
class Understood:
    """A file as it was read: its rows, and what is wrong with it."""

    rows: list[Row]
    faults: list[RowFault]


@dataclass
class ImportPlan:
    """What would happen: whole timelines of units to write, counted, or what prevents it."""

    created: list[Row] = field(default_factory=list)
    changed: list[tuple[Row, str]] = field(default_factory=list)
    unchanged: int = 0
    timelines: dict[str, list[Placed]] = field(default_factory=dict)
    counts: dict[str, tuple[int, int | None]] = field(default_factory=dict)
    points: dict[str, Point] = field(default_factory=dict)
    faults: list[RowFault] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.timelines and not self.counts and not self.points


def understood(data: bytes, *, today: date) -> Understood:
    """Read a file into rows; raises CannotRead when it is no table of units at all."""
    table = read_table(data)
    columns = _columns(next(table, []), is_utf_8=is_utf_8(data))
    kinds = {fold(word): value for value, label in kind_labels().items() for word in (value, label)}
    rows: list[Row] = []
    faults: list[RowFault] = []
    for line, cells in enumerate(table, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        told = {name: cells[place] if place < len(cells) else "" for name, place in columns.items()}
        row, wrong = read_row(line, told, kinds, today)
        faults += wrong
        if row is not None:
            rows.append(row)
    if not rows and not faults:
        raise CannotRead(_("Tệp chỉ có dòng tiêu đề. Hãy thêm ít nhất một đơn vị."))
    return Understood(rows, faults)


@cache
def kind_labels() -> dict[str, str]:
    """The kinds by their Vietnamese labels, which are facts of the file in whatever language the pages are."""
    with override("vi"):
        return {str(value): str(label) for value, label in units.UnitKind.choices}


def _columns(header: Sequence[str], *, is_utf_8: bool) -> dict[str, int]:
    columns = columns_of(header)
    missing = [COLUMNS[name] for name in NEEDED if name not in columns]
    if missing and not is_utf_8:
        raise CannotRead(not_utf_8())
    if missing:
        raise CannotRead(
            _("Thiếu cột %(columns)s. Dòng đầu tiên phải là tên các cột, như trong tệp mẫu.")
            % {"columns": ", ".join(f"“{name}”" for name in missing)}
        )
    return columns


def planned_import(rows: Sequence[Row], *, day: date, person: people.Person | None) -> ImportPlan:
    """What the rows would change, as of now; `day` stands where a line says no first day."""
    plan = ImportPlan()
    known = units.timelines()
    kept = {code: units.timeline.told_spans(places) for code, places in known.items()}
    told, lines = _told(rows, kept, day, plan), {row.code: row.line for row in rows}
    timelines = dict(kept)
    for code, spans in told.items():
        laid, misfit = units.timeline.overlaid(kept.get(code, []), spans)
        timelines[code] = units.timeline.joined(laid)
        if misfit is not None:
            plan.faults.append(RowFault(misfit.line, "begins", "overlap", code))
    if not plan.faults:
        _place(plan, timelines, kept, known, lines)
    _sort_out(plan, rows, kept, told)
    plan.counts = _new_counts(rows)
    plan.points = _new_points(rows)
    _refuse_out_of_reach(plan, known, person, lines, day)
    plan.faults.sort(key=lambda fault: fault.line)
    return plan


def _told(
    rows: Iterable[Row], kept: Mapping[str, Sequence[Span]], day: date, plan: ImportPlan
) -> dict[str, list[Span]]:
    """What the rows say of each unit, earliest first. A code told twice from the same day is told twice too often."""
    told: dict[str, list[Span]] = {}
    first: dict[tuple[str, date], int] = {}
    for row in rows:
        if row.code not in kept and (trouble := code_trouble(row.code)):
            plan.faults.append(RowFault(row.line, "code", f"code_{trouble}", row.code))
        span = _span(row, kept.get(row.code, []), day)
        if (row.code, span.begins) in first:
            plan.faults.append(RowFault(row.line, "code", "twice", row.code, str(first[row.code, span.begins])))
            continue
        first[row.code, span.begins] = row.line
        told.setdefault(row.code, []).append(span)
    return {code: sorted(spans, key=lambda span: span.begins) for code, spans in told.items()}


def _span(row: Row, kept: Sequence[Span], day: date) -> Span:
    """The row as a span; without a first day it speaks of the span of `day`, and changes it only if it differs."""
    facts = units.timeline.Facts(row.kind, row.form, _name_as_kept(row.name, kept), row.parent)
    ends = date.fromisoformat(row.ends) if row.ends else None
    if row.begins:
        return Span(date.fromisoformat(row.begins), ends, facts, row.line)
    now = next((s for s in kept if s.begins <= day and (s.ends is None or day < s.ends)), None)
    if now is not None and now.facts == facts:
        return Span(now.begins, ends or now.ends, facts, row.line)
    return Span(day, ends or (now.ends if now else None), facts, row.line)


def _name_as_kept(name: str, kept: Sequence[Span]) -> str:
    """Hoà Bình is no new name for Hòa Bình: only the tone stands elsewhere."""
    return next((span.facts.name for span in kept if old_tone(span.facts.name) == old_tone(name)), name)


def _place(
    plan: ImportPlan,
    timelines: Mapping[str, Sequence[Span]],
    kept: Mapping[str, Sequence[Span]],
    known: Mapping[str, list[Placed]],
    lines: Mapping[str, int],
) -> None:
    """Place everything; what did not fit before already, and bears nothing of the file, is not the file's fault."""
    places, faults = units.timeline.placed(timelines)
    if faults and all(places[code] for code in lines):
        old = {(fault.trouble, fault.code, fault.other) for fault in units.timeline.placed(kept)[1]}
        faults = [fault for fault in faults if (fault.trouble, fault.code, fault.other) not in old]
    for fault in faults:
        line = fault.line or lines.get(fault.code, 0) or lines.get(fault.other, 0)
        plan.faults.append(RowFault(line, "parent", str(fault.trouble), fault.code, fault.other))
    if not faults:
        differing = units.timeline.differing(places, known)
        plan.timelines = {code: places[code] for code in differing if places[code]}


def _sort_out(
    plan: ImportPlan, rows: Sequence[Row], kept: Mapping[str, Sequence[Span]], told: Mapping[str, Sequence[Span]]
) -> None:
    """Count the rows as new, changing or leaving everything as it is."""
    span_of = {span.line: span for spans in told.values() for span in spans}
    for row in rows:
        span = span_of.get(row.line)
        if row.code not in kept:
            plan.created.append(row)
        elif span is None or any(_is_said_by(old, span) for old in kept[row.code]):
            plan.unchanged += 1
        else:
            plan.changed.append((row, _difference(span, kept[row.code])))


def _is_said_by(old: Span, span: Span) -> bool:
    """The rest of a period, as when it goes out from where the branch moved, is no news either."""
    return (old.ends, old.facts) == (span.ends, span.facts) and old.begins <= span.begins


def _difference(span: Span, kept: Sequence[Span]) -> str:
    """What is otherwise, in words: "tên: Tân Trung → Nhã Nam"."""
    was = next((s for s in reversed(kept) if s.begins <= span.begins), kept[0])
    pairs = [
        (COLUMNS["name"], was.facts.name, span.facts.name),
        (COLUMNS["form"], was.facts.form, span.facts.form),
        (COLUMNS["kind"], kind_labels()[was.facts.kind], kind_labels()[span.facts.kind]),
        (COLUMNS["parent"], was.facts.parent, span.facts.parent),
        (COLUMNS["begins"], f"{was.begins:%d/%m/%Y}", f"{span.begins:%d/%m/%Y}"),
        (COLUMNS["ends"], f"{was.ends:%d/%m/%Y}" if was.ends else "", f"{span.ends:%d/%m/%Y}" if span.ends else ""),
    ]
    return "; ".join(
        f"{label.lower()}: {before or '…'} → {after or '…'}" for label, before, after in pairs if before != after
    )


def _new_counts(rows: Iterable[Row]) -> dict[str, tuple[int, int | None]]:
    """The household counts that are not the latest ones already."""
    told = {row.code: (row.households, row.residents) for row in rows if row.households is not None}
    latest = latest_counts()
    return {code: (count[0] or 0, count[1]) for code, count in told.items() if latest.get(code) != count}


def _new_points(rows: Iterable[Row]) -> dict[str, Point]:
    """Where units lie that were not on the map, or elsewhere."""
    told = {row.code: (Decimal(row.latitude), Decimal(row.longitude)) for row in rows if row.latitude}
    kept = points() if told else {}
    return {code: point for code, point in told.items() if kept.get(code) != point}


def points() -> dict[str, Point]:
    """By code, where each unit lies that has a place on the map."""
    rows = units.MapPoint.objects.values_list("unit__code", "latitude", "longitude")
    return {code: (latitude, longitude) for code, latitude, longitude in rows}


def latest_counts(*, day: date | None = None) -> dict[str, tuple[int, int | None]]:
    """By code, the latest count of each village (up to a day)."""
    counts = units.HouseholdCount.objects.filter(day__lte=day) if day else units.HouseholdCount.objects.all()
    latest = counts.values("unit").annotate(latest=Max("day")).values_list("unit", "latest")
    wanted = set(latest)
    rows = counts.values_list("unit", "day", "unit__code", "households", "residents")
    return {code: (households, residents) for unit, on, code, households, residents in rows if (unit, on) in wanted}


def _refuse_out_of_reach(
    plan: ImportPlan,
    known: Mapping[str, list[Placed]],
    person: people.Person | None,
    lines: Mapping[str, int],
    day: date,
) -> None:
    """Nobody changes, by way of a table, what they may not change by hand; no person means the house itself.

    Judged is what the file changes: neither what a unit was elsewhere before, nor what only follows its parent.
    """
    if person is None:
        return
    numbers = [int(path.split(".")[-2]) for path in person.reach(people.Word.UNITS_IMPORT)]
    reach = set(units.Unit.objects.filter(pk__in=numbers).values_list("code", flat=True))
    for code in plan.timelines.keys() & lines.keys():
        changed = set(plan.timelines[code]) ^ set(units.timeline.settled(known.get(code, [])))
        if not all(reach & set(place.path) for place in changed):
            plan.faults.append(RowFault(lines[code], "parent", "reach", code))
    for code in plan.counts.keys() & known.keys():
        if not reach & set(_place_on(known[code], day).path):
            plan.faults.append(RowFault(lines[code], "households", "reach", code))
    for code in plan.points.keys() & known.keys():
        if not reach & set(_place_on(known[code], day).path):
            plan.faults.append(RowFault(lines[code], "latitude", "reach", code))


def _place_on(places: Sequence[Placed], day: date) -> Placed:
    """Where a unit stands on a day; where it stood last if it is not there."""
    return next((one for one in places if one.begins <= day and (one.ends is None or day < one.ends)), places[-1])


def exported_rows(unit: units.Unit | None, *, day: date, with_history: bool) -> list[list[object]]:
    """A branch (or everything) as rows of the form, parents before children: as of a day, or with its history."""
    versions = units.UnitVersion.objects.filter(path__within=unit.path) if unit else units.UnitVersion.objects.all()
    counts, there = latest_counts(day=None if with_history else day), points()
    lives: dict[str, list[Span]] = {}
    for version in versions.select_related("unit", "parent").order_by("path", "begins"):
        facts = units.timeline.Facts(
            version.kind, version.form, version.name, version.parent.code if version.parent else ""
        )
        lives.setdefault(version.unit.code, []).append(Span(version.begins, version.ends, facts))
    told = {code: units.timeline.joined(sorted(spans, key=lambda s: s.begins)) for code, spans in lives.items()}
    return [
        _exported(
            code, span, [*counts.get(code, NOTHING), *there.get(code, NOTHING)] if span is spans[-1] else [None] * 4
        )
        for code, spans in told.items()
        for span in spans
        if with_history or (span.begins <= day and (span.ends is None or day < span.ends))
    ]


def _exported(code: str, span: Span, more: Sequence[object]) -> list[object]:
    facts = span.facts
    return [code, facts.name, facts.form, kind_labels()[facts.kind], facts.parent, span.begins, span.ends, *more]
