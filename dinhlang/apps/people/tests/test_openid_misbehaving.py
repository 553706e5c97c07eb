"""An identity server, or someone in between, that does not keep the standard: a sentence, an entry, and no session."""

import base64
import hmac
import json
import logging
import ssl
import time
import warnings
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from joserfc import jwt
from joserfc.jwk import RSAKey

from dinhlang.apps.people import actions, checks
from dinhlang.apps.people.actions.openid import WORDS
from dinhlang.apps.people.checks import fetching
from dinhlang.apps.people.models import Passage
from dinhlang.apps.people.tests.factories import NOW, a_person, an_officer
from dinhlang.apps.people.tests.identity_server import CLIENT, EC, GONE, RSA, asked_of, walk
from dinhlang.base import calling, clock
from dinhlang.base.testing import assert_kind_refusal, status_of

pytestmark = pytest.mark.django_db
HOME = "/nguoi/toi/"
OTHER = RSAKey.generate_key(2048, {"kid": "rsa-1", "use": "sig"})
with warnings.catch_warnings(action="ignore"):
    SHORT = RSAKey.generate_key(1024, {"kid": "short", "use": "sig"})


@pytest.fixture
def ha(identity_server):
    person = an_officer()
    actions.link(person, subject=identity_server.subject, now=NOW)
    return person


def since(seconds):
    return int(clock.now().timestamp()) + seconds


def claim(**claims):
    return lambda server: server.claims.update({name: v() if callable(v) else v for name, v in claims.items()})


def unsigned(server):
    server.sign = lambda claims: by_hand({"alg": "none"}, claims, lambda _words: b"")


def by_hand(header, claims, sign):
    """A token that no library would write."""
    words = b".".join(packed(json.dumps(part).encode()) for part in (header, claims))
    return (words + b"." + packed(sign(words))).decode()


def packed(words):
    return base64.urlsafe_b64encode(words).rstrip(b"=")


def with_the_public_key_as_secret(server):
    secret = RSA.as_pem(private=False)
    header = {"alg": "HS256", "kid": "rsa-1"}
    server.sign = lambda claims: by_hand(header, claims, lambda words: hmac.digest(secret, words, "sha256"))


def critical(server):
    def sign(words):
        return RSA.private_key.sign(words, PKCS1v15(), SHA256())

    header = {"alg": "RS256", "kid": "rsa-1", "crit": ["x-la"], "x-la": True}
    server.sign = lambda claims: by_hand(header, claims, sign)


def key(one):
    def change(server):
        server.key = one

    return change


def short_key(server):
    server.keys, server.key = [SHORT], SHORT


def header(**more):
    def change(server):
        given = {"alg": "RS256", "kid": "rsa-1"} | more
        server.sign = lambda claims: jwt.encode(given, claims, RSA, algorithms=["RS256"])

    return change


def broken_signature(server):
    honest = server.sign
    server.sign = lambda claims: honest(claims)[:-8] + "AAAAAAAA"


def given(**changes):
    def change(server):
        server.given = lambda answer: {n: v for n, v in (answer | changes).items() if v is not GONE}

    return change


def says(path, body, *, kind="application/json", status=200):
    def change(server):
        server.bent[path] = lambda handler: handler.write(body, kind, status=status)

    return change


def drips(path):
    def change(server):
        server.bent[path] = lambda handler: handler.drip(3)

    return change


def drips_before_it_speaks(path):
    def answer(handler):
        for letter in b"HTTP/1.1 200 OK\r\nX: " + b"a" * 40:
            handler.wfile.write(bytes([letter]))
            handler.wfile.flush()
            time.sleep(0.05)

    def change(server):
        server.bent[path] = answer

    return change


def in_circles(path):
    def change(server):
        server.bent[path] = lambda handler: handler.lead_to(path)

    return change


