"""The grammar of points and stretches: a limit word, an hour, and the periods under it."""

import re
from dataclasses import replace

from dinhlang.pure.dates.naming import Found, period_at
from dinhlang.pure.dates.parts import Limit, Point
from dinhlang.pure.dates.periods import Kind, Period

Stretch = tuple[Period, Period]

_LATEST = (
    r"chậm nhất|muộn nhất|trễ nhất|không quá|không (?:chậm|muộn|trễ) (?:hơn|quá)|(?:thời )?hạn (?:chót"
    r"|cuối(?: cùng)?|chậm nhất)|tối đa|trong hạn"
)
_ON = r"(?: (?:là|:|vào|trong|cả|đến|tới|hết|cuối|lúc|ngay)){0,4}"
_LIMITS: tuple[tuple[Limit, re.Pattern[str]], ...] = (
    ("before", re.compile(rf"(?:(?:{_LATEST}){_ON} )?(?:(?:đến|tới|từ nay đến) )?trước(?: (?:thời điểm|lúc|thời hạn|dịp"
        rf"|và trong(?= dịp)))?(?= )")),
    ("latest", re.compile(rf"(?:{_LATEST}){_ON}(?= )")),
    ("until", re.compile(r"(?:(?:cho )?(?:đến|tới)(?: khi)?(?: hết)?|hết)"
        r"(?: (?:thời điểm|cuối ngày|lúc))?(?: vào)?(?= )")),
    ("from", re.compile(r"(?:(?:bắt đầu|kể|tính|áp dụng|hiệu lực|thực hiện) )?từ(?: (?:thời điểm|lúc))?(?= )")),
    ("from", re.compile(r"bắt đầu(?: (?:vào|trong|là)){0,3}(?= )")),
    ("after", re.compile(r"(?:ngay )?sau(?: dịp| thời điểm)?(?= )")),
    ("within", re.compile(
        r"(?:(?:ngay|cả|xong|hoàn thành|suốt|dự kiến|nhân) ){0,4}(?:trong|vào|dịp|nhân dịp)"
        r"(?: (?:khoảng|thời gian|thời hạn|vòng|thời điểm|lúc|hồi|dịp|các|những)){0,4}(?= )"
    )),
)  # fmt: skip
_NOISE = re.compile(
    r"(?:(?:0?2 (?=tháng \d{1,2} (?:,|và) (?:tháng )?\d{1,2}(?= |$)(?! (?:tháng|,|và)))"
    r"|0?3 (?=tháng(?: \d{1,2} (?:,|và)){2} \d))"
    r"|(?:(?:khoảng|đúng|ngay|các|những|cả|buổi|sáng|chiều|tối|trưa|đêm|là|:|lúc|vào|hồi|cuối ngày"
    r"|đầu giờ|cuối giờ|hết giờ"
    r"|giờ hành chính|của|ngày (?=thứ )|thời gian|thời điểm|giai đoạn(?: năm)?|thời kỳ|nhiệm kỳ|kỳ(?= (?:năm|20))) )"
    r"|(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?: hằng tuần)? (?:, |\( )?(?=ngày|\d))){1,8}"
)
_HOUR = re.compile(
    r"(?:(?:lúc|hồi|vào hồi|vào lúc) )?(?P<h>\d{1,2}) (?:(?:giờ|h|g)(?: (?P<min>\d{1,2})(?: (?:phút"
    r"|p))?)?|: (?P<min2>\d\d))"
    r"(?: ')?(?: (?:sáng|chiều|tối|trưa|đêm))?(?: -(?= \d))?(?: ,)?(?: của)? ?"
)
_FIRST = re.compile(
    r"(?:\d{1,4} [/.-]|\d{1,2} (?:tháng|quý (?:đầu|cuối)|ngày (?:đầu|cuối))|\d{1,2} , tháng|(?:ngày"
    r"|mùng|mồng|tháng|t|quý|q[1-4]|đầu|giữa|cuối|nửa"
    r"|thượng|trung|hạ|cả|năm|các|những|tuần|hôm|nay|hiện|bây|thời|tết|rằm|giỗ|quốc|hội|lễ)(?= |$))"
)
_AND = re.compile(
    r" (?:(?P<dash>-|đến(?: hết)?|tới|đến cuối) |(?:, (?:và )?|và |& |hoặc |/ (?=q\d)|; ))(?:(?:ngày"
    r"|các ngày|trong|vào|hết|cả|các|sáng|chiều|tối) ){0,4}"
)
_DIGITS = re.compile(r"\d{1,2}(?= |$)")
_LIST_OF_DAYS = re.compile(
    r"(?:(?:các )?(?:ngày )(?P<list>\d{1,2}(?: (?:,|và|-|đến) (?:ngày )?\d{1,2}){1,40})"
    r"|(?P<bare>\d{1,2}(?: (?:,|và|-|đến) \d{1,2}){1,40}))"
    r"(?= (?:/|tháng|[.-] \d{1,2} [.-]) ?\d)"
)
_LIST_OF_MONTHS = re.compile(
    r"(?:các )?tháng (?P<list>\d{1,2}(?: (?:,|và|&|-|đến) (?:tháng )?\d{1,2}){1,40})(?P<bare>)"
)
_YEARS = re.compile(r"(?:năm )?(?P<a>(?:19|20)\d\d)(?P<sep> (?:-|,|và|đến|; ) )(?:năm )?(?P<b>(?:19|20)\d\d)(?= |$)")


