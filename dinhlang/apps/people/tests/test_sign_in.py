"""The door."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from dinhlang.apps.people.actions.tries import minutes_to_wait
from dinhlang.apps.people.rules import PAIR
from dinhlang.apps.people.tests.factories import PASSWORD, a_person, an_officer, sign_in
from dinhlang.base import clock
from dinhlang.base.testing import assert_kind_refusal, status_of, text_of

pytestmark = pytest.mark.django_db
DOOR = "/vao/"
HOME = "/nguoi/toi/"


def knock(client, username="ha", password=PASSWORD, **more):
    return client.post(DOOR, {"username": username, "password": password, "next": HOME, **more})


def test_the_right_password_opens_the_page_that_was_asked_for(client):
    a_person("Nguyễn Thị Hà", username="ha")

    assert knock(client).headers["Location"] == HOME
    assert "Nguyễn Thị Hà" in text_of(client.get(HOME))


def test_the_name_may_be_typed_with_capitals_and_spaces(client):
    a_person(username="ha")

    assert knock(client, username=" Ha ").status_code == 302


def test_a_wrong_password_and_a_wrong_name_are_answered_alike(client):
    a_person(username="ha")
    locked = a_person(username="lan")
    locked.is_active = False
    locked.save()

    answers = [knock(client, "ha", "sai"), knock(client, "khongco", PASSWORD), knock(client, "lan", PASSWORD)]

    for answer in answers:
        assert_kind_refusal(answer, "Tên đăng nhập hoặc mật khẩu chưa đúng")
    assert len({text_of(answer) for answer in answers}) == 1


def test_what_was_typed_stays_except_the_password(client):
    page = knock(client, "khongco", "bí mật").content.decode()

    assert "khongco" in page
    assert "bí mật" not in page


@pytest.mark.parametrize(
    "elsewhere", ["https://xấu.vn/", "//xau.vn/a", "javascript:alert(1)", "https:///xau.vn", ";env;", "people:me", ""]
)
def test_nobody_is_sent_to_another_house(client, settings, elsewhere):
    settings.LOGIN_REDIRECT_URL = "people:me"
    a_person(username="ha")

    assert knock(client, next=elsewhere).headers["Location"] == HOME


def test_the_session_gets_a_new_key(client):
    a_person(username="ha")
    client.session["seen"] = True
    before = client.session.session_key

    knock(client)

    assert client.session.session_key != before


def test_after_ten_wrong_tries_even_the_right_password_waits(client):
    a_person(username="ha")
    for _ in range(PAIR.free):
        knock(client, password="sai")

    assert_kind_refusal(knock(client), "Hãy chờ 15 phút")


def test_the_pause_tells_nothing_about_who_exists(client):
    for _ in range(PAIR.free):
        knock(client, username="khongco")

    assert_kind_refusal(knock(client, username="khongco"), "Hãy chờ 15 phút")


def test_wrong_tries_of_one_name_and_address_do_not_lock_out_others(client):
    a_person(username="ha")
    a_person(username="lan")
    for _ in range(PAIR.free):
        knock(client, password="sai")

    assert knock(client, username="lan").status_code == 302
    client.logout()
    client.defaults["REMOTE_ADDR"] = "10.0.0.9"
    assert knock(client).status_code == 302


def test_a_right_try_forgets_the_wrong_ones(client):
    a_person(username="ha")
    for _ in range(PAIR.free - 1):
        knock(client, password="sai")
    knock(client)
    client.logout()
    knock(client, password="sai")

    assert knock(client).status_code == 302


def test_behind_our_proxy_the_address_is_the_one_that_it_wrote(client, settings):
    settings.HTTPS = True
    a_person(username="ha")
    for n in range(PAIR.free):
        client.post(
            DOOR, {"username": "ha", "password": "sai"}, headers={"x-forwarded-for": f"1.2.3.{n}, 9.9.9.9"}, secure=True
        )

    assert minutes_to_wait("ha", "9.9.9.9", now=clock.now())
    assert not minutes_to_wait("ha", "127.0.0.1", now=clock.now())


def test_who_is_in_goes_straight_on(client):
    sign_in(client, an_officer())

    assert client.get(DOOR, {"next": HOME}).headers["Location"] == HOME


def test_accounts_are_listed_only_in_the_demo(client, settings):
    ha = an_officer()

    assert ha.username not in text_of(client.get(DOOR))

    settings.DEMO = True
    page = client.get(DOOR).content.decode()
    assert f"?username={ha.username}" in page
    assert PASSWORD not in page


def test_the_demo_lists_twelve_at_most(client, settings):
    settings.DEMO = True
    for _ in range(13):
        an_officer()

    assert client.get(DOOR).content.decode().count("?username=") == 12


def test_a_demo_account_is_filled_in_by_its_link(client):
    assert 'value="ha"' in client.get(DOOR, {"username": "ha"}).content.decode()


def test_signing_out_ends_the_session(client, settings):
    settings.LOGOUT_REDIRECT_URL = "people:sign_in"
    sign_in(client, an_officer())

    client.post(reverse("people:sign_out"))

    assert status_of(client.get(HOME)) == 401


def test_a_link_cannot_sign_anyone_out(client):
    sign_in(client, an_officer())

    assert client.get(reverse("people:sign_out")).status_code == 405


def test_a_locked_person_is_out_at_once(client):
    ha = sign_in(client, an_officer())
    ha.is_active = False
    ha.save()

    assert status_of(client.get(HOME)) == 401


def test_signing_out_in_one_process_signs_out_in_all(client):
    client.force_login(an_officer())
    assert client.get("/nguoi/toi/").status_code == 200

    Session.objects.all().delete()  # as another process does when it signs the person out

    assert client.get("/nguoi/toi/").status_code == 302
