"""The chain: each entry's digest holds the one before it, so that nothing is changed, taken out or put between unseen.

`tools/verify_record.py` says the same once more, without this house, so that an outsider can check us.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256

ORIGIN = "0" * 64
"""What stands before the first link."""

FACTS = ("moment", "actor_id", "act", "thing_type", "thing_key", "thing_name", "unit_id", "reason", "before", "after")
"""What of an entry is bound into the chain: everything that a person reads of it."""


def digest_of(place: int, previous: str, entry: int, facts: Mapping[str, object]) -> str:
    """SHA-256 of the canonical text: JSON in UTF-8, keys sorted, no spaces, moments in UTC to the microsecond."""
    told = {name: _plain(facts[name]) for name in FACTS}
    whole = {"place": place, "previous": previous, "entry": entry, **told}
    text = json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()  # half a letter is bound too, never a stumble


def _plain(value: object) -> object:
    return value.astimezone(UTC).isoformat(timespec="microseconds") if isinstance(value, datetime) else value
