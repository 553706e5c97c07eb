"""Heads and feet in every layout that officials and scanners make; all made up.

`heads.txt` and `feet.txt` hold one layout after another: "%%% name", then "%% field: what must be read" (a field
that is not named must be read as nothing), then the text.
"""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
BODY = "\n" + (HERE / "body.txt").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Layout:
    """A text, and what it says."""

    text: str
    says: dict[str, str]


def _layouts(name: str) -> dict[str, Layout]:
    found = {}
    for block in (HERE / name).read_text(encoding="utf-8").split("%%% ")[1:]:
        title, *lines = block.split("\n")
        fields = [line[3:].split(": ", 1) for line in lines if line.startswith("%% ")]
        text = "\n".join(line for line in lines if not line.startswith("%% "))
        found[title] = Layout(text.rstrip("\n") + "\n", dict(fields))
    return found


HEADS = _layouts("heads.txt")
FEET = _layouts("feet.txt")
HEAD = HEADS["two columns one after the other"].text