def named_at(words: str, at: int) -> Found | None:
    """A period named from here, if a word stands here that can begin one."""
    return period_at(words, at) if _FIRST.match(words, at) else None


def _over_noise(words: str, at: int) -> int:
    match = _NOISE.match(words, at)
    return match.end() if match else at


def _hour(words: str, at: int) -> tuple[tuple[int, int] | None, int]:
    """Hours before a day: the last of them counts ("8h00-10h00 ngày 28/12")."""
    hour = None
    while True:
        start = _over_noise(words, at) if hour is None else at
        match = _HOUR.match(words, start)
        if not match or int(match["h"]) > 24:
            return hour, at
        hour = int(match["h"]), int(match["min"] or match["min2"] or 0)
        at = match.end()
        joined = re.compile(r"(?:-|đến|tới) (?=\d{1,2} (?:giờ|h|g|:))").match(words, at)
        at = joined.end() if joined else at


def point_at(words: str, at: int) -> Point | None:
    """A limit word, or none, over one or more periods."""
    for limit, pattern in _LIMITS:
        match = pattern.match(words, at)
        if match:
            point = _under(words, at, match.end() + 1, limit)
            if point:
                return point
    return _under(words, at, at, "")


def _under(words: str, start: int, at: int, limit: Limit) -> Point | None:
    if _LATER_YEARS.match(words, at):
        return None
    at = _over_noise(words, at)
    hour, at = _hour(words, at)
    at = _over_noise(words, at)
    found = stretches_at(words, at) or (_bare_unit(words, at) if limit else None) or _named_day(words, at)
    if not found:
        return None
    return Point(start, found[1], limit=limit, stretches=found[0], hour=hour)


