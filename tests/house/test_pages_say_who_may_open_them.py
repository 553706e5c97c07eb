"""Every route of the house wears a guard, and signing in is the rule."""

import re

import pytest

from dinhlang.base.api import openapi
from tests.house.routes import all_routes

PAGES = [pytest.param(route.address, route.view, id=route.address or "/") for route in all_routes()]


@pytest.mark.parametrize(("address", "view"), PAGES)
def test_the_page_says_who_may_open_it(address, view):
    guard = getattr(view, "guard", None)

    assert guard, f"/{address}: {view.__module__}.{view.__name__} wears no guard (see dinhlang/base/guard.py)"


@pytest.mark.parametrize(("address", "view"), PAGES)
def test_only_a_page_for_anyone_or_for_programs_opens_without_signing_in(address, view):
    is_open = not getattr(view, "login_required", True)

    assert is_open == getattr(view, "guard", "").startswith(("anyone: ", "program: "))


def test_programs_are_answered_where_a_door_says_so_and_nowhere_else():
    for_programs = {route.address for route in all_routes() if getattr(route.view, "guard", "").startswith("program: ")}

    told = {re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", address) for address in for_programs}
    assert told == {address.lstrip("/") for address in openapi()["paths"]}


def test_a_page_without_a_guard_is_refused():
    def naked(request): ...

    with pytest.raises(AssertionError, match="wears no guard"):
        test_the_page_says_who_may_open_it("x/", naked)
