"""Which clauses of the plan above a plan takes over, and whether a clause asks for a plan of one's own."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.plans.models import Answer, Clause, Plan
from dinhlang.base.refusal import Refusal


class CannotTakeOver(Refusal):
    """The clauses are not told to answer those above."""


class CannotAsk(Refusal):
    """What is said of the clause stays."""


@transaction.atomic
def take_over(
    plan: Plan, *, above: Plan, chosen: Mapping[Clause, Clause | None], by: people.Person, now: datetime
) -> int:
    """Say for clauses of the plan above which own clause takes each over, or none; says how many changed."""
    if not plan.based_on.filter(pk=above.pk).exists():
        raise CannotTakeOver(
            _("Kế hoạch này chưa ghi căn cứ vào %(above)s. Hãy ghi căn cứ trước.") % {"above": above.name}
        )
    _all_belong(plan, above, chosen)
    kept = Answer.objects.select_for_update().filter(clause__plan=plan, answered__in=chosen)
    before = {answer.answered_id: answer.clause_id for answer in kept}
    changed = [(upper, own) for upper, own in chosen.items() if before.get(upper.pk) != (own.pk if own else None)]
    Answer.objects.filter(clause__plan=plan, answered__in=[upper for upper, _own in changed]).delete()
    Answer.objects.bulk_create(
        Answer(clause=own, answered=upper, said_by=by, said_at=now) for upper, own in changed if own is not None
    )
    if changed:
        after = {"above": above.name, "taken": [f"{upper.mark} ← {own.mark if own else '–'}" for upper, own in changed]}
        audit.record("plans.taken_over", plan, by=by, now=now, unit=plan.issuer, after=after)
    return len(changed)


def _all_belong(plan: Plan, above: Plan, chosen: Mapping[Clause, Clause | None]) -> None:
    for upper, own in chosen.items():
        if upper.plan_id != above.pk or (own is not None and own.plan_id != plan.pk):
            raise CannotTakeOver(_("Nhiệm vụ được chọn không thuộc kế hoạch này. Hãy mở lại trang và chọn lại."))


@transaction.atomic
def say_it_asks_for_a_plan(clause: Clause, *, asks: bool, by: people.Person, now: datetime) -> Clause:
    """Mark by hand whether those who owe a clause must make a plan of their own."""
    standing = Clause.objects.select_for_update().select_related("plan__issuer").get(pk=clause.pk)
    if standing.wants_a_plan == asks:
        raise CannotAsk(_("Nhiệm vụ này đã được ghi như vậy rồi."))
    before = standing.wants_a_plan
    standing.asks_for_plan = clause.asks_for_plan = asks
    standing.save(update_fields=["asks_for_plan"])
    audit.record(
        "plans.asked_for_plan" if asks else "plans.asked_for_no_plan",
        standing.plan,
        by=by,
        now=now,
        unit=standing.plan.issuer,
        before={"clause": standing.mark, "asks_for_plan": before},
        after={"clause": standing.mark, "asks_for_plan": asks},
    )
    return clause
