"""Standing in for somebody who is absent: what it allows, for whom the record says it was done, and how it ends."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dinhlang.apps.people.access import may_manage_account
from dinhlang.apps.people.actions import (
    CannotChangePassword,
    CannotChangePerson,
    CannotEndRole,
    CannotGiveRole,
    CannotMakeProgram,
    CannotStandIn,
    create_person,
    end_role,
    end_stand_in,
    give_role,
    let_stand_in,
    make_program,
    reset_password,
    set_active,
)
from dinhlang.apps.people.models import StandIn
from dinhlang.apps.people.queries import holders_at, people_who_may, with_roles_on
from dinhlang.apps.people.rules import Word
from dinhlang.apps.people.tests.factories import NOW, a_leader, an_administrator, an_officer, sign_in
from dinhlang.apps.units.tests.factories import TODAY, a_committee, a_commune, a_province
from dinhlang.base import clock
from dinhlang.base.testing import status_of, text_of

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


@pytest.fixture
def commune():
    return a_commune(parent=a_province())


@pytest.fixture
def committee(commune):
    return a_committee(of=commune)


@pytest.fixture
def quan(committee):
    return an_administrator(at=committee)


@pytest.fixture
def lan(committee):
    """The leader, who will be absent."""
    return a_leader(at=committee)


@pytest.fixture
def ha(committee):
    return an_officer(at=committee)


def let(person, absent, *, by, begins=TODAY, ends=TODAY + WEEK, reason="đi học"):
    return let_stand_in(person, absent=absent, begins=begins, ends=ends, reason=reason, by=by, now=NOW)


def on(person, day=TODAY):
    return with_roles_on(person, day=day)


def test_from_the_first_day_until_before_the_last_the_words_of_the_absent_hold(ha, lan, quan, committee):
    let(ha, lan, by=quan, begins=TODAY + timedelta(days=1))
    days = [TODAY, TODAY + timedelta(days=1), TODAY + WEEK - timedelta(days=1), TODAY + WEEK]

    signs = [on(ha, day).may(Word.DOCUMENTS_SIGN, at=committee.path) for day in days]

    assert signs == [False, True, True, False]
    assert on(lan, days[1]).may(Word.DOCUMENTS_SIGN, at=committee.path)


def test_only_the_absents_own_roles_are_lent_and_not_those_lent_to_them(ha, lan, quan, committee):
    viewer = an_officer(at=a_committee())
    let(lan, quan, by=quan)
    let(viewer, lan, by=quan)

    assert on(viewer).may(Word.DOCUMENTS_SIGN, at=committee.path)
    assert not on(viewer).may(Word.PEOPLE_MANAGE, at=committee.path)


def test_for_someone_whose_account_is_locked_nobody_stands_in(ha, lan, quan, committee):
    let(ha, lan, by=quan)
    set_active(lan, is_active=False, reason="thôi việc", by=quan, now=NOW)

    assert not on(ha).may(Word.DOCUMENTS_SIGN, at=committee.path)


def test_an_act_is_done_for_the_absent_only_where_ones_own_role_does_not_allow_it(ha, lan, quan, committee):
    let(ha, lan, by=quan)
    person = on(ha)

    person.may(Word.TASKS_ACCEPT, at=committee.path)
    assert person.acts_for(committee.path) is None
    person.may(Word.DOCUMENTS_SIGN, at=committee.path)
    assert person.acts_for(committee.path) == lan
    person.may(Word.PLANS_READ, at=committee.path)
    assert person.acts_for(committee.path) == lan


def test_where_no_question_was_asked_the_unit_tells_for_whom(ha, lan, quan):
    other = a_committee(of=a_commune("Tân Trung"))
    chief = an_administrator(at=other)
    away = an_officer(at=other)
    let(ha, away, by=chief)

    assert on(ha).acts_for(other.path) == away
    assert on(ha).acts_for(on(ha).roles_in_force[0].unit.path) is None


def test_who_stands_in_is_among_those_who_may_and_the_page_says_for_whom(client, ha, lan, quan, committee):
    let(ha, lan, by=quan, begins=TODAY)

    assert set(people_who_may(Word.DOCUMENTS_SIGN, at=committee.path, day=TODAY)) == {ha, lan}
    holder = next(one for one in holders_at(committee, day=TODAY) if one.person == ha)
    assert Word.DOCUMENTS_SIGN in holder.words
    assert {role.person: role.ends for role in holder.reasons} == {ha: None, lan: TODAY + WEEK}


def test_whoever_stands_in_for_the_province_is_no_longer_the_communes_to_reset(ha, quan, commune):
    chief = an_administrator(at=a_committee(of=commune.parent))
    assert may_manage_account(quan, ha, day=TODAY)

    let(ha, chief, by=chief, begins=TODAY + WEEK, ends=TODAY + 2 * WEEK)

    assert not may_manage_account(quan, ha, day=TODAY)
    assert may_manage_account(quan, ha, day=TODAY + 2 * WEEK)


def test_who_stands_in_for_an_administrator_cannot_become_them_nor_lock_them_out(ha, quan, committee):
    let(ha, quan, by=an_administrator(at=committee))
    deputy, other = on(ha), an_officer(at=committee)
    facts = {"by": deputy, "now": NOW}

    assert may_manage_account(deputy, other, day=TODAY)
    with pytest.raises(CannotChangePassword):
        reset_password(quan, **facts)
    with pytest.raises(CannotChangePerson):
        set_active(quan, is_active=False, reason="thử", **facts)
    with pytest.raises(CannotEndRole):
        end_role(quan.roles.get(), day=TODAY, reason="thử", **facts)
    with pytest.raises(CannotStandIn, match="không quản lý"):
        let(other, quan, by=deputy, begins=TODAY + WEEK, ends=TODAY + 2 * WEEK)


def test_an_administrator_who_stands_in_for_a_leader_looks_after_them_as_before(lan, quan, committee):
    let(quan, lan, by=an_administrator(at=committee))

    assert may_manage_account(on(quan), lan, day=TODAY)


def test_nobody_names_themselves(lan, quan):
    with pytest.raises(CannotStandIn, match="tự cử mình"):
        let(quan, lan, by=quan)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"begins": TODAY - timedelta(days=1)}, "ngày đã qua"),
        ({"ends": TODAY}, "phải sau ngày bắt đầu"),
        ({"reason": " "}, "lý do"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_to_do(ha, lan, quan, facts, words):
    with pytest.raises(CannotStandIn, match=words):
        let(ha, lan, by=quan, **facts)

    assert not StandIn.objects.exists()


def test_nobody_stands_in_for_themselves_nor_two_for_one(ha, lan, quan, committee):
    let(ha, lan, by=quan)

    with pytest.raises(CannotStandIn, match="người khác"):
        let(lan, lan, by=quan)
    with pytest.raises(CannotStandIn, match="đã được cử thay"):
        let(an_officer(at=committee), lan, by=quan, begins=TODAY + WEEK - timedelta(days=1), ends=TODAY + 2 * WEEK)
    let(an_officer(at=committee), lan, by=quan, begins=TODAY + WEEK, ends=TODAY + 2 * WEEK)


def test_only_who_looks_after_the_absents_account_names_someone(ha, lan):
    for by in (ha, lan, an_administrator(at=a_committee())):
        with pytest.raises(CannotStandIn, match="không quản lý"):
            let(ha, lan, by=by)


def test_it_ends_early_by_an_administrator_or_by_who_is_back(ha, lan, quan, committee):
    first = let(ha, lan, by=quan)
    day_after = NOW + timedelta(days=1)

    with pytest.raises(CannotStandIn, match="không quản lý"):
        end_stand_in(first, reason="ngại", by=ha, now=day_after)
    end_stand_in(first, reason="về sớm", by=lan, now=day_after)

    assert on(ha).may(Word.DOCUMENTS_SIGN, at=committee.path)
    assert not on(ha, TODAY + timedelta(days=1)).may(Word.DOCUMENTS_SIGN, at=committee.path)
    with pytest.raises(CannotStandIn, match="đã kết thúc rồi"):
        end_stand_in(first, reason="về sớm", by=quan, now=day_after)


@pytest.fixture
def told_by_pages(client, ha, lan, quan):
    """Named by the administrator on the absent's page, from the real today."""
    sign_in(client, quan)
    today = timezone.localtime(clock.now()).date()
    facts = {"person": f"{ha.full_name} ({ha.username})", "begins": f"{today:%d/%m/%Y}", "reason": "đi học"}
    answer = client.post(f"/nguoi/{lan.pk}/nguoi-thay/", {**facts, "ends": f"{today + WEEK:%d/%m/%Y}"}, follow=True)
    return text_of(answer)


