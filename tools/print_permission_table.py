"""Writes the table of docs/security/who-may-open-what.md from a walk through the house.

python -m tools.print_permission_table
"""

import os
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs/security/who-may-open-what.md"
BEGIN, END = "<!-- the walk begins -->\n", "<!-- the walk ends -->"


def table_of(page: str) -> list[str]:
    """The lines of the table in the page."""
    return page.partition(BEGIN)[2].partition(END)[0].strip().splitlines()


def with_table(page: str, lines: list[str]) -> str:
    """The page with another table."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n" + "\n".join(lines) + f"\n\n{END}{rest.partition(END)[2]}"


def write() -> int:
    """Let the test walk, and put what it found into the page."""
    asked = os.environ | {"WRITE_PERMISSION_TABLE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "tests/house/test_who_may_open_what.py", "-k", "table"]
    return subprocess.run(command, env=asked, check=False).returncode


if __name__ == "__main__":
    sys.exit(write())
