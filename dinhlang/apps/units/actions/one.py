"""Writing how one unit stands: low-level steps that keep versions, paths and today's copy in agreement.

The register's room stands above: it asks who, why and whether, and writes the record.
"""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Concat, Substr
from django.utils.translation import gettext as _

from dinhlang.apps.units.actions.many import hold_the_tree, refresh_current
from dinhlang.apps.units.models import Succession, Unit, UnitVersion, VersionQuerySet
from dinhlang.apps.units.queries import version_of
from dinhlang.apps.units.rules import may_stand_under
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import sort_key


class CannotStand(Refusal):
    """A unit cannot stand where, or when, it was to stand."""


@transaction.atomic
def open_unit(
    *, code: str, kind: str, name: str, begins: date, form: str = "", parent: Unit | None = None, today: date
) -> Unit:
    """A new unit with its first version."""
    hold_the_tree()
    path = _path_under(parent, kind=kind, day=begins, today=today)
    _refuse_code_in_use(code)
    unit = Unit(code=code)
    version = UnitVersion(begins=begins, kind=kind, form=form, name=name, parent=parent)
    unit.put(version, is_living=begins <= today)
    unit.save()
    unit.path = version.path = f"{path}{unit.pk}."
    unit.save(update_fields=["path"])
    version.unit = unit
    version.save()
    return unit


def _refuse_code_in_use(code: str) -> None:
    holder = Unit.objects.filter(code=code).first()
    if holder is not None:
        raise CannotStand(
            _("Mã %(code)s đã là mã của %(holder)s. Hãy chọn mã khác.") % {"code": code, "holder": holder.full_name},
            field="code",
        )


def _path_under(parent: Unit | None, *, kind: str, day: date, today: date) -> str:
    if parent is None:
        return ""
    above = version_of(parent, day=day)
    if above is None:
        raise CannotStand(
            _("%(parent)s không tồn tại vào ngày %(day)s. Hãy chọn đơn vị cấp trên khác hoặc ngày khác.")
            % {"parent": parent.full_name, "day": f"{day:%d/%m/%Y}"},
            field="parent",
        )
    if not may_stand_under(kind, above.kind):
        raise CannotStand(
            _("Loại đơn vị này không thể đặt dưới %(parent)s.") % {"parent": above.full_name}, field="parent"
        )
    _refuse_a_parent_that_leaves(above, today=today)
    return above.path


def _refuse_a_parent_that_leaves(above: UnitVersion, *, today: date) -> None:
    """A move or an end that is planned takes along what stands there now; whoever came since would be left behind."""
    rest = list(UnitVersion.objects.filter(unit=above.unit_id, begins__gte=above.begins).order_by("begins"))
    leaves = next((version.begins for version in rest if version.path != above.path), rest[-1].ends)
    if leaves is not None and leaves > today:
        raise CannotStand(
            _("%(parent)s sẽ chuyển đi hoặc kết thúc từ ngày %(day)s. Hãy chọn cấp trên khác hoặc ngày khác.")
            % {"parent": above.full_name, "day": f"{leaves:%d/%m/%Y}"},
            field="parent",
        )


@transaction.atomic
def change_unit(
    unit: Unit,
    *,
    day: date,
    today: date,
    name: str | None = None,
    form: str | None = None,
    kind: str | None = None,
    parent: Unit | None = None,
) -> UnitVersion:
    """From a day on the unit is called, or stands, otherwise; whatever is not named stays. Its branch moves along."""
    hold_the_tree()
    before = _changeable(unit, day=day)
    moved = parent is not None and parent.pk != before.parent_id
    after = UnitVersion(
        unit=unit,
        begins=day,
        ends=before.ends,
        kind=kind or before.kind,
        form=before.form if form is None else form,
        name=name or before.name,
        parent_id=parent.pk if moved and parent else before.parent_id,
        path=before.path,
    )
    if moved and parent is not None:
        after.path = _path_when_moved(unit, before, parent, kind=after.kind, day=day, today=today)
    _replace(before, after)
    if moved:
        _move_branch(unit, old=before.path, new=after.path, day=day)
    refresh_current(today, within=after.path)
    unit.refresh_from_db()
    return after


def _changeable(unit: Unit, *, day: date) -> UnitVersion:
    version = version_of(unit, day=day)
    if version is None:
        raise CannotStand(
            _("%(unit)s không tồn tại vào ngày %(day)s. Hãy chọn ngày trong thời gian đơn vị hoạt động.")
            % {"unit": unit.full_name, "day": f"{day:%d/%m/%Y}"},
            field="day",
        )
    if UnitVersion.objects.filter(unit=unit, begins__gt=day).exists():
        raise CannotStand(
            _("%(unit)s đã có thay đổi ghi nhận sau ngày %(day)s. Hãy chọn ngày muộn hơn thay đổi gần nhất.")
            % {"unit": unit.full_name, "day": f"{day:%d/%m/%Y}"},
            field="day",
        )
    return version


