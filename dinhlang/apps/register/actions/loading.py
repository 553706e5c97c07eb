"""The units of the country, before and after 01/07/2025, and what became of what, put into the house at once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.register.country import RegisterUnit, country_after, country_before
from dinhlang.apps.register.queries import found_entries
from dinhlang.apps.register.reform import SuccessionFact, successions
from dinhlang.apps.register.signals import units_ended
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.base.sizes import learn_sizes

COUNTRY = "VN"
"""The top of the tree: whoever administers the whole country holds a role here."""

LISTED = date(2026, 7, 1)
"""The latest list. A form that differs between the reform and the list is shown from here on; its day is not known."""

Timelines = dict[str, list[units.timeline.Span]]


class CannotLoad(Refusal):
    """The register's data do not fit what is there already."""


@dataclass(frozen=True)
class Loaded:
    """What a loading did: how many units and successions are new, how many were there already."""

    units: int
    successions: int
    already: int


@transaction.atomic
def load_country(*, now: datetime, today: date, only: Collection[str] = (), by: people.Person | None = None) -> Loaded:
    """Put the country's units in, or those of some provinces of today (`only`, by code); nothing there is changed."""
    units.hold_the_tree()
    wanted = _wanted(only)
    known = units.timelines()
    new = {code: spans for code, spans in wanted.items() if code not in known}
    _refuse_what_differs(wanted, known)
    there = {code: units.timeline.told_spans(places) for code, places in known.items()}
    places, faults = units.timeline.placed({**there, **new})
    if faults:
        raise CannotLoad(_("Danh mục không khớp với đơn vị %(code)s đang có.") % {"code": faults[0].code})
    units.restate_units({code: places[code] for code in new}, today=today)
    number = _write_successions(wanted)
    if new or number:
        _tell(new, by=by, now=now)
        learn_sizes()
        units_ended.send(sender=units.Unit, units=None, by=by, now=now)
    return Loaded(units=len(new), successions=number, already=len(wanted) - len(new))


def _wanted(only: Collection[str]) -> Timelines:
    """The timelines of the country by register code, with the country itself on top."""
    before = country_before()
    going_on = {row.register_code for row in before if row.ends is None}
    rows = [*before, *(row for row in country_after() if row.register_code not in going_on)]
    kept = _codes_of(only, rows) if only else None
    top = units.timeline.Facts("country", "", "Việt Nam")
    wanted: Timelines = {COUNTRY: [units.timeline.Span(date(1945, 9, 2), None, top)]}
    for row in rows:
        if kept is None or row.register_code in kept:
            wanted.setdefault(row.register_code, []).extend(_spans(row))
    return {code: sorted(spans, key=lambda span: span.begins) for code, spans in wanted.items()}


def _spans(row: RegisterUnit) -> Iterable[units.timeline.Span]:
    parent = row.parent_register_code or COUNTRY
    now_so = units.timeline.Facts(row.kind, row.form, row.name, parent)
    if row.form == row.first_form:
        return [units.timeline.Span(row.begins, row.ends, now_so)]
    first_so = units.timeline.Facts(row.kind, row.first_form, row.name, parent)
    return [units.timeline.Span(row.begins, LISTED, first_so), units.timeline.Span(LISTED, row.ends, now_so)]


def _codes_of(only: Collection[str], rows: Sequence[RegisterUnit]) -> set[str]:
    """The provinces asked for, those they were formed from, and everything in them."""
    today = {row.register_code for row in country_after() if row.kind == "province"}
    unknown = sorted(set(only) - today)
    if unknown:
        raise CannotLoad(
            _("Không có tỉnh, thành phố nào mang mã %(codes)s. Mã có hai chữ số, ví dụ 24 là Bắc Ninh.")
            % {"codes": ", ".join(unknown)}
        )
    kept = set(only) | {fact.old_register_code for fact in successions() if fact.new_code in only}
    provinces = {row.register_code for row in rows if row.kind == "province"} & kept
    districts = {row.register_code for row in rows if row.parent_register_code in provinces} | provinces
    communes = {row.register_code for row in rows if row.parent_register_code in districts}
    return provinces | districts | communes


def _refuse_what_differs(wanted: Timelines, known: Mapping[str, Sequence[units.timeline.Placed]]) -> None:
    """A unit made by hand under a code of the list is named, never overwritten. What was changed later may stay."""
    differing = [
        code
        for code in wanted.keys() & known.keys()
        if not known[code] or units.timeline.told_spans(known[code])[0].facts != wanted[code][0].facts
    ]
    if differing:
        raise CannotLoad(
            _(
                "Đã có %(number)s đơn vị được nhập tay dưới mã của danh mục nhưng khác tên, loại hoặc cấp trên: "
                "%(codes)s. Không có gì được ghi đè. Hãy đổi mã hoặc đính chính các đơn vị này rồi nạp lại."
            )
            % {"number": len(differing), "codes": ", ".join(sorted(differing)[:10])}
        )


def _write_successions(wanted: Timelines) -> int:
    """Those whose both ends are there, and which are not written yet."""
    number_of = dict(units.Unit.objects.values_list("code", "pk"))
    written = set(units.Succession.objects.values_list("predecessor", "successor", "day"))
    facts = [fact for fact in successions() if fact.old_register_code in wanted and fact.new_code in wanted]
    takers: dict[str, int] = {}
    for fact in facts:
        takers[fact.new_code] = takers.get(fact.new_code, 0) + 1
    rows = [_succession(fact, number_of, is_alone=takers[fact.new_code] == 1) for fact in facts]
    new = [row for row in rows if (row.predecessor_id, row.successor_id, row.day) not in written]
    units.Succession.objects.bulk_create(new, batch_size=2000)
    return len(new)


def _succession(fact: SuccessionFact, number_of: Mapping[str, int], *, is_alone: bool) -> units.Succession:
    kind = units.SuccessionKind.REPLACE if is_alone else units.SuccessionKind.MERGE
    return units.Succession(
        predecessor_id=number_of[fact.old_register_code],
        successor_id=number_of[fact.new_code],
        day=fact.day,
        kind=kind,
        is_partial=fact.is_partial,
        basis=str(fact.basis),
    )


def _tell(new: Collection[str], *, by: people.Person | None, now: datetime) -> None:
    top = units.Unit.objects.get(code=COUNTRY)
    audit.record("units.country_loaded", top, by=by, now=now, unit=top, after={"units": len(new)})
    search.remember_many(found_entries())
