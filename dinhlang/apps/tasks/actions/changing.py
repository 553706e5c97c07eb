"""The issuer changes what was handed out: another day, one body less, or no task at all any more."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import public as deadlines
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.search import public as search
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.actions.steps import take_step
from dinhlang.apps.tasks.models import Assignment, State, Task
from dinhlang.apps.tasks.queries import found_as
from dinhlang.apps.tasks.signals import tasks_changed
from dinhlang.base.refusal import Refusal


class CannotChange(Refusal):
    """What was handed out stays as it is, and why."""


@transaction.atomic
def change_due(
    *,
    task: Task,
    due: date | None,
    reason: str,
    by: people.Person,
    now: datetime,
    only: QuerySet[Assignment] | None = None,
) -> int:
    """Another day for all who have not handed in yet, or only for some of them; says for how many."""
    standing, reason = _standing(task), _reason(reason)
    todo = (
        standing.assignments.open().exclude(due=due) if due else standing.assignments.open().filter(due__isnull=False)
    )
    chosen = todo if only is None else todo.filter(pk__in=only.values("pk"))
    if not chosen.exists() and standing.due == due:
        raise CannotChange(_("Hạn vẫn như cũ. Xin chọn một ngày khác."), field="due")
    if standing.deadline is not None:
        deadlines.must_keep_to_law(standing.deadline, before=standing.due, due=due, field="due")
    before = sorted({str(day) for day in chosen.order_by().values_list("due", flat=True).distinct()})
    names = list(chosen.values_list("unit__name", flat=True)[:20]) if only is not None else []
    number = chosen.update(due=due, changed_at=now)
    if only is None:
        before = sorted({*before, str(standing.due)})
        standing.due = due
        standing.save(update_fields=["due"])
        if standing.deadline is not None:
            deadlines.set_day(
                deadline=standing.deadline, occurrence=standing.occurrence, day=due, reason=reason, by=by, now=now
            )
            _begin_series(standing)
    audit.record(
        "tasks.due_changed",
        standing,
        by=by,
        now=now,
        unit=standing.plan.keeper,
        reason=reason,
        before={"due": ", ".join(before)},
        after={"due": str(due or ""), "number": number, **({"units": names} if names else {})},
    )
    task.due = standing.due
    remember(standing)
    tasks_changed.send(Task, tasks=[standing.pk], now=now)
    return number


def _begin_series(task: Task) -> None:
    """A bare rhythm ("hằng quý") begins with the first day that somebody says."""
    if task.deadline is not None and task.deadline.comes_back and task.occurrence is None:
        task.occurrence = task.due
        task.save(update_fields=["occurrence"])


@transaction.atomic
def withdraw_task(*, task: Task, reason: str, by: people.Person, now: datetime) -> Task:
    """The task is no order any more. What was done and told stays written; its clause may be handed out anew."""
    standing, reason = _standing(task), _reason(reason)
    left = standing.assignments.exclude(state__in=(State.ACCEPTED, *rules.OUT))
    number = left.update(state=State.WITHDRAWN, changed_at=now)
    standing.withdrawn_at = task.withdrawn_at = now
    standing.save(update_fields=["withdrawn_at"])
    if standing.deadline is not None and standing.series_id is None:
        deadlines.no_longer_comes_back(standing.deadline, reason=reason, now=now)
    audit.record(
        "tasks.withdrawn",
        standing,
        by=by,
        now=now,
        unit=standing.plan.keeper,
        reason=reason,
        after={"number": number},
    )
    search.forget("task", str(task.pk))
    tasks_changed.send(Task, tasks=[standing.pk], now=now)
    return task


@transaction.atomic
def follow(*, task: Task, clause: plans.Clause, reason: str, by: people.Person, now: datetime) -> Task:
    """The task goes on under the clause of a newer plan, with its words and its day; what was told stays with it."""
    standing, reason = _standing(task), _reason(reason)
    if Task.objects.standing().filter(clause=clause).exclude(pk=task.pk).exists():
        raise CannotChange(_("Nhiệm vụ của bản mới đã được giao riêng rồi. Hãy rút việc cũ, hoặc giữ như đã giao."))
    day_moves = standing.clause is None or standing.clause.due != clause.due
    before = {"plan": standing.plan.name, "text": standing.text[:200]}
    usual = {rules.short_title(standing.text), *([Task.usual_title(standing.clause)] if standing.clause else [])}
    had_usual_title = standing.title in usual
    standing.plan, standing.clause, standing.text = clause.plan, clause, clause.text
    standing.time_words = clause.time_words[:300]
    if had_usual_title:
        standing.title = Task.usual_title(clause)
    standing.save()
    if standing.deadline is not None:
        days_off = calendar.calendar_in_force()
        deadlines.carry_over(standing.deadline, clause=clause, reason=reason, calendar=days_off, by=by, now=now)
    after = {"plan": clause.plan.name, "text": clause.text[:200]}
    audit.record(
        "tasks.followed", standing, by=by, now=now, unit=clause.plan.issuer, reason=reason, before=before, after=after
    )
    if day_moves and clause.due != standing.due:
        change_due(task=standing, due=clause.due, reason=reason, by=by, now=now)
    else:
        remember(standing)
    return standing


@transaction.atomic
def take_off(*, assignment: Assignment, reason: str, by: people.Person, now: datetime) -> Assignment:
    """One body owes this no longer; the others go on."""
    take_step(
        "tasks.taken_off",
        assignment,
        State.WITHDRAWN,
        cannot=CannotChange,
        by=by,
        now=now,
        unit=assignment.task.plan.keeper,
        words=reason.strip(),
    )
    tasks_changed.send(Task, tasks=[assignment.task_id], now=now)
    return assignment


def _standing(task: Task) -> Task:
    standing = (
        Task.objects.select_for_update(of=("self",))
        .select_related("plan__issuer", "plan__keeper", "plan__place", "deadline")
        .get(pk=task.pk)
    )
    if standing.withdrawn_at is not None:
        raise CannotChange(_("Việc này đã được rút lại trước đó."))
    return standing


def _reason(reason: str) -> str:
    if not reason.strip():
        raise CannotChange(_("Xin ghi lý do; các đơn vị được giao sẽ đọc lý do này."), field="reason")
    return reason.strip()


def remember(task: Task) -> None:
    """Let the task be found in the search."""
    search.remember_many([found_as(task)])
