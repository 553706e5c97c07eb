"""One task is handed to 3,321 bodies, done by all of them, and accepted at once."""

import time
from datetime import date, datetime
from typing import Any

from benchmarks import world
from benchmarks.figures import Figures
from benchmarks.reading import Page, read, weigh
from benchmarks.server import serving


def run(scale: float, figures: Figures) -> None:
    """The committee of every commune in the country."""
    from dinhlang.apps.plans import public as plans
    from dinhlang.apps.tasks import actions
    from dinhlang.apps.tasks import public as tasks
    from dinhlang.apps.units import public as units
    from dinhlang.base import clock

    now, today = clock.now(), clock.today()
    plan, by = a_plan_of_the_country(round(3321 * scale), now=now, today=today)
    group = units.understand_group("UBND các xã, phường, đặc khu")
    started = time.perf_counter()
    task = tasks.hand_out(clause=plans.clauses_of(plan)[0], leads=[group], due=today, by=by, now=now, day=today)
    figures.add("handing out", time.perf_counter() - started)
    parts = tasks.Assignment.objects.filter(task=task)
    figures.add("bodies", parts.count(), "rows")
    parts.update(state="submitted", submitted_on=today, changed_at=now)
    half = parts.order_by("pk")[: parts.count() // 2]
    started = time.perf_counter()
    actions.accept_many(assignments=half, by=by, now=now, day=today)
    figures.add("accepting half of them at once", time.perf_counter() - started)
    pages = [Page("the task's page", [f"/nhiem-vu/{task.pk}/"], world.cookie_of("binh"))]
    weigh(pages, figures)
    with serving() as (port, _):
        read(pages, figures, port)


def a_plan_of_the_country(number: int, *, now: datetime, today: date) -> tuple[Any, Any]:
    """The plan, and the officer who hands it out."""
    from dinhlang.apps.people import public as people
    from dinhlang.apps.plans import public as plans
    from dinhlang.apps.register import public as register
    from dinhlang.apps.units import public as units

    world.ready()
    register.load_country(now=now, today=today)
    country = units.Unit.objects.get(code="VN")
    government = units.open_unit(
        code="VN.CP", kind="people_committee", name="Chính phủ", begins=today, parent=country, today=today
    )
    _committees(number, today)
    by, _ = people.create_person(
        username="binh", full_name="Ngô Thanh Bình", kind="officer", unit=government, begins=today, by=None, now=now
    )
    facts = plans.ClauseFacts("Niêm yết")
    return plans.publish_plan(issuer=government, title="Việc của cả nước", clauses=[facts], by=by, now=now), by


def _committees(number: int, today: date) -> None:
    from dinhlang.apps.units import public as units

    communes = units.Unit.objects.living().of_kind("commune").order_by("code")[:number]
    span, facts = units.timeline.Span, units.timeline.Facts
    there = {code: units.timeline.told_spans(places) for code, places in units.timelines().items()}
    new = {
        f"{one.code}.UB": [
            span(one.versions.latest("begins").begins, None, facts("people_committee", "", f"UBND {one}", one.code))
        ]
        for one in communes
    }
    placed, _ = units.timeline.placed({**there, **new})
    units.restate_units({code: placed[code] for code in new}, today=today)
