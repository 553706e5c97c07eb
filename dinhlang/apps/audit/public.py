"""What other rooms may use of the record."""

from dinhlang.apps.audit.actions import entry, lay_links, record, record_many
from dinhlang.apps.audit.models import Entry
from dinhlang.apps.audit.queries import (
    Break,
    fact_words,
    first_break,
    head,
    history_of,
    is_seal_late,
    known_acts,
    links_in_order,
    number_without_link,
    seals,
    words,
)

__all__ = [
    "Break",
    "Entry",
    "entry",
    "fact_words",
    "first_break",
    "head",
    "history_of",
    "is_seal_late",
    "known_acts",
    "lay_links",
    "links_in_order",
    "number_without_link",
    "record",
    "record_many",
    "seals",
    "words",
]
