"""Prints the JSON lines of several runs as one table: a row for each figure, a column for each database.

./run bench NAME=tree > tree.txt; python -m benchmarks.table tree.txt tree-postgres.txt
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
COLUMNS = ("queries", "bytes", "processor", "requests per second, 8 readers", "p95, 2 readers", "p95, 8 readers")
"""The figures that belong to one page, told in one row."""


def lines_of(names: Iterable[str]) -> list[dict[str, object]]:
    """All figures, in the order in which they were measured."""
    lines = [line for name in names for line in Path(name).read_text().splitlines() if line.startswith("{")]
    return [json.loads(line) for line in lines]


def rounded(value: object) -> str:
    """As many places as say something."""
    number = float(str(value))
    if number >= 100 or number == int(number):
        return f"{number:,.0f}".replace(",", " ")
    return f"{number:.1f}" if number >= 1 else f"{number:.2f}"


def tables(lines: Iterable[dict[str, object]]) -> str:
    """Pages in one table, all other figures in another."""
    pages: dict[tuple[str, str], dict[str, str]] = {}
    others: dict[tuple[str, str], dict[str, str]] = {}
    for line in lines:
        what, database = str(line["figure"]), DATABASES[str(line["database"])]
        page, _, figure = what.rpartition(": ")
        if page and figure in COLUMNS:
            pages.setdefault((page, database), {})[figure] = rounded(line["value"])
        elif figure != "in the database":
            row = others.setdefault((what, str(line["unit"])), {})
            row[database] = rounded(line["value"])
    return "\n".join([*_pages(pages), "", *_others(others)])


def _pages(pages: dict[tuple[str, str], dict[str, str]]) -> Iterable[str]:
    if pages:
        yield "| page | database | queries | bytes | ms of a processor | requests/s | p95 ms, 2 readers | p95 ms, 8 |"
        yield "|---|---|--:|--:|--:|--:|--:|--:|"
    for (page, database), row in pages.items():
        yield f"| {page} | {database} | " + " | ".join(row.get(column, "") for column in COLUMNS) + " |"


def _others(others: dict[tuple[str, str], dict[str, str]]) -> Iterable[str]:
    yield "| figure | " + " | ".join(DATABASES.values()) + " | unit |"
    yield "|---|--:|--:|---|"
    for (what, unit), row in others.items():
        yield f"| {what} | " + " | ".join(row.get(name, "") for name in DATABASES.values()) + f" | {unit} |"


if __name__ == "__main__":
    print(tables(lines_of(sys.argv[1:])))
