"""The world that benchmarks look at: a made-up province of the stated size, and people signed in to it."""

import time
from datetime import date

from benchmarks.figures import Figures


def ready() -> None:
    """An empty house with its tables and static files."""
    from django.conf import settings
    from django.core.management import call_command

    settings.HOME.mkdir(parents=True, exist_ok=True)
    settings.ALLOWED_HOSTS += ["testserver"]
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def province(scale: float, figures: Figures, *, seed: int = 2022) -> date:
    """150 communes and 200,000 parts of tasks at scale 1; answers with its day."""
    from dinhlang.apps.search import public as search
    from dinhlang.base import clock
    from dinhlang.config.demo import province, year

    ready()
    day, size = clock.today(), province.scaled(province.BENCHMARK, scale)
    started = time.perf_counter()
    built = province.build(size, seed=seed, today=day)
    figures.add("parts of tasks", year.live(built, size, seed=seed, today=day), "rows")
    figures.add("communes", size.communes, "rows")
    figures.add("seconds to make the province", time.perf_counter() - started)
    started = time.perf_counter()
    figures.add("things to find", search.rebuild_index(), "rows")
    figures.add("seconds to index it", time.perf_counter() - started)
    settle()
    return day


def settle() -> None:
    """Let the database look at its rows once, as it does by itself at night."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "PRAGMA optimize")


def cookie_of(username: str) -> str:
    """The cookie of a session in which this person has signed in."""
    from django.conf import settings
    from django.test import Client

    from dinhlang.apps.people import public as people

    client = Client()
    client.force_login(people.Person.objects.get(username=username))
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
