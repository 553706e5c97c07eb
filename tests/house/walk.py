"""The walk through the house: every route, every method, every person; each request is undone before the next."""

import re
from collections.abc import Iterator
from itertools import groupby
from unittest.mock import patch

from django.core.handlers.base import BaseHandler
from django.core.signals import request_finished
from django.db import close_old_connections, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from dinhlang.base import clock
from dinhlang.base.testing import status_of
from tests.house.routes import all_routes
from tests.house.world import NOW, World

METHODS = ("GET", "POST")
NO_METHODS = ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


def doors(world: World) -> Iterator[tuple[str, str, str]]:
    """Each (route's address, what is asked for, the real address)."""
    examples = world.examples()
    for route in all_routes():
        for words, args in examples.get(route.name, [("", ())]):
            yield f"/{route.address}", words, reverse(route.name, args=args)


class Walker:
    """A person with a browser whose every request is undone again, sign-out included."""

    def __init__(self, person, *, has_token=True) -> None:
        self.factory = RequestFactory()
        self.has_token = has_token
        self.handler = BaseHandler()
        self.handler.load_middleware()
        if person is not None:
            door = Client()
            door.force_login(person)
            self.factory.cookies = door.cookies

    def ask(self, method: str, url: str, body: str = "", **more) -> HttpResponse:
        """The answer to one request, read to its end."""
        request = self.factory.generic(method, url, body, "application/x-www-form-urlencoded", **more)
        request._dont_enforce_csrf_checks = self.has_token
        with transaction.atomic():
            answer = self.handler.get_response(request)
            answer.whole = b"".join(answer)
            _close(answer)
            transaction.set_rollback(True)
        return answer


def _close(answer: HttpResponse) -> None:
    """Let go of its file, but keep the connection to the database, as Django's own test client does."""
    request_finished.disconnect(close_old_connections)
    answer.close()
    request_finished.connect(close_old_connections)


def on_the_day_of_the_tests():
    """The pages live on the day of the factories."""
    return patch.multiple(clock, now=lambda: NOW, today=NOW.date)


def walked(world: World) -> Iterator[tuple[str, str, str, tuple[int, ...]]]:
    """Rows of (address, what is asked for, methods, the status for each person); methods answered alike are one row."""
    with on_the_day_of_the_tests():
        walkers = [Walker(person) for person in world.persons.values()]
        for address, words, url in doors(world):
            answers = [(method, tuple(status_of(w.ask(method, url)) for w in walkers)) for method in METHODS]
            for statuses, alike in groupby(answers, key=lambda pair: pair[1]):
                yield address, words, ", ".join(method for method, _ in alike), statuses


def methods_that_surprise(world: World) -> list[str]:
    """Where HEAD does not answer as GET, or a method that no page knows is let in: asked by three who stand apart."""
    walkers = [Walker(world.persons[name]) for name in ("stranger", "officer", "foreign officer")]
    with on_the_day_of_the_tests():
        return [
            f"{method} {address}"
            for address, _, url in doors(world)
            for walker in walkers
            for method in ("HEAD", *NO_METHODS)
            if walker.ask(method, url).status_code != (walker.ask("GET", url).status_code if method == "HEAD" else 405)
        ]


def printed(world: World) -> list[str]:
    """The walk as lines of a Markdown table."""
    heads = ["route", "asked for", "method", *world.persons]
    lines = ["| " + " | ".join(heads) + " |", "| " + " | ".join("---" for _ in heads) + " |"]
    for address, words, methods, statuses in walked(world):
        cells = [f"`{_readable(address)}`", words or "–", methods, *map(str, statuses)]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def _readable(address: str) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", address)
