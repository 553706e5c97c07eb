"""Units are created, changed, merged, split and ended; the record and the search are told."""

from datetime import UTC, date, datetime

import pytest

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.tests.factories import an_administrator
from dinhlang.apps.register import public as register
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import (
    TODAY,
    a_body,
    a_committee,
    a_commune,
    a_province,
    a_village,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
REFORM = date(2025, 7, 1)


@pytest.fixture
def quan():
    return an_administrator()


def told(thing):
    return [entry.act for entry in audit.history_of(thing)]


def names_under(unit, day):
    return [version.full_name for version in units.children_of(unit, day=day)]


class TestCreating:
    def test_a_unit_gets_the_next_code_under_its_parent(self, quan):
        commune = a_commune(code="07738")

        first = register.create_unit(
            name="Một", kind="village", form="thôn", parent=commune, day=TODAY, by=quan, now=NOW
        )
        second = register.create_unit(
            name="Hai", kind="village", form="thôn", parent=commune, day=TODAY, by=quan, now=NOW
        )

        assert (first.code, second.code) == ("07738.1", "07738.2")
        assert told(first) == ["units.created"]
        assert search.Entry.objects.get(kind="unit", key=str(first.pk)).title == "Thôn Một"

    def test_a_name_typed_in_parts_is_stored_in_one_form(self, quan):
        unit = register.create_unit(
            name="  Nha\u0303   Nam ", kind="commune", parent=a_province(), day=TODAY, by=quan, now=NOW
        )

        assert unit.name == "Nhã Nam"

    def test_a_code_in_use_is_refused_with_its_holder(self, quan):
        a_commune("Nhã Nam", code="07738")

        with pytest.raises(units.CannotStand, match="xã Nhã Nam") as refusal:
            register.create_unit(
                name="X", kind="commune", code="07738", parent=a_province(), day=TODAY, by=quan, now=NOW
            )

        assert refusal.value.field == "code"

    @pytest.mark.parametrize("code", ["../../etc", "a b", "=1+1", "nhap", "x" * 41])
    def test_a_code_that_would_break_addresses_is_refused(self, quan, code):
        with pytest.raises(register.CannotChange, match="không dùng được"):
            register.create_unit(name="X", kind="commune", code=code, parent=a_province(), day=TODAY, by=quan, now=NOW)

    def test_a_twin_must_be_meant(self, quan):
        province = a_province()
        a_commune("Nhã Nam", parent=province)
        facts = {"name": "Nhã Nam", "kind": "commune", "parent": province, "day": TODAY, "by": quan, "now": NOW}

        with pytest.raises(register.CannotChange, match="đánh dấu xác nhận"):
            register.create_unit(**facts)

        assert register.create_unit(**facts, twin_is_meant=True).name == "Nhã Nam"

    def test_a_parent_that_has_ended_is_refused(self, quan):
        province = a_province()
        units.end_unit(province, day=REFORM, today=TODAY)

        with pytest.raises(units.CannotStand, match="không tồn tại vào ngày 20/11/2026"):
            register.create_unit(name="X", kind="commune", parent=province, day=TODAY, by=quan, now=NOW)

    def test_a_future_unit_is_planned(self, quan):
        unit = register.create_unit(
            name="Mai", kind="commune", parent=a_province(), day=date(2027, 1, 1), by=quan, now=NOW
        )

        assert not unit.is_living


class TestChanging:
    def test_bodies_that_bear_the_name_are_renamed_with_their_place(self, quan):
        commune = a_commune("Tân Trung")
        committee = a_committee(of=commune)

        register.rename_unit(commune, name="Nhã Nam", day=REFORM, by=quan, now=NOW, basis="Nghị quyết 1658")

        committee.refresh_from_db()
        assert committee.name == "UBND xã Nhã Nam"
        assert units.version_of(committee, day=date(2025, 6, 30)).name == "UBND xã Tân Trung"
        entry = audit.history_of(commune)[0]
        assert (entry.before["name"], entry.after["name"], entry.reason) == (
            "xã Tân Trung",
            "xã Nhã Nam",
            "Nghị quyết 1658",
        )

    def test_a_body_typed_with_a_capital_follows_too_and_its_history_says_so(self, quan):
        commune = a_commune("Nhã Nam")
        committee = a_body("UBND Xã Nhã Nam", parent=commune, kind="people_committee")

        register.rename_unit(commune, name="Tân Trung", day=REFORM, by=quan, now=NOW, basis="Nghị quyết 1658")

        committee.refresh_from_db()
        assert committee.name == "UBND xã Tân Trung"
        assert [(entry.act, entry.reason) for entry in audit.history_of(committee)] == [
            ("units.renamed", "Nghị quyết 1658")
        ]

    def test_a_commune_becomes_a_ward(self, quan):
        commune = a_commune("Nhã Nam")

        register.reclassify_unit(commune, form="phường", day=TODAY, by=quan, now=NOW)

        assert commune.full_name == "phường Nhã Nam"

    def test_a_moved_unit_is_found_under_its_new_parent(self, quan):
        commune, elsewhere = a_commune("Nhã Nam"), a_province("Thái Nguyên")
        village = a_village(parent=commune)

        register.move_unit(commune, parent=elsewhere, day=TODAY, by=quan, now=NOW)

        entry = search.Entry.objects.get(kind="unit", key=str(village.pk))
        assert entry.path.startswith(elsewhere.path)
        assert "tỉnh Thái Nguyên" in entry.detail

    def test_a_unit_cannot_move_under_its_own_branch(self, quan):
        committee = a_committee()
        office = a_body(parent=committee)

        with pytest.raises(units.CannotStand, match="chính mình"):
            register.move_unit(committee, parent=office, day=TODAY, by=quan, now=NOW)

        assert told(committee) == []

    def test_a_correction_needs_a_reason_and_overwrites(self, quan):
        commune = a_commune("Nhã Lam")
        with pytest.raises(register.CannotChange, match="lý do"):
            register.correct_unit(commune, name="Nhã Nam", reason=" ", by=quan, now=NOW)

        register.correct_unit(commune, name="Nhã Nam", reason="Gõ nhầm", by=quan, now=NOW)

        assert [v.name for v in units.UnitVersion.objects.filter(unit=commune)] == ["Nhã Nam"]
        assert told(commune) == ["units.corrected"]


class TestEnding:
    def test_two_communes_become_a_new_one_and_their_villages_go_along(self, quan):
        province = a_province()
        one, two = a_commune("Tân Trung", parent=province), a_commune("Nhã Nam", parent=province)
        village, committee = a_village("Tiến Phan", parent=one), a_committee(of=two)
        office = a_body(parent=committee)

        new = register.merge_units(
            [one, two],
            into=register.NewUnit("Nhã Nam", "commune", "xã", "07738"),
            day=REFORM,
            by=quan,
            now=NOW,
            basis="Nghị quyết 1658",
        )

        assert names_under(province, REFORM) == ["xã Nhã Nam"]
        assert names_under(new, REFORM) == ["thôn Tiến Phan"]
        assert units.version_of(village, day=date(2025, 6, 30)).parent == one
        office.refresh_from_db()
        assert not office.is_living
        assert {s.predecessor.name for s in units.predecessors_of(new)} == {"Tân Trung", "Nhã Nam"}
        assert told(one) == ["units.merged"]
        assert told(new) == ["units.took_over", "units.created"]

    def test_a_commune_is_merged_into_one_that_goes_on(self, quan):
        province = a_province()
        one, two = a_commune("Một", parent=province), a_commune("Hai", parent=province)

        register.merge_units([one, two], into=two, day=REFORM, by=quan, now=NOW)

        one.refresh_from_db()
        assert not one.is_living
        assert [s.successor for s in units.successors_of(one)] == [two]
        assert list(units.successors_of(two)) == []

    def test_units_of_different_kinds_are_not_merged(self, quan):
        with pytest.raises(register.CannotEnd, match="cùng loại"):
            register.merge_units([a_commune()], into=a_village(), day=REFORM, by=quan, now=NOW)

    def test_nothing_is_half_done_when_a_merge_fails(self, quan):
        province = a_province()
        one, two = a_commune("Một", parent=province), a_commune("Hai", parent=province)
        a_village("Sớm", parent=two, begins=date(2026, 1, 1))

        with pytest.raises(units.CannotStand, match="Sớm"):
            register.merge_units(
                [one, two], into=register.NewUnit("Mới", "commune", "xã", "M1"), day=REFORM, by=quan, now=NOW
            )

        assert units.version_of(one, day=TODAY) is not None
        assert not units.Unit.objects.filter(code="M1").exists()
        assert told(one) == []

    def test_a_unit_is_split_and_each_village_goes_where_it_was_told(self, quan):
        commune = a_commune("Lớn")
        east, west = a_village("Đông", parent=commune), a_village("Tây", parent=commune)

        parts = register.split_unit(
            commune,
            into=[register.NewUnit("Lớn Đông", "commune", "xã"), register.NewUnit("Lớn Tây", "commune", "xã")],
            fates={east.pk: 0, west.pk: 1},
            day=REFORM,
            by=quan,
            now=NOW,
        )

        assert [names_under(part, REFORM) for part in parts] == [["thôn Đông"], ["thôn Tây"]]
        assert all(s.is_partial for s in units.successors_of(commune))

    def test_a_unit_may_give_a_part_away_and_go_on(self, quan):
        province = a_province()
        commune, other = a_commune("Một", parent=province), a_commune("Hai", parent=province)
        village = a_village("Đồi", parent=commune)
        a_village("Ở lại", parent=commune)

        register.split_unit(commune, into=[other], fates={village.pk: 0}, remains=True, day=REFORM, by=quan, now=NOW)

        assert names_under(commune, REFORM) == ["thôn Ở lại"]
        assert names_under(other, REFORM) == ["thôn Đồi"]
        assert told(commune) == ["units.gave_away"]

    def test_an_abolished_unit_takes_its_bodies_with_it(self, quan):
        commune = a_commune()
        office = a_body(parent=a_committee(of=commune))

        register.abolish_unit(commune, day=REFORM, by=quan, now=NOW)

        office.refresh_from_db()
        commune.refresh_from_db()
        assert (office.is_living, commune.is_living) == (False, False)

    def test_a_unit_that_is_no_more_takes_nothing_over(self, quan):
        gone, village = a_village("Cũ"), a_village("Mới")
        units.end_unit(gone, day=REFORM, today=TODAY)

        with pytest.raises(register.CannotEnd, match="thôn Cũ không tồn tại"):
            register.merge_units([village], into=gone, day=TODAY, by=quan, now=NOW)
        with pytest.raises(register.CannotEnd, match="thôn Cũ không tồn tại"):
            register.abolish_unit(village, successors=[gone], day=TODAY, by=quan, now=NOW)

        assert units.version_of(village, day=TODAY) is not None

    def test_a_unit_that_is_no_more_gives_nothing_away(self, quan):
        gone = a_village("Cũ")
        units.end_unit(gone, day=REFORM, today=TODAY)
        part = register.NewUnit("Một phần", "village", "thôn")

        with pytest.raises(register.CannotEnd, match="thôn Cũ không tồn tại"):
            register.split_unit(gone, into=[part], remains=True, day=TODAY, by=quan, now=NOW)


class TestCounting:
    def test_a_second_count_of_a_day_replaces_the_first(self, quan):
        village = a_village()

        register.count_households(village, day=TODAY, households=100, by=quan, now=NOW)
        register.count_households(village, day=TODAY, households=120, residents=450, by=quan, now=NOW)

        assert units.households_on(village.parent, day=TODAY) == 120
        assert audit.history_of(village)[0].before == {"households": 100, "residents": None}

    @pytest.mark.parametrize(("households", "residents"), [(-1, None), (100, 99), (10**9, None)])
    def test_numbers_that_cannot_be_are_refused(self, quan, households, residents):
        with pytest.raises(register.CannotChange):
            register.count_households(
                a_village(), day=TODAY, households=households, residents=residents, by=quan, now=NOW
            )

    def test_only_villages_have_households(self, quan):
        with pytest.raises(register.CannotChange, match="thôn, tổ dân phố"):
            register.count_households(a_commune(), day=TODAY, households=1, by=quan, now=NOW)


class TestFurnishing:
    def test_a_commune_of_two_tiers_gets_departments(self, quan):
        commune = a_commune("Nhã Nam", code="07738")

        made = register.furnish(commune, day=REFORM, by=quan, now=NOW)

        names = {unit.name for unit in made}
        assert {"UBND xã Nhã Nam", "Phòng Kinh tế", "Phòng Văn hóa – Xã hội"} < names
        assert not any("Công chức" in name for name in names)
        phong = units.Unit.objects.get(code="07738.UB.KT")
        assert phong.parent.code == "07738.UB"
        assert told(commune) == ["units.furnished"]

    def test_a_commune_of_before_gets_posts_that_end_with_the_reform(self, quan):
        commune = a_commune("Tân Trung", code="07300")

        register.furnish(commune, day=date(2024, 1, 1), by=quan, now=NOW)

        post = units.Unit.objects.get(code="07300.UB.TPHT")
        assert units.UnitVersion.objects.get(unit=post).ends == REFORM

    def test_a_ward_gets_the_ward_department_and_what_was_unticked_stays_away(self, quan):
        ward = a_commune("Kinh Bắc", form="phường", code="09190")

        made = register.furnish(ward, day=REFORM, by=quan, now=NOW, but={"CD", "UB.HCC"}, also={"UB.YT"})

        suffixes = {unit.code.removeprefix("09190.") for unit in made}
        assert "UB.KTHT" in suffixes and "UB.YT" in suffixes
        assert not suffixes & {"UB.KT", "CD", "UB.HCC"}

    def test_what_is_there_already_stays_and_is_built_upon(self, quan):
        commune = a_commune("Nhã Nam", code="07738")
        committee = a_committee(of=commune)

        register.furnish(commune, day=REFORM, by=quan, now=NOW)
        again = register.furnish(commune, day=REFORM, by=quan, now=NOW)

        assert units.Unit.objects.get(code="07738.UB.VP").parent == committee
        assert not units.Unit.objects.filter(code="07738.UB").exists()
        assert again == []

    def test_a_place_that_is_not_there_cannot_be_furnished(self, quan):
        with pytest.raises(register.CannotFurnish, match="không tồn tại"):
            register.furnish(a_commune(begins=REFORM), day=date(2024, 1, 1), by=quan, now=NOW)
