"""The grammar of rhythms: how often a thing comes back, in all the ways of saying it."""

import re

from dinhlang.pure.dates.parts import Rhythm, Unit

_U = r"(?P<u>năm học|ngày|tuần|tháng|quý|năm)"
UNITS: dict[str, Unit] = {
    "ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year", "nửa năm": "month",
    "học kỳ": "month", "năm học": "year", "giờ": "hour",
}  # fmt: skip
_TIMES = r"(?:lần|đợt|buổi|cuộc|kỳ(?! họp)|lượt|phiên|bài|tin|số|chuyến)"
_LEAST = (
    r"(?:(?:ít nhất|tối thiểu|không quá|không ít hơn|tối đa|từ|khoảng|là|tổ chức|thực hiện|báo cáo|họp"
    r"|phát hành|:) ){0,4}"
)
_LOW = r"(?P<t>\d{1,3})(?: (?:-|đến) \d{1,2})?"
_NO_NAME = r"(?! (?:\d{4}|q\d|nay|này|sau|tới|học|trước đó))(?= |$)"
_STOP = r"(?= (?:[,;().:/-]|và|hoặc|hay|trước|chậm|muộn|đến|vào|theo|khi|đột|định|gửi|báo|phải|về|\d)|$)"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # 6 tháng/lần, 2 năm một lần, 6 tháng/01 lần, 1 tháng 2 lần, mỗi năm ít nhất 02 lần
        rf"(?:định kỳ |cứ |mỗi |hằng |từng "
        rf"|trong (?=1 )){{0,4}}(?:(?P<n>\d{{1,3}}) )?{_U} (?:/ )?{_LEAST}(?:{_LOW} )?{_TIMES}(?= |$)",
        # 02 lần/năm, 2 lần trong năm, 02 buổi mỗi tháng, 01 lần/6 tháng, một lần một năm
        rf"(?:định kỳ )?{_LEAST}{_LOW} (?:{_TIMES}(?: , bài| [^\W\d_]+)?|báo cáo|bản tin|hội nghị|cuộc họp) (?:/"
        rf"|trong|mỗi|hằng|trên|trong mỗi|trong 1|(?=1 )) ?(?:(?P<n>\d{{1,3}}) )?{_U}{_NO_NAME}",
        # 01 ngày/tuần
        rf"{_LOW} ngày (?:/|mỗi) (?:(?P<n>\d{{1,3}}) )?(?P<u>tuần|tháng|quý|năm)(?= |$)",
        # hằng tháng, mỗi quý, từng năm, định kỳ hằng 6 tháng
        rf"(?:theo )?(?:định kỳ )?(?:(?:vào )?(?<!tuần )(?:ngày )?(?P<edge>đầu|giữa"
        rf"|cuối)(?: của)? )?(?:(?:hằng|mỗi|từng) ){{1,3}}(?:(?P<n>\d{{1,3}}) )?(?P<u>ngày|tuần|tháng|quý"
        rf"|năm học|năm|nửa năm|học kỳ){_NO_NAME}",
        # cứ 6 tháng, cách 2 tuần
        rf"(?:định kỳ )?(?:cứ|cách|cứ sau|cứ mỗi) (?P<n>\d{{1,3}}) {_U}(?= |$)",
        # định kỳ 6 tháng, định kỳ quý
        rf"định kỳ (?:(?:vào|theo|báo cáo|:) ){{0,3}}(?:\( )?(?:(?P<n>\d{{1,3}}) )?(?P<u>ngày|tuần|tháng"
        rf"|quý|năm|nửa năm)(?! (?:đầu|cuối))"
        rf"{_NO_NAME}(?! (?:tháng )?\d)",
        # các tháng trong năm, các quý hằng năm
        r"(?:vào )?(?:các|những) (?P<u>ngày|tuần|tháng|quý)(?: làm việc)? trong (?:tuần|tháng|quý|năm)(?! \d)(?= |$)",
        # theo quý, theo tháng
        rf"theo (?P<u>ngày|tuần|tháng|quý|năm){_STOP}",
    )
)
_IMPLIED = re.compile(
    r"(?:báo cáo|sơ kết|tổng kết|sơ , tổng kết|đánh giá) (?:(?:định kỳ|kết quả|tình hình"
    r"|công tác) ){0,3}(?:(?P<n>\d{1,2}) )?"
    r"(?P<u>tháng|quý|năm|tuần)(?= (?:[,;().:/-]|và|hoặc|trước|chậm|gửi|vào|báo|định)|$)"
)
_FIRST_OF_LIST = re.compile(r"(?:cả )?(?P<u>tháng|quý|tuần)(?= (?:,|và|/) (?:\d{1,2} tháng|quý|năm)(?= (?!q\d|\d)|$))")
_NEXT_OF_LIST = re.compile(rf"(?:cả )?(?:báo cáo )?(?:(?P<n>\d{{1,3}}) )?(?P<u>ngày|tuần|tháng|quý|năm)(?! \d){_STOP}")
_OF_A_DATE = (
    r"(?: (?:trước|chậm|muộn|nhất|vào|đến|hết|ngày|tháng|năm|hằng|gửi|và|cả|báo|cáo|cuối|quý|q\d|\d+"
    r"|[(),;:/.-])){0,16}?"
)
_HALF_OF_A_PAIR = re.compile(  # "6 tháng trước ngày 10/6, năm trước ngày 05/12": the two reports of a year
    rf"(?:báo cáo )?(?P<n>6|06|9|09) (?P<u>tháng)(?! đầu| cuối)(?={_OF_A_DATE} (?:,|;|và|\)) "
    rf"(?:(?:và|báo|cáo|cả|cuối|,|;) ){{0,4}}năm(?! (?:\d|nay|này|sau|tới|liền|học)){_STOP})"
)
_YEAR_OF_A_PAIR = re.compile(r"(?:(?:báo cáo|cả) )?(?P<u>năm)(?= (?:[(:] )?(?:trước|chậm nhất|muộn nhất|vào ngày) )")
_PAIRED = re.compile(r"(?:\d tháng|hằng quý|hằng tháng|định kỳ quý)\b[^.¶]{3,70}(?:[,;)]|và) ?$")
_PAIR_REACHES = 90  # letters
_EDGES = {"đầu": "start", "giữa": "mid", "cuối": "end"}


