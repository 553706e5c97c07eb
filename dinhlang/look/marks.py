"""States as a sign and a word, so that colour is never alone in telling."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from dinhlang.look import days


@dataclass(frozen=True)
class Kind:
    """One state that things can be in: its sign and its usual word."""

    sign: str
    word: Promise


KINDS = {
    "late": Kind("▲", _("Quá hạn")),
    "soon": Kind("◆", _("Sắp đến hạn")),
    "waiting": Kind("◇", _("Đang chờ")),
    "doing": Kind("●", _("Đang làm")),
    "done": Kind("✓", _("Xong")),
    "returned": Kind("↩", _("Trả lại")),
    "none": Kind("○", _("Chưa làm")),
}


@dataclass(frozen=True)
class Segment:
    """One piece of a meter, in percent of its width."""

    kind: str
    number: int
    words: str
    x: float
    width: float


def _words(kind: str, n: int) -> str:
    counted = {
        "done": ngettext("%(n)s xong", "%(n)s xong", n),
        "doing": ngettext("%(n)s đang làm", "%(n)s đang làm", n),
        "waiting": ngettext("%(n)s đang chờ", "%(n)s đang chờ", n),
        "late": ngettext("%(n)s quá hạn", "%(n)s quá hạn", n),
        "rest": ngettext("%(n)s chưa tới hạn", "%(n)s chưa tới hạn", n),
    }
    return counted[kind] % {"n": days.number(n)}


def segments(**numbers: int) -> list[Segment]:
    """The pieces of a meter in the order given; empty ones are left out."""
    total = sum(numbers.values())
    pieces, at = [], 0.0
    for kind, n in numbers.items():
        if n > 0:
            width = 100 * n / total
            pieces.append(Segment(kind, n, _words(kind, n), round(at, 2), round(width, 2)))
            at += width
    return pieces
