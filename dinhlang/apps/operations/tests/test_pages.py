"""The page of operations, as whoever watches over the house uses it."""

from datetime import timedelta

import pytest

from dinhlang.apps.audit import public as audit
from dinhlang.apps.operations import access, actions
from dinhlang.apps.operations.models import Job, JobState
from dinhlang.apps.operations.tests.factories import a_given_up_job, a_waiting_job
from dinhlang.apps.people.public import person_on
from dinhlang.apps.people.tests.factories import NOW, an_administrator, an_officer, sign_in
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province
from dinhlang.base import clock
from dinhlang.base.refusal import Refusal
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db
PAGE = "/van-hanh/"


@pytest.fixture
def quan(client):
    return sign_in(client, an_administrator(at=a_committee()))


def test_only_who_administers_everyone_here_watches():
    province = a_province()
    commune = a_commune(parent=province)
    quan, ha = (an_administrator(at=a_committee(of=place)) for place in (province, commune))

    assert access.may_watch(quan)
    assert not access.may_watch(ha)
    assert not access.may_watch(an_officer(at=a_committee(of=province)))


def test_who_has_left_no_longer_counts():
    province, committee = a_province(), a_committee()
    gone = an_officer(at=committee)
    quan = an_administrator(at=a_committee(of=province))
    assert not access.may_watch(quan)

    gone.roles.update(ends=NOW.date())

    assert access.may_watch(person_on(quan.pk, day=quan.as_of))


def test_a_commune_that_serves_itself_watches_over_itself():
    commune = a_commune(parent=a_province())

    assert access.may_watch(an_administrator(at=a_committee(of=commune)))


def test_without_a_worker_the_page_says_so_first(client, quan):
    assert "Không có thợ nào đang chạy" in text_of(client.get(PAGE))

    actions.come(name="thợ-một", version="1.0", now=clock.now())

    page = text_of(client.get(PAGE))
    assert "Không có thợ nào đang chạy" not in page
    assert "thợ-một" in page


def test_a_silent_worker_is_shown_as_such(client, quan):
    actions.come(name="thợ-một", version="1.0", now=clock.now() - timedelta(hours=1))

    assert "im lặng" in text_of(client.get(PAGE))


def test_the_page_tells_the_backup_the_seal_the_disk_and_the_timetable(client, quan):
    page = text_of(client.get(PAGE))

    for words in ("Bản sao lưu tốt gần nhất", "Niêm phong nhật ký gần nhất", "Chỗ trống trên đĩa", "Chủ nhật 04:00"):
        assert words in page


def test_what_was_given_up_is_seen_and_done_again(client, quan):
    job = a_given_up_job()
    assert "Trống thủng" in text_of(client.get(PAGE))

    answer = client.post(f"{PAGE}viec/{job.pk}/lam-lai/", {"reason": "đã vá trống"}, follow=True)

    job.refresh_from_db()
    assert (job.state, job.tries) == (JobState.WAITING, 0)
    assert "Đã xếp hàng lại" in text_of(answer)
    entry = audit.history_of(job).get()
    assert (entry.actor, entry.act, entry.reason) == (quan, "operations.rerun", "đã vá trống")
    assert actions.claim(worker="một", now=clock.now()).pk == job.pk


def test_what_was_given_up_may_be_left_undone(client, quan):
    job = a_given_up_job()

    client.post(f"{PAGE}viec/{job.pk}/gac-lai/", {"reason": "không cần nữa"})

    job.refresh_from_db()
    assert job.state == JobState.DROPPED
    assert audit.history_of(job).get().act == "operations.dropped"


def test_without_a_reason_nothing_is_decided(client, quan):
    job = a_given_up_job()

    answer = client.post(f"{PAGE}viec/{job.pk}/lam-lai/", {"reason": " "})

    assert "Trường này là bắt buộc" in text_of(answer) or "bắt buộc" in text_of(answer)
    assert Job.objects.get().state == JobState.GIVEN_UP


def test_two_who_decide_at_once_do_not_decide_twice(client, quan):
    job = a_given_up_job()
    actions.rerun(job, reason="một", by=quan, now=NOW)

    with pytest.raises(Refusal, match="người khác"):
        actions.drop(job, reason="hai", by=quan, now=NOW)
    page = text_of(client.post(f"{PAGE}viec/{job.pk}/gac-lai/", {"reason": "hai"}))

    assert "vừa được người khác xử lý" in page
    assert Job.objects.get().state == JobState.WAITING


def test_jobs_are_listed_by_state(client, quan):
    a_waiting_job(day="ngày-một")
    a_given_up_job(day="ngày-hai", now=NOW - timedelta(days=30))

    page = text_of(client.get(f"{PAGE}viec/?tinh-trang=given_up"))

    assert ("ngày-hai" in page, "ngày-một" in page) == (True, False)
    assert "ngày-một" in text_of(client.get(f"{PAGE}viec/?tinh-trang=khac"))


@pytest.mark.parametrize("shown", ["", "Bearer ", "Bearer khác", "Basic chìa"])
def test_figures_are_not_there_without_the_key(client, settings, shown):
    settings.METRICS_KEY = "chìa-khoá-của-máy-đo"
    assert client.get(f"{PAGE}so-do/", headers={"Authorization": shown}).status_code == 404

    settings.METRICS_KEY = ""
    assert client.get(f"{PAGE}so-do/", headers={"Authorization": shown}).status_code == 404


def test_figures_tell_the_queue_the_backup_and_the_disk(client, settings):
    settings.METRICS_KEY = "key-of-the-monitor"
    a_given_up_job(now=NOW - timedelta(days=30))

    answer = client.get(f"{PAGE}so-do/", headers={"Authorization": "Bearer key-of-the-monitor"})

    figures = dict(line.rsplit(" ", 1) for line in answer.content.decode().splitlines() if not line.startswith("#"))
    assert float(figures["dinhlang_jobs_given_up"]) == 1
    assert float(figures["dinhlang_workers"]) == 0
    assert float(figures["dinhlang_backup_age_seconds"]) == -1
    assert float(figures["dinhlang_disk_free_bytes"]) > 0
