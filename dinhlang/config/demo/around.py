"""The rest of Bắc Ninh: what its other communes did with the province's plans, and their own plans that answer."""

from datetime import date
from random import Random

from django.db.models import QuerySet

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.config.demo import words
from dinhlang.config.demo.fates import Speakers, Year, unfold
from dinhlang.config.demo.places import COMMUNE, PROVINCE
from dinhlang.config.demo.year import Issuer, let_issue

ANSWERING = 61
"""So many of the 98 other communes have a plan of their own by now; the province's page says who has not."""


def let_the_others_live(
    province_plan: plans.Plan, *, speakers: Speakers, officer: people.Person, day: date, seed: int
) -> None:
    """What the other communes did with the province's plan; the province's other plans, which Nhã Nam has done."""
    ours = units.Unit.objects.get(code=f"{COMMUNE}.UB")
    since = province_plan.issued_on
    year = Year(day, speakers, Random(seed), since=since, diligent=frozenset({ours.pk}))
    parts = tasks.Assignment.objects.filter(task__plan=province_plan, state="waiting").exclude(unit=ours)
    unfold(list(parts.select_related("unit", "task__plan").order_by("pk")), officer, year)
    committees = list(_committees())
    _province_plans(year, officer, committees)
    answering = Year(day, speakers, Random(seed + 1), based_on=province_plan, since=since)
    others = [committee for committee in committees if committee != ours]
    for committee in answering.chance.sample(others, ANSWERING):
        _answer(committee, answering)


def _committees() -> QuerySet[units.Unit]:
    """Of all communes of the province."""
    found = units.Unit.objects.living().of_kind("people_committee").filter(parent__parent__code=PROVINCE)
    return found.select_related("parent").order_by("sort_key", "pk")


def _province_plans(year: Year, officer: people.Person, doers: list[units.Unit]) -> None:
    place = units.Unit.objects.get(code=PROVINCE)
    committee = units.Unit.objects.get(code=f"{PROVINCE}.UB")
    issuer = Issuer(place, committee, officer, doers, "UBND các xã, phường")
    let_issue(issuer, words.PLAN_TITLES[2:6], year=year, tasks_each=4, first_number=61)


def _answer(committee: units.Unit, year: Year) -> None:
    bodies = units.Unit.objects.living().filter(parent=committee, kind__in=("department", "service_unit"))
    issuer = Issuer(
        committee.parent or committee,
        committee,
        year.speakers[committee.pk],
        list(bodies.order_by("sort_key", "pk")),
        "các phòng, trung tâm của xã",
    )
    let_issue(issuer, words.PLAN_TITLES[:1], year=year, tasks_each=4, first_number=year.chance.randint(9, 40))
