"""Lines of the log, for people or for programs. A fault is told by its kind and its place, never by its message.

Messages of faults hold data ("Key (username)=(ha) already exists"), and logs are read by many and kept for long.
"""

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path

number_of_request: ContextVar[str] = ContextVar("number_of_request", default="")
"""Each request has one; see `base.measured`."""


class Bare(logging.Formatter):
    """One line for people; a fault as its kind and the places it came through."""

    def format(self, record: logging.LogRecord) -> str:
        record.number = number_of_request.get() or "-"
        return super().format(record)

    def formatException(self, ei: object) -> str:  # noqa: N802 - the name that logging calls
        return "\n".join(_places(ei))


class JsonLines(logging.Formatter):
    """One JSON object in each line: time, level, logger, message, the request's number and facts, places of a fault."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request": number_of_request.get(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            line["fault"] = _places(record.exc_info)
        return json.dumps({key: value for key, value in line.items() if value != ""}, ensure_ascii=False)


def _places(fault: object) -> list[str]:
    """The fault and its causes: kind, then file, line and function of each step."""
    _kind, trouble, _trace = fault if isinstance(fault, tuple) else (None, None, None)
    lines: list[str] = []
    while isinstance(trouble, BaseException):
        lines.append(type(trouble).__name__)
        lines += [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(trouble.__traceback__)]
        trouble = trouble.__cause__ or trouble.__context__
    return lines
