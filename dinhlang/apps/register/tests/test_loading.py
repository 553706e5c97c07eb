"""The country is put in: before, after, and what became of what."""

from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command
from django.db import connection

from dinhlang.apps.people.tests.factories import an_administrator
from dinhlang.apps.register import public as register
from dinhlang.apps.register.queries import found_entries
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import TODAY, a_province

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def load(*only):
    return register.load_country(now=NOW, today=TODAY, only=only)


def number(kind, day):
    return units.UnitVersion.objects.on(day).filter(kind=kind).count()


class TestOneProvince:
    @pytest.fixture(autouse=True)
    def loaded(self, db):
        return load("24")

    def test_it_is_there_before_and_after(self):
        assert (number("province", BEFORE), number("province", AFTER)) == (2, 1)
        assert number("district", BEFORE) > 0
        assert number("district", AFTER) == 0
        assert number("commune", AFTER) == 99

    def test_a_commune_knows_what_it_was_formed_from(self):
        commune = units.Unit.objects.get(name="Nhã Nam", kind="commune", is_living=True)

        names = {s.predecessor.name for s in units.predecessors_of(commune)}

        assert {"Tân Trung", "Nhã Nam"} <= names
        assert all("NQ-UBTVQH15" in s.basis for s in units.predecessors_of(commune))

    def test_it_can_be_found(self):
        commune = units.Unit.objects.get(name="Nhã Nam", kind="commune", is_living=True)

        entry = search.Entry.objects.get(kind="unit", key=str(commune.pk))

        assert (entry.title, entry.detail, entry.is_public) == ("Xã Nhã Nam", "tỉnh Bắc Ninh", True)

    def test_strangers_find_bodies_but_not_posts(self):
        commune = units.Unit.objects.get(name="Nhã Nam", kind="commune", is_living=True)
        body = units.open_unit(
            code="N.UB", kind="people_committee", name="UBND xã Nhã Nam", parent=commune, begins=AFTER, today=AFTER
        )
        post = units.open_unit(code="N.P", kind="post", name="Trưởng công an", parent=body, begins=AFTER, today=AFTER)

        public = {entry.key: entry.is_public for entry in found_entries(commune.path)}

        assert (public[str(body.pk)], public[str(post.pk)]) == (True, False)

    def test_a_second_time_nothing_happens(self, django_assert_max_num_queries):
        with django_assert_max_num_queries(20):
            again = load("24")

        assert (again.units, again.successions) == (0, 0)

    def test_another_province_can_follow(self):
        assert load("19").units > 0
        assert number("province", AFTER) == 2

    def test_what_people_changed_later_stays(self):
        commune = units.Unit.objects.get(name="Nhã Nam", kind="commune", is_living=True)
        units.change_unit(commune, day=date(2026, 10, 1), name="Hoàng Hoa Thám", today=TODAY)

        load("24")

        commune.refresh_from_db()
        assert commune.name == "Hoàng Hoa Thám"

    def test_it_can_be_taken_out_and_put_in_again_as_a_table(self):
        from dinhlang.apps.register import actions, queries, tables

        top = units.Unit.objects.get(code="VN")
        rows = queries.exported_rows(top, day=TODAY, with_history=True)
        data = "".join(tables.write_csv(rows)).encode()
        quan = an_administrator(at=top)

        pending, _faults = actions.keep_for_preview(data, name="x.csv", day=TODAY, by=quan, now=NOW)

        assert actions.plan_of(pending, person=quan).is_empty


def test_a_unit_made_by_hand_is_named_and_nothing_is_written():
    a_province("Tự Đặt", code="24")

    with pytest.raises(register.CannotLoad, match="24"):
        load("24")

    assert units.Unit.objects.count() == 1


def test_a_province_that_is_not_there_is_named():
    with pytest.raises(register.CannotLoad, match="XX"):
        load("XX")


def test_the_command_says_what_it_did(capsys):
    call_command("load_country", only=["96"], skip_checks=True)

    assert "đơn vị mới" in capsys.readouterr().out


def test_a_form_that_changed_after_the_reform_is_shown_from_the_latest_list():
    load("75")
    ward = units.Unit.objects.get(code="25270")

    assert units.version_of(ward, day=AFTER).form == "xã"
    assert units.version_of(ward, day=TODAY).form == "phường"


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL goes by what it counted")
def test_the_database_knows_how_many_came():
    load("24")

    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'units_unit'")
        assert cursor.fetchone()[0] == units.Unit.objects.count()


@pytest.mark.slow
def test_the_whole_country_comes_in():
    done = load()

    assert (number("province", BEFORE), number("district", BEFORE), number("commune", BEFORE)) == (63, 696, 10035)
    assert (number("province", AFTER), number("commune", AFTER)) == (34, 3321)
    assert done.successions == 10498
    assert units.Unit.objects.living().of_kind("commune").count() == 3321
