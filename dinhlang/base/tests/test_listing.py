"""Long lists are paged and sorted; odd numbers and columns do no harm."""

import pytest
from django.apps import apps

from dinhlang.base.listing import first_of, key_of, page_of, sorted_by


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


@pytest.mark.parametrize(("there", "questions"), [(0, 1), (2, 1), (3, 2), (9, 2)])
@pytest.mark.django_db
def test_a_short_list_is_not_counted_apart(there, questions, django_assert_num_queries):
    groups = apps.get_model("auth", "Group").objects
    groups.bulk_create([groups.model(name=str(number)) for number in range(there)])

    with django_assert_num_queries(questions):
        first = first_of(groups.order_by("pk"), 2)

    assert (len(first), first.number, first.are_all) == (min(there, 2), there, there <= 2)


@pytest.mark.django_db
def test_a_long_list_may_know_a_quicker_way_to_its_number():
    groups = apps.get_model("auth", "Group").objects
    groups.bulk_create([groups.model(name=str(number)) for number in range(4)])

    assert first_of(groups.order_by("pk"), 2, number=lambda: 4_000).number == 4_000
