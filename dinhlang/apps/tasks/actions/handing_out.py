"""Handing a clause to bodies: a group becomes one assignment per member, and a body named twice owes once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import public as deadlines
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.actions.changing import remember
from dinhlang.apps.tasks.models import Assignment, Part, State, Task
from dinhlang.apps.tasks.signals import tasks_changed
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line


class CannotHandOut(Refusal):
    """Nothing was handed out, and why."""


@dataclass(frozen=True)
class Chosen:
    """Bodies that a person chose under some words: a group without the one that is excused, say."""

    words: str
    bodies: tuple[units.Unit, ...]


Doer = units.Unit | units.Group | Chosen


@transaction.atomic
def hand_out(
    *,
    clause: plans.Clause,
    title: str = "",
    leads: Sequence[Doer],
    partners: Sequence[Doer] = (),
    advisers: Sequence[Doer] = (),
    requested: Sequence[Doer] = (),
    due: date | None = None,
    evidence_wanted: str = "",
    by: people.Person,
    now: datetime,
    day: date,
) -> Task:
    """Make a clause a task, owed by bodies as they stand on the day; groups are found within the plan's place."""
    if Task.objects.standing().filter(clause=clause).exists():
        raise _already(clause)
    _is_not_superseded(clause)
    named = {Part.LEAD: leads, Part.ADVISER: advisers, Part.REQUESTED: requested, Part.PARTNER: partners}
    owed = _owed(named, plan=clause.plan, day=day)
    if not any(part in rules.OWING for _unit, part, _words in owed):
        raise CannotHandOut(_("Xin chọn ít nhất một đơn vị chủ trì hoặc được đề nghị."), field="leads")
    task = _new_task(clause, title=title, due=due, evidence_wanted=evidence_wanted, by=by, now=now)
    number = assign(task, owed, by=by, now=now)
    after = {"number": number, "due": str(due or ""), "leads": [_words_of(doer) for doer in leads]}
    audit.record("tasks.handed_out", task, by=by, now=now, unit=task.plan.keeper, after=after)
    remember(task)
    return task


@transaction.atomic
def add_members(
    *,
    task: Task,
    doers: Sequence[Doer],
    part: str = Part.LEAD,
    by: people.Person,
    now: datetime,
    day: date,
) -> int:
    """Hand the task to bodies that came later; whoever owes it already goes on as before. Says how many were added."""
    if task.withdrawn_at is not None:
        raise CannotHandOut(_("Việc này đã được rút lại nên không giao thêm được."))
    owed = _owed({Part(part): doers}, plan=task.plan, day=day)
    has = set(Assignment.objects.select_for_update().filter(task=task).values_list("unit", flat=True))
    new = [one for one in owed if one[0].pk not in has]
    if not new:
        raise CannotHandOut(_("Các đơn vị này đều đã được giao việc này rồi."), field="doers")
    number = assign(task, new, by=by, now=now)
    names = [unit.full_name for unit, _part, _words in new[:20]]
    after = {"number": number, "units": names}
    audit.record("tasks.members_added", task, by=by, now=now, unit=task.plan.keeper, after=after)
    return number


def _is_not_superseded(clause: plans.Clause) -> None:
    """What a newer version says is handed out by that version, and only once its older task was decided about."""
    waits = Q(later=clause, decision="", earlier__tasks__in=Task.objects.standing())
    found = plans.Difference.objects.filter(Q(earlier=clause) | waits)
    one = found.select_related("change__earlier", "change__later").first()
    if one is None:
        return
    if one.later_id == clause.pk:
        raise CannotHandOut(
            _("Việc đã giao theo %(plan)s còn chờ quyết định. Xin quyết định trước, để không ai nợ hai lần.")
            % {"plan": one.change.earlier.name}
        )
    if one.later_id is None:
        raise CannotHandOut(_("%(plan)s đã bỏ mục này nên không giao nữa.") % {"plan": one.change.later.name})
    raise CannotHandOut(_("Mục này đã có bản mới ở %(plan)s. Xin giao theo bản mới.") % {"plan": one.change.later.name})


Owed = tuple[units.Unit, str, str]


def _owed(named: dict[Part, Sequence[Doer]], *, plan: plans.Plan, day: date) -> list[Owed]:
    """Every body once, with its part and the words of the group through which it was found."""
    found: dict[int, units.Unit] = {}
    pairs: dict[str, list[tuple[int, str]]] = {}
    for part, doers in named.items():
        for doer in doers:
            for unit, words in _members(doer, plan=plan, day=day):
                found.setdefault(unit.pk, unit)
                pairs.setdefault(part, []).append((unit.pk, words))
    _all_stand(found, day=day)
    return [(found[pk], part, words[:300]) for pk, (part, words) in rules.one_part_each(pairs).items()]


