"""Files of every kind, made for the tests of opening them: by hand where Word's own tricks matter."""

import zipfile
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
FONT = "/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf"
PLAN = [
    "KẾ HOẠCH",
    "Thực hiện dân chủ ở cơ sở năm 2024",
    "1. Phòng Nội vụ chủ trì, phối hợp với Ủy ban nhân dân các xã tổ chức tập huấn trước ngày 15/6/2024.",
    "2. Phòng Văn hóa và Thông tin tuyên truyền thường xuyên trên hệ thống truyền thanh cơ sở.",
]


def a_word_file(body, *, numbering="", styles="", more=None):
    """A Word file of given XML."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
    }
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {_NAMES}>{numbering}</w:numbering>"
    if styles:
        parts["word/styles.xml"] = f"<w:styles {_NAMES}>{styles}</w:styles>"
    parts |= more or {}
    return zipped(parts)


def zipped(parts):
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return kept.getvalue()


def an_open_document(body):
    """An .odt of given XML."""
    names = " ".join(
        f"xmlns:{short}='urn:oasis:names:tc:opendocument:xmlns:{long}:1.0'"
        for short, long in {"o": "office", "t": "text", "d": "drawing", "s": "svg-compatible"}.items()
    )
    manifest = "xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'"
    kind = "application/vnd.oasis.opendocument.text"
    files = f"<m:file-entry m:full-path='/' m:media-type='{kind}'/>"
    files += "<m:file-entry m:full-path='content.xml' m:media-type='text/xml'/>"
    content = f"<o:document-content {names} xmlns:x='http://www.w3.org/1999/xlink' o:version='1.2'>"
    content += f"<o:body><o:text>{body}</o:text></o:body></o:document-content>"
    return zipped(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f"<m:manifest {manifest}>{files}</m:manifest>",
            "content.xml": content,
        }
    )


def notes_part(kind, words):
    return f"<w:{kind}s {_NAMES}><w:{kind} w:id='2'>{p(words)}</w:{kind}></w:{kind}s>"


def p(text="", *, style="", number="", level=0, properties="", runs=""):
    """A paragraph."""
    said = (f"<w:pStyle w:val='{style}'/>" if style else "") + properties
    if number:
        said += f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>"
    return f"<w:p><w:pPr>{said}</w:pPr>{r(text) if text else ''}{runs}</w:p>"


def r(text, properties=""):
    """A run of letters."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def table(*rows):
    """A table of cells that are XML."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def cell(content, properties=""):
    body = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{body}</w:tc>"


def a_list(*levels, number=1):
    """A numbering of (format, text, start) levels."""
    drawn = "".join(
        f"<w:lvl w:ilvl='{at}'><w:start w:val='{start}'/><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/></w:lvl>"
        for at, (form, text, start) in enumerate(levels)
    )
    return (
        f"<w:abstractNum w:abstractNumId='{number}'>{drawn}</w:abstractNum>"
        f"<w:num w:numId='{number}'><w:abstractNumId w:val='{number}'/></w:num>"
    )


def a_page(lines, *, size=(1240, 1754), turn=0.0):
    """A picture of a page with lines of text."""
    page = Image.new("L", size, 255)
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(FONT, 30)
    for number, line in enumerate(lines):
        pen.text((120, 160 + 60 * number), line, font=font, fill=20)
    return page.rotate(turn, fillcolor=250, resample=Image.Resampling.BICUBIC) if turn else page


def as_file(picture, form="PNG"):
    kept = BytesIO()
    picture.save(kept, form)
    return kept.getvalue()


def a_pdf(*pages, extra=b""):
    """A PDF of pages, each a list of (x, y, text) in plain ASCII, written by hand."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R %s >>" % extra]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects += [f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()]
    objects += [b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"]
    for number, lines in enumerate(pages):
        drawn = "".join(f"BT /F1 13 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in lines).encode("latin-1")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (5 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(drawn) + drawn + b"endstream")
    written, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
