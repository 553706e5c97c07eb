"""What can be done: asking, answering, gathering what is kept of a person, agreeing, clearing what passed its time."""

from dinhlang.apps.privacy.actions.answering import (
    CannotAnswer,
    accept,
    extend,
    finish,
    hand_over,
    refuse,
    take_back,
)
from dinhlang.apps.privacy.actions.asking import CannotAsk, ask, correct_myself, record_paper
from dinhlang.apps.privacy.actions.clearing import clear_all
from dinhlang.apps.privacy.actions.consents import CannotConsent, agree, withdraw, write_text

__all__ = [
    "CannotAnswer",
    "CannotAsk",
    "CannotConsent",
    "accept",
    "agree",
    "ask",
    "clear_all",
    "correct_myself",
    "extend",
    "finish",
    "hand_over",
    "record_paper",
    "refuse",
    "take_back",
    "withdraw",
    "write_text",
]