def _path_when_moved(unit: Unit, before: UnitVersion, parent: Unit, *, kind: str, day: date, today: date) -> str:
    above = _path_under(parent, kind=kind, day=day, today=today)
    if above.startswith(before.path):
        raise CannotStand(
            _("%(unit)s không thể đặt dưới chính mình hay dưới %(parent)s, là đơn vị trực thuộc của nó.")
            % {"unit": unit.full_name, "parent": parent.full_name},
            field="parent",
        )
    return f"{above}{unit.pk}."


def _replace(before: UnitVersion, after: UnitVersion) -> None:
    """End one version where the next begins; a change on the very day of its beginning overwrites it."""
    if before.begins == after.begins:
        after.pk = before.pk
    else:
        before.ends = after.begins
        before.save(update_fields=["ends"])
    after.save()


def _move_branch(unit: Unit, *, old: str, new: str, day: date) -> None:
    """Everything below stands under the new path from the day on; what it was before stays written."""
    below = UnitVersion.objects.within(old).exclude(unit=unit)
    below.filter(begins__gte=day).update(path=Concat(Value(new), Substr("path", len(old) + 1)))
    standing = list(below.on(day).filter(begins__lt=day))
    UnitVersion.objects.filter(pk__in=[v.pk for v in standing]).update(ends=day)
    UnitVersion.objects.bulk_create(
        [
            UnitVersion(
                unit_id=v.unit_id,
                begins=day,
                ends=v.ends,
                kind=v.kind,
                form=v.form,
                name=v.name,
                parent_id=v.parent_id,
                path=new + v.path[len(old) :],
                sort_key=v.sort_key,
            )
            for v in standing
        ],
        batch_size=500,
    )


@transaction.atomic
def end_unit(unit: Unit, *, day: date, today: date, with_branch: bool = False) -> None:
    """The unit is there for the last time on the day before; nothing may stand under it any more.

    `with_branch` ends everything below it too.
    """
    hold_the_tree()
    version = _changeable(unit, day=day)
    left = UnitVersion.objects.on(day).filter(parent=unit).order_by("sort_key").first()
    if left is not None and not with_branch:
        raise CannotStand(
            _("%(left)s còn đặt dưới %(unit)s. Hãy chuyển các đơn vị trực thuộc đi trước.")
            % {"left": left.full_name, "unit": unit.full_name}
        )
    branch = UnitVersion.objects.within(version.path)
    _refuse_what_begins_later(branch, day=day)
    branch.on(day).update(ends=day)
    refresh_current(today, within=version.path)
    unit.refresh_from_db()


def _refuse_what_begins_later(branch: VersionQuerySet, *, day: date) -> None:
    later = branch.filter(begins__gte=day).order_by("begins").first()
    if later is not None:
        raise CannotStand(
            _("%(unit)s mới bắt đầu ngày %(begins)s, nên không thể kết thúc từ ngày %(day)s. Hãy chọn ngày muộn hơn.")
            % {"unit": later.full_name, "begins": f"{later.begins:%d/%m/%Y}", "day": f"{day:%d/%m/%Y}"},
            field="day",
        )


@transaction.atomic
def unmake_unit(unit: Unit) -> None:
    """A unit that was to begin never does: no day knows it, its code is free; the row stays for the record's sake."""
    unit.versions.all().delete()
    freed = f"{unit.code[:25]}~{unit.pk}"
    Unit.objects.filter(pk=unit.pk).update(code=freed, is_living=False, search_text="")


@transaction.atomic
def amend_unit(unit: Unit, *, day: date, today: date, name: str | None = None, form: str | None = None) -> UnitVersion:
    """Put right what was written wrong: the version of the day is overwritten, no new one begins."""
    hold_the_tree()
    version = version_of(unit, day=day)
    if version is None:
        raise CannotStand(
            _("%(unit)s không tồn tại vào ngày %(day)s. Hãy chọn ngày trong thời gian đơn vị hoạt động.")
            % {"unit": unit.full_name, "day": f"{day:%d/%m/%Y}"},
            field="day",
        )
    # A move above may have cut the same facts into several versions: all of them were written wrong.
    same = UnitVersion.objects.filter(unit=unit, name=version.name, form=version.form)
    version.name = name or version.name
    version.form = version.form if form is None else form
    same.update(name=version.name, form=version.form, sort_key=sort_key(version.name))
    refresh_current(today, within=version.path)
    unit.refresh_from_db()
    return version


def succeed(
    predecessors: Iterable[tuple[Unit, bool]], successor: Unit, *, day: date, kind: str, basis: str = ""
) -> list[Succession]:
    """Write who followed whom; each predecessor says whether only a part of it went."""
    return Succession.objects.bulk_create(
        [
            Succession(predecessor=unit, successor=successor, day=day, kind=kind, is_partial=is_partial, basis=basis)
            for unit, is_partial in predecessors
        ]
    )
