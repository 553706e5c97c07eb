"""Writing and telling the record."""

from datetime import date, timedelta

import pyotp
import pytest

from dinhlang.apps.audit import public as audit
from dinhlang.apps.audit import queries
from dinhlang.apps.audit.tests.factories import an_entry
from dinhlang.apps.people import actions
from dinhlang.apps.people import public as people
from dinhlang.apps.people.tests.factories import (
    NOW,
    PASSWORD,
    a_leader,
    a_person,
    a_stranger,
    a_viewer,
    an_administrator,
    an_officer,
    sign_in,
    with_role,
    wrong_tries,
)
from dinhlang.apps.people.tests.test_passkeys import HERE, Device
from dinhlang.apps.units.tests.factories import TODAY, a_committee, a_commune, a_province
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db
CITIZENS_NUMBER = "024090001234"


def test_an_entry_keeps_who_what_when_and_why():
    commune = a_commune()
    lan = a_leader(at=commune)

    entry = audit.record(
        "units.renamed", commune, by=lan, now=NOW, unit=commune, reason="theo nghị quyết", after={"day": TODAY}
    )

    entry.refresh_from_db()
    assert (entry.actor, entry.moment, entry.thing_name) == (lan, NOW, "xã Nhã Nam")
    assert (entry.reason, entry.after) == ("theo nghị quyết", {"day": "2026-11-20"})
    assert str(entry).endswith("units.renamed xã Nhã Nam")


def test_many_entries_are_written_at_once(django_assert_num_queries):
    commune = a_commune()

    with django_assert_num_queries(1):
        audit.record_many(audit.entry("units.renamed", commune, by=None, now=NOW) for _n in range(20))

    assert audit.history_of(commune).count() == 20


def test_a_things_history_is_its_own_latest_first():
    one, other = a_commune(), a_commune()
    first, second = an_entry(unit=one), an_entry(unit=one)
    an_entry(unit=other)

    assert list(audit.history_of(one)) == [second, first]


def every_act_on_people():
    committee = a_committee()
    quan = an_administrator(at=committee)
    ha, _password = actions.create_person(
        username="ha",
        full_name="Hà",
        kind="officer",
        unit=committee,
        begins=date(2026, 1, 1),
        by=quan,
        now=NOW,
        password=PASSWORD,
    )
    actions.change_person(ha, full_name="Hạ", honorific="", email="", phone="", by=quan, now=NOW)
    actions.set_active(ha, is_active=False, reason="nghỉ", by=quan, now=NOW)
    actions.set_active(ha, is_active=True, reason="trở lại", by=quan, now=NOW)
    actions.reset_password(ha, by=quan, now=NOW)
    ha.set_password(PASSWORD)
    actions.change_own_password(ha, old=PASSWORD, new="mái đình cong vút", now=NOW)
    every_act_on_a_second_factor(ha, by=quan)
    every_act_on_sign_ins(ha, by=quan)
    facts = {"begins": TODAY, "ends": TODAY + timedelta(days=7), "reason": "nghỉ phép"}
    stand_in = actions.let_stand_in(a_viewer(at=committee), absent=ha, **facts, by=quan, now=NOW)
    actions.end_stand_in(stand_in, reason="về sớm", by=quan, now=NOW)
    every_act_on_an_identity(ha, by=quan)
    every_act_of_leaving(ha, by=quan)
    actions.end_role(ha.roles.get(), day=TODAY, reason="chuyển", by=quan, now=NOW)
    again = actions.give_role(ha, kind="viewer", unit=committee, begins=TODAY, by=quan, now=NOW)
    actions.end_role(again, day=TODAY, reason="nhầm", by=quan, now=NOW)
    actions.hide_name(ha, is_hidden=True, reason="yêu cầu số 1", by=quan, now=NOW)
    actions.hide_name(ha, is_hidden=False, reason="yêu cầu số 2", by=quan, now=NOW)
    actions.make_nameless(ha, reason="yêu cầu số 3", by=quan, now=NOW)
    return ha


def every_act_of_leaving(ha, *, by):
    actions.set_leaving(ha, last_day=TODAY, reason="nghỉ hưu", by=by, now=NOW)
    actions.withdraw_leaving(ha, reason="ở lại", by=by, now=NOW)
    actions.set_leaving(ha, last_day=TODAY, reason="nghỉ hưu", by=by, now=NOW)
    actions.let_leave(day=TODAY + timedelta(days=1), now=NOW + timedelta(days=1))
    actions.set_active(ha, is_active=True, reason="trở lại", by=by, now=NOW + timedelta(days=1))
    ha.refresh_from_db()
    ha.roles.update(ends=None)


