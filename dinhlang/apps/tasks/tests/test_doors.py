"""The doors of this room, as a person's own program and a service account come to them."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.models import KeptAnswer
from dinhlang.apps.people.tests.factories import a_program, a_village_head, an_officer, sign_in
from dinhlang.apps.tasks import actions
from dinhlang.apps.tasks.models import Assignment, Evidence, Obstacle, Progress, Task
from dinhlang.apps.tasks.tests.factories import (
    NOW,
    TODAY,
    a_clause,
    a_photo,
    a_plan,
    a_task,
    an_assignment,
    fresh,
    submitted,
)
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_village
from dinhlang.base import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: NOW.replace(hour=10))


@pytest.fixture
def commune():
    commune = a_commune("Nhã Nam")
    commune.committee = a_committee(of=commune)
    commune.villages = [a_village(name, parent=commune) for name in ("Một", "Hai", "Ba")]
    commune.ha = an_officer(at=commune.committee)
    commune.tu = a_village_head(at=commune.villages[0])
    commune.plan = a_plan(issuer=commune.committee, by=commune.ha)
    commune.task = a_task(clause=a_clause(commune.plan), leads=commune.villages)
    commune.part = fresh(commune.task.assignments.get(unit=commune.villages[0]))
    return commune


def send(client, address, said=None, *, key="lan-1", **head):
    headers = {"idempotency-key": key, **head}
    return client.post(f"/api/v1/{address}", json.dumps(said or {}), "application/json", headers=headers)


def get(client, address, token=None):
    headers = {"authorization": f"Bearer {token}"} if token else {}
    return client.get(f"/api/v1/{address}", headers=headers)


# Reading


def test_a_person_and_a_program_read_the_same_part(client, commune):
    token = a_program(at=commune, words=["tasks.read"])

    by_token = get(Client(), f"phan-viec/{commune.part.pk}", token).json()
    sign_in(client, commune.ha)

    assert get(client, f"phan-viec/{commune.part.pk}").json() == by_token
    assert by_token["unit"] == {"code": commune.villages[0].code, "name": commune.villages[0].full_name}
    assert (by_token["state"], by_token["due"], by_token["is_late"]) == ("waiting", "2026-11-25", False)


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("", 3),
        ("state=open", 3),
        ("state=late", 0),
        ("part=partner", 0),
        ("due_from=2026-11-25&due_to=2026-11-25", 3),
        ("due_from=2026-11-26", 0),
        ("q=hai", 1),
        ("whose=given", 3),
        ("whose=mine", 0),
    ],
)
def test_parts_are_narrowed_as_on_the_page(client, commune, asked, number):
    sign_in(client, commune.ha)

    assert len(get(client, f"phan-viec?{asked}").json()["items"]) == number


def test_parts_of_one_body_and_one_task(client, commune):
    sign_in(client, commune.ha)
    address = f"phan-viec?unit={commune.villages[1].code}&task={commune.task.pk}&plan={commune.plan.pk}"

    (told,) = get(client, address).json()["items"]

    assert told["unit"]["code"] == commune.villages[1].code
    assert get(client, f"phan-viec?plan={commune.plan.pk + 99}").json()["items"] == []


def test_a_list_is_read_to_its_end_while_rows_come(client, commune):
    sign_in(client, commune.ha)
    seen, address = [], "phan-viec?limit=2"
    while address:
        told = get(client, address).json()
        seen += [one["id"] for one in told["items"]]
        if len(seen) == 2:
            a_task(clause=a_clause(commune.plan), leads=commune.villages[:1])
        address = told["next"] and f"phan-viec?limit=2&cursor={told['next']}"

    assert seen == sorted(set(seen))
    assert len(seen) == 4


@pytest.mark.parametrize(
    ("asked", "field"),
    [("state=x", "state"), ("due_from=5/9/2026", "due_from"), ("plan=-1", "plan"), ("plan=", "plan")],
)
def test_a_filter_that_cannot_be_read_says_which(client, commune, asked, field):
    sign_in(client, commune.ha)

    answer = get(client, f"phan-viec?{asked}")

    assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])


@pytest.mark.parametrize("asked", ["cursor=x", "cursor=", "limit=0", "limit=101", "stat=open", "limit=1&limit=2"])
def test_a_cursor_or_limit_that_makes_no_sense_is_refused(client, commune, asked):
    sign_in(client, commune.ha)

    assert get(client, f"phan-viec?{asked}").status_code == 400


def test_the_log_tells_each_step_with_its_files(client, commune):
    facts = {"words": "Đã họp dân bàn việc.", "uploads": [a_photo()], "by": commune.tu, "now": NOW}
    actions.tell_progress(assignment=commune.part, **facts, finished=True)
    sign_in(client, commune.ha)

    (told,) = get(client, f"phan-viec/{commune.part.pk}/tien-do").json()["items"]

    assert (told["by"], told["state"], told["words"]) == (str(commune.tu), "submitted", "Đã họp dân bàn việc.")
    assert told["files"][0]["page"] == f"/nhiem-vu/minh-chung/{Evidence.objects.get().pk}/"


def test_another_places_person_reads_nothing(client, commune):
    sign_in(client, an_officer(at=a_committee(of=a_commune("Tân Trung"))))

    assert get(client, "phan-viec").json()["items"] == []
    assert get(client, "nhiem-vu").json()["items"] == []
    for address in (f"phan-viec/{commune.part.pk}", f"nhiem-vu/{commune.task.pk}"):
        assert get(client, address).status_code == 404


def test_a_village_reads_its_own_part_of_a_plan_and_no_others(client, commune):
    far = a_village("Xa", parent=a_commune("Tân Trung"))
    lent = a_task(clause=a_clause(commune.plan), leads=[far, commune.villages[0]])
    sign_in(client, a_village_head(at=far))

    told = get(client, "phan-viec").json()["items"]

    assert [(one["task"]["id"], one["unit"]["code"]) for one in told] == [(lent.pk, far.code)]


def test_a_task_tells_how_far_its_bodies_are(client, commune):
    submitted(commune.part, by=commune.tu)
    sign_in(client, commune.ha)

    counts = get(client, f"nhiem-vu/{commune.task.pk}").json()["counts"]

    assert (counts["total"], counts["submitted"], counts["rest"]) == (3, 1, 2)


# Doing


def test_a_part_goes_its_whole_way_and_the_record_names_the_person(client, commune):
    tu, ha = Client(), client
    sign_in(tu, commune.tu)
    sign_in(ha, commune.ha)
    address = f"phan-viec/{commune.part.pk}"

    states = [
        send(tu, f"{address}/nhan", key="1").json()["state"],
        send(tu, f"{address}/tien-do", {"words": "Mới xong một nửa"}, key="2").json()["state"],
        send(tu, f"{address}/tien-do", {"words": "Đã họp, biên bản ở tủ 2", "finished": True}, key="3").json()["state"],
        send(ha, f"{address}/tra-lai", {"reason": "Thiếu danh sách"}, key="1").json()["state"],
        send(tu, f"{address}/tien-do", {"words": "Đã bổ sung danh sách", "finished": True}, key="5").json()["state"],
        send(ha, f"{address}/duyet", key="2").json()["state"],
    ]

    assert states == ["doing", "doing", "submitted", "returned", "submitted", "accepted"]
    acts = [(entry.act, entry.actor_id) for entry in audit.history_of(commune.part)]
    assert ("tasks.accepted", commune.ha.pk) in acts
    assert ("tasks.submitted", commune.tu.pk) in acts


def test_a_result_comes_with_its_files(client, commune):
    sign_in(client, commune.tu)
    said = {"words": "Ảnh hội nghị", "finished": "true", "uploads": [a_photo("a.png"), a_photo("b.png")]}

    answer = client.post(f"/api/v1/phan-viec/{commune.part.pk}/tien-do", said, headers={"idempotency-key": "1"})

    assert (answer.status_code, answer.json()["state"]) == (200, "submitted")
    assert sorted(one.file.name for one in Evidence.objects.select_related("file")) == ["a.png", "b.png"]


def test_a_file_that_is_not_what_it_says_is_refused_beside_its_field(client, commune):
    sign_in(client, commune.tu)
    said = {"words": "Ảnh", "uploads": [SimpleUploadedFile("a.png", b"MZ not a picture")]}

    answer = client.post(f"/api/v1/phan-viec/{commune.part.pk}/tien-do", said, headers={"idempotency-key": "1"})

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["uploads"])
    assert not Progress.objects.exists()


def test_what_the_room_refuses_is_a_sentence(client, commune):
    sign_in(client, commune.ha)

    early = send(client, f"phan-viec/{commune.part.pk}/duyet")
    empty = send(client, f"phan-viec/{commune.part.pk}/tra-lai", {"reason": ""}, key="2")

    assert (early.status_code, "chưa gửi kết quả" in early.json()["title"]) == (409, True)
    assert early["Content-Type"] == "application/problem+json"
    assert (empty.status_code, list(empty.json()["errors"])) == (422, ["reason"])


def test_nobody_accepts_what_they_sent_themselves(client, commune):
    submitted(commune.part, by=commune.ha)
    sign_in(client, commune.ha)

    answer = send(client, f"phan-viec/{commune.part.pk}/duyet")

    assert (answer.status_code, "do chính anh, chị gửi" in answer.json()["title"]) == (409, True)


def test_who_may_read_and_not_decide_is_told_so(client, commune):
    submitted(commune.part, by=commune.tu)
    sign_in(client, commune.tu)
    assert send(client, f"phan-viec/{commune.part.pk}/duyet").status_code == 403

    other = an_assignment()
    sign_in(client, commune.ha)
    assert send(client, f"phan-viec/{other.pk}/duyet").status_code == 404
    assert not KeptAnswer.objects.exists()


def test_an_extension_is_asked_for_and_granted(client, commune):
    tu = Client()
    sign_in(tu, commune.tu)
    sign_in(client, commune.ha)
    said = {"wanted": "2026-12-05", "reason": "Mưa lũ"}

    asked = send(tu, f"phan-viec/{commune.part.pk}/gia-han", said).json()
    told = {"granted": "yes", "day": "2026-12-03", "reason": "Đồng ý đến mùng 3"}
    answer = send(client, f"gia-han/{asked['id']}/tra-loi", told).json()

    assert (answer["answer"], answer["granted"]) == ("granted", "2026-12-03")
    assert fresh(commune.part).due == date(2026, 12, 3)
    assert get(tu, f"phan-viec/{commune.part.pk}/gia-han").json()["items"] == [answer]


def test_an_obstacle_is_raised_answered_and_settled(client, commune):
    tu = Client()
    sign_in(tu, commune.tu)
    sign_in(client, commune.ha)

    raised = send(tu, f"phan-viec/{commune.part.pk}/vuong-mac", {"words": "Chưa có phòng họp"})
    address = f"vuong-mac/{raised.json()['id']}"
    waiting = get(client, "vuong-mac?whose=answer").json()["items"]
    send(client, f"{address}/tra-loi", {"kind": "words", "words": "Mượn nhà văn hóa xã"})
    settled = send(tu, f"{address}/dong-y", key="2").json()

    assert (raised.status_code, [one["id"] for one in waiting]) == (201, [raised.json()["id"]])
    assert settled["state"] == "settled"
    assert [word["step"] for word in settled["said"]] == ["raised", "answered", "settled"]


def test_a_part_goes_to_the_body_that_words_name(client, commune):
    four = a_village("Bốn", parent=commune)
    sign_in(client, commune.ha)

    wrong = send(client, f"phan-viec/{commune.part.pk}/chuyen", {"to": "thôn Mười", "reason": "Tách thôn"})
    told = send(client, f"phan-viec/{commune.part.pk}/chuyen", {"to": "thôn Bốn", "reason": "Tách thôn"}, key="2")

    assert (wrong.status_code, list(wrong.json()["errors"])) == (422, ["to"])
    assert told.json()["unit"]["code"] == four.code


def test_a_clause_is_handed_out_to_whom_the_words_mean(client, commune):
    clause = a_clause(commune.plan)
    sign_in(client, commune.ha)
    said = {"title": "Rà soát", "leads": "Các thôn trừ thôn Hai", "due": "2026-12-01"}

    told = send(client, f"ke-hoach/{commune.plan.pk}/muc/{clause.pk}/giao", said)

    assert (told.status_code, told.json()["counts"]["total"], told.json()["due"]) == (201, 2, "2026-12-01")
    assert Task.objects.get(clause=clause).handed_out_by == commune.ha


def test_a_task_gets_more_bodies_another_day_and_is_withdrawn(client, commune):
    a_village("Bốn", parent=commune)
    sign_in(client, commune.ha)
    address = f"nhiem-vu/{commune.task.pk}"

    more = send(client, f"{address}/giao-them", {"doers": "thôn Bốn", "part": "lead"}, key="1").json()
    later = send(client, f"{address}/doi-han", {"due": "2026-12-09", "reason": "Lùi lịch"}, key="2").json()
    gone = send(client, f"{address}/rut-lai", {"reason": "Trùng việc"}, key="3").json()

    assert (more["counts"]["total"], later["due"]) == (4, "2026-12-09")
    assert gone["withdrawn_at"] is not None


def test_a_comment_is_written_and_read(client, commune):
    sign_in(client, commune.ha)

    written = send(client, f"phan-viec/{commune.part.pk}/y-kien", {"comment": "Nhớ gửi danh sách"})

    assert written.status_code == 201
    assert get(client, f"phan-viec/{commune.part.pk}/y-kien").json()["items"] == [written.json()]


# Once, and as it was read


def test_the_same_write_sent_again_is_done_once_and_answered_alike(client, commune):
    sign_in(client, commune.tu)
    address, said = f"phan-viec/{commune.part.pk}/tien-do", {"words": "Mới xong một nửa"}

    first, again = send(client, address, said), send(client, address, said)

    assert (again.status_code, again.json(), again["ETag"]) == (200, first.json(), first["ETag"])
    assert Progress.objects.filter(assignment=commune.part).count() == 1


def test_a_refusal_sent_again_is_the_same_refusal(client, commune):
    sign_in(client, commune.ha)
    address = f"phan-viec/{commune.part.pk}/duyet"
    first = send(client, address)
    submitted(commune.part, by=commune.tu)

    assert send(client, address).json() == first.json()
    assert send(client, address, key="lan-2").json()["state"] == "accepted"


def test_a_key_of_another_write_is_refused(client, commune):
    sign_in(client, commune.tu)
    address = f"phan-viec/{commune.part.pk}/tien-do"
    send(client, address, {"words": "Mới xong một nửa"})

    other = send(client, address, {"words": "Đã xong cả"})

    assert (other.status_code, "khóa riêng" in other.json()["title"]) == (422, True)
    assert Progress.objects.filter(assignment=commune.part).count() == 1


def test_two_people_may_use_the_same_key(client, commune):
    tu = Client()
    sign_in(tu, commune.tu)
    sign_in(client, commune.ha)
    address = f"phan-viec/{commune.part.pk}/y-kien"

    assert [send(one, address, {"comment": "Chào"}).status_code for one in (tu, client)] == [201, 201]


def test_the_same_files_packed_anew_are_the_same_write(client, commune):
    sign_in(client, commune.tu)
    address = f"/api/v1/phan-viec/{commune.part.pk}/vuong-mac"
    answers = [
        client.post(address, {"words": "Chưa có phòng", "uploads": [a_photo()]}, headers={"idempotency-key": "1"})
        for _ in range(2)
    ]

    assert answers[0].json() == answers[1].json()
    assert Obstacle.objects.count() == 1


@pytest.mark.parametrize("key", ["", "a b", "ê", "x" * 101])
def test_a_write_without_a_good_key_is_refused_before_anything_is_done(client, commune, key):
    sign_in(client, commune.tu)

    answer = send(client, f"phan-viec/{commune.part.pk}/nhan", key=key)

    assert (answer.status_code, "Idempotency-Key" in answer.json()["title"]) == (400, True)
    assert fresh(commune.part).state == "waiting"


def test_a_write_on_an_older_reading_is_refused(client, commune):
    sign_in(client, commune.ha)
    seen = get(client, f"phan-viec/{commune.part.pk}")["ETag"]
    actions.submit(assignment=commune.part, words="Đã rà soát xong.", by=commune.tu, now=NOW.replace(minute=45))

    late = send(client, f"phan-viec/{commune.part.pk}/duyet", **{"if-match": seen})
    now = get(client, f"phan-viec/{commune.part.pk}")["ETag"]
    good = send(client, f"phan-viec/{commune.part.pk}/duyet", key="2", **{"if-match": now})

    assert (late.status_code, good.status_code) == (412, 200)


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("{", "application/json", 400),
        ("[]", "application/json", 400),
        ("null", "application/json", 400),
        ('{"lời": 1}', "application/json", 400),
        ('{"words": 1}', "application/json", 400),
        ('{"words": null}', "application/json", 400),
        ('{"finished": "true"}', "application/json", 400),
        ('{"uploads": ["a"]}', "application/json", 400),
        ("[" * 100_000, "application/json", 400),
        ("words=x", "application/x-www-form-urlencoded", 415),
        ('{"words": "' + "x" * 1_000_000 + '"}', "application/json", 413),
        ("x", "multipart/form-data", 400),
        ('{"words": "a\\u0000b"}', "application/json", 422),
        ("{}", "application/json", 422),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_written(client, commune, body, kind, status):
    sign_in(client, commune.tu)
    address = f"/api/v1/phan-viec/{commune.part.pk}/tien-do"

    answer = client.post(address, body, kind, headers={"idempotency-key": "1"})

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert not Progress.objects.exists()


# Who comes


def test_a_session_without_its_csrf_token_writes_nothing(commune):
    strict = Client(enforce_csrf_checks=True)
    sign_in(strict, commune.tu)

    answer = send(strict, f"phan-viec/{commune.part.pk}/nhan")

    assert (answer.status_code, "X-CSRFToken" in answer.json()["title"]) == (403, True)
    assert fresh(commune.part).state == "waiting"


def test_a_session_with_its_csrf_token_writes(commune):
    strict = Client(enforce_csrf_checks=True)
    sign_in(strict, commune.tu)
    strict.get("/ban-viec/")
    strict.get("/mat-khau/")
    token = strict.cookies["csrftoken"].value if "csrftoken" in strict.cookies else "a" * 32
    strict.cookies["csrftoken"] = token

    assert send(strict, f"phan-viec/{commune.part.pk}/nhan", **{"x-csrftoken": token}).status_code == 200


def test_a_program_reads_and_decides_nothing(client, commune):
    token = a_program(at=commune, words=["tasks.read"])

    answer = send(client, f"phan-viec/{commune.part.pk}/nhan", authorization=f"Bearer {token}")

    assert (answer.status_code, "tasks.progress" in answer.json()["title"]) == (403, True)
    assert Assignment.objects.get(pk=commune.part.pk).state == "waiting"


def test_a_program_comments_in_its_own_name(client, commune):
    token = a_program(at=commune, words=["tasks.read"])
    address = f"phan-viec/{commune.part.pk}/y-kien"

    answer = send(client, address, {"comment": "Tự động: sắp đến hạn"}, authorization=f"Bearer {token}")

    assert (answer.status_code, answer.json()["by"]) == (201, "Cổng dữ liệu tỉnh")


@pytest.mark.parametrize("address", ["phan-viec", "nhiem-vu", "vuong-mac", "phan-viec/1"])
def test_strangers_and_wrong_tokens_stay_outside(client, address):
    assert get(client, address).status_code == 401
    assert get(client, address, "dl_x").status_code == 401


def test_a_wrong_token_is_not_mended_by_a_session(client, commune):
    sign_in(client, commune.ha)

    assert get(client, "phan-viec", "dl_x").status_code == 401
