"""The words of a report, built from its figures and nothing else. They are official Vietnamese in every language of
the pages; a person then edits them.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from dinhlang.pure.drafting import KINDS
from dinhlang.pure.viet import capital_first, number, one_line, percent, short_day

MOST_NAMES = 5
"""So many late bodies are named in a sentence; of the rest only the number is told."""
LONGEST_TITLE = 66
"""Longer titles of tasks are cut at a word, so that a report of an ordinary plan stays on one page."""


@dataclass(frozen=True)
class Subject:
    """What a report is about: the plan, who issued it, who reports, as of which day."""

    kind: str
    number: str
    issued_on: date | None
    issuer: str
    title: str
    reporter: str
    day: date

    @property
    def plan(self) -> str:
        """Kế hoạch số 141/KH-UBND; without a number, the kind and its matter."""
        word = KINDS[self.kind].name if self.kind in KINDS else "Kế hoạch"
        return f"{word} số {self.number}" if self.number else f"{word} {_matter(self.title)}".strip()

    @property
    def plan_in_full(self) -> str:
        """Kế hoạch số 141/KH-UBND ngày 20/5/2026 của UBND tỉnh Bắc Ninh về …"""
        when = f" ngày {short_day(self.issued_on)}" if self.issued_on else ""
        about = f" {_matter(self.title)}" if self.number else ""
        return f"{self.plan}{when} của {self.issuer}{about}"


def _matter(title: str) -> str:
    """ "Kế hoạch nâng cao năng lực" and "V/v nâng cao năng lực" both give "về nâng cao năng lực"."""
    text = one_line(title).rstrip(" .;")
    for opening_words in (r"^(kế hoạch|quyết định|chương trình)\s+", r"^(v/v|về việc|về)\s+"):
        text = re.sub(opening_words, "", text, flags=re.IGNORECASE)
    return f"về {_small_first(text)}" if text else ""


def _small_first(text: str) -> str:
    first, _, rest = text.partition(" ")
    is_a_name = first.isupper() or rest[:1].isupper()
    return text if is_a_name else text[:1].lower() + text[1:]


def title_for(subject: Subject) -> str:
    """Kết quả thực hiện Kế hoạch số 141/KH-UBND tính đến ngày 20/11/2026."""
    return f"Kết quả thực hiện {subject.plan} tính đến ngày {short_day(subject.day)}"


def opening(subject: Subject, *, period: str) -> str:
    """The sentence before the first heading."""
    return f"Thực hiện {subject.plan_in_full}, {subject.reporter} báo cáo kết quả {period} như sau:"


def prefilled(figures: dict[str, Any]) -> dict[str, str]:
    """The three sections as the figures alone tell them."""
    return {
        "results": _results(figures),
        "shortcomings": _shortcomings(figures),
        "directions": _directions(figures),
    }


def _results(figures: dict[str, Any]) -> str:
    owed, day = figures["owed"]["n"], _day(figures["day"])
    if not owed:
        return f"Đến hết ngày {day}, kế hoạch chưa có phần việc nào được giao."
    scope = (
        f"Kế hoạch giao {number(len(figures['tasks']))} nhiệm vụ, {number(owed)} phần việc "
        f"cho {number(figures['bodies']['n'])} đơn vị."
    )
    share = percent(figures["done"]["n"], owed)
    done = f"{number(figures['done']['n'])} phần việc đã hoàn thành ({share})"
    others = [f"{number(figures[name]['n'])} {words}" for name, words in _HEAPS if figures[name]["n"]]
    return f"{scope} Đến hết ngày {day}, {', '.join([done, *others])}.{_evidence(figures)}"


_HEAPS = (
    ("checking", "đã nộp kết quả, chờ duyệt"),
    ("doing", "đang thực hiện"),
    ("waiting", "chưa bắt đầu"),
    ("late", "quá hạn"),
)


def _evidence(figures: dict[str, Any]) -> str:
    pieces = figures["evidence"]["n"]
    return f" Các đơn vị đã gửi {number(pieces)} minh chứng." if pieces else ""


def _shortcomings(figures: dict[str, Any]) -> str:
    late = [(place, task) for place, task in enumerate(figures["tasks"], 1) if task["late_names"]]
    if not late:
        return f"Đến hết ngày {_day(figures['day'])}, không có phần việc nào quá hạn."
    first = f"Còn {number(figures['late']['n'])} phần việc quá hạn ở {number(figures['late_bodies']['n'])} đơn vị"
    # The table right above tells what each number is; repeating titles would cost the report its one page.
    return f"{first}: " + "; ".join(f"nhiệm vụ {place}, {_names(task['late_names'])}" for place, task in late) + "."


def _names(names: list[str]) -> str:
    """ "UBND các xã Hiệp Hòa, Lục Nam và 7 xã khác" where all are alike, else each in full."""
    shown, rest = names[:MOST_NAMES], len(names) - MOST_NAMES
    alike = {_ALIKE.match(name) and _ALIKE.match(name)[1] for name in names}  # type: ignore[index]
    form = alike.pop() if len(alike) == 1 and len(names) > 1 else None
    if form is None:
        listed, others = ", ".join(shown), "đơn vị"
    else:
        listed, others = f"UBND các {form} " + ", ".join(_ALIKE.sub("", name) for name in shown), form
    return f"{listed} và {number(rest)} {others} khác" if rest > 0 else listed


_ALIKE = re.compile(r"UBND (xã|phường|huyện) ")


def _directions(figures: dict[str, Any]) -> str:
    lines = []
    if figures["late"]["n"]:
        lines.append(f"Đôn đốc {number(figures['late_bodies']['n'])} đơn vị hoàn thành các phần việc quá hạn nêu trên.")
    if figures["checking"]["n"]:
        lines.append(f"Kiểm tra, duyệt {number(figures['checking']['n'])} kết quả đã nộp.")
    going_on = figures["doing"]["n"] + figures["waiting"]["n"]
    if going_on:
        lines.append(f"Tiếp tục thực hiện {number(going_on)} phần việc còn lại{_nearest(figures)}.")
    if not lines and figures["owed"]["n"]:
        return "Các phần việc của kế hoạch đã hoàn thành; tiếp tục duy trì kết quả."
    return " ".join(lines)


def _nearest(figures: dict[str, Any]) -> str:
    days = [task["next_due"] for task in figures["tasks"] if task["next_due"]]
    return f", trong đó hạn gần nhất là ngày {_day(min(days))}" if days else ""


def _day(iso: str) -> str:
    return short_day(date.fromisoformat(iso))


def short(title: str) -> str:
    """A task's title for a line or a cell: cut at a word when it is long."""
    text = capital_first(one_line(title)).rstrip(" .;:")
    if len(text) <= LONGEST_TITLE:
        return text
    return text[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
