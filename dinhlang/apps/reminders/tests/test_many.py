"""Many bodies are reminded at once, with words; nobody twice a day."""

import threading

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.people.tests.factories import a_viewer
from dinhlang.apps.reminders import actions
from dinhlang.apps.reminders.actions import CannotRemind
from dinhlang.apps.reminders.models import Notice, Reminder
from dinhlang.apps.reminders.tests.factories import a_part, an_officer_with_mail, at, night
from dinhlang.apps.tasks.models import Assignment
from dinhlang.apps.tasks.tests.factories import a_task
from dinhlang.apps.units.tests.factories import a_body, a_committee

pytestmark = pytest.mark.django_db
WORDS = "Xin gửi trước 16 giờ."


def two_parts():
    """One body with an officer, and one that nobody acts for."""
    committee = a_committee()
    first, second = (a_body(f"Phòng {name}", parent=committee) for name in ("A", "B"))
    an_officer_with_mail(at=first)
    task = a_task(leads=[first, second])
    return list(task.assignments.order_by("pk")), task.handed_out_by


def reminded(parts, *, by, words=WORDS, day=21):
    now = at(day, 9)
    return actions.remind_many(chosen=parts, words=words, by=by, now=now, day=now.date())


def test_each_body_is_told_with_the_words_and_each_part_has_its_entry():
    part, officer = a_part()

    done = reminded([part], by=part.task.handed_out_by)

    notice = Notice.objects.get(person=officer)
    assert (done.number, done.left) == (1, [])
    assert (notice.reminder.words, notice.reminder.by) == (WORDS, part.task.handed_out_by)
    entry = Entry.objects.get(act="reminders.asked")
    assert (entry.reason, entry.actor) == (WORDS, part.task.handed_out_by)


def test_a_second_click_reminds_nobody_and_the_next_day_may():
    part, officer = a_part()
    reminded([part], by=officer)

    again = reminded([part], by=officer)
    assert (again.number, [why for _part, why in again.left]) == (0, ["hôm nay đã được nhắc rồi"])

    assert reminded([part], by=officer, day=22).number == 1
    assert Notice.objects.filter(person=officer).count() == 2


def test_who_cannot_be_reminded_is_told_by_name_and_the_others_are():
    part, officer = a_part()
    done, _other = a_part()
    Assignment.objects.filter(pk=done.pk).update(state="submitted")

    came = reminded([part, done], by=officer)

    assert came.number == 1
    assert [(one.pk, "chờ duyệt" in why) for one, why in came.left] == [(done.pk, True)]


def test_a_body_without_anybody_is_named_and_not_entered_in_the_record():
    part = a_task(leads=[a_body(parent=a_committee())]).assignments.get()

    came = reminded([part], by=part.task.handed_out_by)

    assert (came.number, len(came.left)) == (0, 1)
    assert "chưa có ai" in came.left[0][1]
    assert not Entry.objects.filter(act="reminders.asked").exists()


def test_without_words_nobody_is_reminded():
    part, officer = a_part()

    with pytest.raises(CannotRemind, match="lời nhắn"):
        reminded([part], by=officer, words=" ")

    assert not Reminder.objects.filter(step="asked").exists()


def test_the_night_neither_cancels_nor_repeats_what_a_person_asked():
    part, officer = a_part()
    reminded([part], by=officer)

    night(22)

    asked = Reminder.objects.get(step="asked")
    assert (asked.state, asked.notices.count()) == ("told", 1)


def test_the_letter_carries_the_words(settings):
    settings.EMAIL_HOST = "post.example"
    part, officer = a_part()
    reminded([part], by=officer)

    actions.send_due(now=at(22, 9))

    assert f"Lời nhắn: {WORDS}" in mail.outbox[-1].body


def test_the_page_shows_whom_it_reaches_before_it_does_anything(client):
    part, officer = a_part()
    client.force_login(part.task.handed_out_by)
    page = reverse("reminders:reminding")

    shown = client.post(page, {"chosen": [part.pk, 999_999]}).content.decode()
    assert part.unit.full_name in shown
    assert not Notice.objects.exists()

    sent = {"shown": [f"{part.pk}:{part.unit_id}"], "words": WORDS}
    said = client.post(page, sent, follow=True).content.decode()
    again = client.post(page, sent, follow=True).content.decode()
    assert "Đã nhắc 1 phần việc." in said
    assert "hôm nay đã được nhắc rồi" in again
    assert Notice.objects.filter(person=officer).count() == 1


def test_who_decides_nothing_reminds_nobody(client):
    part, _officer = a_part()
    client.force_login(a_viewer(at=part.unit))

    answer = client.post(reverse("reminders:reminding"), {"chosen": [part.pk]})

    assert answer.status_code == 403
    assert not Notice.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_remind_once():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("an in-memory database belongs to one thread; PostgreSQL is asked the same")
    part, officer = a_part()
    start, came = threading.Barrier(2), []

    def run():
        try:
            start.wait(timeout=10)
            came.append(reminded([part], by=officer).number)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(came) == [0, 1]
    assert Notice.objects.filter(person=officer).count() == 1
