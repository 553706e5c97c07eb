"""Money of a part: the body asks, the issuer allots; each amount with who, when, why, and what it was before."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks.models import Assignment, State
from dinhlang.base.refusal import Refusal


class CannotSetMoney(Refusal):
    """The amount stays as it is, and why."""


@transaction.atomic
def ask_money(*, assignment: Assignment, amount: int | None, reason: str, by: people.Person, now: datetime) -> None:
    """The body says how much it needs for its part; None takes the asking back."""
    _set(assignment, "asked", amount, reason=reason, acting={"by": by, "now": now, "unit": assignment.unit})


@transaction.atomic
def allot_money(*, assignment: Assignment, amount: int | None, reason: str, by: people.Person, now: datetime) -> None:
    """The issuer says how much the body gets for its part; None takes it back."""
    issuer = assignment.task.plan.keeper
    _set(assignment, "allotted", amount, reason=reason, acting={"by": by, "now": now, "unit": issuer})


def _set(assignment: Assignment, name: str, amount: int | None, *, reason: str, acting: dict[str, Any]) -> None:
    if assignment.state in {State.WITHDRAWN, State.JOINED}:
        raise CannotSetMoney(_("Phần việc này không còn nên không ghi kinh phí ở đây được."))
    if not reason.strip():
        raise CannotSetMoney(_("Xin ghi căn cứ: dự toán, quyết định hoặc lý do."), field="reason")
    before = getattr(assignment, name)
    if before == amount:
        raise CannotSetMoney(_("Số tiền vẫn như cũ. Xin ghi số khác."), field="amount")
    # Only if it is still what this person saw: of two officers, or two clicks, the second is told.
    if not Assignment.objects.filter(pk=assignment.pk, **{name: before}).update(**{name: amount}):
        raise CannotSetMoney(_("Số tiền này vừa được người khác ghi. Xin xem lại trang này rồi hãy làm tiếp."))
    setattr(assignment, name, amount)
    facts = {"before": {name: before}, "after": {name: amount}, "reason": reason.strip()}
    audit.record(f"tasks.money_{name}", assignment, **acting, **facts)
