"""When a duty is due: from its label, from brackets, from its own sentences."""

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from dinhlang.pure.dates import Calendar, Found, When, read_when
from dinhlang.pure.dates import times_in as all_times_in
from dinhlang.pure.reading.findings import NO_TIME
from dinhlang.pure.reading.foreign_times import is_of_something_else
from dinhlang.pure.reading.sheet import UPPER
from dinhlang.pure.reading.tones import old_tone

_NEXT_ROUND = (  # "đợt 1 …; đợt 2 …", "6 tháng trước ngày …; năm trước ngày …" are said of one duty
    r"(?![Đđ]ợt |[Ll]ần (?:\d|thứ)|[Vv]òng \d|[Bb]ước \d"
    r"|(?:báo cáo )?(?:cả )?(?:(?:hằng|hàng) )?(?:tháng|quý|0?[69] tháng|năm) (?:\(?trước|chậm nhất|muộn nhất) )"
)
SENTENCE = re.compile(rf"(?<=[.!?;])\s+(?=[{UPPER}\"“(-]){_NEXT_ROUND}|(?<=;)\s+{_NEXT_ROUND}")
_IN_BRACKETS = re.compile(
    r"\(\s*((?:[Tt]hời gian|[Tt]hời hạn|[Tt]rong|[Tt]rước|[Hh]oàn thành|[Xx]ong|[Dd]ự kiến|[Tt]ừ"
    r"|[Cc]hậm nhất|[Qq]uý|[Tt]háng|[Tt]hường xuyên|[Xx]uyên suốt|[Hh][ằà]ng (?:năm|quý|tháng|tuần)|[Đđ]ịnh kỳ"
    r"|[Đđ]ến hết|20\d\d trở đi)[^()]*(?:\([^()]*\)[^()]*)*)\)"
)
_LAST_IN_BRACKETS = re.compile(r"\([^()]*;\s*((?:sau )?khi (?:có|được|hoàn thành) [^();]{5,120})\)[.;]?$")
_BY_NOTICE = re.compile(r"thời (?:gian|hạn|điểm)(?: cụ thể)? (?:theo|do|sẽ)\b(?! quy định)", re.I)
_TELLS_OTHERS = re.compile(r"hướng dẫn|tuyên truyền|tập huấn|vận động|thông báo|phòng ngừa|cảnh báo|về|cho|của", re.I)
_LABEL_IN_TEXT = re.compile(
    r"(?:Thời gian|Thời hạn|Thời điểm|Hoàn thành|Tiến độ)[^.:;()]{0,60}(?::\s*|\s+(?=trước|trong|từ"
    r"|xong|đến|chậm|bắt đầu|vào))",
    re.I,
)
_REPORTS = re.compile(r"\bbáo cáo\b|\bgửi (?:kết quả|báo cáo|về)|sơ kết|tổng kết", re.I)
_RHYTHM = re.compile(
    r"\b(?:định kỳ|hằng năm|hàng năm|hằng quý|hàng quý|hằng tháng|hàng tháng|hằng tuần|hàng tuần"
    r"|(?:hằng|hàng) ngày|6 tháng|06 tháng|sáu tháng|mỗi (?:năm|quý|tháng|tuần|học kỳ)|theo (?:quý|tháng|tuần)"
    r"|sau mỗi|của tháng cuối (?:mỗi )?quý"
    r"|\d+ tháng (?:một|01|1)?/? ?lần|báo cáo (?:ngày|tuần|tháng|quý|năm)(?! \d)|chế độ (?:thông tin,? )?báo cáo)\b",
    re.I,
)
_ALWAYS = re.compile(r"\bthường xuyên\b", re.I)
_NOT_A_TIME = re.compile(
    r"(?:nhiệm vụ|cư trú|sinh sống|đánh giá|bài kiểm tra|bài tập|chi(?: ngân sách)?|công tác|hoạt động|việc làm"
    r"|chế độ|báo cáo|đầu tư|tính|giáo dục"
    r"|kinh phí|hợp tác) thường xuyên|(?:sức khỏe|sinh hoạt|giao ban|họp|đảng) định kỳ"
    r"|thường xuyên(?:, | và )?(?:trực tiếp|của|giáo viên)"
    r"|bồi dưỡng thường xuyên|(?:vùng|nơi|khu vực|địa bàn|điểm|người|hộ|đối tượng)(?: dân)? thường xuyên"
    r"|thường xuyên (?:chịu|bị|xảy ra|xuất hiện|ngập|quan hệ|qua lại|cư trú)",
    re.I,
)
_MAY_BE_TIME = re.compile(
    r"\d|năm|tháng|quý|quí|ngày|tuần|kỳ|thường xuyên|liên tục|khi|sau|trước|hằng|hàng|lịch|tiến độ|Tết"
    r"|dịp|đột xuất|giai đoạn|thời gian",
    re.I,
)
_SAID_AT_THE_END = re.compile(
    r"\s((?:ngay )?(?:sau |từ |trước )?khi (?:có|được|mới phát sinh|phát sinh|phát hiện|xảy ra"
    r"|xuất hiện)\b[^;.:()]{0,120}|khi [^;.:()]{3,60} (?:yêu cầu|đề nghị|phân công)|trước (?:mùa"
    r"|khi) [^;.:()]{3,100}|(?:ngay )?từ khi [^;.:()]{3,120}"
    r"|theo (?:quy định và hướng dẫn|chương trình (?:kiểm tra|giám sát|công tác)|lịch (?:của|công tác|làm việc"
    r"|trực)|kế hoạch(?! này| phân bổ| số"
    r"| đã nêu| và kịp)) [^;.:()]{3,120})[.;]?$"
)
_PREPARES = re.compile(  # what is told, taught or prepared for such a case
    r"hướng dẫn|tuyên truyền|tập huấn|vận động|phòng ngừa|cảnh báo|phương án|kịch bản|kỹ năng"
    r"|cách (?:xử|phòng)|thông báo",
    re.I,
)
_LAST_DAY = re.compile(
    r"(?:(?:hoàn thành|xong|báo cáo)[^;]{0,20} )?(?:trước|chậm nhất|muộn nhất)[^;]{0,20}\d{1,2}\s?[/.]\s?\d"
    r"|(?:trước|chậm nhất|muộn nhất) ngày \d",
    re.I,
)
_FIRST_LETTERS = 12
_VERBS_IN_A_ROW = re.compile(
    r", (?=(?:xác minh|kiểm tra|rà soát|thẩm định|đánh giá|xử lý|giám sát|đôn đốc|tổng hợp)\b)"
)
_BEGUN = re.compile(r"\b(?:sơ kết|khởi công|phát động|khai mạc|dự thảo|thông báo)\b[^;.]*$", re.I)
_ENDED = re.compile(
    r"[^;.]{0,60}?(?:,|;|\bvà)\s+(?:tổng kết|hoàn thành|khánh thành|bế mạc|nghiệm thu|ban hành)\b[^;.\d]{0,60}", re.I
)
_OF_THE_MATTER = re.compile(  # the days of what is dealt with, before the day by which it is done
    r"từ [^;]*?\b(?:đến|tới) [^;]*?, ((?:xong|hoàn thành|hoàn tất) (?:xong )?(?:trước|chậm nhất) .*)", re.I
)
_NEAR_ENOUGH = 40
_DIGIT = re.compile(r"\d")
_UNBOUND = re.compile(
    r"(?:hằng|hàng) (?:năm|quý|tháng)$|định kỳ(?: (?:hằng|hàng) (?:năm|quý|tháng))?$"
    r"|(?:ngay )?sau (?:khi|mỗi|hội nghị|cuộc họp)\b|ngay sau\b",
    re.I,
)
_OPEN = re.compile(r"từ (?:ngày|tháng|quý|năm) (?:(?!đến|tới)[^-–])*", re.I)
_LIMIT = re.compile(r"(?:chậm nhất|muộn nhất|trước|xong trước|hoàn thành|từ) (?:[^;]*ngày )?[^;]*\d", re.I)
_FROM_BIRTH = re.compile(r"\((\d{1,2}/\d{1,2}/)(?:19|20)\d\d\s*[-–]\s*(\1(?:19|20)\d\d)\)")  # an anniversary
_NOTHING = re.compile(r"^[\s.;:,–-]*$")


