"""The measures of an official document, each with the place in the decree that sets it."""

from dataclasses import dataclass

_PART_ONE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục "


@dataclass(frozen=True)
class Measure:
    """A length we chose, and the limits of the decree."""

    value: float
    lowest: float
    highest: float
    unit: str
    reference: str


@dataclass(frozen=True)
class Lettering:
    """How one element is written: the size we chose, the sizes allowed, and its kind of letters."""

    size: int
    smallest: int
    largest: int
    reference: str
    capitals: bool = False
    bold: bool = False
    italic: bool = False


def _mm(value: float, lowest: float, highest: float, item: str) -> Measure:
    return Measure(value, lowest, highest, "mm", _PART_ONE + item)


def _letters(
    size: int, sizes: tuple[int, int], item: str, *, capitals: bool = False, bold: bool = False, italic: bool = False
) -> Lettering:
    return Lettering(size, *sizes, _PART_ONE + item, capitals=capitals, bold=bold, italic=italic)


class Form:
    """The whole form: paper, margins, spacing, and the lettering of every element."""

    __slots__ = ()  # nobody changes the form

    # paper and text (mục I; mục II.6)
    paper_width: Measure = _mm(210, 210, 210, "I.1")
    paper_height: Measure = _mm(297, 297, 297, "I.1")
    margin_top: Measure = _mm(20, 20, 25, "I.3")
    margin_bottom: Measure = _mm(20, 20, 25, "I.3")
    margin_left: Measure = _mm(30, 30, 35, "I.3")
    margin_right: Measure = _mm(15, 15, 20, "I.3")
    first_line_indent: Measure = _mm(12.7, 10, 12.7, "II.6.e")
    space_between_paragraphs: Measure = Measure(6, 6, float("inf"), "pt", _PART_ONE + "II.6.e")
    line_spacing: Measure = Measure(1.1, 1, 1.5, "lines", _PART_ONE + "II.6.e")
    space_above_subject: Measure = Measure(6, 6, 6, "pt", _PART_ONE + "II.5.b")
    # rules under lines, as a share of the line above them
    motto_rule: Measure = Measure(1, 1, 1, "share", _PART_ONE + "II.1.b")
    issuer_rule: Measure = Measure(0.4, 1 / 3, 1 / 2, "share", _PART_ONE + "II.2.b")
    title_rule: Measure = Measure(0.4, 1 / 3, 1 / 2, "share", _PART_ONE + "II.5.b")
    # lettering; sizes chosen are those of the example in mục V
    page_number: Lettering = _letters(14, (13, 14), "I.7")
    country: Lettering = _letters(12, (12, 13), "II.1.a", capitals=True, bold=True)
    motto: Lettering = _letters(13, (13, 14), "II.1.b", bold=True)
    superior: Lettering = _letters(12, (12, 13), "II.2.b", capitals=True)
    issuer: Lettering = _letters(12, (12, 13), "II.2.b", capitals=True, bold=True)
    number: Lettering = _letters(13, (13, 13), "II.3.c")
    place_and_day: Lettering = _letters(13, (13, 14), "II.4.c", italic=True)
    kind: Lettering = _letters(14, (13, 14), "II.5.b", capitals=True, bold=True)
    title: Lettering = _letters(14, (13, 14), "II.5.b", bold=True)
    subject: Lettering = _letters(12, (12, 13), "II.5.b")
    basis: Lettering = _letters(14, (13, 14), "II.6.a", italic=True)
    body: Lettering = _letters(14, (13, 14), "II.6.e")
    part_word: Lettering = _letters(14, (13, 14), "II.6.đ", bold=True)
    part_title: Lettering = _letters(14, (13, 14), "II.6.đ", capitals=True, bold=True)
    article: Lettering = _letters(14, (13, 14), "II.6.đ", bold=True)
    clause_title: Lettering = _letters(14, (13, 14), "II.6.đ", bold=True)
    point: Lettering = _letters(14, (13, 14), "II.6.đ")
    authority: Lettering = _letters(14, (13, 14), "II.7.đ", capitals=True, bold=True)
    signer: Lettering = _letters(14, (13, 14), "II.7.đ", bold=True)
    addressee: Lettering = _letters(14, (13, 14), "II.9.d")
    recipients_word: Lettering = _letters(12, (12, 12), "II.9.d", bold=True, italic=True)
    recipient: Lettering = _letters(11, (11, 11), "II.9.d")
    appendix_word: Lettering = _letters(14, (14, 14), "III.1.b", bold=True)
    appendix_title: Lettering = _letters(14, (13, 14), "III.1.b", capitals=True, bold=True)
    appendix_reference: Lettering = _letters(14, (13, 14), "III.1.c", italic=True)
    urgency: Lettering = _letters(13, (13, 14), "III.2.b", capitals=True, bold=True)
    circulation: Lettering = _letters(13, (13, 14), "III.2.c", capitals=True, bold=True)
    drafter_mark: Lettering = _letters(11, (11, 11), "III.3", capitals=True)
    contact: Lettering = _letters(11, (11, 12), "III.4")

    @property
    def text_width(self) -> float:
        """The width between the margins, in millimetres."""
        return self.paper_width.value - self.margin_left.value - self.margin_right.value


FORM = Form()
FONT = "Times New Roman"  # mục I.4
COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"  # mục II.1.a
MOTTO = "Độc lập - Tự do - Hạnh phúc"  # mục II.1.b
