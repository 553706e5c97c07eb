"""Standing duties to report: who reports to whom, through whom, how often."""

import re
from dataclasses import replace

from dinhlang.pure.reading.findings import Duty, Report
from dinhlang.pure.reading.names import split_names, starts_name
from dinhlang.pure.reading.sentences import doers_of
from dinhlang.pure.reading.times import Clock, is_report, limit_after, sentences_of, times_in
from dinhlang.pure.reading.tones import old_tone
from dinhlang.pure.reading.verbs import VERB

_RHYTHM = re.compile(
    r"(?:[Đđ]ịnh kỳ(?:,? (?:hằng|hàng) (?:tháng|quý|năm|tuần)| 0?6 tháng)?(?:,? đột xuất)?|(?:[Hh]ằng"
    r"|[Hh]àng) (?:tháng|quý|năm|tuần|ngày)|0?6 tháng(?: đầu năm)?)"
)
_ONCE = re.compile(r"tháng (?:đầu|cuối) (?:n[ăãâ]m|\d).*\d/\d{1,2}/(?:19|20)?\S{2}|ngày \S+ tháng \S+ năm 20\d\d")
_SENDS = re.compile(r"\b[Bb]áo cáo\b(?!\s*:)|\b[Gg]ửi kết quả\b")
_AGAIN = re.compile(r"định kỳ|h[ằà]ng|mỗi|chế độ|lần", re.I)
_ALWAYS = re.compile(r"\W*(?:thường xuyên)\W*", re.I)
_VIA = re.compile(r"\(?\s*(?:thông qua|qua)\s+([^();,.]*?)\s*(?:\)|$|để|trước|theo|,|;|\.(?:\s|$))")
_VIA_IN_BRACKETS = re.compile(r"\(\s*(?:thông qua|qua)\s+([^()]*?)(?:\s+(?:để|trước|theo)\b[^()]*)?\)")
_AT_ONCE = re.compile(
    r"^Khi (?:xuất hiện|phát hiện|xảy ra|phát sinh) (?![^,]*(?:khó khăn"
    r"|vướng mắc))[^,;.]{3,100}(?=, báo cáo (?:ngay|kịp thời)\b)"
    r"|(?<=áo cáo )ngay(?= (?:về|cho|với|lên|[^,;.]{0,200}\bkhi (?:xuất hiện|phát hiện|xảy ra|phát sinh) ))"
)
_FOR = re.compile(
    r"(?:tham mưu|giúp|trình)(?:\s+(?:cho|giúp))?\s+((?:UBND|Ủy ban nhân dân|Chủ tịch|Ban Chỉ đạo"
    r"|HĐND)[^,;.]*?)\s+(?:tổng hợp,?\s+)?(?:báo cáo|sơ kết|tổng kết)"
)
_STOP = re.compile(
    r"\s*(?:\(|,? (?:những|các (?:khó khăn|vướng mắc|nội dung|kết quả|vấn đề)|khó khăn|vướng mắc"
    r"|theo|để|trước|mỗi|hạn (?:cuối|chót)"
    r"|kết quả|tình hình|0?[3-9] tháng|định kỳ|qua|thông qua|hằng|hàng|về (?:kết quả"
    r"|tình hình|việc)|đúng|vào|xem xét|nhằm|tổng hợp|cùng|chậm nhất|trong|từ)\b|[;.:]|$)"
)


_REPORTING = re.compile(r"(?:tham mưu [^,;.]{3,60} )?(?:báo cáo|gửi báo cáo) (?=[^,;.]{0,400}\b(?:h[ằà]ng|định kỳ))")


def reports_of(
    duties: list[Duty], closing: list[tuple[str, int, int]], clock: Clock, issuer: str | None = None
) -> list[Report]:
    """Return the standing reports that duties and closing paragraphs ask for."""
    found: list[Report] = []
    for duty in duties:
        if duty.timing.kind != "none" and duty.sources.get("row"):
            continue
        for sentence in sentences_of(duty.text.replace("\n", " ")):
            found += _report_in(sentence, duty.leads, duty.span, clock, issuer)
    seen = {report.text for report in found}
    for text, start, end in closing:
        senders: list[str] = []
        for sentence in sentences_of(text):
            senders = _those_ordered(sentence) or senders
            found += [
                report
                for report in _report_in(sentence, senders, (start, end), clock, issuer)
                if not any(report.text in told or told in report.text for told in seen)
            ]
    return found


def _those_ordered(sentence: str) -> list[str]:
    found = re.search(r"(?:yêu cầu|đề nghị)\s+", sentence, re.I)
    if found:
        return list(doers_of(sentence[found.start() :]).leads)
    after = re.search(r"(?:vướng mắc|khó khăn|phát sinh)[^,;.]*,\s*", sentence)
    return list(doers_of(sentence[after.end() :]).leads) if after else []