def every_act_on_a_second_factor(ha, *, by):
    codes = turned_on(ha, NOW)
    actions.pass_second_step(ha, code=codes[0], now=NOW)
    actions.turn_off(ha, password="mái đình cong vút", code=codes[1], now=NOW)
    turned_on(ha, NOW)
    actions.take_off(ha, reason="mất điện thoại", by=by, now=NOW)


def every_act_on_sign_ins(ha, *, by):
    actions.invite(ha, by=by, now=NOW)
    actions.withdraw_invitation(ha, by=by, now=NOW)
    actions.accept_invitation(actions.invite(ha, by=by, now=NOW), password="mái đình cong vút", now=NOW)
    wrong_tries(10, ha.username, "203.0.113.7", now=NOW)
    actions.let_try_again(ha, reason="gõ nhầm", by=by, now=NOW)
    actions.end_sign_ins_of(ha, reason="quên thoát", by=by, now=NOW)
    add_a_passkey(ha, Device())
    actions.remove_passkey(ha, ha.passkeys.get().pk, password="mái đình cong vút", now=NOW)


def every_act_on_an_identity(ha, *, by):
    actions.link(ha, subject=CITIZENS_NUMBER, now=NOW)
    actions.unlink(ha, password="mái đình cong vút", now=NOW)
    actions.link(ha, subject=CITIZENS_NUMBER, now=NOW)
    actions.take_identity_off(ha, reason="đổi thẻ", by=by, now=NOW)


def add_a_passkey(ha, device):
    options, asked = actions.ask_for_new(ha, host=HERE["host"], now=NOW)
    facts = {"password": "mái đình cong vút", "name": "điện thoại", "asked": asked, "now": NOW, **HERE}
    actions.add_passkey(ha, answer=device.make(options), **facts)


def turned_on(person, now):
    secret = pyotp.random_base32()
    return actions.turn_on(
        person, password="mái đình cong vút", secret=secret, code=pyotp.TOTP(secret).at(now), now=now
    )


def test_every_act_on_people_is_recorded_and_has_words():
    ha = every_act_on_people()

    written = {entry.act for entry in audit.history_of(ha)}

    assert written == set(people.ACTS)
    assert written <= set(audit.known_acts())


def test_every_act_on_a_program_is_recorded_and_its_words_are_told():
    committee = a_committee()
    quan = an_administrator(at=committee)
    facts = {"words": ["plans.read", "tasks.read"], "responsible": quan, "ends": date(2026, 12, 31)}
    program, token = actions.make_program(name="Cổng", unit=committee, by=quan, now=NOW, **facts)
    actions.program_of(token, now=NOW)
    newer = actions.renew_token(program, by=quan, now=NOW)
    actions.revoke_program(program, reason="thôi dùng", by=quan, now=NOW)

    entries = list(audit.history_of(program.person))

    assert {entry.act for entry in entries} == set(people.ACTS_OF_PROGRAMS) <= set(audit.known_acts())
    assert [entry.actor for entry in entries if entry.act == "people.program_came"] == [program.person]
    assert queries.Change("quyền", "", "Đọc kế hoạch, Xem nhiệm vụ") in queries.changes_of(entries[-1])
    assert not any(one in f"{entry.before} {entry.after}" for entry in entries for one in (token, newer))


def test_a_refused_sign_in_is_told_in_words():
    actions.note_refusal(actions.Why.NONCE, state="a walk", by=None, now=NOW)

    entry = audit.Entry.objects.get()

    assert queries.words_of(entry.act) == "không cho vào bằng danh tính điện tử"
    assert queries.changes_of(entry) == [queries.Change("vì sao", "", "thẻ danh tính của lượt vào khác")]


def test_no_entry_holds_a_password_or_a_citizens_number():
    ha = every_act_on_people()

    kept = " ".join(f"{e.before} {e.after} {e.reason}" for e in audit.history_of(ha))

    assert PASSWORD not in kept
    assert CITIZENS_NUMBER not in kept
    assert "md5" not in kept


@pytest.mark.parametrize("act", ["give", "end"])
def test_what_cannot_be_recorded_does_not_happen(monkeypatch, act):
    committee = a_committee()
    ha = an_officer(at=committee)

    def fail(*_args, **_facts):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("dinhlang.apps.audit.listeners.record", fail)
    with pytest.raises(RuntimeError, match="disk is full"):
        if act == "give":
            actions.give_role(ha, kind="viewer", unit=committee, begins=TODAY, by=None, now=NOW)
        else:
            actions.end_role(ha.roles.get(), day=TODAY, reason="chuyển", by=None, now=NOW)

    assert [(role.kind, role.ends) for role in people.Role.objects.filter(person=ha)] == [("officer", None)]


