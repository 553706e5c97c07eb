"""What the record hears from below: changes to people. And the seal on its own tables, set after every migration."""

from datetime import datetime
from typing import Any

from django.apps import AppConfig
from django.db import connections

from dinhlang.apps.audit.actions import record
from dinhlang.apps.audit.rules import APPEND_ONLY, statements
from dinhlang.apps.people import public as people


def record_change_of_person(
    sender: type, *, act: str, person: people.Person, by: people.Person | None, now: datetime, **facts: Any
) -> None:
    """Write it down in the same transaction; if that fails, the change does not happen either."""
    facts.pop("signal", None)
    record(act, person, by=by, now=now, **facts)


def seal(sender: AppConfig, *, using: str, **_: Any) -> None:
    """Set the triggers that refuse changes.

    After every migration, not by one: SQLite rebuilds a table to alter it, and loses its triggers silently.
    """
    connection = connections[using]
    tables = [table for table in APPEND_ONLY if table in connection.introspection.table_names()]
    for table in tables:
        with connection.cursor() as cursor:
            for statement in statements(connection.vendor, table):
                cursor.execute(statement)
