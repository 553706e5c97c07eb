"""Every route × every method × every person answers as docs/security/who-may-open-what.md says."""

import os
from difflib import unified_diff

import pytest
from django.urls import URLResolver, get_resolver

from tests.house.walk import doors, methods_that_surprise, named_routes, printed
from tests.house.world import World
from tools.print_permission_table import PAGE, table_of, with_table

HOW = "Read the lines as a jurist would; if they are right: .venv/bin/python -m tools.print_permission_table"


@pytest.mark.slow
def test_the_table_is_what_the_house_does(db):
    found = printed(World())
    if os.environ.get("WRITE_PERMISSION_TABLE"):
        PAGE.write_text(with_table(PAGE.read_text(), found))

    differing = list(unified_diff(table_of(PAGE.read_text()), found, "the page", "the house", lineterm="", n=0))

    assert differing == [], "\n".join([HOW, *differing])


def test_no_answer_of_the_table_is_a_crash():
    cells = {cell.strip() for line in table_of(PAGE.read_text())[2:] for cell in line.split("|")[4:-1]}

    assert cells <= {"200", "302", "401", "403", "404", "405", "409"}


@pytest.mark.slow
def test_head_answers_as_get_and_no_page_knows_other_methods(db):
    assert methods_that_surprise(World()) == []


def test_every_route_is_walked(db):
    walked = {address for address, _, _ in doors(World())}

    assert sorted(f"/{address}" for _, address in named_routes() if f"/{address}" not in walked) == []
    assert len(list(named_routes())) == len(list(all_patterns()))


def all_patterns(resolver=None):
    """The routes, counted without their names."""
    for part in (resolver or get_resolver()).url_patterns:
        yield from all_patterns(part) if isinstance(part, URLResolver) else [part]
