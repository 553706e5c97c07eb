"""Units end, and others take their place: merge, split, abolish."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.people import public as people
from dinhlang.apps.register.actions.changing import create_unit
from dinhlang.apps.register.actions.telling import day_of, tell
from dinhlang.apps.register.queries import audit_facts, fates_under
from dinhlang.apps.register.signals import units_ended
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal


class CannotEnd(Refusal):
    """Units cannot be merged, split or abolished like this."""


@dataclass(frozen=True)
class NewUnit:
    """A successor that does not exist yet."""

    name: str
    kind: str
    form: str = ""
    code: str = ""
    parent: units.Unit | None = None


Successor = units.Unit | NewUnit
Fates = Mapping[int, int | None]
"""What stands under an ended unit, by its number: the place in the list of the successor that takes it, or None."""


@transaction.atomic
def merge_units(
    merged: Sequence[units.Unit],
    *,
    into: Successor,
    day: date,
    by: people.Person | None,
    now: datetime,
    basis: str = "",
    fates: Fates | None = None,
) -> units.Unit:
    """From a day on several units are one: a new one, or one of them or another that goes on and takes the rest."""
    ended = list(dict.fromkeys(unit for unit in merged if unit != into))
    if not ended or (isinstance(into, NewUnit) and len(ended) < 2):
        raise CannotEnd(_("Hãy chọn ít nhất hai đơn vị để sáp nhập."), field="merged")
    _refuse_mixed(ended, into)
    successor = _there(into, day=day, by=by, now=now, basis=basis, beside=ended[0])
    for unit in ended:
        _dissolve("units.merged", unit, [successor], day=day, by=by, now=now, basis=basis, fates=fates or {})
    units.succeed([(unit, False) for unit in ended], successor, day=day, kind=units.SuccessionKind.MERGE, basis=basis)
    tell("units.took_over", successor, by=by, now=now, basis=basis, after={"from": [u.full_name for u in ended]})
    units_ended.send(sender=units.Unit, units=ended, by=by, now=now)
    return successor


def _refuse_mixed(ended: Sequence[units.Unit], into: Successor) -> None:
    kinds = {unit.kind for unit in ended} | {into.kind}
    if len(kinds) > 1 and kinds & set(units.TERRITORIES):
        raise CannotEnd(
            _("Chỉ sáp nhập được các đơn vị cùng loại, ví dụ xã với xã, thôn với thôn. Hãy chọn lại."), field="merged"
        )


def _there(
    successor: Successor, *, day: date, by: people.Person | None, now: datetime, basis: str, beside: units.Unit
) -> units.Unit:
    """A successor that does not exist yet is opened, under the parent of the unit it follows unless told otherwise."""
    if isinstance(successor, units.Unit):
        return _standing(successor, day=day)
    version = units.version_of(beside, day=day)
    return create_unit(
        name=successor.name,
        kind=successor.kind,
        form=successor.form,
        code=successor.code,
        parent=successor.parent or (version.parent if version else beside.parent),
        day=day,
        by=by,
        now=now,
        basis=basis,
        twin_is_meant=True,  # a new xã often bears the name of one that it was formed from
    )


def _standing(unit: units.Unit, *, day: date) -> units.Unit:
    """A unit that is no more, or not yet, takes nothing over and gives nothing away."""
    if units.version_of(unit, day=day) is None:
        raise CannotEnd(
            _("%(place)s không tồn tại vào ngày %(day)s. Hãy chọn ngày trong thời gian đơn vị hoạt động.")
            % {"place": unit.full_name, "day": f"{day:%d/%m/%Y}"},
            field="day",
        )
    return unit


def _dissolve(
    act: str,
    unit: units.Unit,
    successors: Sequence[units.Unit],
    *,
    day: date,
    by: people.Person | None,
    now: datetime,
    basis: str,
    fates: Fates,
) -> None:
    today, before = day_of(now), audit_facts(units.version_of(unit, day=day))
    _hand_on(unit, successors, day=day, today=today, fates=fates)
    units.end_unit(unit, day=day, today=today)
    after = {"ends": day.isoformat(), "successors": [successor.full_name for successor in successors]}
    tell(act, unit, by=by, now=now, basis=basis, before=before, after=after)


def _hand_on(unit: units.Unit, successors: Sequence[units.Unit], *, day: date, today: date, fates: Fates) -> None:
    """What stands under the unit goes to its successor, or ends with everything below it."""
    for fate in fates_under([unit], day=day, number_of_successors=len(successors), chosen=fates):
        if fate.successor is None:
            units.end_unit(fate.version.unit, day=day, today=today, with_branch=True)
        else:
            units.change_unit(fate.version.unit, day=day, today=today, parent=successors[fate.successor])


@transaction.atomic
def split_unit(
    unit: units.Unit,
    *,
    into: Sequence[Successor],
    day: date,
    by: people.Person | None,
    now: datetime,
    basis: str = "",
    fates: Fates | None = None,
    remains: bool = False,
) -> list[units.Unit]:
    """From a day on a unit is several. With `remains` it goes on and only gives parts away."""
    if len(into) < (1 if remains else 2):
        raise CannotEnd(_("Hãy ghi ít nhất hai đơn vị mà đơn vị này được chia thành."), field="into")
    if unit in into:
        raise CannotEnd(_("Đơn vị không thể được chia thành chính nó."), field="into")
    _standing(unit, day=day)
    parts = [_there(one, day=day, by=by, now=now, basis=basis, beside=unit) for one in into]
    if remains:
        _give_away(unit, parts, day=day, by=by, now=now, basis=basis, fates=fates or {})
    else:
        _dissolve("units.split", unit, parts, day=day, by=by, now=now, basis=basis, fates=fates or {})
    for part in parts:
        units.succeed([(unit, True)], part, day=day, kind=units.SuccessionKind.SPLIT, basis=basis)
    if not remains:
        units_ended.send(sender=units.Unit, units=[unit], by=by, now=now)
    return parts


def _give_away(
    unit: units.Unit,
    parts: Sequence[units.Unit],
    *,
    day: date,
    by: people.Person | None,
    now: datetime,
    basis: str,
    fates: Fates,
) -> None:
    """Only what was chosen goes; everything else stays under the unit."""
    going = {child: place for child, place in fates.items() if place is not None}
    for child in units.children_of(unit, day=day).filter(unit__in=going):
        units.change_unit(child.unit, day=day, today=day_of(now), parent=parts[going[child.unit_id]])
    after = {"parts": [part.full_name for part in parts], "day": day.isoformat()}
    tell("units.gave_away", unit, by=by, now=now, basis=basis, after=after)
    for part in parts:
        tell("units.took_over", part, by=by, now=now, basis=basis, after={"from": [unit.full_name]})


@transaction.atomic
def abolish_unit(
    unit: units.Unit,
    *,
    day: date,
    by: people.Person | None,
    now: datetime,
    basis: str = "",
    successors: Sequence[units.Unit] = (),
    fates: Fates | None = None,
) -> units.Unit:
    """From a day on the unit is no more; its work may go to others."""
    if unit in successors:
        raise CannotEnd(_("Đơn vị không thể kế thừa chính nó."), field="successors")
    _dissolve("units.abolished", unit, successors, day=day, by=by, now=now, basis=basis, fates=fates or {})
    for successor in successors:
        _standing(successor, day=day)
        units.succeed([(unit, len(successors) > 1)], successor, day=day, kind=units.SuccessionKind.REPLACE, basis=basis)
    units_ended.send(sender=units.Unit, units=[unit], by=by, now=now)
    return unit
