"""Letters to a real mail server: one a day, stopped by one click, none lost when it is down, none sent twice."""

from datetime import timedelta

import pytest

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.models import Person, Role
from dinhlang.apps.reminders import access, actions
from dinhlang.apps.reminders.models import Letter, LetterState, Notice, Wish
from dinhlang.apps.reminders.tests.factories import a_part, an_officer_with_mail, at, night
from dinhlang.apps.tasks import actions as tasks
from dinhlang.apps.tasks.tests.factories import a_task, submitted

pytestmark = pytest.mark.django_db


def states():
    return list(Letter.objects.order_by("pk").values_list("state", flat=True))


def words_of(message):
    return message.get_payload(decode=True).decode()


def test_a_day_is_one_letter_with_all_of_it_at_the_usual_hour(office):
    part, officer = a_part()
    a_task(leads=[part.unit])
    night(22)

    assert actions.send_due(now=at(22, 6)) == 0
    assert actions.send_due(now=at(22, 7)) == 1

    (to, message) = office.came[0]
    assert to == officer.email == message["To"]
    assert words_of(message).count("Còn 3 ngày đến hạn 25/11/2026") == 2
    assert f"https://dinhlang.example.vn/nhiem-vu/phan-viec/{part.pk}/" in words_of(message)
    assert Letter.objects.get().sent_at == at(22, 7)


def test_the_head_of_the_letter_lets_mail_programs_stop_it(office, client):
    _part, officer = a_part()
    night(22)
    actions.send_due(now=at(22, 7))
    message = office.came[0][1]
    address = "".join(message["List-Unsubscribe"].split()).strip("<>").replace("https://dinhlang.example.vn", "")

    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    asked = client.get(address)
    assert asked.status_code == 200
    assert not Wish.objects.exists()  # only looking stops nothing
    assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Wish.objects.get(person=officer).mail == "none"
    night(24)
    assert actions.send_due(now=at(24, 7)) == 0


def test_stopping_is_written_once_and_a_made_up_link_stops_nobody(client):
    _part, officer = a_part()
    address = f"/nhac-viec/ngung/{access.stop_token(officer)}/"
    for _time in range(2):
        client.post(address)

    assert audit.Entry.objects.filter(act="reminders.wished").count() == 1
    assert client.post(f"/nhac-viec/ngung/{officer.pk}:made-up/").status_code == 404


def test_a_letter_says_nothing_of_what_was_received_or_moved_before_it_went(office):
    part, officer = a_part(due=None)
    night(24)
    tasks.receive(assignment=part, by=officer, now=at(24, 6))

    assert actions.send_due(now=at(24, 7)) == 0
    assert (states(), office.came) == ([LetterState.DROPPED], [])


def test_one_may_choose_an_hour_or_at_once(office):
    _part, officer = a_part()
    actions.wish(mail="digest", hour=20, by=officer, now=at(21, 9))
    night(22)
    assert Letter.objects.get().due_at == at(22, 20)

    actions.wish(mail="at_once", hour=20, by=officer, now=at(22, 9))

    assert actions.send_due(now=at(22, 9)) == 1


def test_a_night_that_came_late_sends_at_once_and_does_not_wait_for_tomorrow(office):
    a_part()
    night(22, 11)

    assert actions.send_due(now=at(22, 11)) == 1


def test_what_was_read_or_done_meanwhile_is_not_sent(office):
    part, _officer = a_part()
    other, reader = a_part()
    night(22)
    submitted(part)
    actions.read_all(by=reader, now=at(22, 6), up_to=Notice.objects.order_by("-pk").first().pk)

    assert actions.send_due(now=at(22, 7)) == 0
    assert states() == [LetterState.DROPPED] * 2
    assert other.is_open


def test_who_may_no_more_know_gets_no_letter(office):
    _part, officer = a_part()
    night(22)
    Role.objects.filter(person=officer).update(ends=at(22).date())

    assert actions.send_due(now=at(22, 7)) == 0
    assert office.came == []


def test_a_server_that_is_down_for_a_day_loses_nothing_and_gets_one_letter_for_all(office):
    part, officer = a_part()
    office.shut()
    night(22)
    for hour in (7, 8, 12, 20):
        with pytest.raises(actions.MailServerAway):
            actions.send_due(now=at(22, hour))
    night(23)
    assert states() == [LetterState.WAITING]

    office.open()
    sent = actions.send_due(now=at(23, 7))

    assert (sent, office.whom) == (1, [officer.email])
    assert words_of(office.came[0][1]).count(part.task.title) == 2  # the reminder of each day, once


def test_a_server_that_takes_a_letter_and_says_nothing_does_not_get_it_again(office):
    part, officer = a_part()
    night(22)
    office.closes_after = 1
    with pytest.raises(actions.MailServerAway):
        actions.send_due(now=at(22, 7))
    assert (office.wait_for(1), states()) == (1, [LetterState.UNSURE])

    office.closes_after = None
    assert actions.send_due(now=at(22, 8)) == 0
    night(24)
    actions.send_due(now=at(24, 7))

    assert office.whom == [officer.email] * 2  # the first of that day, the second of this one
    assert states() == [LetterState.CARRIED, LetterState.SENT]
    assert "Còn 1 ngày" in words_of(office.came[1][1])
    assert part.is_open


def test_a_letter_in_the_hands_of_a_worker_that_died_is_not_sent_again_but_told_of_tomorrow(office):
    a_part()
    night(22)
    Letter.objects.update(state=LetterState.HANDING, handing_at=at(22, 7))

    assert actions.send_due(now=at(22, 8)) == 0
    night(23)
    assert actions.send_due(now=at(23, 7)) == 1
    assert states() == [LetterState.CARRIED, LetterState.SENT]


def test_a_refused_address_does_not_hold_up_the_others(office):
    _part, refused = a_part()
    part, _officer = a_part()
    second = an_officer_with_mail(at=part.unit, email="lan@nhanam.example.vn")
    Person.objects.filter(pk=refused.pk).update(email="khong-co@nhanam.example.vn")
    office.answers["khong-co@nhanam.example.vn"] = "550 no such mailbox"
    night(22)

    assert actions.send_due(now=at(22, 7)) == 2
    assert sorted(states()) == ["refused", "sent", "sent"]
    assert "no such mailbox" in Letter.objects.get(state="refused").trouble
    assert second.email in office.whom


def test_a_server_that_asks_to_come_later_is_asked_later(office):
    _part, officer = a_part()
    office.answers[officer.email] = "451 greylisted"
    night(22)
    assert actions.send_due(now=at(22, 7)) == 0
    assert Letter.objects.get().due_at == at(22, 7) + timedelta(minutes=5)

    office.answers.clear()

    assert actions.send_due(now=at(22, 8)) == 1


def test_without_a_mail_server_no_letter_is_put_and_the_list_has_it_all():
    _part, officer = a_part()
    night(22)

    assert not Letter.objects.exists()
    assert Notice.objects.filter(person=officer).exists()


def test_two_who_hand_over_at_once_take_each_letter_once(office):
    for _number in range(3):
        a_part()
    night(22)
    from dinhlang.apps.reminders.actions import posting

    first = posting._next(at(22, 7))
    second = posting._next(at(22, 7))

    assert first.pk != second.pk
    assert not posting._step(first, LetterState.WAITING, LetterState.HANDING)
