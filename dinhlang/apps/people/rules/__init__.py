"""The words of permission and the roles; sign-ins, wrong tries, and which passwords everybody would think of."""

from dinhlang.apps.people.rules.passwords import core, is_easily_guessed
from dinhlang.apps.people.rules.signing_in import (
    ADDRESS,
    FORGOTTEN_AFTER,
    INVITED_FOR,
    LONGEST,
    NAME,
    PAIR,
    SHARED_IDLE,
    Bound,
    coarse,
    device_of,
)
from dinhlang.apps.people.rules.spans import Span, gaps
from dinhlang.apps.people.rules.words import (
    FOR_PROGRAMS,
    OWN_ONLY,
    READING,
    ROLES,
    RoleMeaning,
    Word,
    reaches_over_place,
    roles_with,
)

__all__ = [
    "ADDRESS",
    "FORGOTTEN_AFTER",
    "FOR_PROGRAMS",
    "INVITED_FOR",
    "LONGEST",
    "NAME",
    "OWN_ONLY",
    "PAIR",
    "READING",
    "ROLES",
    "SHARED_IDLE",
    "Bound",
    "RoleMeaning",
    "Span",
    "Word",
    "coarse",
    "core",
    "device_of",
    "gaps",
    "is_easily_guessed",
    "reaches_over_place",
    "roles_with",
]
