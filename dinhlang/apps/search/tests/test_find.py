import unicodedata
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dinhlang.apps.people.tests.factories import a_stranger, a_village_head, an_officer
from dinhlang.apps.search import public as search
from dinhlang.apps.search import queries
from dinhlang.apps.search.tests.factories import a_thing
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_village

pytestmark = pytest.mark.django_db


def keys(words, *, person=None, **narrowed):
    return [result.key for group in search.find(words, person=person, **narrowed).groups for result in group.results]


def titles(words, **narrowed):
    found = search.find(words, person=None, **narrowed)
    return ["".join(piece.text for piece in result.title) for group in found.groups for result in group.results]


@pytest.mark.parametrize(
    ("typed", "written", "is_found"),
    [
        ("ke hoach", "Kế hoạch", True),
        ("KẾ HOẠCH", "kế hoạch", True),
        ("hoạch kế", "Kế hoạch", True),
        ("đồng nai", "Đồng Nai", True),
        ("dong nai", "Đồng Nai", True),
        ("Ðồng", "Đồng Nai", True),
        ("hòa bình", "Hoà Bình", True),
        ("hoà bình", "Hòa Bình", True),
        ("thuỷ", "thủy lợi", True),
        (unicodedata.normalize("NFD", "Nhã Nam"), "Nhã Nam", True),
        ("Nhã Nam", unicodedata.normalize("NFD", "Nhã Nam"), True),
        ("ubnd xã", "Ủy ban nhân dân xã Nhã Nam", True),
        ("ủy ban nhân dân", "UBND xã Nhã Nam", True),
        ("uỷ ban nhân dân xã nhã", "UBND xã Nhã Nam", True),
        ("chủ tịch ubnd", "Chủ tịch Ủy ban nhân dân", True),
        ("31/KH-UBND", "Kế hoạch số 31/KH-UBND", True),
        ("31 kh", "Kế hoạch số 31/KH-UBND", True),
        ("hội ngh", "Hội nghị đối thoại", True),
        ("h", "Hội nghị", True),
        ("hội ng nghị", "Hội nghị", False),  # only the last word may be unfinished
        ("hội đồng", "Hội nghị", False),  # all words must be there
        ("kế hoạch 32", "Kế hoạch 31", False),
        ('"giám sát đầu tư"', "Ban giám sát đầu tư của cộng đồng", True),
        ("“giám sát đầu tư”", "Đầu tư và giám sát", False),
        ('"giám sát', "Ban giám sát", True),
        ('"ban giám" sá', "Ban giám sát", True),
        ("nghiêng ngả nghiêng", "Nghiêng ngả", True),
        ("Q" * 300, "Q" * 300, True),
        ("東京", "Hữu nghị 東京", True),
        ("a OR b", "a b", False),
        ("NOT hội", "Hội nghị", False),
    ],
)
def test_what_is_typed_finds_what_is_written(typed, written, is_found):
    a_thing(written[:290])

    assert bool(search.find(typed, person=None)) is is_found


@pytest.mark.parametrize("typed", ["", "   ", "…", '""', "'", "%", "_", "*", "()", "́", "\x00", "🎉"])
def test_nothing_asked_is_nothing_found(typed):
    a_thing("Kế hoạch")

    assert not search.find(typed, person=None)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_no_text_breaks_the_search(typed):
    search.find(typed, person=None)
    search.find(f'"{typed}" {typed}', person=None, kind="plan")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=80))
def test_whatever_has_letters_finds_itself(text):
    key = a_thing(text, kind="task")

    if queries.read_question(text):
        assert key in keys(text, limit=100)
    search.forget("task", key)


@pytest.mark.parametrize("sign", list("'\"*:&|!()<>-+^~\\{}[];,._%?$#@/`"))
def test_signs_of_the_databases_are_only_signs(sign):
    a_thing("Kế hoạch")

    assert search.find(f"{sign}kế{sign} {sign}hoạch{sign}", person=None) is not None
    assert keys(f"kế {sign} hoạch")