_BARE_UNIT = re.compile(r"(?P<u>tuần|tháng|quý|năm)(?= (?:[,;().:¶-]|và|hoặc)|$)")
_KINDS: dict[str, Kind] = {"tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}


def _bare_unit(words: str, at: int) -> tuple[tuple[Stretch, ...], int] | None:
    """ "trong năm", "hết tháng": that of the document."""
    match = _BARE_UNIT.match(words, at)
    if not match or words[max(0, at - 6) : at].endswith(("trước ", "từ ", "sau ")):
        return None
    period = Period(_KINDS[match["u"]], relative=True, name="bare")
    return ((period, period),), match.end()


def stretches_at(words: str, at: int) -> tuple[tuple[Stretch, ...], int] | None:
    """Periods joined by commas, dashes and "và": "26, 27/12/2011", "Quý IV/2025 và Quý I/2026"."""
    whole = _span_of_years_at(words, at) or _day_of_months(words, at)
    if whole:
        return whole
    first = _opened_list(words, at) or named_at(words, at) or _year_alone(words, at)
    if not first:
        return None
    found: list[Stretch] = []
    periods, end = first if isinstance(first[0], list) else ([(first[0], "")], first[1])
    while True:
        joint = _AND.match(words, end)
        if not joint:
            break
        another = _another(words, joint.end(), periods[-1][0], bool(joint["dash"]))
        if not another:
            break
        another = _same_day_of(periods[-1][0], another, " tháng " in words[at:end])
        periods.append((another[0], "-" if joint["dash"] else ","))
        end = another[1]
    for period, sign in periods:
        if sign == "-" and found:
            found[-1] = (found[-1][0], period)
        else:
            found.append((period, period))
    return tuple(shared(found)), end


_DAY_OF_MONTHS = re.compile(
    r"ngày (?P<d>\d{1,2}) (?:của )?(?:các )?tháng (?P<list>\d{1,2}(?: (?:,|và) (?:tháng )?\d{1,2}){1,11})(?= |$)"
    r"(?! (?:tháng|ngày|[.-] \d))"
)


def _day_of_months(words: str, at: int) -> tuple[tuple[Stretch, ...], int] | None:
    """ "ngày 15 các tháng 3, 6, 9, 12": the same day of several months."""
    match = _DAY_OF_MONTHS.match(words, at)
    if not match:
        return None
    months = [int(month) for month in re.findall(r"\d+", match["list"])]
    day = int(match["d"])
    last = _month_of_list(words, match.end() - len(str(match["list"]).split()[-1]))
    if last is None or not 1 <= day <= 31 or not all(1 <= month <= 12 for month in months):
        return None
    days = [Period("day", day, month=month, year=last[0].year) for month in months]
    return tuple((one, one) for one in days), last[1]


def _same_day_of(before: Period, another: Found, in_words: bool) -> Found:
    """ "ngày 20 tháng 6 và tháng 12": the same day of a further month."""
    period = another[0]
    if in_words and before.kind == "day" and before.month and period.kind == "month" and not period.part:
        return replace(before, month=period.month, year=period.year), another[1]
    return another


def _span_of_years_at(words: str, at: int) -> tuple[tuple[Stretch, ...], int] | None:
    match = _YEARS.match(words, at)
    return (_span_of_years(match), match.end()) if match and match["sep"].strip() in {"-", "đến"} else None


def _span_of_years(match: re.Match[str]) -> tuple[Stretch, ...]:
    return ((Period("year", year=int(match["a"])), Period("year", year=int(match["b"]))),)


_YEAR_ALONE = re.compile(r"(?P<a>(?:19|20)\d\d)(?= (?:và|[,;:.(]|trở) ?|$)")


def _year_alone(words: str, at: int) -> Found | None:
    """ "2025 và các năm tiếp theo", "2025, 2026": a year that opens a cell, or one of a list."""
    years = _YEARS.match(words, at)
    opens = at == 0 or words[at - 2 : at] == ": "
    match = years or (_YEAR_ALONE.match(words, at) if opens else None)
    return (Period("year", year=int(match["a"])), match.end("a")) if match else None


def _opened_list(words: str, at: int) -> tuple[list[tuple[Period, str]], int] | None:
    """Days or months whose common end comes later: "24, 25 và 26 tháng 8", "14-15/8"; all but the last of them."""
    for pattern, kind in ((_LIST_OF_DAYS, "day"), (_LIST_OF_MONTHS, "month")):
        match = pattern.match(words, at)
        if not match:
            continue
        pieces = re.split(r" (,|và|&|-|đến) (?:ngày |tháng )?", match["list"] or match["bare"])
        numbers = [int(piece) for piece in pieces[::2]]
        if not all(1 <= number <= (31 if kind == "day" else 12) for number in numbers):
            return None
        signs = ["", *("-" if sign in {"-", "đến"} else "," for sign in pieces[1::2])]
        made = [(_numbered(kind, number), sign) for number, sign in zip(numbers, signs, strict=True)]
        last = period_at(words, match.end() - len(pieces[-1]) - (6 if _says_month(match.group(), pieces[-1]) else 0))
        if kind == "month" and not _says_month(match.group(), pieces[-1]):
            last = _month_of_list(words, match.end() - len(pieces[-1]))
        if last:
            return [*made[:-1], (last[0], signs[-1])], last[1]
        return made, match.end()
    return None


def _says_month(written: str, last: str) -> bool:
    return written.endswith(f" tháng {last}") and not written.startswith(f"tháng {last}")


def _month_of_list(words: str, at: int) -> Found | None:
    """The last figure of a list of months, with the year behind it: "12/2025", "12 năm 2025"."""
    found = period_at("tháng " + words[at : at + 40], 0)
    return (found[0], at + found[1] - 6) if found and found[0].kind == "month" else None


def _numbered(kind: str, number: int) -> Period:
    return Period("day", number) if kind == "day" else Period("month", month=number)


def _another(words: str, at: int, before: Period, dash: bool) -> Found | None:
    """The next period of a list; a bare figure is of the kind of the one before."""
    if re.compile(r"\d{1,3} (?:ngày|lần|tháng(?! \d)|tuần|quý|năm(?! \d{4})|đợt)(?= |$)").match(words, at):
        found = named_at(words, at)
        return found if found and found[0].kind in {"months", "days"} else None
    found = named_at(words, at)
    if found:
        return found if dash or not found[0].relative or found[0].kind == "now" else None
    figure = _DIGITS.match(words, at)
    if figure and before.kind == "month":
        return _month_of_list(words, at)
    if figure and before.kind == "day" and before.month is None and 1 <= int(figure.group()) <= 31:
        return Period("day", int(figure.group()), name=before.name), figure.end()
    year = re.compile(r"(?:năm )?((?:19|20)\d\d)(?= |$)").match(words, at)
    if year and before.kind == "year" and before.year:
        return Period("year", year=int(year.group(1))), year.end()
    return None


def shared(found: list[Stretch]) -> list[Stretch]:
    """One month or year printed last serves those before it, and so does a name like "của tháng cuối quý"."""
    month = year = None
    name = ""
    out: list[Stretch] = []
    for first, last in reversed(found):
        ends = []
        for period in (last, first):
            whole = period.of_month(month, year)
            if whole.kind == "day" and whole.month is None and name and not whole.name:
                whole = replace(whole, name=name)
            month, year, name = whole.month or month, whole.year or year, whole.name or name
            ends.append(whole)
        out.append((ends[1], ends[0]))
    return [_in_order(first, last) for first, last in reversed(out)]


def _in_order(first: Period, last: Period) -> Stretch:
    """ "từ tháng 10 đến tháng 3/2026": the year of the end cannot be that of the start."""
    if first.year and first.year == last.year and _begins(first) > _ends(last):
        return replace(first, year=first.year - 1), last
    return first, last


def _begins(period: Period) -> tuple[int, int]:
    """Month and day on which a period begins in its year, roughly: enough to see which of two comes first."""
    if period.kind == "quarter":
        return period.number * 3 - 2, 1
    return period.month or 1, period.number if period.kind == "day" else 1


def _ends(period: Period) -> tuple[int, int]:
    if period.kind == "quarter":
        return period.number * 3, 31
    if period.kind == "months" and period.part == "first half":
        return period.number, 31
    return period.month or 12, period.number if period.kind == "day" and period.number > 0 else 31


_FROM = re.compile(
    r"(?:trong )?(?:khoảng )?(?:thời gian )?(?:(?:bắt đầu|kể|tính|thực hiện) )?(?:từ"
    r"|bắt đầu(?: vào)?)(?: (?:thời điểm|lúc|đầu(?= ngày)|ngày (?=\d{1,2} (?:giờ|h) ))){0,3} "
)
_TO = re.compile(
    r" (?:, |\( )?(?:(?:và )?kết thúc )?(?:(?:cho )?(?:đến|tới|-)|kết thúc"
    r"|vào)(?P<all> hết)?(?P<before> trước)?(?: (?:cuối(?= ngày)|thời điểm|vào|hết|lúc|vào lúc"
    r"|khoảng)){0,3} "
)
_EVENT_END = re.compile(
    r" (?:, )?(?:cho )?(?:đến|tới)(?: (?:khi|hết|trước|sau)){0,3}"
    r" (?:khi|thời điểm|lúc|ngày(?! \d)|kết thúc|hoàn thành|xong|hội nghị|đại hội|thời gian|kỳ|bầu cử|lễ)(?= |$)"
)


def range_at(words: str, at: int) -> Point | None:
    """ "từ … đến …": both ends named, or the end an event."""
    opened = _FROM.match(words, at)
    if not opened:
        return None
    hour, begin = _hour(words, _over_noise(words, opened.end()))
    begin = _over_noise(words, begin)
    years = _span_of_years_at(words, begin)
    if years:
        return Point(at, years[1], limit="range", stretches=years[0])
    first = named_at(words, begin) or _bare_number(words, begin)
    if not first:
        return None
    if _ONWARDS.match(words, first[1]):
        return None  # "từ năm 2025 đến những năm tiếp theo"
    ranged = _to_day(words, at, first) or _to_event(words, at, first, hour)
    if ranged is None and hour and re.search(r" (?:đến|tới|-) ", words[opened.end() : begin]):
        return Point(at, first[1], stretches=((first[0], first[0]),), hour=hour)  # "từ 8h00 đến 17h00 ngày 05/9/2025"
    return ranged


_WITH_A_POINT = re.compile(r"\d{1,2} \. \d{1,2}(?= |$)(?! \. \d)")
_LATER_YEARS = re.compile(r"(?:các|những) (?:năm|tháng|quý|giai đoạn) (?:tiếp|sau|tới|kế|về)")
_ONWARDS = re.compile(rf" (?:cho )?(?:đến|tới) {_LATER_YEARS.pattern}")


def _bare_number(words: str, at: int) -> Found | None:
    match = re.compile(r"(\d{1,2})(?= (?:-|đến) (?:ngày )?\d{1,2} (?:[/.]|tháng|-))").match(words, at)
    return (Period("day", int(match.group(1))), match.end()) if match and 1 <= int(match.group(1)) <= 31 else None


def _to_day(words: str, start: int, first: Found) -> Point | None:
    joint = _TO.match(words, first[1])
    if not joint:
        return None
    at = _over_noise(words, joint.end())
    hour, at = _hour(words, at)
    at = _over_noise(words, at)
    last = named_at(words, at) or _end_in_figures(words, at, first[0])
    last = last or _after_a_name(words, at) or _end_of_unit(words, at)
    if not last:
        return None
    (ends,) = shared([(first[0], last[0])])
    return Point(start, last[1], limit="range", stretches=(ends,), end_before=bool(joint["before"]), hour=hour)


def _named_day(words: str, at: int) -> tuple[tuple[Stretch, ...], int] | None:
    """ "trước ngày bầu cử 15/3/2026": a day with its name before it."""
    found = _after_a_name(words, at)
    return (((found[0], found[0]),), found[1]) if found else None


def _end_of_unit(words: str, at: int) -> Found | None:
    unit = _bare_unit(words, at)
    return (unit[0][0][0], unit[1]) if unit else None


def _end_in_figures(words: str, at: int, first: Period) -> Found | None:
    figure = _DIGITS.match(words, at)
    if not figure:
        year = re.compile(r"((?:19|20)\d\d)(?= |$)").match(words, at)
        return (Period("year", year=int(year.group(1))), year.end()) if year and first.kind == "year" else None
    if first.kind == "month":
        return _month_of_list(words, at)
    if first.kind == "day" and _WITH_A_POINT.match(words, at):  # "từ ngày 01 đến 18.11": only a day can stand there
        found = named_at(f"ngày {words[at:]}", 0)
        return (found[0], found[1] - len("ngày ") + at) if found else None
    number = int(figure.group())
    return (Period("day", number, name=first.name), figure.end()) if first.kind == "day" and 1 <= number <= 31 else None


def _after_a_name(words: str, at: int) -> Found | None:
    """ "đến ngày bầu cử 15/3/2026": the name of the day stands before the day."""
    match = re.compile(
        r"ngày(?: (?!đến|tới|trước|sau|từ|và|hoặc|là|trong)[^\W\d_]+){1,4} (?:\( )?(?=\d{1,2} / |ngày \d)"
    ).match(words, at)
    return named_at(words, match.end()) if match else None


def _to_event(words: str, start: int, first: Found, hour: tuple[int, int] | None) -> Point | None:
    ends = _EVENT_END.match(words, first[1])
    (pair,) = shared([(first[0], first[0])])
    if ends:
        return Point(start, ends.end(), limit="range", stretches=(pair,), end_event=True)
    return None
