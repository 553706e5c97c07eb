"""A place in the tree is found by its path, through the index, in both databases."""

import pytest
from django.apps import apps
from django.db import connection

from dinhlang.base.fields import within_any

pytestmark = pytest.mark.django_db


@pytest.fixture
def units():
    Unit = apps.get_model("units", "Unit")
    Unit.objects.bulk_create(
        [
            Unit(code=path, kind="other", name=path, path=path)
            for path in ("1.", "1.2.", "1.2.3.", "11.", "12.", "1.20.")
        ]
    )
    return Unit.objects


@pytest.mark.parametrize(
    ("branch", "found"),
    [
        ("1.", ["1.", "1.2.", "1.2.3.", "1.20."]),
        ("1.2.", ["1.2.", "1.2.3."]),
        ("1.2.3.", ["1.2.3."]),
        ("2.", []),
        ("", []),
    ],
)
def test_a_branch_is_the_place_itself_and_all_below_but_no_number_that_begins_alike(units, branch, found):
    assert sorted(unit.path for unit in units.filter(path__within=branch)) == found


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL uses its pattern index once a table is large")
def test_sqlite_searches_a_branch_through_its_index(units):
    assert "USING INDEX" in units.filter(path__within="1.2.").explain()


def test_any_of_the_branches_is_found_and_no_branch_finds_nothing(units):
    found = units.filter(within_any("path", ["1.2.", "12."]))

    assert set(found.values_list("path", flat=True)) == {"1.2.", "1.2.3.", "12."}
    assert not units.filter(within_any("path", [])).exists()
