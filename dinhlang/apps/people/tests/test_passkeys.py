"""What a device answers is believed only for this house, this asking, once, and with its owner proved."""

import json
import struct
from datetime import timedelta
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

from dinhlang.apps.people import actions
from dinhlang.apps.people.models import How, Passkey, SecondFactor
from dinhlang.apps.people.tests.factories import PASSWORD, an_administrator, an_officer
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.base import clock

pytestmark = pytest.mark.django_db
HERE = {"host": "dinhlang.vn", "origin": "https://dinhlang.vn"}
PRESENT, VERIFIED, NEW = 1, 4, 64


class Device:
    """A device in a few lines: makes a key, signs what it is asked, and may be told to lie."""

    def __init__(self):
        self.key, self.id, self.count = ec.generate_private_key(ec.SECP256R1()), b"key-" + bytes(12), 0

    def _said(self, kind, challenge, origin):
        return json.dumps({"type": f"webauthn.{kind}", "challenge": challenge, "origin": origin}).encode()

    def _data(self, host, flags, *, is_new=False):
        self.count += 1
        data = sha256(host.encode()).digest() + bytes([flags | (NEW if is_new else 0)]) + struct.pack(">I", self.count)
        return data + (bytes(16) + struct.pack(">H", len(self.id)) + self.id + self._public() if is_new else b"")

    def _public(self):
        from cbor2 import dumps

        numbers = self.key.public_key().public_numbers()
        return dumps({1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")})

    def _packed(self, response):
        name = bytes_to_base64url(self.id)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response})

    def make(self, options, *, host=HERE["host"], origin=HERE["origin"], flags=PRESENT | VERIFIED):
        from cbor2 import dumps

        told = {"fmt": "none", "attStmt": {}, "authData": self._data(host, flags, is_new=True)}
        said = self._said("create", json.loads(options)["challenge"], origin)
        letters = {"clientDataJSON": said, "attestationObject": dumps(told)}
        return self._packed({name: bytes_to_base64url(value) for name, value in letters.items()})

    def prove(self, options, *, host=HERE["host"], origin=HERE["origin"], flags=PRESENT | VERIFIED):
        said, data = self._said("get", json.loads(options)["challenge"], origin), self._data(host, flags)
        signature = self.key.sign(data + sha256(said).digest(), ec.ECDSA(hashes.SHA256()))
        letters = {"clientDataJSON": said, "authenticatorData": data, "signature": signature}
        return self._packed({name: bytes_to_base64url(value) for name, value in letters.items()})


@pytest.fixture
def committee():
    return a_committee()


@pytest.fixture
def ha(committee):
    return an_officer(at=committee)


@pytest.fixture
def device():
    return Device()


def add(person, device, **lies):
    options, asked = actions.ask_for_new(person, host=HERE["host"], now=clock.now())
    facts = {"password": PASSWORD, "name": "điện thoại", "asked": asked, "now": clock.now(), **HERE}
    return actions.add_passkey(person, answer=device.make(options, **lies), **facts)


def come(device, **lies):
    options, asked = actions.ask_at_the_door(host=HERE["host"], now=clock.now())
    return actions.person_with_passkey(answer=device.prove(options, **lies), asked=asked, now=clock.now(), **HERE)


def test_the_key_that_was_made_opens_the_door(ha, device):
    add(ha, device)

    assert come(device) == ha.pk
    assert (Passkey.objects.get().sign_count, come(device)) == (2, ha.pk)


LIES = [
    {"origin": "https://dinh-lang.vn"},
    {"origin": "http://dinhlang.vn"},
    {"host": "xau.vn"},
    {"flags": PRESENT},
    {"flags": 0},
]


@pytest.mark.parametrize("lie", LIES, ids=str)
def test_no_key_is_made_for_another_house_or_without_its_owner(ha, device, lie):
    with pytest.raises(actions.CannotAddPasskey):
        add(ha, device, **lie)

    assert not Passkey.objects.exists()


@pytest.mark.parametrize("lie", LIES, ids=str)
def test_nobody_comes_in_for_another_house_or_without_the_owner(ha, device, lie):
    add(ha, device)

    with pytest.raises(actions.UnknownPasskey):
        come(device, **lie)


def test_an_answer_is_good_once(ha, device):
    add(ha, device)
    options, asked = actions.ask_at_the_door(host=HERE["host"], now=clock.now())
    answer = device.prove(options)
    shown = {"answer": answer, "asked": asked, "now": clock.now(), **HERE}
    assert actions.person_with_passkey(**shown) == ha.pk
    Passkey.objects.update(sign_count=0)  # as keys that never count

    with pytest.raises(actions.UnknownPasskey):
        actions.person_with_passkey(**shown)


