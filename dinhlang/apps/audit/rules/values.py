"""How a kept value is read."""

from datetime import date

ON_BEHALF_OF = "on_behalf_of"
"""The fact that tells for whom somebody stood in."""


def as_day(text: str) -> date | None:
    """The day, if a kept text is one as machines write it (2026-11-20)."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