def test_both_see_it_on_their_own_pages_and_everyone_on_the_page_of_permission(client, ha, lan, quan, told_by_pages):
    assert f"{ha} thay" in told_by_pages

    assert f"thay mặt {lan}, Lãnh đạo ký" in text_of(client.get("/nguoi/quyen/"))
    assert f"Thay mặt {lan}" in text_of(client.get(f"/nguoi/{ha.pk}/"))
    sign_in(client, ha)
    mine = text_of(client.get("/nguoi/toi/"))
    assert f"Thay mặt {lan} Lãnh đạo ký" in mine
    assert "ký văn bản của đơn vị mình" not in mine
    sign_in(client, lan)
    assert f"{ha} thay" in text_of(client.get("/nguoi/toi/"))


def test_who_is_back_ends_it_on_their_own_page(client, ha, lan, told_by_pages):
    stand_in = StandIn.objects.get()
    page = f"/nguoi/{lan.pk}/nguoi-thay/{stand_in.pk}/"
    sign_in(client, ha)
    assert client.post(page, {"reason": "ngại"}).status_code == 404

    sign_in(client, lan)
    client.post(page, {"reason": "về sớm"})

    assert not StandIn.objects.exists()


def test_a_name_that_nobody_or_several_have_is_answered(client, ha, lan, quan, committee):
    an_officer(at=committee)
    sign_in(client, quan)
    page = f"/nguoi/{lan.pk}/nguoi-thay/"

    assert "Không thấy ai" in text_of(client.post(page, {"person": "Xyz"}))
    assert "Có nhiều người như vậy" in text_of(client.post(page, {"person": "nguyen thi ha"}))
    assert status_of(client.get(page)) == 200


