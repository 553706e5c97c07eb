"""The grammar of named pieces of the calendar: days, weeks, months, quarters, halves, years, feasts."""

import re
from collections.abc import Callable
from dataclasses import replace

from dinhlang.pure.dates.periods import Part, Period

Found = tuple[Period, int]  # a period and where it ends in the line of words

_NEXT = r"(?:sau|tới|tiếp theo|kế tiếp|tiếp)"
_FOLLOWING = r"(?:sau )?(?:liền kề|kế tiếp)(?: (?:sau|tiếp theo)\b(?: năm [^\W\d]+(?: [^\W\d]+)?)?)?"
_YEAR_SAID = (
    r"(?:(?: [/.,-])?(?: của| trong)?(?: năm)? (?P<y>(?:19|20)\d\d)(?! ?[/%] ?\d)"
    r"| [/.-] (?P<yy>[2-9]\d)(?! ?[/.] ?\d)(?= |$)"
    rf"|(?: ,)?(?: của)? năm (?:(?P<following>{_FOLLOWING})|(?P<this>nay|này)|(?P<next>{_NEXT})"
    r"|trước(?! (?:ngày|tháng|quý|năm|khi|hết|\d))(?: (?:kỳ báo cáo|liền kề))?|báo cáo|đánh giá|kế hoạch))"
)
_Y = rf"{_YEAR_SAID}?"
_DAY = r"(?P<d>\d{1,2})"
_PART_OF = (  # "1/3 công chức", "2/3 tổng số hộ" are no days
    r"(?! (?:tổng |trong )?(?:số|công chức|viên chức|người|cán bộ|đại biểu|thành viên|hộ|cử tri|ý kiến|lao động"
    r"|quân số|diện tích|vốn|dân số)(?= |$))"
)
_MONTH = r"(?P<m>\d{1,2})"
_END = r"(?= |$)"
_SAINT = r"(?:mùng |mồng )?"

_Maker = Callable[[re.Match[str]], "Period | None"]
_PATTERNS: list[tuple[re.Pattern[str], _Maker]] = []


def _reads(pattern: str) -> Callable[[_Maker], _Maker]:
    def put(reader: _Maker) -> _Maker:
        _PATTERNS.append((re.compile(pattern + _END), reader))
        return reader

    return put


def period_at(words: str, at: int) -> Found | None:
    """The longest period that is named from here."""
    best: Found | None = None
    for pattern, reader in _PATTERNS:
        match = pattern.match(words, at)
        if match and (best is None or match.end() > best[1]):
            period = reader(match)
            if period:
                best = _with_year(period, match), match.end()
    return _with_its_day(words, *best) if best and best[0].kind == "feast" else best


_ITS_DAY = re.compile(r"(?: [^\W\d_]+){0,3}(?: [,(-])? (?=(?:ngày )?\d{1,2} [/-] \d)")


def _with_its_day(words: str, feast: Period, end: int) -> Found:
    """A feast with its day printed beside it is that day: "ngày hội Đại đoàn kết 18/11"."""
    gap = _ITS_DAY.match(words, end)
    found = period_at(words, gap.end()) if gap else None
    if gap is None or found is None or found[0].kind != "day":
        return feast, end
    return found


def _with_year(period: Period, match: re.Match[str]) -> Period:
    said = match.groupdict()
    if period.year is not None:
        return period
    if said.get("y"):
        return replace(period, year=int(said["y"]))
    if said.get("yy"):
        return replace(period, year=2000 + int(said["yy"]))
    named = next((name for name in ("this", "next", "following") if said.get(name)), None)
    return replace(period, name=period.name or f"{named} year") if named else period


def _real(day: int, month: int | None) -> bool:
    return (1 <= day <= 31) and (month is None or 1 <= month <= 12)


