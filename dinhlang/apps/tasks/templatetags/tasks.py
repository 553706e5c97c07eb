"""`{% load tasks %}`: how a part of a task stands, as one mark."""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from dinhlang.apps.files import public as files
from dinhlang.apps.tasks.models import Assignment, Obstacle, ObstacleState, Share, ShareState, State
from dinhlang.look import days
from dinhlang.look.templatetags.look import mark

register = template.Library()

KINDS = {
    State.WAITING: "none",
    State.DOING: "doing",
    State.SUBMITTED: "waiting",
    State.RETURNED: "returned",
    State.ACCEPTED: "done",
    State.DECLINED: "none",
    State.WITHDRAWN: "none",
    State.NOT_OURS: "waiting",
    State.EXEMPT: "none",
    State.JOINED: "none",
}
SHARE_KINDS = {
    ShareState.TODO: "none",
    ShareState.DOING: "doing",
    ShareState.IN: "done",
    ShareState.RETURNED: "returned",
}
OBSTACLE_KINDS = {ObstacleState.OPEN: "soon", ObstacleState.ANSWERED: "waiting", ObstacleState.SETTLED: "done"}


@register.simple_tag
def part_mark(assignment: Assignment, today: date) -> SafeString:
    """What matters most: that it was returned or is late, that it is due in a few days, or its state."""
    late = mark("late", days.relative(assignment.due, today)) if assignment.due and assignment.is_late(today) else ""
    if assignment.state == State.RETURNED:
        return format_html("{} {}", state_mark(State.RETURNED), late) if late else state_mark(State.RETURNED)
    if late:
        return SafeString(late)
    if assignment.state == State.WAITING and assignment.due and days.urgency(assignment.due, today) == "soon":
        return mark("soon", _("%(state)s, %(when)s") % {
            "state": assignment.get_state_display(), "when": days.relative(assignment.due, today),
        })  # fmt: skip
    return mark(KINDS[State(assignment.state)], assignment.get_state_display())


@register.simple_tag
def state_mark(state: str) -> SafeString:
    """A step of the log."""
    return mark(KINDS[State(state)], State(state).label)


@register.simple_tag
def obstacle_mark(obstacle: Obstacle) -> SafeString:
    """Whether it still waits."""
    return mark(OBSTACLE_KINDS[ObstacleState(obstacle.state)], obstacle.get_state_display())


@register.simple_tag
def share_mark(share: Share, today: date) -> SafeString:
    """That it is late, or its state."""
    is_open = share.state in SHARE_KINDS and share.state != ShareState.IN
    if is_open and share.due and share.due < today:
        return SafeString(mark("late", days.relative(share.due, today)))
    return mark(SHARE_KINDS.get(ShareState(share.state), "none"), share.get_state_display())


@register.simple_tag
def size_of(stored: files.StoredFile) -> str:
    """How big a file is, in words."""
    if stored.size < 1_000_000:
        return format_html("{} kB", days.number(max(1, stored.size // 1000)))
    return format_html("{} MB", days.number(round(stored.size / 1_000_000, 1)))
