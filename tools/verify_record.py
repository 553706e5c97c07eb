#!/usr/bin/env python3
"""Proves a record of Đình Làng without Đình Làng: one file, nothing but Python.

    python3 verify_record.py record.jsonl        what `dinhlang verify --export record.jsonl` wrote
    python3 verify_record.py dinhlang.sqlite3    a database file of a commune; it is only read

Prints the number of entries and the last digest, or the first place where the record does not hold. Compare the digest
of a day with the one in the minutes book (add `--at PLACE` to print the digest at a place).
"""

import argparse
import json
import sqlite3
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

ORIGIN = "0" * 64
FACTS = ("moment", "actor_id", "act", "thing_type", "thing_key", "thing_name", "unit_id", "reason", "before", "after")
QUERY = f"""SELECT place, previous, digest, entry.id AS entry, {", ".join(FACTS)} FROM audit_link AS link
    JOIN audit_entry AS entry ON entry.id = link.entry_id ORDER BY place"""


def seals_of(path: Path) -> dict[int, tuple[str, str]]:
    """What was sealed: by place, the day and the digest."""
    if not is_database(path):
        with path.open(encoding="utf-8") as lines:
            told = [json.loads(line) for line in lines if line.startswith('{"seal"')]
        return {seal["place"]: (seal["seal"], seal["digest"]) for seal in told}
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    rows = database.execute("SELECT place, day, digest FROM audit_seal ORDER BY place").fetchall()
    database.close()
    return {place: (day, digest) for place, day, digest in rows}


def is_database(path: Path) -> bool:
    with path.open("rb") as opened:
        return opened.read(16) == b"SQLite format 3\0"


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """The links in order, from either kind of file."""
    return rows_of_database(path) if is_database(path) else rows_of_lines(path)


def rows_of_lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip() and not line.startswith('{"seal"'))


def rows_of_database(path: Path) -> Iterator[dict[str, Any]]:
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    for row in database.execute(QUERY):
        told = dict(row)
        yield {**told, "before": json.loads(told["before"]), "after": json.loads(told["after"])}
    database.close()


def digest_of(row: dict[str, Any], place: int, previous: str) -> str:
    """SHA-256 of the canonical text: JSON in UTF-8, keys sorted, no spaces, moments in UTC to the microsecond."""
    told = {name: row[name] for name in FACTS} | {"place": place, "previous": previous, "entry": row["entry"]}
    moment = datetime.fromisoformat(row["moment"])
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    told["moment"] = moment.isoformat(timespec="microseconds")
    text = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


Seals = dict[int, tuple[str, str]]


def walk(rows: Iterator[dict[str, Any]], seals: Seals, *, at: int | None = None) -> tuple[int, str, str]:
    """The last place that holds, its digest, and what is wrong after it (nothing if the whole record holds)."""
    place, digest = 0, ORIGIN
    for row in rows:
        where = f"link {place + 1}, entry {row['entry']}, {row['moment']}, {row['act']}"
        if row["place"] != place + 1:
            return place, digest, f"an entry is missing before {where}"
        if row["previous"] != digest:
            return place, digest, f"the link does not hold the one before it: {where}"
        if row["digest"] != digest_of(row, place + 1, digest):
            return place, digest, f"changed after it was written: {where}"
        day, sealed = seals.get(place + 1, ("", row["digest"]))
        if sealed != row["digest"]:
            return place, digest, f"it differs from the seal of {day}: {where}"
        place, digest = row["place"], row["digest"]
        if place == at:
            break
    missing = [day for sealed_at, (day, _) in seals.items() if sealed_at > place and at is None]
    return place, digest, f"the end is missing that was sealed on {missing[0]}" if missing else ""


def main() -> int:
    asked = argparse.ArgumentParser(description="Proves a record of Đình Làng without Đình Làng.")
    asked.add_argument("file", type=Path)
    asked.add_argument("--at", type=int, metavar="PLACE", help="stop at this place and print its digest")
    given = asked.parse_args()
    seals = seals_of(given.file)
    place, digest, wrong = walk(rows_of(given.file), seals, at=given.at)
    for sealed_at, (day, sealed) in seals.items():
        print(f"sealed on {day} at {sealed_at}: {sealed}")
    print(f"BROKEN: {wrong}\nIt holds up to link {place}:" if wrong else f"{place} entries hold.", digest, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
