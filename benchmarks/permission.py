"""What permission costs a page: the person with their roles, the question at the door, loading through `access`."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from types import FrameType
from typing import Any

from benchmarks import world
from benchmarks.figures import Figures
from benchmarks.reading import Page

ROUNDS = 20
ROLES = (1, 5, 20)
ASKED_IN = ("/access.py", "/people/backend/finding.py", "/people/models/people.py", "/people/queries.py")


@dataclass
class Spent:
    """Time and queries inside the functions that decide, the outermost of them only."""

    seconds: float = 0.0
    queries: int = 0
    depth: int = 0
    since: float = 0.0

    def watch(self, frame: FrameType, event: str, _argument: object) -> None:
        """Called by Python at every call and return."""
        if event not in {"call", "return"} or not frame.f_code.co_filename.endswith(ASKED_IN):
            return
        if event == "call":
            self.depth += 1
            self.since = time.perf_counter() if self.depth == 1 else self.since
        elif self.depth:
            self.depth -= 1
            self.seconds += time.perf_counter() - self.since if self.depth == 0 else 0.0

    def count(self, execute: Any, *asked: Any) -> Any:
        """Stands before the database."""
        self.queries += self.depth > 0
        return execute(*asked)


def run(scale: float, figures: Figures) -> None:
    """An officer with one role, with five, with twenty; every page as often, half of them watched."""
    from benchmarks.pages import signed_in_pages

    world.province(scale, figures)
    pages = [page for page in signed_in_pages() if "," in page.what]
    for number in ROLES:
        _give_roles(number)
        for page in pages:
            _weigh(page, number, figures)


def _weigh(page: Page, roles: int, figures: Figures) -> None:
    from django.test import Client

    client = Client(headers={"cookie": page.cookie or ""})
    client.get(page.paths[0])
    plain, shares, queries = [], [], 0
    for _round in range(ROUNDS):
        plain.append(_time(client, page.paths[0]))
        with _watched() as spent:
            whole = _time(client, page.paths[0])
        shares.append(spent.seconds / whole)
        queries = spent.queries
    share, name = median(shares), f"{page.what}, {roles} role{'s' if roles > 1 else ''}"
    figures.add(f"{name}: the page", median(plain) * 1000, "ms")
    figures.add(f"{name}: permission in it", share * 100, "%")
    figures.add(f"{name}: queries of permission", queries, "")


@contextmanager
def _watched() -> Iterator[Spent]:
    from django.db import connection

    spent = Spent()
    with connection.execute_wrapper(spent.count):
        sys.setprofile(spent.watch)
        try:
            yield spent
        finally:
            sys.setprofile(None)


def _time(client: Any, path: str) -> float:
    started = time.perf_counter()
    answer = client.get(path)
    took = time.perf_counter() - started
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered {answer.status_code}.")
    return took


def _give_roles(number: int) -> None:
    """Let the two officers of the pages have so many roles, each at another commune."""
    from dinhlang.apps.people.models import Person, Role
    from dinhlang.apps.units import public as units
    from dinhlang.config.demo.province import CODE

    others = list(units.Unit.objects.filter(code__startswith=CODE, code__endswith="-UBND").order_by("-code"))
    for name in (f"{CODE}001-UBND", f"{CODE}-UBND"):
        person = Person.objects.get(username=f"{name.lower()}.cv")
        first = person.roles.order_by("pk")[0]
        held = set(person.roles.values_list("unit_id", flat=True))
        for unit in [unit for unit in others if unit.pk not in held][: number - len(held)]:
            role = Role.objects.get(pk=first.pk)
            role.pk, role.unit = None, unit
            role.save()
