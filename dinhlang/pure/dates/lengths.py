"""The grammar of lengths: "trong 10 ngày làm việc kể từ ngày …", "ít nhất 30 ngày", "05 ngày trước ngày …"."""

import re

from dinhlang.pure.dates.parts import Length, Unit
from dinhlang.pure.dates.periods import Period
from dinhlang.pure.dates.stretches import named_at, range_at

_UNITS: dict[str, Unit] = {
    "ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year", "giờ": "hour", "phút": "minute",
    "h": "hour",
    "tiếng": "hour",
}  # fmt: skip
_LIMIT = (
    r"(?P<limit>(?:trong|thời hạn|thời gian|chậm nhất|muộn nhất|không|tối đa|sau|trước|ngay sau|quá|kéo dài|hạn) "
    r"(?:(?:vòng|thời hạn|thời gian|khoảng|hạn|suốt|là|:|sau|trong|quá|chậm|muộn|không|tối đa) ){0,4})?"
)
_LENGTH = re.compile(
    rf"{_LIMIT}(?P<least>(?:ít nhất|tối thiểu|không ít hơn|không dưới|trên)(?: (?:là|trong|trước)){{0,3}} )?"
    r"(?:từ )?(?:\d{1,4} (?:-|đến) )?(?P<n>\d{1,4}) (?P<u>ngày|tuần|tháng|quý|năm|giờ|phút|tiếng)"
    r"(?P<working>(?: ,)? làm việc(?: (?:hành chính|liên tục|liên tiếp))?)?(?P<lasting> (?:liên tục|liên tiếp))?"
    r"(?P<least2>(?:,)? trở lên)?(?= |$)(?! (?:đầu|cuối) (?:năm|tháng))"
)
_SINCE = re.compile(
    r"(?:(?: [,(])?(?: và)? (?:kể|tính|kể cả)(?= từ)|(?: và)?(?= (?:từ|sau)))"
    r"(?P<o> )(?:từ|sau)(?: (?:thời điểm|lúc))?(?P<a> )"
)

_BACK = re.compile(r" (?P<o>)(?:trước|tính đến|so với|trước thời điểm|đến trước)(?P<a> )")


def length_at(words: str, at: int) -> Length | None:
    """A number of units that begins here, and what it is counted from."""
    match = _LENGTH.match(words, at)
    if not match:
        return None
    limit = (match["limit"] or "").strip()
    if limit.startswith("trước") and match["u"] in {"giờ", "phút"}:
        return None  # an hour of the day: "trước 17 giờ"
    reports = match["u"] in {"tháng", "quý", "năm"} and not (limit or match["least"])  # "6 tháng trước ngày 15/6"
    end, since, event, back = _counted(words, match.end(), back_too=not reports)
    if limit.startswith("trước") or "trước" in (match["least"] or ""):
        back, event = True, since is None
    return Length(
        at, end, number=int(match["n"]), unit=_UNITS[match["u"]], working=bool(match["working"]),
        continuous=bool(match["lasting"]) or "liên t" in (match["working"] or ""),
        least=bool(match["least"] or match["least2"]), limit=limit, since=since, since_event=event, back=back,
    )  # fmt: skip


def _counted(words: str, end: int, *, back_too: bool) -> tuple[int, Period | None, bool, bool]:
    """Where the length ends with what it is counted from: a day that is known, or an act."""
    for pattern, back in ((_SINCE, False), (_BACK, True))[: 1 + back_too]:
        match = pattern.match(words, end)
        if match and not range_at(words, match.end("o")):
            found = named_at(words, match.end())
            if found and (found[0].is_day or found[0].kind in {"month", "quarter", "year"}):
                return found[1], found[0], False, back
            return match.end() - 1, None, True, back
    return end, None, False, False
