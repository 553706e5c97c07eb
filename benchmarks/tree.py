"""The tree of the country: 34 provinces and 3,321 communes of today, and 10,794 units of before the reform."""

import time

from benchmarks import world
from benchmarks.figures import Figures
from benchmarks.reading import Page, read, weigh
from benchmarks.server import serving


def run(scale: float, figures: Figures) -> None:
    """Loading the register's data, then its pages, today and before the reform."""
    from dinhlang.apps.people import public as people
    from dinhlang.apps.register import public as register
    from dinhlang.apps.units import public as units
    from dinhlang.base import clock

    world.ready()
    now, today = clock.now(), clock.today()
    started = time.perf_counter()
    loaded = register.load_country(now=now, today=today)
    figures.add("loading the country", time.perf_counter() - started)
    figures.add("units", loaded.units, "rows")
    country = units.Unit.objects.get(code="VN")
    people.make_first_administrator(username="quan", full_name="Vũ Anh Quân", unit=country, now=now, day=today)
    cookie = world.cookie_of("quan")
    pages = [
        Page("the country", ["/don-vi/"], cookie),
        Page("the country before the reform", ["/don-vi/?ngay=2024-06-01"], cookie),
        Page("provinces by turns", [f"/don-vi/{code}/" for code in _codes("province")], cookie),
        Page("communes by turns", [f"/don-vi/{code}/" for code in _codes("commune")[:500]], cookie),
        Page("search for a unit", ["/tim/?q=tan+trung", "/tim/?q=nha+nam", "/tim/?q=phuoc+long"], cookie),
        Page("face of a commune", [f"/xa/{code}/" for code in _codes("commune")[:500]]),
    ]
    weigh(pages, figures)
    with serving(DINHLANG_PORTAL_SECONDS="0") as (port, _):
        read(pages, figures, port)


def _codes(kind: str) -> list[str]:
    from dinhlang.apps.units import public as units

    return list(units.Unit.objects.living().of_kind(kind).order_by("code").values_list("code", flat=True))