@_reads(r"(?:ngày )?(?P<y>(?:19|20)\d\d) - (?P<m>\d\d) - (?P<d>\d\d)")
@_reads(rf"(?:ngày )?{_SAINT}{_DAY} [/.-] {_MONTH} [/.-] (?P<y>(?:19|20)\d\d)")
@_reads(rf"(?:ngày )?{_SAINT}{_DAY} [/.] {_MONTH} [/.] (?P<yy>[0-9]\d)")
@_reads(rf"(?:ngày )?{_SAINT}{_DAY}(?: [/,-])? tháng {_MONTH}{_Y}(?! (?:lần|đợt))")
@_reads(rf"(?:ngày )?{_SAINT}{_DAY} / {_MONTH}(?! [/] \d){_PART_OF}{_Y}(?! (?:ngày|buổi|tháng|giờ)(?! \d))")
@_reads(rf"ngày {_SAINT}{_DAY} [.-] {_MONTH}(?! [/.] ?\d)(?! tháng){_Y}")
def _full_day(match: re.Match[str]) -> Period | None:
    day, month = int(match["d"]), int(match["m"])
    if (match["d"], match["m"]) == ("24", "7") and match.group() == "24 / 7":
        return None  # round the clock
    return Period("day", day, month=month) if _real(day, month) else None


_OF_RHYTHM = {
    "last month of period": r"(?:của )?tháng cuối(?: cùng)?(?: của)? kỳ(?: báo cáo)?",
    "last month of quarter": r"(?:của )?tháng cuối(?: cùng)?(?: của)?(?: mỗi| hằng)? quý",
    "next quarter": rf"(?:của )?(?:tháng (?:đầu(?: tiên)?|thứ nhất)(?: của)? quý (?:{_NEXT}|liền kề|sau liền kề)"
    rf"|quý {_NEXT})",
    "first month of quarter": r"(?:của )?tháng (?:đầu(?: tiên)?|thứ nhất)(?: của)?(?: mỗi| hằng)? quý"
    r"(?! sau| tiếp| kế| liền)",
    "second month of quarter": r"(?:của )?tháng (?:giữa|thứ hai)(?: của)?(?: mỗi| hằng)? quý",
    "next month": rf"(?:của )?tháng (?:{_NEXT}|liền kề|sau liền kề|kế tiếp)",
    "this month": r"(?:của )?tháng (?:này|đó|báo cáo)",
}


def _day_of_rhythm(name: str) -> None:
    @_reads(rf"(?:ngày )?{_SAINT}{_DAY} {_OF_RHYTHM[name]}")
    def _named(match: re.Match[str]) -> Period | None:
        day = int(match["d"])
        return Period("day", day, name=name) if _real(day, None) else None


for _name in _OF_RHYTHM:
    _day_of_rhythm(_name)


@_reads(rf"ngày {_SAINT}{_DAY}(?! (?:ngày|tuần|lần|đợt))(?: của)?")
@_reads(rf"(?:mùng|mồng) {_DAY}(?: của)?")
def _bare_day(match: re.Match[str]) -> Period | None:
    day = int(match["d"])
    return Period("day", day) if _real(day, None) else None


@_reads(rf"(?:ngày )?cuối(?: cùng)?(?: của)? tháng {_MONTH}{_Y}")
def _last_day_of(match: re.Match[str]) -> Period | None:
    month = int(match["m"])
    if match.group().startswith("ngày"):
        return Period("day", -1, month=month) if _real(1, month) else None
    return Period("month", month=month, part="end") if _real(1, month) else None


@_reads(r"ngày (?:làm việc )?(?P<which>cuối(?: cùng)?|đầu(?: tiên)?)(?: của)?(?: mỗi| hằng)? tháng(?! \d)")
def _edge_of_month(match: re.Match[str]) -> Period | None:
    edge = -1 if match["which"].startswith("cuối") else 1
    return Period("day", edge, name="each month")


