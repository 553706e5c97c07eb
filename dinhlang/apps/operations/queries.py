"""What can be known about jobs and workers, and the facts about the house that rooms tell."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min, QuerySet
from prometheus_client import CollectorRegistry, generate_latest, multiprocess
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from dinhlang.apps.operations.models import Job, JobState, Worker


@dataclass(frozen=True)
class Fact:
    """One thing to know about this installation; `mark` says how it stands: "done", "soon" or "late"."""

    label: Any
    text: Any
    mark: str = "done"
    cure: Any = ""


@dataclass(frozen=True)
class Planned:
    """A line of the timetable: what, when, why, and how it went last."""

    title: Any
    when: Any
    why: Any
    last: Job | None


Figures = dict[str, tuple[str, float]]
Telling = Callable[[datetime], list[Fact]]
_tellings: list[Telling] = []
_figures: list[Callable[[datetime], Figures]] = []
_timetable: list[Callable[[], list[Planned]]] = []


def facts(tell: Telling) -> Telling:
    """Register a function that tells facts about the house."""
    _tellings.append(tell)
    return tell


def timetable(tell: Callable[[], list[Planned]]) -> Callable[[], list[Planned]]:
    """Register the function that tells what runs by itself."""
    _timetable[:] = [tell]
    return tell


def facts_at(now: datetime) -> list[Fact]:
    """All facts, in the order of registration."""
    return [fact for tell in _tellings for fact in tell(now)]


def planned() -> list[Planned]:
    """What runs by itself."""
    return [line for tell in _timetable for line in tell()]


def jobs(state: str = "") -> QuerySet[Job]:
    """Jobs, latest first; of one state or all."""
    found = Job.objects.order_by("-due_at", "-pk")
    return found.in_state(state) if state else found


def waiting_for_a_person() -> QuerySet[Job]:
    """What was tried often enough."""
    return jobs(JobState.GIVEN_UP)


def under_way() -> QuerySet[Job]:
    """What runs now, and what is next."""
    return Job.objects.in_state(JobState.RUNNING, JobState.WAITING).order_by("-state", "due_at", "pk")


def last_of(paths: list[str]) -> dict[str, Job]:
    """The latest job of each kind."""
    return {job.path: job for job in Job.objects.filter(path__in=paths).order_by("put_at", "pk")}


def keys_put(keys: list[str]) -> set[str]:
    """Which of these are in the queue, or were."""
    return set(Job.objects.filter(key__in=keys).values_list("key", flat=True))


def first_put() -> datetime | None:
    """When the oldest job that is known came; nothing in a new house."""
    return Job.objects.aggregate(first=Min("put_at"))["first"]


def workers(now: datetime) -> list[Worker]:
    """The workers of the last day, the latest heard of first."""
    return list(Worker.objects.filter(seen_at__gte=now - timedelta(days=1)).order_by("-seen_at"))


def has_worker(now: datetime) -> bool:
    """Whether anyone does the work."""
    return Worker.objects.alive(now).exists()


def figures(tell: Callable[[datetime], Figures]) -> Callable[[datetime], Figures]:
    """Register a function that tells figures for monitors: name → (help, value)."""
    _figures.append(tell)
    return tell


@figures
def of_the_queue(now: datetime) -> Figures:
    """Jobs by state, how long the first due one has waited, living workers."""
    counted = dict(Job.objects.values_list("state").annotate(n=Count("pk")))
    first = Job.objects.to_do(now).values_list("due_at", flat=True).first()
    waited = max(0.0, (now - first).total_seconds()) if first else 0.0
    return {
        **{f"jobs_{state}": ("Jobs in this state", counted.get(state, 0)) for state in JobState.values},
        "oldest_due_seconds": ("How long the first job that is due has waited", waited),
        "workers": ("Workers that live", Worker.objects.alive(now).count()),
    }


def measured(now: datetime) -> bytes:
    """The requests of all processes together, and the figures of the moment."""
    together = CollectorRegistry()
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:  # under `dinhlang serve`, see `config.cli`
        multiprocess.MultiProcessCollector(together)
    together.register(Moment(now))
    return generate_latest(together)


@dataclass(frozen=True)
class Moment(Collector):
    """What the rooms tell of one moment."""

    now: datetime

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Each figure as a gauge."""
        for tell in _figures:
            for name, (help_, value) in tell(self.now).items():
                yield GaugeMetricFamily(f"dinhlang_{name}", help_, value=value)
