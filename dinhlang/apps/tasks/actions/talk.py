"""People speak to each other beside a part; the issuer gives a part to another body."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.actions.steps import meanwhile
from dinhlang.apps.tasks.models import Assignment, Comment, Mention, Moved, Progress, State
from dinhlang.apps.tasks.queries import readers_called
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal

MOST_WORDS = 4_000
AT_ONCE = 60
"""The same words of the same person within so many seconds are a second click."""


class CannotComment(Refusal):
    """Nothing is written beside the part, and why."""


class CannotReassign(Refusal):
    """The part stays where it is, and why."""


@transaction.atomic
def comment(*, assignment: Assignment, words: str, by: people.Person, now: datetime) -> Comment:
    """Write a line; whoever is called with @ must be someone who may read it."""
    words = words.strip()
    if not words:
        raise CannotComment(_("Xin ghi ý kiến."), field="comment")
    if len(words) > MOST_WORDS:
        raise CannotComment(_("Ý kiến quá dài. Xin gửi phần dài dưới dạng tệp ở tiến độ."), field="comment")
    held = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
    latest = held.comments.filter(by=by).order_by("-pk").first()
    if latest and latest.words == words and (now - latest.moment).total_seconds() < AT_ONCE:
        return latest
    called, unknown = readers_called(assignment, words, day=timezone.localtime(now).date())
    if unknown:
        raise CannotComment(
            _("Không nhắc được %(names)s: không có người này, hoặc người này không xem được phần việc.")
            % {"names": ", ".join(f"@{name}" for name in unknown)},
            field="comment",
        )
    written = Comment.objects.create(assignment=held, moment=now, by=by, words=words)
    Mention.objects.bulk_create([Mention(comment=written, person=person) for person in called])
    after = {"mentions": [person.username for person in called]} if called else {}
    audit.record("tasks.commented", assignment, by=by, now=now, unit=assignment.unit, after=after)
    return written


@transaction.atomic
def reassign(*, assignment: Assignment, to: units.Unit, reason: str, by: people.Person, now: datetime) -> Assignment:
    """Another body owes it from now on, with everything that was told before; it has not received it yet."""
    before, reason, day = assignment.unit, reason.strip(), timezone.localtime(now).date()
    _refuse_reassigning(assignment, to, reason=reason, day=day)
    _move(assignment, to, now=now)
    Progress.objects.create(assignment=assignment, moment=now, by=by, words=reason, state=State.WAITING)
    facts = {"from_unit": before, "to_unit": to, "day": day, "moved_at": now, "by": by, "reason": reason}
    Moved.objects.create(assignment=assignment, **facts)
    names = {"before": {"unit": before.full_name}, "after": {"unit": to.full_name}}
    audit.record("tasks.reassigned", assignment, by=by, now=now, unit=to, reason=reason, **names)
    return assignment


def _refuse_reassigning(assignment: Assignment, to: units.Unit, *, reason: str, day: date) -> None:
    state = assignment.get_state_display()
    named = {"unit": assignment.unit.full_name, "to": to.full_name, "state": state}
    if not reason:
        raise CannotReassign(_("Xin ghi lý do chuyển; cả hai đơn vị sẽ đọc lý do này."), field="reason")
    if to == assignment.unit:
        raise CannotReassign(_("%(unit)s đang có phần việc này rồi.") % named, field="to")
    if assignment.state not in {*rules.OPEN, State.NOT_OURS}:
        raise CannotReassign(
            _("Phần việc của %(unit)s đang ở “%(state)s” nên không chuyển được. Xin trả lại trước.") % named
        )
    if units.version_of(to, day=day) is None:
        raise CannotReassign(_("%(to)s không còn hoạt động. Xin chọn đơn vị khác.") % named, field="to")
    if Assignment.objects.alive().filter(task=assignment.task_id, unit=to).exists():
        raise _has_a_part(to)


def _has_a_part(to: units.Unit) -> CannotReassign:
    return CannotReassign(_("%(to)s đã có phần trong việc này.") % {"to": to.full_name}, field="to")


def _move(assignment: Assignment, to: units.Unit, *, now: datetime) -> None:
    """As it was seen, by one person only."""
    as_seen = Assignment.objects.filter(pk=assignment.pk, state=assignment.state, changed_at=assignment.changed_at)
    try:
        with transaction.atomic():
            is_moved = as_seen.update(unit=to, state=State.WAITING, changed_at=now, group_words="")
    except IntegrityError as quicker:
        raise _has_a_part(to) from quicker
    if not is_moved:
        raise meanwhile(CannotReassign, assignment)
    assignment.unit, assignment.state, assignment.changed_at = to, State.WAITING, now
