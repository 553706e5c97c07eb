"""The reading room as a person's own program comes to it: the same steps, refused in the same words; no token may."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from dinhlang.apps.audit import public as audit
from dinhlang.apps.intake import actions
from dinhlang.apps.intake.models import Document, DocumentState
from dinhlang.apps.intake.tests.factories import NOW, TEXT, a_document, a_read_document, a_reading, told_of
from dinhlang.apps.people.tests.factories import (
    a_person,
    a_program,
    a_viewer,
    an_inspector,
    an_officer,
    sign_in,
    with_role,
)
from dinhlang.apps.units.tests.factories import TODAY, a_committee, a_commune
from dinhlang.base import clock

pytestmark = pytest.mark.django_db
ONE_STEP = {
    "nhan": None,
    "sua": {"text": "Tập huấn"},
    "tach": {"at": 1},
    "gop": None,
    "bo": {"reason": "Không phải việc"},
    "lay-lai": None,
}


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=1))


@pytest.fixture
def commune():
    commune = a_commune("Nhã Nam")
    commune.committee = a_committee(of=commune)
    commune.ha = an_officer(at=commune.committee)
    report = {"text": "Báo cáo hằng quý", "from": "Các thôn", "to": "UBND xã", "timing": {"text": "hằng quý"}}
    commune.document = a_read_document(at=commune.committee, by=commune.ha, told=told_of(reports=[report]))
    return commune


def send(client, address, said=None, *, key="lan-1", **head):
    headers = {"idempotency-key": key, **head}
    return client.post(f"/api/v1/van-ban-den/{address}", json.dumps(said or {}), "application/json", headers=headers)


def get(client, address):
    return client.get(f"/api/v1/van-ban-den{address}").json()


def mark_of(commune, label="II.b"):
    return commune.document.marks.get(label=label)


def place_of(mark, step):
    return f"{mark.document_id}/nhiem-vu/{mark.pk}/{step}"


def test_a_list_tells_what_still_waits_and_is_read_to_its_end(client, commune):
    a_document(at=commune.committee, by=commune.ha, text="Kế hoạch khác hẳn", title="Khác")
    sign_in(client, commune.ha)

    first = get(client, "?limit=1")
    second = get(client, f"?limit=1&cursor={first['next']}")

    assert [one["id"] for one in (*first["items"], *second["items"])] == list(
        Document.objects.order_by("pk").values_list("pk", flat=True)
    )
    assert (first["items"][0]["tasks"], first["items"][0]["tasks_left"], second["next"]) == (3, 3, None)
    assert get(client, "?q=khac&state=marking")["items"][0]["title"] == "Khác"


def test_the_whole_way_from_reading_to_plan(client, commune):
    sign_in(client, commune.ha)
    first, second, third = get(client, f"/{commune.document.pk}/nhiem-vu")["items"]
    address = f"{commune.document.pk}/nhiem-vu"

    assert send(client, f"{commune.document.pk}/nhan-nhieu", {"at_least": 90}, key="1").json() == {"number": 1}
    accepted = send(client, f"{address}/{first['id']}/nhan", key="2", **{"if-match": f'"{first["version"]}"'}).json()
    assert (accepted["standing"], accepted["changed_by"]) == ("accepted", str(commune.ha))
    said = {"lead_words": "Các thôn", "time_words": "trước ngày 15/12/2026"}
    corrected = send(client, f"{address}/{third['id']}/sua", said, key="3").json()
    assert (corrected["text"], corrected["lead_words"], corrected["due"]) == (third["text"], "Các thôn", "2026-12-14")
    adopted = send(client, f"{commune.document.pk}/ke-hoach", {"is_public": False}, key="4")

    assert (adopted.status_code, len(adopted.json()["clauses"])) == (201, 3)
    assert second["confidence"] == 0.95


def test_what_is_not_said_stays_as_it_was(client, commune):
    sign_in(client, commune.ha)
    mark = mark_of(commune)

    told = send(client, place_of(mark, "sua"), {"partner_words": "Đoàn Thanh niên"}).json()

    kept = ("text", "lead_words", "time_words", "due", "label")
    assert {name: told[name] for name in kept} == {
        "text": mark.text,
        "lead_words": "UBND xã",
        "time_words": "Quý III năm 2026",
        "due": "2026-09-30",
        "label": "II.b",
    }
    emptied = send(client, place_of(mark, "sua"), {"time_words": "", "due": ""}, key="2")
    assert (emptied.status_code, list(emptied.json()["errors"])) == (400, ["due"])
    assert send(client, place_of(mark, "sua"), {"text": " "}, key="3").status_code == 422


def test_a_task_is_dropped_taken_back_parted_joined_and_added(client, commune):
    sign_in(client, commune.ha)
    mark, document = mark_of(commune), commune.document
    line = next(n for n, words in enumerate([one for one in TEXT.split("\n") if one], 1) if "Mục đích" in words)

    assert send(client, place_of(mark, "bo"), {}, key="1").json()["errors"]["reason"]
    dropped = send(client, place_of(mark, "bo"), {"reason": "Đã làm"}, key="2").json()
    back = send(client, place_of(mark, "lay-lai"), key="3").json()
    at = document.text.index("cho người hoạt động")
    parts = send(client, place_of(mark, "tach"), {"at": at}, key="4").json()
    joined = send(client, place_of(mark, "gop"), key="5").json()
    added = send(client, f"{document.pk}/nhiem-vu", {"first": line}, key="6")

    assert (dropped["standing"], back["standing"]) == ("dropped", "accepted")
    assert parts["second"]["text"].startswith("cho người hoạt động")
    assert joined["id"] == mark.pk and joined["end"] == parts["second"]["end"]
    assert (added.status_code, added.json()["standing"]) == (201, "proposed")
    assert send(client, f"{document.pk}/nhiem-vu", {"first": 9999}, key="7").status_code == 409


@pytest.mark.parametrize("step", [*ONE_STEP])
def test_a_version_that_is_older_does_nothing(client, commune, step):
    sign_in(client, commune.ha)
    mark = mark_of(commune)
    mark.document = commune.document
    actions.accept(mark, seen=1, by=commune.ha, now=NOW)

    answer = send(client, place_of(mark, step), ONE_STEP[step], **{"if-match": '"1"'})

    assert (answer.status_code, mark_of(commune).version) == (412, 2)


@pytest.mark.parametrize("step", [*ONE_STEP])
def test_who_may_not_take_in_checks_nothing(client, commune, step):
    mark = mark_of(commune)
    foreign = an_officer(at=a_committee(of=a_commune("Tân Trung")))
    for person, status in (
        (a_viewer(at=commune.committee), 403),
        (an_inspector(at=commune.committee), 403),
        (foreign, 404),
    ):
        sign_in(client, person)
        assert send(client, place_of(mark, step), ONE_STEP[step], key=str(person.pk)).status_code == status

    assert mark_of(commune).version == 1


def test_no_token_confirms_what_a_machine_read(commune):
    token = a_program(at=commune, words=["intake.take_in"])
    head = {"authorization": f"Bearer {token}", "idempotency-key": "1"}
    address = f"/api/v1/van-ban-den/{place_of(mark_of(commune), 'nhan')}"

    answer = Client().post(address, "{}", "application/json", headers=head)

    assert answer.status_code == 403 and "một người làm" in answer.json()["title"]
    assert mark_of(commune).waits
    told = Client().get(f"/api/v1/van-ban-den/{commune.document.pk}/nhiem-vu", headers=head).json()
    assert len(told["items"]) == 3


def test_once_is_once(client, commune):
    sign_in(client, commune.ha)
    mark, at = mark_of(commune), commune.document.text.index("cho người hoạt động")

    first, again = (send(client, place_of(mark, "tach"), {"at": at}) for _n in range(2))

    assert first.json() == again.json()
    assert commune.document.marks.count() == 4


def test_the_header_is_found_right_or_corrected(client, commune):
    sign_in(client, commune.ha)
    address = f"{commune.document.pk}/phan-dau"

    right = send(client, address, {}, key="1", **{"if-match": '"1"'})
    other = send(client, address, {"signer_name": "Trần Văn Bình", "recipients": "Các thôn\nCông an xã"}, key="2")

    assert right.status_code == 200 and right.json()["checked"]["checked"]["header"]
    header = other.json()["checked"]
    assert (header["signer"]["name"], header["recipients"]) == ("Trần Văn Bình", ["Các thôn", "Công an xã"])
    assert (header["number"], header["title"]) == ("31/KH-UBND", "Thi hành Luật")
    assert send(client, address, {}, key="3", **{"if-match": '"1"'}).status_code == 412


def test_a_duty_to_report_is_corrected_and_dropped_by_its_number(client, commune):
    sign_in(client, commune.ha)
    address = f"{commune.document.pk}/bao-cao/1"
    said = {"text": "Báo cáo quý", "reporter": "Các thôn", "to": "UBND xã", "time_words": "hằng quý"}

    corrected = send(client, address, said, key="1").json()

    (report,) = corrected["checked"]["reports"]
    assert (report["text"], report["from"]) == ("Báo cáo quý", ["Các thôn"])
    assert send(client, f"{commune.document.pk}/bao-cao/2", said, key="2").status_code == 409
    assert send(client, f"{address}/bo", {"reason": "Trùng"}, key="3").json()["checked"]["checked"]["reports"] == 0


def test_a_name_is_said_left_and_forgotten(client, commune):
    sign_in(client, commune.ha)
    address = f"{commune.document.pk}/ten"
    asked = {one["words"] for one in get(client, f"/{address}")["open"]}
    assert "Phòng Văn hóa – Xã hội" in asked
    words = {"words": "Phòng Văn hóa – Xã hội"}

    kept = send(client, address, {**words, "unit": commune.committee.code}, key="1").json()["settled"]
    assert {"code": commune.committee.code, "name": commune.committee.full_name} in [one["unit"] for one in kept]
    assert words["words"] in {one["words"] for one in send(client, f"{address}/bo", words, key="2").json()["open"]}
    assert send(client, address, {**words, "unit": "không có"}, key="3").json()["errors"]["unit"]
    assert not send(client, f"{address}/de-nguyen", words, key="4").json()["open"]


def test_a_later_version_is_answered_for(client, commune):
    actions.accept_many(commune.document, at_least=0, by=commune.ha, now=NOW)
    again = a_reading(at=commune.committee, by=commune.ha, text=f"{TEXT} ").document
    sign_in(client, commune.ha)

    asked = get(client, f"/{again.pk}")
    assert asked["question"]["document"] == commune.document.pk
    assert send(client, f"{again.pk}/tra-loi", {"answer": "other"}, key="1").json()["errors"]["reason"]
    told = send(client, f"{again.pk}/tra-loi", {"answer": "same"}, key="2").json()

    assert (told["state"], told["question"]) == ("set_aside", None)
    assert send(client, f"{again.pk}/tra-loi", {"answer": "same"}, key="3").status_code == 409


def test_a_document_goes_aside_and_comes_back(client, commune):
    sign_in(client, commune.ha)
    pk = commune.document.pk

    assert send(client, f"{pk}/cat-di", {"reason": "Gửi nhầm"}, key="1").json()["state"] == DocumentState.SET_ASIDE
    assert send(client, f"{pk}/mo-lai", key="2").json()["state"] == DocumentState.MARKING
    assert "intake.brought_back" in [entry.act for entry in audit.history_of(commune.document)]


def test_two_officers_at_once_are_told_of_each_other(client, commune):
    lan = with_role(a_person("Trần Thị Lan"), "officer", commune.committee)
    sign_in(client, commune.ha)
    mark = mark_of(commune)
    seen = get(client, f"/{commune.document.pk}/nhiem-vu/{mark.pk}")["version"]
    mark.document = commune.document
    actions.drop(mark, reason="Không phải việc", seen=1, by=lan, now=NOW)

    answer = send(client, place_of(mark, "sua"), {"text": "Khác"}, **{"if-match": f'"{seen}"'})

    assert answer.status_code == 412 and answer["Content-Type"] == "application/problem+json"
    assert "đọc lại" in answer.json()["title"].casefold()