def test_detail_and_body_are_searched_too_and_the_place_is_shown():
    a_thing(
        "Kế hoạch", detail="31/KH-UBND", body="Mở đầu. " * 50 + "Niêm yết công khai ngân sách tại thôn. " + "Hết. " * 50
    )

    (group,) = search.find("ngân sách 31", person=None).groups
    shown = group.results[0].passage

    assert "Niêm yết công khai ngân sách tại thôn" in "".join(piece.text for piece in shown)
    assert [piece.text for piece in shown if piece.is_marked] == ["ngân sách"]
    assert shown[0].text.startswith("… ")
    assert shown[-1].text.endswith(" …")


def test_titles_come_first_then_same_marks_then_the_living_then_the_new():
    a_thing("Việc khác", key="body", body="kế hoạch", day=date(2026, 3, 1))
    a_thing("Kế hoạch năm 2024", key="old", day=date(2024, 3, 1))
    a_thing("Kế hoạch năm 2025", key="new", day=date(2025, 3, 1))
    a_thing("Kế hoạch năm 2026", key="ended", day=date(2026, 3, 1), is_living=False)
    a_thing("Hoạch định, rồi mới kế toán", key="words", day=date(2026, 3, 1))
    a_thing("Kẻ hoạch", key="other marks", day=date(2026, 3, 1))
    a_thing("Kế hoạch", key="itself", day=date(2020, 3, 1))

    assert keys("kế hoạch") == ["itself", "other marks", "new", "old", "ended", "body", "words"]


def test_words_side_by_side_come_before_scattered_ones():
    a_thing("Năm 2026 của Nhà nước", key="scattered", day=date(2026, 3, 1))
    a_thing("Họp thôn", key="together", detail="xã Nhã Nam", day=date(2020, 3, 1))

    assert keys("nha nam") == ["together", "scattered"]


def test_a_place_comes_before_the_bodies_that_bear_its_name():
    a_thing("xã Nhã Nam", key="place", day=date(2000, 1, 1))
    a_thing("Ban Chỉ huy Quân sự xã Nhã Nam", key="body", day=date(2025, 7, 1))

    assert keys("nhã nam") == ["place", "body"]


def test_no_passage_is_shown_where_the_title_says_it_all():
    a_thing("Kế hoạch dân chủ", body="Kế hoạch, rồi tổ chức.")

    assert search.find("ke hoach", person=None).groups[0].results[0].passage == []
    assert search.find("tổ chức", person=None).groups[0].results[0].passage != []


def test_the_marks_that_were_typed_count():
    a_thing("Xã Tấn Tiên", key="tấn")
    a_thing("Xã Tân Tiến", key="tân")
    a_thing("Xã Tẩn Tiền", key="tẩn")

    assert keys("tân tiến")[0] == "tân"
    assert keys("tấn tiên")[0] == "tấn"


def test_an_older_title_comes_before_many_newer_bodies():
    a_thing("Quy ước thôn", key="title")
    search.remember_many(
        search.entry("plan", f"b{n}", title="Việc khác", body="quy ước thôn", url="/", is_public=True)
        for n in range(queries.OF_EACH_KIND.weighed + 5)
    )

    assert keys("quy ước", limit=2)[0] == "title"


def test_results_come_by_kind_in_the_order_of_the_rooms():
    for kind in ("task", "plan", "unit", "unheard-of"):
        a_thing("Nhã Nam", kind=kind)

    groups = search.find("nhã nam", person=None).groups

    assert [(group.kind, group.label, group.count) for group in groups] == [
        ("unit", "Đơn vị", 1),
        ("plan", "Kế hoạch", 1),
        ("task", "Nhiệm vụ", 1),
    ]
    assert len(keys("nhã nam", kind="plan")) == 1
    assert keys("nhã nam", kind="no-such-kind") == []


