"""The floor plan, read from where the import linter reads it."""

import configparser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ROOT / "dinhlang" / "apps"


def floors() -> list[str]:
    """The apps from the top floor down."""
    plan = configparser.ConfigParser(comment_prefixes=(";",))
    plan.read(ROOT / ".importlinter")
    return plan["importlinter:contract:apps"]["layers"].split()


def is_above(upper: str, lower: str) -> bool:
    order = floors()
    return order.index(upper) < order.index(lower)
