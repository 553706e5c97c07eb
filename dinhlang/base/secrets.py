"""What whoever carries a database away must not read: hidden with keys that lie elsewhere and can be changed."""

import hmac
from hashlib import sha256

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def hide(text: str) -> str:
    """The text as nobody can read it without the keys."""
    return _keys().encrypt(text.encode()).decode()


def show(hidden: str) -> str:
    """The text again; with any of the keys, the newest first."""
    return _keys().decrypt(hidden.encode()).decode()


def renewed(hidden: str) -> str:
    """The same, hidden with the newest key, so that an old one can go."""
    return _keys().rotate(hidden.encode()).decode()


def digest(text: str) -> str:
    """By which a hidden text is found again; with a key, for a plain digest of a citizen's number is soon guessed."""
    return digests(text)[0]


def digests(text: str) -> list[str]:
    """The digests that the text may have been kept under, with each of the keys, the newest first."""
    return [hmac.new(key.encode(), text.encode(), sha256).hexdigest() for key in settings.DATA_KEYS]


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.DATA_KEYS])
