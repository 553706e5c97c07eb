"""A map drawn from points alone: north is above, distances are true, names hide nothing."""

from hypothesis import given
from hypothesis import strategies as st

from dinhlang.look.maps import EDGE, MOST, WIDTH, Spot, box_of, drawn

POINTS = st.tuples(st.floats(6, 24), st.floats(102, 118))


def test_north_is_above_and_east_is_right():
    south, north, east = drawn([Spot("s", 21.0, 106.0), Spot("n", 21.5, 106.0), Spot("e", 21.0, 106.5)]).dots

    assert north.y < south.y and north.x == south.x
    assert east.x > south.x and east.y == south.y


def test_a_kilometre_is_as_long_in_both_directions():
    """A degree of longitude is shorter by the cosine of the latitude: 104 km at 21° north."""
    a, b, c = drawn([Spot("a", 21.0, 106.0), Spot("b", 22.0, 106.0), Spot("c", 21.0, 107.0)]).dots

    assert 0.92 < (c.x - a.x) / (a.y - b.y) < 0.94


def test_the_bar_is_as_long_as_it_says():
    sheet = drawn([Spot("a", 21.0, 106.0), Spot("b", 22.0, 106.0)])

    degree = sheet.dots[0].y - sheet.dots[1].y
    assert sheet.kilometres in (10, 20, 50)
    assert abs(sheet.bar / degree * 111.32 - sheet.kilometres) < 0.2


def test_a_lonely_place_lies_in_the_middle():
    (dot,) = drawn([Spot("a", 21.0, 106.0, "xã A")]).dots

    assert dot.x == WIDTH / 2
    assert dot.label and dot.label.anchor == "start"


def test_of_five_names_in_one_place_four_stand_round_it_and_one_nowhere():
    dots = drawn([Spot(n, 21.0, 106.0, f"xã {n}") for n in range(5)]).dots

    assert [dot.label.anchor for dot in dots if dot.label] == ["start", "end", "middle", "middle"]
    assert dots[2].label.y < dots[2].y < dots[3].label.y
    assert dots[4].label is None


def test_at_the_right_edge_a_name_stands_left_of_its_dot():
    west, east = drawn([Spot(1, 21.0, 105.0, "xã Tây"), Spot(2, 21.0, 107.0, "phường Phương Đông Xa")]).dots

    assert west.label.anchor == "start"
    assert east.label.anchor == "end"


def test_no_points_are_an_empty_sheet():
    assert drawn([]).dots == []


@given(st.lists(POINTS, min_size=1, max_size=60))
def test_everything_lies_on_the_sheet_and_no_name_on_another(points):
    sheet = drawn([Spot(n, *point, name="phường Tên Dài") for n, point in enumerate(points)])

    assert sheet.height <= MOST
    assert all(
        EDGE - 1 <= dot.x <= WIDTH - EDGE + 1 and EDGE - 1 <= dot.y <= sheet.height - EDGE + 1 for dot in sheet.dots
    )
    boxes = [box_of(dot.name, dot.label) for dot in sheet.dots if dot.label]
    for n, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0 and right <= WIDTH
        assert all(right <= x or r <= left or bottom <= t or b <= top for x, t, r, b in boxes[n + 1 :])
