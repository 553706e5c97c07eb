"""How the database itself keeps the record from being rewritten, and how a kept value is read. Plain Python."""

from datetime import date

SEAL = {
    "sqlite": (
        """CREATE TRIGGER IF NOT EXISTS audit_entry_no_update BEFORE UPDATE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_entry_no_delete BEFORE DELETE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never deleted'); END""",
    ),
    "postgresql": (
        """CREATE OR REPLACE FUNCTION audit_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'an audit entry is never changed or deleted'
        USING ERRCODE = 'integrity_constraint_violation'; END $$""",
        """CREATE OR REPLACE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse()""",
        """CREATE OR REPLACE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refuse()""",
    ),
}
"""By database: what refuses UPDATE, DELETE and TRUNCATE. Each may be run again and does no harm."""


def as_day(text: str) -> date | None:
    """The day, if a kept text is one as machines write it (2026-11-20)."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
