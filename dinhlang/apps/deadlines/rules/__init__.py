"""How days are reckoned and explained, and how the chain of a report is laid. Plain Python."""

from dinhlang.apps.deadlines.rules.chains import (
    MOST_DAYS_TOGETHER,
    MOST_LEVELS,
    MOST_PERIODS,
    USUAL_DAYS,
    Conflict,
    Link,
    Period,
    Rhythm,
    conflicts,
    laid,
    periods,
    tiers,
)
from dinhlang.apps.deadlines.rules.days import (
    MOST_DAYS,
    Reckoned,
    Told,
    comes_back,
    next_days,
    reckoned,
    told,
)
from dinhlang.apps.deadlines.rules.laws import ByLaw, Verdict, by_law, proposed, time_rules
from dinhlang.apps.deadlines.rules.rhythms import rhythm_of, said, words_of_days
from dinhlang.apps.deadlines.rules.sittings import meant

__all__ = [
    "MOST_DAYS",
    "MOST_DAYS_TOGETHER",
    "MOST_LEVELS",
    "MOST_PERIODS",
    "USUAL_DAYS",
    "ByLaw",
    "Conflict",
    "Link",
    "Period",
    "Reckoned",
    "Rhythm",
    "Told",
    "Verdict",
    "by_law",
    "comes_back",
    "conflicts",
    "laid",
    "meant",
    "next_days",
    "periods",
    "proposed",
    "reckoned",
    "rhythm_of",
    "said",
    "tiers",
    "time_rules",
    "told",
    "words_of_days",
]