def _report_in(
    sentence: str, senders: list[str], span: tuple[int, int], clock: Clock, issuer: str | None
) -> list[Report]:
    at_once = _AT_ONCE.search(old_tone(sentence))
    if not at_once and not (is_report(sentence) and _reports_itself(sentence)):
        return []
    phrase = at_once[0] if at_once else time_of_report(sentence)
    own = doers_of(sentence)
    plain = old_tone(sentence)
    drafted_for = _FOR.search(plain)
    from_whom = split_names(drafted_for[1]) if drafted_for else list(own.leads) or senders
    timing = clock.read(phrase) if phrase else clock.read("định kỳ")
    if at_once and timing.kind == "none":  # "báo cáo ngay" waits for what is to be reported
        timing = replace(timing, kind="event")
    if _ONCE.search(sentence) and not _AGAIN.search(old_tone(sentence)):
        return []  # a review "6 tháng đầu năm" by one day of one year
    to_whom = receivers_of(sentence)
    if not to_whom and not (
        re.match(
            r"(?:[^:.;]{0,40}\bbáo cáo\s+|[-+ ]*)(?:định kỳ|h[ằà]ng (?:năm|quý|tháng)"
            r"|báo cáo (?:ngày|tuần|tháng|quý|0?6 tháng|năm|định kỳ)\b[^:]*:)",
            sentence,
            re.I,
        )
        and not re.search(r"theo quy định[.;]?$", sentence)
    ):
        return []
    to_whom = to_whom or ([issuer] if issuer else [])
    return [Report(_words_of(sentence), span, from_whom, to_whom, via_of(sentence), timing)]


def _reports_itself(sentence: str) -> bool:
    """Say whether reporting is what is asked, not a thing named in passing."""
    return bool(
        re.search(r"(?<!phiếu )(?<!mẫu )(?:báo cáo|sơ kết|tổng kết|gửi kết quả)", old_tone(sentence), re.I)
    ) and not re.match(r"(?:Xây dựng|Hướng dẫn|Rà soát) ", sentence)


def _words_of(sentence: str) -> str:
    found = re.search(
        r"(?:nghiêm túc |thực hiện |tham mưu [^,;]*)?(?:chế độ (?:thông tin )?báo cáo|[Đđ]ịnh kỳ"
        r"|[Hh][ằà]ng (?:năm|quý|tháng|tuần))",
        sentence,
    )
    if not found or (doers_of(sentence).leads and found.start() < 120):
        return sentence.strip()
    verb = _REPORTING.search(sentence) or _SENDS.search(sentence[: found.start()])
    return sentence[min(found.start(), verb.start() if verb else found.start()) :].strip()


def time_of_report(sentence: str) -> str | None:
    """Return the words that say when a standing report is due."""
    spans = [(found.start, found.end) for found in times_in(sentence)]
    rhythms = [(found.start(), found.end()) for found in _RHYTHM.finditer(old_tone(sentence))]
    everything = sorted({*spans, *rhythms})
    stated = [(start, end) for start, end in everything if not _ALWAYS.fullmatch(old_tone(sentence[start:end]))]
    everything = stated or everything  # "thường xuyên báo cáo …, trước ngày 25 hằng tháng"
    if not everything:
        return None
    start, end = everything[0]
    for first, last in everything[1:]:
        between = re.sub(r"\([^()]*\)", "", sentence[end:first])
        inside = sentence.count("(", start, end) > sentence.count(")", start, end)
        if first <= end or (len(between) <= 70 and not re.search(r"[.]" if inside else r"[;.]", between)):
            end = max(end, last)
    tail = re.match(
        r"\s*(?:\([^()]*\)|(?:,|hoặc|và)\s*(?:báo cáo\s+)?(?:đột xuất|theo (?:đề nghị|yêu cầu)|khi có yêu cầu))+",
        sentence[end:],
    )
    end += tail.end() if tail else 0
    if sentence.count("(", start, end) > sentence.count(")", start, end) and sentence[end : end + 1] == ")":
        end += 1
    return f"{sentence[start:end]}{limit_after(sentence, end, sentence[start:end])}"


def via_of(sentence: str) -> list[str]:
    """Return the bodies through which a report goes: "(qua Phòng Nội vụ)"."""
    if (found := _VIA_IN_BRACKETS.search(sentence)) and starts_name(found[1]):
        return split_names(found[1])
    for found in _VIA.finditer(sentence):
        if starts_name(found[1]):
            return split_names(found[1])
    return []


def receivers_of(sentence: str) -> list[str]:
    """Return those to whom a report goes."""
    plain = old_tone(sentence)
    begin = next((found.start() for found in re.finditer(r"[Bb]áo cáo|[Gg]ửi|sơ kết|tổng kết", plain)), 0)
    for found in re.finditer(
        r"(?:[Bb]áo cáo|[Gg]ửi)\s+(?:(?:cho|về|đến|với|lên)\s+)?(?=\S)|(?:về|cho|gửi|đến|trình|với|lên)\s+",
        plain[begin:],
    ):
        at = begin + found.end()
        if not starts_name(plain[at:]) or re.match(r"(?:các|công tác)?\s*(?:nội dung|kết quả|tình hình)", plain[at:]):
            continue
        stop = _STOP.search(plain, at)
        verb = VERB.search(plain, at + 1)
        end = min(point for point in (stop.start() if stop else len(plain), verb.start() if verb else len(plain)))
        if names := split_names(sentence[at:end]):
            return names
    return []
