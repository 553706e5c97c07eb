"""What was rewritten behind the database's back shows, at its place."""

import threading
import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from dinhlang.apps.audit.actions import entry as an_unwritten_entry
from dinhlang.apps.audit.actions import lay_links, record_many, seal_day
from dinhlang.apps.audit.models import Entry, Link, Seal
from dinhlang.apps.audit.queries import first_break, head, number_without_link
from dinhlang.apps.audit.rules import ORIGIN
from dinhlang.apps.audit.tests.factories import NOW, an_entry, take_off_the_seal
from dinhlang.apps.units.tests.factories import a_commune

ODD = unicodedata.normalize("NFD", "Hoà giải “đ” 🏡 \\ \u2028 \x00".replace("\x00", ""))


@pytest.fixture
def five():
    """Five entries in the chain, the third full of odd letters and values."""
    commune = a_commune()
    for n in range(5):
        facts = {"reason": ODD, "after": {"b": [1, 2.50, None, {"đ": ODD}], "a": True}} if n == 2 else {}
        an_entry(unit=commune, now=NOW + timedelta(microseconds=n), **facts)
    lay_links()
    return list(Entry.objects.order_by("pk"))


def tamper(statement, *values):
    """As someone does who may do anything in the database."""
    take_off_the_seal()
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.django_db
def test_each_link_holds_the_one_before(five):
    links = list(Link.objects.order_by("place"))

    assert [link.place for link in links] == [1, 2, 3, 4, 5]
    assert [link.previous for link in links] == [ORIGIN, *(link.digest for link in links[:-1])]
    assert first_break() is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE audit_entry SET reason = 'khác' WHERE id = %s", "changed"),
        ("UPDATE audit_entry SET moment = '2020-01-01 00:00:00+00:00' WHERE id = %s", "changed"),
        ("UPDATE audit_entry SET after = '{}' WHERE id = %s", "changed"),
        ("UPDATE audit_link SET previous = 'x' WHERE entry_id = %s", "cut"),
        ("DELETE FROM audit_link WHERE entry_id = %s", "gone"),
    ],
)
def test_what_was_changed_is_named_at_its_place(five, statement, what):
    tamper(statement, five[2].pk)

    broken = first_break()

    assert (broken.place, broken.what) == (3, what)


@pytest.mark.django_db
def test_a_walk_from_a_later_place_sees_only_what_comes_after(five):
    tamper("UPDATE audit_entry SET reason = 'khác' WHERE id = %s", five[1].pk)

    assert first_break().place == 2
    assert first_break(after=3) is None


@pytest.mark.django_db
def test_a_chain_that_was_laid_anew_differs_from_the_seal_of_its_day(five):
    seal_day(day=date(2026, 11, 20), now=NOW)
    tamper("DELETE FROM audit_link WHERE place > 0")
    tamper("UPDATE audit_entry SET reason = 'khác' WHERE id = %s", five[3].pk)
    lay_links()

    broken = first_break()

    assert (broken.place, broken.what) == (5, "other seal")


@pytest.mark.django_db
def test_an_end_that_was_cut_off_is_missed_by_its_seal(five):
    seal_day(day=date(2026, 11, 20), now=NOW)
    tamper("DELETE FROM audit_link WHERE place > 3")

    assert (first_break().place, first_break().what) == (4, "gone")


@pytest.mark.django_db
def test_a_day_has_one_seal_and_an_empty_house_none():
    assert seal_day(day=date(2026, 11, 19), now=NOW) is None

    an_entry(unit=a_commune())
    seal = seal_day(day=date(2026, 11, 20), now=NOW)

    assert (seal.place, seal.digest) == (1, head().digest)
    assert seal_day(day=date(2026, 11, 20), now=NOW) is None


@pytest.mark.django_db
def test_the_seal_of_a_day_ends_with_the_day_also_when_it_is_laid_late():
    commune = a_commune()
    evening, after_midnight = (datetime(2026, 11, 20, hour, 30, tzinfo=UTC) for hour in (16, 17))
    last_of_the_day = an_entry(unit=commune, now=evening)
    an_entry(unit=commune, now=after_midnight)

    seal = seal_day(day=date(2026, 11, 20), now=NOW + timedelta(days=3))

    assert Link.objects.get(place=seal.place).entry == last_of_the_day
    assert seal_day(day=date(2026, 11, 21), now=NOW).place == seal.place + 1


@pytest.mark.django_db
@pytest.mark.parametrize("table", ["audit_link", "audit_seal"])
def test_the_database_refuses_to_change_the_chain(five, table):
    seal_day(day=date(2026, 11, 20), now=NOW)

    with pytest.raises(IntegrityError, match="audit entry is never"), transaction.atomic():
        connection.cursor().execute(f"UPDATE {table} SET digest = 'x'")

    assert not (Link.objects.filter(digest="x").exists() or Seal.objects.filter(digest="x").exists())


@pytest.mark.django_db
def test_many_entries_and_those_that_came_late_find_their_place(five):
    commune = five[0].unit
    record_many(an_unwritten_entry("units.renamed", commune, by=None, now=NOW, unit=commune) for _ in range(1200))

    assert number_without_link(before=NOW + timedelta(days=1)) == 1200
    assert lay_links() == 1200
    assert (head().place, first_break()) == (1205, None)


@pytest.mark.django_db(transaction=True)
def test_what_was_undone_leaves_no_gap():
    commune = a_commune()
    with pytest.raises(RuntimeError), transaction.atomic():
        an_entry(unit=commune)
        raise RuntimeError
    an_entry(unit=commune)

    lay_links()

    assert (head().place, first_break()) == (1, None)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="several writers need a server")
def test_many_who_write_and_lay_at_once_never_fork_the_chain():
    commune, wrong = a_commune(), []

    def work():
        try:
            for _ in range(15):
                an_entry(unit=commune)
                lay_links()
        except Exception as trouble:
            wrong.append(trouble)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(6)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    lay_links()

    assert wrong == []
    assert (head().place, first_break()) == (90, None)


@pytest.mark.django_db
def test_a_stranger_reads_the_seals_but_nothing_of_the_record(client, five):
    seal = seal_day(day=date(2026, 11, 20), now=NOW)

    page = client.get("/nhat-ky/niem-phong/").content.decode()

    assert seal.digest in page
    assert five[0].thing_name not in page.split("<main", 1)[1]


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL refuses half a letter")
def test_half_a_letter_does_not_stop_the_chain():
    an_entry(unit=a_commune(), after={"name": "\ud800"})

    assert (lay_links(), first_break()) == (1, None)
