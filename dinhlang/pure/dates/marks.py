"""The words beside the dates: ongoing, regular, hanging on an act, at a session, and what is to be passed over."""

import re

from dinhlang.pure.dates.naming import period_at
from dinhlang.pure.dates.parts import Mark, MarkKind, Weekday
from dinhlang.pure.dates.words import words_of

_THEO = (
    r"(?:kế hoạch|lịch|tiến độ|lộ trình|chỉ đạo|hướng dẫn|yêu cầu|đề nghị|thông báo|quyết định"
    r"|giấy mời|giấy triệu tập|văn bản|chương trình|phân công"
    r"|nhiệm vụ|thời gian|thời hạn|thời điểm|nghị quyết|công văn|đề án|dự án|tình hình|thực tế|từng"
    r"|đợt|ý kiến|kết luận|đơn|nội dung"
    r"|khung|sự|nhu cầu|diễn biến|phê duyệt|quy chế|chế độ|năm học|niên độ|lời|mùa|vụ|các|kết quả|điều kiện)"
)
_MARKS: tuple[tuple[MarkKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern + r"(?= |$)"))  # type: ignore[misc] # the kinds below are literals
    for kind, pattern in (
        ("session", r"(?:(?:tại|trong|trước|sau|trình) )?(?:các |những )?(?:kỳ họp|phiên họp(?=.{0,40}(?:hđnd"
            r"|hội đồng nhân dân)))"),
        ("event", r"trước (?:(?:,|và) )?trong và sau"),
        ("nothing", r"(?:theo|đúng|đúng theo|đúng thời hạn|đúng hạn) (?:đúng |các )?(?:thời gian |thời hạn "
            r"|tiến độ )?quy định"),
        ("nothing", r"(?:trong )?thời gian (?:sắp )?tới"),
        ("nothing", r"kịp thời|khẩn trương|đúng (?:tiến độ|thời hạn|hạn|thời gian)|trước mắt|trước đây|trước hết"
            r"|trước tiên|sau đây|sau đó|sau đại học|24 / 7"),
        ("nothing", r"theo (?:đúng )?(?:thẩm quyền|chức năng|quy trình|trình tự|thủ tục|phạm vi|mẫu|biểu|phụ lục)"),
        ("onwards", r"(?:(?:,|và|-) )?(?:cả )?(?:các|những) (?:năm|tháng|quý|giai đoạn|nhiệm kỳ) (?:tiếp theo|tiếp"
            r"|kế tiếp|sau(?: đó)?|tới|về sau|tiếp sau)"),
        ("onwards", r"(?:(?:,|và|-) )(?:giai đoạn |thời gian |những )?(?:tiếp theo|về sau"
            r"|tiếp tục(?: thực hiện)?(?: (?:trong )?(?:các|những) năm (?:sau|tiếp theo|tới))?)"),
        ("forward", r"(?:trở đi|trở về sau|về sau|trở lại)"),
        ("constant", r"thường xuyên|liên tục|quanh năm|lâu dài|xuyên suốt(?= (?:giai đoạn |các năm |năm "
            r"|từ năm )?(?:19|20)\d\d)|(?:trong )?(?:suốt|cả) quá trình|trong quá trình"
            r"|trong suốt|suốt thời gian|duy trì thường xuyên|hằng giờ"),
        ("counting", r"(?:chốt |lấy )?số liệu(?: báo cáo)?(?: (?:được|là|tính|lấy|chốt|:)){0,3}(?= từ)"),
        ("counting", r"(?:số liệu )?(?:được )?(?:tính|chốt|lấy) (?:số liệu )?(?:đến|tới)"),
        ("request", r"(?:báo cáo )?(?:và |hoặc )?đột xuất"),
        ("request", r"(?:hoặc |và )?(?:ngay )?(?:khi|lúc|nếu) (?:có |được )?(?:yêu cầu|đề nghị|cần|cần thiết|phát sinh"
            r"|chỉ đạo)"),
        ("request", r"theo (?:yêu cầu|đề nghị)"),
        ("event", r"(?:thời gian|thời hạn|hạn|tùy|căn cứ|bám sát|thực hiện) theo(?! (?:đúng )?quy định)"),
        ("event", rf"theo(?= {_THEO}(?: |$))"),
        ("event", r"(?:ngay )?(?:sau|trước|từ|kể từ|đến|cho đến|trong|tính từ|kể|tính) (?:khi|lúc)"),
        ("event", r"(?:ngay )?(?:khi|lúc|nếu|trường hợp)"),
        ("event", r"(?:(?:ngay )?sau|trước|vào|trong|đến|đến hết|từ|kể từ|tính từ|cho đến|tới) (?:ngày|thời điểm"
            r"|thời gian|lúc|dịp)(?! \d)"),
        ("event", r"(?:ngay )?(?:sau|từ sau|kể từ|tính từ|trước)(?= [^\W\d_])"),
        ("event", r"(?:(?:ngay )?(?:đến|từ|vào) )?(?:hết|cuối|đầu|kết thúc|trong) (?:nhiệm kỳ|khóa|năm học|niên độ"
            r"|mùa|vụ)"),
        ("event", r"trong ngày|trong thời gian|tại (?:hội nghị|đại hội|cuộc họp|lễ|phiên)"),
        ("event", r"(?:ngày|dịp) (?:bầu cử|khai mạc|tổ chức|diễn ra|bỏ phiếu|hội|kết thúc|nhận|hoàn thành|có)"),
        ("regular", r"(?:theo )?(?:từng )?định kỳ"),
        ("latest", r"(?:chậm nhất|muộn nhất|trễ nhất|hạn chót|hạn cuối(?: cùng)?|thời hạn cuối(?: cùng)?)"),
        ("hour", r"\d{1,2} (?:giờ|h|g|:)(?: \d{1,2})?(?: (?:phút|p|'))?(?: ')?"),
        ("count", r"\d{1,3} (?:lần|đợt|buổi|cuộc|lượt)"),
    )
)  # fmt: skip
_BREAK = re.compile(r"[,;().:+¶/-](?= |$)|(?:và|hoặc|hay)(?= |$)")
_NUMBER = (
    r"(?:\d{1,5} (?:[a-z] )?|(?<=số ))/ "
    r"(?!(?:ngày|tuần|tháng|quý|năm|lần|giờ|hội|người) )"
    r"(?:\d{4} / )?[^\W\d_]+(?: \d+)?(?: [&-] [^\W\d_]+(?: \d+)?){0,6}"
)
_KINDS = (
    r"(?:kế hoạch|công văn|quyết định|nghị quyết|thông báo|luật|nghị định|thông tư|chỉ thị|tờ trình"
    r"|văn bản|kết luận|hướng dẫn|chương trình"
    r"|giấy mời|pháp lệnh|hiến pháp|bộ luật|đề án|công điện|quy chế|điều lệ)"
)
_NOT_NAMES = r"(?:tại|trong|trước|sau|đến|tới|vào|giữa|cuối|đầu|từ|hằng|kỳ|hoàn|xong|chậm|muộn|hết|và|dự|được|ban|khi)"
_LAWS = r"(?:bộ luật|luật|pháp lệnh|hiến pháp|nghị định|thông tư|nghị quyết)"
_AIM = re.compile(
    r"(?:ngày )?dự phòng(?: (?:là|vào|:|sang)){0,3} (?=ngày|\d)|(?:tầm nhìn"
    r"|định hướng)(?: phát triển)?(?: (?:đến|tới))?(?: hết)? (?=năm (?:19|20)\d\d|(?:19|20)\d\d)"
)
_CITED = re.compile(
    rf"(?:số )?{_NUMBER}(?= |$)(?: ,)?(?: (?:ban hành |ký )?(?=ngày \d|\d{{1,2}} / ))?"
    rf"|{_KINDS}(?: (?!{_NOT_NAMES} )[^\W\d_]+){{0,3}} (?=ngày \d)"
    rf"|{_LAWS}(?: (?!(?:{_NOT_NAMES}|thông|trình) )(?:[^\W\d_]+|,)){{0,14}} (?=ngày \d)"
    rf"|{_KINDS}(?: (?!{_NOT_NAMES} )[^\W\d_]+){{0,8}} (?=năm (?:19|20)\d\d(?! và))"
    rf"|đối với (?:(?!{_NOT_NAMES} )[^\W\d_]+ ){{1,6}}(?=năm (?:19|20)\d\d)"  # "đối với chi phí năm 2023"
)
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, **{str(n): n - 2 for n in range(2, 8)}}
_DAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_WEEKDAY = re.compile(
    r"(?P<before>(?:chậm nhất )?trước )?(?:(?:chậm nhất|muộn nhất|vào|các|ngày|sáng|chiều|tối|buổi|cuối|là) ){0,4}"
    r"(?:(?:(?P<h>\d{1,2}) (?:giờ|h)(?: (?P<min>\d{1,2}))?(?: (?:phút|'))?(?: ,)? )(?:(?:các|ngày|sáng|chiều) ){0,3})?"
    rf"(?P<days>{_DAY}(?:(?: (?:,|và|-|đến)){{1,2}} (?:ngày |sáng |chiều )?(?:{_DAY}|(?:hai|ba|tư|năm"
    rf"|sáu|bảy|[2-7])(?= |$))){{0,6}})"
    r"(?: (?P<nth>đầu tiên|thứ nhất|thứ hai|thứ ba|thứ tư|cuối cùng|cuối"
    r"|đầu))?(?:(?: của)? tuần (?P<week>đầu(?: tiên)?|thứ (?:nhất|hai|ba|tư)|cuối(?: cùng)?"
    r"|[1-4]))?(?P<monthly> (?:của |trong ){1,2}tháng(?! (?:\d|này|sau|tới)))?(?= |$)"
)
_NTH = {
    "đầu": 1,
    "nhất": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "cuối": -1,
    "tiên": 1,
    "cùng": -1,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
}
_COUNTED = words_of("lần lớp buổi hội cuộc ca tuần kỳ họp quý khóa đợt năm tháng đại hội nghị cấp hạng vòng bước phiên")


