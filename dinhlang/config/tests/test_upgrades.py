"""From an older version with its data to this one; and an upgrade that fails half-way, of which nothing stays.

No version was released yet. The oldest a house can be of is its rooms' first migrations.
"""

import os

import pytest

from dinhlang.config.tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
OLDEST = """
import django; django.setup()
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
executor = MigrationExecutor(connection)
ours = [app for app in executor.loader.migrated_apps if app in ("units", "people", "audit", "files", "search")]
firsts = [(app, "0001_initial") for app in ours]
of_django = [node for node in executor.loader.graph.leaf_nodes() if node[0] in ("contenttypes", "sessions")]
executor.migrate(firsts + of_django)
old = MigrationExecutor(connection).loader.project_state(firsts).apps
from datetime import date, datetime, UTC
Unit, Person, Entry = (old.get_model(*name.split(".")) for name in ("units.Unit", "people.Person", "audit.Entry"))
person = Person.objects.create(username="quan", full_name="Vũ Anh Quân", password="x", sort_key="q", search_text="quan")
for number in range(50):
    Entry.objects.create(moment=datetime(2026, 11, 20, tzinfo=UTC), actor=person, act="units.renamed",
        thing_type="units.Unit", thing_key=str(number), thing_name="Nhã Nam", search_text="nha nam")
"""
ASK = """
import django; django.setup()
from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.models import Person
print(audit.Entry.objects.count(), Person.objects.get().full_name, audit.lay_links(), audit.first_break())
"""
PLANTED = """from django.db import migrations, models

def stumble(apps, schema_editor):
    apps.get_model("people", "Person").objects.update(full_name="Nửa Vời")
    raise RuntimeError("a migration that stumbles half-way")

class Migration(migrations.Migration):
    dependencies = [("people", "{last}")]
    operations = [
        migrations.AddField("person", "nickname", models.CharField(max_length=9, default="")),
        migrations.RunPython(stumble),
    ]
"""
FIRST_OF_TWO = """from django.db import migrations, models

class Migration(migrations.Migration):
    dependencies = [("files", "{last}")]
    operations = [migrations.AddField("storedfile", "colour", models.CharField(max_length=9, default=""))]
"""
COLUMNS = """
import django; django.setup()
from django.db import connection
with connection.cursor() as cursor:
    for table in ("people_person", "files_storedfile"):
        print(sorted(c.name for c in connection.introspection.get_table_description(cursor, table)))
    cursor.execute("SELECT full_name FROM people_person")
    print(cursor.fetchall())
"""


def test_a_house_of_the_oldest_version_is_brought_up_to_date_with_its_data(build):
    house = build("old")
    made = house.run("-c", OLDEST)
    assert made.returncode == 0, made.stderr

    said = house.say("upgrade")

    assert said.returncode == 0, said.stderr
    assert house.run("-c", ASK).stdout.split("\n")[0] == "50 Vũ Anh Quân 50 None"
    assert "W003" not in house.say("check").stdout


def test_of_an_upgrade_that_fails_nothing_stays_and_the_old_version_goes_on(build, tmp_path):
    house = build("stumbling")
    assert house.run("-c", OLDEST).returncode == 0
    assert house.say("upgrade").returncode == 0
    before = house.run("-c", COLUMNS).stdout
    plant(tmp_path, "people", PLANTED)
    plant(tmp_path, "files", FIRST_OF_TWO)
    (tmp_path / "planted_settings.py").write_text(
        "from dinhlang.config.settings import *\n"
        "MIGRATION_MODULES = {'people': 'planted_people', 'files': 'planted_files'}\n"
    )
    path = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    house.environment |= {"DJANGO_SETTINGS_MODULE": "planted_settings", **path}

    said = house.say("upgrade")

    assert said.returncode != 0
    assert "vẫn như trước" in said.stdout
    house.environment["DJANGO_SETTINGS_MODULE"] = "dinhlang.config.settings"
    after = house.run("-c", COLUMNS).stdout
    assert after == before
    assert "Vũ Anh Quân" in after and "nickname" not in after and "colour" not in after
    assert "W003" not in house.say("check").stdout, "nothing of the new version is left waiting either"


def plant(folder, room, words):
    """The room's own migrations and one more."""
    place, ours = folder / f"planted_{room}", ROOT / f"dinhlang/apps/{room}/migrations"
    place.mkdir()
    for file in ours.glob("*.py"):
        (place / file.name).write_text(file.read_text())
    last = max(file.stem for file in ours.glob("0*.py"))
    (place / "0099_planted.py").write_text(words.format(last=last))
