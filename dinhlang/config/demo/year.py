"""Months of activity in bulk: plans, tasks and parts of them, what became of each, and the record of it all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.config.demo import accounts, words
from dinhlang.config.demo.fates import Speakers, Year, keep, told
from dinhlang.config.demo.moments import at
from dinhlang.config.demo.province import OPENED, Size
from dinhlang.pure.viet import search_text

AT_ONCE = 2000


@dataclass(frozen=True)
class Issuer:
    """A place with the committee that issues plans, the officer who enters them, and the bodies it hands tasks to."""

    place: units.Unit
    committee: units.Unit
    officer: people.Person
    doers: Sequence[units.Unit]
    group: str


# A made-up province as a whole


def live(province: units.Unit, size: Size, *, seed: int, today: date) -> int:
    """Let a year pass in a province; answers with the number of parts handed out."""
    chance = Random(seed)
    year = Year(today, staff(province, chance, today=today), chance)
    made = 0
    for issuer in issuers(province, year.speakers):
        number = size.province_plans if issuer.place == province else size.commune_plans
        made += len(let_issue(issuer, titles(number), year=year, tasks_each=size.tasks))
    return made


def staff(province: units.Unit, chance: Random, *, today: date) -> dict[int, people.Person]:
    """A leader and an officer for every committee, a head for every village; answers with who speaks for each."""
    found = units.Unit.objects.within(province.path).filter(kind__in=["people_committee", "village"]).order_by("pk")
    posts = [accounts.Post(unit, kind, title, OPENED) for unit in found for kind, title in _roles_in(unit)]
    made = accounts.appoint(posts, chance=chance, hashed="", now=at(today))
    return {post.unit.pk: person for post, person in zip(posts, made, strict=True) if post.kind != "leader"}


def _roles_in(unit: units.Unit) -> Sequence[tuple[str, str]]:
    if unit.kind == "village":
        return [("village_head", "Trưởng thôn" if unit.form == "thôn" else "Tổ trưởng")]
    return [("leader", "Chủ tịch"), ("officer", "Chuyên viên")]


def issuers(province: units.Unit, speakers: Speakers) -> Iterator[Issuer]:
    """The province, which hands tasks to its communes, then each commune, which hands them to its villages."""
    found = units.Unit.objects.within(province.path)
    committees = list(found.of_kind("people_committee").select_related("parent").order_by("path"))
    villages: dict[int, list[units.Unit]] = {}
    for village in found.of_kind("village").order_by("sort_key"):
        villages.setdefault(village.parent_id or 0, []).append(village)
    for committee in committees:
        place = committee.parent
        if place == province:
            others = [one for one in committees if one != committee]
            yield Issuer(place, committee, speakers[committee.pk], others, "UBND các xã, phường")
        elif place is not None:
            heads = villages.get(place.pk, [])
            yield Issuer(place, committee, speakers[committee.pk], heads, "các thôn, tổ dân phố")


def titles(number: int) -> list[str]:
    """So many different titles of plans; {year} stands where the year of issue goes."""
    known = words.PLAN_TITLES
    return [known[n % len(known)] + (f" (đợt {n // len(known) + 1})" if n >= len(known) else "") for n in range(number)]


# Plans and their tasks


def let_issue(
    issuer: Issuer, named: Sequence[str], *, year: Year, tasks_each: int, first_number: int = 1
) -> list[tasks.Assignment]:
    """All these plans of one issuer with their clauses, tasks and parts, and what became of each part."""
    days = sorted(_a_day(year) for _ in named)
    drawn = [_plan(issuer, *facts) for facts in zip(named, days, count(first_number), strict=False)]
    written = plans.Plan.objects.bulk_create(drawn, batch_size=AT_ONCE)
    if year.based_on is not None:
        for plan in written:
            plan.based_on.add(year.based_on)
    clauses = plans.Clause.objects.bulk_create(
        [
            _clause(plan, order, issuer, duty, year.chance)
            for plan in written
            for order, duty in enumerate(_duties(tasks_each, year.chance), 1)
        ],
        batch_size=AT_ONCE,
    )
    handed = tasks.Task.objects.bulk_create([_task(clause, issuer) for clause in clauses], batch_size=AT_ONCE)
    parts = [_part(task, unit, issuer.group) for task in handed for unit in issuer.doers]
    stories = [told(part, issuer.officer, year) for part in parts]
    tasks.Assignment.objects.bulk_create(parts, batch_size=AT_ONCE)
    _record_plans(written, handed)
    keep(stories)
    return parts


def _duties(number: int, chance: Random) -> list[tuple[str, str]]:
    start = chance.randrange(len(words.TASKS))
    return [words.TASKS[(start + n) % len(words.TASKS)] for n in range(number)]


def _a_day(year: Year) -> date:
    longest = (year.today - year.since).days if year.since else 400
    return year.today - timedelta(days=year.chance.randint(min(40, longest), longest))


def _plan(issuer: Issuer, title: str, day: date, number: int) -> plans.Plan:
    plan = plans.Plan(
        keeper=issuer.committee,
        kind="KH",
        number=f"{number:02}/KH-UBND",
        title=title.format(year=day.year),
        issued_on=day,
        number_year=day.year,
        issuer=issuer.committee,
        place=issuer.place,
        adopted_at=at(day),
        adopted_by=issuer.officer,
    )
    plan.search_text = search_text(f"{plan.number} {plan.title} {issuer.committee.full_name}")
    return plan


def _clause(plan: plans.Plan, order: int, issuer: Issuer, duty: tuple[str, str], chance: Random) -> plans.Clause:
    due = (plan.issued_on or OPENED) + timedelta(days=chance.choice([20, 30, 45, 60, 90, 150, 240]))
    due -= timedelta(days=max(0, due.weekday() - 4))
    clause = plans.Clause(plan=plan, order=order, label=f"II.{order}", text=duty[0], lead_words=issuer.group, due=due)
    clause.time_words = f"chậm nhất ngày {due:%d/%m/%Y}"
    return clause


_WANTED = dict(words.TASKS)


def _task(clause: plans.Clause, issuer: Issuer) -> tasks.Task:
    return tasks.Task(
        plan=clause.plan,
        clause=clause,
        title=clause.text,
        text=clause.text,
        evidence_wanted=_WANTED[clause.text],
        time_words=clause.time_words,
        due=clause.due,
        handed_out_at=at(clause.plan.issued_on or OPENED, 10),
        handed_out_by=issuer.officer,
        search_text=search_text(f"{clause.text} {clause.plan}"),
    )


def _part(task: tasks.Task, unit: units.Unit, group: str) -> tasks.Assignment:
    return tasks.Assignment(
        task=task, unit=unit, part="lead", group_words=group, due=task.due, changed_at=task.handed_out_at
    )


def _record_plans(written: Sequence[plans.Plan], handed: Sequence[tasks.Task]) -> None:
    audit.record_many(
        audit.entry("plans.adopted", plan, by=plan.adopted_by, now=plan.adopted_at, unit=plan.issuer)
        for plan in written
    )
    audit.record_many(
        audit.entry("tasks.handed_out", task, by=task.handed_out_by, now=task.handed_out_at, unit=task.plan.issuer)
        for task in handed
    )