def mark_at(words: str, at: int) -> Mark | None:
    """A word of kind that stands here; an event takes along what is waited for."""
    for kind, pattern in _MARKS:
        match = pattern.match(words, at)
        if match:
            told = kind in {"event", "request", "session"}
            text = match.group() + (_rest_of_clause(words, match.end()) if told else "")
            return Mark(at, match.end(), kind=kind, text=text)
    return None


_CLAUSE = re.compile(r"[^,;().¶]{0,300}")


def _rest_of_clause(words: str, at: int) -> str:
    match = _CLAUSE.match(words, at)
    return match.group().rstrip() if match else ""


_ROUND = re.compile(
    r"(?:đợt|lần|kỳ|giai đoạn|bước|vòng|lớp|khóa|buổi)(?: thứ)? (?:\d{1,2}|[ivx]{1,4}|nhất|hai|ba"
    r"|tư)(?= (?![/.-] ?\d|lần|ngày|tháng trong))"
)


def round_at(words: str, at: int) -> Mark | None:
    """ "đợt 1", "lần 2", "giai đoạn I": the name of a round, whose figure is no day."""
    match = _ROUND.match(words, at)
    return Mark(at, match.end(), kind="break", text="round") if match else None


def break_at(words: str, at: int) -> Mark | None:
    """A sign or a joining word between two times."""
    match = _BREAK.match(words, at)
    return Mark(at, match.end(), kind="break", text=match.group()) if match else None


