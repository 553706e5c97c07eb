"""Writing the record, and binding it into a chain."""

from dinhlang.apps.audit.actions.chaining import lay_links, seal_day
from dinhlang.apps.audit.actions.writing import entry, record, record_many, tell_whose_record

__all__ = ["entry", "lay_links", "record", "record_many", "seal_day", "tell_whose_record"]
