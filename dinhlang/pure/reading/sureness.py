"""How sure a duty is read: a share measured on plans that people had read, less for each thing that led to slips there.

`python -m benchmarks plans` prints how the shares said here compare with what was right.
"""

import re
from collections.abc import Callable

from dinhlang.pure.reading.findings import Duty

_USUALLY = 0.97
_OF_A_ROW = 0.94
_LONG_NAME, _VERY_LONG_NAME, _MANY_NAMES = 60, 90, 5
_LONG_TIME, _SHORT_TEXT = 100, 40
_TIME_WORDS = re.compile(r"\b(?:ngày|tháng|quý|khi|trước|sau|hằng năm|hàng năm|thường xuyên)\b|năm (?:19|20)\d\d", re.I)


def _names(duty: Duty) -> list[str]:
    return [*duty.leads, *duty.advisers, *duty.partners]


def _has_long_name(duty: Duty) -> bool:
    return any(len(name) > _LONG_NAME for name in _names(duty))


def _has_very_long_name(duty: Duty) -> bool:
    return any(len(name) > _VERY_LONG_NAME for name in _names(duty))


def _has_name_nowhere(duty: Duty) -> bool:
    """A name that is not printed near the duty was put together."""
    found = sum(len(duty.sources.get(role, ())) for role in ("leads", "advisers", "partners"))
    return not duty.sources.get("row") and found < len(_names(duty))


def _has_time_not_understood(duty: Duty) -> bool:
    return bool(duty.timing.text) and duty.timing.kind == "none"


def _may_have_a_time(duty: Duty) -> bool:
    return not duty.timing.text and bool(_TIME_WORDS.search(duty.text))


_DOUBTS: tuple[tuple[Callable[[Duty], bool], float], ...] = (
    (_has_long_name, 0.86),
    (_has_very_long_name, 0.7),
    (lambda duty: len(_names(duty)) > _MANY_NAMES, 0.93),
    (_has_name_nowhere, 0.9),
    (_has_time_not_understood, 0.6),
    (lambda duty: len(duty.timing.text) > _LONG_TIME, 0.85),
    (lambda duty: duty.timing.kind == "event", 0.87),
    (_may_have_a_time, 0.93),
    (lambda duty: bool(duty.partners) and not (duty.leads or duty.advisers), 0.95),
    (lambda duty: len(duty.text) < _SHORT_TEXT, 0.9),
    (lambda duty: duty.text[:1].islower(), 0.85),
)


def weigh(duty: Duty) -> None:
    """Set how sure a duty is; each doubt makes it less."""
    sure = _OF_A_ROW if duty.sources.get("row") else _USUALLY
    for doubted, share in _DOUBTS:
        sure *= share if doubted(duty) else 1.0
    duty.confidence = sure
