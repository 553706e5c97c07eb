"""What the code can say of itself, the docs say too."""

import re

from dinhlang.config.cli import COMMANDS
from tests.house.floors import ROOT, floors
from tools.print_settings import page


def test_every_setting_is_in_the_manual():
    assert (ROOT / "docs/operations/settings.md").read_text().strip() == page().strip()


def test_every_room_is_in_the_picture_of_the_house():
    drawn = (ROOT / "docs/house.md").read_text()

    assert [room for room in floors() if not re.search(rf"^ {room} ", drawn, re.M)] == []


def test_every_command_is_explained_in_both_languages():
    assert all(" · " in words for words in COMMANDS.values())


def test_links_between_documents_lead_somewhere():
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.name}: {link}"
        for page in pages
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text())
        if not (page.parent / link).exists()
    ]

    assert broken == []
