"""The chain of a report is laid over a task that 3,321 bodies have, and moved once; and no body is left behind."""

import time
from datetime import timedelta

from benchmarks.figures import Figures
from benchmarks.hand_out import a_plan_of_the_country


def run(scale: float, figures: Figures) -> None:
    """Every commune's committee is due by the chain, from the ministry's day backwards."""
    from dinhlang.apps.calendar import public as calendar
    from dinhlang.apps.deadlines import actions, rules
    from dinhlang.apps.plans import public as plans
    from dinhlang.apps.tasks import public as tasks
    from dinhlang.apps.units import public as units
    from dinhlang.base import clock

    now, today = clock.now(), clock.today()
    plan, by = a_plan_of_the_country(round(3321 * scale), now=now, today=today)
    clause = plans.clauses_of(plan)[0]
    group = units.understand_group("UBND các xã, phường, đặc khu")
    task = tasks.hand_out(clause=clause, leads=[group], due=today + timedelta(days=90), by=by, now=now, day=today)
    levels = [
        actions.LevelFacts("country", 5, unit=plan.keeper),
        actions.LevelFacts("province", 5),
        actions.LevelFacts("commune", 3, clause=clause),
    ]
    facts = {"calendar": calendar.calendar_in_force(), "by": by, "now": now, "day": today}
    first = rules.Period(today + timedelta(days=30), today + timedelta(days=80))
    about = {"plan": plan, "title": "Báo cáo", "recipient": "Chính phủ", "rhythm": "quarter", "times": 4}
    started = time.perf_counter()
    chain = actions.lay_chain(**about, first=first, levels=levels, **facts)
    figures.add("laying a chain of four periods", time.perf_counter() - started)
    last_days = {one.order: one.last_day + timedelta(days=7) for one in chain.periods.all()}
    started = time.perf_counter()
    actions.change_chain(chain=chain, last_days=last_days, days=[5, 5, 3], reason="lùi", seen=0, **facts)
    figures.add("moving it by a week", time.perf_counter() - started)
    last = chain.periods.get(order=0).days.get(level__order=2).day
    figures.add("bodies that follow", tasks.Assignment.objects.filter(task=task, due=last).count(), "rows")
