"""What other rooms may use of the record."""

from dinhlang.apps.audit.actions import entry, record, record_many
from dinhlang.apps.audit.models import Entry
from dinhlang.apps.audit.queries import history_of

__all__ = ["Entry", "entry", "history_of", "record", "record_many"]
