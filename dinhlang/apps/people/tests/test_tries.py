"""Wrong tries make wait: longer each time, for all processes, alike for who exists and who does not."""

from datetime import timedelta

import pytest

from dinhlang.apps.people.actions import (
    CannotLetTryAgain,
    let_try_again,
    reset_password,
    trying,
)
from dinhlang.apps.people.actions.tries import minutes_to_wait
from dinhlang.apps.people.models import WrongTries
from dinhlang.apps.people.rules import ADDRESS, FORGOTTEN_AFTER, NAME, PAIR
from dinhlang.apps.people.tests.factories import NOW, an_administrator, an_officer, sign_in, wrong_tries
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.base import clock
from dinhlang.base.personal import tables
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db
HERE = "203.0.113.7"


def wrong(times, *, name="ha", address=HERE, now=NOW):
    return wrong_tries(times, name, address, now=now)


def wait(name="ha", address=HERE, now=NOW):
    return minutes_to_wait(name, address, now=now)


def test_a_few_wrong_tries_are_free():
    wrong(PAIR.free - 1)
    assert wait() == 0

    wrong(1)
    assert wait() == 15


def test_the_wait_ends_and_grows_when_one_goes_on():
    wrong(PAIR.free)
    later = NOW + timedelta(minutes=15)
    assert wait(now=later) == 0

    wrong(PAIR.step, now=later)

    assert wait(now=later) == 30
    later = wrong(PAIR.step * 20, now=later)
    assert wait(now=later) == 240


def test_a_name_that_is_tried_from_everywhere_waits_everywhere_but_not_for_long():
    wrong(NAME.free, address="203.0.113.{}")

    assert wait(address="192.0.2.1") == 15
    later = wrong(NAME.step * 20, address="198.51.100.{}")
    assert wait(address="192.0.2.1", now=later) == 60


def test_an_address_that_tries_many_names_waits_for_all_names():
    for number in range(ADDRESS.free):
        wrong(1, name=f"name-{number}")

    assert wait(name="somebody-else") == 15
    assert wait(name="somebody-else", address="192.0.2.1") == 0


def test_a_right_try_forgets_the_name_but_not_what_the_address_did_besides():
    wrong(PAIR.free - 1)

    with trying("ha", HERE, now=NOW):
        pass

    assert wait() == 0
    assert list(WrongTries.objects.values_list("number", flat=True)) == [PAIR.free - 1]


def test_tries_of_yesterday_no_longer_count_and_are_cleared():
    wrong(PAIR.free - 1)
    tomorrow = NOW + timedelta(days=1, minutes=1)
    wrong(1, now=tomorrow)

    assert wait(now=tomorrow) == 0
    assert tables()["people.WrongTries"].cleared.days == FORGOTTEN_AFTER.days


def test_what_was_tried_cannot_be_read_in_the_table():
    wrong(1, name="nguyen.thi.ha")

    kept = " ".join(WrongTries.objects.values_list("key", flat=True))

    assert "nguyen" not in kept
    assert HERE not in kept


@pytest.fixture
def committee():
    return a_committee()


@pytest.fixture
def ha(committee):
    """An officer who mistyped too often, at one desk and from everywhere."""
    person = an_officer(at=committee)
    wrong(PAIR.free, name=person.username)
    wrong(NAME.free - PAIR.free, name=person.username, address="198.51.100.{}")
    wrong(PAIR.free, name="somebody-else")
    return person


def test_whoever_gets_a_new_password_need_not_wait_anywhere(ha, committee):
    reset_password(ha, by=an_administrator(at=committee), now=NOW)

    assert (wait(name=ha.username), wait(name=ha.username, address="192.0.2.1")) == (0, 0)
    assert wait(name="somebody-else") == 15


def test_an_administrator_lets_somebody_try_again_and_says_why(client, ha, committee, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)
    sign_in(client, an_administrator(at=committee))
    assert "phải chờ đến" in text_of(client.get(f"/nguoi/{ha.pk}/"))

    client.post(f"/nguoi/{ha.pk}/cho/", {"reason": " "})
    assert wait(name=ha.username) == 15
    page = text_of(client.post(f"/nguoi/{ha.pk}/cho/", {"reason": "gõ nhầm bàn phím"}, follow=True))

    assert "có thể đăng nhập lại ngay" in page
    assert "phải chờ đến" not in page
    assert wait(name=ha.username) == 0


def test_only_who_looks_after_the_account_lets_somebody_try_again(ha):
    for by in (ha, an_administrator(at=a_committee())):
        with pytest.raises(CannotLetTryAgain, match="không quản lý"):
            let_try_again(ha, reason="vội", by=by, now=NOW)

    assert wait(name=ha.username) == 15


@pytest.mark.parametrize("bound", [PAIR, NAME, ADDRESS], ids=["pair", "name", "address"])
def test_whoever_goes_on_for_weeks_still_waits(bound):
    assert bound.wait_after(bound.free + 1000 * bound.step) == bound.most


def test_the_hundred_and_thirtieth_wrong_try_of_one_name_from_one_address_waits_as_long_as_the_ones_before():
    later = wrong(PAIR.free + 40 * PAIR.step)

    assert wait(now=later) == 240
