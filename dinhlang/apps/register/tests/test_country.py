"""The facts of the country before and after 01/07/2025, and what became of what. No database."""

import time
from collections import Counter
from datetime import date

import pytest

from dinhlang.apps.register import country, reform

BEFORE = {unit.code: unit for unit in country.country_before()}
AFTER = {unit.code: unit for unit in country.country_after()}
SUCCESSORS = {}
PREDECESSORS = {}
for fact in reform.successions():
    SUCCESSORS.setdefault(fact.old_code, []).append(fact)
    PREDECESSORS.setdefault(fact.new_code, []).append(fact)


def goes_on(unit):
    return not unit.register_code.endswith(reform.OLD)


def one(units, full_name, under=None):
    (found,) = [u for u in units.values() if u.full_name == full_name and (under is None or u.parent_code == under)]
    return found


def test_three_tiers_before_the_reform():
    assert Counter(unit.kind for unit in BEFORE.values()) == {"province": 63, "district": 696, "commune": 10_035}


def test_two_tiers_after_it():
    assert Counter(unit.kind for unit in AFTER.values()) == {"province": 34, "commune": 3_321}


def test_the_forms_of_today_and_of_the_day_of_the_reform():
    communes = [unit for unit in AFTER.values() if unit.kind == "commune"]

    assert Counter(unit.form for unit in communes) == {"xã": 2_611, "phường": 697, "đặc khu": 13}
    assert Counter(unit.first_form for unit in communes) == {"xã": 2_621, "phường": 687, "đặc khu": 13}


def test_every_later_form_is_the_form_of_the_list():
    later = {row["code"]: row["form_2026"] for row in reform.rows("later-forms")}

    assert later == {code: AFTER[code].form for code in later}


@pytest.mark.parametrize("units", [BEFORE, AFTER])
def test_every_parent_exists_and_is_wider(units):
    wider = {"commune": {"district", "province"}, "district": {"province"}}
    for unit in units.values():
        if unit.kind == "province":
            assert unit.parent_code == unit.parent_register_code == ""
        else:
            parent = units[unit.parent_code]
            assert parent.kind in wider[unit.kind]
            assert parent.register_code == unit.parent_register_code


def test_no_parent_ends_before_its_children():
    for unit in [u for u in BEFORE.values() if u.parent_code]:
        assert BEFORE[unit.parent_code].ends in (None, unit.ends)


def test_a_register_code_names_one_unit_and_a_day_one_row():
    every_row = {*BEFORE.values(), *AFTER.values()}

    assert len({(unit.register_code, unit.begins) for unit in every_row}) == len(every_row)
    assert max(Counter(unit.register_code for unit in every_row).values()) == 2


def test_no_succession_dangles():
    for fact in reform.successions():
        assert fact.old_code in BEFORE
        assert AFTER[fact.new_code].begins == fact.day == date(2025, 7, 1)
        assert fact.old_register_code == BEFORE[fact.old_code].register_code


