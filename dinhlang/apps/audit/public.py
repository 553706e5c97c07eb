"""What other rooms may use of the record."""

from dinhlang.apps.audit.actions import entry, record, record_many
from dinhlang.apps.audit.models import Entry
from dinhlang.apps.audit.queries import fact_words, history_of, known_acts, words

__all__ = ["Entry", "entry", "fact_words", "history_of", "known_acts", "record", "record_many", "words"]
