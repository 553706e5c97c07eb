"""A person asks about their data; whoever answers keeps the days and does what was asked."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from dinhlang.apps.audit import public as audit
from dinhlang.apps.calendar.tests.factories import a_day_off
from dinhlang.apps.operations import public as operations
from dinhlang.apps.people.actions import give_role
from dinhlang.apps.people.models import Person, SignIn
from dinhlang.apps.people.tests.factories import (
    NOW,
    a_leader,
    a_stranger,
    a_village_head,
    an_administrator,
    an_officer,
    with_role,
)
from dinhlang.apps.privacy import access, actions
from dinhlang.apps.privacy.models import DataRequest, Kind, State
from dinhlang.apps.privacy.tests.factories import a_consent, a_request
from dinhlang.apps.units.tests.factories import TODAY, a_committee, a_commune, a_province, a_village
from dinhlang.base.refusal import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def quan():
    return an_administrator(at=a_committee())


@pytest.fixture
def ha(quan):
    return an_officer(at=quan.roles_in_force[0].unit)


def ended(person):
    person.roles.update(ends=TODAY)
    return person


def test_the_days_are_rows_with_their_article(ha):
    asked = a_request(kind=Kind.RESTRICT, person=ha)

    reply, done = asked.deadlines.all()

    assert (reply.kind, reply.due) == ("reply", date(2026, 11, 24))  # two working days after the 20th, a Friday
    assert (done.kind, done.due) == ("done", date(2026, 12, 5))
    assert "khoản 5 Điều 4" in done.article
    assert done.law_begins == date(2026, 1, 1)
    assert not done.is_sure


def test_a_day_off_that_the_house_was_told_of_moves_the_reply(quan, ha):
    a_day_off(date(2026, 11, 23), by=quan)

    reply = a_request(kind=Kind.RESTRICT, person=ha).deadlines.get(kind="reply")

    assert reply.due == date(2026, 11, 25)


def test_days_of_a_paper_count_from_when_it_came(quan):
    facts = {"kind": "restrict", "name": "Bà Bảy", "contact": "", "words": "Đừng ghi tên tôi."}

    made = actions.record_paper(
        **facts, unit=quan.roles_in_force[0].unit, received_on=date(2026, 11, 10), by=quan, now=NOW
    )

    assert [d.due for d in made.deadlines.all()] == [date(2026, 11, 12), date(2026, 11, 25)]
    assert DataRequest.objects.late(on=TODAY).get() == made


def test_a_paper_from_tomorrow_or_another_commune_is_refused(quan):
    facts = {"kind": "see", "name": "Bà Bảy", "contact": "", "words": "x", "by": quan, "now": NOW}
    unit = quan.roles_in_force[0].unit

    with pytest.raises(Refusal, match="sau hôm nay"):
        actions.record_paper(**facts, unit=unit, received_on=date(2026, 11, 21))
    with pytest.raises(Refusal, match="ngoài phạm vi"):
        actions.record_paper(**facts, unit=a_commune("Khác", code="Z9"), received_on=TODAY)


def test_the_first_reply_meets_its_day_and_is_kept(ha, quan):
    asked = a_request(kind=Kind.OBJECT, person=ha)

    actions.accept(asked, reply="Đã nhận, trả lời trước 05/12.", by=quan, now=NOW)

    asked.refresh_from_db()
    assert (asked.state, asked.reply) == (State.ACCEPTED, "Đã nhận, trả lời trước 05/12.")
    assert [d.met_on for d in asked.deadlines.order_by("pk")] == [TODAY, None]


def test_whoever_else_got_the_data_has_twenty_days(ha, quan):
    asked = a_request(kind=Kind.WITHDRAW, person=ha)

    actions.accept(asked, reply="Đã nhận.", is_elsewhere=True, by=quan, now=NOW)

    assert asked.deadlines.get(kind="elsewhere").due == date(2026, 12, 10)
    actions.finish(asked, answer="Đã gỡ.", by=quan, now=NOW)
    assert asked.deadlines.get(kind="elsewhere").met_on == TODAY


def test_an_extension_moves_the_day_once_and_beyond_that_reminds(ha, quan):
    asked = a_request(kind=Kind.OBJECT, person=ha)

    assert actions.extend(asked, days=15, reason="phải hỏi tỉnh", by=quan, now=NOW) == []
    doubts = actions.extend(asked, days=16, reason="chưa trả lời", by=quan, now=NOW)

    done = asked.deadlines.get(kind="done")
    assert (done.first_due, done.due) == (date(2026, 12, 5), date(2027, 1, 5))
    assert {rule.name for rule in doubts} == {"extension", "extensions"}
    assert not any(rule.blocks for rule in doubts)


def test_restricting_hides_the_name(ha, quan):
    asked = a_request(kind=Kind.RESTRICT, person=ha)

    actions.finish(asked, answer="Đã hạn chế.", by=quan, now=NOW)

    assert Person.objects.get(pk=ha.pk).is_name_hidden
    assert [d.met_on for d in asked.deadlines.all()] == [TODAY, TODAY]


def test_a_new_name_waits_for_somebody_else_and_the_rest_does_not(ha, quan):
    facts = {"full_name": "Nguyễn Thu Hà", "honorific": "chị", "email": "ha@example.vn", "phone": ""}

    made = actions.correct_myself(ha, facts=facts, now=NOW)

    ha.refresh_from_db()
    assert (ha.full_name, ha.email) == ("Nguyễn Thị Hà", "ha@example.vn")
    actions.finish(made, answer="Đã sửa theo căn cước.", by=quan, now=NOW)
    ha.refresh_from_db()
    assert ha.full_name == "Nguyễn Thu Hà"


def test_ways_to_reach_alone_need_nobody(ha):
    facts = {"full_name": ha.full_name, "honorific": "chị", "email": "", "phone": "0912345678"}

    assert actions.correct_myself(ha, facts=facts, now=NOW) is None
    with pytest.raises(Refusal, match="Chưa có gì thay đổi"):
        actions.correct_myself(ha, facts=facts, now=NOW)


def test_erasing_leaves_a_number_and_the_chain_whole(ha, quan):
    ha.email, ha.phone = "ha@example.vn", "0912345678"
    ha.save()
    SignIn.objects.create(person=ha, session_key="s", how="password", device="máy của Hà", began_at=NOW, seen_at=NOW)
    asked = a_request(kind=Kind.ERASE, person=ha, words="Tôi nghỉ việc, xin xóa tên Hà.")
    audit.lay_links()
    ended(ha)

    actions.finish(asked, answer="Đã xóa.", by=quan, now=NOW)

    ha.refresh_from_db()
    asked.refresh_from_db()
    kept = (
        f"{ha.full_name} {ha.username} {ha.email} {ha.phone} {ha.search_text} {ha.sort_key} {asked.name} {asked.words}"
    )
    assert "Hà" not in kept
    assert "ha@" not in kept
    assert "0912" not in kept
    assert not SignIn.objects.filter(person=ha).exists()
    assert not ha.is_active
    assert not ha.has_usable_password()
    audit.lay_links()
    assert audit.first_break() is None
    latest = audit.history_of(ha).first()
    assert latest.act == "people.made_nameless"
    assert "Hà" not in f"{latest.thing_name} {latest.before} {latest.after} {latest.reason}"


def test_whoever_still_holds_a_role_is_not_erased(ha, quan):
    asked = a_request(kind=Kind.ERASE, person=ha)

    with pytest.raises(Refusal, match="còn giữ vai trò"):
        actions.finish(asked, answer="Đã xóa.", by=quan, now=NOW)

    assert DataRequest.objects.get(pk=asked.pk).state == State.RECEIVED
    assert Person.objects.get(pk=ha.pk).full_name == "Nguyễn Thị Hà"


def test_withdrawing_on_request_takes_the_consent_back(ha, quan):
    consent = a_consent(person=ha, by=quan)
    asked = a_request(kind=Kind.WITHDRAW, person=ha, consent=consent)

    actions.finish(asked, answer="Đã gỡ ảnh.", by=quan, now=NOW)

    consent.refresh_from_db()
    assert not consent.stands


def test_to_see_needs_nobody_and_is_put_into_the_queue_once(ha):
    asked = a_request(kind=Kind.SEE, person=ha)

    with pytest.raises(Refusal, match="đang được làm"):
        a_request(kind=Kind.SEE, person=ha)

    assert operations.Job.objects.get(path__endswith="make_export").told == {"request": asked.pk}


@pytest.mark.parametrize("kind", [Kind.CORRECT, Kind.ERASE, Kind.OBJECT])
def test_what_is_wanted_must_be_said(ha, kind):
    with pytest.raises(Refusal, match="viết rõ"):
        a_request(kind=kind, person=ha, words=" ")


@pytest.mark.parametrize("act", ["accept", "finish", "refuse"])
def test_an_answer_without_words_is_none(ha, quan, act):
    asked = a_request(kind=Kind.OBJECT, person=ha)

    with pytest.raises(Refusal, match="Hãy viết"):
        getattr(actions, act)(asked, **{"reply" if act == "accept" else "answer": " "}, by=quan, now=NOW)


def test_what_is_done_is_not_done_again(ha, quan):
    asked = a_request(kind=Kind.OBJECT, person=ha)
    actions.refuse(asked, answer="Luật buộc giữ.", by=quan, now=NOW)

    with pytest.raises(Refusal, match="không đổi được nữa"):
        actions.finish(asked, answer="Đã làm.", by=quan, now=NOW)
    with pytest.raises(Refusal, match="không đổi được nữa"):
        actions.take_back(asked, by=ha, now=NOW)


def test_nobody_answers_themselves_or_for_another_place(ha, quan):
    own = a_request(kind=Kind.OBJECT, person=quan)
    other = an_administrator(at=a_committee(of=a_commune("Tân Trung", code="B1"), code="B3"))
    asked = a_request(kind=Kind.OBJECT, person=ha)

    with pytest.raises(Refusal, match="người khác trả lời"):
        actions.finish(own, answer="x", by=quan, now=NOW)
    for by in (other, ha, a_leader(at=quan.roles_in_force[0].unit)):
        with pytest.raises(Refusal):
            actions.finish(asked, answer="x", by=by, now=NOW)


def test_an_administrator_answers_for_the_villages_too(quan):
    commune = quan.roles_in_force[0].place
    asked = a_request(kind=Kind.OBJECT, person=a_village_head(at=a_village("Một", code="V1", parent=commune)))

    assert access.may_answer_this(quan, asked)


def test_who_belongs_to_no_unit_is_answered_at_the_top(quan):
    asked = a_request(kind=Kind.OBJECT, person=a_stranger())
    top = with_role(a_stranger(), "administrator", a_committee(of=quan.roles_in_force[0].place.parent, code="T3"))

    assert asked.unit is None
    assert not access.may_answer_this(quan, asked)
    assert access.may_answer_this(top, asked) is any(p.count(".") == 1 for p in top.reach("privacy.answer"))


def test_only_whoever_asked_takes_it_back(ha, quan):
    asked = a_request(kind=Kind.OBJECT, person=ha)

    with pytest.raises(Refusal, match="Chỉ người đã gửi"):
        actions.take_back(asked, by=quan, now=NOW)
    assert actions.take_back(asked, by=ha, now=NOW).state == State.TAKEN_BACK


def test_every_step_is_in_the_record_without_the_persons_name(ha, quan):
    asked = a_request(kind=Kind.OBJECT, person=ha)
    actions.accept(asked, reply="Đã nhận.", by=quan, now=NOW)
    actions.extend(asked, days=3, reason="chờ tỉnh", by=quan, now=NOW)
    actions.finish(asked, answer="Đã ngừng.", by=quan, now=NOW)

    entries = list(audit.history_of(asked))

    assert [e.act for e in reversed(entries)] == [f"privacy.{a}" for a in ("asked", "accepted", "extended", "done")]
    assert not any("Hà" in e.thing_name for e in entries)


def test_before_the_law_there_are_no_days(ha):
    early = datetime(2025, 12, 31, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))

    with pytest.raises(LookupError):
        a_request(kind=Kind.OBJECT, person=ha, now=early)


def test_a_commune_answers_on_paper_only_for_who_works_there_now():
    province = a_province()
    commune = a_committee(of=a_commune(parent=province))
    quan, moved = an_administrator(at=commune), an_officer(at=commune)
    moved.roles.update(ends=TODAY)
    give_role(moved, kind="officer", unit=a_committee(of=province), begins=TODAY, by=None, now=NOW)
    facts = {"kind": Kind.SEE, "name": moved.full_name, "contact": "", "words": "Xin xem.", "received_on": TODAY}

    with pytest.raises(actions.CannotAsk, match="ngoài phạm vi"):
        actions.record_paper(person=moved, unit=commune, by=quan, now=NOW, **facts)
