"""From printed lines to paragraphs: lines that a page or a narrow column broke are joined again."""

import itertools
import re
from dataclasses import dataclass
from statistics import quantiles

from dinhlang.pure.reading.labels import label_at
from dinhlang.pure.reading.lines import Line, is_page_number
from dinhlang.pure.reading.markers import Marker, Rank, marker_of

_ENDS = re.compile(r"[.;:!?…/][\"”’)\]]*$")
_HANGS = re.compile(
    r"(?:,|\b(?:và|của|các|cho|với|về|theo|tại|là|do|để|trong|từ|đến|những|năm|tháng|ngày|số|quý|Điều|khoản|điểm|hoặc"
    r"|thuộc|Ủy|Uỷ|ủy|uỷ|Mặt|Quyết|Nghị|Nhân|nhân|Hội Liên hiệp|Liên hiệp)|[-–]|\()$"
)
_OPENS = re.compile(r"(?:Trên cơ sở|Căn cứ|Chủ trì|Phối hợp|Tham mưu|Giao|Đề nghị|Yêu cầu|Định kỳ|Hằng năm|Hàng năm)\s")
_HANGING_NUMBER = re.compile(r"(?:năm|tháng|ngày|số|quý|Điều|khoản|điểm|mục|phường|Phường|quận|Quận|và|từ|đến|,)$")
_WHOLE_RHYTHM = re.compile(
    r"(?:[Hh][ằà]ng|[Mm]ỗi|[Cc]uối|[Đđ]ầu|[Gg]iữa|[Tt]rong|[Cc]ả|[Tt]ừng) (?:năm|tháng|ngày|quý)$"
)
_LOWER = re.compile(r"[^\W\d_]")
_FEW, _NEARLY_ALL = 4, 0.85
_OF_A_PAGE = 160  # letters that no printed line holds
_SHORT = 12
_OF_A_SENTENCE = 30  # letters of a line that a column broke, not of a title
_NEARLY_FULL = 0.72
_FULL = 0.88  # a line this full, measured against a full one, may go on in the next


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its sign, its words without the sign, and where it stands in the text."""

    text: str
    start: int
    end: int
    marker: Marker | None = None

    @property
    def rank(self) -> Rank:
        """How deep it stands."""
        return self.marker.rank if self.marker else Rank.PLAIN


def paragraphs_of(lines: list[Line]) -> list[Paragraph]:
    """Join the lines of running text to paragraphs."""
    lines = [line for line in lines if not line.is_bar and not is_page_number(line)]
    width = _full_width(lines)
    gapped = _has_gaps(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and (_goes_on(groups[-1], line, width) or (gapped and _lies_close(groups[-1], line))):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups]


def _has_gaps(lines: list[Line]) -> bool:
    """Say whether empty lines part the paragraphs of a text whose lines were broken: then close lines are one."""
    if sum(len(line.text) > _OF_A_PAGE for line in lines) * _FEW > len(lines):
        return False  # no page breaks lines as long as these
    signed = [line for line in lines if marker_of(line.text)]
    close = [line for line in lines if not line.after_gap and not marker_of(line.text) and not label_at(line.text)]
    parted = sum(line.after_gap for line in signed)
    return len(signed) >= _FEW and parted >= len(signed) * _NEARLY_ALL and len(close) * 4 >= len(lines)


def _lies_close(group: list[Line], line: Line) -> bool:
    """Say whether a line goes on with the one right above it, where empty lines part paragraphs."""
    return not (
        line.after_gap or marker_of(line.text) or label_at(line.text) or _changes_case(group[-1].text, line.text)
    )


def _full_width(lines: list[Line]) -> float:
    """How many letters fill a line, if lines were broken by a column; else 0."""
    close = [line for line, after in itertools.pairwise(lines) if not after.after_gap]
    broken = [len(line.text) for line in close if not _ENDS.search(line.text) and len(line.text) > 20]
    if len(broken) < 5 or len(broken) * 3 < len(lines):
        return 0
    return quantiles(broken, n=10)[7]


def _goes_on(group: list[Line], line: Line, width: float) -> bool:
    """Say whether a line goes on with the paragraph before it."""
    before = group[-1].text
    ended = bool(_ENDS.search(before))
    if marker := marker_of(line.text):
        return not ended and _is_only_a_number(before, line.text, marker)
    in_sentence = _starts_low(line.text) and not ended  # "… một số" / "nhiệm vụ cụ thể sau:"
    if (label_at(line.text) and not in_sentence) or _changes_case(before, line.text):
        return False
    if _starts_low(line.text):
        return not ended or before.endswith(";") or _is_full(group[-1], width)
    if ended:
        return not line.after_gap and _is_full(group[-1], width) and not before.endswith((":", "./."))
    if before.isupper() and line.text.isupper():
        return not line.after_gap
    return _goes_on_in_capitals(group, line, width)


def _goes_on_in_capitals(group: list[Line], line: Line, width: float) -> bool:
    """Say whether a line that begins with a capital goes on; not the sentence under a heading that fills its line."""
    before = group[-1].text
    hangs = bool(_HANGS.search(before))
    if hangs or not width:
        return hangs and (not width or len(before) >= width * _NEARLY_FULL)
    heads = len(group) == 1 and bool(marker_of(before)) and bool(_OPENS.match(line.text))
    return not line.after_gap and not heads and len(before) >= width * _NEARLY_FULL


def _changes_case(before: str, text: str) -> bool:
    """Say whether a title in capitals ends, or begins."""
    return len(text) > _SHORT and before.isupper() != text.isupper() and (before.isupper() or text.isupper())


def _is_full(line: Line, width: float) -> bool:
    return bool(width) and len(line.text) >= width * _FULL


def _starts_low(text: str) -> bool:
    """Say whether a line begins in the middle of a sentence."""
    first = _LOWER.search(text)
    return bool(text) and (
        text[0] in "(,;%)" or text[0].isdigit() or bool(first and first[0].islower() and text[0] == first[0])
    )


def _is_only_a_number(before: str, text: str, marker: Marker) -> bool:
    """Say whether what looks like a sign is the rest of a sentence: "… trước năm" / "2025. Các …", "- xã hội"."""
    if marker.rank in {Rank.NUMBER, Rank.DOTTED, Rank.DEEPER}:
        return bool(_HANGING_NUMBER.search(before)) and not _WHOLE_RHYTHM.search(before)
    if marker.rank is Rank.DASH:
        return text[marker.length : marker.length + 1].islower() and len(before) > 30
    return marker.rank is Rank.LETTER and len(before) > _OF_A_SENTENCE and bool(re.search(r"(?:điểm|khoản|,)$", before))


def _paragraph(group: list[Line]) -> Paragraph:
    marker = marker_of(group[0].text)
    words = " ".join(line.text for line in group)
    return Paragraph(words[marker.length :].strip() if marker else words, group[0].start, group[-1].end, marker)