@lru_cache(maxsize=1024)
def times_in(text: str) -> tuple[Found, ...]:
    """Return the times in a sentence; most sentences have no word of time and are not searched."""
    return all_times_in(old_tone(text)) if _MAY_BE_TIME.search(text) else ()


class Clock:
    """Reads phrases against the day of the document and the days off, each phrase once."""

    def __init__(
        self, day: date | None, year: int | None = None, calendar: Calendar | None = None, *, is_guess: bool = False
    ) -> None:
        self._calendar = calendar
        self._is_guess = is_guess or day is None
        self.day = day or (date(year, 1, 1) if year else None)
        self._known: dict[str, When] = {}

    def read(self, phrase: str) -> When:
        """Return what a phrase means."""
        phrase = re.sub(r"\s+", " ", phrase).strip(" .;:,")
        if not phrase:
            return NO_TIME
        if phrase not in self._known:
            when = read_when(_FROM_BIRTH.sub(r"(\2)", old_tone(phrase)), self.day, self._calendar)
            self._known[phrase] = replace(self._without_guess(when), text=phrase)
        return self._known[phrase]

    def _without_guess(self, when: When) -> When:
        """What is counted from the day of a document that has none yet waits for that day."""
        if not self._is_guess or when.count is None or when.count.begin != self.day:
            return when
        told = "Đếm từ ngày ban hành văn bản; văn bản chưa ghi ngày nên chưa tính được hạn."
        return replace(
            when, kind="event", start=None, due=(), count=None, waits_for="ngày ban hành văn bản này", sentence=told
        )


