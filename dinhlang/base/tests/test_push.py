"""Messages to browsers: what goes out can be read by one browser only, and goes nowhere but where it may."""

import base64
import json

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from dinhlang.base import push
from dinhlang.base.push import BadAddress, Receiver
from dinhlang.base.tests.push_service import Browser

SERVICES = ["https://push.example", "https://*.notify.example"]


def raw(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def test_the_example_of_the_standard_comes_out_byte_by_byte():
    """RFC 8291, appendix A."""
    receiver = Receiver(
        "https://push.example/1",
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "BTBZMqHH6r4Tts7J_aSIgg",
    )
    own = push.private_key("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")

    sealed = push.encrypted(
        b"When I grow up, I want to be a watermelon", receiver, salt=raw("DGv6ra1nlYgDCS1FRnbzlw"), own=own
    )

    assert sealed == raw(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz"
        "AC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


def test_only_the_browser_itself_reads_it():
    browser, other = Browser(), Browser()
    sealed = push.encrypted("Có 2 lời nhắc.".encode(), browser.receiver("https://push.example/1"))

    assert browser.opened(sealed).decode() == "Có 2 lời nhắc."
    with pytest.raises(InvalidTag):
        other.opened(sealed)


def test_the_signature_names_the_service_and_is_the_houses_own():
    key = push.private_key(push.new_private_key())

    said = push.signed("https://push.example", key=key, contact="https://dinhlang.example.vn", moment=1_000)

    token = said.removeprefix("vapid t=").partition(",")[0]
    head, claims, signature = token.split(".")
    assert json.loads(raw(claims)) == {
        "aud": "https://push.example",
        "exp": 44_200,
        "sub": "https://dinhlang.example.vn",
    }
    numbers = [int.from_bytes(raw(signature)[n : n + 32], "big") for n in (0, 32)]
    key.public_key().verify(encode_dss_signature(*numbers), f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://push.example/1",
        "https://127.0.0.1/1",
        "https://push.example.evil.vn/1",
        "https://push.example:8443/1",
        "https://push.example@127.0.0.1/1",
        "https://evil.vn/?https://push.example",
        "https://notify.example/1",
        "https://[::1]/1",
        "https://*.notify.example/1",
        "https://push.example\\@evil.vn/1",
        "file:///etc/passwd",
        "https://push.example/" + "x" * 600,
        "https://push.example:99999999/1",
        "",
    ],
)
def test_an_address_of_no_named_service_is_refused(endpoint):
    with pytest.raises(BadAddress):
        push.checked(Browser().receiver(endpoint), SERVICES)


def test_the_named_services_are_taken():
    for endpoint in ("https://push.example/send/abc?x=1", "https://wns2.notify.example/w/?token=1"):
        push.checked(Browser().receiver(endpoint), SERVICES)


@pytest.mark.parametrize(("p256dh", "auth"), [("AAAA", None), (None, "AAAA"), ("@@@", None), ("", None)])
def test_keys_that_are_none_are_refused(p256dh, auth):
    whole = Browser().receiver("https://push.example/1")
    broken = Receiver(whole.endpoint, whole.p256dh if p256dh is None else p256dh, auth or whole.auth)

    with pytest.raises(BadAddress):
        push.checked(broken, SERVICES)