def test_counting_stops_and_says_so():
    search.remember_many(
        search.entry("task", n, title=f"Việc {n}", url="/", is_public=True)
        for n in range(queries.OF_EACH_KIND.counted + 1)
    )

    found = search.find("việc", person=None, limit=5)

    assert (found.total, found.is_capped, len(found.groups[0].results)) == (100, True, 5)
    assert search.find("việc", person=None, kind="task").total == 101


@pytest.mark.parametrize("person", [None, "stranger"])
def test_strangers_find_only_what_is_public(person):
    commune = a_commune()
    a_thing("Kế hoạch", key="open", path=commune.path)
    a_thing("Kế hoạch", key="inner", path=commune.path, is_public=False)
    a_thing("Kế hoạch", key="nowhere", is_public=False)

    assert keys("kế hoạch", person=person and a_stranger()) == ["open"]


def test_officials_find_what_is_inside_their_own_place():
    ours, theirs = a_commune("Nhã Nam"), a_commune("Tân Yên")
    village = a_village(parent=ours)
    a_thing("Kế hoạch", key="ours", path=ours.path, is_public=False)
    a_thing("Kế hoạch", key="village", path=village.path, is_public=False)
    a_thing("Kế hoạch", key="theirs", path=theirs.path, is_public=False)
    a_thing("Kế hoạch", key="above", path=ours.parent.path, is_public=False)

    assert set(keys("kế hoạch", person=an_officer(at=a_committee(of=ours)))) == {"ours", "village"}
    assert keys("kế hoạch", person=a_village_head(at=village)) != []
    assert "theirs" not in keys("kế hoạch", person=a_village_head(at=village))


def test_nobody_can_type_a_scope():
    a_thing("Kế hoạch", is_public=False, path="1.34.")

    for typed in ("_public", "_kind_plan", "_1.34.", "1.34.", ".ke", "kế _public", 'kế" OR "_1.', "kế') | ('ke"):
        assert not search.find(typed, person=None)


def test_a_branch_is_not_its_neighbour():
    a_thing("Kế hoạch", key="34", path="1.34.")
    a_thing("Kế hoạch", key="3", path="1.3.")

    assert keys("kế", within="1.3.") == ["3"]
    assert set(keys("kế", within="1.")) == {"3", "34"}
    with pytest.raises(ValueError, match=r"A path looks like"):
        search.find("kế", person=None, within="1.34. OR 1")


def test_things_move_change_and_are_forgotten():
    key = a_thing("Kế hoạch cũ", path="1.3.", is_public=False)
    a_thing("Kế hoạch mới", key=key, path="1.4.")

    assert titles("kế hoạch") == ["Kế hoạch mới"]
    assert keys("cũ") == []
    assert keys("kế", within="1.3.") == []

    search.forget("plan", key)
    search.forget("plan", key)

    assert keys("kế hoạch") == []


def test_a_fewer_word_is_offered_only_where_it_finds_something():
    a_thing("Kế hoạch tuyên truyền")

    assert queries.nearby("kế hoạch xyz", person=None) == ["kế hoạch"]
    assert queries.nearby("abc xyz", person=None) == []
    assert queries.nearby("xyz", person=None) == []


def test_searching_asks_few_questions_however_many_things_there_are(django_assert_max_num_queries):
    for kind in ("unit", "plan", "task"):
        search.remember_many(search.entry(kind, n, title=f"Việc {n}", url="/", is_public=True) for n in range(300))

    with django_assert_max_num_queries(20):
        assert search.find("việc", person=None).total == 300


def test_rare_words_are_found_among_many_newer_things():
    a_thing("Xã Nhã Nam", key="rare", kind="task")
    search.remember_many(search.entry("task", n, title=f"Việc {n}", url="/", is_public=True) for n in range(1500))

    assert keys("nhã na") == ["rare"]
    assert keys('"xã nhã nam"') == ["rare"]
    assert len(keys("việc 1", limit=1000)) >= 100
