"""The pages: why a day is what it is, and the acts that move it."""

from datetime import date

import pytest
from django.urls import reverse

from dinhlang.apps.deadlines.models import Event, Session
from dinhlang.apps.deadlines.tests.factories import WAITING, a_deadline, day_of, recorded
from dinhlang.apps.people.tests.factories import a_viewer, an_officer
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province

pytestmark = pytest.mark.django_db


@pytest.fixture
def enter(client):
    def as_(person):
        client.force_login(person)
        return client

    return as_


def page(name, *args):
    return reverse(f"deadlines:{name}", args=args)


def test_why_tells_words_counting_and_each_day_passed_over(enter):
    deadline = a_deadline(due=date(2026, 12, 4))

    said = enter(deadline.plan.adopted_by).get(page("why", deadline.pk)).content.decode()

    assert deadline.words in said
    assert "Đếm 10 ngày làm việc kể từ ngày" in said
    assert said.count("(cuối tuần)") == 4
    assert "cách đọc tháng 11/2026" in said
    assert "lịch ngày nghỉ chung của cả nước; nơi đây chưa sửa ngày nào" in said
    assert deadline.milestones.get().calendar_version not in said


def test_an_event_is_recorded_on_the_page_and_taken_back(enter):
    deadline = a_deadline(WAITING, on=date(2026, 1, 5))
    browser = enter(deadline.plan.adopted_by)
    asked = browser.get(page("recording", deadline.pk))
    assert asked.context["form"].initial == {"number": 5, "unit": "working"}

    sent = {"happened_on": "12/1/2026", "number": "5", "unit": "working", "source": "Công văn 12/SNV"}
    browser.post(page("recording", deadline.pk), sent)
    assert day_of(deadline) == date(2026, 1, 19)
    assert "Công văn 12/SNV" in browser.get(page("why", deadline.pk)).content.decode()

    browser.post(page("taking_back", deadline.pk), {"reason": "nhầm"})
    assert day_of(deadline) is None


def test_a_second_recording_is_told_beside_the_form_and_loses_nothing(enter):
    deadline = a_deadline(WAITING, on=date(2026, 1, 5))
    recorded(deadline)

    sent = {"happened_on": "12/1/2026", "number": "5", "unit": "working", "source": "Công văn 99"}
    answer = enter(deadline.plan.adopted_by).post(page("recording", deadline.pk), sent).content.decode()

    assert "Công văn 12/SNV" in answer
    assert "Công văn 99" in answer
    assert Event.objects.count() == 1


def test_who_may_only_read_moves_nothing_and_a_stranger_to_a_hidden_plan_reads_nothing(enter):
    deadline = a_deadline(WAITING)
    deadline.plan.is_public = False
    deadline.plan.save()
    reader = a_viewer(at=deadline.plan.issuer)
    foreign = an_officer(at=a_committee(of=a_commune("Xa Lạ", parent=a_province("Xa"))))

    assert enter(reader).get(page("why", deadline.pk)).status_code == 200
    assert enter(reader).get(page("recording", deadline.pk)).status_code == 403
    assert enter(foreign).get(page("why", deadline.pk)).status_code == 404


def test_the_sittings_are_kept_and_a_time_is_linked_to_one(enter):
    deadline = a_deadline("trình kỳ họp giữa năm 2027")
    browser = enter(deadline.plan.adopted_by)
    place = deadline.plan.place
    sent = {"place": place.pk, "kind": "midyear", "year": "2027", "begins_on": "7/7/2027", "source": "TB 3"}

    browser.post(page("adding"), sent)
    session = Session.objects.get()
    browser.post(page("linking", deadline.pk), {"session": session.pk, "number": "", "unit": "day"})
    browser.post(page("moving", session.pk), {"begins_on": "21/7/2027", "source": "TB 9"})

    assert day_of(deadline) == date(2027, 7, 21)
    assert "1 thời hạn theo kỳ này" in browser.get(page("sessions")).content.decode()
    browser.post(page("cancelling", session.pk), {"reason": "hoãn"})
    assert day_of(deadline) is None


def test_a_series_is_ended_on_its_page(enter):
    deadline = a_deadline("ngày 15 hằng tháng", due=date(2026, 12, 15))
    browser = enter(deadline.plan.adopted_by)

    browser.post(page("ending", deadline.pk), {"reason": "có kế hoạch mới"})

    assert "có kế hoạch mới" in browser.get(page("why", deadline.pk)).content.decode()
