"""A desk handed over: the roles of one go to another, in one act that is looked at before."""

from datetime import date, timedelta

import pytest

from dinhlang.apps.people.actions import CannotEndRole, CannotGiveRole, CannotHandOver, end_role, hand_over
from dinhlang.apps.people.models import Role
from dinhlang.apps.people.rules import gaps
from dinhlang.apps.people.signals import person_changed
from dinhlang.apps.people.tests.factories import (
    NOW,
    a_leader,
    a_viewer,
    an_administrator,
    an_officer,
    sign_in,
    with_role,
)
from dinhlang.apps.units.tests.factories import TODAY, a_committee, a_commune
from dinhlang.base import clock
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db
NEXT = TODAY + timedelta(days=10)
LAST = date(2027, 6, 1)


@pytest.fixture
def committee():
    return a_committee(of=a_commune())


@pytest.fixture
def quan(committee):
    return an_administrator(at=committee)


@pytest.fixture
def lan(committee):
    """A leader who leaves; also an officer until a day."""
    return with_role(a_leader(at=committee), "officer", committee, begins=NEXT + timedelta(days=5), ends=LAST)


@pytest.fixture
def ha(committee):
    return a_viewer(at=committee)


def over(lan, ha, *, by, day=NEXT, reason="nghỉ hưu"):
    return hand_over(lan, successor=ha, day=day, reason=reason, by=by, now=NOW)


def roles_of(person):
    return {role.kind: (role.begins, role.ends, role.title) for role in person.roles.exclude(kind="viewer")}


def test_every_role_goes_over_with_its_unit_its_title_and_its_last_day(lan, ha, quan, committee):
    over(lan, ha, by=quan)

    assert roles_of(ha) == {"leader": (NEXT, None, "Chủ tịch"), "officer": (NEXT + timedelta(days=5), LAST, "")}
    assert {role.unit for role in ha.roles.all()} == {committee}
    assert [(role.kind, role.ends) for role in lan.roles.all()] == [("leader", NEXT)]


def test_each_role_is_told_with_the_reason(lan, ha, quan):
    heard = []

    def hear(sender, **facts):
        heard.append((facts["act"], facts["person"], facts["reason"]))

    person_changed.connect(hear)
    over(lan, ha, by=quan)
    person_changed.disconnect(hear)

    assert {reason for _act, _person, reason in heard} == {"nghỉ hưu"}
    assert [act for act, person, _reason in heard if person == ha] == ["people.role_given"] * 2
    assert {act for act, person, _reason in heard if person == lan} == {"people.role_ended", "people.role_withdrawn"}


def test_what_the_successor_holds_already_only_ends(lan, quan, committee):
    ha = an_officer(at=committee)

    steps = over(lan, ha, by=quan)

    assert [(step.role.kind, step.spans) for step in steps] == [("leader", ((NEXT, None),)), ("officer", ())]
    assert ha.roles.filter(kind="officer").count() == 1


def test_who_holds_the_same_desk_for_some_days_gets_the_days_before_and_after(lan, ha, quan, committee):
    week, month = NEXT + timedelta(days=7), NEXT + timedelta(days=30)
    with_role(ha, "leader", committee, begins=week, ends=month)

    over(lan, ha, by=quan)

    leading = ha.roles.filter(kind="leader").order_by("begins").values_list("begins", "ends")
    assert list(leading) == [(NEXT, week), (week, month), (month, None)]


@pytest.mark.parametrize(
    ("held", "left"),
    [
        ([], [(1, 9)]),
        ([(0, 3)], [(3, 9)]),
        ([(2, 4), (4, 6)], [(1, 2), (6, 9)]),
        ([(0, 20)], []),
        ([(5, None)], [(1, 5)]),
    ],
)
def test_what_is_left_open_is_everything_that_is_not_held(held, left):
    def day(number):
        return number and date(2027, 1, number) if number is not None else None

    spans = [(day(first or 1), day(over)) for first, over in held]

    assert list(gaps(day(1), day(9), held=spans)) == [(day(first), day(over)) for first, over in left]


def test_the_last_administrator_hands_their_own_desk_over_in_one_act(quan, ha):
    over(quan, ha, by=quan)

    assert [(role.kind, role.begins, role.ends) for role in ha.roles.exclude(kind="viewer")] == [
        ("administrator", NEXT, None)
    ]
    assert quan.roles.get().ends == NEXT


def test_an_administrator_whose_successor_stays_for_a_week_does_not_lock_the_house(quan, ha, committee):
    with_role(ha, "administrator", committee, begins=NEXT, ends=NEXT + timedelta(days=7))
    with pytest.raises(CannotEndRole, match="quản trị cuối cùng"):
        end_role(quan.roles.get(), day=NEXT, reason="nghỉ", by=quan, now=NOW)

    over(quan, ha, by=quan)

    assert ha.roles.filter(kind="administrator", ends=None).exists()


def test_who_handed_their_own_desk_over_today_sees_their_own_page(client, quan, ha):
    sign_in(client, quan)
    facts = {"successor": ha.username, "day": f"{clock.today():%d/%m/%Y}", "reason": "nghỉ hưu", "done": ""}

    answer = client.post(f"/nguoi/{quan.pk}/ban-giao/", facts, follow=True)

    assert answer.status_code == 200
    assert "đã nhận bàn giao" in text_of(answer)


@pytest.mark.parametrize(
    ("facts", "words"), [({"day": TODAY - timedelta(days=1)}, "lùi ngày"), ({"reason": " "}, "lý do")]
)
def test_what_does_not_fit_is_refused_with_what_to_do(lan, ha, quan, facts, words):
    with pytest.raises(CannotHandOver, match=words):
        over(lan, ha, by=quan, **facts)


def test_nobody_hands_over_to_themselves_nor_what_they_do_not_hold(lan, ha, quan):
    with pytest.raises(CannotHandOver, match="một người khác"):
        over(lan, lan, by=quan)
    over(lan, ha, by=quan)
    with pytest.raises(CannotHandOver, match="không giữ vai trò nào"):
        over(lan, ha, by=quan)


def test_only_who_looks_after_the_account_hands_it_over(lan, ha):
    for by in (lan, an_administrator(at=a_committee())):
        with pytest.raises(CannotHandOver, match="không quản lý"):
            over(lan, ha, by=by)


def test_where_one_role_cannot_go_over_none_does(lan, ha, quan, monkeypatch):
    def refuse(*_args, **_facts):
        raise CannotEndRole("không")

    monkeypatch.setattr("dinhlang.apps.people.actions.handing_over.end_role", refuse)
    with pytest.raises((CannotEndRole, CannotGiveRole)):
        over(lan, ha, by=quan)

    assert roles_of(ha) == {}


def test_the_page_shows_first_and_does_with_a_second_press(client, lan, ha, quan):
    sign_in(client, quan)
    day = clock.today() + timedelta(days=20)
    page, facts = f"/nguoi/{lan.pk}/ban-giao/", {"successor": ha.username, "day": f"{day:%d/%m/%Y}", "reason": "hưu"}

    shown = text_of(client.post(page, facts))
    assert "Sẽ bàn giao" in shown
    assert "Lãnh đạo ký, UBND" in shown
    assert roles_of(ha) == {}
    client.post(page, {**facts, "done": ""})

    assert Role.objects.get(person=ha, kind="leader").begins == day
