"""Which stretches of a running sentence say *when*: the time of a duty, not the date of a law."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dinhlang.pure.dates.grammar import parts_of
from dinhlang.pure.dates.parts import Length, Mark, Part, Point, Rhythm, Weekday
from dinhlang.pure.dates.text import Line, line_of
from dinhlang.pure.dates.words import words_of

LONGEST = 400_000  # letters looked through; a plan of 200 pages has fewer


@dataclass(frozen=True)
class Found:
    """Where a time stands: text[start:end]."""

    start: int
    end: int


_WIDE = frozenset({"year", "months"})
_OWNED = words_of("chi phí dục giáo nhiệm công tác nguồn không vụ động kiêm mạng điện dưỡng ủy")  # "chi thường xuyên"
_AIMS = re.compile(
    r"(?:tầm nhìn|định hướng|mục tiêu|giai đoạn|chiến lược|quy hoạch|nhiệm kỳ|phấn đấu|khóa|năm học"
    r"|phát triển|lộ trình) (?:đến )?$"
)
_LABEL = re.compile(
    r"(?:^|[:;(¶] ?|thời gian(?: [^\W\d_]+){0,3} |thời hạn(?: [^\W\d_]+){0,3} |xong |hoàn thành |vào "
    r"|dự kiến |(?:^|[,.;:¶] )kết thúc )$"
)
_PLACE = re.compile(
    r"(?:^|¶ )(?:[^\W\d_]+ ){1,5}(?:\d )?, $"
)  # "Lương Minh, ngày 12 tháng 01 năm 2026" at the head of a document
_ACTS = re.compile(
    r"(?:ngay )?sau (?:khi|hội nghị|cuộc họp|kỳ họp|đại hội|bầu cử|mỗi|ngày|đợt kiểm tra|kết thúc"
    r"|thời điểm)|(?:kể|tính) từ|đến khi|từ khi"
    r"|cho đến khi|trước (?:(?:,|và) )?trong và sau|trước khi|khi (?:có|kết thúc|được|hoàn thành|phát sinh)"
)
_ON_REQUEST = frozenset({"regular", "session"})
_LOOSE = frozenset(
    {"liên tục", "lâu dài", "trong quá trình", "suốt quá trình", "trong suốt quá trình", "cả quá trình", "trong suốt"}
)


def times_in(text: str) -> tuple[Found, ...]:
    """The stretches of a Vietnamese text that say when something is to be done."""
    line = line_of(text[:LONGEST])
    found = []
    for first, last in _groups(line, parts_of(line)):
        lead = _LEAD.match(line.words, first)
        start, end = line.place(lead.end() if lead and lead.end() < last else first, last)
        found.append(Found(start, end))
    return tuple(found)


def _groups(line: Line, parts: list[Part]) -> Iterator[tuple[int, int]]:
    """Runs of times with nothing but joints between them."""
    start = end = -1
    before: Part | None = None
    again = False  # whether the run has a rhythm, whose next one a semicolon may part: "hằng quý …; năm …"
    for at, part in enumerate(parts):
        if isinstance(part, Mark) and part.kind == "break":
            continue
        joined = (0 <= part.start - end <= 8 and end >= 0) or _is_repeated(parts, at)
        if not _is_listed(parts, at) and not _says_when(line, part, joined=joined):
            continue
        last = _end_of(line, part)
        rhythm = isinstance(part, Rhythm)
        joints = _NEXT_RHYTHM if again and rhythm else _BETWEEN if _repeats(before) else _JOINTS
        if end >= 0 and _touches(line.words, end, part.start, joints):
            end, again = max(end, last), again or rhythm
        else:
            again = rhythm
            if end >= 0:
                yield start, _closed(line.words, start, end)
            start, end = part.start, last
        before = part
    if end >= 0:
        yield start, _closed(line.words, start, end)


_LEAD = re.compile(r"[^\w(]+|(?:là|và|hoặc) ")
_TAIL = re.compile(r" (?:để|gửi|về|gồm|nhằm) |:")


_ROUND = (
    r"[;,(]? ?(?:đợt|lần|vòng|bước|kỳ|lớp|buổi|khóa|hội nghị|giai đoạn) (?:\d{1,2}|i{1,3}|thứ \w+|một|hai|ba)(?: :)? "
)
_CASE = r"đối với (?:[^\W\d_]+ ){1,6}(?:năm \d{4} )?"  # "trước ngày 01/5 đối với chi phí năm 2023, trước …"
_JOINTS = re.compile(
    rf"(?:{_ROUND}|{_CASE}|[ ,()-]|và|hoặc|hay|chậm nhất|xong|hoàn thành|kết thúc|cuối năm|dự kiến|năm)*"
)
_BETWEEN = re.compile(
    rf"(?:{_ROUND}|[ ,()-]|và|hoặc|hay|báo cáo|chậm nhất|gửi|xong|hoàn thành|cuối năm|dự kiến|năm|tổng kết|sơ kết)*"
)
_NEXT_RHYTHM = re.compile(rf"(?:{_JOINTS.pattern}|;)*")


def _repeats(part: Part | None) -> bool:
    """Behind a rhythm "báo cáo" belongs to it: "hằng năm, báo cáo trước ngày 15/12"; else another job begins."""
    return isinstance(part, Rhythm) or (isinstance(part, Mark) and part.kind in {"regular", "request"})


def _is_listed(parts: list[Part], at: int) -> bool:
    """A bare "6 tháng" in a list of rhythms, before its own date."""
    part, behind = parts[at], parts[at + 1 : at + 3]
    if isinstance(part, Rhythm) and part.implied:  # "báo cáo quý (ngày 10 của tháng cuối quý)"
        return len(behind) > 1 and isinstance(behind[1], Point) and behind[1].brackets > part.brackets
    bare = isinstance(part, Length) and not (part.limit or part.least) and part.unit == "month"
    return bare and any(
        isinstance(p, Point) and p.limit in {"before", "latest", "until"} and p.brackets > part.brackets for p in behind
    )


def _is_repeated(parts: list[Part], at: int) -> bool:
    """A bare day with its rhythm right behind it: "ngày 15 hằng tháng", "thứ Năm hằng tuần"."""
    after = parts[at + 1] if at + 1 < len(parts) else None
    return isinstance(parts[at], (Point, Weekday)) and isinstance(after, Rhythm) and after.start - parts[at].end <= 1


def _touches(words: str, end: int, start: int, joints: re.Pattern[str]) -> bool:
    return start <= end or bool(joints.fullmatch(words, end, start))


def _closed(words: str, start: int, end: int) -> int:
    """With its closing bracket, if it opened one."""
    inside = words[start:end]
    if inside.count("(") > inside.count(")") and words[end : end + 2] == " )":
        return end + 2
    return end


def _end_of(line: Line, part: Part) -> int:
    if isinstance(part, Mark) and part.kind in {"event", "request", "session"} and part.text:
        tail = _TAIL.search(part.text, part.end - part.start + (3 if part.kind == "event" else 0))
        return max(part.end, part.start + (tail.start() if tail else len(part.text)))
    if isinstance(part, (Length, Point)) and (getattr(part, "since_event", False) or getattr(part, "end_event", False)):
        match = re.compile(r"[^,;().¶]{0,200}").match(line.words, part.end)
        tail = _TAIL.search(match.group()) if match else None
        return part.end + (tail.start() if tail else len(match.group()) if match else 0)
    return part.end


def _says_when(line: Line, part: Part, *, joined: bool) -> bool:
    begins = part.start + (line.words[part.start] == ":")
    before = line.words[max(0, begins - 40) : begins]
    if isinstance(part, Point):
        return _point_says(part, before, joined=joined)
    if isinstance(part, Length):
        return bool(
            part.since or part.since_event or part.least or part.limit.startswith(("trong", "chậm", "không quá"))
        )
    if isinstance(part, Rhythm):
        return not part.implied or joined
    if isinstance(part, Weekday):
        return joined
    if isinstance(part, Mark):
        return _mark_says(line, part, before, joined=joined)
    return False


def _is_beside_the_point(point: Point, before: str) -> bool:
    """A day behind a place is that of a letterhead; a year behind an aim belongs to the aim, a day never does."""
    if point.stretches[0][0].kind == "day":
        return point.limit == "" and bool(_PLACE.search(before))
    return point.limit in {"", "until"} and bool(_AIMS.search(before))


def _point_says(point: Point, before: str, *, joined: bool) -> bool:
    first, last = point.stretches[0]
    if _is_beside_the_point(point, before):
        return False
    if point.limit == "until" and last.kind == "year" and not _LABEL.search(before):
        return joined or point.start == 0
    if {first.kind, last.kind} & {"now", "school"}:
        return point.limit in {"from", "range"}
    if point.limit != "":
        return True
    if first.kind in _WIDE or first.kind == "feast":
        return joined or bool(_LABEL.search(before))
    return first.kind != "day" or first.month is not None or joined


def _mark_says(line: Line, mark: Mark, before: str, *, joined: bool) -> bool:
    if mark.kind in {"onwards", "forward"}:
        return joined
    if mark.kind == "constant":
        words = before.split()
        return (not words or words[-1] not in _OWNED) and (joined or mark.text not in _LOOSE)
    if mark.kind == "request":
        return joined or "khi" in mark.text or mark.text.endswith("đột xuất")
    if mark.kind in _ON_REQUEST:
        return True
    return mark.kind == "event" and bool(_ACTS.match(line.words, mark.start))
