"""How often a task comes back, as a person may choose it, and what was said by hand of its time. Plain Python."""

from collections.abc import Mapping
from typing import Any

RHYTHMS = {
    "FREQ=DAILY": "hằng ngày",
    "FREQ=WEEKLY": "hằng tuần",
    "FREQ=MONTHLY": "hằng tháng",
    "FREQ=MONTHLY;INTERVAL=3": "hằng quý",
    "FREQ=MONTHLY;INTERVAL=6": "6 tháng một lần",
    "FREQ=YEARLY": "hằng năm",
}
"""Each rhythm with the words by which the grammar of time reads it."""


def by_hand(details: Mapping[str, Any]) -> Mapping[str, str]:
    """What a person said of the time besides the words: `start`, `rhythm`, and the `phrase` that says all of it."""
    kept = (details.get("timing") or {}).get("by_hand")
    return kept if isinstance(kept, Mapping) else {}


def whole_phrase(time_words: str, details: Mapping[str, Any]) -> str:
    """The words of time with what a person added to them, for whoever reads the phrase again."""
    return by_hand(details).get("phrase") or time_words