@_reads(rf"(?:tháng|t) {_MONTH}{_Y}(?! (?:lần|đợt))")
@_reads(r"(?P<m>0?[1-9]|1[0-2]) / (?P<y>(?:19|20)\d\d)")
@_reads(r"(?P<m>0?[1-9]|1[0-2]) - (?P<y>20\d\d)(?! - \d)")
def _month(match: re.Match[str]) -> Period | None:
    month = int(match["m"])
    return Period("month", month=month) if _real(1, month) else None


@_reads(r"(?:ngày )?tháng năm (?P<y>(?:19|20)\d\d)")  # the month was left blank
def _blank_month(_match: re.Match[str]) -> Period | None:
    return Period("year")


_PART: dict[str, Part] = {"đầu": "start", "giữa": "mid", "cuối": "end"}
_HALF: dict[str, Part] = {
    "nửa đầu": "first half", "nửa cuối": "last half", "nửa sau": "last half", "nửa thứ hai": "last half",
    "thượng tuần": "upper", "trung tuần": "middle", "hạ tuần": "lower",
}  # fmt: skip
_HALVES = "|".join(_HALF)


@_reads(rf"(?P<part>đầu|giữa|cuối)(?: của)? tháng {_MONTH}{_Y}")
def _part_of_month(match: re.Match[str]) -> Period | None:
    month = int(match["m"])
    return Period("month", month=month, part=_PART[match["part"]]) if _real(1, month) else None


@_reads(rf"(?P<part>{_HALVES})(?: của)? tháng {_MONTH}{_Y}")
def _half_of_month(match: re.Match[str]) -> Period | None:
    month = int(match["m"])
    return Period("month", month=month, part=_HALF[match["part"]]) if _real(1, month) else None


@_reads(rf"(?:quý )?q(?P<q>[1-4]){_Y}")
def _quarter(match: re.Match[str]) -> Period | None:
    return Period("quarter", int(match["q"]))


@_reads(rf"(?P<part>đầu|giữa|cuối)(?: của)? quý q(?P<q>[1-4]){_Y}")
def _part_of_quarter(match: re.Match[str]) -> Period | None:
    return Period("quarter", int(match["q"]), part=_PART[match["part"]])


@_reads(rf"tháng (?P<nth>đầu(?: tiên)?|giữa|cuối(?: cùng)?)(?: của)? quý q(?P<q>[1-4]){_Y}")
def _month_of_quarter(match: re.Match[str]) -> Period | None:
    place = {"đ": 2, "g": 1, "c": 0}[match["nth"][0]]
    return Period("month", month=int(match["q"]) * 3 - place)


@_reads(r"(?:cả )?năm (?P<y>(?:19|20)\d\d)(?! ?/)")
def _year(_match: re.Match[str]) -> Period | None:
    return Period("year")


@_reads(r"(?P<y>(?:19|20)\d\d)(?= - (?:19|20)\d\d)")
def _year_of_a_span(_match: re.Match[str]) -> Period | None:
    return Period("year")


@_reads(r"(?P<part>đầu|giữa|cuối)(?: của)? năm(?: (?P<y>(?:19|20)\d\d)| (?P<this>nay|này)| (?P<next>sau|tới))?(?! học)")
def _part_of_year(match: re.Match[str]) -> Period | None:
    return Period("year", part=_PART[match["part"]])


@_reads(
    r"(?P<part>nửa đầu|nửa cuối|nửa sau)(?: của)? năm(?: (?P<y>(?:19|20)\d\d)| (?P<this>nay|này)"
    r"| (?P<next>sau|tới))?"
)
def _half_year(match: re.Match[str]) -> Period | None:
    return Period("year", part=_HALF[match["part"]])


@_reads(
    r"(?P<n>\d{1,2}) tháng (?P<part>đầu|cuối)(?: của)? năm(?: (?P<y>(?:19|20)\d\d)| (?P<this>nay|này)"
    r"| (?P<next>sau|tới))?"
)
@_reads(r"(?P<n>\d{1,2}) tháng (?P<part>đầu|cuối)(?: của)?(?: /)? (?P<y>(?:19|20)\d\d)")
def _months_of_year(match: re.Match[str]) -> Period | None:
    if not 1 <= int(match["n"]) <= 12:
        return None
    return Period("months", int(match["n"]), part="first half" if match["part"] == "đầu" else "last half")


