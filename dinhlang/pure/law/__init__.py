"""Law as data: each number with its article, from when to when it holds, and how surely we read it."""

from dinhlang.pure.law.deadlines import COUNTING_RULES, TIME_RULES, TIME_RULES_VERSION, two_tiers_from
from dinhlang.pure.law.limits import count_of_rule, latest_by_law, law_day
from dinhlang.pure.law.personal_data import PERSONAL_DATA
from dinhlang.pure.law.rule import Confidence, Measure, NoSuchRule, Rule, Unit, rule_on

__all__ = [
    "COUNTING_RULES",
    "PERSONAL_DATA",
    "TIME_RULES",
    "TIME_RULES_VERSION",
    "Confidence",
    "Measure",
    "NoSuchRule",
    "Rule",
    "Unit",
    "count_of_rule",
    "latest_by_law",
    "law_day",
    "rule_on",
    "two_tiers_from",
]
