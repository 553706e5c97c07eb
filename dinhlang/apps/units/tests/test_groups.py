"""Group expressions become members, as of a day, within a place."""

from datetime import date

import pytest

from dinhlang.apps.units import public as units
from dinhlang.apps.units.models import HouseholdCount
from dinhlang.apps.units.tests.factories import (
    a_body,
    a_committee,
    a_commune,
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
    for name, form in (("Nhã Nam", "xã"), ("Kinh Bắc", "phường")):
        commune = a_commune(name, form=form, parent=province)
        a_body("Phòng Kinh tế", parent=a_committee(of=commune))
        a_village(f"Thôn của {name}", parent=commune)
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
    ],
)
def test_a_group_expression_names_its_members(province, words, expected):
    group = units.understand_group(words)

    members = units.members_of(group, within=province, day=DAY)

    assert {member.name for member in members} == expected


@pytest.mark.parametrize("words", ["Sở Nội vụ", "UBND xã Nhã Nam", "Phòng Văn hóa và Thông tin", "Đài Truyền thanh"])
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