@_reads(
    r"(?P<n>[1-3]|0[1-3]) quý (?P<part>đầu|cuối)(?: của)? năm(?: (?P<y>(?:19|20)\d\d)| (?P<this>nay"
    r"|này)| (?P<next>sau|tới))?"
)
def _quarters_of_year(match: re.Match[str]) -> Period | None:
    return Period("months", int(match["n"]) * 3, part="first half" if match["part"] == "đầu" else "last half")


@_reads(r"năm học (?P<y>(?:19|20)\d\d)(?: - \d{4})?")
def _school_year(_match: re.Match[str]) -> Period | None:
    return Period("school")


@_reads(
    r"(?:các |những )?tháng (?P<part>đầu|cuối)(?: của)? năm(?: (?P<y>(?:19|20)\d\d)| (?P<this>nay|này)"
    r"| (?P<next>sau|tới))?"
)
def _last_months(match: re.Match[str]) -> Period | None:
    return Period("year", part="start" if match["part"] == "đầu" else "last months")


@_reads(rf"(?P<n>\d{{1,2}}) ngày (?P<part>đầu|cuối)(?: của)? tháng {_MONTH}{_Y}")
def _days_of_month(match: re.Match[str]) -> Period | None:
    number, month = int(match["n"]), int(match["m"])
    half: Part = "first half" if match["part"] == "đầu" else "last half"
    return Period("days", number, month=month, part=half) if _real(number, month) else None


@_reads(r"ngày cuối(?: cùng)?(?: của)?(?: mỗi| hằng)? quý(?! q)")
def _last_of_each_quarter(_match: re.Match[str]) -> Period | None:
    return Period("day", -1, name="last month of quarter")


@_reads(r"(?P<n>\d{1,2}) ngày (?P<part>đầu(?: tiên)?|cuối(?: cùng)?)(?: của)?(?: mỗi)? tháng(?! \d)")
def _days_of_each_month(match: re.Match[str]) -> Period | None:
    number = int(match["n"]) if match["part"].startswith("đầu") else -1
    return Period("day", number, name="each month") if _real(abs(number), None) else None


_WEEKS = {"đầu": 1, "đầu tiên": 1, "thứ nhất": 1, "thứ hai": 2, "thứ ba": 3, "thứ tư": 4, "thứ năm": 5,
          "cuối": -1, "cuối cùng": -1}  # fmt: skip


@_reads(
    r"tuần (?P<w>đầu(?: tiên)?|thứ (?:nhất|hai|ba|tư|năm|[1-5])|cuối(?: cùng)?|(?:lễ )?0?[1-5])(?: ,)?(?: của)? tháng"
    rf" {_MONTH}{_Y}"
)
def _week_of_month(match: re.Match[str]) -> Period | None:
    week = match["w"]
    number = _WEEKS.get(week) or int(week.split()[-1])
    return Period("week", number, month=int(match["m"])) if _real(1, int(match["m"])) else None


@_reads(rf"(?P<part>đầu |giữa |cuối )?(?P<u>tuần|tháng|quý|năm)(?: (?P<which>này|nay|{_NEXT}))")
@_reads(r"(?P<part>đầu |giữa |cuối )(?P<u>tháng|quý)(?! \d)(?P<which>)")
def _from_here(match: re.Match[str]) -> Period | None:
    unit, which = match["u"], match["which"] or "này"
    part: Part = _PART.get((match["part"] or "").strip(), "") if unit != "tuần" else ""
    shift = 0 if which in {"này", "nay"} else 1
    kinds: dict[str, Period] = {
        "tuần": Period("week"), "tháng": Period("month"), "quý": Period("quarter"), "năm": Period("year"),
    }  # fmt: skip
    bare = "" if match["which"] else "bare"
    return replace(kinds[unit], part=part, shift=shift, relative=True, name=bare)


