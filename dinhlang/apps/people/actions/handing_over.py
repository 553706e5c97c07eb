"""Handing a desk over: every role that one would still hold from a day on goes to a successor, in one act."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.people.access import may_manage_account
from dinhlang.apps.people.actions.roles import end_role, give_role
from dinhlang.apps.people.models import Person, Role
from dinhlang.apps.people.rules import Span, gaps
from dinhlang.base.refusal import Refusal


class CannotHandOver(Refusal):
    """A desk cannot be handed over so."""


@dataclass(frozen=True)
class Step:
    """One role, and the spans in which the successor gets it: those in which they do not hold the same one already."""

    role: Role
    spans: tuple[Span, ...]


def steps_of(person: Person, *, successor: Person, day: date) -> list[Step]:
    """What handing over would do, to be looked at before."""
    roles = Role.objects.not_over(day).filter(person=person).with_units().order_by("begins", "pk")
    return [_step(role, successor=successor, day=day) for role in roles]


def _step(role: Role, *, successor: Person, day: date) -> Step:
    begins = max(day, role.begins)
    same = Role.objects.filter(person=successor, unit=role.unit, kind=role.kind).sharing_a_day(begins, role.ends)
    held = list(same.order_by("begins").values_list("begins", "ends"))
    return Step(role, tuple(gaps(begins, role.ends, held=held)))


@transaction.atomic
def hand_over(person: Person, *, successor: Person, day: date, reason: str, by: Person, now: datetime) -> list[Step]:
    """The roles end on the day, and begin for the successor in the same units, with the same titles and last days."""
    today = timezone.localtime(now).date()
    if not may_manage_account(by, person, day=today):
        raise CannotHandOver(_("Bạn không quản lý tài khoản này. Hãy nhờ quản trị cấp trên."))
    if successor == person or not successor.is_here_on(day):
        raise CannotHandOver(
            _("Người nhận phải là một người khác, có tài khoản đang dùng và chưa nghỉ."), field="successor"
        )
    if day < today:
        raise CannotHandOver(_("Không bàn giao lùi ngày. Hãy chọn từ hôm nay."), field="day")
    if not reason.strip():
        raise CannotHandOver(_("Hãy ghi lý do, để người xem nhật ký sau này hiểu."), field="reason")
    steps = steps_of(person, successor=successor, day=day)
    if not steps:
        raise CannotHandOver(_("Từ ngày này %(person)s không giữ vai trò nào.") % {"person": person.full_name})
    for step in steps:
        _take(step, successor=successor, day=day, reason=reason, by=by, now=now)
    return steps


def _take(step: Step, *, successor: Person, day: date, reason: str, by: Person, now: datetime) -> None:
    role = step.role
    for begins, ends in step.spans:
        give_role(
            successor,
            kind=role.kind,
            unit=role.unit,
            title=role.title,
            begins=begins,
            ends=ends,
            reason=reason,
            by=by,
            now=now,
        )
    end_role(role, day=day, reason=reason, by=by, now=now)