def cited_at(words: str, at: int) -> Mark | None:
    """A document that is named with its number or day: its day is not a time to do anything."""
    match = _AIM.match(words, at) or _CITED.match(words, at)
    if not match or match.end() == at:
        return None
    found = period_at(words, match.end()) if words[match.end() - 1] == " " else None
    return Mark(at, found[1] if found else match.end(), kind="cited")


def weekday_at(words: str, at: int) -> Weekday | None:
    """Days of the week, as in "thứ Hai hằng tuần", "thứ Sáu cuối cùng của tháng"."""
    match = _WEEKDAY.match(words, at)
    if not match or _counts(words[max(0, at - 20) : at].split()):
        return None
    days = _days(match["days"])
    nth = (match["nth"] or match["week"] or "").split()
    hour = (int(match["h"]), int(match["min"] or 0)) if match["h"] and int(match["h"]) < 25 else None
    return Weekday(
        at,
        match.end(),
        days=days,
        nth=_NTH[nth[-1]] if nth else 0,
        before=bool(match["before"]),
        monthly=bool(match["monthly"]),
        hour=hour,
    )


def _counts(before: list[str]) -> bool:
    """Whether "thứ hai" is "the second" here: lần thứ hai, kỳ họp thứ ba."""
    return bool(before) and before[-1] in _COUNTED and before[-2:] != ["định", "kỳ"]


def _days(said: str) -> tuple[int, ...]:
    named = re.findall(r"chủ nhật|hai|ba|tư|năm|sáu|bảy|[2-7]", said)
    numbers = [6 if name == "chủ nhật" else _WEEKDAYS[name] for name in named]
    if re.search(r" (?:-|đến) ", said) and len(numbers) == 2 and numbers[0] < numbers[1]:
        return tuple(range(numbers[0], numbers[1] + 1))
    return tuple(dict.fromkeys(numbers))