@_reads(r"(?:hôm )?nay|hiện nay|bây giờ|thời điểm hiện tại")
def _now(_match: re.Match[str]) -> Period | None:
    return Period("now")


@_reads(r"ngày mai")
def _tomorrow(_match: re.Match[str]) -> Period | None:
    return Period("day", shift=1, relative=True)


_THIS = (
    r"(?:kế hoạch|công văn|quyết định|văn bản|thông báo|chỉ thị|hướng dẫn|quy chế|chương trình"
    r"|công điện|nghị quyết)"
)


@_reads(
    rf"ngày (?:ký ban hành|ban hành|ký|phát hành|ký , ban hành)(?: {_THIS} này)?(?! (?:(?!đến|tới|cho"
    rf"|trở|và|hoặc|phải|trong|là|đối)\w|:))"
)
@_reads(rf"ngày (?:ký ban hành|ban hành|ký|phát hành)(?: {_THIS})? này")
@_reads(r"ngày (?:ký ban hành|ban hành|ký) kế hoạch(?=$| [.;,)])")
@_reads(rf"ngày {_THIS} này (?:được )?(?:ký|ban hành|ký ban hành|phát hành)")
def _signed(_match: re.Match[str]) -> Period | None:
    return Period("signed")


def _feast(words: str, name: str) -> None:
    @_reads(words + r"(?: [^\W\d_]+(?: [^\W\d_]+)?(?= (?:năm )?20\d\d))?(?:(?: năm)? (?P<y>20\d\d))?")
    def _named(_match: re.Match[str]) -> Period | None:
        return Period("feast", name=name)


_CYCLE = (
    r"(?: (?:năm )?(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) (?:tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi"
    r"|thân|dậu|tuất|hợi))?"
)
for _words, _name in {
    rf"(?:ngày )?tết (?:nguyên đán|cổ truyền|âm lịch|(?=(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm"
    rf"|quý) ))(?: dân tộc)?{_CYCLE}": "Tết Nguyên đán",
    r"(?:ngày )?tết(?! (?:dương|trung|nguyên|cổ|âm|thiếu|độc|quân|trồng))": "Tết Nguyên đán",
    r"(?:ngày )?tết dương(?: lịch)?": "Tết Dương lịch",
    r"(?:ngày )?(?:tết )?trung thu": "Tết Trung thu",
    r"(?:ngày )?rằm tháng (?:giêng|1)": "Rằm tháng Giêng",
    r"(?:ngày )?(?:lễ )?giỗ tổ(?: hùng vương)?": "Giỗ Tổ Hùng Vương",
    r"(?:ngày |lễ )?quốc khánh": "Quốc khánh",
    r"(?:ngày )?hội đại đoàn kết(?: toàn)?(?: dân tộc)?": "Ngày hội Đại đoàn kết",
    r"ngày pháp luật(?: (?:nước )?(?:việt nam|cộng hòa xã hội chủ nghĩa việt nam))?": "Ngày Pháp luật Việt Nam",
    r"ngày chuyển đổi số(?: quốc gia)?": "Ngày Chuyển đổi số quốc gia",
    r"ngày thương binh(?: -)?(?: ,)? liệt sĩ": "Ngày Thương binh - Liệt sĩ",
    r"ngày nhà giáo(?: việt nam)?": "Ngày Nhà giáo Việt Nam",
    r"ngày gia đình(?: việt nam)?": "Ngày Gia đình Việt Nam",
    r"(?:ngày )?quốc tế lao động": "Quốc tế Lao động",
    r"(?:ngày )?quốc tế thiếu nhi": "Quốc tế Thiếu nhi",
    r"(?:ngày )?quốc tế phụ nữ": "Quốc tế Phụ nữ",
}.items():
    _feast(_words, _name)
