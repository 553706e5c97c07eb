"""Reads of the record: told in words, and walked link by link."""

from dinhlang.apps.audit.queries.chain import (
    Break,
    first_break,
    head,
    is_seal_late,
    last_link_of,
    links_in_order,
    number_without_link,
    seals,
    told_after,
)
from dinhlang.apps.audit.queries.telling import (
    Change,
    changes_of,
    fact_words,
    history_of,
    in_words,
    known_acts,
    words,
    words_of,
)

__all__ = [
    "Break",
    "Change",
    "changes_of",
    "fact_words",
    "first_break",
    "head",
    "history_of",
    "in_words",
    "is_seal_late",
    "known_acts",
    "last_link_of",
    "links_in_order",
    "number_without_link",
    "seals",
    "told_after",
    "words",
    "words_of",
]