def phrase_in(text: str, *, goes_on: bool = False) -> str | None:
    """Return the words of a duty that say when, nothing where none do; of words that go on, no mere event."""
    plain = [sentence for sentence in sentences_of(text) if not is_report(sentence)]
    first = plain[0] if plain and not goes_on else ""
    for look in (_in_brackets, _after_label, _begins_always, _said_in, _on_request, _always):
        for number, sentence in enumerate(plain):
            found = look(sentence)
            if found and (sentence is first or not _hangs_on_event(found)):
                return "; ".join([found, *_further_limits(found, plain[number + 1 :])])
    in_one = all(sentence.rstrip().endswith(";") for sentence in plain[:-1])
    return _at_the_end(plain[-1]) if plain and in_one else None


def _further_limits(found: str, later: list[str]) -> list[str]:
    """The last days of the further steps that a duty names: "dự thảo trước ngày 06/8; … trình trước ngày 13/8"."""
    if not _LAST_DAY.match(found):
        return []
    said = (_said_in(sentence) for sentence in later)
    return [words for words in said if words and _LAST_DAY.match(words) and words != found]


def sentences_of(text: str) -> list[str]:
    """Cut a text into its sentences and the clauses divided by semicolons."""
    parts: list[str] = []
    for part in SENTENCE.split(text):
        if parts and parts[-1].count("(") > parts[-1].count(")") and ")" in part:
            parts[-1] = f"{parts[-1]} {part}"  # a semicolon in brackets divides nothing
        else:
            parts.append(part)
    return [part for part in parts if part and not _NOTHING.match(part)]


def is_report(sentence: str) -> bool:
    """Say whether a sentence speaks of reporting again and again."""
    plain = old_tone(sentence)
    return bool(_REPORTS.search(plain) and _RHYTHM.search(plain))


def _in_brackets(text: str) -> str | None:
    if last := _LAST_IN_BRACKETS.search(text):
        return last[1]
    for found in _IN_BRACKETS.finditer(text):
        if times_in(found[1]) or _ALWAYS.search(found[1]) or _BY_NOTICE.match(found[1]):
            return found[1]
    return None


def _after_label(text: str) -> str | None:
    for found in _LABEL_IN_TEXT.finditer(text):
        rest = text[found.end() :]
        times = times_in(rest)
        if times and times[0].start < 25 and not _is_last_step(text, found.start()):
            return text[found.start() : found.end() + _last_joined(rest, times)].strip()
    return None


def _is_last_step(text: str, start: int) -> bool:
    """Say whether "hoàn thành …" ends a work whose beginning has a day of its own: "khởi công …, hoàn thành …"."""
    begun = _BEGUN.search(text[:start].rstrip(" ,;"))
    return begun is not None and bool(times_in(begun[0]))


def _last_joined(text: str, times: tuple[object, ...]) -> int:
    """How far times go on that stand beside one another."""
    end = times[0].end  # type: ignore[attr-defined]
    for found in times[1:]:
        if len(text[end : found.start].strip(" ,;và(")) > 12 or "." in text[end : found.start]:  # type: ignore[attr-defined]
            break
        end = found.end  # type: ignore[attr-defined]
    return int(end)


def _said_in(sentence: str) -> str | None:
    """Return the first time of a sentence that is the time of the duty itself."""
    for found in times_in(sentence):
        words = sentence[found.start : found.end]
        if _ALWAYS.fullmatch(words.strip()):
            continue
        if _hangs_on_event(words) and not _when_of_the_duty(sentence, found.start):
            continue
        if not is_of_something_else(sentence, found.start, words):
            if last := _OF_THE_MATTER.fullmatch(words):
                return last[1]
            return f"{words}{limit_after(sentence, found.end, words)}{_of_the_end(sentence, found)}"
    return None


