"""Where one is signed in: seen, ended from elsewhere, and ended by itself."""

from datetime import timedelta

import pyotp
import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from dinhlang.apps.people.actions import forget_ended_keys, take_off, turn_on
from dinhlang.apps.people.models import SignIn
from dinhlang.apps.people.signals import person_changed
from dinhlang.apps.people.tests.factories import PASSWORD, an_administrator, an_officer
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.base import clock
from dinhlang.base.testing import status_of, text_of

pytestmark = pytest.mark.django_db
HOME, DOOR = "/nguoi/toi/", "/vao/"
ANDROID = "Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0"


@pytest.fixture
def committee():
    return a_committee()


@pytest.fixture
def ha(committee):
    return an_officer(at=committee)


@pytest.fixture
def told():
    """What was announced to the record."""
    heard = []

    def hear(sender, **facts):
        heard.append(facts)

    person_changed.connect(hear)
    yield heard
    person_changed.disconnect(hear)


def arrive(person, *, device=WINDOWS, address="203.0.113.7", **more):
    """Through the door, on a device of its own."""
    client = Client(headers={"User-Agent": device}, REMOTE_ADDR=address)
    answer = client.post(DOOR, {"username": person.username, "password": PASSWORD, "next": HOME, **more})
    assert answer.status_code == 302
    return client


def is_in(client):
    return client.get(HOME).status_code == 200


@pytest.fixture
def at(monkeypatch):
    """Stops the clock, and turns it: `at(hours=2)`."""
    start = clock.now()

    def turn(**later):
        monkeypatch.setattr(clock, "now", lambda: start + timedelta(**later))

    turn()
    return turn


def test_a_person_sees_each_device_its_network_and_which_is_this_one(ha):
    arrive(ha, device=ANDROID, address="198.51.100.9")
    here = arrive(ha)

    page = text_of(here.get(HOME))

    assert "Chrome · Android" in page and "Edge · Windows" in page
    assert "198.51.100.0/24" in page and "198.51.100.9" not in page
    assert page.count("máy này") == 1
    assert "bằng mật khẩu" in page


def test_a_device_that_is_ended_from_another_is_out_at_its_next_page(ha, told):
    there, here = arrive(ha, device=ANDROID), arrive(ha)
    lost = SignIn.objects.get(device__contains="Android")

    here.post("/nguoi/toi/may/", {"which": lost.pk})

    assert (is_in(there), is_in(here)) == (False, True)
    assert [facts["act"] for facts in told] == ["people.sign_in_ended"]


def test_all_others_are_ended_at_once(ha):
    there, elsewhere, here = arrive(ha), arrive(ha), arrive(ha)

    page = text_of(here.post("/nguoi/toi/may/", {"which": "others"}, follow=True))

    assert "Đã thoát ở 2 máy khác" in page
    assert [is_in(one) for one in (there, elsewhere, here)] == [False, False, True]


def test_nobody_ends_what_is_somebody_elses(ha, committee):
    lan = an_officer(at=committee)
    hers, mine = arrive(lan), arrive(ha)

    mine.post("/nguoi/toi/may/", {"which": SignIn.objects.get(person=lan).pk})

    assert is_in(hers)


def test_an_administrator_ends_all_with_a_reason(ha, committee, told):
    quan = an_administrator(at=committee)
    there, desk = arrive(ha), arrive(quan)
    page = f"/nguoi/{ha.pk}/may/"
    assert "ở 1 máy" in text_of(desk.get(f"/nguoi/{ha.pk}/"))

    desk.post(page, {"reason": " "})
    assert is_in(there)
    desk.post(page, {"reason": "mất điện thoại"})

    assert not is_in(there)
    (facts,) = told
    assert (facts["by"], facts["reason"], facts["after"]) == (quan, "mất điện thoại", {"number": 1})


def test_a_new_password_ends_the_others_and_this_one_goes_on(ha):
    there, here = arrive(ha), arrive(ha)
    new = "mái đình cong vút trăng"

    here.post("/nguoi/mat-khau/", {"old": PASSWORD, "new": new, "again": new})

    assert (is_in(there), is_in(here)) == (False, True)
    assert "máy này" in text_of(here.get(HOME))
    assert SignIn.objects.open(clock.now()).count() == 1


def test_a_second_step_that_is_turned_on_ends_the_others(ha):
    there, here = arrive(ha), arrive(ha)
    turned_on_at(here, ha)

    assert (is_in(there), is_in(here)) == (False, True)


def test_signing_out_takes_it_off_the_list(ha):
    here = arrive(ha)

    here.post("/ra/")

    assert not SignIn.objects.open(clock.now()).exists()
    assert not Session.objects.exists()


def test_to_let_somebody_else_in_the_door_opens_at_once(ha):
    here = arrive(ha)

    page = here.get(f"{HOME}?a=1").content.decode()
    assert f'name="next" value="{HOME}?a=1"' in page
    answer = here.post("/ra/", {"switch": "", "next": f"{HOME}?a=1"})

    assert answer.headers["Location"] == f"{DOOR}?next=%2Fnguoi%2Ftoi%2F%3Fa%3D1"
    assert "no-store" in answer.headers["Cache-Control"]
    assert not is_in(here)


def test_changing_over_leads_to_no_other_house(ha):
    answer = arrive(ha).post("/ra/", {"switch": "", "next": "https://xau.example/"})

    assert answer.headers["Location"] == DOOR


def test_what_was_still_to_be_said_is_not_said_to_the_next(ha):
    here = arrive(ha)
    here.post("/nguoi/toi/may/", {"which": "others"})  # leaves a message that no page has shown yet

    page = text_of(here.post("/ra/", {"switch": ""}, follow=True))

    assert "Đã thoát ở" not in page


