"""How far the words of a role reach in the tree of units, and through time."""

from datetime import date

import pytest

from dinhlang.apps.people.models import ROLE_LABELS, WORD_LABELS, WORD_NAMES, RoleKind
from dinhlang.apps.people.queries import holders_at, people_who_may, person_on, units_meant, with_roles_on
from dinhlang.apps.people.rules import Word
from dinhlang.apps.people.tests.factories import (
    a_leader,
    a_person,
    a_stranger,
    a_viewer,
    an_administrator,
    an_officer,
    with_role,
)
from dinhlang.apps.units.tests.factories import TODAY, a_committee, a_commune, a_province, an_office

pytestmark = pytest.mark.django_db


def test_every_word_and_role_is_explained():
    assert set(WORD_NAMES) == set(WORD_LABELS) == set(Word)
    assert set(ROLE_LABELS) == set(RoleKind)


def test_an_officer_of_a_committee_reads_all_of_the_commune_and_reports_only_for_the_committee():
    commune = a_commune()
    committee = a_committee(of=commune)
    ha = an_officer(at=committee)

    assert ha.reach(Word.PLANS_READ) == [commune.path]
    assert ha.reach(Word.TASKS_PROGRESS) == [committee.path]


def test_an_office_acts_in_the_name_of_its_committee():
    committee = a_committee()
    ha = an_officer(at=an_office(of=committee))

    assert ha.units_to(Word.TASKS_HAND_OUT) == [committee]


def test_a_neighbour_is_out_of_reach():
    province = a_province()
    ha = an_officer(at=a_committee(of=a_commune("Nhã Nam", parent=province)))
    other = a_commune("Tân Yên", parent=province)

    assert not ha.may(Word.PLANS_READ, at=other.path)


def test_a_role_holds_from_its_first_day_until_before_its_last():
    commune = a_commune()
    ha = with_role(a_person(), "officer", commune, begins=date(2026, 1, 1), ends=date(2026, 6, 1))

    assert [bool(with_roles_on(ha, day=day).roles_in_force) for day in (date(2025, 12, 31), date(2026, 1, 1))] == [
        False,
        True,
    ]
    assert [bool(with_roles_on(ha, day=day).roles_in_force) for day in (date(2026, 5, 31), date(2026, 6, 1))] == [
        True,
        False,
    ]


def test_a_locked_account_is_nobody():
    ha = an_officer()
    ha.is_active = False
    ha.save()

    assert person_on(ha.pk, day=TODAY) is None


def test_a_person_without_roles_loaded_is_a_mistake_of_the_developer():
    ha = type(an_officer()).objects.get()

    with pytest.raises(RuntimeError, match="roles are in force on a day"):
        ha.may(Word.PLANS_READ)


def test_everyone_who_may_do_something_in_a_commune_is_listed_with_the_reason(django_assert_max_num_queries):
    province = a_province()
    commune = a_commune(parent=province)
    ha = an_officer(at=an_office(of=a_committee(of=commune)))
    van = a_viewer(at=a_committee(of=province))
    an_officer(at=a_committee(of=a_commune("Xã khác", parent=province)))

    with django_assert_max_num_queries(2):
        holders = {holder.person: holder for holder in holders_at(commune, day=TODAY)}

    assert set(holders) == {ha, van}
    assert Word.TASKS_PROGRESS not in holders[ha].words
    assert [str(role.kind) for role in holders[van].words[Word.PLANS_READ]] == ["viewer"]
    assert len(holders[ha].reasons) == 1


def test_who_may_sign_is_found_by_the_committee_and_not_above_it():
    committee = a_committee()
    lan = a_leader(at=committee)
    an_officer(at=committee)
    a_stranger()

    assert people_who_may(Word.DOCUMENTS_SIGN, at=committee.path, day=TODAY) == [lan]
    assert people_who_may(Word.DOCUMENTS_SIGN, at=committee.parent.path, day=TODAY) == []


@pytest.mark.parametrize("words", ["nha nam", "Xã Nhã Nam", "X.01", "xã Nhã Nam (X.01)", "x.01"])
def test_a_unit_is_found_by_name_or_code_with_or_without_marks(words):
    commune = a_commune("Nhã Nam", code="X.01")
    a_commune("Tân Yên", parent=commune.parent)

    assert list(units_meant(words, within=[commune.parent.path])) == [commune]


def test_a_unit_out_of_reach_is_not_found():
    commune, other = a_commune("Nhã Nam"), a_commune("Nhã Nam")

    assert list(units_meant("nhã nam", within=[other.path])) == [other]
    assert list(units_meant(commune.code, within=[])) == []


def test_people_are_sorted_by_the_given_name():
    tree = [a_person(name) for name in ("Trần Văn Đức", "Lê Thị Ánh", "Nguyễn Văn Dũng")]

    assert [p.full_name for p in type(tree[0]).objects.in_order()] == ["Lê Thị Ánh", "Nguyễn Văn Dũng", "Trần Văn Đức"]


def test_an_administrator_reaches_the_place_of_the_own_unit():
    committee = a_committee()

    assert an_administrator(at=committee).reach(Word.PEOPLE_MANAGE) == [committee.parent.path]
