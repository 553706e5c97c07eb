"""Where something lies, as people write it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinhlang.pure.viet import NotAPoint, point_of, read_point

THERE = (Decimal("21.43702"), Decimal("106.09911"))


@pytest.mark.parametrize(
    "text",
    [
        "21.43702, 106.09911",
        "21.43702,106.09911",
        " 21.43702   106.09911 ",
        "21,43702; 106,09911",
        "21,43702, 106,09911",
        "21.437021234567, 106.099114999",
    ],
)
def test_a_point_is_read_as_maps_and_people_write_it(text):
    assert read_point(text) == THERE


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "shape"),
        ("21.43702", "shape"),
        ("21° 26' 13\", 106° 5' 57\"", "shape"),
        ("hai mốt, một trăm linh sáu", "shape"),
        ("1e1, 1e2", "shape"),
        ("-21.4, 106.1", "shape"),
        ("21.4, 106.1, 5", "shape"),
        ("106.09911, 21.43702", "swapped"),
        ("48.85, 2.35", "far"),
        ("999, 999", "far"),
    ],
)
def test_what_is_no_point_of_the_country_says_why(text, reason):
    with pytest.raises(NotAPoint) as refused:
        read_point(text)
    assert refused.value.reason == reason


@given(st.text(max_size=40), st.text(max_size=40))
def test_nothing_else_is_ever_raised(first, second):
    for read in (lambda: read_point(first), lambda: point_of(first, second)):
        try:
            north, east = read()
        except NotAPoint:
            continue
        assert 6 <= north <= 24 and 102 <= east <= 118