def limit_after(sentence: str, end: int, words: str) -> str:
    """The day that bounds an event or a rhythm later in its sentence: "Ngay sau hội nghị, …, chậm nhất ngày 04/02"."""
    unbound = not _DIGIT.search(words) and (_hangs_on_event(words) or _UNBOUND.match(words))
    if not (unbound or _OPEN.fullmatch(words)):
        return ""
    for found in times_in(sentence):
        limit = sentence[found.start : found.end]
        if found.start > end and _LIMIT.match(limit) and not is_of_something_else(sentence, found.start, limit):
            return f"; {limit}"
    return ""


def _of_the_end(sentence: str, first: Found) -> str:
    """The last day of a work in two steps: "sơ kết vào năm 2023, tổng kết vào cuối năm 2025"."""
    between = _BEGUN.search(sentence[: first.start]) and _ENDED.match(sentence, first.end)
    later = [found for found in times_in(sentence) if between and found.start >= first.end]
    if not later or not between or later[0].start - between.end() > _NEAR_ENOUGH:
        return ""
    return f"; {sentence[later[0].start : later[0].end]}"


def _hangs_on_event(words: str) -> bool:
    """Say whether words name an event without a day: "khi có dịch", "trước khi kết hôn"."""
    return bool(re.match(r"(?:trước |sau |ngay )?khi\b|trường hợp\b", words, re.I)) and not re.search(r"\d", words)


def _when_of_the_duty(sentence: str, start: int) -> bool:
    """Say whether an event is that of the duty, not of something said in one of its clauses."""
    before = _VERBS_IN_A_ROW.sub(" ", sentence[:start])
    return len(before) < _FIRST_LETTERS or not re.search(
        r"[,;:]|^(?:hướng dẫn|tuyên truyền|chỉ đạo|tập huấn)\b|\b(?:phương án|kịch bản)\b", before.strip(), re.I
    )


def _always(sentence: str) -> str | None:
    """Return "thường xuyên" where it says how the duty goes on, not what kind of spending or reporting is meant."""
    plain = old_tone(sentence)
    others = [found.span() for found in _NOT_A_TIME.finditer(plain)]
    for found in _ALWAYS.finditer(plain):
        if not any(start < found.end() and found.start() < end for start, end in others):
            return sentence[found.start() : found.end()]
    return None


def _begins_always(sentence: str) -> str | None:
    return _always(sentence) if re.match(r"(?:[^\W\d_]+\s){0,3}thường xuyên\b", sentence, re.I) else None


def _at_the_end(sentence: str) -> str | None:
    """What a sentence says last: "… khi có dấu hiệu nghi vấn.", "… theo kế hoạch thanh tra được duyệt."."""
    found = _SAID_AT_THE_END.search(sentence)
    return found[1] if found and not _PREPARES.search(sentence[: found.start()]) else None


def _on_request(sentence: str) -> str | None:
    found = re.match(r"(?:(?:Ngay )?(?:[Ss]au |[Tt]rước )?[Kk]hi|Trường hợp) [^,;.]{3,140}(?=,)", sentence)
    if found is None and (
        found := re.search(r"(?:ngay )?khi (?:phát hiện|xuất hiện|xảy ra) [^,;.]{3,90}|ngay khi [^,;.]{3,60}", sentence)
    ):
        last = found.end() >= len(sentence.rstrip(" .;")) and not _TELLS_OTHERS.search(sentence[: found.start()])
        return found[0] if last or _when_of_the_duty(sentence, found.start()) else None
    found = found or re.search(
        r"(?:khi (?:có|được)|theo) (?:yêu cầu|đề nghị|phân công|chỉ đạo) của (?!thị trường|khách hàng)[^,;.()]{3,90}"
        r"|khi (?:có (?:yêu cầu|đề nghị)|được (?:yêu cầu|đề nghị)|được [^;.]{3,60}phân công)"
        r"|khi cần(?: thiết)?(?=[,;.]|$)|khi (?:sơ kết|tổng kết|kết thúc) [^,;.]{3,60}(?=[.;]?$)"
        r"|theo (?:lịch|lịch trình|lộ trình|tiến độ) đã (?:đề ra|định|phê duyệt|thống nhất)",
        sentence,
    )
    return found[0] if found else None
