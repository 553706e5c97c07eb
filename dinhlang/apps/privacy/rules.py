"""The steps of a request and the days it has. Plain Python; the days themselves are rows of `pure.law`."""

from dataclasses import dataclass
from datetime import date, timedelta

from dinhlang.pure.law import PERSONAL_DATA, Rule, rule_on

STEPS = {
    "received": {"accepted", "done", "refused", "taken_back"},
    "accepted": {"done", "refused", "taken_back"},
}
"""From which state a request goes to which."""

OPEN = frozenset(STEPS)
EXPORT_DAYS = 7
"""How long a finished export lies ready; a new one is made whenever it is asked for."""


def may_go(state: str, to: str) -> bool:
    """Whether a request may go from one state to another."""
    return to in STEPS.get(state, set())


@dataclass(frozen=True)
class Span:
    """A day by which something is to be done, and the rule that says so."""

    kind: str
    due: date
    rule: Rule


def done_by(kind: str, *, received: date, of: str = "done") -> Span:
    """By when a request of a kind is to be done."""
    rule = rule_on(PERSONAL_DATA, kind, day=received)
    return Span(of, received + timedelta(days=rule.number or 0), rule)


def reply_rule(day: date) -> Rule:
    """How many working days the first reply has."""
    return rule_on(PERSONAL_DATA, "reply", day=day)


def doubts_of_extension(*, days: int, already: int, day: date) -> list[Rule]:
    """The rules that an extension does not keep."""
    longest, most = (rule_on(PERSONAL_DATA, name, day=day) for name in ("extension", "extensions"))
    broken = [(days > (longest.number or 0), longest), (already >= (most.number or 0), most)]
    return [rule for is_broken, rule in broken if is_broken]
