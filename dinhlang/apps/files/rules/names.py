"""A name that can do no harm: no path, no control or direction-turning letters, an ending that tells the truth."""

import unicodedata
from pathlib import PurePosixPath

from dinhlang.apps.files.rules.content import Content, endings_of

LONGEST = 150
_FORBIDDEN = frozenset('<>:"|?*\\/')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def safe_name(raw: str, content: Content) -> str:
    """The last part of the name as people see it, in NFC, ending as its content says."""
    name = unicodedata.normalize("NFC", raw.replace("\\", "/")).split("/")[-1]
    name = "".join(letter for letter in name if _is_harmless(letter)).strip(" .")
    stem, ending = PurePosixPath(name or "tep").stem, PurePosixPath(name).suffix.lower()
    if ending not in endings_of(content):
        stem, ending = (name if ending and len(ending) > 6 else stem), content.ending
    stem = stem.strip(" .") or "tep"
    if stem.lower() in _DEVICES:
        stem = f"tep-{stem}"
    return f"{stem[: LONGEST - len(ending)]}{ending}"


def _is_harmless(letter: str) -> bool:
    return letter not in _FORBIDDEN and unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
