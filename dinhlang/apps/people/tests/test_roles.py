"""Giving and ending roles."""

from datetime import date, timedelta

import pytest

from dinhlang.apps.people import actions
from dinhlang.apps.people.models import Role
from dinhlang.apps.people.tests.factories import NOW, a_person, an_administrator, an_officer, with_role
from dinhlang.apps.units.tests.factories import TODAY, a_body, a_committee, a_commune, a_province, a_unit

pytestmark = pytest.mark.django_db
TOMORROW = TODAY + timedelta(days=1)


def give(person, unit, by=None, **facts):
    return actions.give_role(person, **{"kind": "officer", "begins": TODAY, **facts}, unit=unit, by=by, now=NOW)


def test_a_role_is_given_in_a_department_of_the_own_commune():
    committee = a_committee()
    department = a_body(parent=committee)

    role = give(a_person(), department, an_administrator(at=committee), title=" Phó phòng ", ends=date(2027, 1, 1))

    assert (role.place, role.title, role.ends) == (committee.parent, "Phó phòng", date(2027, 1, 1))


def test_a_role_in_a_neighbouring_commune_is_refused():
    quan = an_administrator()

    with pytest.raises(actions.CannotGiveRole, match="ngoài phạm vi quản trị") as refused:
        give(a_person(), a_committee(), quan)

    assert refused.value.field == "unit"


def test_an_administrator_of_a_commune_cannot_make_one_of_the_province():
    province = a_province()
    quan = an_administrator(at=a_committee(of=a_commune(parent=province)))

    with pytest.raises(actions.CannotGiveRole, match="ngoài phạm vi"):
        give(a_person(), a_committee(of=province), quan, kind="administrator")


def test_an_officer_gives_no_roles():
    committee = a_committee()

    with pytest.raises(actions.CannotGiveRole, match="ngoài phạm vi"):
        give(a_person(), committee, an_officer(at=committee))


@pytest.mark.parametrize("ends", [TODAY, date(2020, 1, 1)])
def test_a_role_that_ends_before_it_begins_is_refused(ends):
    with pytest.raises(actions.CannotGiveRole, match="phải sau ngày bắt đầu") as refused:
        give(a_person(), a_committee(), ends=ends)

    assert refused.value.field == "ends"


def test_a_role_in_a_unit_that_is_not_yet_there_is_refused():
    unit = a_unit("Tổ công tác", begins=TOMORROW)

    with pytest.raises(actions.CannotGiveRole, match="không hoạt động vào ngày 20/11/2026") as refused:
        give(a_person(), unit)

    assert refused.value.field == "begins"


@pytest.mark.parametrize(
    ("begins", "ends"),
    [(date(2026, 1, 1), None), (date(2025, 1, 1), date(2026, 2, 2)), (date(2026, 5, 5), date(2026, 5, 6))],
)
def test_the_same_role_twice_on_a_day_is_refused(begins, ends):
    unit = a_committee()
    ha = with_role(a_person(), "officer", unit, begins=date(2026, 2, 1), ends=date(2026, 8, 1))

    with pytest.raises(actions.CannotGiveRole, match="đã là Chuyên viên, UBND xã Nhã Nam từ ngày 01/02/2026"):
        give(ha, unit, begins=begins, ends=ends)


def test_the_same_role_again_after_a_pause_and_another_role_beside_are_given():
    unit = a_committee()
    ha = with_role(a_person(), "officer", unit, begins=date(2026, 2, 1), ends=date(2026, 8, 1))

    give(ha, unit, begins=date(2026, 8, 1))
    give(ha, unit, kind="inspector", begins=date(2026, 3, 1))

    assert Role.objects.filter(person=ha).count() == 3


def end(role, by, **facts):
    actions.end_role(role, **{"day": TODAY, "reason": "chuyển công tác", **facts}, by=by, now=NOW)


def test_a_role_ends_on_a_day():
    committee = a_committee()
    role = an_officer(at=committee).roles.get()

    end(role, an_administrator(at=committee))

    assert not Role.objects.on(TODAY).filter(pk=role.pk).exists()
    assert Role.objects.on(TODAY - timedelta(days=1)).filter(pk=role.pk).exists()


def test_a_role_given_by_mistake_is_withdrawn_at_once():
    committee = a_committee()
    role = give(a_person(), committee)

    end(role, an_administrator(at=committee), reason="nhầm người")

    assert not Role.objects.filter(pk=role.pk).exists()


@pytest.mark.parametrize(
    ("facts", "words"), [({"reason": " "}, "Hãy ghi lý do"), ({"day": date(2027, 1, 1)}, "đã kết thúc từ ngày")]
)
def test_ending_needs_a_reason_and_a_day_before_its_end(facts, words):
    committee = a_committee()
    role = with_role(a_person(), "officer", committee, ends=date(2026, 12, 1)).roles.get()

    with pytest.raises(actions.CannotEndRole, match=words):
        end(role, an_administrator(at=committee), **facts)


def test_a_role_out_of_reach_is_not_ended():
    with pytest.raises(actions.CannotEndRole, match="ngoài phạm vi"):
        end(an_officer().roles.get(), an_administrator())


def test_the_own_last_administrators_role_is_not_ended():
    quan = an_administrator()

    with pytest.raises(actions.CannotEndRole, match="quản trị cuối cùng"):
        end(quan.roles.get(), quan)


def test_with_a_second_one_the_own_administrators_role_is_ended():
    province = a_province()
    committee = a_committee(of=a_commune(parent=province))
    quan = with_role(an_administrator(at=committee), "administrator", a_committee(of=province))

    end(quan.roles.get(unit=committee), quan)

    assert Role.objects.on(TODAY).get(person=quan).unit != committee


def test_the_house_itself_may_end_a_role():
    role = an_officer().roles.get()

    end(role, None)

    assert Role.objects.get(pk=role.pk).ends == TODAY
