"""Messages to browsers, against a real service of our own that decrypts them."""

import json
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.reminders import actions
from dinhlang.apps.reminders.actions import CannotPush
from dinhlang.apps.reminders.models import Notice, PushAddress
from dinhlang.apps.reminders.tests.factories import a_part, at, night
from dinhlang.base import push
from dinhlang.base.tests.push_service import Browser, PushService

pytestmark = pytest.mark.django_db
NINE = at(22, 9)


@pytest.fixture
def service(settings):
    made = PushService()
    settings.PUSH_SERVICES, settings.PUSH_KEY = [made.origin], push.new_private_key()
    settings.ADDRESS = "https://dinhlang.example.vn"
    yield made
    made.shut()


def told_in(service, person, *, path="/a", browser=None):
    browser = browser or Browser()
    receiver = browser.receiver(service.origin + path)
    facts = {"endpoint": receiver.endpoint, "p256dh": receiver.p256dh, "auth": receiver.auth, "name": "Firefox"}
    actions.tell_browser(**facts, by=person, now=at(21))
    return browser


def sent(now=NINE):
    return actions.send_pushes(now=now, day=now.date())


def test_a_reminder_goes_to_each_browser_once_as_one_sentence_that_names_nobody(service):
    part, officer = a_part()
    first, second = told_in(service, officer), told_in(service, officer, path="/b")
    night(22)

    assert (sent(), sent()) == (2, 0)

    bodies = [body for _path, _head, body in service.came]
    said = [json.loads(one.opened(body)) for one, body in zip((first, second), bodies, strict=True)]
    assert [one["body"] for one in said] == ["Có 1 lời nhắc chưa đọc."] * 2
    head = service.came[0][1]
    assert head["Content-Encoding"] == "aes128gcm" and head["Authorization"].startswith("vapid t=")
    for words in (officer.full_name, part.task.title, part.unit.full_name):
        assert all(words not in json.dumps(one, ensure_ascii=False) for one in said)


def test_the_night_that_tells_nothing_sends_nothing(service):
    _part, officer = a_part()
    told_in(service, officer)
    night(22)
    sent()

    night(22, 8)

    assert sent(at(22, 10)) == 0
    assert len(service.came) == 1


def test_what_was_read_meanwhile_is_not_sent(service):
    _part, officer = a_part()
    told_in(service, officer)
    night(22)
    Notice.objects.update(read_at=NINE)

    assert (sent(), service.came) == (0, [])


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_dropped(service, status):
    _part, officer = a_part()
    told_in(service, officer)
    night(22)
    service.status = status

    assert sent() == 0
    assert not PushAddress.objects.exists()


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_service_that_says_later_gets_it_later_and_once(service, status):
    _part, officer = a_part()
    told_in(service, officer)
    night(22)
    service.status = status
    assert sent() == 0
    service.status = 201

    assert sent(NINE + timedelta(minutes=4)) == 0
    assert sent(NINE + timedelta(minutes=6)) == 1
    assert sent(NINE + timedelta(hours=3)) == 0


def test_a_service_that_is_away_for_a_while_loses_nothing(service, settings):
    _part, officer = a_part()
    told_in(service, officer)
    night(22)
    service.shut()

    assert sent() == 0

    one = PushAddress.objects.get()
    assert (one.due_at, one.handing_at, one.tries) == (NINE + timedelta(minutes=5), None, 1)


def test_a_line_that_breaks_after_the_message_is_not_sent_again_but_told_the_next_night(service):
    _part, officer = a_part()
    told_in(service, officer)
    night(22)
    service.breaks = True
    assert sent() == 0
    assert sent(NINE + timedelta(minutes=30)) == 0
    service.breaks = False

    actions.settle_silent(now=at(23))

    assert sent(at(23, 7)) == 1
    assert len(service.came) == 2


def test_a_redirect_leads_nowhere(service):
    _part, officer = a_part()
    told_in(service, officer)
    night(22)
    service.status = 307

    assert sent() == 0
    assert len(service.came) == 1


def test_an_address_outside_the_named_services_is_refused_and_one_that_is_named_no_more_is_dropped(service, settings):
    _part, officer = a_part()
    inside = Browser().receiver("http://127.0.0.1:1/hook")
    facts = {"endpoint": inside.endpoint, "p256dh": inside.p256dh, "auth": inside.auth, "name": "x"}
    with pytest.raises(CannotPush, match="dịch vụ thông báo"):
        actions.tell_browser(**facts, by=officer, now=at(21))

    told_in(service, officer)
    night(22)
    settings.PUSH_SERVICES = ["https://push.example"]
    assert (sent(), service.came) == (0, [])
    assert not PushAddress.objects.exists()


def test_a_browser_that_asks_again_is_one_and_another_person_takes_it_over(service):
    _part, officer = a_part()
    browser = told_in(service, officer)
    told_in(service, officer, browser=browser)
    assert PushAddress.objects.count() == 1
    assert Entry.objects.filter(act="reminders.browser_told").count() == 1

    other = an_officer()
    told_in(service, other, browser=browser)

    assert PushAddress.objects.get().person == other


def test_where_no_service_is_named_nothing_is_offered_and_nothing_asked(client, settings):
    settings.PUSH_SERVICES = []
    _part, officer = a_part()
    client.force_login(officer)

    assert 'id="push"' not in client.get(reverse("reminders:wishing")).content.decode()
    typed = {"endpoint": "https://x.vn/1", "p256dh": "A", "auth": "A"}
    said = client.post(reverse("reminders:telling"), typed, follow=True)
    assert "chưa bật thông báo" in said.content.decode()


def test_the_page_offers_it_and_one_press_stops_it(client, service):
    _part, officer = a_part()
    client.force_login(officer)
    page = client.get(reverse("reminders:wishing")).content.decode()
    assert 'id="push"' in page and "style=" not in page and "onclick" not in page

    receiver = Browser().receiver(service.origin + "/x")
    typed = {"endpoint": receiver.endpoint, "p256dh": receiver.p256dh, "auth": receiver.auth}
    agent = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"
    said = client.post(reverse("reminders:telling"), typed, follow=True, headers={"user-agent": agent})
    assert "Chrome, Android" in said.content.decode()
    one = PushAddress.objects.get()

    client.force_login(an_officer())
    assert client.post(reverse("reminders:leaving", args=[one.pk])).status_code == 404
    client.force_login(officer)
    client.post(reverse("reminders:leaving", args=[one.pk]))
    assert not PushAddress.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_one_message_once(service):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("an in-memory database belongs to one thread; PostgreSQL is asked the same")
    _part, officer = a_part()
    told_in(service, officer)
    night(22)
    start, came = threading.Barrier(2), []

    def run():
        try:
            start.wait(timeout=10)
            came.append(sent())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(came) == [0, 1]
    assert len(service.came) == 1
