"""What other rooms may use of the index."""

from dinhlang.apps.search.actions import entry, forget, rebuild_index, remember, remember_many
from dinhlang.apps.search.kinds import kind, public_page, source
from dinhlang.apps.search.models import Entry
from dinhlang.apps.search.queries import Found, Group, Result, find

__all__ = [
    "Entry",
    "Found",
    "Group",
    "Result",
    "entry",
    "find",
    "forget",
    "kind",
    "public_page",
    "rebuild_index",
    "remember",
    "remember_many",
    "source",
]
