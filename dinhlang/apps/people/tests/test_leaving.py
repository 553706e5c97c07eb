"""Leaving on a date: until midnight everything works, after it nothing does, worker or no worker."""

from datetime import timedelta

import pytest

from dinhlang.apps.people import jobs, queries
from dinhlang.apps.people.actions import (
    CannotEndRole,
    CannotGiveRole,
    CannotHandOver,
    CannotInvite,
    CannotLeave,
    CannotStandIn,
    end_role,
    give_role,
    hand_over,
    invite,
    invited,
    let_leave,
    let_stand_in,
    program_of,
    set_active,
    set_leaving,
    withdraw_leaving,
)
from dinhlang.apps.people.models import Invitation, Leaving, Person, SignIn, StandIn
from dinhlang.apps.people.rules import Word
from dinhlang.apps.people.signals import person_changed
from dinhlang.apps.people.tests.factories import (
    NOW,
    PASSWORD,
    a_leader,
    a_program,
    a_viewer,
    an_administrator,
    an_officer,
    sign_in,
    with_role,
)
from dinhlang.apps.units.tests.factories import TODAY, a_committee, a_commune
from dinhlang.base import clock
from dinhlang.base.testing import text_of
from dinhlang.base.waiting import Waiting

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LAST = TODAY + timedelta(days=10)
AFTER = LAST + DAY


@pytest.fixture
def committee():
    return a_committee(of=a_commune())


@pytest.fixture
def quan(committee):
    return an_administrator(at=committee)


@pytest.fixture
def told():
    """What the record would hear."""
    heard = []

    def hear(sender, **facts):
        heard.append(facts)

    person_changed.connect(hear)
    yield heard
    person_changed.disconnect(hear)


@pytest.fixture
def lan(committee):
    return a_leader(at=committee)


def leaves(person, *, by, last_day=LAST, reason="nghỉ hưu", now=NOW):
    person_then = set_leaving(person, last_day=last_day, reason=reason, by=by, now=now)
    person.refresh_from_db()
    return person_then


def night(day=AFTER):
    return let_leave(day=day, now=NOW + (day - TODAY))


def test_a_day_is_set_changed_and_taken_back_each_with_its_reason(lan, quan, told):
    leaves(lan, by=quan)
    leaves(lan, by=quan, last_day=LAST + DAY, reason="thêm một ngày")
    assert lan.leaves_on == LAST + DAY
    withdraw_leaving(lan, reason="ở lại", by=quan, now=NOW)

    assert Person.objects.get(pk=lan.pk).leaves_on is None
    assert not Leaving.objects.exists()
    assert [(facts["act"], facts["reason"], facts["by"]) for facts in told] == [
        ("people.leaving_set", "nghỉ hưu", quan),
        ("people.leaving_set", "thêm một ngày", quan),
        ("people.leaving_withdrawn", "ở lại", quan),
    ]


@pytest.mark.parametrize(
    ("facts", "words"), [({"last_day": TODAY - DAY}, "không thể đã qua"), ({"reason": " "}, "lý do")]
)
def test_what_does_not_fit_is_refused_with_what_to_do(lan, quan, facts, words):
    with pytest.raises(CannotLeave, match=words):
        leaves(lan, by=quan, **facts)


def test_only_who_looks_after_the_account_decides(lan, quan):
    stranger = an_administrator(at=a_committee())
    with pytest.raises(CannotLeave, match="không quản lý"):
        leaves(lan, by=stranger)
    leaves(lan, by=quan)
    with pytest.raises(CannotLeave, match="không quản lý"):
        withdraw_leaving(lan, reason="không", by=stranger, now=NOW)


def test_on_the_last_day_the_person_works_and_the_day_after_nobody_finds_them(lan, quan, committee):
    leaves(lan, by=quan)

    assert queries.person_on(lan.pk, day=LAST).may(Word.DOCUMENTS_SIGN, at=committee.path)
    assert queries.person_on(lan.pk, day=AFTER) is None
    assert queries.with_roles_on(lan, day=AFTER).roles_in_force == []
    assert lan in queries.people_who_may(Word.DOCUMENTS_SIGN, at=committee.path, day=LAST)
    assert lan not in queries.people_who_may(Word.DOCUMENTS_SIGN, at=committee.path, day=AFTER)


