"""What other rooms may use of the record."""

from dinhlang.apps.audit.actions import entry, lay_links, record, record_many
from dinhlang.apps.audit.models import Entry, Link
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
    told_after,
    words,
    words_of,
)

__all__ = [
    "Break",
    "Entry",
    "Link",
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
    "told_after",
    "words",
    "words_of",
]
