"""The tree as of any day: names, parents, branches."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from dinhlang.apps.units import public as units
from dinhlang.apps.units.models import Unit, UnitVersion
from dinhlang.apps.units.tests.factories import (
    TODAY,
    a_body,
    a_committee,
    a_commune,
    a_district,
    a_province,
    a_village,
)

pytestmark = pytest.mark.django_db
REFORM = date(2025, 7, 1)


def test_a_renamed_unit_keeps_its_old_name_on_old_days():
    commune = a_commune("Tân Trung")

    units.change_unit(commune, day=REFORM, name="Nhã Nam", today=TODAY)

    assert units.version_of(commune, day=date(2024, 1, 1)).name == "Tân Trung"
    assert units.version_of(commune, day=REFORM).name == "Nhã Nam"
    assert commune.name == "Nhã Nam"


def test_moving_a_commune_takes_its_villages_and_bodies_along():
    province = a_province()
    commune = a_commune(parent=a_district(parent=province))
    village, committee = a_village(parent=commune), a_committee(of=commune)
    phong = a_body(parent=committee)

    units.change_unit(commune, day=REFORM, parent=province, today=TODAY)

    on_the_day = set(units.subtree_of(province, day=REFORM).values_list("unit", flat=True))
    assert {commune.pk, village.pk, committee.pk, phong.pk} < on_the_day
    assert units.version_of(village, day=date(2024, 1, 1)).path != units.version_of(village, day=REFORM).path
    phong.refresh_from_db()
    assert phong.path == f"{province.pk}.{commune.pk}.{committee.pk}.{phong.pk}."


@pytest.mark.parametrize("plan", ["it ends", "it moves"])
def test_nothing_comes_under_a_unit_that_is_about_to_leave(plan):
    commune, later = a_commune("Nhã Nam"), date(2027, 7, 1)
    if plan == "it ends":
        units.end_unit(commune, day=later, today=TODAY)
    else:
        units.change_unit(commune, day=later, parent=a_province(), today=TODAY)
    village = a_village()

    with pytest.raises(units.CannotStand, match="01/07/2027"):
        units.open_unit(code="A", kind="village", name="Mới", parent=commune, begins=TODAY, today=TODAY)
    with pytest.raises(units.CannotStand, match="01/07/2027"):
        units.change_unit(village, day=TODAY, parent=commune, today=TODAY)


def test_a_planned_name_above_keeps_nobody_out():
    commune = a_commune("Nhã Nam")
    units.change_unit(commune, day=date(2027, 7, 1), name="Tân Trung", today=TODAY)

    village = units.open_unit(code="A", kind="village", name="Mới", parent=commune, begins=TODAY, today=TODAY)

    assert village.parent == commune


def test_a_unit_cannot_stand_under_its_own_branch():
    province = a_province()
    commune = a_commune(parent=province)
    committee = a_committee(of=commune)
    phong = a_body(parent=committee)

    with pytest.raises(units.CannotStand) as refusal:
        units.change_unit(committee, day=REFORM, parent=phong, today=TODAY)

    assert "chính mình" in str(refusal.value)
    assert units.version_of(committee, day=REFORM).parent == commune


def test_a_place_cannot_stand_under_a_narrower_one():
    with pytest.raises(units.CannotStand):
        units.change_unit(a_province(), day=REFORM, parent=a_commune(), today=TODAY)


def test_a_unit_with_others_under_it_cannot_end():
    commune = a_commune()
    a_village("Tiến Phan", parent=commune)

    with pytest.raises(units.CannotStand) as refusal:
        units.end_unit(commune, day=REFORM, today=TODAY)

    assert "Tiến Phan" in str(refusal.value)


def test_a_change_before_a_later_one_is_refused():
    commune = a_commune()
    units.change_unit(commune, day=REFORM, name="Mới", today=TODAY)

    with pytest.raises(units.CannotStand):
        units.change_unit(commune, day=date(2024, 1, 1), name="Giữa", today=TODAY)


def test_a_change_of_a_future_day_shows_only_from_that_day():
    commune = a_commune("Cũ")
    units.change_unit(commune, day=date(2027, 1, 1), name="Mới", today=TODAY)
    assert commune.name == "Cũ"

    units.refresh_current(date(2027, 1, 1))

    commune.refresh_from_db()
    assert commune.name == "Mới"


def test_an_ended_unit_is_no_longer_living_but_still_there_on_old_days():
    village = a_village()

    units.end_unit(village, day=REFORM, today=TODAY)

    assert not village.is_living
    assert units.version_of(village, day=REFORM) is None
    assert units.version_of(village, day=date(2025, 6, 30)) is not None


def test_todays_copy_agrees_with_the_versions():
    commune = a_commune(parent=a_district())
    a_village(parent=commune)
    units.change_unit(commune, day=REFORM, parent=a_province("Bắc Giang"), name="Nhã Nam", today=TODAY)

    copies = {u.pk: (u.name, u.parent_id, u.path) for u in Unit.objects.living()}

    assert copies == {v.unit_id: (v.name, v.parent_id, v.path) for v in UnitVersion.objects.on(TODAY)}


def test_a_branch_ends_with_everything_below_it():
    commune = a_commune()
    office = a_body(parent=a_committee(of=commune))

    units.end_unit(commune, day=REFORM, today=TODAY, with_branch=True)

    office.refresh_from_db()
    assert (commune.is_living, office.is_living) == (False, False)
    assert units.version_of(office, day=date(2025, 6, 30)) is not None


def test_a_branch_with_something_planned_for_later_does_not_end():
    commune = a_commune()
    a_village("Mai Sau", parent=commune, begins=date(2026, 1, 1))

    with pytest.raises(units.CannotStand, match="Mai Sau"):
        units.end_unit(commune, day=REFORM, today=TODAY, with_branch=True)


def test_what_was_written_wrong_is_put_right_in_every_cut():
    commune = a_commune(parent=a_district())
    village = a_village("Tien Phan", parent=commune)
    units.change_unit(commune, day=REFORM, parent=a_province("Bắc Giang"), today=TODAY)

    units.amend_unit(village, day=TODAY, name="Tiến Phan", today=TODAY)

    assert {v.name for v in UnitVersion.objects.filter(unit=village)} == {"Tiến Phan"}
    assert UnitVersion.objects.filter(unit=village).count() == 2


def test_a_code_in_use_is_refused_with_its_holder():
    a_commune("Nhã Nam", code="A")

    with pytest.raises(units.CannotStand, match="xã Nhã Nam"):
        a_commune("Khác", code="A")


def test_a_form_that_begins_the_name_is_not_said_twice():
    assert a_commune("Phường Đúc", form="phường").full_name == "Phường Đúc"


def test_many_timelines_are_written_at_once(django_assert_max_num_queries):
    province = a_province(code="24")
    timelines = {
        f"X{n}": [
            units.timeline.Placed(
                date(2000, 1, 1), None, units.timeline.Facts("commune", "xã", f"Xã {n}", "24"), ("24", f"X{n}")
            )
        ]
        for n in range(300)
    }

    with django_assert_max_num_queries(40):
        units.restate_units(timelines, today=TODAY)
        units.restate_units(timelines, today=TODAY)

    assert units.subtree_of(province, day=TODAY).count() == 301
    assert units.timelines()["X7"] == timelines["X7"]


WRITING = {
    "open": lambda unit: units.open_unit(code="A", kind="other", name="Mới", parent=unit, begins=TODAY, today=TODAY),
    "change": lambda unit: units.change_unit(unit, day=TODAY, name="Mới", today=TODAY),
    "amend": lambda unit: units.amend_unit(unit, day=TODAY, name="Mới", today=TODAY),
    "end": lambda unit: units.end_unit(unit, day=TODAY, today=TODAY),
    "restate": lambda unit: units.restate_units({}, today=TODAY),
}


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")
@pytest.mark.parametrize("how", WRITING)
def test_whoever_writes_the_tree_holds_it_first(how, django_assert_max_num_queries):
    commune = a_commune()

    with django_assert_max_num_queries(40) as asked:
        WRITING[how](commune)

    first = next(query["sql"] for query in asked.captured_queries if query["sql"].startswith("SELECT"))
    assert first.endswith("FOR NO KEY UPDATE")


def test_the_database_keeps_no_name_that_is_a_book():
    commune = a_commune()

    with pytest.raises(DatabaseError), transaction.atomic():
        units.UnitVersion.objects.filter(unit=commune).update(name="A" * 201)


def test_a_timeline_is_written_in_as_few_pieces_as_it_has_facts():
    commune = a_commune(code="A")
    whole = units.timelines()["A"]
    (place,) = whole
    pieces = [replace(place, ends=date(2020, 1, 1)), replace(place, begins=date(2020, 1, 1))]

    units.restate_units({"A": pieces}, today=TODAY)

    assert units.timelines()["A"] == whole
    assert units.version_of(commune, day=TODAY).begins == place.begins


def test_a_unit_that_never_begins_is_known_on_no_day_and_frees_its_code():
    commune = a_commune(code="A", begins=date(2027, 1, 1))

    units.unmake_unit(commune)

    assert "A" not in units.timelines()
    assert not units.Unit.objects.with_a_life().filter(pk=commune.pk).exists()
    assert a_commune(code="A").pk != commune.pk
