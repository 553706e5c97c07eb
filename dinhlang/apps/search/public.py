"""What other rooms may use of the index."""

from dinhlang.apps.search.actions import entry, forget, remember, remember_many
from dinhlang.apps.search.kinds import kind, source
from dinhlang.apps.search.models import Entry
from dinhlang.apps.search.queries import Found, Group, find

__all__ = ["Entry", "Found", "Group", "entry", "find", "forget", "kind", "remember", "remember_many", "source"]
