"""One unit is created, called or placed otherwise, corrected, counted."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.register.actions.telling import day_of, tell
from dinhlang.apps.register.queries import audit_facts, bodies_named_after, twin_of
from dinhlang.apps.register.rules import code_trouble, next_code
from dinhlang.apps.register.rules.rows import LONGEST_NAME
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line

MOST_HOUSEHOLDS = 100_000


class CannotChange(Refusal):
    """A unit cannot be created or changed like this."""


@transaction.atomic
def create_unit(
    *,
    name: str,
    kind: str,
    day: date,
    by: people.Person | None,
    now: datetime,
    form: str = "",
    code: str = "",
    parent: units.Unit | None = None,
    basis: str = "",
    twin_is_meant: bool = False,
) -> units.Unit:
    """A new unit from a day on; without a code it gets the next one under its parent."""
    name = _name(name)
    _refuse_twin(name, parent=parent, day=day, is_meant=twin_is_meant)
    unit = units.open_unit(
        code=_code(code, parent),
        kind=kind,
        name=name,
        form=one_line(form),
        parent=parent,
        begins=day,
        today=day_of(now),
    )
    tell("units.created", unit, by=by, now=now, basis=basis, after=audit_facts(units.version_of(unit, day=day)))
    return unit


def _name(name: str) -> str:
    name = one_line(name)
    if not name:
        raise CannotChange(_("Hãy ghi tên của đơn vị."), field="name")
    if len(name) > LONGEST_NAME:
        raise CannotChange(
            _("Tên dài quá %(most)s chữ cái. Hãy rút ngắn.") % {"most": LONGEST_NAME},
            field="name",
        )
    return name


def _code(code: str, parent: units.Unit | None) -> str:
    code = one_line(code)
    if not code:
        if parent is None:
            raise CannotChange(_("Hãy ghi mã định danh của đơn vị."), field="code")
        taken = set(units.Unit.objects.filter(code__startswith=parent.code).values_list("code", flat=True))
        return next_code(parent.code, taken)
    if code_trouble(code):
        raise CannotChange(
            _("Mã “%(code)s” không dùng được. Mã chỉ gồm chữ cái không dấu, chữ số, dấu chấm, gạch nối, ví dụ 07738.1.")
            % {"code": code},
            field="code",
        )
    return code


def _refuse_twin(
    name: str, *, parent: units.Unit | None, day: date, is_meant: bool, but: units.Unit | None = None
) -> None:
    twin = None if is_meant else twin_of(name, parent=parent, day=day, but=but)
    if twin is not None:
        raise CannotChange(
            _("Cùng cấp trên này đã có %(twin)s (mã %(code)s). Nếu đúng là một đơn vị khác, hãy đánh dấu xác nhận.")
            % {"twin": twin.full_name, "code": twin.code},
            field="twin_is_meant",
        )


@transaction.atomic
def rename_unit(
    unit: units.Unit,
    *,
    name: str,
    day: date,
    by: people.Person | None,
    now: datetime,
    basis: str = "",
    twin_is_meant: bool = False,
) -> units.Unit:
    """From a day on the unit has another name; bodies that bear its name ("UBND xã …") change with it."""
    name = _name(name)
    before = units.version_of(unit, day=day)
    if before is not None and before.name == name:
        raise CannotChange(_("Đây đã là tên của đơn vị. Hãy ghi tên mới."), field="name")
    if before is not None:
        _refuse_twin(name, parent=before.parent, day=day, is_meant=twin_is_meant, but=unit)
    return _called_otherwise("units.renamed", unit, before, name=name, day=day, by=by, now=now, basis=basis)


@transaction.atomic
def reclassify_unit(
    unit: units.Unit,
    *,
    form: str,
    day: date,
    by: people.Person | None,
    now: datetime,
    kind: str | None = None,
    basis: str = "",
) -> units.Unit:
    """From a day on the unit is of another form or kind, as when a xã becomes a phường."""
    before = units.version_of(unit, day=day)
    form = one_line(form)
    if before is not None and (before.form, before.kind) == (form, kind or before.kind):
        raise CannotChange(_("Đơn vị đã thuộc hình thức và loại này. Hãy chọn hình thức khác."), field="form")
    return _called_otherwise(
        "units.reclassified", unit, before, form=form, kind=kind, day=day, by=by, now=now, basis=basis
    )


def _called_otherwise(
    act: str,
    unit: units.Unit,
    before: units.UnitVersion | None,
    *,
    day: date,
    by: people.Person | None,
    now: datetime,
    basis: str,
    name: str | None = None,
    form: str | None = None,
    kind: str | None = None,
) -> units.Unit:
    bearing, today = bodies_named_after(unit, day=day), day_of(now)
    after = units.change_unit(unit, day=day, today=today, name=name, form=form, kind=kind)
    if before is not None:
        for body in bearing:
            new_name = body.name[: -len(before.full_name)] + after.full_name
            followed = units.change_unit(body.unit, day=day, today=today, name=new_name)
            facts = {"before": audit_facts(body), "after": audit_facts(followed)}
            audit.record("units.renamed", body.unit, by=by, now=now, unit=body.unit, reason=basis, **facts)
    tell(act, unit, by=by, now=now, basis=basis, before=audit_facts(before), after=audit_facts(after))
    return unit


@transaction.atomic
def move_unit(
    unit: units.Unit,
    *,
    parent: units.Unit,
    day: date,
    by: people.Person | None,
    now: datetime,
    basis: str = "",
    twin_is_meant: bool = False,
) -> units.Unit:
    """From a day on the unit, with everything under it, stands under another."""
    before = units.version_of(unit, day=day)
    if before is not None and before.parent_id == parent.pk:
        raise CannotChange(
            _("%(unit)s đã thuộc %(parent)s. Hãy chọn cấp trên khác.")
            % {"unit": unit.full_name, "parent": parent.full_name},
            field="parent",
        )
    _refuse_twin(before.name if before else unit.name, parent=parent, day=day, is_meant=twin_is_meant, but=unit)
    after = units.change_unit(unit, day=day, today=day_of(now), parent=parent)
    tell("units.moved", unit, by=by, now=now, basis=basis, before=audit_facts(before), after=audit_facts(after))
    return unit


@transaction.atomic
def correct_unit(
    unit: units.Unit,
    *,
    reason: str,
    by: people.Person | None,
    now: datetime,
    day: date | None = None,
    name: str | None = None,
    form: str | None = None,
) -> units.Unit:
    """Put right what was typed wrong: the state of the day (today's, if none is said) is overwritten."""
    if not one_line(reason):
        raise CannotChange(_("Hãy ghi lý do đính chính, để người sau hiểu vì sao bản ghi bị sửa."), field="reason")
    today = day_of(now)
    day = day or today
    before = audit_facts(units.version_of(unit, day=day))
    new_name = _name(name) if name is not None else None
    after = units.amend_unit(unit, day=day, today=today, name=new_name, form=None if form is None else one_line(form))
    if before == audit_facts(after):
        raise CannotChange(_("Chưa có gì được sửa. Hãy sửa tên hoặc hình thức rồi lưu."), field="name")
    tell("units.corrected", unit, by=by, now=now, basis=reason, before=before, after=audit_facts(after))
    return unit


@transaction.atomic
def count_households(
    village: units.Unit,
    *,
    day: date,
    households: int,
    by: people.Person | None,
    now: datetime,
    residents: int | None = None,
    source: str = "",
) -> units.HouseholdCount:
    """How many households and residents a village has from a day on; a second count for the same day replaces it."""
    _refuse_wrong_count(village, day=day, households=households, residents=residents)
    earlier = units.HouseholdCount.objects.filter(unit=village, day=day).first()
    before = {"households": earlier.households, "residents": earlier.residents} if earlier else {}
    count, _new = units.HouseholdCount.objects.update_or_create(
        unit=village, day=day, defaults={"households": households, "residents": residents, "source": one_line(source)}
    )
    after = {"day": day.isoformat(), "households": households, "residents": residents}
    tell("units.households_counted", village, by=by, now=now, basis=source, before=before, after=after)
    return count


def _refuse_wrong_count(village: units.Unit, *, day: date, households: int, residents: int | None) -> None:
    version = units.version_of(village, day=day)
    if version is None or version.kind != units.UnitKind.VILLAGE:
        raise CannotChange(
            _("%(unit)s không phải là thôn, tổ dân phố vào ngày %(day)s. Chỉ đếm hộ ở thôn, tổ dân phố đang hoạt động.")
            % {"unit": village.full_name, "day": f"{day:%d/%m/%Y}"},
            field="day",
        )
    if not 0 <= households <= MOST_HOUSEHOLDS:
        raise CannotChange(
            _("Số hộ phải từ 0 đến %(most)s.") % {"most": f"{MOST_HOUSEHOLDS:,}".replace(",", ".")}, field="households"
        )
    if residents is not None and residents < households:
        raise CannotChange(_("Số nhân khẩu không thể ít hơn số hộ. Hãy kiểm tra lại hai số."), field="residents")
