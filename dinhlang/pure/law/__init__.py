"""Law as data: each number with its article, from when to when it holds, and how surely we read it."""

from dinhlang.pure.law.personal_data import PERSONAL_DATA
from dinhlang.pure.law.rule import Confidence, NoSuchRule, Rule, Unit, rule_on

__all__ = ["PERSONAL_DATA", "Confidence", "NoSuchRule", "Rule", "Unit", "rule_on"]