@pytest.mark.parametrize(
    ("shared", "minutes", "goes_on"), [("", 119, True), ("", 120, False), ("on", 14, True), ("on", 15, False)]
)
def test_what_lies_unused_ends_sooner_on_a_shared_computer(ha, at, shared, minutes, goes_on):
    here = arrive(ha, shared=shared)

    at(minutes=minutes)

    assert is_in(here) is goes_on


def test_what_is_used_goes_on_but_not_beyond_a_day_of_work(at, ha):
    here = arrive(ha)
    for hours in range(1, 12):
        at(hours=hours)
        assert is_in(here)

    at(hours=12)

    answer = here.get(HOME, follow=True)
    assert "Phiên đăng nhập đã hết" in text_of(answer)
    assert answer.redirect_chain[0][0] == f"{DOOR}?next={HOME}"


def test_on_a_shared_computer_the_cookie_ends_with_the_browser(ha):
    own, shared = arrive(ha), arrive(ha, shared="on")

    assert own.cookies["sessionid"]["max-age"] == 12 * 3600
    assert shared.cookies["sessionid"]["max-age"] == ""
    assert "máy dùng chung" in text_of(shared.get(HOME))


def test_being_used_costs_one_write_a_minute(ha, at, django_assert_max_num_queries):
    here = arrive(ha)
    here.get(HOME)
    at(seconds=30)
    before = SignIn.objects.get().seen_at
    here.get(HOME)
    assert SignIn.objects.get().seen_at == before

    at(seconds=61)
    here.get(HOME)

    assert SignIn.objects.get().seen_at > before


@pytest.mark.parametrize(
    ("setting", "who", "is_led"),
    [
        ("optional", "administrator", False),
        ("administrators", "administrator", True),
        ("administrators", "officer", False),
        ("officials", "officer", True),
    ],
)
def test_who_must_have_a_second_step_opens_nothing_before(settings, committee, setting, who, is_led):
    settings.SECOND_FACTOR = setting
    person = an_administrator(at=committee) if who == "administrator" else an_officer(at=committee)
    here = arrive(person)

    answer = here.get("/ban-viec/")

    assert (answer.status_code == 302 and answer.headers["Location"] == "/nguoi/hai-buoc/") is is_led
    assert status_of(here.get("/nguoi/hai-buoc/")) == 200
    assert here.post("/ra/").status_code == 302


def turned_on_at(here, person):
    """The recovery codes of a second step, turned on from a device."""
    secret, now, key = pyotp.random_base32(), clock.now(), here.session.session_key
    return turn_on(person, password=PASSWORD, secret=secret, code=pyotp.TOTP(secret).at(now), now=now, keep=key)


def test_who_has_the_second_step_is_led_nowhere_until_it_is_off(settings, ha):
    settings.SECOND_FACTOR = "officials"
    here = arrive(ha)
    codes = turned_on_at(here, ha)
    assert status_of(here.get("/ban-viec/")) == 200

    here.post("/nguoi/hai-buoc/tat/", {"password": PASSWORD, "code": codes[0]})

    assert here.get("/ban-viec/").headers["Location"] == "/nguoi/hai-buoc/"


def test_the_list_says_when_somebody_came_with_a_recovery_code(ha):
    codes = turned_on_at(arrive(ha), ha)
    here = arrive(ha)

    here.post("/vao/ma/", {"code": codes[0]})

    assert "mật khẩu và mã dự phòng" in text_of(here.get(HOME))


def test_turning_the_second_step_off_or_taking_it_off_ends_the_others(ha, committee):
    here = arrive(ha)
    codes = turned_on_at(here, ha)
    there = arrive(ha)
    there.post("/vao/ma/", {"code": codes[0]})

    here.post("/nguoi/hai-buoc/tat/", {"password": PASSWORD, "code": codes[1]})
    assert (is_in(here), is_in(there)) == (True, False)

    turned_on_at(here, ha)
    take_off(ha, reason="mất điện thoại", by=an_administrator(at=committee), now=clock.now())
    assert not is_in(here)


def test_wrong_passwords_on_ones_own_page_make_wait_too(ha):
    here, new = arrive(ha), "mái đình cong vút trăng"
    for _try in range(10):
        here.post("/nguoi/mat-khau/", {"old": "sai", "new": new, "again": new})

    page = text_of(here.post("/nguoi/mat-khau/", {"old": PASSWORD, "new": new, "again": new}))

    assert "Hãy chờ 15 phút" in page
    ha.refresh_from_db()
    assert ha.check_password(PASSWORD)


def test_what_is_over_keeps_no_key_of_a_session(ha, at):
    ended, forgotten = arrive(ha), arrive(ha)
    ended.post("/ra/")
    going_on = set(SignIn.objects.exclude(session_key="").values_list("session_key", flat=True))
    assert going_on == {forgotten.session.session_key}

    at(hours=13)
    assert forget_ended_keys(now=clock.now()) == 1

    assert set(SignIn.objects.values_list("session_key", flat=True)) == {""}


def test_whoever_comes_in_where_another_is_still_in_ends_that(ha, committee):
    lan, here = an_officer(at=committee), arrive(ha)

    here.post(DOOR, {"username": lan.username, "password": PASSWORD})

    assert [one.person for one in SignIn.objects.open(clock.now())] == [lan]
    assert SignIn.objects.get(person=lan).session_key == here.session.session_key
    here.post("/nguoi/toi/may/", {"which": SignIn.objects.get(person=lan).pk})
    assert not is_in(here)


def test_a_session_that_is_in_no_list_is_over(ha):
    here = arrive(ha)
    session = here.session
    del session["began"]
    session.save()

    assert not is_in(here)
