"""Making, changing and locking accounts."""

import pytest

from dinhlang.apps.people import actions
from dinhlang.apps.people.models import Person, Role
from dinhlang.apps.people.queries import with_roles_on
from dinhlang.apps.people.rules import Word
from dinhlang.apps.people.tests.factories import NOW, a_person, an_administrator, an_officer, with_role
from dinhlang.apps.units.tests.factories import TODAY, a_committee, a_commune, a_province

pytestmark = pytest.mark.django_db


def create(by, unit, **facts):
    known = {"username": "ha.nguyen", "full_name": "Nguyễn Thị Hà", "kind": "officer", "begins": TODAY}
    return actions.create_person(**{**known, **facts}, unit=unit, by=by, now=NOW)


def test_a_new_person_has_a_role_and_a_password_that_works():
    committee = a_committee()
    quan = an_administrator(at=committee)

    ha, password = create(quan, committee, username=" Ha.Nguyen ", full_name="  Nguyễn  Thị Hà ")

    assert (ha.username, ha.full_name) == ("ha.nguyen", "Nguyễn Thị Hà")
    assert ha.check_password(password)
    assert with_roles_on(ha, day=TODAY).may(Word.TASKS_HAND_OUT, at=committee.path)


def test_every_first_password_is_another():
    committee = a_committee()
    quan = an_administrator(at=committee)

    passwords = {create(quan, committee, username=f"ha{n}")[1] for n in range(3)}

    assert len(passwords) == 3
    assert all(len(password) == 19 for password in passwords)


def test_the_demo_may_choose_the_password():
    assert create(None, a_committee(), password="cây đa")[0].check_password("cây đa")


@pytest.mark.parametrize("username", ["", "hà", "ha nguyen", "a", "../etc", "x" * 61, "<b>"])
def test_a_user_name_that_cannot_be_typed_everywhere_is_refused(username):
    with pytest.raises(actions.CannotCreatePerson, match="gồm 2 đến 60 chữ") as refused:
        create(None, a_committee(), username=username)

    assert refused.value.field == "username"


def test_a_taken_user_name_is_refused_whatever_its_capitals():
    committee = a_committee()
    create(None, committee)

    with pytest.raises(actions.CannotCreatePerson, match="đã có người dùng"):
        create(None, committee, username="HA.Nguyen")


def test_a_name_of_spaces_is_refused():
    with pytest.raises(actions.CannotCreatePerson, match="họ và tên"):
        create(None, a_committee(), full_name="   ")


def test_nothing_is_half_made_when_the_role_is_refused():
    quan = an_administrator(at=a_committee())

    with pytest.raises(actions.CannotGiveRole, match="ngoài phạm vi"):
        create(quan, a_committee())

    assert not Person.objects.filter(username="ha.nguyen").exists()


def test_the_first_administrator_looks_after_the_whole_place():
    commune = a_commune()

    person, password = actions.make_first_administrator(
        username="quan", full_name="Vũ Anh Quân", unit=commune, now=NOW, day=TODAY
    )

    assert person.check_password(password)
    assert with_roles_on(person, day=TODAY).may(Word.PEOPLE_MANAGE, at=commune.path)


def changed(person, by, **facts):
    known = {"full_name": person.full_name, "honorific": "", "email": "", "phone": ""}
    return actions.change_person(person, **{**known, **facts}, by=by, now=NOW)


def test_a_name_is_changed_and_sorted_anew():
    committee = a_committee()
    ha = with_role(a_person("Nguyễn Thị Hà"), "officer", committee)

    changed(ha, an_administrator(at=committee), full_name="Nguyễn Thị Ánh")

    assert Person.objects.named("thi anh").get() == ha


def test_changing_nothing_is_refused():
    committee = a_committee()
    ha = with_role(a_person("Nguyễn Thị Hà"), "officer", committee)

    with pytest.raises(actions.CannotChangePerson, match="Chưa có gì thay đổi"):
        changed(ha, an_administrator(at=committee))


def test_a_communes_administrator_cannot_touch_someone_who_also_works_for_the_province():
    province = a_province()
    committee = a_committee(of=a_commune(parent=province))
    quan, ha = an_administrator(at=committee), an_officer(at=committee)
    with_role(ha, "viewer", province)

    for act in (
        lambda: changed(ha, quan, phone="0912"),
        lambda: actions.set_active(ha, is_active=False, reason="nghỉ", by=quan, now=NOW),
        lambda: actions.reset_password(ha, by=quan, now=NOW),
    ):
        with pytest.raises((actions.CannotChangePerson, actions.CannotChangePassword), match="cấp trên"):
            act()


def test_a_role_elsewhere_that_is_over_does_not_matter():
    province = a_province()
    committee = a_committee(of=a_commune(parent=province))
    ha = an_officer(at=committee)
    with_role(ha, "viewer", province, ends=TODAY)

    actions.set_active(ha, is_active=False, reason="nghỉ việc", by=an_administrator(at=committee), now=NOW)

    assert not Person.objects.get(pk=ha.pk).is_active


@pytest.mark.parametrize(
    ("is_active", "reason", "words"), [(True, "lý do", "đang dùng rồi"), (False, "  ", "Hãy ghi lý do")]
)
def test_locking_needs_a_reason_and_a_change(is_active, reason, words):
    committee = a_committee()
    ha = an_officer(at=committee)

    with pytest.raises(actions.CannotSetActive, match=words):
        actions.set_active(ha, is_active=is_active, reason=reason, by=an_administrator(at=committee), now=NOW)


def test_nobody_locks_themselves_out():
    quan = an_administrator()

    with pytest.raises(actions.CannotSetActive, match="tự khóa"):
        actions.set_active(quan, is_active=False, reason="thử", by=quan, now=NOW)


def test_a_locked_account_is_opened_again():
    committee = a_committee()
    ha, quan = an_officer(at=committee), an_administrator(at=committee)
    actions.set_active(ha, is_active=False, reason="nghỉ phép dài", by=quan, now=NOW)

    actions.set_active(ha, is_active=True, reason="trở lại", by=quan, now=NOW)

    assert Person.objects.get(pk=ha.pk).is_active
    assert Role.objects.filter(person=ha).count() == 1
