"""How tasks, parts and what is said beside them are told."""

from typing import Any

from django.db.models import Prefetch
from django.urls import reverse

from dinhlang.apps.tasks import queries
from dinhlang.apps.tasks.models import (
    Assignment,
    Comment,
    Evidence,
    Extension,
    Obstacle,
    ObstacleFile,
    ObstacleState,
    Part,
    Progress,
    Share,
    State,
    Task,
)
from dinhlang.apps.units import public as units
from dinhlang.base import api, clock

PLAN = api.a_thing(id=api.NUMBER, name=api.TEXT)
FILE = api.a_thing(name=api.TEXT, caption=api.TEXT, page=api.TEXT)
TASK = api.a_thing(
    id=api.NUMBER,
    title=api.TEXT,
    text=api.TEXT,
    evidence_wanted=api.TEXT,
    time_words=api.TEXT,
    due=api.maybe(api.DAY),
    plan=PLAN,
    clause=api.maybe(api.NUMBER),
    deadline=api.maybe(api.NUMBER),
    occurrence=api.maybe(api.DAY),
    handed_out_at=api.MOMENT,
    withdrawn_at=api.maybe(api.MOMENT),
    page=api.TEXT,
)
COUNTS = api.a_thing(
    **dict.fromkeys(
        ("total", "done", "submitted", "doing", "late", "rest", "not_ours", "exempt", "obstacles"), api.NUMBER
    )
)
TASK_WITH_COUNTS = api.a_thing(**TASK["properties"], counts=COUNTS)
PART = api.a_thing(
    id=api.NUMBER,
    task=api.a_thing(id=api.NUMBER, title=api.TEXT),
    plan=PLAN,
    unit=api.UNIT,
    part=api.one_of(Part.values),
    group=api.TEXT,
    state=api.one_of(State.values),
    due=api.maybe(api.DAY),
    is_late=api.FLAG,
    submitted_on=api.maybe(api.DAY),
    finished_on=api.maybe(api.DAY),
    asked=api.maybe(api.NUMBER),
    allotted=api.maybe(api.NUMBER),
    version=api.TEXT,
    page=api.TEXT,
)
STEP = api.a_thing(
    id=api.NUMBER,
    moment=api.MOMENT,
    by=api.TEXT,
    state=api.one_of(State.values),
    words=api.TEXT,
    files=api.many(FILE),
)
COMMENT = api.a_thing(id=api.NUMBER, moment=api.MOMENT, by=api.TEXT, words=api.TEXT)
EXTENSION = api.a_thing(
    id=api.NUMBER,
    assignment=api.NUMBER,
    due_before=api.DAY,
    wanted=api.DAY,
    reason=api.TEXT,
    asked_at=api.MOMENT,
    asked_by=api.TEXT,
    answer=api.one_of(["", *Extension.Answer.values]),
    granted=api.maybe(api.DAY),
    answer_reason=api.TEXT,
    answered_at=api.maybe(api.MOMENT),
    answered_by=api.maybe(api.TEXT),
)
OBSTACLE = api.a_thing(
    id=api.NUMBER,
    assignment=api.NUMBER,
    unit=api.UNIT,
    title=api.TEXT,
    state=api.one_of(ObstacleState.values),
    answerer=api.UNIT,
    raised_at=api.MOMENT,
    version=api.TEXT,
    page=api.TEXT,
)
WORD = api.a_thing(
    id=api.NUMBER,
    moment=api.MOMENT,
    by=api.TEXT,
    step=api.TEXT,
    kind=api.TEXT,
    document=api.TEXT,
    words=api.TEXT,
    files=api.many(FILE),
)
OBSTACLE_WITH_WORDS = api.a_thing(**OBSTACLE["properties"], said=api.many(WORD))


def version_of(thing: Assignment | Obstacle | Share) -> str:
    """What changes with every change."""
    return str(api.when(thing.changed_at))


def unit(one: units.Unit) -> dict[str, str]:
    """A body by its code, which stays."""
    return {"code": one.code, "name": one.full_name}


def _plan(task: Task) -> dict[str, Any]:
    return {"id": task.plan_id, "name": task.plan.name}


