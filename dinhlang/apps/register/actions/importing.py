"""A table of units comes in: kept for a preview, then written whole or not at all."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.register.actions.placing import place_many
from dinhlang.apps.register.actions.telling import day_of
from dinhlang.apps.register.models import PendingImport
from dinhlang.apps.register.queries import found_entry
from dinhlang.apps.register.queries.importing import ImportPlan, latest_counts, planned_import, understood
from dinhlang.apps.register.rules.rows import Row, RowFault
from dinhlang.apps.register.signals import units_ended
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal

KEPT = timedelta(hours=24)


class CannotImport(Refusal):
    """The table is not written, and nothing of it is."""


@dataclass(frozen=True)
class Imported:
    """What is really there after an import, counted anew."""

    created: int
    changed: int
    unchanged: int
    counted: int
    placed: int = 0


def keep_for_preview(
    data: bytes, *, name: str, day: date, by: people.Person, now: datetime
) -> tuple[PendingImport, list[RowFault]]:
    """Read an uploaded file and keep its rows for a day; the faults found in reading are kept with them."""
    PendingImport.objects.filter(made_at__lt=now - KEPT).delete()
    read = understood(data, today=day_of(now))
    pending = PendingImport.objects.create(
        name=name[:200],
        day=day,
        rows={"rows": [row.as_facts() for row in read.rows], "faults": [_as_list(fault) for fault in read.faults]},
        made_at=now,
        made_by=by,
    )
    return pending, read.faults


def _as_list(fault: RowFault) -> list[object]:
    return [fault.line, fault.column, fault.reason, fault.told, fault.other]


def plan_of(pending: PendingImport, *, person: people.Person | None) -> ImportPlan:
    """What a kept table would change as things stand now."""
    plan = planned_import([Row(**facts) for facts in pending.rows["rows"]], day=pending.day, person=person)
    plan.faults = sorted([*(RowFault(*fault) for fault in pending.rows["faults"]), *plan.faults], key=lambda f: f.line)
    return plan


@transaction.atomic
def import_units(pending: PendingImport, *, by: people.Person | None, now: datetime, basis: str = "") -> Imported:
    """Write the whole table, or refuse it whole; the numbers are counted from what is there afterwards."""
    pending = _held(pending)
    units.hold_the_tree()  # what is reckoned now must still be true when it is written
    plan = plan_of(pending, person=by)
    if plan.faults:
        raise CannotImport(
            _("Bảng còn %(number)s lỗi nên không có gì được ghi. Hãy sửa tệp rồi gửi lại.")
            % {"number": len(plan.faults)}
        )
    before = units.Unit.objects.count()
    written = units.restate_units(plan.timelines, today=day_of(now))
    _count(plan, pending, by=by, now=now, basis=basis)
    lying = {unit: plan.points[unit.code] for unit in units.Unit.objects.all() if unit.code in plan.points}
    place_many(lying, by=by, now=now, source=basis or pending.name)
    _check(plan)
    _tell(pending, plan, written, by=by, now=now, basis=basis)
    pending.delete()
    units_ended.send(sender=units.Unit, units=None, by=by, now=now)
    created = units.Unit.objects.count() - before
    return Imported(created, len(written) - created, plan.unchanged, len(plan.counts), len(plan.points))


def _held(pending: PendingImport) -> PendingImport:
    """The table as it waits now: of two clicks the second finds nothing."""
    held = PendingImport.objects.select_for_update().filter(pk=pending.pk).first()
    if held is None:
        raise CannotImport(_("Bảng này đã được ghi, hoặc không còn được giữ. Hãy xem lại danh sách đơn vị."))
    return held


def _count(plan: ImportPlan, pending: PendingImport, *, by: people.Person | None, now: datetime, basis: str) -> None:
    """Write the household counts, and into the record what each was before."""
    if not plan.counts:
        return
    day, earlier = pending.day, latest_counts(day=pending.day)
    village = {unit.code: unit for unit in units.Unit.objects.all() if unit.code in plan.counts}
    units.HouseholdCount.objects.bulk_create(
        [
            units.HouseholdCount(
                unit=village[code], day=day, households=households, residents=residents, source=pending.name
            )
            for code, (households, residents) in plan.counts.items()
        ],
        update_conflicts=True,
        unique_fields=["unit", "day"],
        update_fields=["households", "residents", "source"],
        batch_size=2000,
    )
    audit.record_many(
        audit.entry(
            "units.households_counted",
            village[code],
            by=by,
            now=now,
            unit=village[code],
            reason=basis or pending.name,
            before=_as_facts(earlier[code]) if code in earlier else {},
            after={"day": day.isoformat(), **_as_facts(count)},
        )
        for code, count in plan.counts.items()
    )


def _as_facts(count: tuple[int, int | None]) -> dict[str, int | None]:
    return {"households": count[0], "residents": count[1]}


def _check(plan: ImportPlan) -> None:
    """Read everything again: what was promised must be there, else nothing is kept."""
    there = units.timelines() if plan.timelines else {}
    if any(units.timeline.differing(plan.timelines, there)):
        raise CannotImport(_("Có gì đó không khớp sau khi ghi, nên mọi thứ được trả về như cũ. Hãy thử lại."))


def _tell(
    pending: PendingImport,
    plan: ImportPlan,
    written: dict[str, units.Unit],
    *,
    by: people.Person | None,
    now: datetime,
    basis: str,
) -> None:
    """One entry for the table, one for every unit in it, and everything is found as it is now."""
    new = {row.code for row in plan.created}
    changes = {row.code: words for row, words in plan.changed}
    audit.record_many(
        audit.entry(
            "units.imported",
            unit,
            by=by,
            now=now,
            unit=unit,
            reason=basis or pending.name,
            after={"change": changes[code]} if code in changes else {"name": unit.full_name},
        )
        for code, unit in written.items()
        if code in new or code in changes
    )
    known = {unit.pk: unit for unit in units.Unit.objects.all()} if written else {}
    search.remember_many(
        found_entry(unit, [known[int(part)] for part in unit.path.split(".")[:-2] if int(part) in known])
        for unit in written.values()
    )
