"""A link with which someone chooses their own password."""

import re
from datetime import timedelta

import pytest

from dinhlang.apps.people.actions import (
    CannotInvite,
    accept_invitation,
    change_own_password,
    invite,
    invited,
    reset_password,
    set_active,
)
from dinhlang.apps.people.actions.tries import minutes_to_wait
from dinhlang.apps.people.models import Invitation, Person, SignIn
from dinhlang.apps.people.rules import INVITED_FOR
from dinhlang.apps.people.tests.factories import NOW, PASSWORD, an_administrator, an_officer, sign_in
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.base import clock
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db
NEW = "mái đình cong vút trăng"


@pytest.fixture
def committee():
    return a_committee()


@pytest.fixture
def quan(committee):
    return an_administrator(at=committee)


@pytest.fixture
def ha(committee):
    return an_officer(at=committee)


def link_on(answer):
    return re.search(r"/moi-vao/[^<\s]+/", answer.content.decode()).group()


def test_someone_invited_chooses_a_password_and_is_in(client, quan, ha):
    sign_in(client, quan)
    link = link_on(client.post(f"/nguoi/{ha.pk}/moi/"))
    client.logout()

    page = text_of(client.get(link))
    assert ha.username in page
    answer = client.post(link, {"new": NEW, "again": NEW})

    assert answer.headers["Location"] == "/ban-viec/"
    ha.refresh_from_db()
    assert ha.check_password(NEW)
    assert SignIn.objects.get(person=ha).how == "invitation"


def test_an_account_may_be_made_with_a_link_instead_of_a_password(client, quan, committee):
    sign_in(client, quan)
    facts = {"username": "lan", "full_name": "Trần Thị Lan", "kind": "viewer", "unit": committee.code}
    answer = client.post("/nguoi/moi/", {**facts, "begins": "20/11/2026", "invite": ""})

    assert "Mật khẩu của lan" not in text_of(answer)
    assert invited(link_on(answer).split("/")[2], now=clock.now()) == Person.objects.get(username="lan")


def test_a_link_is_good_once(client, quan, ha):
    token = invite(ha, by=quan, now=NOW)
    accept_invitation(token, password=NEW, now=NOW)

    with pytest.raises(CannotInvite, match="không còn dùng được"):
        accept_invitation(token, password=PASSWORD, now=NOW)
    answer = client.get(f"/moi-vao/{token}/")

    assert (answer.status_code, "không còn dùng được" in text_of(answer)) == (404, True)


def test_a_link_is_good_for_three_days(quan, ha):
    token = invite(ha, by=quan, now=NOW)

    assert invited(token, now=NOW + INVITED_FOR - timedelta(seconds=1)) == ha
    assert invited(token, now=NOW + INVITED_FOR) is None


def test_a_new_link_and_a_withdrawal_and_a_lock_kill_the_old_link(client, quan, ha):
    first = invite(ha, by=quan, now=NOW)
    second = invite(ha, by=quan, now=NOW)
    assert (invited(first, now=NOW), invited(second, now=NOW)) == (None, ha)

    sign_in(client, quan)
    client.post(f"/nguoi/{ha.pk}/moi/rut/")
    assert invited(second, now=NOW) is None

    third = invite(ha, by=quan, now=NOW)
    set_active(ha, is_active=False, reason="nghỉ", by=quan, now=NOW)
    assert invited(third, now=NOW) is None


def test_a_password_that_was_given_or_chosen_meanwhile_kills_the_link(quan, ha):
    first = invite(ha, by=quan, now=NOW)
    reset_password(ha, by=quan, now=NOW)
    assert invited(first, now=NOW) is None

    ha.set_password(PASSWORD)
    second = invite(ha, by=quan, now=NOW)
    change_own_password(ha, old=PASSWORD, new=NEW, now=NOW)
    assert invited(second, now=NOW) is None


def test_a_lock_kills_the_link_for_good(quan, ha):
    token = invite(ha, by=quan, now=NOW)
    set_active(ha, is_active=False, reason="nghỉ", by=quan, now=NOW)
    set_active(ha, is_active=True, reason="trở lại", by=quan, now=NOW)

    assert invited(token, now=NOW) is None


def test_the_token_cannot_be_read_in_the_database(quan, ha):
    token = invite(ha, by=quan, now=NOW)

    assert token not in Invitation.objects.get().digest
    assert len(token) >= 43


def test_a_weak_password_leaves_the_link_good(client, quan, ha):
    token = invite(ha, by=quan, now=clock.now())

    page = text_of(client.post(f"/moi-vao/{token}/", {"new": "matkhau123456", "again": "matkhau123456"}))

    assert "dễ đoán" in page
    assert invited(token, now=clock.now()) == ha


def test_only_who_looks_after_the_account_invites(ha, quan):
    stranger = an_administrator(at=a_committee())

    for by in (stranger, ha):
        with pytest.raises(CannotInvite):
            invite(ha, by=by, now=NOW)


def test_dead_links_that_are_opened_again_close_no_good_one_and_no_door(client, quan, ha):
    for number in range(120):
        client.get(f"/moi-vao/khong-co-{number}/")
    token = invite(ha, by=quan, now=clock.now())

    assert client.get(f"/moi-vao/{token}/").status_code == 200
    assert minutes_to_wait("anybody", "127.0.0.1", now=clock.now()) == 0
