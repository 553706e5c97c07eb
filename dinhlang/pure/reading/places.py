"""Where the names and the time of a duty stand in the text, found again by their words."""

import re

from dinhlang.pure.reading.findings import Duty, Span

_BEFORE = 900  # a doer named by a heading stands this near


def place_names(text: str, duty: Duty) -> None:
    """Note where each name, and the time, of a duty stands."""
    start, end = duty.span
    for role, names in (("leads", duty.leads), ("advisers", duty.advisers), ("partners", duty.partners)):
        spans = [span for name in names if (span := _place_in(text, name, [*duty.labels.get(role, []), duty.span]))]
        duty.sources.setdefault(role, spans)
    if duty.timing.text:
        spans = [span for part in duty.timing.text.split("; ") if (span := place_of(text, part, start, end))]
        duty.sources.setdefault("timing", spans)
    if duty.product and (span := place_of(text, duty.product[:120], start, end)):
        duty.sources["product"] = [span]


def _place_in(text: str, name: str, stretches: list[Span]) -> Span | None:
    """Return where a name stands in the first stretch that holds it: its label's line before the duty's own words."""
    return next((span for start, end in stretches if (span := place_of(text, name, start, end))), None)


def place_of(text: str, words: str, start: int, end: int) -> Span | None:
    """Return where words stand within a stretch, else shortly before it; line breaks and marks do not count."""
    if (at := text.find(words, start, end)) >= 0 and words.strip():
        return at, at + len(words)
    parts = [re.escape(part) for part in words.split()][:40]
    if not parts:
        return None
    pattern = re.compile(r"[\s*|#_]+".join(parts))
    if found := pattern.search(text, start, end):
        return found.span()
    before = [found.span() for found in pattern.finditer(text, max(0, start - _BEFORE), start)]
    return before[-1] if before else None
