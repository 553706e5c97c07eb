"""What became of parts of tasks: who is done, late, returned, and the log and record of every step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.config.demo import words
from dinhlang.config.demo.moments import at

AT_ONCE = 2000
Speakers = Mapping[int, people.Person]
"""Who speaks for each unit, by the unit's number."""


@dataclass(frozen=True)
class Year:
    """What all of it has in common: until which day, who speaks for whom, and chance.

    Plans are issued `since` a day (else within 400 days), and the `diligent` units have done everything.
    """

    today: date
    speakers: Speakers
    chance: Random
    based_on: plans.Plan | None = None
    since: date | None = None
    diligent: frozenset[int] = frozenset()


@dataclass
class Story:
    """A part with the lines of its log."""

    part: tasks.Assignment
    lines: list[tasks.Progress] = field(default_factory=list)


def told(part: tasks.Assignment, officer: people.Person, year: Year) -> Story:
    """Decide what became of a part until today, put it on the part, and write the log's lines; nothing is saved."""
    chance, latest = year.chance, year.today - timedelta(days=1)
    handed = part.task.handed_out_at.date()
    due = part.due or year.today
    state = _state(part, year)
    speaker, story = year.speakers[part.unit_id], Story(part)
    if state == "waiting" or handed >= latest:
        return story
    day = max(handed, min(due, latest) - timedelta(days=chance.randint(0, 9)))
    _say(story, day, speaker, chance.choice(words.PROGRESS), "doing" if state == "doing" else "submitted")
    if state in {"accepted", "returned"}:
        decided = min(day + timedelta(days=chance.randint(0, 4)), latest)
        _say(story, decided, officer, words.WHY_RETURNED if state == "returned" else "", state)
        part.finished_on = decided if state == "accepted" else None
    part.submitted_on = day if state in {"accepted", "submitted"} else None
    return story


def _state(part: tasks.Assignment, year: Year) -> str:
    """Who is late is mostly a little late; what lies ahead is partly done already."""
    if part.unit_id in year.diligent:
        return "accepted"
    ahead = ((part.due or year.today) - year.today).days
    for further, weights in _CHANCES:
        if ahead < further:
            return year.chance.choices(["accepted", "submitted", "doing", "returned", "waiting"], weights)[0]
    return "waiting"


_CHANCES = (  # due so many days ahead, or less: how often accepted, submitted, doing, returned, waiting
    (-60, (990, 4, 4, 0, 2)),
    (-20, (95, 2, 2, 0, 1)),
    (0, (74, 12, 9, 2, 3)),
    (8, (34, 14, 36, 3, 13)),
    (40, (10, 4, 42, 1, 43)),
    (9999, (1, 0, 19, 0, 80)),
)


def _say(story: Story, day: date, by: people.Person, text: str, state: str) -> None:
    moment = at(day, 8 + story.part.unit_id % 8, (story.part.unit_id * 7 + len(story.lines) * 25) % 60)
    if story.lines:
        moment = max(moment, story.lines[-1].moment + timedelta(minutes=20))
    story.part.state, story.part.changed_at = state, moment
    story.lines.append(tasks.Progress(assignment=story.part, moment=moment, by=by, words=text, state=state))


def keep(stories: Sequence[Story]) -> None:
    """Save the logs of parts that are saved already, and the record of every step."""
    lines = [line for story in stories for line in story.lines]
    tasks.Progress.objects.bulk_create(lines, batch_size=AT_ONCE)
    audit.record_many(
        audit.entry(
            _ACTS[line.state],
            line.assignment,
            by=line.by,
            now=line.moment,
            unit=line.assignment.unit,
            reason=line.words if line.state == "returned" else "",
            after={"state": line.state},
        )
        for line in lines
    )


_ACTS = {
    "doing": "tasks.progress_told",
    "submitted": "tasks.submitted",
    "accepted": "tasks.accepted",
    "returned": "tasks.returned",
}


def unfold(parts: Sequence[tasks.Assignment], officer: people.Person, year: Year) -> None:
    """The same for parts that were handed out by the ordinary action and still wait."""
    stories = [told(part, officer, year) for part in parts]
    tasks.Assignment.objects.bulk_update([story.part for story in stories if story.lines], _CHANGED, batch_size=300)
    keep(stories)


_CHANGED = ["state", "changed_at", "submitted_on", "finished_on"]
