"""Cells of a table, and a row written as one line."""

from dataclasses import dataclass

_BAR = "|"


@dataclass(frozen=True)
class Cell:
    """One cell as it is seen: its lines, how many columns it is wide, whether it goes on from the row above."""

    lines: tuple[str, ...]
    width: int = 1
    goes_on: bool = False

    @property
    def words(self) -> str:
        """Everything on one line, nothing if it goes on from above; a bar would look like the end of the cell."""
        return "" if self.goes_on else " ".join(" ".join(self.lines).replace(_BAR, "/").split())


def row_line(row: list[Cell]) -> str:
    """A row as one line: "| a | b |"; nothing for an empty row."""
    cells = [cell.words for cell in row]
    return "|" + "".join(f" {words} |" if words else " |" for words in cells) if any(cells) else ""
