"""What is stored so that a thing is found, how a question is read, what comes first, what is marked. Plain Python."""

from dinhlang.apps.search.rules.highlights import Piece, marked, passage, patterns
from dinhlang.apps.search.rules.question import AnyOf, Question, read_question
from dinhlang.apps.search.rules.ranking import Place, holds, place_among
from dinhlang.apps.search.rules.words import MOST_LETTERS, PUBLIC, branch_word, index_words, kind_word

__all__ = [
    "MOST_LETTERS",
    "PUBLIC",
    "AnyOf",
    "Piece",
    "Place",
    "Question",
    "branch_word",
    "holds",
    "index_words",
    "kind_word",
    "marked",
    "passage",
    "patterns",
    "place_among",
    "read_question",
]
