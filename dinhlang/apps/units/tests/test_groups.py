"""Group expressions become members, as of a day, within a place."""

from datetime import date

import pytest

from dinhlang.apps.units import public as units
from dinhlang.apps.units.models import HouseholdCount
from dinhlang.apps.units.tests.factories import (
    a_body,
    a_committee,
    a_commune,
    a_district,
    a_post,
    a_province,
    a_village,
)

DAY = date(2026, 11, 20)


@pytest.fixture
def province(db):
    """Two communes with committees and villages, two departments, one state enterprise."""
    province = a_province()
    committee = a_committee(of=province)
    a_body("Sở Nội vụ", parent=committee)
    a_body("Sở Tư pháp", parent=committee)
    a_body("Doanh nghiệp nhà nước Khai thác thủy lợi", kind="enterprise", parent=province)
    a_body("Doanh nghiệp tư nhân Hòa Bình", kind="enterprise", parent=province)
    a_body("Hội Nông dân tỉnh", kind="union", parent=province)
    a_body("Trung tâm Quan trắc", kind="service_unit", parent=committee)
    for name, form in (("Nhã Nam", "xã"), ("Kinh Bắc", "phường")):
        commune = a_commune(name, form=form, parent=province)
        a_body("Phòng Kinh tế", parent=a_committee(of=commune))
        a_village(f"Thôn của {name}", parent=commune)
        if form == "xã":
            a_body("Hội Phụ nữ xã Nhã Nam", kind="union", parent=commune)
            a_post(parent=units.Unit.objects.get(name="UBND xã Nhã Nam"))
    return province


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("UBND các xã, phường", {"UBND xã Nhã Nam", "UBND phường Kinh Bắc"}),
        ("Ủy ban nhân dân cấp xã", {"UBND xã Nhã Nam", "UBND phường Kinh Bắc"}),
        ("các xã, phường", {"UBND xã Nhã Nam", "UBND phường Kinh Bắc"}),
        ("Các sở, ban, ngành", {"Sở Nội vụ", "Sở Tư pháp"}),
        ("các phòng, ban chuyên môn", {"Sở Nội vụ", "Sở Tư pháp"}),
        ("các doanh nghiệp nhà nước trên địa bàn tỉnh", {"Doanh nghiệp nhà nước Khai thác thủy lợi"}),
        ("các thôn, tổ dân phố", {"Thôn của Nhã Nam", "Thôn của Kinh Bắc"}),
        ("Trưởng các thôn", {"Thôn của Nhã Nam", "Thôn của Kinh Bắc"}),
        ("Các tổ chức chính trị - xã hội tỉnh", {"Hội Nông dân tỉnh"}),
        ("các tổ chức chính trị - xã hội xã", {"Hội Phụ nữ xã Nhã Nam"}),
        ("các sở, ban, ngành, đoàn thể tỉnh", {"Sở Nội vụ", "Sở Tư pháp", "Hội Nông dân tỉnh"}),
        (
            "Các sở, ngành, UBND các xã, phường",
            {"Sở Nội vụ", "Sở Tư pháp", "UBND xã Nhã Nam", "UBND phường Kinh Bắc"},
        ),
        ("các đơn vị sự nghiệp công lập", {"Trung tâm Quan trắc"}),
        ("các địa phương", {"UBND xã Nhã Nam", "UBND phường Kinh Bắc"}),
        ("Công chức Tư pháp – Hộ tịch các xã", {"Công chức Tư pháp – Hộ tịch"}),
    ],
)
def test_a_group_expression_names_its_members(province, words, expected):
    group = units.understand_group(words)

    members = units.members_of(group, within=province, day=DAY)

    assert {member.name for member in members} == expected


@pytest.mark.parametrize(
    "words",
    [
        "Sở Nội vụ",
        "UBND xã Nhã Nam",
        "UBND tỉnh",
        "Phòng Văn hóa và Thông tin",
        "Đài Truyền thanh",
        "Sở Nội vụ, Sở Tư pháp",
        "các tổ chức, cá nhân có liên quan",
        "Bộ trưởng Bộ Nội vụ",
        "",
    ],
)
def test_a_single_body_is_no_group(words):
    assert units.understand_group(words) is None


def test_members_are_those_of_the_day(province):
    new = a_commune("Tân Yên", parent=province, begins=date(2026, 1, 1))
    a_committee(of=new, begins=date(2026, 1, 1))
    group = units.understand_group("UBND các xã, phường")

    assert units.members_of(group, within=province, day=date(2025, 12, 31)).count() == 2
    assert units.members_of(group, within=province, day=date(2026, 1, 1)).count() == 3


def test_households_are_those_of_the_latest_count(db):
    commune = a_commune()
    for name, counts in (
        ("Một", [(date(2024, 1, 1), 100), (date(2026, 1, 1), 120)]),
        ("Hai", [(date(2024, 1, 1), 80)]),
    ):
        village = a_village(name, parent=commune)
        for day, households in counts:
            HouseholdCount.objects.create(unit=village, day=day, households=households)

    assert units.households_on(commune, day=date(2025, 1, 1)) == 180
    assert units.households_on(commune, day=DAY) == 200
    assert units.households_on(commune, day=date(2023, 1, 1)) is None


def test_committees_of_districts_are_there_only_while_districts_were(province):
    district = a_district("Tân Yên", parent=province)
    a_committee(of=district)
    units.end_unit(district, day=date(2025, 7, 1), today=DAY, with_branch=True)
    group = units.understand_group("UBND các huyện, thành phố")

    before = units.members_of(group, within=province, day=date(2025, 6, 30))

    assert [member.name for member in before] == ["UBND huyện Tân Yên"]
    assert not units.members_of(group, within=province, day=date(2025, 7, 1)).exists()


@pytest.mark.parametrize(("words", "is_some"), [("các sở, ngành liên quan", True), ("các sở, ngành", False)])
def test_a_group_of_those_concerned_says_that_a_person_must_choose(words, is_some):
    assert units.understand_group(words).is_some == is_some
