"""States, names and symbols of outgoing documents, and their bodies stored and typed. Plain Python."""

from dinhlang.apps.issuance.rules.for_everyone import HIDDEN_NAME, for_everyone
from dinhlang.apps.issuance.rules.names import (
    WITHOUT_SUPERIOR,
    in_full,
    is_deputy,
    powers_of,
    sign_off,
    symbol_group,
)
from dinhlang.apps.issuance.rules.shown import shown
from dinhlang.apps.issuance.rules.steps import STEPS, may_step
from dinhlang.apps.issuance.rules.stored import packed, unpacked
from dinhlang.apps.issuance.rules.typed import blocks_of, text_of

__all__ = [
    "HIDDEN_NAME",
    "STEPS",
    "WITHOUT_SUPERIOR",
    "blocks_of",
    "for_everyone",
    "in_full",
    "is_deputy",
    "may_step",
    "packed",
    "powers_of",
    "shown",
    "sign_off",
    "symbol_group",
    "text_of",
    "unpacked",
]