def rhythm_at(words: str, at: int) -> Rhythm | None:
    """A rhythm that is said from here."""
    first = _FIRST_OF_LIST.match(words, at)
    if first:
        return _made(first, implied=True)
    for pattern in _PATTERNS:
        match = pattern.match(words, at)
        if match and not _is_of_something_else(words, match):
            return _made(match, implied=False)
    if (half := _HALF_OF_A_PAIR.match(words, at)) or (half := _year_of_a_pair(words, at)):
        return _made(half, implied=False)
    match = _IMPLIED.match(words, at)
    return _made(match, implied=True) if match else None


def _year_of_a_pair(words: str, at: int) -> re.Match[str] | None:
    """The second report of the year: ", năm trước ngày 05/12" behind the date of the first."""
    found = _YEAR_OF_A_PAIR.match(words, at)
    return found if found and _PAIRED.search(words[max(0, at - _PAIR_REACHES) : at]) else None


def next_rhythm_at(words: str, at: int) -> Rhythm | None:
    """A further rhythm of a list: "hằng tháng, quý, năm", "6 tháng và năm"."""
    match = _NEXT_OF_LIST.match(words, at)
    return _made(match, implied=True) if match else None


def _is_of_something_else(words: str, match: re.Match[str]) -> bool:
    """ "tháng số 12", "quý bài": a word of counting that no count stands before."""
    return match.group().endswith((" số", " tin", " bài")) and not match.groupdict().get("t")


def _made(match: re.Match[str], *, implied: bool) -> Rhythm:
    said = match.groupdict()
    unit, interval = UNITS[said["u"]], int(said.get("n") or 1)
    if said["u"] in {"nửa năm", "học kỳ"}:
        interval = 6
    return Rhythm(
        match.start(), match.end(), unit=unit, interval=max(interval, 1), times=max(int(said.get("t") or 1), 1),
        edge=_EDGES.get(said.get("edge") or "", ""), implied=implied,
    )  # fmt: skip
