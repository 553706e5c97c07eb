"""Calendars and feeds at a secret address: read by a program as it does, with the owner's permission as of now."""

from datetime import date
from xml.etree import ElementTree

import icalendar
import pytest

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.models import Role
from dinhlang.apps.people.tests.factories import a_viewer, an_officer, sign_in
from dinhlang.apps.reminders import access, actions
from dinhlang.apps.reminders.rules import Event, Item, atom, ical
from dinhlang.apps.reminders.tests.factories import a_part, at
from dinhlang.apps.tasks import actions as tasks
from dinhlang.apps.tasks.tests.factories import NOW, submitted
from dinhlang.apps.units.tests.factories import a_committee

ATOM = "{http://www.w3.org/2005/Atom}"


def calendar_of(subscription):
    return f"/nhac-viec/lich/{access.secret_of(subscription)}.ics"


def feed_of(subscription):
    return f"/nhac-viec/tin/{access.secret_of(subscription)}.xml"


def events_in(answer):
    return list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


@pytest.mark.django_db
def test_ones_own_work_stands_in_the_calendar_on_its_day_without_signing_in(client):
    part, officer = a_part()

    answer = client.get(calendar_of(actions.follow(by=officer, now=NOW)))

    (event,) = events_in(answer)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert event.decoded("dtstart") == date(2026, 11, 25)
    assert event.decoded("dtend") == date(2026, 11, 26)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert str(event["SUMMARY"]) == part.task.title
    assert str(event["UID"]).startswith(f"phan-viec-{part.pk}@")


@pytest.mark.django_db
def test_another_day_moves_the_same_event(client):
    part, officer = a_part()
    address = calendar_of(actions.follow(by=officer, now=NOW))
    (before,) = events_in(client.get(address))
    tasks.change_due(
        task=part.task, due=date(2026, 12, 10), reason="Đổi hạn", by=an_officer(at=part.unit), now=at(23, 9)
    )

    (after,) = events_in(client.get(address))

    assert (after["UID"], after.decoded("dtstart")) == (before["UID"], date(2026, 12, 10))
    assert after.decoded("dtstamp") > before.decoded("dtstamp")


@pytest.mark.django_db
def test_a_program_that_has_it_already_is_told_so(client):
    part, officer = a_part()
    address = calendar_of(actions.follow(by=officer, now=NOW))
    etag = client.get(address)["ETag"]

    assert client.get(address, headers={"if-none-match": etag}).status_code == 304
    submitted(part)
    assert client.get(address, headers={"if-none-match": etag}).status_code == 200


@pytest.mark.django_db
def test_another_address_shuts_the_old_one_and_is_in_the_record(client):
    _part, officer = a_part()
    subscription = actions.follow(by=officer, now=NOW)
    old = calendar_of(subscription)
    sign_in(client, officer)
    client.post(f"/nhac-viec/theo-doi/{subscription.pk}/doi/")
    subscription.refresh_from_db()

    assert client.get(old).status_code == 404
    assert client.get(calendar_of(subscription)).status_code == 200
    assert audit.Entry.objects.filter(act="reminders.renewed", actor=officer).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("secret", ["khong-co", "1.abc:def", "1", ""])
def test_a_made_up_address_opens_nothing(client, secret):
    a_part()

    assert client.get(f"/nhac-viec/lich/{secret}.ics").status_code == 404


@pytest.mark.django_db
def test_it_shows_what_its_owner_may_read_now(client):
    part, officer = a_part()
    reader = a_viewer(at=part.unit)
    mine, whole = actions.follow(by=officer, now=NOW), actions.follow(by=reader, unit=part.unit, now=NOW)
    assert len(events_in(client.get(calendar_of(whole)))) == 1

    Role.objects.filter(person__in=[officer, reader]).update(ends=date(2026, 11, 1))

    assert [events_in(client.get(calendar_of(one))) for one in (mine, whole)] == [[], []]
    type(reader).objects.filter(pk=reader.pk).update(is_active=False)
    assert client.get(calendar_of(whole)).status_code == 404


