"""Whether a day keeps to what the law asks, and which rules the words of a duty seem to be about. Plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dinhlang.apps.deadlines.rules.days import Told
from dinhlang.pure.dates import Calendar
from dinhlang.pure.law import TIME_RULES, Measure, NoSuchRule, Rule, law_day, rule_on
from dinhlang.pure.viet import fold


class Verdict(StrEnum):
    """How a day stands to a rule."""

    KEPT = "kept"
    TOO_LATE = "too_late"
    TOO_SHORT = "too_short"
    UNKNOWN = "unknown"
    """It is not known from which day the law counts, or there is no day yet."""


@dataclass(frozen=True)
class ByLaw:
    """A rule with what follows from it: the day that it leads to, how it was counted, how the due day stands to it."""

    rule: Rule
    begin: date | None
    end: date | None
    told: Told | None
    verdict: Verdict

    @property
    def is_breach(self) -> bool:
        """Whether the due day breaks the rule."""
        return self.verdict in {Verdict.TOO_LATE, Verdict.TOO_SHORT}


def time_rules(*, day: date) -> list[Rule]:
    """The rules in force on a day that set a time."""
    return [rule for rule in TIME_RULES if rule.measure is not Measure.NOTHING and rule.holds_on(day)]


def by_law(name: str, begin: date | None, due: date | None, calendar: Calendar, *, day: date) -> ByLaw | None:
    """How a due day stands to a rule as it is in force on the day from which it counts; None where none is."""
    try:
        rule = rule_on(TIME_RULES, name, day=begin or day)
    except NoSuchRule:
        return None
    counted = law_day(rule, begin, calendar) if begin else None
    if counted is None:
        return ByLaw(rule, begin, None, None, Verdict.UNKNOWN)
    told = Told(counted, [(one, calendar.why_off(one)) for one in sorted(counted.passed)])
    return ByLaw(rule, begin, counted.end, told, _verdict(rule, counted.end, due))


def _verdict(rule: Rule, end: date | None, due: date | None) -> Verdict:
    if due is None or end is None:
        return Verdict.UNKNOWN
    if rule.measure is Measure.AT_LEAST:
        return Verdict.TOO_SHORT if due < end else Verdict.KEPT
    return Verdict.TOO_LATE if due > end else Verdict.KEPT


_ABOUT = {
    "posting": ("niem yet",),
    "disclosure": ("cong khai", "niem yet"),
    "loudspeaker": ("loa", "truyen thanh"),
    "decision_sent": ("quyet dinh cua cong dong", "bien ban hop thon"),
    "ballot_public": ("phat phieu", "phieu lay y kien"),
    "meeting_notice": ("hop thon", "hop to dan pho", "cuoc hop"),
    "meeting_papers": ("tai lieu",),
    "election_plan": ("bau truong thon", "bau to truong"),
    "election_team": ("to bau cu",),
    "election_posting": ("ung cu vien",),
    "conference_notice": ("hoi nghi dinh ky", "hoi nghi cua cong dong"),
    "convention_posting": ("huong uoc", "quy uoc"),
    "convention_dossier": ("huong uoc", "quy uoc"),
    "convention_recognition": ("cong nhan huong uoc", "cong nhan quy uoc"),
    "consultation": ("lay y kien",),
    "consultation_result": ("tiep thu, giai trinh", "tong hop y kien"),
    "dialogue_notice": ("doi thoai",),
    "dialogue_result": ("doi thoai",),
    "answer_to_inspection": ("thanh tra nhan dan",),
    "inspection_notice": ("thanh tra nhan dan",),
    "answer_to_supervision": ("giam sat dau tu",),
    "supervision_notice": ("giam sat dau tu",),
    "agency_disclosure": ("noi bo co quan", "cong chuc, vien chuc"),
    "staff_conference": ("hoi nghi can bo", "hoi nghi vien chuc", "hoi nghi cong chuc"),
}


def proposed(words: Iterable[str]) -> list[str]:
    """The names of the rules that words seem to be about; a person chooses."""
    said = fold(" ".join(words))
    return [name for name, about in _ABOUT.items() if any(one in said for one in about)]
