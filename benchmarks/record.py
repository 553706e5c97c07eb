"""What the record costs: an action with and without its entry, the chain laid afterwards, the whole of it proved."""

import time
from collections.abc import Callable
from unittest import mock

from benchmarks import world
from benchmarks.figures import Figures

ENTRIES = 100_000


def run(scale: float, figures: Figures) -> None:
    """Renaming an account is the shortest action there is, so the record weighs most in it."""
    from dinhlang.apps.audit import public as audit

    world.ready()
    rename = _renaming()
    plain, recorded = _paired(rename, round(300 * scale))
    figures.add("an action without its entry", plain * 1000, "ms")
    figures.add("the same with its entry", recorded * 1000, "ms")
    number = round(ENTRIES * scale)
    _write(number)
    started = time.perf_counter()
    figures.add("entries bound", audit.lay_links(), "entries")
    took = time.perf_counter() - started
    figures.add("laying a link, for each entry", took / number * 1000, "ms")
    figures.add("of an action with its entry", took / number / recorded * 100, "%")
    started = time.perf_counter()
    if audit.first_break() is not None:
        raise RuntimeError("The chain does not hold.")
    figures.add("proving the whole record", time.perf_counter() - started)


def _renaming() -> Callable[[int], None]:
    from dinhlang.apps.people import public as people
    from dinhlang.apps.people.actions import change_person
    from dinhlang.apps.units import public as units
    from dinhlang.base import clock

    now, today = clock.now(), clock.today()
    place = units.open_unit(code="24", kind="province", name="Bắc Ninh", begins=today, parent=None, today=today)
    quan, _ = people.make_first_administrator(username="quan", full_name="Quân", unit=place, now=now, day=today)
    quan = people.with_roles_on(quan, day=today)

    def rename(n: int) -> None:
        change_person(quan, full_name=f"Vũ Anh Quân {n}", honorific="", email="", phone="", by=quan, now=now)

    return rename


def _paired(act: Callable[[int], None], rounds: int) -> tuple[float, float]:
    """The median of each, taken in turns, so that a machine that slows down slows both."""
    plain, recorded = [], []
    for n in range(rounds):
        with mock.patch("dinhlang.apps.audit.listeners.record"):
            plain.append(_time(act, 2 * n))
        recorded.append(_time(act, 2 * n + 1))
    return sorted(plain)[rounds // 2], sorted(recorded)[rounds // 2]


def _time(act: Callable[[int], None], n: int) -> float:
    started = time.perf_counter()
    act(n)
    return time.perf_counter() - started


def _write(number: int) -> None:
    from dinhlang.apps.audit import public as audit
    from dinhlang.apps.units import public as units
    from dinhlang.base import clock

    place, now = units.Unit.objects.get(code="24"), clock.now()
    facts = {"before": {"name": "Tân Trung"}, "after": {"name": "Nhã Nam"}, "reason": "Theo nghị quyết"}
    audit.record_many(audit.entry("units.renamed", place, by=None, now=now, unit=place, **facts) for _ in range(number))
