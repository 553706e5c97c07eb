"""Cells of a table, and a row written as one line."""

import re
from dataclasses import dataclass

_BAR = "|"
_BROKEN_YEAR = re.compile(r"(?<=/)([12]\d{0,2}) (\d{1,3})(?!\d)")
_YEAR = 4


@dataclass(frozen=True)
class Cell:
    """One cell as it is seen: its lines, how many columns it is wide, whether it goes on from the row above."""

    lines: tuple[str, ...]
    width: int = 1
    goes_on: bool = False

    @property
    def words(self) -> str:
        """Everything on one line, nothing if it goes on from above; a bar would look like the end of the cell."""
        if self.goes_on:
            return ""
        words = " ".join(" ".join(self.lines).replace(_BAR, "/").split())
        return _BROKEN_YEAR.sub(_whole_year, words) if len(self.lines) > 1 else words


def _whole_year(found: re.Match[str]) -> str:
    """A year that a narrow column broke: "30/6/202" / "6"."""
    return found[1] + found[2] if len(found[1] + found[2]) == _YEAR else found[0]


def row_line(row: list[Cell]) -> str:
    """A row as one line: "| a | b |"; nothing for an empty row."""
    cells = [cell.words for cell in row]
    return "|" + "".join(f" {words} |" if words else " |" for words in cells) if any(cells) else ""
