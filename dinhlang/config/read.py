"""`dinhlang read`: a reading of each file, as a table for people or JSON for programs; nothing is kept in the house.

Days are reckoned by the days off of the house it runs in.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from typing import Any

from dinhlang.apps.intake import public as intake
from dinhlang.config.days_off import known_calendar
from dinhlang.pure.dates import Calendar
from dinhlang.pure.reading import Reading, read
from dinhlang.pure.viet import normal

READABLE = frozenset(
    [".docx", ".doc", ".odt", ".rtf", ".pdf", ".txt", ".md", ".html", ".htm", ".jpg", ".jpeg", ".png", ".tif", ".tiff"]
)
BAR = 24


def run(asked: argparse.Namespace, today: date) -> int:
    """Read every file named, and every file of a folder named; one that cannot be read does not stop the others."""
    files = list(_files(asked.files))
    if not files:
        print("Không có tệp nào đọc được ở đó · No file to read there", file=sys.stderr)
        return 2
    folder = Path(asked.out) if asked.out else None
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    _tell_of_others(asked.files)
    kept: set[Path] = set()
    refused, calendar = 0, known_calendar()
    for number, file in enumerate(files, start=1):
        if folder:
            _show_progress(number - 1, len(files), file.name)
        reading = _read(file, today, calendar)
        if reading is None:
            refused += 1
        elif folder:
            _save(reading, _own_name(file, folder, kept))
        else:
            print(_as_json(reading) if asked.json else _as_table(file.name, reading))
    if folder:
        _show_progress(len(files), len(files), f"{len(files) - refused} · {folder}")
        print(file=sys.stderr)
    return 1 if refused else 0


def _files(named: list[str]) -> Iterator[Path]:
    """The files named; of a folder, those that can be read, in order."""
    for name in named:
        path = Path(name)
        if path.is_dir():
            yield from sorted(file for file in path.iterdir() if file.suffix.lower() in READABLE)
        else:
            yield path


def _tell_of_others(named: list[str]) -> None:
    """Say what of a folder is passed over."""
    for folder in filter(Path.is_dir, map(Path, named)):
        others = sorted(
            f"{one.name}/" if one.is_dir() else one.name
            for one in folder.iterdir()
            if one.is_dir() or one.suffix.lower() not in READABLE
        )
        if others:
            print(f"{folder}: bỏ qua · passed over: {', '.join(others)}", file=sys.stderr)


def _own_name(file: Path, folder: Path, kept: set[Path]) -> Path:
    """The document's own name; where "plan.docx" and "plan.pdf" lie together, the second keeps its ending."""
    target = folder / f"{file.stem}.json"
    if target in kept:
        target = folder / f"{file.name}.json"
        print(f"{file}: → {target.name}", file=sys.stderr)
    kept.add(target)
    return target


def _read(file: Path, today: date, calendar: Calendar) -> Reading | None:
    """Read one file; what prevents it is said, and the next one is taken."""
    try:
        opened = intake.open_document(file.read_bytes(), file.name)
    except intake.CannotOpen as refusal:
        print(f"\n{file}: {refusal}", file=sys.stderr)
    except OSError as trouble:
        print(f"\n{file}: không mở được · cannot be opened: {trouble.strerror}", file=sys.stderr)
    else:
        return read(normal(opened.text), received_on=today, calendar=calendar)
    return None


def _save(reading: Reading, target: Path) -> None:
    """Write a reading whole or not at all."""
    unfinished = target.with_suffix(".json.part")
    unfinished.write_text(_as_json(reading, indent=1) + "\n", encoding="utf-8")
    unfinished.replace(target)


def _as_json(reading: Reading, indent: int | None = None) -> str:
    return json.dumps(reading.as_json(), ensure_ascii=False, indent=indent)


def _as_table(name: str, reading: Reading) -> str:
    """A reading as a person looks it over: the head, then a line or two for each duty."""
    data = reading.as_json()
    lines = [f"═ {name}", *_head(data), ""]
    for duty in reading.tasks:
        lines.append(f"{duty.path:12} {_cut(duty.text, 13)}")
        doers = [("chủ trì", duty.leads), ("tham mưu", duty.advisers), ("phối hợp", duty.partners)]
        lines += [f"{'':12}   {role}: {'; '.join(names)}" for role, names in doers if names]
        if duty.timing.text:
            days = ", ".join(f"{day:%d/%m/%Y}" for day in duty.timing.due)
            lines.append(f"{'':12}   thời gian: {_cut(duty.timing.text, 26)}{f' → {days}' if days else ''}")
    lines += [f"{'báo cáo':12} {_cut(report.text, 13)}" for report in reading.reports]
    lines.append(f"\n{len(reading.tasks)} nhiệm vụ, {len(reading.reports)} chế độ báo cáo")
    return "\n".join(lines)


def _head(data: dict[str, Any]) -> list[str]:
    day = f"{date.fromisoformat(data['date']):%d/%m/%Y}" if data["date"] else None
    said = [("loại", data["kind"]), ("số", data["number"]), ("ngày", day), ("cấp trên", data["superior"])]
    said += [("cơ quan", data["issuer"]), ("trích yếu", data["title"])]
    return [
        f"{label:12} {value}" for label, value in [*said, ("người ký", (data["signer"] or {}).get("name"))] if value
    ]


def _cut(text: str, taken: int) -> str:
    words = " ".join(text.split())
    room = max(40, get_terminal_size((110, 24)).columns - taken)
    return words if len(words) <= room else f"{words[: room - 1]}…"


def _show_progress(done: int, of: int, name: str) -> None:
    """One line that fills up; a line for each file where nobody watches."""
    if sys.stderr.isatty():
        full = BAR * done // of
        print(f"\r[{'█' * full}{'·' * (BAR - full)}] {done}/{of} {name[:50]:50}", end="", file=sys.stderr, flush=True)
    elif done < of:
        print(f"{done + 1}/{of} {name}", file=sys.stderr)
