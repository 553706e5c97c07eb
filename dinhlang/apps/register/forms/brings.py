"""What an act would bring with it, told before anyone confirms it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from dinhlang.apps.register import queries
from dinhlang.apps.register.signals import ending_tried
from dinhlang.apps.units import public as units
from dinhlang.look.days import numeric

Data = dict[str, Any]
Span = units.timeline.Span
TELLING_MOST = 12
"""So many consequences are told one by one; the rest as a number."""


def nothing_more(unit: units.Unit, data: Data, today: date) -> list[str]:
    """A day ahead: the change is only planned."""
    return [_planned(data["day"])] if data.get("day") and data["day"] > today else []


def _planned(day: date) -> str:
    return _("Thay đổi được ghi trước và chỉ hiện ra từ ngày %(day)s.") % {"day": numeric(day)}


def renaming(unit: units.Unit, data: Data, today: date) -> list[str]:
    """The bodies that bear the name follow."""
    bearing = [
        _("%(body)s cũng đổi tên theo.") % {"body": body.name}
        for body in queries.bodies_named_after(unit, day=data["day"])
    ]
    return [*_told(bearing), *nothing_more(unit, data, today)]


def moving(unit: units.Unit, data: Data, today: date) -> list[str]:
    """The whole branch goes along."""
    below = units.subtree_of(unit, day=data["day"]).count() - 1
    moved = [_("%(number)s đơn vị trực thuộc chuyển theo.") % {"number": below}] if below > 0 else []
    return [*moved, *nothing_more(unit, data, today)]


def itself(unit: units.Unit, data: Data) -> list[units.Unit]:
    """What ends: the unit, unless it only gives parts away."""
    return [] if data.get("remains") else [unit]


def merged(unit: units.Unit, data: Data) -> list[units.Unit]:
    """What ends in a merger: everything but the one into which the others go."""
    return [one for one in [unit, *data["others"]] if one != data["into"]]


def merging(unit: units.Unit, data: Data, today: date) -> list[str]:
    """The merged units end; what stands under them goes on or ends."""
    ended = merged(unit, data)
    name = _name_of(data["into"] or data["name"], data["form"])
    return _ending_brings(ended, [name], {}, data, today)


def splitting(unit: units.Unit, data: Data, today: date) -> list[str]:
    """The unit ends or gives parts away; each child goes where it was told."""
    names = [_name_of(part, unit.form) for part in data["parts"]]
    results = [_part_told(part, name) for part, name in zip(data["parts"], names, strict=True)]
    if ended := itself(unit, data):
        return [*results, *_ending_brings(ended, names, data["fates"], data, today)]
    there = units.Unit.objects.in_bulk(data["fates"])
    going = [
        _("%(unit)s chuyển sang %(name)s.") % {"unit": there[pk].full_name, "name": names[place]}
        for pk, place in data["fates"].items()
    ]
    return [*results, *_told(going), *nothing_more(unit, data, today)]


def _name_of(part: units.Unit | str, form: str) -> str:
    return part.full_name if isinstance(part, units.Unit) else units.full_name(form, part)


def _part_told(part: units.Unit | str, name: str) -> str:
    if isinstance(part, units.Unit):
        return _("%(name)s đang có nhận phần của mình.") % {"name": name}
    return _("Lập đơn vị mới: %(name)s.") % {"name": name}


def abolishing(unit: units.Unit, data: Data, today: date) -> list[str]:
    """The unit ends; what stands under it goes to successors or ends."""
    names = [successor.full_name for successor in data["successors"]]
    told = _("Đơn vị kế thừa: %(names)s.") % {"names": ", ".join(names)} if names else _("Không có đơn vị kế thừa.")
    return [told, *_ending_brings([unit], names, {}, data, today)]


def withdrawing(unit: units.Unit, data: Data, today: date) -> list[str]:
    """Everything that goes on as it was, or does not begin."""
    plan = queries.withdrawal(unit, day=data["day"])
    itself_first = sorted(plan.undone, key=lambda code: (code != unit.code, code))
    return _told([_undone_told(plan.kept[code], plan.undone[code], data["day"]) for code in itself_first])


def _undone_told(planned: Sequence[Span], spans: Sequence[Span], day: date) -> str:
    if not spans:
        return _("%(unit)s không được lập nữa.") % {"unit": _called(planned[0])}
    return _("%(unit)s giữ nguyên sau ngày %(day)s.") % {"unit": _called(spans[-1]), "day": numeric(day)}


def _called(span: Span) -> str:
    return units.full_name(span.facts.form, span.facts.name)


def for_rooms_above(ended: Sequence[units.Unit], now: datetime) -> list[str]:
    """What the other rooms say of units that ended on trial: the work that goes on, and with whom."""
    answers = ending_tried.send(sender=units.Unit, units=ended, now=now) if ended else []
    return [line for _receiver, lines in answers for line in _told(list(lines or ()))]


def _ending_brings(
    ended: Sequence[units.Unit], names: Sequence[str], chosen: dict[int, int | None], data: Data, today: date
) -> list[str]:
    day = data["day"]
    told = [_("%(unit)s kết thúc từ ngày %(day)s.") % {"unit": u.full_name, "day": numeric(day)} for u in ended]
    fates = queries.fates_under(ended, day=day, number_of_successors=len(names), chosen=chosen)
    told += _told([_fate_told(fate, names) for fate in fates if fate.successor is not None])
    told += _told([_fate_told(fate, names) for fate in fates if fate.successor is None])
    with_roles = sum(queries.number_with_roles(unit.path, day=today) for unit in ended)
    if with_roles:
        told.append(_("%(n)s người đang giữ vai trò ở đây: hãy giao lại vai trò cho họ.") % {"n": with_roles})
    return [*told, *nothing_more(ended[0], data, today)]


def _fate_told(fate: queries.Fate, names: Sequence[str]) -> str:
    unit = fate.version.full_name
    if fate.successor is not None:
        return _("%(unit)s chuyển sang %(name)s.") % {"unit": unit, "name": names[fate.successor]}
    if fate.below:
        return _("%(unit)s kết thúc, cùng %(below)s đơn vị bên dưới.") % {"unit": unit, "below": fate.below}
    return _("%(unit)s kết thúc.") % {"unit": unit}


def _told(lines: list[str]) -> list[str]:
    if len(lines) <= TELLING_MOST:
        return lines
    left = len(lines) - TELLING_MOST
    return [*lines[:TELLING_MOST], _("… và %(left)s đơn vị khác cũng vậy.") % {"left": left}]
