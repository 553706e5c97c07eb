"""Every route × every method × every person answers as docs/security/who-may-open-what.md says."""

import os
from difflib import unified_diff

import pytest

from tests.house.routes import all_routes
from tests.house.walk import doors, methods_that_surprise, printed
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

    # 400: a write at a door for programs comes here without its key, and would be done with one
    assert cells <= {"200", "302", "400", "401", "403", "404", "405", "409"}


@pytest.mark.slow
def test_head_answers_as_get_and_no_page_knows_other_methods(db):
    assert methods_that_surprise(World()) == []


def test_every_route_is_walked(db):
    walked = {address for address, _, _ in doors(World())}

    assert sorted(route.address for route in all_routes() if f"/{route.address}" not in walked) == []
    assert [route.address for route in all_routes() if not route.name] == []
