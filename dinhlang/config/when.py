"""`dinhlang when`: how a phrase of time is understood, by the days off of the house it runs in. Programs can pipe
thousands of lines in; where there is no house, it starts without Django.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date

from dinhlang.config.days_off import known_calendar
from dinhlang.pure.dates import Calendar, When, read_when
from dinhlang.pure.viet import CannotReadDay, parse_day

_BAD_DATE = (
    "Ngày văn bản “{day}” không đọc được; hãy viết như 2025-11-20 · The document's date cannot be"
    " read; write it as 2025-11-20"
)
_EMPTY = "Dòng trống · The line is empty"
_NO_DATE = "Dòng thiếu ngày văn bản sau dấu tab · The line lacks the document's date behind a tab"


def run(asked: argparse.Namespace, today: date) -> int:
    """Answer for one phrase, or for each line of the standard input."""
    day = today
    if asked.on:
        try:
            day = parse_day(asked.on)
        except CannotReadDay:
            print(_BAD_DATE.format(day=asked.on), file=sys.stderr)
            return 2
    calendar = known_calendar()
    if asked.phrase:
        when = read_when(" ".join(asked.phrase), day, calendar)
        print(_as_json(when) if asked.json else _as_words(when))
        return 0
    if sys.stdin.isatty():
        print("Mỗi dòng: cụm từ, dấu tab, ngày văn bản · Each line: phrase, tab, date of the document", file=sys.stderr)
    lines = (line.decode("utf-8", errors="replace") for line in sys.stdin.buffer)
    for answer in answers(lines, day if asked.on else None, calendar):
        sys.stdout.buffer.write(answer.encode("utf-8") + b"\n")
        sys.stdout.buffer.flush()
    return 0


def answers(lines: Iterable[str], day: date | None, calendar: Calendar | None = None) -> Iterator[str]:
    """One line of JSON for each line; a line that cannot be read is answered with what is wrong with it."""
    for number, line in enumerate(lines, start=1):
        phrase, _, rest = line.removeprefix("\ufeff").rstrip("\r\n").partition("\t")
        if not line.strip("\ufeff \t\r\n"):
            yield json.dumps({"phrase": "", "error": _EMPTY, "line": number}, ensure_ascii=False)
            continue
        written = rest.partition("\t")[0].strip()
        try:
            yield _as_json(read_when(phrase, parse_day(written) if written else _given(day), calendar))
        except CannotReadDay:
            trouble = _BAD_DATE.format(day=written) if written else _NO_DATE
            yield json.dumps({"phrase": phrase, "error": trouble, "line": number}, ensure_ascii=False)


def _given(day: date | None) -> date:
    return day if day else parse_day("")


def _as_json(when: When) -> str:
    return json.dumps(when.as_data(), ensure_ascii=False)


def _as_words(when: When) -> str:
    lines = [when.sentence, f"  loại · kind: {when.kind}"]
    if when.start:
        lines.append(f"  bắt đầu · start: {when.start.isoformat()}")
    if when.due:
        lines.append("  hạn · due: " + ", ".join(day.isoformat() for day in when.due))
    if when.recurrence:
        lines.append(f"  lặp lại · recurrence: {when.recurrence}")
    return "\n".join(lines)