def test_nobody_signs_in_or_goes_on_after_midnight_even_if_no_worker_runs(client, lan, quan, monkeypatch):
    today = clock.today()
    leaves(lan, by=quan, last_day=today, now=clock.now())
    facts = {"username": lan.username, "password": PASSWORD}
    assert client.post("/vao/", facts).status_code == 302
    assert client.get("/nguoi/toi/").status_code == 200

    monkeypatch.setattr(clock, "today", lambda: today + DAY)

    assert client.get("/nguoi/toi/").status_code == 302
    client.logout()
    assert "chưa đúng" in text_of(client.post("/vao/", facts))


def test_who_stands_in_for_somebody_who_left_has_nothing_of_it(lan, quan, committee):
    ha = a_viewer(at=committee)
    let_stand_in(ha, absent=lan, begins=TODAY, ends=AFTER + 9 * DAY, reason="ốm", by=quan, now=NOW)
    leaves(lan, by=quan)

    assert queries.person_on(ha.pk, day=LAST).may(Word.DOCUMENTS_SIGN)
    assert not queries.person_on(ha.pk, day=AFTER).may(Word.DOCUMENTS_SIGN)


def test_the_night_after_ends_everything_in_one_entry(lan, quan, committee, told):
    ha, tu = an_officer(at=committee), a_viewer(at=committee)
    with_role(lan, "officer", committee, begins=AFTER + 5 * DAY)
    let_stand_in(ha, absent=lan, begins=LAST, ends=AFTER + 9 * DAY, reason="ốm", by=quan, now=NOW)
    let_stand_in(lan, absent=tu, begins=TODAY, ends=AFTER + 9 * DAY, reason="ốm", by=quan, now=NOW)
    invite(lan, by=quan, now=NOW)
    SignIn.objects.create(person=lan, session_key="x", how="password", began_at=NOW, seen_at=NOW)
    leaves(lan, by=quan)
    told.clear()

    assert (night(LAST), night(), night()) == (0, 1, 0)

    lan.refresh_from_db()
    assert (lan.is_active, lan.leaves_on) == (False, LAST)
    assert list(lan.roles.values_list("kind", "ends")) == [("leader", AFTER)]
    assert set(StandIn.objects.values_list("ends", flat=True)) == {AFTER}
    assert not Invitation.objects.exists()
    assert not SignIn.objects.exclude(ended_at__isnull=False).exists()
    assert [(facts["act"], facts["person"]) for facts in told] == [("people.stand_in_ended", tu), ("people.left", lan)]
    assert {(facts["by"], facts["reason"]) for facts in told} == {(quan, "nghỉ hưu")}
    ended = told[-1]["after"]
    assert ended["roles"] == ["Lãnh đạo ký, UBND xã Nhã Nam", "Chuyên viên, UBND xã Nhã Nam"]
    assert len(ended["stand_ins"]) == 2


def test_a_night_without_a_worker_is_made_up_as_of_the_last_day(lan, quan):
    leaves(lan, by=quan)

    assert night(AFTER + 30 * DAY) == 1

    assert lan.roles.get().ends == AFTER


def test_the_job_of_the_timetable_does_it(lan, quan):
    leaves(lan, by=quan, last_day=clock.today(), now=clock.now())

    assert jobs.let_leave_who_left(day=clock.today().isoformat()) == "0"
    assert jobs.let_leave_who_left(day=(clock.today() + DAY).isoformat()) == "1"


def test_who_was_locked_before_leaves_all_the_same(lan, quan):
    leaves(lan, by=quan)
    set_active(lan, is_active=False, reason="mất máy", by=quan, now=NOW)

    assert night() == 1

    assert lan.roles.get().ends == AFTER


def test_the_programs_of_who_left_open_nothing_and_are_revoked(quan, committee, told):
    token = a_program(at=committee)
    responsible = Person.objects.get(answers_for__isnull=False)
    today = clock.today()
    leaves(responsible, by=with_own_roles(quan), last_day=today, now=clock.now())
    then = clock.now() + DAY
    assert program_of(token, now=clock.now()) is not None
    assert program_of(token, now=then) is None

    let_leave(day=today + DAY, now=then)

    program = responsible.answers_for.get()
    assert program.revoked_at == then
    assert ("people.program_revoked", program.person) in [(facts["act"], facts["person"]) for facts in told]


def with_own_roles(person):
    return queries.with_roles_on(person, day=clock.today())


def test_who_comes_back_gets_the_account_without_roles_and_without_a_last_day(lan, quan):
    leaves(lan, by=quan)
    for late in (False, True):  # by the job, or before any worker came
        if not late:
            night()
            lan.refresh_from_db()
        set_active(lan, is_active=True, reason="trở lại", by=quan, now=NOW + (AFTER - TODAY))
        lan.refresh_from_db()
        assert (lan.is_active, lan.leaves_on) == (True, None)
        assert list(lan.roles.values_list("ends", flat=True)) == [AFTER]
        Person.objects.filter(pk=lan.pk).update(leaves_on=LAST)
        Leaving.objects.create(person=lan, reason="lại nghỉ", made_by=quan, made_at=NOW)
        lan.refresh_from_db()


