"""The issuer looks at a result: accepts it, or returns it with the reason; one by one or many at once."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks.actions.steps import meanwhile, refusal, take_step
from dinhlang.apps.tasks.models import Assignment, Part, Progress, State, Task
from dinhlang.apps.tasks.rules import Trouble
from dinhlang.base.refusal import Refusal


class CannotAccept(Refusal):
    """A result is not accepted, and why."""


class CannotReturn(Refusal):
    """A result is not returned, and why."""


class Accepted(NamedTuple):
    """How many results were accepted at once, and how many were left out since one sent them oneself."""

    number: int
    own: int


@transaction.atomic
def accept(*, assignment: Assignment, by: people.Person, now: datetime, day: date, words: str = "") -> Assignment:
    """The result is what was asked for: this part is done."""
    take_step(
        "tasks.accepted",
        assignment,
        State.ACCEPTED,
        cannot=CannotAccept,
        by=by,
        now=now,
        unit=assignment.task.plan.keeper,
        words=words.strip(),
        is_own_result=Assignment.objects.filter(pk=assignment.pk).sent_by(by).exists(),
        finished_on=day,
    )
    _let_partners_go([assignment.task], now=now, day=day)
    return assignment


@transaction.atomic
def exempt(*, assignment: Assignment, by: people.Person, now: datetime, day: date, words: str = "") -> Assignment:
    """The issuer agrees that the duty does not concern the body: it is counted apart, never as done."""
    take_step(
        "tasks.exempted",
        assignment,
        State.EXEMPT,
        cannot=CannotAccept,
        by=by,
        now=now,
        unit=assignment.task.plan.keeper,
        words=words.strip(),
        is_own_result=Assignment.objects.filter(pk=assignment.pk).sent_by(by).exists(),
    )
    _let_partners_go([assignment.task], now=now, day=day)
    return assignment


@transaction.atomic
def return_(
    *, assignment: Assignment, reason: str, by: people.Person, now: datetime, seen: str | None = None
) -> Assignment:
    """Something is missing: the body reads the reason and goes on. Also takes back an acceptance.

    `seen` is the state that the page showed: nobody overturns what was accepted meanwhile without knowing it.
    """
    if seen is not None and seen != assignment.state:
        told = meanwhile(CannotReturn, assignment)
        again = _("Nếu vẫn thấy cần bổ sung, xin bấm “Mở lại phần việc này”.")
        raise CannotReturn(f"{told} {again}") if assignment.state == State.ACCEPTED else told
    take_step(
        "tasks.returned",
        assignment,
        State.RETURNED,
        cannot=CannotReturn,
        by=by,
        now=now,
        unit=assignment.task.plan.keeper,
        words=reason.strip(),
        finished_on=None,
        submitted_on=None,
    )
    return assignment


@transaction.atomic
def accept_many(*, assignments: Iterable[Assignment], by: people.Person, now: datetime, day: date) -> Accepted:
    """Accept all of these that wait for it. What somebody decided meanwhile, and what one sent oneself, is left."""
    waiting = _locked(assignments)
    if not waiting:
        raise CannotAccept(_("Không có kết quả nào đang chờ duyệt trong các dòng đã chọn."))
    own = _own(waiting, by)
    found = [assignment for assignment in waiting if assignment.pk not in own]
    if not found:
        raise refusal(CannotAccept, Trouble.OWN_RESULT, waiting[0])
    _decide(found, "tasks.accepted", State.ACCEPTED, by=by, now=now, finished_on=day)
    _let_partners_go({assignment.task for assignment in found}, now=now, day=day)
    return Accepted(len(found), len(own))


def _own(waiting: Sequence[Assignment], by: people.Person) -> set[int]:
    """Those whose result the person sent."""
    tasks = {assignment.task_id for assignment in waiting}
    sent = Assignment.objects.filter(task__in=tasks).to_be_accepted().sent_by(by).values_list("pk", flat=True)
    return set(sent) & {assignment.pk for assignment in waiting}


@transaction.atomic
def return_many(*, assignments: Iterable[Assignment], reason: str, by: people.Person, now: datetime) -> int:
    """Return all of these that wait, with one reason; says how many."""
    reason = reason.strip()
    if not reason:
        raise CannotReturn(_("Xin ghi lý do trả lại để các đơn vị biết cần bổ sung gì."), field="reason")
    found = _locked(assignments)
    if not found:
        raise CannotReturn(_("Không có kết quả nào đang chờ duyệt trong các dòng đã chọn."))
    _decide(found, "tasks.returned", State.RETURNED, by=by, now=now, reason=reason, finished_on=None)
    return len(found)


def _locked(assignments: Iterable[Assignment]) -> list[Assignment]:
    # Locked one by one in one order, so that two officers wait for each other and never in a circle.
    keys = [assignment.pk for assignment in assignments]
    waiting = Assignment.objects.to_be_accepted().filter(pk__in=keys).order_by("pk")
    return list(
        waiting.select_for_update(of=("self",)).select_related("unit", "task__plan__issuer", "task__plan__keeper")
    )


def _decide(
    found: Sequence[Assignment],
    act: str,
    to: State,
    *,
    by: people.Person,
    now: datetime,
    finished_on: date | None,
    reason: str = "",
) -> None:
    changes: dict[str, object] = {"state": to, "changed_at": now, "finished_on": finished_on}
    if to == State.RETURNED:
        changes["submitted_on"] = None
    Assignment.objects.filter(pk__in=[assignment.pk for assignment in found]).update(**changes)
    Progress.objects.bulk_create(
        [Progress(assignment=one, moment=now, by=by, words=reason, state=to) for one in found], batch_size=500
    )
    audit.record_many(
        audit.entry(
            act,
            one,
            by=by,
            now=now,
            unit=one.task.plan.keeper,
            reason=reason,
            before={"state": one.state},
            after={"state": to},
        )
        for one in found
    )


def _let_partners_go(tasks: Iterable[Task], *, now: datetime, day: date) -> None:
    """Where all who owe the result are done, those who only helped have nothing left to do."""
    keys = {task.pk for task in tasks}
    owing = Assignment.objects.owing().filter(task__in=keys)
    unfinished = owing.exclude(state=State.ACCEPTED).order_by().values_list("task", flat=True)
    done = owing.filter(state=State.ACCEPTED).order_by().values_list("task", flat=True)
    over = set(done.distinct()) - set(unfinished.distinct())  # where it concerned nobody, nobody helped
    partners = Assignment.objects.open().filter(task__in=over, part=Part.PARTNER)
    partners.update(state=State.ACCEPTED, finished_on=day, changed_at=now)
