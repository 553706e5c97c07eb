"""A later plan changes an earlier one; a draft receives its number. What was handed out waits for a person."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.plans.actions.adopting import adopt_plan
from dinhlang.apps.plans.models import Answer, Change, ChangeKind, Clause, Difference, Plan
from dinhlang.apps.plans.queries import earlier_ones, found_as, text_of
from dinhlang.apps.plans.rules import paired, reaches
from dinhlang.apps.search import public as search
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line


class CannotChange(Refusal):
    """The plan stays as it is, and why."""


class CannotNumber(Refusal):
    """The draft receives no such number, and why."""


class CannotDecide(Refusal):
    """Somebody decided this before."""


@transaction.atomic
def change_plan(earlier: Plan, *, later: Plan, kind: str, reason: str, by: people.Person, now: datetime) -> Change:
    """A later plan amends, replaces or extends an earlier one: what differs is written down clause by clause."""
    reason = one_line(reason)
    if not reason:
        raise CannotChange(_("Hãy ghi lý do; các đơn vị được giao việc sẽ đọc lý do này."), field="reason")
    _may_change(earlier, later)
    try:
        with transaction.atomic():
            change = Change.objects.create(
                earlier=earlier, later=later, kind=kind, reason=reason, said_by=by, said_at=now
            )
    except IntegrityError:
        raise CannotChange(
            _("Hai kế hoạch này đã được ghi là thay đổi rồi. Hãy mở lại trang."), field="later"
        ) from None
    drawn = list(_differences(change))
    Difference.objects.bulk_create(drawn)
    numbers = {f"n_{key}": sum(one.kind == key for one in drawn) for key in Difference.Kind.values}
    facts = {"kind": kind, "later": later.name, "earlier": earlier.name, **numbers}
    for plan in (earlier, later):
        audit.record("plans.changed", plan, by=by, now=now, unit=plan.issuer, reason=reason, after=facts)
    return change


@transaction.atomic
def adopt(
    *,
    changes: Plan | None = None,
    change_kind: str = "",
    change_reason: str = "",
    by: people.Person,
    now: datetime,
    **facts: Any,
) -> tuple[Plan, Change | None]:
    """A document becomes a plan and, where it is a later version of one that is here, changes that in the same step."""
    plan = adopt_plan(**facts, by=by, now=now)
    if changes is None:
        return plan, None
    return plan, change_plan(changes, later=plan, kind=change_kind, reason=change_reason, by=by, now=now)


def _may_change(earlier: Plan, later: Plan) -> None:
    names = {"earlier": earlier.name, "later": later.name}
    if earlier.pk == later.pk:
        raise CannotChange(_("Kế hoạch không thể thay chính nó. Hãy chọn bản mới."), field="later")
    if earlier.issuer_id != later.issuer_id:
        raise CannotChange(
            _("%(later)s do cơ quan khác ban hành. Chỉ cơ quan đã ban hành mới thay đổi kế hoạch của mình.") % names,
            field="later",
        )
    if reaches(earlier.pk, later.pk, earlier_ones):
        raise CannotChange(_("%(later)s chính là bản cũ của %(earlier)s.") % names, field="later")
    if earlier.issued_on and later.issued_on and later.issued_on < earlier.issued_on:
        raise CannotChange(_("%(later)s ban hành trước %(earlier)s nên không phải bản mới.") % names, field="later")
    replaced = Change.objects.filter(earlier=earlier, kind=ChangeKind.REPLACE).select_related("later").first()
    if replaced is not None:
        raise CannotChange(_("Kế hoạch này đã được %(by)s thay thế.") % {"by": replaced.later.name}, field="later")


def _differences(change: Change) -> Iterator[Difference]:
    """Each clause of the new wording with the one it continues; only who replaces drops the rest."""
    old, new = list(change.earlier.clauses.order_by("order")), list(change.later.clauses.order_by("order"))
    continues = {j: i for i, j in paired([one.text for one in old], [one.text for one in new]).items()}
    drawn = [_difference(change, old[continues[j]] if j in continues else None, clause) for j, clause in enumerate(new)]
    if change.kind == ChangeKind.REPLACE:
        gone = set(range(len(old))) - set(continues.values())
        drawn += [Difference(change=change, kind=Difference.Kind.DROPPED, earlier=old[i]) for i in sorted(gone)]
    for order, one in enumerate(drawn, 1):
        one.order = order
        yield one


def _difference(change: Change, earlier: Clause | None, later: Clause) -> Difference:
    if earlier is None:
        return Difference(change=change, kind=Difference.Kind.ADDED, later=later)
    told = ("text", "lead_words", "adviser_words", "partner_words", "time_words", "due")
    is_same = all(getattr(earlier, name) == getattr(later, name) for name in told)
    kind = Difference.Kind.SAME if is_same else Difference.Kind.CHANGED
    return Difference(change=change, kind=kind, earlier=earlier, later=later)


@transaction.atomic
def decide(difference: Difference, *, decision: str, by: people.Person, now: datetime) -> Difference:
    """Write down what a person let follow from one difference; of two who decide, the second is told."""
    taken = Difference.objects.filter(pk=difference.pk, decision="")
    if not taken.update(decision=decision, decided_by=by, decided_at=now):
        raise CannotDecide(_("Điểm này vừa được người khác quyết định. Hãy mở lại trang để xem."))
    if decision == Difference.Decision.FOLLOWED:
        _carry_answers(difference)
    difference.decision, difference.decided_by, difference.decided_at = decision, by, now
    change = difference.change
    clause = difference.later or difference.earlier
    audit.record(
        "plans.decided",
        change.later,
        by=by,
        now=now,
        unit=change.later.issuer,
        reason=change.reason,
        after={"clause": clause.mark if clause else "", "decision": decision},
    )
    return difference


def _carry_answers(difference: Difference) -> None:
    """What took over the clause, and what the clause takes over, goes on with its new wording."""
    old, new = difference.earlier, difference.later
    if old is None or new is None:
        return
    for name, other in (("answered", "clause"), ("clause", "answered")):
        there = Answer.objects.filter(**{name: new}).values(other)
        Answer.objects.filter(**{name: old}).exclude(**{f"{other}__in": there}).update(**{name: new})


@transaction.atomic
def give_number(plan: Plan, *, number: str, issued_on: date, by: people.Person, now: datetime) -> Plan:
    """A draft was signed: it receives its number and its day, and stays the plan that everybody works with."""
    standing = Plan.objects.select_for_update(of=("self",)).select_related("issuer").get(pk=plan.pk)
    number = one_line(number)
    if standing.number:
        raise CannotNumber(_("Kế hoạch này đã có số %(number)s.") % {"number": standing.number})
    if not number:
        raise CannotNumber(_("Hãy ghi số, ký hiệu, ví dụ: 31/KH-UBND."), field="number")
    twin = Plan.objects.numbered(number, issued_on=issued_on).filter(issuer=standing.issuer).first()
    if twin is not None:
        raise CannotNumber(
            _("%(issuer)s đã có kế hoạch số %(number)s: “%(title)s”.")
            % {"issuer": twin.issuer.full_name, "number": twin.citation, "title": twin.title},
            field="number",
        )
    before = standing.issued_on.isoformat() if standing.issued_on else ""
    standing.number, standing.issued_on = number, issued_on
    standing.save(update_fields=["number", "number_year", "issued_on", "search_text"])
    plan.number, plan.issued_on = number, issued_on
    audit.record(
        "plans.numbered",
        standing,
        by=by,
        now=now,
        unit=standing.issuer,
        before={"number": "", "issued_on": before},
        after={"number": number, "issued_on": issued_on.isoformat()},
    )
    search.remember_many([found_as(standing, text_of(standing))])
    return plan