def breaks_off(path):
    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "5000")
        handler.end_headers()
        handler.wfile.write(b'{"access_token": "the-acc')

    def change(server):
        server.bent[path] = answer

    return change


def tells(**changes):
    return lambda server: server.discovery.update(changes)


DISCOVERY, TOKEN, KEYS = "/.well-known/openid-configuration", "/token", "/jwks"
LONG = b'{"x": "' + b"a" * 10_000_000 + b'"}'
DEEP = b"[" * 200_000
FAULTS = {
    "wrong nonce": (claim(nonce="of another walk"), "lượt vào khác"),
    "no nonce": (claim(nonce=GONE), "lượt vào khác"),
    "wrong issuer": (claim(iss="https://xau.vn"), "tự xưng bằng tên khác"),
    "no issuer": (claim(iss=GONE), "tự xưng bằng tên khác"),
    "for someone else": (claim(aud="other"), "cấp cho nơi khác"),
    "for two, and nobody says which": (claim(aud=[CLIENT, "other"]), "cấp cho nơi khác"),
    "for two, and for the other": (claim(aud=[CLIENT, "other"], azp="other"), "cấp cho nơi khác"),
    "for another, though we asked": (claim(aud="other", azp=CLIENT), "cấp cho nơi khác"),
    "expired": (claim(exp=lambda: since(-61)), "đã hết hạn"),
    "never expires": (claim(exp=GONE), "ghi sai mẫu"),
    "expires as nobody counts": (claim(exp="mai"), "ghi sai mẫu"),
    "old": (claim(iat=lambda: since(-700)), "đã hết hạn"),
    "not yet valid": (claim(nbf=lambda: since(120)), "chưa có hiệu lực"),
    "of the future": (claim(iat=lambda: since(120)), "chưa có hiệu lực"),
    "unsigned": (unsigned, "ký bằng cách không được phép"),
    "signed with the public key": (with_the_public_key_as_secret, "ký bằng cách không được phép"),
    "another key of the same name": (key(OTHER), "chữ ký của thẻ danh tính sai"),
    "unknown key": (key(RSAKey.generate_key(2048, {"kid": "lạ"})), "khóa lạ"),
    "short key": (short_key, "khóa lạ"),
    "key of another kind": (header(kid=EC.kid), "khóa lạ"),
    "a critical word that nobody knows": (critical, "chữ ký của thẻ danh tính sai"),
    "broken signature": (broken_signature, "chữ ký của thẻ danh tính sai"),
    "nobody": (claim(sub=GONE), "không nói rõ là ai"),
    "an empty name": (claim(sub=" "), "không nói rõ là ai"),
    "a number for a name": (claim(sub=7), "không nói rõ là ai"),
    "an endless name": (claim(sub="a" * 256), "không nói rõ là ai"),
    "another access token": (given(access_token="stolen"), "hai thẻ không đi cùng nhau"),
    "no token of identity": (given(id_token=GONE), "không đưa thẻ danh tính"),
    "a token that is none": (given(id_token="a.b"), "chữ ký của thẻ danh tính sai"),
    "a token of another kind": (given(id_token=["a"]), "không đưa thẻ danh tính"),
    "a refused code": (says(TOKEN, b'{"error": "invalid_grant"}', status=400), "không nhận mã"),
    "truncated JSON": (says(TOKEN, b'{"id_token": "ey'), "không đọc được"),
    "an answer that breaks off": (breaks_off(TOKEN), "không đọc được"),
    "a list": (says(TOKEN, b"[]"), "không đọc được"),
    "endless brackets": (says(TOKEN, DEEP), "không đọc được"),
    "ten million bytes": (says(TOKEN, LONG), "quá dài"),
    "ten million bytes of keys": (says(KEYS, LONG), "quá dài"),
    "no keys": (says(KEYS, b"{}"), "không đọc được"),
    "keys that are none": (says(KEYS, b'{"keys": [7, {"kty": "RSA", "kid": "rsa-1", "n": 5}]}'), "khóa lạ"),
    "slow": (drips(TOKEN), "không trả lời"),
    "slow to begin": (drips_before_it_speaks(TOKEN), "không trả lời"),
    "in circles": (in_circles(TOKEN), "chỉ sang địa chỉ khác"),
    "keys in circles": (in_circles(KEYS), "chỉ sang địa chỉ khác"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_nobody_comes_in_by_it(client, identity_server, ha, monkeypatch, caplog, fault):
    monkeypatch.setattr(fetching, "PATIENCE", 0.5)
    bend, words = FAULTS[fault]
    bend(identity_server)

    begun = time.monotonic()

    with caplog.at_level(logging.DEBUG):
        answer = walk(client, identity_server)

    assert time.monotonic() - begun < 30

    assert_refused(client, identity_server, answer, words)
    assert_nothing_personal(identity_server, caplog.text)


def assert_refused(client, server, answer, words):
    """A sentence with a way on, one entry in the record, nobody signed in."""
    assert answer.status_code == 409
    sentence = "Lượt vào này" if "lượt vào lạ" in words or "đã dùng" in words or "quá giờ" in words else words
    assert_kind_refusal(answer, sentence)
    assert "/vao/" in answer.content.decode()
    assert [words in WORDS[entry["after"]["why"]] for entry in refusals(server)] == [True]
    assert status_of(client.get(HOME)) == 401
    assert "_auth_user_id" not in client.session


def refusals(server):
    return [entry for entry in server.told if entry["act"] == "people.identity_refused"]


def assert_nothing_personal(server, logs):
    kept = f"{[(str(entry['person']), entry) for entry in refusals(server)]} {logs}"

    assert [word for word in (server.subject, "the-access-token", "eyJ", *server.codes) if word in kept] == []


DISCOVERIES = {
    "another issuer": tells(issuer="https://xau.vn"),
    "no token door": tells(token_endpoint=GONE),
    "a door elsewhere": tells(token_endpoint="https://169.254.169.254/latest/"),
    "a door in the open": tells(jwks_uri="http://xau.vn/keys"),
    "a door of this machine": tells(token_endpoint="file:///etc/passwd"),
    "a way there that runs": tells(authorization_endpoint="javascript:alert(1)"),
    "a door with a password": tells(token_endpoint="http://a:b@127.0.0.1/token"),
    "a door that is a list": tells(token_endpoint=["x"]),
    "broken": says(DISCOVERY, b"<html>"),
    "long": says(DISCOVERY, LONG),
    "slow": drips(DISCOVERY),
    "in circles": in_circles(DISCOVERY),
    "elsewhere": says(DISCOVERY, b"{}", status=404),
    "down": says(DISCOVERY, b"{}", status=503),
}


@pytest.mark.parametrize("fault", DISCOVERIES)
def test_nobody_is_sent_to_a_server_that_describes_itself_so(client, identity_server, monkeypatch, fault):
    monkeypatch.setattr(fetching, "PATIENCE", 0.5)
    DISCOVERIES[fault](identity_server)

    answer = client.get("/vao/dinh-danh/")

    assert answer.status_code == 409
    assert_kind_refusal(answer, "ật khẩu")
    assert identity_server.asked == [DISCOVERY]


def test_while_the_server_is_down_the_password_opens_the_door(client, identity_server, ha):
    identity_server.shutdown()
    identity_server.server_close()

    assert_kind_refusal(client.get("/vao/dinh-danh/?next=/nguoi/toi/"), "VNeID thử đang không trả lời")
    answer = client.post("/vao/", {"username": ha.username, "password": "cây đa bến nước sân đình", "next": HOME})
    assert answer.headers["Location"] == HOME


def test_a_slow_server_cannot_hold_up_the_house(client, identity_server, monkeypatch):
    monkeypatch.setattr(fetching, "PATIENCE", 0.5)
    drips(DISCOVERY)(identity_server)
    begun = time.monotonic()

    for _ in range(5):
        client.get("/vao/dinh-danh/")

    assert time.monotonic() - begun < 30
    assert len(identity_server.asked) == 1


def test_the_other_door_must_speak_of_the_same_person(client, identity_server, settings):
    settings.OIDC_CLAIM = "so_dinh_danh"
    actions.link(an_officer(), subject="024090001234", now=NOW)
    identity_server.userinfo = {"sub": "someone else", "so_dinh_danh": "024090001234"}

    assert_refused(client, identity_server, walk(client, identity_server), "nói hai người khác nhau")


def test_the_other_door_must_know_the_claim(client, identity_server, settings):
    settings.OIDC_CLAIM = "so_dinh_danh"
    identity_server.userinfo = {"so_dinh_danh": {"value": 1}}

    assert_refused(client, identity_server, walk(client, identity_server), "không cho biết mã")


def without_issuer(address):
    return address.partition("&iss=")[0]


def of_another(address):
    return without_issuer(address) + "&iss=https://xau.vn"


@pytest.mark.parametrize("change", [without_issuer, of_another])
def test_an_answer_must_say_whose_it_is(client, identity_server, ha, change):
    assert_refused(client, identity_server, walk(client, identity_server, change=change), "tự xưng bằng tên khác")
    assert TOKEN not in identity_server.asked


def test_a_server_that_never_says_its_name_is_believed_without(client, identity_server, ha):
    identity_server.discovery = {"authorization_response_iss_parameter_supported": GONE}

    assert walk(client, identity_server, change=without_issuer).headers["Location"] == HOME


def test_who_did_not_agree_is_told_so(client, identity_server, ha):
    def refused(address):
        return f"{address.partition('?')[0]}?error=access_denied&state={state_of(address)}&iss={identity_server.issuer}"

    assert_refused(client, identity_server, walk(client, identity_server, change=refused), "chưa đồng ý")


def state_of(address):
    return address.partition("state=")[2].partition("&")[0]


def test_a_walk_that_another_browser_began_is_refused(client, identity_server, ha):
    def forged(address):
        return address.replace(state_of(address), "x" * 64)

    assert_refused(client, identity_server, walk(client, identity_server, change=forged), "lượt vào lạ")
    assert TOKEN not in identity_server.asked


def test_a_walk_of_more_than_ten_minutes_is_refused(client, identity_server, ha, monkeypatch):
    later = clock.now() + timedelta(minutes=11)

    def slowly(address):
        monkeypatch.setattr(clock, "now", lambda: later)
        return address

    assert_refused(client, identity_server, walk(client, identity_server, change=slowly), "quá giờ")


def test_an_answer_is_good_once(client, identity_server, ha):
    seen = []
    walk(client, identity_server, change=lambda address: seen.append(address) or address)
    client.logout()

    assert_refused(client, identity_server, client.get(seen[0]), "lượt vào đã dùng")


def test_a_code_is_good_once_even_if_the_server_would_take_it_again(client, identity_server, ha):
    codes = []

    def with_the_first_code(address):
        query = identity_server.codes.popitem()
        codes.append(query[0])
        identity_server.codes[codes[0]] = query[1]
        return address.replace(query[0].replace("=", "%3D"), codes[0].replace("=", "%3D"))

    assert walk(client, identity_server, change=with_the_first_code).headers["Location"] == HOME
    client.logout()
    assert_refused(
        client, identity_server, walk(client, identity_server, change=with_the_first_code), "lượt vào đã dùng"
    )


@pytest.mark.django_db(transaction=True)
def test_of_two_that_come_back_at_the_same_moment_one_comes_in(identity_server):
    if connection.vendor == "sqlite":
        pytest.skip("an in-memory database has no second writer")
    actions.link(a_person(), subject=identity_server.subject, now=NOW)
    walk_there, there = actions.go(back="http://testserver/", onward="/", linking=None, now=clock.now())
    answer = asked_of(identity_server.code_for(asked_of(there)))
    both, ends = Barrier(2), []

    def come():
        both.wait()
        try:
            ends.append(actions.come_back(walk_there, answer, back="http://testserver/", now=clock.now()).subject)
        except actions.CannotComeIn as refusal:
            ends.append(refusal.why)
        finally:
            connection.close()

    comers = [Thread(target=come) for _ in range(2)]
    [comer.start() for comer in comers]
    [comer.join() for comer in comers]

    assert sorted(ends) == sorted([identity_server.subject, actions.Why.USED])


def test_a_robot_cannot_fill_the_record(client, identity_server):
    for number in range(15):
        client.get(f"/vao/dinh-danh/ve/?state={number}&code=x")

    assert len(refusals(identity_server)) == 10


def test_old_walks_are_forgotten(client, identity_server, ha):
    Passage.objects.create(state="a" * 64, at=NOW - timedelta(days=31))

    walk(client, identity_server)

    assert Passage.objects.count() == 1


@pytest.mark.parametrize(
    ("address", "may_be"),
    [
        ("https://dinhdanh.bacninh.gov.vn/token", True),
        ("https://token.bacninh.gov.vn:8443/token", True),
        ("http://dinhdanh.bacninh.gov.vn/token", False),
        ("https://dinhdanh.bacninh.gov.vn.xau.vn/token", False),
        ("https://127.0.0.1/token", False),
        ("http://localhost/token", False),
        ("https://dinhdanh.bacninh.gov.vn@xau.vn/", False),
        ("https://dinhdanh.bacninh.gov.vn/\r\nHost: xau.vn", False),
        ("https://[::1", False),
        ("//dinhdanh.bacninh.gov.vn/", False),
        (None, False),
    ],
)
def test_only_named_hosts_are_asked_and_over_https(settings, address, may_be):
    settings.OIDC_ISSUER, settings.OIDC_HOSTS = "https://dinhdanh.bacninh.gov.vn", ["token.bacninh.gov.vn"]

    assert checks.may_be_asked(address) is may_be


def test_a_name_that_leads_into_this_machine_is_not_asked(identity_server, settings, monkeypatch):
    name = "dinhdanh.bacninh.gov.vn"
    settings.OIDC_ISSUER = f"https://{name}"
    port = identity_server.server_port
    monkeypatch.setattr(calling, "_line_to", lambda _call: calling.HTTPConnection("127.0.0.1", port, timeout=1))

    with pytest.raises(checks.Untrusted, match="strange address"):
        fetching.fetch(f"https://{name}/x")
    assert identity_server.asked == []


def test_a_certificate_that_nobody_vouches_for_is_not_believed(identity_server, settings, tmp_path, monkeypatch):
    kept = tmp_path / "certificate.pem"
    kept.write_bytes(a_certificate())
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(kept)
    identity_server.socket = secure.wrap_socket(identity_server.socket, server_side=True)
    settings.OIDC_ISSUER = identity_server.issuer = f"https://localhost:{identity_server.server_port}"

    assert not checks.server_answers()
    monkeypatch.setenv("SSL_CERT_FILE", str(kept))
    assert checks.server_answers()


def a_certificate():
    """Made by nobody but itself, with its key."""
    private, name = RSA.private_key, x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(private.public_key())
    made = made.serial_number(1).not_valid_before(clock.now() - timedelta(days=1))
    made = made.not_valid_after(clock.now() + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    signed = made.sign(private, SHA256())
    return RSA.as_pem(private=True) + signed.public_bytes(Encoding.PEM)


def test_a_refused_stranger_leaves_no_session_of_a_person(client, identity_server):
    walk(client, identity_server)
    cache.clear()

    assert ["_auth_user_id" in session.get_decoded() for session in Session.objects.all()] == [False]