def test_provinces_follow_provinces_and_communes_communes():
    odd = [f for f in reform.successions() if BEFORE[f.old_code].kind != AFTER[f.new_code].kind]

    assert {BEFORE[fact.old_code].full_name for fact in odd} == {
        f"huyện {island}" for island in ("Bạch Long Vĩ", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn", "Côn Đảo")
    }


def test_every_old_province_and_commune_goes_on_or_has_a_successor():
    for unit in BEFORE.values():
        if unit.kind != "district":
            assert goes_on(unit) != (unit.code in SUCCESSORS)


def test_every_new_unit_goes_on_or_has_a_predecessor():
    for unit in AFTER.values():
        same = unit.code in BEFORE and goes_on(BEFORE[unit.code])
        assert same != (unit.code in PREDECESSORS)


def test_who_goes_on_keeps_its_name_and_form():
    same = [unit for unit in BEFORE.values() if goes_on(unit)]

    assert Counter(unit.kind for unit in same) == {"province": 11, "commune": 127}
    assert all((unit.name, unit.form) == (AFTER[unit.code].name, AFTER[unit.code].form) for unit in same)


def test_an_unchanged_province_is_one_row():
    assert BEFORE["01"] is AFTER["01"]
    assert AFTER["01"].full_name == "thành phố Hà Nội"


def test_an_unchanged_commune_moves_from_its_district_to_its_province():
    before, after = BEFORE["26119"], AFTER["26119"]

    assert before.register_code == after.register_code == "26119"
    assert (before.parent_register_code, before.ends) == ("734-cu", reform.REFORM_DAY)
    assert (after.parent_register_code, after.begins) == ("75", reform.REFORM_DAY)


def test_successors_lie_in_the_province_that_took_over_the_old_one():
    for fact in reform.successions():
        if AFTER[fact.new_code].kind == "commune":
            old = BEFORE[fact.old_code]
            province = old.parent_code if old.kind == "district" else BEFORE[old.parent_code].parent_code
            taken_by = [f.new_code for f in SUCCESSORS.get(province, [])] or [province]
            assert AFTER[fact.new_code].parent_code in taken_by


def test_whoever_went_to_several_is_marked_as_split():
    for facts in SUCCESSORS.values():
        assert all(fact.is_partial for fact in facts) == (len(facts) > 1)


def test_a_ward_of_ha_noi_that_was_split():
    thanh_nhan = one(BEFORE, "phường Thanh Nhàn")

    heirs = {AFTER[fact.new_code].full_name for fact in SUCCESSORS[thanh_nhan.code]}

    assert heirs == {"phường Bạch Mai", "phường Hai Bà Trưng"}


def test_provinces_rest_on_the_resolution_of_the_national_assembly():
    (fact,) = SUCCESSORS["27"]

    assert fact.basis == reform.LegalBasis("202/2025/QH15", date(2025, 6, 12)) == reform.bases()[""]
    assert str(fact.basis) == "Nghị quyết 202/2025/QH15"


def test_communes_rest_on_the_resolution_for_their_province():
    assert PREDECESSORS["10705"][0].basis.number == "1669/NQ-UBTVQH15"
    assert set(reform.bases()) == {"", *(unit.code for unit in AFTER.values() if unit.kind == "province")}


def test_phuoc_long_of_plan_b_is_a_ward_of_dong_nai():
    phuoc_long = one(AFTER, "phường Phước Long", under="75")
    town = one(BEFORE, "thị xã Phước Long")

    old = {BEFORE[fact.old_code].full_name for fact in PREDECESSORS[phuoc_long.code]}

    assert old == {"phường Long Thủy", "phường Thác Mơ", "phường Sơn Giang", "xã Phước Tín"}
    assert phuoc_long.code in country.heirs_of_district(town.code)


def test_tan_trung_of_plan_e_went_into_nha_nam_of_bac_ninh():
    tan_trung = one(BEFORE, "xã Tân Trung", under=one(BEFORE, "huyện Tân Yên").code)

    (fact,) = SUCCESSORS[tan_trung.code]

    assert AFTER[fact.new_code].full_name == "xã Nhã Nam"
    assert AFTER[AFTER[fact.new_code].parent_code].full_name == "tỉnh Bắc Ninh"
    assert not fact.is_partial


def test_lac_vien_of_plan_d_was_gone_before_the_lists_begin():
    assert not [unit for unit in (*BEFORE.values(), *AFTER.values()) if unit.name == "Lạc Viên"]


def test_vinh_cuu_of_plan_c_ended_with_the_districts():
    vinh_cuu = one(BEFORE, "huyện Vĩnh Cửu")

    assert (vinh_cuu.ends, vinh_cuu.register_code) == (reform.REFORM_DAY, f"{vinh_cuu.code}-cu")
    assert "Trị An" in {AFTER[code].name for code in country.heirs_of_district(vinh_cuu.code)}


def test_a_whole_island_district_became_a_special_zone():
    kien_hai = one(AFTER, "đặc khu Kiên Hải")

    old = {BEFORE[fact.old_code].name for fact in PREDECESSORS[kien_hai.code]}

    assert old == {"Hòn Tre", "Lại Sơn", "An Sơn", "Nam Du"}


def test_every_district_has_heirs():
    for unit in BEFORE.values():
        if unit.kind == "district":
            assert country.heirs_of_district(unit.code)


@pytest.mark.parametrize(
    ("form", "name", "said"),
    [
        ("xã", "Nhã Nam", "xã Nhã Nam"),
        ("phường", "1", "phường 1"),
        ("quận", "3", "quận 3"),
        ("phường", "Phường Đúc", "Phường Đúc"),
    ],
)
def test_how_a_unit_is_called(form, name, said):
    assert country.full_name(form, name) == said


def test_what_was_decided_by_hand_is_in_the_facts():
    facts = {(fact.old_code, fact.new_code) for fact in reform.successions()}

    for row in reform.rows("overrides"):
        assert row["reason"]
        assert not row["old_code"] or (row["old_code"], row["new_code"]) in facts


def test_nothing_is_left_unresolved():
    assert reform.rows("unresolved") == []


@pytest.mark.slow
def test_the_whole_country_is_read_in_a_moment():
    for reader in (reform.bases, reform.successions, reform.ended_codes, country.country_before, country.country_after):
        reader.cache_clear()

    started = time.process_time()
    country.country_after()

    assert time.process_time() - started < 10