@pytest.fixture
def lent(ha, quan, committee):
    """Hà, who stands in for the administrator Quân; Vân, who administers the same place, let her."""
    van = an_administrator(at=committee)
    let(ha, quan, by=van)
    return on(ha)


def test_what_was_lent_for_a_week_makes_no_administrator_for_ever(lent, quan, committee, lan):
    facts = {"kind": "administrator", "unit": committee, "begins": TODAY, "by": lent, "now": NOW}

    for person in (lent, lan):
        with pytest.raises(CannotGiveRole):
            give_role(person, **facts)
    with pytest.raises(CannotGiveRole):
        create_person(username="rom", full_name="Bù Nhìn", **facts)


def test_nobody_keeps_another_role_by_what_was_lent_to_them(lent, lan, committee):
    facts = {"kind": "leader", "unit": committee, "begins": TODAY, "by": lent, "now": NOW}

    with pytest.raises(CannotGiveRole):
        give_role(lent, **facts)

    assert give_role(an_officer(at=committee), **facts), "for others the stand-in does the administrator's work"


def test_who_stands_in_for_one_administrator_does_not_become_the_other(lent, committee):
    other = an_administrator(at=committee)

    with pytest.raises(CannotChangePassword):
        reset_password(other, by=lent, now=NOW)


def test_no_program_outlives_the_stand_in_who_made_it(lent, committee):
    facts = {"name": "Cổng dữ liệu", "words": ["plans.read"], "responsible": lent, "ends": TODAY + 50 * WEEK}

    with pytest.raises(CannotMakeProgram):
        make_program(unit=committee, by=lent, now=NOW, **facts)
