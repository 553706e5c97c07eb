"""The styles of an official document in Word, so that officers go on editing with the form kept."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from dinhlang.apps.issuance.docx.xml import set_font, speak_vietnamese
from dinhlang.pure.drafting import FORM, Draft, Heading, Lettering, Level

# The names officers see in Word's list of styles.
COUNTRY, MOTTO, SUPERIOR, ISSUER = "Quốc hiệu", "Tiêu ngữ", "Cơ quan chủ quản", "Cơ quan ban hành"
NUMBER, PLACE_AND_DAY, SUBJECT = "Số ký hiệu", "Địa danh ngày tháng", "Trích yếu công văn"
KIND, TITLE, BASIS, BODY, CENTRED = "Tên loại", "Trích yếu", "Căn cứ", "Nội dung", "Dòng giữa"
ADDRESSEE, RECIPIENTS, RECIPIENT, FILED = "Kính gửi", "Nơi nhận", "Danh sách nơi nhận", "Ký hiệu người soạn"
AUTHORITY, OTHER_TITLE, SIGNER = "Quyền hạn chức vụ", "Chức vụ khác", "Họ tên người ký"
APPENDIX, APPENDIX_TITLE, APPENDIX_REFERENCE = "Phụ lục", "Tên phụ lục", "Kèm theo"
TABLE_HEAD, TABLE_TEXT = "Đầu bảng", "Chữ trong bảng"
URGENCY, CIRCULATION, CONTACT, RULE, PAGE_NUMBER = "Mức độ khẩn", "Phạm vi lưu hành", "Liên hệ", "Đường kẻ", "Số trang"

_CENTRED_LEVELS = {Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION}
_HEADING_LETTERS = {Level.ARTICLE: FORM.article, Level.ARABIC: FORM.clause_title, Level.LETTER: FORM.point}
_TABLE_LETTERS = Lettering(13, 13, 14, FORM.body.reference)
_HEAD_LETTERS = Lettering(13, 13, 14, FORM.body.reference, bold=True)


def make_styles(document: Document, draft: Draft) -> dict[Level, str]:
    """Write all styles; return which of Word's headings stands for each level of this draft."""
    speak_vietnamese(document)
    normal = document.styles["Normal"]
    _shape(normal, FORM.body)
    _heading_table(document)
    _body(document)
    _foot(document)
    _appendix_and_tables(document)
    return _headings(document, draft)


def _heading_table(document: Document) -> None:
    for name, letters in ((COUNTRY, FORM.country), (MOTTO, FORM.motto), (SUPERIOR, FORM.superior)):
        _add(document, name, letters, ALIGN.CENTER)
    _add(document, ISSUER, FORM.issuer, ALIGN.CENTER)
    _add(document, NUMBER, FORM.number, ALIGN.CENTER, before=6)
    _add(document, PLACE_AND_DAY, FORM.place_and_day, ALIGN.CENTER, before=6)
    _add(document, SUBJECT, FORM.subject, ALIGN.CENTER, before=FORM.space_above_subject.value)
    _add(document, URGENCY, FORM.urgency, ALIGN.CENTER, before=8).font.color.rgb = RGBColor(0xE0, 0, 0)
    _add(document, CIRCULATION, FORM.circulation, ALIGN.CENTER, before=8)
    _add(document, RULE, Lettering(1, 1, 1, ""), ALIGN.CENTER, before=3).paragraph_format.line_spacing = Pt(3)
    _add(document, PAGE_NUMBER, FORM.page_number, ALIGN.CENTER)


def _body(document: Document) -> None:
    _add(document, KIND, FORM.kind, ALIGN.CENTER, before=12)
    _add(document, TITLE, FORM.title, ALIGN.CENTER)
    after = FORM.space_between_paragraphs.value
    for name, letters in ((BODY, FORM.body), (BASIS, FORM.basis)):
        style = _add(document, name, letters, ALIGN.JUSTIFY, after=after)
        style.paragraph_format.first_line_indent = Mm(FORM.first_line_indent.value)
        style.paragraph_format.line_spacing = FORM.line_spacing.value
        style.paragraph_format.widow_control = True
    _add(document, CENTRED, FORM.title, ALIGN.CENTER, before=6, after=after).paragraph_format.keep_with_next = True
    _add(document, ADDRESSEE, FORM.addressee, ALIGN.LEFT, after=after)


def _foot(document: Document) -> None:
    _add(document, RECIPIENTS, FORM.recipients_word, ALIGN.LEFT)
    recipient = _add(document, RECIPIENT, FORM.recipient, ALIGN.LEFT)
    recipient.paragraph_format.left_indent, recipient.paragraph_format.first_line_indent = Mm(2), Mm(-2)
    _add(document, FILED, FORM.drafter_mark, ALIGN.LEFT, before=6)
    _add(document, AUTHORITY, FORM.authority, ALIGN.CENTER)
    _add(document, OTHER_TITLE, FORM.authority, ALIGN.CENTER, before=72)
    _add(document, SIGNER, FORM.signer, ALIGN.CENTER, before=58)
    _add(document, CONTACT, FORM.contact, ALIGN.CENTER)


def _appendix_and_tables(document: Document) -> None:
    _add(document, APPENDIX, FORM.appendix_word, ALIGN.CENTER)
    _add(document, APPENDIX_TITLE, FORM.appendix_title, ALIGN.CENTER)
    _add(document, APPENDIX_REFERENCE, FORM.appendix_reference, ALIGN.CENTER)
    _add(document, TABLE_HEAD, _HEAD_LETTERS, ALIGN.CENTER, before=2, after=2)
    _add(document, TABLE_TEXT, _TABLE_LETTERS, ALIGN.LEFT, before=1, after=1)


def _headings(document: Document, draft: Draft) -> dict[Level, str]:
    """Give the levels this draft uses Word's headings from the first on, each in the look of its level."""
    bodies = (draft.body, *(appendix.body for appendix in draft.appendices))
    used = {block.level for body in bodies for block in body if isinstance(block, Heading)}
    names = {level: f"Heading {count}" for count, level in enumerate(sorted(used, key=list(Level).index), 1)}
    for level, name in names.items():
        style = document.styles[name]
        _shape(style, _HEADING_LETTERS.get(level, FORM.part_title), ALIGN.JUSTIFY, before=6, after=6)
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.line_spacing = FORM.line_spacing.value
        if level in _CENTRED_LEVELS:
            style.paragraph_format.alignment = ALIGN.CENTER
        else:
            style.paragraph_format.first_line_indent = Mm(FORM.first_line_indent.value)
    return names


def _add(
    document: Document, name: str, letters: Lettering, align: ALIGN, *, before: float = 0, after: float = 0
) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _shape(style, letters, align, before=before, after=after)
    return style


def _shape(
    style: ParagraphStyle, letters: Lettering, align: ALIGN = ALIGN.LEFT, *, before: float = 0, after: float = 0
) -> None:
    """Give a style its letters and spacing, and nothing of Word's own colours. Capitals are typed, not styled."""
    style.font.size, style.font.bold, style.font.italic = Pt(letters.size), letters.bold, letters.italic
    style.font.color.rgb = RGBColor(0, 0, 0)
    set_font(style.element.get_or_add_rPr())
    spacing = style.paragraph_format
    spacing.alignment, spacing.line_spacing = align, 1.0
    spacing.space_before, spacing.space_after = Pt(before), Pt(after)
