"""A plan of the demo goes the ordinary road: published with its marks, its duties handed out, results accepted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.config.demo.moments import at
from dinhlang.config.demo.texts import Duty, PlanText


def published(
    text: PlanText,
    *,
    by: people.Person,
    on: date,
    issued_on: date | None = None,
    based_on: Iterable[plans.Plan] = (),
    bases: Iterable[str] = (),
    is_public: bool = True,
) -> plans.Plan:
    """The plan with a clause for each duty."""
    return plans.publish_plan(
        issuer=units.Unit.objects.get(code=text.head["issuer"]),
        title=text.head["title"],
        number=text.head.get("number", ""),
        issued_on=issued_on or text.issued_on,
        text=text.text,
        clauses=[duty.facts for duty in text.duties],
        based_on=based_on,
        bases=bases,
        is_public=is_public,
        by=by,
        now=at(on, 9),
    )


def handed_out(plan: plans.Plan, text: PlanText, *, by: people.Person, on: date) -> dict[str, tasks.Task]:
    """The duties that name doers, as tasks by their names."""
    found: dict[str, tasks.Task] = {}
    for clause, duty in zip(plans.clauses_of(plan), text.duties, strict=True):
        if duty.leads or duty.requested:
            found[duty.name] = _handed_out(clause, duty, by=by, on=on)
    return found


def _handed_out(clause: plans.Clause, duty: Duty, *, by: people.Person, on: date) -> tasks.Task:
    place = clause.plan.place
    return tasks.hand_out(
        clause=clause,
        title=duty.name,
        leads=_doers(duty.leads, place),
        requested=_doers(duty.requested, place),
        partners=_doers(duty.partners, place),
        due=duty.facts.due,
        evidence_wanted=duty.wanted,
        by=by,
        now=at(on, 10),
        day=on,
    )


def _doers(named: Sequence[str], place: units.Unit) -> list[units.Unit | units.Group]:
    by_code = units.Unit.objects.in_bulk([f"{place.code}.{name}" for name in named], field_name="code")
    return [by_code.get(f"{place.code}.{name}") or _group(name) for name in named]


def _group(name: str) -> units.Group:
    group = units.understand_group(name)
    if group is None:
        raise ValueError(f"The demo names a doer that nobody understands: {name}")
    return group


def parts_of(task: tasks.Task) -> list[tasks.Assignment]:
    """Who owes the task, in the order of names."""
    owed = tasks.Assignment.objects.filter(task=task).exclude(part="partner")
    return list(owed.select_related("unit", "task__plan__issuer").order_by("unit__sort_key", "pk"))


@dataclass
class Desk:
    """Who decides on results of a plan."""

    officer: people.Person

    def accept(self, part: tasks.Assignment, on: date, hour: int = 15) -> None:
        tasks.accept(assignment=part, by=self.officer, now=at(on, hour, part.unit_id % 60), day=on)

    def return_(self, part: tasks.Assignment, on: date, reason: str) -> None:
        tasks.return_(assignment=part, reason=reason, by=self.officer, now=at(on, 16, 10))


def tell(
    part: tasks.Assignment,
    words: str,
    *,
    by: people.Person,
    moment: datetime,
    finished: bool = False,
    pictures: Sequence[tuple[str, bytes]] = (),
) -> None:
    """Progress of one body, with pictures if there are any."""
    uploads = [SimpleUploadedFile(name, content, content_type="image/jpeg") for name, content in pictures]
    tasks.tell_progress(assignment=part, words=words, uploads=uploads, by=by, now=moment, finished=finished)