def test_the_last_administrator_leaves_only_if_another_stays(quan, committee):
    with pytest.raises(CannotLeave, match="không còn quản trị"):
        leaves(quan, by=quan)
    van = with_role(a_viewer(at=committee), "administrator", committee, ends=LAST)
    with pytest.raises(CannotLeave, match="không còn quản trị"):
        leaves(quan, by=quan)
    van.roles.update(ends=None)
    leaves(quan, by=quan)

    with pytest.raises(CannotLeave, match="không còn quản trị"):
        leaves(van, by=van, last_day=LAST + 90 * DAY)


def test_an_administrator_who_leaves_takes_no_other_away(quan, committee):
    van = with_role(a_viewer(at=committee), "administrator", committee)
    leaves(quan, by=quan)

    with pytest.raises(CannotEndRole, match="quản trị cuối cùng"):
        end_role(van.roles.get(kind="administrator"), day=TODAY, reason="thôi", by=quan, now=NOW)
    with pytest.raises(CannotLeave, match="không còn quản trị"):
        set_active(van, is_active=False, reason="thôi", by=quan, now=NOW)


def test_nothing_is_given_to_who_will_have_left(lan, quan, committee):
    ha = an_officer(at=committee)
    leaves(lan, by=quan)
    then = NOW + (AFTER - TODAY)

    with pytest.raises(CannotGiveRole, match="nghỉ việc sau ngày 30/11/2026"):
        give_role(lan, kind="viewer", unit=committee, begins=AFTER, by=quan, now=NOW)
    with pytest.raises(CannotHandOver, match="chưa nghỉ"):
        hand_over(ha, successor=lan, day=AFTER, reason="đổi", by=quan, now=NOW)
    with pytest.raises(CannotStandIn, match="đã nghỉ việc"):
        let_stand_in(lan, absent=ha, begins=AFTER, ends=AFTER + DAY, reason="ốm", by=quan, now=NOW)
    with pytest.raises(CannotInvite, match="đang khóa"):
        invite(lan, by=quan, now=then)


def test_a_link_opens_nothing_after_the_last_day(lan, quan):
    token = invite(lan, by=quan, now=NOW)
    leaves(lan, by=quan, last_day=TODAY)

    assert invited(token, now=NOW) == lan
    assert invited(token, now=NOW + DAY) is None


def test_the_page_shows_what_is_held_and_sets_the_day(client, lan, quan, committee, monkeypatch):
    monkeypatch.setattr("dinhlang.base.waiting._asked", [(1, lambda person: [Waiting("Văn bản chờ ký", 3, "/x/")])])
    sign_in(client, quan)
    page, last = f"/nguoi/{lan.pk}/nghi/", clock.today() + 3 * DAY

    shown = text_of(client.get(page))
    assert all(words in shown for words in ("Lãnh đạo ký, UBND", "Văn bản chờ ký", "Bàn giao"))
    answer = client.post(page, {"last_day": f"{last:%d/%m/%Y}", "reason": "nghỉ hưu"}, follow=True)
    assert "nghỉ việc sau ngày" in text_of(answer)
    assert "Sắp nghỉ mà còn việc" in text_of(client.get("/ban-viec/"))
    assert "nghỉ việc sau ngày" in text_of(client.get(f"/nguoi/quyen/?don_vi={committee.code}"))
    sign_in(client, lan)
    assert "Bạn nghỉ việc sau ngày" in text_of(client.get("/ban-viec/"))
    sign_in(client, quan)
    client.post(f"{page}bo/", {"reason": "ở lại"})

    assert Person.objects.get(pk=lan.pk).leaves_on is None


@pytest.mark.parametrize(("days", "number", "warned"), [(7, 3, True), (8, 3, False), (7, 0, False)])
def test_the_desk_warns_a_week_before_and_only_of_open_work(client, lan, quan, monkeypatch, days, number, warned):
    monkeypatch.setattr("dinhlang.base.waiting._asked", [(1, lambda person: [Waiting("Văn bản", number, "/x/")])])
    leaves(lan, by=with_own_roles(quan), last_day=clock.today() + days * DAY, now=clock.now())
    for person in (lan, quan):
        sign_in(client, person)
        assert ("Sắp nghỉ" in text_of(client.get("/ban-viec/"))) is warned