def test_a_count_that_goes_back_is_a_copy_and_opens_nothing(ha, device):
    add(ha, device)
    come(device)
    device.count = 0

    with pytest.raises(actions.UnknownPasskey):
        come(device)


def test_an_asking_of_ours_that_is_old_or_for_something_else_is_not_answered(ha, device):
    add(ha, device)
    options, asked_for_new = actions.ask_for_new(ha, host=HERE["host"], now=clock.now())
    for asked in (asked_for_new, "giả", ""):
        with pytest.raises(actions.UnknownPasskey):
            actions.person_with_passkey(answer=device.prove(options), asked=asked, now=clock.now(), **HERE)

    options, asked = actions.ask_at_the_door(host=HERE["host"], now=clock.now())
    answer = device.prove(options)
    later = clock.now() + timedelta(seconds=301)
    with pytest.raises(actions.UnknownPasskey):
        actions.person_with_passkey(answer=answer, asked=asked, now=later, **HERE)


def test_another_key_signs_for_nobody(ha, device):
    add(ha, device)
    stranger = Device()
    with pytest.raises(actions.UnknownPasskey):
        come(stranger)  # the same name of the key, another key

    stranger.id = b"unknown-" + bytes(8)
    with pytest.raises(actions.UnknownPasskey):
        come(stranger)


@pytest.mark.parametrize(
    "answer",
    ["", "{}", "[]", "không phải JSON", '{"id":"a","rawId":"a","type":"public-key","response":{}}', "[" * 3000],
)
def test_whatever_is_sent_ends_in_a_sentence(ha, answer, client):
    _options, asked = actions.ask_at_the_door(host=HERE["host"], now=clock.now())
    with pytest.raises(actions.UnknownPasskey):
        actions.person_with_passkey(answer=answer, asked=asked, now=clock.now(), **HERE)

    assert client.post("/vao/khoa/", {"answer": answer, "asked": asked}).headers["Location"] == "/vao/"


def test_who_lost_the_device_loses_its_key_with_the_second_step(ha, device, committee):
    add(ha, device)
    assert not SecondFactor.objects.exists()

    actions.take_off(ha, reason="mất điện thoại", by=an_administrator(at=committee), now=clock.now())

    with pytest.raises(actions.UnknownPasskey):
        come(device)


def test_a_new_password_from_an_administrator_shuts_out_whoever_added_a_key(ha, device, committee):
    add(ha, device)

    actions.reset_password(ha, by=an_administrator(at=committee), now=clock.now())

    with pytest.raises(actions.UnknownPasskey):
        come(device)


@pytest.fixture
def guarded(ha, device):
    """Ha, whose key is asked for after the password; with her recovery codes."""
    add(ha, device)
    ha.codes = actions.turn_on_by_key(ha, password=PASSWORD, now=clock.now())
    return ha


def pass_by_key(person, device, *, of=None, **lies):
    options, asked = actions.ask_for_second(of or person, host=HERE["host"], now=clock.now())
    return actions.pass_with_key(person, answer=device.prove(options, **lies), asked=asked, now=clock.now(), **HERE)


def test_without_a_key_or_the_password_no_key_becomes_the_second_step(ha, device):
    with pytest.raises(actions.CannotTurnOn, match="chưa có khóa"):
        actions.turn_on_by_key(ha, password=PASSWORD, now=clock.now())
    add(ha, device)
    with pytest.raises(actions.CannotTurnOn, match="Mật khẩu"):
        actions.turn_on_by_key(ha, password="sai", now=clock.now())

    assert not SecondFactor.objects.exists()


def test_the_key_passes_the_second_step_once_and_only_for_its_owner(guarded, device, committee):
    assert pass_by_key(guarded, device) == How.KEY_STEP

    other = an_administrator(at=committee)
    for lie in ({"of": other}, {"origin": "https://dinh-lang.vn"}, {"flags": PRESENT}):
        with pytest.raises(actions.UnknownPasskey):
            pass_by_key(guarded, device, **lie)


def test_somebody_elses_key_does_not_pass_the_second_step(guarded, device, committee):
    chief, own = an_administrator(at=committee), Device()
    own.id = b"other-" + bytes(10)
    add(chief, own)

    with pytest.raises(actions.UnknownPasskey):
        pass_by_key(guarded, own)


