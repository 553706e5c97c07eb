"""A province of 3,321 communes, 1,000,000 parts of tasks: its pages, one more task for all, and its reorganisation."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from random import Random
from typing import Any

from benchmarks import board, world
from benchmarks.figures import Figures

COMMUNES, BODIES, WIDE_PLANS, TASKS, OTHER_PLANS = 3_321, 3, 30, 10, 470
"""30 plans with ten tasks each for every commune make 996,300 parts; 470 communes have a small plan of their own."""

SEED = 2026


def run(scale: float, figures: Figures) -> None:
    """Everything grows with the communes; the plans stay 500."""
    _filled(scale, figures)
    board.weigh_pages(figures)
    _counted_anew(figures)
    _one_more_task(figures)
    _every_third_takes_two(figures)


def _timed(what: str, do: Callable[[], Any], figures: Figures) -> Any:
    started = time.perf_counter()
    answer = do()
    figures.add(what, time.perf_counter() - started)
    return answer


def _filled(scale: float, figures: Figures) -> None:
    from dinhlang.apps.audit import public as audit
    from dinhlang.apps.plans import public as plans
    from dinhlang.apps.tasks import public as tasks
    from dinhlang.apps.units import public as units
    from dinhlang.base import clock
    from dinhlang.config.demo import province

    world.ready()
    today, size = clock.today(), province.Size(COMMUNES, 0, WIDE_PLANS, 0, TASKS, BODIES)
    size = province.scaled(size, scale)
    built = province.build(size, seed=SEED, today=today)
    _timed("filling it", lambda: _lived(built, size, round(OTHER_PLANS * min(1, scale * 2)), today), figures)
    for what, model in (("bodies and places", units.Unit), ("plans", plans.Plan), ("parts", tasks.Assignment)):
        figures.add(what, model.objects.count(), "rows")
    figures.add("events", tasks.Progress.objects.count() + audit.Entry.objects.count(), "rows")
    world.settle()


def _lived(built: Any, size: Any, others: int, today: date) -> None:
    """Plan by plan, so that memory holds one at a time."""
    from dinhlang.apps.units import public as units
    from dinhlang.config.demo import year

    chance = Random(SEED)
    of_year = year.Year(today, year.staff(built, chance, today=today), chance)
    by_place = {issuer.place.pk: issuer for issuer in year.issuers(built, of_year.speakers)}
    whole = by_place.pop(built.pk)
    for number, title in enumerate(year.titles(size.province_plans), 1):
        year.let_issue(whole, [title], year=of_year, tasks_each=size.tasks, first_number=number)
    for issuer in list(by_place.values())[:others]:
        own = [one.unit for one in units.children_of(issuer.place, day=today)]
        of_year.speakers.update({one.pk: issuer.officer for one in own})
        year.let_issue(replace(issuer, doers=own, group=""), year.titles(1), year=of_year, tasks_each=2)


def _counted_anew(figures: Figures) -> None:
    """What a night does so that the kept counts are few and right."""
    from dinhlang.apps.tasks import actions

    wrong = _timed("counting all parts anew", actions.count_anew, figures)
    if wrong:
        raise SystemExit(f"{wrong} kept counts were wrong.")


def _one_more_task(figures: Figures) -> None:
    """A plan of one clause is published and its task handed to every commune, as an officer does it."""
    from dinhlang.apps.people import public as people
    from dinhlang.apps.plans import public as plans
    from dinhlang.apps.tasks import public as tasks
    from dinhlang.apps.units import public as units
    from dinhlang.base import clock
    from dinhlang.config.demo.province import CODE

    now, today = clock.now(), clock.today()
    issuer = units.Unit.objects.get(code=f"{CODE}-UBND")
    by = people.Person.objects.get(username=f"{CODE}-ubnd.cv")
    facts = [plans.ClauseFacts("Niêm yết tại nơi công cộng")]
    plan = plans.publish_plan(issuer=issuer, title="Việc chung", clauses=facts, by=by, now=now)
    group = units.understand_group("UBND các xã, phường")
    task = _timed(
        "handing one task to all",
        lambda: tasks.hand_out(clause=plans.clauses_of(plan)[0], leads=[group], due=today, by=by, now=now, day=today),
        figures,
    )
    figures.add("bodies that got it", tasks.Assignment.objects.filter(task=task).count(), "rows")


def _every_third_takes_two(figures: Figures) -> None:
    """Of each three communes the first takes the two others, by the action that an administrator's page calls."""
    from dinhlang.apps.register import public as register
    from dinhlang.apps.tasks import actions
    from dinhlang.apps.tasks.models import Assignment, Moved
    from dinhlang.apps.units import public as units
    from dinhlang.base import clock

    now, today = clock.now(), clock.today()
    communes = list(units.Unit.objects.living().of_kind("commune").order_by("code"))
    alive = Assignment.objects.alive().count()
    moments = [time.perf_counter()]
    for first in range(0, len(communes) - 2, 3):
        into, *ended = communes[first : first + 3]
        register.merge_units(ended, into=into, day=today, by=None, now=now, basis="Đo")
        moments.append(time.perf_counter())
    figures.add("communes that ended", 2 * (len(moments) - 1), "rows")
    figures.add("the slowest merger of three", max(later - earlier for earlier, later in pairwise(moments)))
    _timed("whatever was left to hand over", lambda: actions.hand_over(now=now), figures)
    figures.add("reorganisation in all", time.perf_counter() - moments[0])
    handed = Moved.objects.filter(moved_at=now)
    figures.add("parts that went on", handed.filter(joined=None).count(), "rows")
    joined = handed.exclude(joined=None).count()
    figures.add("parts that their heir owed already", joined, "rows")
    if alive != Assignment.objects.alive().count() + joined:
        raise SystemExit("A part of a task was lost on the way.")
