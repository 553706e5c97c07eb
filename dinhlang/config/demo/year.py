"""A year of activity in a made-up province: officers, plans, tasks, what became of them. Written in bulk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.config.demo import words
from dinhlang.config.demo.province import OPENED, Size

AT_ONCE = 2000


@dataclass(frozen=True)
class Issuer:
    """A place with the committee that issues plans, the officer who enters them, and the bodies it hands tasks to."""

    place: units.Unit
    committee: units.Unit
    officer: people.Person
    doers: list[units.Unit]


def _moment(day: date, hour: int = 2) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=UTC)


def staff(province: units.Unit, chance: Random) -> dict[int, people.Person]:
    """A leader and an officer for every committee, a head for every village; answers with the officers by unit."""
    found = units.Unit.objects.within(province.path).select_related("parent")
    roles = [
        (kind, unit)
        for unit in found.filter(kind__in=["people_committee", "village"]).order_by("pk")
        for kind in (("leader", "officer") if unit.kind == "people_committee" else ("village_head",))
    ]
    made = [_person(number, chance) for number, _ in enumerate(roles)]
    people.Person.objects.bulk_create(made, batch_size=AT_ONCE)
    people.Role.objects.bulk_create(
        [
            people.Role(
                person=one, unit=unit, place=unit if unit.kind == "village" else unit.parent, kind=kind, begins=OPENED
            )
            for one, (kind, unit) in zip(made, roles, strict=True)
        ],
        batch_size=AT_ONCE,
    )
    return {unit.pk: one for one, (kind, unit) in zip(made, roles, strict=True) if kind != "leader"}


def _person(number: int, chance: Random) -> people.Person:
    name = f"{chance.choice(words.FAMILY)} {chance.choice(words.MIDDLE)} {chance.choice(words.GIVEN)}"
    one = people.Person(
        username=f"hoalu{number:05}", full_name=name, honorific=chance.choice(["anh", "chị", "ông", "bà"])
    )
    one.set_unusable_password()
    one.fill_in()
    return one


def issuers(province: units.Unit, officers: dict[int, people.Person]) -> Iterator[Issuer]:
    """The province, then each commune."""
    found = units.Unit.objects.within(province.path)
    committees = list(found.of_kind("people_committee").select_related("parent").order_by("path"))
    villages: dict[int, list[units.Unit]] = {}
    for village in found.of_kind("village").order_by("sort_key"):
        villages.setdefault(village.parent_id or 0, []).append(village)
    for committee in committees:
        place = committee.parent
        if place is not None:
            others = [one for one in committees if one != committee]
            doers = others if place == province else villages.get(place.pk, [])
            yield Issuer(place, committee, officers[committee.pk], doers)


def live(province: units.Unit, size: Size, *, seed: int, today: date) -> int:
    """Let a year pass; answers with the number of assignments made."""
    chance = Random(seed)
    officers = staff(province, chance)
    made = 0
    for issuer in issuers(province, officers):
        number = size.province_plans if issuer.place == province else size.commune_plans
        made += _plans_of(issuer, number, size.tasks, officers=officers, chance=chance, today=today)
    return made


def _plans_of(
    issuer: Issuer, number: int, tasks_each: int, *, officers: dict[int, people.Person], chance: Random, today: date
) -> int:
    """All plans of one issuer with their clauses, tasks and parts."""
    written = plans.Plan.objects.bulk_create([_plan(issuer, n, chance, today) for n in range(number)])
    clauses = plans.Clause.objects.bulk_create(
        [_clause(plan, order, chance) for plan in written for order in range(1, tasks_each + 1)], batch_size=AT_ONCE
    )
    handed = tasks.Task.objects.bulk_create([_task(clause, issuer) for clause in clauses], batch_size=AT_ONCE)
    parts = tasks.Assignment.objects.bulk_create(
        [_part(task, unit, chance, today) for task in handed for unit in issuer.doers], batch_size=AT_ONCE
    )
    tasks.Progress.objects.bulk_create(_told(parts, officers, chance), batch_size=AT_ONCE)
    return len(parts)


def _plan(issuer: Issuer, number: int, chance: Random, today: date) -> plans.Plan:
    day = today - timedelta(days=chance.randint(40, 400))
    title = words.PLAN_TITLES[number % len(words.PLAN_TITLES)].format(year=day.year)
    return plans.Plan(
        kind="KH",
        number=f"{number + 1:02}/KH-UBND",
        title=title if number < len(words.PLAN_TITLES) else f"{title} (đợt {number // len(words.PLAN_TITLES) + 1})",
        issued_on=day,
        issuer=issuer.committee,
        place=issuer.place,
        adopted_at=_moment(day),
        adopted_by=issuer.officer,
    )


def _clause(plan: plans.Plan, order: int, chance: Random) -> plans.Clause:
    text, _ = words.TASKS[(order - 1) % len(words.TASKS)]
    due = (plan.issued_on or OPENED) + timedelta(days=chance.choice([20, 30, 45, 60, 90, 150, 240]))
    return plans.Clause(
        plan=plan, order=order, label=f"II.{order}", text=text, due=due, time_words=f"trước ngày {due:%d/%m/%Y}"
    )


def _task(clause: plans.Clause, issuer: Issuer) -> tasks.Task:
    return tasks.Task(
        plan=clause.plan,
        clause=clause,
        title=clause.text,
        text=clause.text,
        evidence_wanted=words.TASKS[(clause.order - 1) % len(words.TASKS)][1],
        time_words=clause.time_words,
        due=clause.due,
        handed_out_at=_moment(clause.plan.issued_on or OPENED, 3),
        handed_out_by=issuer.officer,
    )


def _part(task: tasks.Task, unit: units.Unit, chance: Random, today: date) -> tasks.Assignment:
    """What is due by now is mostly done; what is not yet due is mostly under way."""
    due = task.due or today
    is_past = due < today
    state = chance.choices(
        ["accepted", "submitted", "doing", "returned", "waiting"], [86, 4, 5, 1, 4] if is_past else [20, 6, 34, 2, 38]
    )[0]
    day = min(due - timedelta(days=chance.randint(0, 12)), today) if state in {"accepted", "submitted"} else None
    return tasks.Assignment(
        task=task,
        unit=unit,
        part="lead",
        group_words="UBND các xã, phường" if unit.kind == "people_committee" else "các thôn, tổ dân phố",
        state=state,
        due=due,
        changed_at=_moment(day or min(due, today)),
        submitted_on=day,
        finished_on=day if state == "accepted" else None,
    )


def _told(
    parts: Iterable[tasks.Assignment], officers: dict[int, people.Person], chance: Random
) -> Iterator[tasks.Progress]:
    for part in parts:
        if part.state != "waiting":
            yield tasks.Progress(
                assignment=part,
                moment=part.changed_at,
                by=officers[part.unit_id],
                words=chance.choice(words.PROGRESS),
                state=part.state,
            )
