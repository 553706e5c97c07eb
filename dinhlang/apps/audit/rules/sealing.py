"""How the database itself keeps the record from being rewritten."""

APPEND_ONLY = ("audit_entry", "audit_link", "audit_seal")
"""The tables to which rows are only ever added."""

_SQLITE = (
    """CREATE TRIGGER IF NOT EXISTS {table}_no_update BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END""",
    """CREATE TRIGGER IF NOT EXISTS {table}_no_delete BEFORE DELETE ON {table}
    BEGIN SELECT RAISE(ABORT, 'an audit entry is never deleted'); END""",
)
_POSTGRESQL = (
    """CREATE OR REPLACE FUNCTION audit_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'an audit entry is never changed or deleted'
    USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE OR REPLACE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse()""",
    """CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refuse()""",
)


def statements(vendor: str, table: str) -> list[str]:
    """What makes a database refuse UPDATE, DELETE and TRUNCATE of a table. Each may be run again and does no harm."""
    return [statement.format(table=table) for statement in {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[vendor]]
