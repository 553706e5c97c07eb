"""What the list, calendars, feeds and texts hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Max, Q
from django.urls import reverse

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reminders import access
from dinhlang.apps.reminders.models import Because, Letter, LetterState, NoticeQuerySet, Reminder, ReminderState
from dinhlang.apps.reminders.rules import Event, Item
from dinhlang.apps.tasks import public as tasks
from dinhlang.pure.viet import capital_first

MOST_EVENTS = 3000
MOST_NEWS = 60
FINISHED_SHOWN = timedelta(days=90)


def unread_of(person: people.Person) -> NoticeQuerySet:
    """What the person was told, did not read yet, and is still so; latest first."""
    return access.notices_of(person).pending().with_facts().latest_first()


def events_of_parts(found: Any, *, day: date, root: str, host: str) -> list[Event]:
    """Each part with a day as a day in a calendar: what is open, and what was finished lately."""
    lately = Q(finished_on__gte=day - FINISHED_SHOWN)
    parts = found.filter(Q(state__in=(*tasks.OPEN, tasks.State.SUBMITTED)) | lately, due__isnull=False)
    parts = parts.filter(part__in=tasks.OWING).select_related("unit", "task__plan__issuer").order_by("due", "pk")
    return [_event(part, root=root, host=host) for part in parts[:MOST_EVENTS]]


def _event(part: tasks.Assignment, *, root: str, host: str) -> Event:
    task = part.task
    return Event(
        uid=f"phan-viec-{part.pk}@{host}",
        day=part.due or date.max,
        summary=f"{_sign(part.state)}{task.title}",
        changed_at=part.changed_at,
        text=f"{capital_first(part.unit.full_name)}: {part.get_state_display()}\n{task.plan}",
        url=root + reverse("tasks:assignment", args=[part.pk]),
        category=task.plan.name,
    )


def _sign(state: str) -> str:
    return {"accepted": "✓ ", "submitted": "◇ "}.get(state, "")


def events_of_plan(person: people.Person, plan: plans.Plan, *, root: str, host: str) -> list[Event]:
    """Each task of a plan that has a day; a body that was given longer shows in its own calendar."""
    found = access.tasks_of_plan(person, plan).filter(due__isnull=False).annotate(last=Max("assignments__changed_at"))
    return [
        Event(
            uid=f"nhiem-vu-{task.pk}@{host}",
            day=task.due or date.max,
            summary=task.title,
            changed_at=max(task.handed_out_at, task.last or task.handed_out_at),
            text=str(plan),
            url=root + reverse("tasks:task", args=[task.pk]),
            category=plan.name,
        )
        for task in found[:MOST_EVENTS]
    ]


def changes_of(parts: Any, *, root: str, host: str) -> list[Item]:
    """The latest steps of some parts, without anyone's words or name: who may read those opens the page."""
    rows = tasks.Progress.objects.filter(assignment__in=parts)
    rows = rows.select_related("assignment__unit", "assignment__task__plan__issuer").order_by("-moment", "-pk")
    steps = [_step(row, root=root, host=host) for row in rows[:MOST_NEWS]]
    handed = parts.select_related("unit", "task__plan__issuer").order_by("-task__handed_out_at", "-pk")
    given = [_given(part, root=root, host=host) for part in handed[:MOST_NEWS]]
    return sorted([*steps, *given], key=lambda item: (item.moment, item.key), reverse=True)[:MOST_NEWS]


def _step(row: tasks.Progress, *, root: str, host: str) -> Item:
    part = row.assignment
    return Item(
        key=f"tag:{host},2026:tien-do-{row.pk}",
        title=f"{capital_first(part.unit.full_name)}: {row.get_state_display()}: {part.task.title}",
        moment=row.moment,
        url=root + reverse("tasks:assignment", args=[part.pk]),
        text=str(part.task.plan),
    )


def _given(part: tasks.Assignment, *, root: str, host: str) -> Item:
    due = f", hạn {part.due:%d/%m/%Y}" if part.due else ""
    return Item(
        key=f"tag:{host},2026:phan-viec-{part.pk}",
        title=f"{capital_first(part.unit.full_name)} được giao{due}: {part.task.title}",
        moment=part.task.handed_out_at,
        url=root + reverse("tasks:assignment", args=[part.pk]),
        text=str(part.task.plan),
    )


def news_of_plan(plan: plans.Plan, *, root: str, host: str) -> list[Item]:
    """What everyone may read of a public plan: that it stands, and which duties were handed out until when."""
    page = root + reverse("plans:plan", args=[plan.pk])
    begun = Item(key=f"tag:{host},2026:ke-hoach-{plan.pk}", title=str(plan), moment=plan.adopted_at, url=page)
    handed = tasks.tasks_of(plan).order_by("-handed_out_at", "-pk")[:MOST_NEWS]
    return [*(_handed(task, url=page, host=host) for task in handed), begun]


def _handed(task: tasks.Task, *, url: str, host: str) -> Item:
    due = f" (hạn {task.due:%d/%m/%Y})" if task.due else ""
    key = f"tag:{host},2026:nhiem-vu-{task.pk}"
    return Item(key=key, title=f"Đã giao{due}: {task.title}", moment=task.handed_out_at, url=url)


@dataclass(frozen=True)
class Late:
    """One body that is late or due soon with one task."""

    unit: str
    task: str
    due: date


def late_lines(plan: plans.Plan, *, day: date, ahead: int = 0) -> Iterator[Late]:
    """Who is late with what under a plan, and who is due within some days; the longest first."""
    latest = day + timedelta(days=ahead + 1 if ahead else 0)
    for part in tasks.late_of(plan, on=latest):
        yield Late(part.unit.full_name, part.task.title, part.due or latest)


@dataclass(frozen=True)
class Standing:
    """How reminders and letters stand, for the page of operations."""

    late: int
    waiting: int
    refused: int
    unsure: int
    last_sent: datetime | None
    nobody: int


def standing(now: datetime) -> Standing:
    """Counted over indexes, for a page that is opened often."""
    letters = Letter.objects.all()
    begun = Q(state=LetterState.HANDING, handing_at__lt=now - timedelta(minutes=10))
    unanswered = begun | Q(state__in=(LetterState.UNSURE, LetterState.CARRIED))
    since = now - timedelta(days=7)
    return Standing(
        late=Reminder.objects.due(now - timedelta(hours=12)).count(),
        waiting=letters.due(now - timedelta(minutes=30)).count(),
        refused=letters.in_state(LetterState.REFUSED).filter(due_at__gte=since).count(),
        unsure=letters.filter(unanswered, due_at__gte=since).count(),
        last_sent=letters.in_state(LetterState.SENT).aggregate(last=Max("sent_at"))["last"],
        nobody=Reminder.objects.filter(
            state=ReminderState.CANCELLED, because=Because.NOBODY, due_at__gte=since, settled_at__gte=since
        ).count(),
    )
