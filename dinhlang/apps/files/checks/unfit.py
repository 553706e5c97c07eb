"""Why a file is not kept; the action words it."""

from enum import StrEnum


class Reason(StrEnum):
    """One reason each, for one sentence each."""

    UNKNOWN = "unknown"
    BROKEN_PICTURE = "broken picture"
    HUGE_PICTURE = "huge picture"
    BROKEN_DOCUMENT = "broken document"
    BOMB = "bomb"
    MACROS = "macros"
    LOCKED = "locked"
    HEIC = "heic"
    STRANGE_PATHS = "strange paths"
    TCVN3_OR_VNI = "tcvn3 or vni"
    VIRUS = "virus"
    NOT_SCANNED = "not scanned"


class Unfit(Exception):
    """The file is not kept."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(str(reason))
        self.reason = reason
