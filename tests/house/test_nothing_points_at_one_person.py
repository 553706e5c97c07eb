"""Phones, identity numbers, mail, accounts and house numbers in any public text reach no stranger, by any way."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models

from dinhlang.apps.issuance import queries as issuance
from dinhlang.apps.issuance.docx import to_docx
from dinhlang.apps.issuance.models import OutgoingDocument
from dinhlang.apps.search import public as search
from dinhlang.base import personal
from tests.house.test_nothing_leaks import opened
from tests.house.walk import Walker, doors, on_the_day_of_the_tests
from tests.house.world import World

VALUES = {
    "phone": "0912345678",
    "phone in groups": "0987 654 321",
    "identity": "001203004567",
    "mail": "tu.le@example.vn",
    "account": "19034567890123",
    "house": "số nhà 4711",
}
POINTED = (
    "gặp ông Tư 0912345678 hoặc 0987 654 321, CCCD 001203004567, thư tu.le@example.vn, STK 19034567890123, số nhà 4711"
)
PUBLIC = (
    "plans.Plan",
    "plans.Clause",
    "tasks.Task",
    "tasks.Assignment",
    "intake.Document",
    "issuance.OutgoingDocument",
)
"""The tables whose words stand on public pages, or can once they are made public."""

ALSO = {"tasks.Assignment": ["group_words"], "issuance.OutgoingDocument": ["signer_title"]}
NO_WORDS = {
    "file",
    "search_text",
    "body",
}  # the file and the body are written below, search_text is for officials' lists


def planted(world):
    """Every field of free text of every public table holds all of it, the files and the index too."""
    for label in PUBLIC:
        table = personal.tables()[label]
        names = [*table.free, *ALSO.get(label, [])]
        rows = table.table._default_manager.all()
        for name in (name for name in names if name not in NO_WORDS):
            rows.update(**{name: _value(table.table._meta.get_field(name))})
    OutgoingDocument.objects.update(body=_body())
    for document in OutgoingDocument.objects.filter(file__isnull=False).select_related("file"):
        document.file.name = f"{POINTED}.docx"
        document.file.blob = default_storage.save("planted.docx", ContentFile(to_docx(issuance.draft_of(document))))
        document.file.save()
    search.rebuild_index()
    return world


def _value(column):
    return [POINTED] if isinstance(column, models.JSONField) else POINTED[: column.max_length or None]


def _body():
    from dinhlang.apps.issuance.rules import blocks_of, packed

    return packed(blocks_of(f"1. {POINTED}\n\n{POINTED}"))


def walked(world):
    with on_the_day_of_the_tests():
        stranger = Walker(None)
        for url in sorted({url for _, _, url in doors(world)} | {"/tim/?q=ong+tu", "/tim/?q=ong+tu&kind=plan", "/"}):
            yield url, opened(stranger.ask("GET", url))


@pytest.mark.slow
def test_no_public_page_search_or_file_points_at_one_person(db):
    world = planted(World())
    leaks, masked = [], 0
    for url, said in walked(world):
        leaks += [f"{name} at {url}" for name, value in VALUES.items() if value.casefold() in said]
        masked += "(đã che số điện thoại)" in said

    assert leaks == []
    assert masked > 8, "too few public pages showed the planted words at all"


def test_the_walk_would_see_it(db, settings):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "MaskedPages" not in name]
    world = planted(World())

    assert any(VALUES["phone"] in said for _url, said in walked(world))


def test_officials_read_the_original(db):
    world = planted(World())
    with on_the_day_of_the_tests():
        officer = Walker(world.persons["officer"])
        pages = [
            f"/ke-hoach/{world.public.pk}/",
            f"/van-ban-di/{world.shown.pk}/",
            f"/van-ban-di/{world.shown.pk}/tai/",
        ]

        assert all(VALUES["phone"] in opened(officer.ask("GET", page)) for page in pages)


@pytest.mark.parametrize("asked", ["0912345678", "09123", "0912", "001203004567", "tu.le@example.vn", "19034567890123"])
def test_a_stranger_cannot_guess_a_number_by_searching(db, asked):
    planted(World())

    assert not search.find(asked, person=None)
    assert search.find("ông Tư", person=None)
