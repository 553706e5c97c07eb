"""The leader's page, the desk, the board and the calendar of a province: p50 and p95 as one reader waits."""

import time
from collections.abc import Callable
from datetime import timedelta

from benchmarks import world
from benchmarks.figures import Figures, percentile

TIMES = 40


def run(scale: float, figures: Figures) -> None:
    """150 communes and 200,000 parts of tasks at scale 1; every page is asked for as its reader asks for it."""
    world.province(scale, figures)
    weigh_pages(figures)


def weigh_pages(figures: Figures) -> None:
    """Count the places, then ask for each page as its reader does."""
    from dinhlang.apps.overview import actions
    from dinhlang.apps.overview.models import PlaceCount
    from dinhlang.base import clock

    started = time.perf_counter()
    counted = actions.count_places(day=clock.today(), now=clock.now())
    figures.add("count the board anew", time.perf_counter() - started)
    figures.add("communes on the board", counted, "rows")
    PlaceCount.objects.update(counted_at=clock.now() + timedelta(hours=1))  # fresh for as long as this takes
    for what, ask in _pages():
        _measure(what, ask, figures)


def _pages() -> list[tuple[str, Callable[[], int]]]:
    from django.test import Client

    from dinhlang.apps.people import public as people
    from dinhlang.apps.plans import public as plans
    from dinhlang.base import clock
    from dinhlang.config.demo.province import CODE

    readers = {}
    for name, username in (("province", f"{CODE}-UBND"), ("commune", f"{CODE}001-UBND")):
        readers[name] = Client()
        readers[name].force_login(people.Person.objects.get(username=f"{username.lower()}.cv"))
    whole = plans.Plan.objects.filter(issuer__code=f"{CODE}-UBND").order_by("pk")[0].pk
    past = clock.today() - timedelta(days=60)
    asked = [
        ("leader's page", "province", f"/toan-canh/ke-hoach/{whole}/"),
        ("leader's page, who is late", "province", f"/toan-canh/ke-hoach/{whole}/?xem=late"),
        ("coverage", "province", f"/toan-canh/ke-hoach/{whole}/do-phu/"),
        ("desk, province", "province", "/ban-viec/"),
        ("desk, commune", "commune", "/ban-viec/"),
        ("board", "province", "/toan-canh/"),
        ("board, who is late", "province", "/toan-canh/?xem=late"),
        ("one commune", "province", f"/toan-canh/dia-ban/{CODE}001/"),
        ("plan as it was", "province", f"/toan-canh/ke-hoach/{whole}/ngay/?ngay={past:%Y-%m-%d}"),
        ("one commune as it was", "province", f"/toan-canh/dia-ban/{CODE}001/ngay/?ngay={past:%Y-%m-%d}"),
        ("calendar of a month, province", "province", "/toan-canh/lich/"),
        ("calendar of a month, commune", "commune", "/toan-canh/lich/"),
    ]
    return [(what, _asker(readers[who], path)) for what, who, path in asked]


def _asker(client: object, path: str) -> Callable[[], int]:
    def ask() -> int:
        answer = client.get(path)  # type: ignore[attr-defined]
        if answer.status_code != 200:
            raise RuntimeError(f"{path} answered {answer.status_code}.")
        return len(answer.content)

    return ask


def _measure(what: str, ask: Callable[[], int], figures: Figures) -> None:
    size, took, worked = ask(), list[float](), list[float]()
    for _time in range(TIMES):
        started, busy = time.perf_counter(), time.process_time()
        ask()
        took.append((time.perf_counter() - started) * 1000)
        worked.append((time.process_time() - busy) * 1000)
    figures.add(f"{what}: p50", percentile(took, 0.5), "ms")
    figures.add(f"{what}: p95", percentile(took, 0.95), "ms")
    figures.add(f"{what}: processor, p50", percentile(worked, 0.5), "ms")
    figures.add(f"{what}: bytes", size, "B")
