"""Who else may read a plan: rooms above know of more reasons than this one does."""

from collections.abc import Callable
from typing import Any

Question = Callable[[Any, Any], bool]
_questions: list[Question] = []


def also_read_by(question: Question) -> None:
    """Register a further reason, `(person, plan) -> bool`; asked only of who is signed in and has no other reason."""
    if question not in _questions:
        _questions.append(question)


def is_read_above(person: Any, plan: Any) -> bool:
    """Whether a room above lets the person read the plan."""
    return any(question(person, plan) for question in _questions)
