"""Reading what arrives as a file: plain text, or the paragraphs and tables of a Word file."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import IO

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from docx import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import CannotDecode, DecodeTrouble, decode

ACCEPTED = ".txt,.md,.docx"
LARGEST_INSIDE = 60 * 1024 * 1024
"""Bytes of a Word file unpacked; a plan of a thousand pages has fewer, a bomb has more."""

_TROUBLES = {
    DecodeTrouble.BINARY: gettext_lazy("Đây không phải tệp chữ. Hãy chọn tệp .txt, .md hoặc .docx, hoặc dán nội dung."),
    DecodeTrouble.TCVN3: gettext_lazy(
        "Tệp này dùng bảng mã TCVN3 (phông .VnTime). Hãy chuyển sang Unicode rồi gửi lại, hoặc dán nội dung."
    ),
    DecodeTrouble.VNI: gettext_lazy(
        "Tệp này dùng bảng mã VNI (phông VNI-Times). Hãy chuyển sang Unicode rồi gửi lại, hoặc dán nội dung."
    ),
    DecodeTrouble.DAMAGED: gettext_lazy("Tệp này bị hỏng giữa chừng. Hãy lưu lại ở dạng UTF-8 rồi gửi lại."),
    DecodeTrouble.UNKNOWN: gettext_lazy(
        "Không nhận ra bảng mã của tệp này. Hãy lưu lại ở dạng UTF-8 rồi gửi lại, hoặc dán nội dung."
    ),
}
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic", ".tif", ".tiff")


class CannotRead(Refusal):
    """The file gives no text that could be worked on."""


def text_of(upload: UploadedFile) -> str:
    """The words of an uploaded file; a sentence for every kind that is not read yet."""
    name = str(upload.name).lower()
    if name.endswith((".pdf", *_PICTURES)):
        raise CannotRead(
            _("Tệp PDF và bản quét sẽ đọc được ở bước sau. Hiện giờ hãy mở tệp, chép phần chữ rồi dán vào ô nội dung."),
            field="upload",
        )
    if name.endswith((".doc", ".rtf", ".odt")):
        raise CannotRead(_("Hãy mở tệp bằng Word rồi lưu lại ở dạng .docx, sau đó gửi lại."), field="upload")
    upload.seek(0)
    data = upload.read()
    return text_of_word_file(BytesIO(data)) if name.endswith(".docx") else _plain(data)


def _plain(data: bytes) -> str:
    try:
        return decode(data)
    except CannotDecode as trouble:
        raise CannotRead(str(_TROUBLES[trouble.reason]), field="upload") from None


def text_of_word_file(file: IO[bytes]) -> str:
    """Paragraphs and tables in their order; a row of a table becomes one line."""
    try:
        with zipfile.ZipFile(file) as package:
            if sum(part.file_size for part in package.infolist()) > LARGEST_INSIDE:
                raise CannotRead(_("Tệp Word này quá lớn khi mở ra. Hãy dán nội dung vào ô dưới."), field="upload")
        file.seek(0)
        return "\n".join(_lines(WordDocument(file)))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError):
        raise CannotRead(
            _("Tệp .docx này bị hỏng hoặc không phải tệp Word. Hãy mở bằng Word, lưu lại rồi gửi lại."), field="upload"
        ) from None


def _lines(document: object) -> Iterator[str]:
    for block in document.iter_inner_content():  # type: ignore[attr-defined]
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield block.text


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        each = {cell._tc: " ".join(cell.text.split()) for cell in row.cells}  # a merged cell comes once per column
        yield " | ".join(words for words in each.values() if words)
