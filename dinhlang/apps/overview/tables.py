"""A list as a file: CSV that Excel opens with its letters, XLSX with real days and numbers; nothing in either runs."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from dinhlang.pure.viet import short_day

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NOT_IN_XML = {code: None for code in range(32) if code not in (9, 10, 13)}
WIDEST = 60


def safe(value: object) -> str:
    """A cell that a spreadsheet takes for words, never for a formula."""
    words = str(value).translate(_NOT_IN_XML)
    return f"'{words}" if words.lstrip(" '").startswith(_FORMULA) or words.startswith(_FORMULA) else words


class _Echo:
    def write(self, line: str) -> str:
        return line


def as_csv(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Line by line, behind the mark by which Excel knows the letters; days day first."""
    writer: Any = csv.writer(_Echo())
    yield "\ufeff"
    yield writer.writerow(header)
    for row in rows:
        yield writer.writerow([_as_words(cell) for cell in row])


def _as_words(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return short_day(cell)
    return str(cell) if isinstance(cell, int) else safe(cell)


def as_xlsx(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A workbook of one sheet: days are days, numbers are numbers, everything else is words."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for number, words in enumerate(header, 1):
        sheet.column_dimensions[get_column_letter(number)].width = min(WIDEST, max(12, len(words) + 4))
    sheet.append([_headed(sheet, words) for words in header])
    for row in rows:
        sheet.append([_typed(sheet, cell) for cell in row])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _headed(sheet: Any, words: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=words)
    cell.font = Font(bold=True)
    return cell


def _typed(sheet: Any, value: Any) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet, value=value)
        cell.number_format = "dd/mm/yyyy"
        return cell
    if isinstance(value, int):
        return value
    cell = WriteOnlyCell(sheet, value=safe(value))
    cell.data_type = "s"
    return cell