def _members(doer: Doer, *, plan: plans.Plan, day: date) -> Iterable[tuple[units.Unit, str]]:
    if isinstance(doer, units.Unit):
        return [(doer, "")]
    if isinstance(doer, Chosen):
        return [(unit, doer.words) for unit in doer.bodies]
    versions = units.members_of(doer, within=plan.place, day=day)
    members = [(version.unit, doer.words) for version in versions if version.unit_id != plan.issuer_id]
    if not members:
        raise CannotHandOut(
            _(
                "Ngày %(day)s không có đơn vị nào là “%(words)s” trong %(place)s. "
                "Xin chọn đơn vị theo tên, hoặc bổ sung đơn vị vào danh mục."
            )
            % {"day": f"{day:%d/%m/%Y}", "words": doer.words, "place": plan.place.full_name},
            field="leads",
        )
    return members


def _all_stand(found: dict[int, units.Unit], *, day: date) -> None:
    """A body that is no more, or not yet, cannot owe; those who followed it are named."""
    maybe_gone = [pk for pk, unit in found.items() if not unit.is_living]
    standing = set(units.UnitVersion.objects.on(day).filter(unit__in=maybe_gone).values_list("unit", flat=True))
    gone = next((found[pk] for pk in maybe_gone if pk not in standing), None)
    if gone is None:
        return
    heirs = ", ".join(succession.successor.full_name for succession in units.successors_of(gone))
    named = {"unit": gone.full_name, "day": f"{day:%d/%m/%Y}", "heirs": heirs}
    if heirs:
        raise CannotHandOut(
            _("Ngày %(day)s không còn %(unit)s. Xin chọn đơn vị kế tục: %(heirs)s.") % named, field="leads"
        )
    raise CannotHandOut(_("Ngày %(day)s không có %(unit)s. Xin chọn đơn vị khác.") % named, field="leads")


def _new_task(
    clause: plans.Clause, *, title: str, due: date | None, evidence_wanted: str, by: people.Person, now: datetime
) -> Task:
    task = Task(
        plan=clause.plan,
        clause=clause,
        title=one_line(title)[:300] or Task.usual_title(clause),
        text=clause.text,
        evidence_wanted=one_line(evidence_wanted)[:300],
        time_words=clause.time_words,
        due=due,
        handed_out_at=now,
        handed_out_by=by,
    )
    try:
        with transaction.atomic():
            task.save()
            keep_time(task, by=by, now=now)
    except IntegrityError as quicker:
        raise _already(clause) from quicker
    return task


def keep_time(task: Task, *, by: people.Person | None, now: datetime) -> None:
    """Keep why the task is due when it is; one that comes back is its own first occurrence."""
    if task.clause is None:
        return
    days_off = calendar.calendar_in_force()
    task.deadline = deadlines.keep_deadline(clause=task.clause, due=task.due, calendar=days_off, by=by, now=now)
    task.occurrence = task.due if task.deadline.comes_back else None
    task.save(update_fields=["deadline", "occurrence"])


def _already(clause: plans.Clause) -> CannotHandOut:
    return CannotHandOut(
        _("Mục “%(clause)s” đã được giao trước đó. Mở việc ấy để giao thêm đơn vị hoặc đổi hạn.") % {"clause": clause}
    )


def assign(task: Task, owed: Sequence[Owed], *, by: people.Person | None, now: datetime) -> int:
    """One part for each body."""
    since = {"changed_at": now, "added_at": None if now == task.handed_out_at else now}
    assignments = Assignment.objects.bulk_create(
        [
            Assignment(task=task, unit=unit, part=part, group_words=words, state=State.WAITING, due=task.due, **since)
            for unit, part, words in owed
        ],
        batch_size=500,
    )
    audit.record_many(
        audit.entry("tasks.assigned", one, by=by, now=now, unit=one.unit, after={"part": one.part})
        for one in assignments
    )
    if task.deadline is not None and task.deadline.kind == "session":
        days_off = calendar.calendar_in_force()
        deadlines.follow_sittings([task.deadline], calendar=days_off, by=by, now=now)
    tasks_changed.send(Task, tasks=[task.pk], now=now)
    return len(assignments)


def _words_of(doer: Doer) -> str:
    return doer.full_name if isinstance(doer, units.Unit) else doer.words
