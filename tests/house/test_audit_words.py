"""Every act that the house records is told in words, not by its key."""

import re

import pytest

from dinhlang.apps.audit import public as audit
from tests.house.floors import APPS

_ACT = re.compile(r"""\b(?:record|entry|tell)\(\s*"([a-z_]+\.[a-z_]+)\"""")


def recorded_acts():
    """Each act that is written as a literal, with the file that writes it."""
    for path in sorted(APPS.rglob("*.py")):
        if not {"tests", "migrations"} & set(path.parts) and path.name != "panels.py":
            yield from ((act, path) for act in _ACT.findall(path.read_text()))


@pytest.mark.parametrize(
    ("act", "path"), [pytest.param(a, p, id=f"{p.parent.name}/{p.name}: {a}") for a, p in recorded_acts()]
)
def test_the_act_has_words(act, path):
    room = act.split(".")[0]

    assert act in audit.known_acts(), (
        f"“{act}” has no words. Say in dinhlang/apps/{room}/panels.py: audit.words({{{act!r}: _(…)}})"
    )
