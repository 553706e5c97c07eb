"""A plan over its months: each task from its beginning to its day, as far as it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from dinhlang.apps.overview import rules
from dinhlang.apps.overview.queries.leader import Seen
from dinhlang.apps.tasks import public as tasks


@dataclass(frozen=True)
class Bar:
    """One task: from when to when, in which columns, how far."""

    number: int
    task: tasks.Task
    begins: date | None
    kind: str
    span: rules.Span | None

    @property
    def due(self) -> date | None:
        """Its day."""
        return self.task.due


@dataclass(frozen=True)
class Timeline:
    """The months that are shown, the tasks in them, and how many lie before, after, or have no day."""

    months: list[date]
    bars: list[Bar]
    before: int
    after: int
    undated: list[Bar]
    previous: date | None
    following: date | None


def timeline_of(seen: Seen, counts: Mapping[int, tasks.Counts], *, on: date, first: date | None = None) -> Timeline:
    """The tasks of a plan over at most a year; from `first` on where it is said, else around the day."""
    told = [_told(number, task, counts.get(task.pk, tasks.Counts())) for number, task in enumerate(seen.tasks, 1)]
    dated = [one for one in told if one.task.due is not None]
    spans = [(one.begins or one.task.due or on, one.task.due or on) for one in dated]
    months = rules.months_shown(spans, on=on, first=first)
    bars = [Bar(one.number, one.task, one.begins, one.kind, _span(one, months)) for one in dated]
    ends = [max(pair) for pair in spans]
    begins = [min(pair) for pair in spans]
    return Timeline(
        months=months,
        bars=[one for one in bars if one.span],
        before=sum(bar.span is None and end < months[0] for bar, end in zip(bars, ends, strict=True)),
        after=sum(bar.span is None and end >= months[0] for bar, end in zip(bars, ends, strict=True)),
        undated=[one for one in told if one.task.due is None],
        previous=rules.month_after(months[0], -rules.MONTHS_SHOWN) if begins and min(begins) < months[0] else None,
        following=rules.month_after(months[-1], 1) if ends and max(ends) >= rules.month_after(months[-1], 1) else None,
    )


def _told(number: int, task: tasks.Task, counts: tasks.Counts) -> Bar:
    figures = {name: getattr(counts, name) for name in ("done", "submitted", "doing", "late", "rest")}
    start = task.deadline.start if task.deadline else None
    begins = start or timezone.localtime(task.handed_out_at).date()
    is_sensible = task.due is None or begins <= task.due
    return Bar(number, task, begins if is_sensible else None, rules.state_of_place(**figures), None)


def _span(one: Bar, months: list[date]) -> rules.Span | None:
    due = one.task.due
    return rules.span_of(one.begins or due, due, months) if due else None
