"""`{% load audit %}`: `{% history plan %}` shows what was done with a thing; filters that tell one entry."""

from typing import Any

from django import template
from django.db.models import Model

from dinhlang.apps.audit import queries
from dinhlang.apps.audit.models import Entry

register = template.Library()
SHOWN = 10


@register.inclusion_tag("audit/history.html")
def history(thing: Model) -> dict[str, Any]:
    """The latest entries of a thing, and the way to all of them."""
    entries = list(queries.history_of(thing)[: SHOWN + 1])
    return {"entries": entries[:SHOWN], "has_more": len(entries) > SHOWN, "thing": thing, "type": thing._meta.label}


@register.filter
def act_words(entry: Entry) -> str:
    """The act, in words."""
    return queries.words_of(entry.act)


@register.filter
def changes(entry: Entry) -> list[queries.Change]:
    """What was otherwise before."""
    return queries.changes_of(entry)
