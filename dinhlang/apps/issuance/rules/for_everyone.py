"""A document as everyone may read it: the same form, nothing in it that points at one person."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from dinhlang.pure.drafting import Draft
from dinhlang.pure.viet import mask

T = TypeVar("T")
HIDDEN_NAME = "(họ tên được hạn chế)"


def for_everyone(draft: Draft, *, is_name_hidden: bool) -> Draft:
    """Phones, identity numbers and the like masked everywhere; the signer's name if they asked for it."""
    if is_name_hidden:
        draft = replace(draft, sign_off=replace(draft.sign_off, name=HIDDEN_NAME))
    return _masked(draft)


def _masked(value: T) -> T:
    """Masked in depth: texts, rows of texts, parts that hold texts."""
    masked: Any = value
    if isinstance(value, str) and not isinstance(value, Enum):
        masked = mask(value)
    elif isinstance(value, tuple):
        masked = tuple(_masked(one) for one in value)
    elif is_dataclass(value) and not isinstance(value, type):
        masked = replace(
            value, **{part.name: _masked(getattr(value, part.name)) for part in fields(value) if part.init}
        )
    return masked