@pytest.mark.django_db
def test_a_plan_that_is_not_for_one_any_more_is_not_found(client):
    part, _officer = a_part()
    plan = part.task.plan
    other = an_officer(at=a_committee())
    subscription = actions.follow(by=other, plan=plan, now=NOW)
    assert [str(one["UID"]) for one in events_in(client.get(calendar_of(subscription)))] == []

    type(plan).objects.filter(pk=plan.pk).update(is_public=False)

    assert client.get(calendar_of(subscription)).status_code == 404


@pytest.mark.django_db
def test_a_plans_calendar_has_its_tasks(client):
    part, _officer = a_part()
    reader = a_viewer(at=part.task.plan.issuer)

    (event,) = events_in(client.get(calendar_of(actions.follow(by=reader, plan=part.task.plan, now=NOW))))

    assert str(event["UID"]).startswith(f"nhiem-vu-{part.task.pk}@")


@pytest.mark.django_db
def test_a_units_feed_tells_its_steps_without_anyones_words(client):
    part, _officer = a_part()
    submitted(part, words="Ông Tư chưa nộp.")
    reader = a_viewer(at=part.unit)

    answer = client.get(feed_of(actions.follow(by=reader, unit=part.unit, now=NOW)))

    titles = [entry.findtext(f"{ATOM}title") for entry in ElementTree.fromstring(answer.content).iter(f"{ATOM}entry")]
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert any("chờ duyệt" in title for title in titles)
    assert any("được giao, hạn 25/11/2026" in title for title in titles)
    assert "Ông Tư" not in answer.content.decode()


@pytest.mark.django_db
def test_residents_follow_a_public_plan_and_no_other(client):
    part, _officer = a_part()
    plan = part.task.plan
    address = f"/nhac-viec/tin-ke-hoach/{plan.pk}.xml"
    feed = ElementTree.fromstring(client.get(address).content)
    assert {child.tag for child in feed} >= {f"{ATOM}{name}" for name in ("id", "title", "updated", "link", "author")}
    assert len(feed.findall(f"{ATOM}entry")) == 2
    for entry in feed.iter(f"{ATOM}entry"):
        assert all(entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))

    type(plan).objects.filter(pk=plan.pk).update(is_public=False)

    assert client.get(address).status_code == 404


def test_lines_are_folded_between_letters_and_signs_are_escaped():
    words = "Rà soát; báo cáo, gửi \\ Sở Nội vụ\nđợt 2 " + "ế" * 90
    text = ical("Lịch", [Event("1@nha", date(2026, 11, 25), words, NOW, text=words, url="https://nha/1/")])

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert str(event["SUMMARY"]) == words
    assert text == ical("Lịch", [Event("1@nha", date(2026, 11, 25), words, NOW, text=words, url="https://nha/1/")])


def test_a_line_cannot_smuggle_another_into_the_calendar():
    text = ical("Lịch", [Event("1@nha", date(2026, 11, 25), "a\r\nATTENDEE:x\rb\x00", NOW)])

    assert "\r\nATTENDEE" not in text
    assert "\x00" not in text


def test_a_feed_is_whole_xml_whatever_its_words():
    item = Item("tag:nha,2026:1", "<b>&\x08 “lời”", NOW, "https://nha/?a=1&b=2")
    facts = {"key": "tag:nha,2026:0", "title": "A & B", "url": "https://nha/", "own_url": "https://nha/x"}

    feed = ElementTree.fromstring(atom(**facts, begun_at=NOW, items=[item]))

    assert feed.find(f"{ATOM}entry").findtext(f"{ATOM}title") == "<b>& “lời”"
    assert feed.findtext(f"{ATOM}updated") == "2026-11-20T01:30:00Z"
