import importlib

import pytest
from django.db import connection

from dinhlang.apps.search import public as search
from dinhlang.apps.search.jobs import heal_index
from dinhlang.apps.search.models import Entry
from dinhlang.apps.search.tests.factories import a_thing

pytestmark = pytest.mark.django_db


def found(words):
    return sorted(r.key for group in search.find(words, person=None).groups for r in group.results)


def plans(*names):
    return [search.entry("plan", name, title=f"Kế hoạch {name}", url="/", is_public=True) for name in names]


def test_many_are_remembered_at_once_and_again():
    assert search.remember_many(plans(*range(1200))) == 1200
    assert search.remember_many(plans(*range(1200))) == 1200

    assert Entry.objects.count() == 1200
    assert found("1199") == ["1199"]


def test_a_thing_told_twice_at_once_is_kept_as_told_last():
    search.remember_many([*plans("a"), search.entry("plan", "a", title="Khác", url="/", is_public=True)])

    assert found("khác") == ["a"]
    assert found("kế hoạch") == []


def test_long_and_odd_texts_are_kept():
    search.remember("plan", 1, title="Dài " * 200, detail="x\x00y" * 200, body="chữ " * 80_000, url="/", is_public=True)

    entry = Entry.objects.get()

    assert (len(entry.title), len(entry.body)) == (300, 200_000)
    assert found("dài chữ") == ["1"]


def test_healing_tells_anew_and_forgets_what_nobody_tells(settings):
    search.remember_many(plans("gone", "stale"))
    a_thing("Kế hoạch ngoài phòng", kind="task", key="no source")
    search.source("plan", lambda: plans("stale", "fresh"))
    Entry.objects.filter(key="stale").update(title="?", words=" ? ")

    assert search.rebuild_index() == 2
    assert search.rebuild_index() == 2

    assert found("kế hoạch") == ["fresh", "no source", "stale"]


def test_what_is_remembered_while_healing_stays():
    def telling():
        yield from plans("old")
        search.remember_many(plans("meanwhile"))

    search.remember_many(plans("gone"))
    search.source("plan", telling)

    search.rebuild_index()

    assert found("kế hoạch") == ["meanwhile", "old"]


def test_the_nightly_job_heals():
    search.source("plan", lambda: plans("a"))

    assert heal_index(day="2026-11-20") == 1
    assert found("kế hoạch") == ["a"]


def test_the_index_goes_with_the_table_and_can_be_made_again():
    migration = importlib.import_module("dinhlang.apps.search.migrations.0001_initial")
    if connection.vendor == "postgresql":
        pytest.skip("only SQLite's tables and triggers are told apart by name")

    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'search_entry'")
        triggers = {name for (name,) in cursor.fetchall()}

    assert triggers == {"search_entry_added", "search_entry_removed", "search_entry_changed"}
    assert len(migration.SQLITE) == 1 + len(triggers)
