"""The issuer changes what was handed out: another day, one body less, or no task at all any more."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.search import public as search
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.actions.steps import take_step
from dinhlang.apps.tasks.models import Assignment, State, Task
from dinhlang.apps.tasks.queries import found_as
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
    before = sorted({str(day) for day in chosen.order_by().values_list("due", flat=True).distinct()})
    names = list(chosen.values_list("unit__name", flat=True)[:20]) if only is not None else []
    number = chosen.update(due=due, changed_at=now)
    if only is None:
        before = sorted({*before, str(standing.due)})
        standing.due = due
        standing.save(update_fields=["due"])
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
    return number


@transaction.atomic
def withdraw_task(*, task: Task, reason: str, by: people.Person, now: datetime) -> Task:
    """The task is no order any more. What was done and told stays written; its clause may be handed out anew."""
    standing, reason = _standing(task), _reason(reason)
    left = standing.assignments.exclude(state__in=(State.ACCEPTED, *rules.OUT))
    number = left.update(state=State.WITHDRAWN, changed_at=now)
    standing.withdrawn_at = task.withdrawn_at = now
    standing.save(update_fields=["withdrawn_at"])
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
    return task


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
    return assignment


def _standing(task: Task) -> Task:
    standing = (
        Task.objects.select_for_update(of=("self",))
        .select_related("plan__issuer", "plan__keeper", "plan__place")
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
