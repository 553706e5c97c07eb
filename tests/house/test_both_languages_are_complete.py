"""Every text of the interface is there in Vietnamese and in English."""

import re
import shutil
import subprocess
import sys

import polib
import pytest

from tests.house.floors import APPS, ROOT

STOREYS = [ROOT / "dinhlang" / storey for storey in ("config", "look", "base")]
PLACES = sorted([*(p for p in APPS.iterdir() if (p / "apps.py").exists()), *STOREYS])
NAMED = re.compile(r"%\((\w+)\)[sd]")


@pytest.mark.parametrize("place", PLACES, ids=lambda p: p.name)
def test_every_text_has_its_english(place, tmp_path):
    shutil.copytree(place, tmp_path / place.name, ignore=shutil.ignore_patterns("tests", "migrations", "*.mo"))
    kept = place / "locale/en/LC_MESSAGES/django.po"
    translated = {(e.msgctxt, e.msgid): e for e in polib.pofile(str(kept))} if kept.exists() else {}
    (tmp_path / place.name / "locale").mkdir(exist_ok=True)
    command = [sys.executable, "-P", "-m", "django", "makemessages", "-l", "en", "--no-location", "-v", "0"]
    subprocess.run(command, cwd=tmp_path / place.name, check=True, capture_output=True)

    fresh = tmp_path / place.name / "locale/en/LC_MESSAGES/django.po"
    wanted = [e for e in polib.pofile(str(fresh)) if not e.obsolete] if fresh.exists() else []
    missing = [e.msgid for e in wanted if not is_translated(translated.get((e.msgctxt, e.msgid)))]

    assert missing == []


def is_translated(entry):
    return entry is not None and entry.translated() and not entry.fuzzy


@pytest.mark.parametrize("path", sorted((ROOT / "dinhlang").rglob("*.po")), ids=lambda p: p.parts[-5])
def test_a_translation_fills_the_same_places(path):
    wrong = [
        e.msgid
        for e in polib.pofile(str(path))
        if e.msgstr and not e.obsolete and set(NAMED.findall(e.msgid)) != set(NAMED.findall(e.msgstr))
    ]

    assert wrong == []


def test_no_text_is_built_before_it_is_translated():
    built = re.compile(r"""(?:\b_|gettext|gettext_lazy)\(\s*f["']""")
    guilty = [str(p) for p in (ROOT / "dinhlang").rglob("*.py") if built.search(p.read_text())]

    assert guilty == []
