"""Reading for programs: once, or kept until a person has checked it."""

import json
from datetime import date
from types import SimpleNamespace

import pytest

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.calendar.tests.factories import a_day_off
from dinhlang.apps.intake.actions import accept_many
from dinhlang.apps.intake.actions import reading as reading_actions
from dinhlang.apps.intake.models import Document
from dinhlang.apps.intake.tests.factories import NOW, TEXT, a_read_document, told_of
from dinhlang.apps.operations.models import Job
from dinhlang.apps.people.tests.factories import a_program, an_administrator
from dinhlang.apps.units.tests.factories import a_committee, a_commune
from dinhlang.pure.dates import read_when

pytestmark = pytest.mark.django_db
ONCE, KEPT, TIME = "/api/v1/doc-thu", "/api/v1/van-ban-den", "/api/v1/thoi-gian"


@pytest.fixture
def commune():
    return a_commune("Nhã Nam")


@pytest.fixture(autouse=True)
def _reads(monkeypatch):
    told = SimpleNamespace(as_json=told_of)
    monkeypatch.setattr(reading_actions, "read", lambda text, **_facts: told)


def send(client, token, address, body, kind="text/plain; charset=utf-8"):
    data = body.encode() if isinstance(body, str) else body
    return client.post(address, data, content_type=kind, headers={"authorization": f"Bearer {token}"})


def test_a_text_is_read_once_and_nothing_is_kept(client, commune):
    token = a_program(at=commune)

    answer = send(client, token, ONCE, TEXT)

    assert answer.json()["reading"] == told_of()
    assert not Document.objects.exists()
    assert not Entry.objects.filter(act__startswith="intake.").exists()


def test_a_text_is_kept_for_the_programs_unit_and_waits_for_its_reading(client, commune):
    token = a_program(at=commune, words=["intake.take_in"])

    answer = send(client, token, KEPT, TEXT)

    document = Document.objects.get()
    assert answer.status_code == 202
    assert (answer.json()["id"], answer.json()["state"], document.owner) == (document.pk, "arrived", commune)
    assert Job.objects.filter(path__endswith="read_document").count() == 1


def test_a_file_is_kept_under_its_name(client, commune):
    token = a_program(at=commune, words=["intake.take_in"])

    answer = send(client, token, f"{KEPT}?ten=ke-hoach.txt", TEXT, kind="application/octet-stream")

    assert answer.status_code == 202
    assert Document.objects.get().file.name == "ke-hoach.txt"


def test_how_far_it_is_and_what_people_confirmed_is_told(client, commune):
    document = a_read_document(at=a_committee(of=commune))
    accept_many(document, at_least=0.9, by=document.taken_in_by, now=NOW)
    token = a_program(at=commune, words=["intake.take_in"])

    told = client.get(f"{KEPT}/{document.pk}", headers={"authorization": f"Bearer {token}"}).json()

    assert (told["state"], told["reading"]) == ("marking", told_of())
    assert [task["path"] for task in told["checked"]["tasks"]] == ["II.b"]


def test_another_units_document_is_not_there(client, commune):
    document = a_read_document(at=a_committee(of=a_commune("Tân Trung")))
    token = a_program(at=commune, words=["intake.take_in"])

    answer = client.get(f"{KEPT}/{document.pk}", headers={"authorization": f"Bearer {token}"})

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_who_only_reads_plans_hands_nothing_in(client, commune):
    assert send(client, a_program(at=commune), KEPT, TEXT).status_code == 403
    assert Document.objects.count() == 0


@pytest.mark.parametrize(
    ("address", "body", "kind", "status"),
    [
        (ONCE, " \n", "text/plain", 422),
        (ONCE, "a" * 4_000_001, "text/plain", 413),
        (ONCE, json.dumps({"text": TEXT}), "application/json", 415),
        (KEPT, TEXT, "application/json", 415),
        (KEPT, TEXT, "application/octet-stream", 422),
        (f"{KEPT}?ten=x.pdf", b"MZ" + bytes(300), "application/octet-stream", 422),
        (f"{KEPT}?name=x.txt", TEXT, "text/plain", 400),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(client, commune, address, body, kind, status):
    token = a_program(at=commune, words=["plans.read", "intake.take_in"])

    answer = send(client, token, address, body, kind=kind)

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert len(answer.json()["title"]) > 20


def ask_time(client, token, **asked):
    return client.get(TIME, asked, headers={"authorization": f"Bearer {token}"})


def test_a_phrase_of_time_means_what_the_command_says(client, commune):
    answer = ask_time(client, a_program(at=commune), cum_tu="trước ngày 15/12", ngay="2025-11-20")

    assert answer.json() == read_when("trước ngày 15/12", date(2025, 11, 20)).as_data()
    assert (answer.json()["kind"], answer.json()["due"]) == ("dated", ["2025-12-14"])


def test_a_day_off_that_the_house_was_told_of_counts_for_programs_too(client, commune):
    a_day_off(date(2026, 12, 3), by=an_administrator(at=a_committee(of=commune)))

    answer = ask_time(client, a_program(at=commune), cum_tu="5 ngày làm việc kể từ ngày 30/11/2026", ngay="2026-11-20")

    assert answer.json()["due"] == ["2026-12-08"]


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ({"cum_tu": "quý I", "ngay": "2025-02-31"}, "2025-02-31"),
        ({"cum_tu": "quý I", "ngay": "20/11/2025"}, "2025-11-20"),
        ({"cum_tu": "quý I"}, "Ngày văn bản"),
        ({"ngay": "2025-11-20"}, "cum_tu"),
        ({"cum_tu": "quý I" * 500, "ngay": "2025-11-20"}, "2000"),
        ({"cum_tu": "quý I", "ngay": "2025-11-20", "day": "x"}, "lạ"),
    ],
)
def test_a_wrong_question_of_time_gets_a_sentence(client, commune, asked, word):
    answer = ask_time(client, a_program(at=commune), **asked)

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert word in answer.json()["title"]


def test_who_may_not_read_plans_is_told_no_times(client, commune):
    token = a_program(at=commune, words=["reports.read"])

    assert ask_time(client, token, cum_tu="quý I", ngay="2025-11-20").status_code == 403
