"""Tables of units as files: CSV and XLSX, read with bounds and written so that no spreadsheet runs anything."""

import codecs
import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from dinhlang.apps.register.rules.rows import COLUMNS, MOST_ROWS, safe_cell
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import CannotDecode, DecodeTrouble, decode

MOST_UNPACKED = 200 * 1024 * 1024
MOST_COLUMNS = 60
_XLSX = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class CannotRead(Refusal):
    """The file is no table that can be read, and why."""


def read_table(data: bytes) -> Iterator[list[str]]:
    """The rows of a CSV (comma, semicolon or tab; any known encoding) or XLSX file, as texts; days as ISO."""
    if not data.strip():
        raise CannotRead(_("Tệp này trống. Hãy chọn tệp có ít nhất một dòng tiêu đề và một dòng dữ liệu."))
    if data.startswith(_OLD_EXCEL):
        raise CannotRead(_("Đây là tệp Excel đời cũ (.xls). Hãy mở bằng Excel và lưu lại thành .xlsx."))
    rows = _xlsx_rows(data) if data.startswith(_XLSX) else _csv_rows(data)
    for number, row in enumerate(rows):
        if number > MOST_ROWS:
            raise CannotRead(
                _("Tệp có hơn %(most)s dòng. Hãy chia thành nhiều tệp, mỗi tệp một tỉnh chẳng hạn.")
                % {"most": f"{MOST_ROWS:,}".replace(",", ".")}
            )
        yield row


def _csv_rows(data: bytes) -> Iterator[list[str]]:
    text = _text(data)
    first = text.lstrip("\n").split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    except csv.Error:
        raise CannotRead(
            _("Tệp CSV này bị hỏng ở dấu nháy hoặc có ô quá dài. Hãy mở bằng Excel và lưu lại thành CSV UTF-8.")
        ) from None


def _text(data: bytes) -> str:
    try:
        return decode(data)
    except CannotDecode as trouble:
        raise CannotRead(not_utf_8() if _is_damaged_utf_8(data) else _why_not_read(trouble.reason)) from None


def _is_damaged_utf_8(data: bytes) -> bool:
    """Whether most letters with marks are UTF-8 and only some are broken; it would be taken for an old font."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return 0 < broken < sum(not letter.isascii() for letter in text) - broken


def _why_not_read(reason: DecodeTrouble) -> str:
    if reason in (DecodeTrouble.TCVN3, DecodeTrouble.VNI):
        return _("Tệp dùng bảng mã cũ (%(code)s). Hãy chuyển sang Unicode rồi lưu lại thành CSV UTF-8.") % {
            "code": str(reason).upper()
        }
    if reason == DecodeTrouble.BINARY:
        return _("Không đọc được tệp này như một bảng. Hãy gửi tệp CSV UTF-8 hoặc XLSX.")
    return not_utf_8()


def not_utf_8() -> str:
    """What to do with a file whose letters are written in some other way."""
    return _("Tệp không phải UTF-8. Trong Excel, hãy chọn Lưu thành › CSV UTF-8 rồi gửi lại.")


def is_utf_8(data: bytes) -> bool:
    """Whether the bytes are text in UTF-8 (or packed, as a workbook is)."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.startswith((_XLSX, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data
    return True


def _xlsx_rows(data: bytes) -> Iterator[list[str]]:
    _refuse_bomb(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            for row in sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True):
                yield [_cell(value) for value in row]
            book.close()
    except CannotRead:
        raise
    except Exception as trouble:  # openpyxl lets through whatever a broken file provokes: KeyError, ValueError, XML …
        raise CannotRead(_("Tệp Excel này bị hỏng. Hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi lại.")) from trouble


def _refuse_bomb(data: bytes) -> None:
    """A small file that unpacks into a huge one is not opened; nor is a ZIP that is no workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise CannotRead(_("Tệp Excel này bị hỏng. Hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi lại.")) from None
    if sum(part.file_size for part in parts) > MOST_UNPACKED or len(parts) > 2000:
        raise CannotRead(_("Tệp này bung ra quá lớn nên không được mở. Hãy gửi tệp chỉ có bảng đơn vị."))
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise CannotRead(_("Đây không phải là tệp Excel. Hãy gửi tệp CSV UTF-8 hoặc XLSX."))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def write_csv(rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Lines of CSV with a byte-order mark, so that Excel reads the letters right; days day first."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    buffer.write("\ufeff")
    for row in [list(COLUMNS.values()), *rows]:
        writer.writerow([_written(value) for value in row])
        if buffer.tell() > 32_000:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return safe_cell(str(value))


def write_xlsx(rows: Iterable[Sequence[Any]]) -> bytes:
    """A workbook with typed cells: codes as text, days as days, numbers as numbers."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Đơn vị")
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEFGHIJK", (16, 36, 14, 24, 14, 14, 16, 10, 14, 11, 11), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append([_bold(sheet, label) for label in COLUMNS.values()])
    for row in rows:
        sheet.append([safe_cell(value) if isinstance(value, str) else value for value in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _bold(sheet: Any, label: str) -> Any:
    cell = WriteOnlyCell(sheet, value=label)
    cell.font = Font(bold=True)
    return cell
