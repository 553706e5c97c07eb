"""One rule of law as it stands on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Confidence(StrEnum):
    """How surely we know a rule: only what was read in full may stop a person, everything else reminds."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Unit(StrEnum):
    """What a rule counts."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    TIMES = "times"
    TIERS = "tiers"
    NOTHING = ""


class Measure(StrEnum):
    """What a rule asks of its number."""

    WITHIN = "within"
    """At the latest so long after what sets it off."""

    AT_LEAST = "at_least"
    """It must last at least so long."""

    AHEAD = "ahead"
    """At the latest so long before what it is for."""

    NOTHING = ""


class NoSuchRule(LookupError):
    """No rule of that name is in force on the day."""


@dataclass(frozen=True)
class Rule:
    """What an article says, from a day until before another. A number never stands without its article."""

    name: str
    says: str
    article: str
    begins: date
    confidence: Confidence
    number: int | None = None
    unit: Unit = Unit.NOTHING
    ends: date | None = None
    measure: Measure = Measure.NOTHING
    counted_from: str = ""
    """What sets it off, or what it is for, in words."""

    def __post_init__(self) -> None:
        """Refuse what nobody could look up."""
        if not self.article.strip():
            raise ValueError(f"{self.name}: a rule needs its article")
        if (self.number is None) != (self.unit is Unit.NOTHING):
            raise ValueError(f"{self.name}: a number and what it counts come together")
        if self.ends is not None and self.ends <= self.begins:
            raise ValueError(f"{self.name}: ends before it begins")
        if (self.measure is Measure.NOTHING) != (not self.counted_from):
            raise ValueError(f"{self.name}: a measure says from what it is counted")

    @property
    def blocks(self) -> bool:
        """Whether a person may be stopped by it."""
        return self.confidence is Confidence.HIGH

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.begins <= day and (self.ends is None or day < self.ends)


def rule_on(rules: Iterable[Rule], name: str, *, day: date) -> Rule:
    """The rule of a name as it stands on a day."""
    for rule in rules:
        if rule.name == name and rule.holds_on(day):
            return rule
    raise NoSuchRule(f"{name} on {day:%d/%m/%Y}")