def test_a_change_is_told_in_the_words_of_its_field():
    commune = a_commune()
    entry = an_entry(
        unit=commune, before={"name": "Nhã Nam", "kind": "commune"}, after={"name": "Tân Yên", "kind": "commune"}
    )

    assert queries.changes_of(entry) == [queries.Change("tên", "Nhã Nam", "Tân Yên")]


def test_a_role_is_told_by_its_name_and_its_days_day_first():
    ha = every_act_on_people()
    entry = audit.history_of(ha).filter(act="people.role_ended").get()

    told = {change.fact: (change.before, change.after) for change in queries.changes_of(entry)}

    assert told == {"đến trước ngày": ("", "20/11/2026")}
    given = audit.history_of(ha).filter(act="people.role_given").first()
    assert ("vai trò", "", "Người xem") in [(c.fact, c.before, c.after) for c in queries.changes_of(given)]


def test_an_act_or_thing_without_words_is_shown_by_its_key():
    entry = an_entry("plays.staged", a_commune(), after={"curtain_call": True})
    entry.thing_type = "theatre.Play"

    assert queries.words_of(entry.act) == "plays.staged"
    assert queries.changes_of(entry) == [queries.Change("curtain call", "", "có")]


def test_a_room_gives_words_to_its_acts(monkeypatch):
    monkeypatch.setattr(queries.telling, "_words", {})

    audit.words({"plays.staged": "diễn"})

    assert queries.words_of("plays.staged") == "diễn"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "có"),
        (False, "không"),
        (7, "7"),
        ("2026-11-20", "20/11/2026"),
        ("2026-99-99", "2026-99-99"),
        (["a", 2], "a, 2"),
        ({"xã": 3}, "xã: 3"),
    ],
)
def test_a_kept_value_is_told_as_people_read_it(value, words):
    assert queries.in_words(value) == words


def test_who_reads_which_entries():
    province = a_province()
    commune = a_commune(parent=province)
    committee, other = a_committee(of=commune), a_commune(parent=province)
    lan, minh = a_leader(at=committee), an_administrator(at=province)
    ha, stranger = an_officer(at=committee), a_stranger()
    here, elsewhere = an_entry(unit=committee, by=lan), an_entry(unit=other, by=ha)
    nowhere = an_entry(thing=province)

    readable = {person.full_name: set(audit.Entry.objects.readable_by(person)) for person in (lan, minh, ha, stranger)}

    assert readable == {
        lan.full_name: {here},
        minh.full_name: {here, elsewhere, nowhere},
        ha.full_name: {elsewhere},
        stranger.full_name: set(),
    }


def test_a_person_without_a_role_has_a_history_too():
    someone = with_role(a_person(), "officer", a_committee())

    assert list(audit.history_of(someone)) == []


def test_what_somebody_does_standing_in_says_for_whom(client):
    committee = a_committee()
    quan, ha = an_administrator(at=committee), an_officer(at=committee)
    facts = {"begins": TODAY, "ends": TODAY + timedelta(days=7), "reason": "nghỉ phép"}
    actions.let_stand_in(ha, absent=quan, **facts, by=quan, now=NOW)
    van = a_viewer(at=committee)

    by = people.person_on(ha.pk, day=TODAY)
    actions.give_role(van, kind="officer", unit=committee, begins=TODAY, by=by, now=NOW)
    actions.give_role(van, kind="inspector", unit=committee, begins=TODAY, by=quan, now=NOW)

    inspector, officer = audit.history_of(van).filter(act="people.role_given")
    assert officer.after["on_behalf_of"] == f"{quan.full_name} ({quan.username})"
    assert "on_behalf_of" not in inspector.after
    assert [change.after for change in queries.changes_of(officer) if quan.username in change.after] == []
    sign_in(client, quan)
    page = text_of(client.get("/nhat-ky/", {"type": "people.Person", "key": van.pk, "since": "01/01/2026"}))
    assert f"{ha} thay mặt {quan.full_name} ({quan.username}) trao vai trò" in page


def test_what_one_does_with_ones_own_account_is_ones_own():
    committee = a_committee()
    quan, van = an_administrator(at=committee), a_viewer(at=committee)
    facts = {"begins": TODAY, "ends": TODAY + timedelta(days=7), "reason": "nghỉ phép"}
    actions.let_stand_in(van, absent=quan, **facts, by=quan, now=NOW)

    by = people.person_on(van.pk, day=TODAY)
    actions.change_own_password(by, old=PASSWORD, new="mái đình cong vút", now=NOW)

    assert "on_behalf_of" not in audit.history_of(van).get(act="people.password_changed").after
