"""The page of the record, as people use it."""

from datetime import timedelta

import pytest

from dinhlang.apps.audit.tests.factories import an_entry
from dinhlang.apps.people.tests.factories import an_administrator, an_officer, sign_in
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.base import clock
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db
PAGE = "/nhat-ky/"


@pytest.fixture
def committee():
    return a_committee()


@pytest.fixture
def quan(client, committee):
    return sign_in(client, an_administrator(at=committee))


@pytest.fixture
def entries(quan, committee):
    ha, now = an_officer(at=committee), clock.now()
    an_entry("people.changed", ha, by=quan, unit=committee, now=now, reason="«một»")
    an_entry("people.created", committee, by=ha, unit=committee, now=now - timedelta(days=3), reason="«hai»")
    an_entry("people.created", committee, by=None, unit=committee, now=now - timedelta(days=90), reason="«ba»")
    return ha


def day(days_ago):
    return f"{clock.today() - timedelta(days=days_ago):%d/%m/%Y}"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (lambda ha: {}, {"một", "hai"}),
        (lambda ha: {"begins": ""}, {"một", "hai", "ba"}),
        (lambda ha: {"begins": day(100), "ends": day(1)}, {"hai", "ba"}),
        (lambda ha: {"begins": day(3), "ends": day(3)}, {"hai"}),
        (lambda ha: {"actor": "nguyen ha"}, {"hai"}),
        (lambda ha: {"act": "people.created"}, {"hai"}),
        (lambda ha: {"act": "no.such"}, {"một", "hai"}),
        (lambda ha: {"thing": "ubnd nha nam"}, {"hai"}),
        (lambda ha: {"type": "people.Person", "key": ha.pk}, {"một"}),
        (lambda ha: {"thing": "không có"}, set()),
        (lambda ha: {"begins": "hôm qua"}, {"một", "hai", "ba"}),
    ],
)
def test_the_record_is_filtered(client, entries, asked, found):
    text = text_of(client.get(PAGE, asked(entries)))

    assert {number for number in ("một", "hai", "ba") if f"«{number}»" in text} == found


def test_days_the_wrong_way_round_are_told(client, entries):
    text = text_of(client.get(PAGE, {"begins": day(1), "ends": day(9)}))

    assert "Hãy đổi chỗ hai ngày" in text


def test_the_house_itself_is_named_as_actor(client, entries):
    assert "hệ thống tạo tài khoản" in text_of(client.get(PAGE, {"begins": ""}))


def test_a_long_record_stays_at_six_queries(client, quan, committee, django_assert_max_num_queries):
    for n in range(30):
        an_entry(unit=committee, by=quan, now=clock.now(), reason=f"lần {n}")

    with django_assert_max_num_queries(6):
        text = text_of(client.get(PAGE, {"page": 2}))

    assert "lần 4" in text


def test_a_long_history_leads_on_to_all_of_it(client, quan, committee):
    ha = an_officer(at=committee)
    for _ in range(11):
        an_entry("people.changed", ha, by=quan, unit=committee, now=clock.now())

    page = client.get(f"/nguoi/{ha.pk}/").content.decode()

    assert f"/nhat-ky/?type=people.Person&amp;key={ha.pk}" in page


def test_a_long_record_is_cut_and_says_so(client, entries, monkeypatch):
    monkeypatch.setattr("dinhlang.apps.audit.views.MOST", 2)

    assert "Ở đây là 2 việc mới nhất" in text_of(client.get(PAGE))


def test_a_program_of_ones_own_reads_the_history_of_one_thing(client, quan, entries):
    asked = f"?type=people.Person&key={entries.pk}"

    told = client.get(f"/api/v1/nhat-ky{asked}").json()["items"]

    assert [(one["act"], one["reason"]) for one in told] == [("people.changed", "«một»")]
    assert client.get("/api/v1/nhat-ky?begins=hôm qua").status_code == 400
