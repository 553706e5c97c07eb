"""Web push: a message that only one browser can read (RFC 8291), signed by this house (RFC 8292), handed over.

Written on `cryptography`, which the house has already: what remains is two derivations of keys and one signature.
The message goes only to services that an administrator named, by their origin: an address that a browser (or somebody
in its place) gives can therefore never lead into the house's own network. No answer of theirs leads anywhere else.
"""

import base64
import http.client
import json
import os
import ssl
import struct
import time
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

RECORD = 4096
LONGEST = 2000
"""Bytes of a message at most; services take 4096 with all that is added."""

PATIENCE = 15
"""Seconds to wait for a service."""

LIVES = 12 * 3600
"""Seconds for which a service keeps a message for a browser that is off."""


class BadAddress(ValueError):
    """What a browser gave is no address of a service that was named, or no key."""


class ServiceAway(Exception):
    """The service could not be reached; whether it took the message is known: it did not."""


class Unanswered(Exception):
    """The message went out and no answer came: nobody knows whether it arrived."""


@dataclass(frozen=True)
class Receiver:
    """Where one browser is reached, and the keys with which only it can read."""

    endpoint: str
    p256dh: str
    auth: str


def private_key(text: str) -> ec.EllipticCurvePrivateKey:
    """The house's own key, as it is kept: the number of a P-256 key in URL-safe base64."""
    number = int.from_bytes(_unpacked(text), "big")
    return ec.derive_private_key(number, ec.SECP256R1())


def new_private_key() -> str:
    """A key as it is kept."""
    key = ec.generate_private_key(ec.SECP256R1())
    return _packed(key.private_numbers().private_value.to_bytes(32, "big"))


def public_text(key: ec.EllipticCurvePrivateKey) -> str:
    """The public half, as browsers are told it."""
    return _packed(_point(key.public_key()))


def checked(receiver: Receiver, services: Iterable[str]) -> None:
    """Raise where the address is of no service that was named, or the keys are none."""
    _origin_of(receiver.endpoint, services)
    _keys_of(receiver)


def _origin_of(endpoint: str, services: Iterable[str]) -> str:
    """The origin of an address, if it is one of the services': "https://*.notify.windows.com" names many."""
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError:
        raise BadAddress(endpoint) from None
    host = (parts.hostname or "").lower()
    origin = f"{parts.scheme}://{host}" + (f":{port}" if port else "")
    is_plain = endpoint.isascii() and endpoint.isprintable() and " " not in endpoint and len(endpoint) <= 500
    is_plain = is_plain and parts.username is None and parts.password is None and not set("*?[\\") & set(host)
    if not (is_plain and host and any(fnmatchcase(origin, service) for service in services)):
        raise BadAddress(endpoint)
    return origin


def _keys_of(receiver: Receiver) -> tuple[bytes, ec.EllipticCurvePublicKey, bytes]:
    try:
        point, secret = _unpacked(receiver.p256dh), _unpacked(receiver.auth)
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except (ValueError, InvalidKey):
        raise BadAddress("p256dh") from None
    if len(point) != 65 or len(secret) != 16:
        raise BadAddress("auth")
    return point, public, secret


def encrypted(
    message: bytes,
    receiver: Receiver,
    *,
    salt: bytes | None = None,
    own: ec.EllipticCurvePrivateKey | None = None,
) -> bytes:
    """One record of aes128gcm that only the browser can open. `salt` and `own` are new for each message."""
    if len(message) > LONGEST:
        raise ValueError("too long")
    point, public, secret = _keys_of(receiver)
    own = own or ec.generate_private_key(ec.SECP256R1())
    salt = salt or os.urandom(16)
    own_point = _point(own.public_key())
    shared = _derived(own.exchange(ec.ECDH(), public), secret, b"WebPush: info\0" + point + own_point, 32)
    key = _derived(shared, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(shared, salt, b"Content-Encoding: nonce\0", 12)
    sealed = AESGCM(key).encrypt(nonce, message + b"\x02", None)
    return salt + struct.pack("!IB", RECORD, len(own_point)) + own_point + sealed


def _derived(material: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length, salt, info).derive(material)


def signed(origin: str, *, key: ec.EllipticCurvePrivateKey, contact: str, moment: float) -> str:
    """Who sends: the service may ask the contact when something is amiss (VAPID)."""
    claims = {"aud": origin, "exp": int(moment) + LIVES, "sub": contact}
    head = _packed(json.dumps({"typ": "JWT", "alg": "ES256"}, separators=(",", ":")).encode())
    text = f"{head}.{_packed(json.dumps(claims, separators=(',', ':')).encode())}"
    one, two = decode_dss_signature(key.sign(text.encode(), ec.ECDSA(hashes.SHA256())))
    token = f"{text}.{_packed(one.to_bytes(32, 'big') + two.to_bytes(32, 'big'))}"
    return f"vapid t={token}, k={public_text(key)}"


def hand_over(message: dict[str, str], receiver: Receiver, *, services: Iterable[str], key: str, contact: str) -> int:
    """Give it to the service: the number of its answer."""
    origin = _origin_of(receiver.endpoint, services)
    body = encrypted(json.dumps(message, ensure_ascii=False).encode(), receiver)
    headers = {
        "Authorization": signed(origin, key=private_key(key), contact=contact, moment=time.time()),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(LIVES),
        "Topic": "nhac-viec",
        "Urgency": "normal",
    }
    line = _line(receiver.endpoint)
    try:
        line.connect()
    except OSError as away:
        line.close()
        raise ServiceAway(str(away)) from away
    try:
        parts = urlsplit(receiver.endpoint)
        line.request("POST", parts.path + (f"?{parts.query}" if parts.query else ""), body, headers)
        answer = line.getresponse()
        answer.read(1000)
        return answer.status
    except (OSError, http.client.HTTPException) as lost:
        raise Unanswered(str(lost)) from lost
    finally:
        line.close()


def _line(endpoint: str) -> http.client.HTTPConnection:
    """A line that follows no redirect, and trusts what the system trusts."""
    parts = urlsplit(endpoint)
    host = parts.hostname or ""
    if parts.scheme == "https":
        return http.client.HTTPSConnection(host, parts.port, timeout=PATIENCE, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, parts.port, timeout=PATIENCE)


def _point(public: ec.EllipticCurvePublicKey) -> bytes:
    return public.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


def _packed(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _unpacked(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
