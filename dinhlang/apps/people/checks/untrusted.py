"""Why an identity server's answer is not believed; the action words it."""

from enum import StrEnum


class Why(StrEnum):
    """One reason each, for one sentence each. None holds anything of a person or of a token."""

    SILENT = "silent"
    BROKEN = "broken"
    TOO_LONG = "too long"
    SENT_ELSEWHERE = "sent elsewhere"
    STRANGE_ADDRESS = "strange address"
    REFUSED_CODE = "refused code"
    NO_TOKEN = "no token"  # noqa: S105 - a reason, no secret
    ALGORITHM = "algorithm"
    UNKNOWN_KEY = "unknown key"
    SIGNATURE = "signature"
    ISSUER = "issuer"
    AUDIENCE = "audience"
    EXPIRED = "expired"
    NOT_YET = "not yet"
    NONCE = "nonce"
    SUBJECT = "subject"
    ACCESS_TOKEN = "access token"  # noqa: S105 - a reason, no secret
    CLAIMS = "claims"
    NO_CLAIM = "no claim"
    WEAK = "weak"
    STATE = "state"
    USED = "used"
    DENIED = "denied"
    UNKNOWN = "unknown"
    TAKEN = "taken"


class Untrusted(Exception):
    """The answer is not believed, so nobody comes in by it."""

    def __init__(self, why: Why) -> None:
        super().__init__(str(why))
        self.why = why
