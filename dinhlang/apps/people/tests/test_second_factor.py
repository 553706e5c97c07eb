"""The second step at the door."""

from datetime import timedelta

import pyotp
import pytest
from cryptography.fernet import Fernet

from dinhlang.apps.people.actions import (
    CannotTakeOff,
    CannotTurnOff,
    CannotTurnOn,
    pass_second_step,
    renew_secrets,
    take_off,
    turn_off,
    turn_on,
)
from dinhlang.apps.people.models import How, RecoveryCode, SecondFactor
from dinhlang.apps.people.tests.factories import NOW, PASSWORD, an_administrator, an_officer, sign_in
from dinhlang.base import clock
from dinhlang.base.testing import status_of, text_of

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_at(moment):
    return pyotp.TOTP(SECRET).at(moment)


@pytest.fixture
def ha():
    """An officer with a second factor, and her recovery codes."""
    person = an_officer()
    person.codes = turn_on(person, password=PASSWORD, secret=SECRET, code=code_at(NOW), now=NOW)
    return person


def test_the_secret_and_the_recovery_codes_cannot_be_read_in_the_database(ha):
    kept = SecondFactor.objects.get().secret + "".join(RecoveryCode.objects.values_list("digest", flat=True))

    assert SECRET not in kept
    assert len(ha.codes) == 10
    assert not any(code in kept for code in ha.codes)


def test_a_wrong_code_does_not_turn_it_on():
    with pytest.raises(CannotTurnOn, match="Mã chưa đúng"):
        turn_on(an_officer(), password=PASSWORD, secret=SECRET, code="000000", now=NOW)

    assert not SecondFactor.objects.exists()


def test_a_code_is_good_once(ha):
    later = NOW + timedelta(minutes=2)

    assert pass_second_step(ha, code=code_at(later), now=later)
    assert not pass_second_step(ha, code=code_at(later), now=later)


@pytest.mark.parametrize(("seconds", "right"), [(-30, True), (30, True), (-90, False), (90, False)])
def test_a_clock_may_be_half_a_minute_off(ha, seconds, right):
    later = NOW + timedelta(minutes=5)

    assert pass_second_step(ha, code=code_at(later + timedelta(seconds=seconds)), now=later) == (
        How.SECOND_STEP if right else None
    )


def test_a_recovery_code_is_good_once_however_it_is_typed(ha):
    typed = ha.codes[0].upper().replace("-", " ")

    assert pass_second_step(ha, code=typed, now=NOW)
    assert not pass_second_step(ha, code=ha.codes[0], now=NOW)
    assert RecoveryCode.objects.filter(used_at=None).count() == 9


def test_turning_off_needs_the_password_and_a_code(ha):
    later = NOW + timedelta(minutes=2)
    with pytest.raises(CannotTurnOff, match="Mật khẩu"):
        turn_off(ha, password="khác", code=code_at(later), now=later)
    with pytest.raises(CannotTurnOff, match="Mã chưa đúng"):
        turn_off(ha, password=PASSWORD, code="000000", now=later)

    turn_off(ha, password=PASSWORD, code=code_at(later), now=later)

    assert not (SecondFactor.objects.exists() or RecoveryCode.objects.exists())


def test_only_another_who_looks_after_the_account_takes_it_off_and_says_why(ha):
    unit = ha.roles_in_force[0].unit
    quan = an_administrator(at=unit)
    with pytest.raises(CannotTakeOff, match="quản trị khác"):
        take_off(ha, reason="mất điện thoại", by=ha, now=NOW)
    with pytest.raises(CannotTakeOff, match="lý do"):
        take_off(ha, reason=" ", by=quan, now=NOW)

    take_off(ha, reason="mất điện thoại", by=quan, now=NOW)

    assert not SecondFactor.objects.exists()


def knock(client, person):
    return client.post("/vao/", {"username": person.username, "password": PASSWORD, "next": "/nguoi/toi/"})


def test_the_password_alone_opens_nothing(client, ha):
    assert knock(client, ha).headers["Location"] == "/vao/ma/"

    assert status_of(client.get("/nguoi/toi/")) == 401


def test_after_the_code_the_page_that_was_asked_for_opens(client, ha):
    knock(client, ha)

    passed = client.post("/vao/ma/", {"code": code_at(clock.now())})

    assert passed.headers["Location"] == "/nguoi/toi/"
    assert ha.full_name in text_of(client.get("/nguoi/toi/"))


def test_without_the_password_there_is_no_second_step(client, ha):
    assert status_of(client.post("/vao/ma/", {"code": code_at(clock.now())})) == 401


def test_whoever_waits_too_long_begins_anew(client, ha, monkeypatch):
    knock(client, ha)
    later = clock.now() + timedelta(minutes=6)
    monkeypatch.setattr(clock, "now", lambda: later)

    assert status_of(client.post("/vao/ma/", {"code": code_at(later)})) == 401


def test_ten_wrong_codes_lock_the_second_step(client, ha):
    knock(client, ha)
    for _try in range(10):
        client.post("/vao/ma/", {"code": "000000"})

    refused = client.post("/vao/ma/", {"code": code_at(clock.now())})

    assert "Đã thử sai nhiều lần" in text_of(refused)


def test_a_person_turns_it_on_and_sees_the_recovery_codes_this_once(client):
    person = an_officer()
    sign_in(client, person)
    page = client.get("/nguoi/hai-buoc/")
    secret = page.context["secret"].replace(" ", "")

    code = pyotp.TOTP(secret).at(clock.now())
    assert "codes" not in (client.post("/nguoi/hai-buoc/", {"code": code, "password": "sai"}).context or {})
    answer = client.post("/nguoi/hai-buoc/", {"code": code, "password": PASSWORD})

    assert page.context["picture"].startswith("data:image/svg+xml")
    assert len(answer.context["codes"]) == 10
    assert client.get("/nguoi/hai-buoc/").headers["Location"] == "/nguoi/hai-buoc/tat/"


def test_a_new_key_takes_over_and_the_old_one_can_go(ha, settings):
    old, new = settings.DATA_KEYS, Fernet.generate_key().decode()
    settings.DATA_KEYS = [new, *old]
    assert renew_secrets() == 1
    settings.DATA_KEYS = [new]

    later = NOW + timedelta(minutes=2)
    assert pass_second_step(ha, code=code_at(later), now=later)


def test_a_password_that_was_reset_meanwhile_ends_the_wait(client, ha):
    knock(client, ha)
    ha.set_password("một mật khẩu khác hẳn")
    ha.save()

    assert status_of(client.post("/vao/ma/", {"code": code_at(clock.now())})) == 401
