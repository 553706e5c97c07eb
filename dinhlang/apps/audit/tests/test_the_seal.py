"""What is written stays written, also against those who know SQL."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.audit.tests.factories import an_entry, take_off_the_seal
from dinhlang.apps.units.tests.factories import a_commune


@pytest.mark.django_db
def test_an_entry_is_not_changed_through_its_model():
    entry = an_entry(unit=a_commune())

    with pytest.raises(TypeError, match="never changed"):
        entry.save()
    with pytest.raises(TypeError, match="never deleted"):
        entry.delete()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "tamper",
    [
        lambda: Entry.objects.update(act="other.act"),
        lambda: Entry.objects.all().delete(),
        lambda: connection.cursor().execute("UPDATE audit_entry SET reason = 'khác'"),
        lambda: connection.cursor().execute("DELETE FROM audit_entry"),
    ],
    ids=["queryset update", "queryset delete", "UPDATE", "DELETE"],
)
def test_the_database_refuses_to_change_or_delete_an_entry(tamper):
    an_entry(unit=a_commune())

    with pytest.raises(IntegrityError, match="audit entry is never"), transaction.atomic():
        tamper()

    assert Entry.objects.get().act == "units.renamed"


@pytest.mark.django_db(transaction=True)
def test_the_database_refuses_to_empty_the_record():
    an_entry(unit=a_commune())
    statement = "TRUNCATE audit_entry CASCADE" if connection.vendor == "postgresql" else "DELETE FROM audit_entry"

    with pytest.raises(IntegrityError, match="audit entry is never"):
        connection.cursor().execute(statement)

    assert Entry.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_migration_sets_the_seal_again():
    take_off_the_seal()

    call_command("migrate", "audit", verbosity=0)

    an_entry(unit=a_commune())
    with pytest.raises(IntegrityError, match="audit entry is never"):
        Entry.objects.update(reason="khác")


@pytest.mark.django_db(transaction=True)
def test_the_next_test_finds_an_empty_and_sealed_record():
    assert not Entry.objects.exists()

    an_entry(unit=a_commune())
    with pytest.raises(IntegrityError):
        Entry.objects.update(reason="khác")


def test_a_house_without_the_table_needs_no_seal(monkeypatch):
    from django.db.backends.base.introspection import BaseDatabaseIntrospection

    from dinhlang.apps.audit.listeners import seal

    monkeypatch.setattr(BaseDatabaseIntrospection, "table_names", lambda self: [])

    seal(None, using="default")
