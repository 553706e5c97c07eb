import pytest

from dinhlang.apps.people.tests.factories import (
    a_leader,
    a_stranger,
    a_viewer,
    a_village_head,
    an_administrator,
    an_inspector,
    an_officer,
    sign_in,
)
from dinhlang.apps.search import public as search
from dinhlang.apps.search.tests.factories import a_thing
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_village

pytestmark = pytest.mark.django_db


def page(client, **asked):
    response = client.get("/tim/", asked)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("person", "finds_inner"),
    [
        (None, False),
        (a_stranger, False),
        (an_officer, True),
        (a_leader, True),
        (an_inspector, True),
        (a_viewer, True),
        (an_administrator, True),
    ],
)
def test_everybody_opens_the_page_and_finds_what_they_may_know(client, person, finds_inner):
    commune = a_commune()
    committee = a_committee(of=commune)
    a_thing("Kế hoạch kín", path=commune.path, is_public=False)
    a_thing("Kế hoạch mở", path=commune.path)
    if person is not None:
        sign_in(client, person() if person is a_stranger else person(at=committee))

    html = page(client, q="kế hoạch")

    assert "mở</a>" in html
    assert ("kín</a>" in html) is finds_inner


def test_a_village_head_finds_what_is_in_the_village(client):
    village = a_village()
    a_thing("Họp thôn", path=village.path, is_public=False)
    sign_in(client, a_village_head(at=village))

    assert "<mark>Họp thôn</mark>" in page(client, q="hop thon")


def test_words_are_marked_and_everything_else_is_escaped(client):
    a_thing("Kế hoạch <script>alert(1)</script>", body="Nội dung & <b>đậm</b> kế hoạch", url="/ke-hoach/1/")

    html = page(client, q="ke hoach <script>")

    assert "<mark>Kế hoạch &lt;script</mark>&gt;" in html
    assert "<script>alert" not in html
    assert 'href="/ke-hoach/1/"' in html


def test_strangers_are_led_to_the_public_page_of_a_thing(client):
    search.public_page("plan", lambda key: f"/xa/1/ke-hoach/{key}/")
    a_thing("Kế hoạch", key="7", url="/ke-hoach/7/")

    assert 'href="/xa/1/ke-hoach/7/"' in page(client, q="kế hoạch")
    sign_in(client, an_officer())
    assert 'href="/ke-hoach/7/"' in page(client, q="kế hoạch")


def test_nothing_asked_gives_advice_and_nothing_found_gives_a_way_on(client):
    a_thing("Kế hoạch tuyên truyền")

    assert "Không cần gõ dấu" in page(client)
    nothing = page(client, q="kế hoạch xyz")
    assert "Không tìm thấy gì" in nothing
    assert "?q=k%E1%BA%BF+ho%E1%BA%A1ch" in nothing


def test_one_kind_is_paged(client):
    search.remember_many(search.entry("task", n, title=f"Việc {n}", url=f"/v/{n}/", is_public=True) for n in range(60))

    best, first, third = (
        page(client, q="việc"),
        page(client, q="việc", kind="task"),
        page(client, q="việc", kind="task", page=3),
    )

    assert best.count("row-title") == 5
    assert "Tất cả: Nhiệm vụ" in best
    assert (first.count("row-title"), third.count("row-title")) == (25, 10)
    assert page(client, q="việc", kind="task", page="99").count("row-title") == 10
    for odd in ("0", "-1", "x", "²", "9" * 30):
        assert page(client, q="việc", kind="task", page=odd).count("row-title") == 25


def test_odd_questions_are_answered_too(client):
    for odd in ("\x00", "'\"", "a" * 5000, "%", "😀", " ", "*:&|!()"):
        page(client, q=odd)
        page(client, q=odd, kind="no such kind")


def test_what_is_ended_or_internal_says_so(client):
    commune = a_commune()
    a_thing("Huyện Tân Yên", is_living=False)
    a_thing("Tân Yên kín", path=commune.path, is_public=False)
    sign_in(client, an_officer(at=a_committee(of=commune)))

    html = page(client, q="tân yên")

    assert "đã kết thúc" in html
    assert "nội bộ" in html


def test_the_page_speaks_english_too(client):
    a_thing("Kế hoạch")

    html = client.get("/tim/", {"q": "ke"}, headers={"accept-language": "en"}).content.decode()

    assert "Search “ke”" in html


def test_the_page_asks_the_database_little(client, django_assert_max_num_queries):
    for kind in ("unit", "plan", "task"):
        search.remember_many(search.entry(kind, n, title=f"Việc {n}", url="/", is_public=True) for n in range(150))
    sign_in(client, an_officer())

    with django_assert_max_num_queries(20):
        page(client, q="việc")
