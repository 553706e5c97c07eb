"""Search over 1,000,000 things, typed with and without marks, as a stranger and as an officer."""

import time
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks import world
from benchmarks.figures import Figures, percentile

ROWS = 1_000_000
AT_ONCE = 20_000
QUESTIONS = (
    "niem yet cong khai",
    "niêm yết công khai",
    "hop dan",
    "ke hoach 2026",
    "ubnd xa tan",
    "mttq",
    "hương ước quy ước",
    "dien bien phu",
    "đường bê tông thôn hòa",
    "bao cao",
    "xyzzy",
)


def run(scale: float, figures: Figures) -> None:
    """Fill the index, then ask the same questions again and again."""
    from dinhlang.apps.people import public as people
    from dinhlang.apps.search import public as search
    from dinhlang.base import clock
    from dinhlang.config.demo import province, year

    world.ready()
    day = clock.today()
    size = province.Size(communes=3, villages=2, province_plans=1, commune_plans=1, tasks=2)
    built = province.build(size, seed=1, today=day)
    year.live(built, size, seed=1, today=day)
    rows, started = round(ROWS * scale), time.perf_counter()
    for first in range(0, rows, AT_ONCE):
        search.remember_many(_entries(first, min(first + AT_ONCE, rows), built.path))
    figures.add("rows in the index", rows, "rows")
    figures.add("rows remembered per second", rows / (time.perf_counter() - started), "1/s")
    world.settle()
    officer = people.with_roles_on(people.Person.objects.get(username="99-ubnd.cv"), day=day)
    for who, person in (("stranger", None), ("officer", officer)):
        _ask(who, person, figures)


def _entries(first: int, end: int, path: str) -> Iterator[Any]:
    from dinhlang.apps.search import public as search
    from dinhlang.config.demo import words

    chance = Random(first)
    for number in range(first, end):
        text, wanted = chance.choice(words.TASKS)
        place = f"xã {chance.choice(words.SYLLABLES)} {chance.choice(words.SYLLABLES)}"
        kind = ("task", "plan", "document", "unit")[number % 20 % 4 if number % 20 < 4 else 0]
        yield search.entry(
            kind,
            f"bench-{number}",
            title=f"{text} {place}",
            detail=f"{number % 90 + 1}/KH-UBND · UBND {place}",
            body=f"{wanted}. {chance.choice(words.PROGRESS)} {chance.choice(words.PLAN_TITLES)}".format(year=2026),
            url=f"/nhiem-vu/{number}/",
            path=f"{path}{number % 150 + 1000}.",
            is_public=number % 3 == 0,
            day=date(2024, 1, 1) + timedelta(days=number % 1000),
        )


def _ask(who: str, person: object, figures: Figures) -> None:
    from dinhlang.apps.search import public as search

    all_times: list[float] = []
    for question in QUESTIONS:
        times = []
        for _ in range(7):
            started = time.perf_counter()
            search.find(question, person=person)
            times.append(time.perf_counter() - started)
        all_times += times[1:]
        figures.add(f"{who}, “{question}”, median", percentile(times[1:], 0.5) * 1000, "ms")
    figures.add(f"{who}, all questions, p95", percentile(all_times, 0.95) * 1000, "ms")
