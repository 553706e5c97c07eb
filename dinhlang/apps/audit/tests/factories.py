"""Entries of the record, and the only way to take its seal off: for the tests' own cleaning up."""

from django.db import connections

from dinhlang.apps.audit.actions import record
from dinhlang.apps.audit.rules import APPEND_ONLY
from dinhlang.apps.people.tests.factories import NOW

UNSEAL = {
    "sqlite": ("DROP TRIGGER IF EXISTS {0}_no_update", "DROP TRIGGER IF EXISTS {0}_no_delete"),
    "postgresql": ("DROP TRIGGER IF EXISTS {0}_no_change ON {0}", "DROP TRIGGER IF EXISTS {0}_no_truncate ON {0}"),
}


def an_entry(act="units.renamed", thing=None, *, by=None, unit=None, now=NOW, **facts):
    return record(act, thing or unit, by=by, unit=unit, now=now, **facts)


def take_off_the_seal(using="default"):
    """Let a test's own flush empty the tables; the flush sets the seal again (it ends with post_migrate)."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for table in APPEND_ONLY:
            for statement in UNSEAL[connection.vendor]:
                cursor.execute(statement.format(table))
