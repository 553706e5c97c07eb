"""A change that was decided for a day ahead is taken back before it begins, with all that came with it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.register.actions.telling import day_of
from dinhlang.apps.register.queries import Withdrawal, audit_facts, used_elsewhere, withdrawal
from dinhlang.apps.register.signals import change_withdrawn
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line


class CannotWithdraw(Refusal):
    """The change cannot be taken back."""


@transaction.atomic
def withdraw_change(unit: units.Unit, *, day: date, reason: str, by: people.Person | None, now: datetime) -> units.Unit:
    """Nothing of what was to begin on the day begins; hands back the unit, or what it was to stand under."""
    today = day_of(now)
    _refuse_what_has_begun(unit, day=day, today=today)
    if not one_line(reason):
        raise CannotWithdraw(_("Hãy ghi lý do thu hồi, để người sau hiểu vì sao không làm nữa."), field="reason")
    units.hold_the_tree()
    plan = withdrawal(unit, day=day)
    if not plan.undone and not plan.successions:
        raise CannotWithdraw(_("Không có thay đổi nào của đơn vị này bắt đầu ngày đó."), field="day")
    _refuse_what_came_later(plan, day=day)
    there = units.Unit.objects.in_bulk({*plan.undone, *_named(plan), unit.code}, field_name="code")
    told = {
        "ending": [there[code] for code in plan.undone if code not in plan.removed],
        "removed": [there[code] for code in plan.removed],
    }
    change_withdrawn.send(sender=units.Unit, **told, day=day, by=by, now=now, reason=reason)
    _refuse_what_is_used(plan, there)
    before = {code: audit_facts(units.version_of(one, day=day)) for code, one in there.items()}
    _write(plan, there, today=today)
    for code, one in there.items():
        after = {} if code in plan.removed else audit_facts(units.version_of(one, day=day))
        audit.record("units.withdrawn", one, by=by, now=now, unit=one, reason=reason, before=before[code], after=after)
    return _left(unit, plan)


def _named(plan: Withdrawal) -> set[str]:
    return {unit.code for one in plan.successions for unit in (one.predecessor, one.successor)}


def _refuse_what_has_begun(unit: units.Unit, *, day: date, today: date) -> None:
    if day <= today:
        raise CannotWithdraw(
            _("Thay đổi của %(unit)s đã có hiệu lực từ %(day)s nên không thu hồi được. Hãy ghi một thay đổi mới.")
            % {"unit": unit.full_name, "day": f"{day:%d/%m/%Y}"},
            field="day",
        )


def _refuse_what_came_later(plan: Withdrawal, *, day: date) -> None:
    """What is decided for later rests on this change: it is taken back first."""
    for code in plan.undone:
        later = next((span for span in plan.kept[code] if span.begins > day), None)
        if later is not None:
            raise CannotWithdraw(
                _("%(unit)s còn một thay đổi từ ngày %(later)s. Hãy thu hồi thay đổi đó trước.")
                % {"unit": later.facts.name, "later": f"{later.begins:%d/%m/%Y}"},
                field="day",
            )


def _refuse_what_is_used(plan: Withdrawal, there: dict[str, units.Unit]) -> None:
    for code in plan.removed:
        use = next(used_elsewhere(there[code]), None)
        if use is not None:
            raise CannotWithdraw(
                _("%(unit)s đã được dùng trong hệ thống (%(use)s). Hãy gỡ ra trước rồi thu hồi.")
                % {"unit": there[code].full_name, "use": use},
                field="day",
            )


def _write(plan: Withdrawal, there: dict[str, units.Unit], *, today: date) -> None:
    """Successions go, units that were to begin leave no trace but the record, all others are as they were."""
    places, faults = units.timeline.placed(plan.timelines)
    old = {(fault.code, fault.other) for fault in units.timeline.placed(plan.kept)[1]} if faults else set()
    for fault in faults:
        if (fault.code, fault.other) not in old:
            raise CannotWithdraw(
                _("Thay đổi này gắn với %(unit)s. Hãy thu hồi thay đổi của đơn vị đó, hoặc chuyển nó đi trước.")
                % {"unit": _name_of(fault, plan)},
                field="day",
            )
    units.Succession.objects.filter(pk__in=[one.pk for one in plan.successions]).delete()
    differing = units.timeline.differing(places, {code: list(spans) for code, spans in plan.known.items()})
    units.restate_units({code: places[code] for code in differing if places[code]}, today=today)
    for code in plan.removed:
        units.unmake_unit(there[code])
        search.forget("unit", there[code].pk)


def _name_of(fault: units.timeline.Fault, plan: Withdrawal) -> str:
    """The unit in whose change this one takes part: its parent that ends, or what stands under it."""
    code = fault.other if fault.code in plan.undone and fault.other in plan.kept else fault.code
    facts = plan.kept[code][-1].facts
    return units.full_name(facts.form, facts.name)


def _left(unit: units.Unit, plan: Withdrawal) -> units.Unit:
    """The unit; or what it was to stand under, if it never begins."""
    if unit.code not in plan.removed:
        return units.Unit.objects.get(pk=unit.pk)
    above = plan.kept[unit.code][0].facts.parent
    while above in plan.removed:
        above = plan.kept[above][0].facts.parent
    return units.Unit.objects.get(code=above) if above else unit