def task(one: Task) -> dict[str, Any]:
    """A task, without its bodies."""
    return {
        "id": one.pk,
        "title": one.title,
        "text": one.text,
        "evidence_wanted": one.evidence_wanted,
        "time_words": one.time_words,
        "due": api.when(one.due),
        "plan": _plan(one),
        "clause": one.clause_id,
        "deadline": one.deadline_id,
        "occurrence": api.when(one.occurrence),
        "handed_out_at": api.when(one.handed_out_at),
        "withdrawn_at": api.when(one.withdrawn_at),
        "page": reverse("tasks:task", args=[one.pk]),
    }


def task_with_counts(one: Task) -> dict[str, Any]:
    """A task, and how far its bodies are."""
    counts = queries.progress_of(one, on=clock.today())
    return {**task(one), "counts": {name: getattr(counts, name) for name in COUNTS["properties"]}}


def part(one: Assignment) -> dict[str, Any]:
    """What one body owes."""
    return {
        "id": one.pk,
        "task": {"id": one.task_id, "title": one.task.title},
        "plan": _plan(one.task),
        "unit": unit(one.unit),
        "part": one.part,
        "group": one.group_words,
        "state": one.state,
        "due": api.when(one.due),
        "is_late": one.is_late(clock.today()),
        "submitted_on": api.when(one.submitted_on),
        "finished_on": api.when(one.finished_on),
        "asked": one.asked,
        "allotted": one.allotted,
        "version": version_of(one),
        "page": reverse("tasks:assignment", args=[one.pk]),
    }


def steps_with_files() -> Prefetch:
    """The files beside each line, in one question."""
    return Prefetch("evidence", Evidence.objects.select_related("file").order_by("pk"))


def step(one: Progress) -> dict[str, Any]:
    """One line of the log."""
    files = [
        {"name": file.file.name, "caption": file.caption, "page": reverse("tasks:evidence", args=[file.pk])}
        for file in one.evidence.all()
    ]
    return {
        "id": one.pk,
        "moment": api.when(one.moment),
        "by": str(one.by),
        "state": one.state,
        "words": one.words,
        "files": files,
    }


def comment(one: Comment) -> dict[str, Any]:
    """A line that somebody wrote beside a part."""
    return {"id": one.pk, "moment": api.when(one.moment), "by": str(one.by), "words": one.words}


def extension(one: Extension) -> dict[str, Any]:
    """A request for a later day, and its answer."""
    return {
        "id": one.pk,
        "assignment": one.assignment_id,
        "due_before": api.when(one.due_before),
        "wanted": api.when(one.wanted),
        "reason": one.reason,
        "asked_at": api.when(one.asked_at),
        "asked_by": str(one.asked_by),
        "answer": one.answer,
        "granted": api.when(one.granted),
        "answer_reason": one.answer_reason,
        "answered_at": api.when(one.answered_at),
        "answered_by": str(one.answered_by) if one.answered_by else None,
    }


def obstacle(one: Obstacle) -> dict[str, Any]:
    """What stands in the way, and who is asked."""
    return {
        "id": one.pk,
        "assignment": one.assignment_id,
        "unit": unit(one.assignment.unit),
        "title": one.title,
        "state": one.state,
        "answerer": unit(one.answerer),
        "raised_at": api.when(one.raised_at),
        "version": version_of(one),
        "page": reverse("tasks:obstacle", args=[one.pk]),
    }


def obstacle_with_words(one: Obstacle) -> dict[str, Any]:
    """An obstacle with all that was said of it."""
    return {**obstacle(one), "said": [_word(word) for word in queries.said_of(one)]}


def _word(one: Any) -> dict[str, Any]:
    files: list[ObstacleFile] = list(one.files.all())
    return {
        "id": one.pk,
        "moment": api.when(one.moment),
        "by": str(one.by),
        "step": one.step,
        "kind": one.kind,
        "document": one.document,
        "words": one.words,
        "files": [
            {"name": file.file.name, "caption": "", "page": reverse("tasks:obstacle_file", args=[file.pk])}
            for file in files
        ],
    }
