"""A call in the form of Standard Webhooks: a name that never changes, a moment, and a signature over both and the body.

The body says what kind of thing happened and where it is read, and nothing of what it says: a call that is read by
strangers, or kept in a log, tells nobody's name.
"""

import base64
import hmac
import json
from datetime import datetime, timedelta
from hashlib import sha256

PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=12),
    timedelta(hours=24),
)
"""After the first try, the second …; after the last nobody tries by himself: two days are over."""
FAILS_FOR = timedelta(days=3)
"""An address that has taken nothing for so long is paused, and a person is told."""


def body_of(*, act: str, moment: datetime, place: int, url: str) -> bytes:
    """What is said: the act, when, its place in the record (by which a receiver can sort), and where to read."""
    told = {"type": act, "timestamp": moment.isoformat(), "data": {"place": place, "url": url}}
    return json.dumps(told, separators=(",", ":")).encode()


def signature_of(body: bytes, *, name: str, moment: datetime, secret: str) -> str:
    """Who sends: only the house and the receiver know the secret."""
    signed = f"{name}.{int(moment.timestamp())}.".encode() + body
    key = base64.b64decode(secret.removeprefix("whsec_"))
    return f"v1,{base64.b64encode(hmac.new(key, signed, sha256).digest()).decode()}"


def headers_of(body: bytes, *, name: str, moment: datetime, secret: str) -> dict[str, str]:
    """The name by which a receiver drops what came twice, the moment by which it drops what is stale, the signature."""
    return {
        "Content-Type": "application/json",
        "User-Agent": "DinhLang-Webhooks",
        "webhook-id": name,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": signature_of(body, name=name, moment=moment, secret=secret),
    }


def next_try(tries: int, *, now: datetime) -> datetime | None:
    """When a call that failed so often goes out again; none where it is given up."""
    return now + PAUSES[tries - 1] if tries <= len(PAUSES) else None
