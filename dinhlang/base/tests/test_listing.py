"""Long lists are paged and sorted; odd numbers and columns do no harm."""

import pytest
from django.apps import apps

from dinhlang.base.listing import key_of, page_of, sorted_by


@pytest.mark.parametrize(
    ("asked", "number"), [("", 1), ("?page=2", 2), ("?page=99", 3), ("?page=-1", 3), ("?page=hai", 1), ("?page=1e9", 1)]
)
def test_any_page_number_gives_a_page(rf, asked, number):
    assert page_of(rf.get(f"/{asked}"), list(range(60))).number == number


@pytest.mark.parametrize(
    ("asked", "order", "sort"),
    [
        ("", ("sort_key", "pk"), "name"),
        ("?sort=-name", ("-sort_key", "pk"), "-name"),
        ("?sort=password", ("sort_key", "pk"), "name"),
        ("?sort=--name", ("-sort_key", "pk"), "--name"),
    ],
)
def test_only_named_columns_sort(rf, asked, order, sort):
    people = apps.get_model("people", "Person").objects

    rows, said = sorted_by(rf.get(f"/{asked}"), people.all(), {"name": "sort_key"}, default="name")

    assert (rows.query.order_by, said) == (order, sort)


@pytest.mark.parametrize(
    ("text", "key"), [("12", 12), ("²", None), ("١٢", None), ("", None), ("-1", None), ("9" * 40, None)]
)
def test_only_what_a_row_can_bear_is_a_key(text, key):
    assert key_of(text) == key
