"""How answers are told: small schemas to build them of, and lists read a stretch at a time."""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dinhlang.base.api.doors import Schema
from dinhlang.base.api.said import CannotRead
from dinhlang.base.listing import key_of

MOST, USUAL = 100, 50
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}
MOMENT: Schema = {"type": "string", "format": "date-time"}


def when(moment: date | None) -> str | None:
    """A day, or a moment in one way for all, however it was reckoned."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).isoformat()
    return moment.isoformat() if moment is not None else None


def maybe(schema: Schema) -> Schema:
    """The same, or null."""
    return {**schema, "type": [schema["type"], "null"]}


def one_of(values: Iterable[Any]) -> Schema:
    """One word of these."""
    return {"type": "string", "enum": [str(value) for value in values]}


def many(schema: Schema) -> Schema:
    """Several in a row."""
    return {"type": "array", "items": schema}


def a_thing(**properties: Schema) -> Schema:
    """An object of exactly these; all of them are always told."""
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }


UNIT = a_thing(code=TEXT, name=TEXT)
LIST_PARAMETERS: tuple[Schema, ...] = (
    {
        "name": "limit",
        "in": "query",
        "description": gettext_lazy("Nhiều nhất bao nhiêu"),
        "schema": {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
    },
    {
        "name": "cursor",
        "in": "query",
        "description": gettext_lazy("Giá trị next của câu trả lời trước"),
        "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,60}={0,2}$"},
    },
)


def a_list(item: Schema) -> Schema:
    """A stretch of a list, and the cursor of the next one."""
    return a_thing(
        items={"type": "array", "maxItems": MOST, "items": item},
        next={"type": ["string", "null"], "description": gettext_lazy("Để hỏi tiếp bằng cursor; hết thì là null")},
    )


def stretch(request: HttpRequest, rows: QuerySet[Any], told: Callable[[Any], Any]) -> dict[str, Any]:
    """The rows after the cursor in the order of their coming, so that a new one shifts none that was read."""
    limit = key_of(request.GET.get("limit", str(USUAL)))
    if limit is None or not 1 <= limit <= MOST:
        raise CannotRead(_("limit phải là số từ 1 đến %(most)s.") % {"most": MOST})
    after = _after(request.GET.get("cursor"))
    found = list(rows.filter(pk__gt=after).order_by("pk")[: limit + 1])
    shown = found[:limit]
    return {
        "items": [told(one) for one in shown],
        "next": _cursor(shown[-1].pk) if len(found) > limit else None,
    }


def _cursor(pk: int) -> str:
    return urlsafe_b64encode(f"sau:{pk}".encode()).decode()


def _after(cursor: str | None) -> int:
    if cursor is None:
        return 0
    try:
        word, _colon, pk = urlsafe_b64decode(cursor.encode()).decode().partition(":")
    except (binascii.Error, ValueError):
        word, pk = "", ""
    after = key_of(pk) if word == "sau" else None
    if after is None:
        raise CannotRead(_("cursor phải là giá trị next của câu trả lời trước."))
    return after