@pytest.mark.parametrize("code", ["000000", "", "0"])
def test_no_code_passes_where_only_a_key_is_the_second_step(guarded, code):
    assert actions.pass_second_step(guarded, code=code, now=clock.now()) is None
    assert actions.pass_second_step(guarded, code=guarded.codes[0], now=clock.now()) == How.RECOVERY_CODE


def test_the_last_key_of_the_second_step_stays_until_it_is_turned_off(guarded, device):
    key = Passkey.objects.get()
    with pytest.raises(actions.CannotRemovePasskey, match="khóa cuối cùng"):
        actions.remove_passkey(guarded, key.pk, password=PASSWORD, now=clock.now())

    actions.turn_off(guarded, password=PASSWORD, code=guarded.codes[0], now=clock.now())
    actions.remove_passkey(guarded, key.pk, password=PASSWORD, now=clock.now())
    assert not Passkey.objects.exists()


def test_at_the_door_the_password_leads_to_the_key_and_only_the_key_or_a_recovery_code_opens(guarded, device, client):
    signed = {"username": guarded.username, "password": PASSWORD}
    assert client.post("/vao/", signed).headers["Location"] == "/vao/ma/"
    assert client.get("/nguoi/toi/").status_code == 302
    page = client.get("/vao/ma/").content.decode()
    assert "Dùng khóa truy cập" in page

    assert client.post("/vao/ma/khoa/", {"answer": "{}", "asked": "giả"}).headers["Location"] == "/vao/ma/"
    assert "_auth_user_id" not in client.session

    host = {"host": "testserver", "origin": "http://testserver"}
    options, asked = actions.ask_for_second(guarded, host="testserver", now=clock.now())
    answer = device.prove(options, **host)
    assert client.post("/vao/ma/khoa/", {"answer": answer, "asked": asked}).status_code == 302
    assert client.session["_auth_user_id"] == str(guarded.pk)
    assert guarded.sign_ins.latest("pk").how == How.KEY_STEP


def test_who_never_gave_the_password_is_not_let_in_by_the_address_of_the_second_step(guarded, device, client):
    options, asked = actions.ask_for_second(guarded, host="testserver", now=clock.now())
    answer = device.prove(options, host="testserver", origin="http://testserver")

    assert client.post("/vao/ma/khoa/", {"answer": answer, "asked": asked}).headers["Location"] == "/vao/"
    assert "_auth_user_id" not in client.session


def test_whose_keys_went_with_a_reset_is_told_of_the_recovery_codes_and_of_the_administrator(
    guarded, committee, client
):
    password = actions.reset_password(guarded, by=an_administrator(at=committee), now=clock.now())
    client.post("/vao/", {"username": guarded.username, "password": password})

    page = client.get("/vao/ma/").content.decode()

    assert "Các khóa đã bị bỏ" in page
    assert client.post("/vao/ma/", {"code": guarded.codes[1]}).status_code == 302
    assert client.session["_auth_user_id"] == str(guarded.pk)


def test_whoever_must_have_a_second_step_may_choose_a_key(ha, device, client, settings):
    settings.SECOND_FACTOR = "officials"
    client.force_login(ha)
    assert client.get("/nguoi/toi/").headers["Location"] == "/nguoi/hai-buoc/"
    assert client.get("/nguoi/khoa/").status_code == 200
    add(ha, device)  # which ends the other sign-ins
    client.force_login(ha)

    codes = client.post("/nguoi/hai-buoc/khoa/", {"password": PASSWORD}).content.decode()

    assert codes.count("<code>") == 10
    assert client.get("/nguoi/toi/").status_code == 200


def test_the_public_key_is_kept_and_nothing_secret(ha, device):
    key = add(ha, device)

    assert base64url_to_bytes(key.public_key) == device._public()
    assert timedelta(0) <= clock.now() - key.made_at < timedelta(minutes=1)


@pytest.mark.parametrize("shown", [None, {"code": "123456"}], ids=["looks again", "sends a code"])
def test_who_waits_at_the_second_step_while_it_is_taken_off_is_led_to_the_door(guarded, committee, client, shown):
    signed = {"username": guarded.username, "password": PASSWORD}
    assert client.post("/vao/", signed).headers["Location"] == "/vao/ma/"

    actions.take_off(guarded, reason="mất điện thoại", by=an_administrator(at=committee), now=clock.now())

    answer = client.get("/vao/ma/") if shown is None else client.post("/vao/ma/", shown)
    assert answer.headers["Location"] == "/vao/"
    client.post("/vao/", signed)
    assert client.session["_auth_user_id"] == str(guarded.pk)
