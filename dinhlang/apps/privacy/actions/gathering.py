"""Everything the house keeps of a person, out of the declarations of all rooms, as a ZIP of JSON and a page to read."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from secrets import token_hex
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.people import public as people
from dinhlang.apps.privacy.models import DataRequest, Export
from dinhlang.apps.search import public as search
from dinhlang.base.personal import Table, tables
from dinhlang.pure.viet import one_line

MOST_MENTIONS = 100


@dataclass(frozen=True)
class Gathered:
    """What one table keeps of a person."""

    table: Table
    name: str
    rows: list[dict[str, Any]]


def gather(person: people.Person) -> Iterator[Gathered]:
    """Table by table, only those that keep something of the person."""
    for table in tables().values():
        rows = [_shown(table, row, person) for row in _rows(table, person)]
        if rows:
            yield Gathered(table, str(table.name), rows)


def _rows(table: Table, person: people.Person) -> Iterator[models.Model]:
    found = table.rows_of(person)
    links = [column.name for column in table.table._meta.fields if column.is_relation and _is_told(table, column.name)]
    return iter(found.select_related(*links).iterator(chunk_size=500))


def _is_told(table: Table, name: str) -> bool:
    return name not in table.secret and (name in table.holds or name in table.free)


def _shown(table: Table, row: models.Model, person: people.Person) -> dict[str, Any]:
    """The fields of a row in words; what may tell of somebody else is left out."""
    is_about = table.is_about(row, person)
    told = [name for name in [*table.holds, *table.free] if _is_told(table, name)]
    if not is_about:
        told = [name for name in told if name not in table.of_others]
    words = {**table.holds, **table.free}
    return {str(words[name]): value for name in told if (value := _value(row, name, person)) not in (None, "", [], {})}


def _value(row: models.Model, name: str, person: people.Person) -> Any:
    """As a person reads it; another person is not told."""
    value = getattr(row, name)
    display = getattr(row, f"get_{name}_display", None)
    if isinstance(value, people.Person):
        return _("chính bạn") if value.pk == person.pk else None
    if display is not None or isinstance(value, models.Model):
        return str(display() if display is not None else value)
    return _in_words(value)


def _in_words(value: Any) -> Any:
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%d/%m/%Y %H:%M}"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value


def mentions(person: people.Person) -> list[dict[str, str]]:
    """What the person may read and where their whole name stands; a namesake's name stands there just as well."""
    found = search.find(f'"{one_line(person.full_name)}"', person=person, limit=MOST_MENTIONS)
    return [
        {"title": "".join(piece.text for piece in result.title), "url": result.url}
        for group in found.groups
        for result in group.results
    ]


def pack(person: people.Person, *, now: datetime) -> bytes:
    """The ZIP: one file for machines, one for people."""
    gathered, named = list(gather(person)), mentions(person)
    facts = {
        "made_at": timezone.localtime(now).isoformat(),
        "person": person.pk,
        "tables": [_as_data(one) for one in gathered],
        "mentions": named,
    }
    page = render_to_string(
        "privacy/export.html", {"person": person, "gathered": gathered, "mentions": named, "now": now}
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        told = json.dumps(facts, ensure_ascii=False, indent=1, cls=DjangoJSONEncoder)
        zipped.writestr("du-lieu-ca-nhan.json", told)
        zipped.writestr("du-lieu-ca-nhan.html", page)
    return packed.getvalue()


def _as_data(one: Gathered) -> dict[str, Any]:
    purpose = one.table.purpose
    return {
        "table": one.table.model,
        "name": one.name,
        "why": str(purpose.why) if purpose else "",
        "kept": str(purpose.kept) if purpose else "",
        "seen_by": str(purpose.seen_by) if purpose else "",
        "rows": one.rows,
    }


def store_export(request: DataRequest, packed: bytes, *, now: datetime) -> Export:
    """Keep the ZIP under a name that nobody guesses."""
    blob = default_storage.save(f"exports/{token_hex(16)}.zip", ContentFile(packed))
    return Export.objects.create(
        request=request, blob=blob, size=len(packed), sha256=sha256(packed).hexdigest(), made_at=now
    )
