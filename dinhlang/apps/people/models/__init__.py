"""What this room keeps: people and their roles, what opens the door to them, programs that read."""

from dinhlang.apps.people.models.answers import KeptAnswer
from dinhlang.apps.people.models.coming_in import (
    How,
    Identity,
    Invitation,
    Passage,
    Passkey,
    RecoveryCode,
    SecondFactor,
    SignIn,
    WrongTries,
    idle,
)
from dinhlang.apps.people.models.leaving import Leaving
from dinhlang.apps.people.models.people import (
    ROLE_LABELS,
    WORD_LABELS,
    WORD_NAMES,
    Honorific,
    Person,
    Role,
    RoleKind,
)
from dinhlang.apps.people.models.programs import ServiceAccount, Token
from dinhlang.apps.people.models.standing_in import StandIn

__all__ = [
    "ROLE_LABELS",
    "WORD_LABELS",
    "WORD_NAMES",
    "Honorific",
    "How",
    "Identity",
    "Invitation",
    "KeptAnswer",
    "Leaving",
    "Passage",
    "Passkey",
    "Person",
    "RecoveryCode",
    "Role",
    "RoleKind",
    "SecondFactor",
    "ServiceAccount",
    "SignIn",
    "StandIn",
    "Token",
    "WrongTries",
    "idle",
]
