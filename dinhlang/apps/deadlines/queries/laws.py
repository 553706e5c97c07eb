"""The rule of law on which a deadline stands, and those that its words seem to be about."""

from datetime import date

from dinhlang.apps.deadlines import rules
from dinhlang.apps.deadlines.models import Deadline
from dinhlang.pure.dates import Calendar


def by_law_of(deadline: Deadline, *, today: date, calendar: Calendar) -> rules.ByLaw | None:
    """How its day stands to the rule that somebody named; None where nobody did."""
    if not deadline.law:
        return None
    due = deadline.milestones.order_by("order").values_list("day", flat=True).first()
    return rules.by_law(deadline.law, deadline.law_from, due, calendar, day=today)


def breach(deadline: Deadline, due: date | None, *, calendar: Calendar) -> rules.ByLaw | None:
    """What a day would break of the rule on which a deadline stands; nothing where it keeps to it, or none is named."""
    begin = deadline.law_from
    if not deadline.law or begin is None or due is None:
        return None
    found = rules.by_law(deadline.law, begin, due, calendar, day=begin)
    return found if found is not None and found.is_breach else None


def proposed_laws(deadline: Deadline) -> list[str]:
    """The names of the rules that the words of the duty seem to be about; a person chooses."""
    text = deadline.clause.text if deadline.clause else ""
    return rules.proposed([deadline.words, text])
