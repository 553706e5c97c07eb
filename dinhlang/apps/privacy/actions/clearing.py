"""What has passed its time goes, table by table as declared; one row and one audit entry say how much."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from django.core.files.storage import default_storage
from django.db import models, transaction

from dinhlang.apps.audit import public as audit
from dinhlang.apps.privacy.models import Clearing
from dinhlang.base.personal import Cleared, Table, tables


@transaction.atomic
def clear_all(*, day: date, now: datetime) -> Clearing | None:
    """Every declared table. A second time finds nothing and writes nothing."""
    counts = {table.model: count for table, cleared in _due() if (count := _clear(table, cleared, now=now))}
    if not counts:
        return None
    made = Clearing.objects.create(day=day, made_at=now, counts=counts)
    audit.record("privacy.cleared", made, by=None, now=now, after=counts)
    return made


def _due() -> Iterator[tuple[Table, Cleared]]:
    return ((table, table.cleared) for table in tables().values() if table.cleared is not None)


def _clear(table: Table, cleared: Cleared, *, now: datetime) -> int:
    """How many rows went, or were emptied."""
    past = {f"{cleared.moment}__lt": now - timedelta(days=cleared.days)}
    rows = table.table._default_manager.filter(**past, **cleared.where)
    if cleared.blanks:
        return rows.update(**dict.fromkeys(cleared.blanks))
    if cleared.blob:
        _let_files_go(rows, cleared.blob)
    _, by_kind = rows.delete()
    return by_kind.get(table.model, 0)


def _let_files_go(rows: models.QuerySet, blob: str) -> None:
    """The files themselves, once it is certain that their rows are gone."""
    for name in rows.values_list(blob, flat=True):
        transaction.on_commit(partial(default_storage.delete, name))
