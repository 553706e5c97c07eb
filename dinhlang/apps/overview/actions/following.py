"""A plan has a new version: what was handed out follows it only where a person confirms."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks

Decision = plans.Difference.Decision


@transaction.atomic
def confirm(difference: plans.Difference, *, decision: str, by: people.Person, now: datetime) -> plans.Difference:
    """Let one task follow its clause, withdraw it, or keep it as handed out; the reason is that of the change."""
    reason = difference.change.reason
    plans.decide(difference, decision=decision, by=by, now=now)
    if decision == Decision.KEPT:
        return difference
    task = tasks.Task.objects.standing().filter(clause=difference.earlier_id).first()
    if task is None:
        raise tasks.CannotChange(_("Nhiệm vụ này không còn việc nào đang giao. Hãy mở lại trang để xem."))
    if decision == Decision.WITHDRAWN:
        tasks.withdraw_task(task=task, reason=reason, by=by, now=now)
    elif difference.later is None:
        raise tasks.CannotChange(_("Bản mới không còn nhiệm vụ này, nên việc chỉ có thể rút lại hoặc giữ."))
    else:
        tasks.follow(task=task, clause=difference.later, reason=reason, by=by, now=now)
    return difference


@transaction.atomic
def confirm_unchanged(change: plans.Change, *, by: people.Person, now: datetime) -> int:
    """All tasks whose clause stays as it was go on under the new version; says how many."""
    same = [
        one
        for one in plans.differences_of(change)
        if one.kind == plans.Difference.Kind.SAME and not one.decision and _is_handed_out(one)
    ]
    for one in same:
        one.change = change
        confirm(one, decision=Decision.FOLLOWED, by=by, now=now)
    return len(same)


def _is_handed_out(difference: plans.Difference) -> bool:
    return tasks.Task.objects.standing().filter(clause=difference.earlier_id).exists()
