"""The pages as people use them: handing out, telling, deciding, and what they say to bad input."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dinhlang.apps.people.tests.factories import a_village_head, an_inspector, an_officer, sign_in
from dinhlang.apps.tasks import actions
from dinhlang.apps.tasks.models import Assignment, Part, Task
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, a_clause, a_photo, a_plan, a_task, fresh, submitted
from dinhlang.apps.units.tests.factories import a_body, a_committee, a_commune, a_village
from dinhlang.base import clock
from dinhlang.base.testing import assert_kind_refusal, html_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: NOW.replace(hour=10))


@pytest.fixture
def commune():
    """A commune with its committee, an office, three villages; Hà works at the committee."""
    commune = a_commune()
    commune.committee = a_committee(of=commune)
    commune.office = a_body("Phòng Kinh tế", parent=commune.committee)
    commune.villages = [a_village(name, parent=commune) for name in ("Một", "Hai", "Ba")]
    commune.ha = an_officer(at=commune.committee)
    commune.plan = a_plan(issuer=commune.committee, by=commune.ha)
    return commune


@pytest.fixture
def ha(client, commune):
    return sign_in(client, commune.ha)


def hand_out_page(plan):
    return reverse("tasks:hand_out", args=[plan.pk])


# Handing out


def test_the_page_says_whom_the_words_mean(client, commune, ha):
    a_clause(commune.plan, lead_words="Các thôn, tổ dân phố", partner_words="Đài Truyền hình")

    text = text_of(client.get(hand_out_page(commune.plan)))

    assert "Các thôn, tổ dân phố → 3 đơn vị" in text
    assert "Chưa hiểu “Đài Truyền hình”" in text


def test_ticked_clauses_are_handed_out_together(client, commune, ha):
    first, second = (a_clause(commune.plan, lead_words=words) for words in ("Các thôn", "Phòng Kinh tế"))
    sent = {}
    for clause, leads in ((first, "Các thôn trừ thôn Hai"), (second, "Phòng Kinh tế")):
        sent |= {f"c{clause.pk}-chosen": "on", f"c{clause.pk}-leads": leads, f"c{clause.pk}-due": "25/11/2026"}

    answer = client.post(hand_out_page(commune.plan), sent, follow=True)

    assert "Đã giao 2 việc cho 3 đơn vị. Tất cả có 3 phần việc." in text_of(answer)
    assert set(Task.objects.get(clause=first).assignments.values_list("unit__name", flat=True)) == {"Một", "Ba"}
    assert answer.redirect_chain[0][0] == reverse("plans:plan", args=[commune.plan.pk])


def test_who_only_helps_is_counted_beside_who_owes_as_on_the_plans_page(client, commune, ha):
    sent = {}
    for clause in (a_clause(commune.plan), a_clause(commune.plan)):
        sent |= {
            f"c{clause.pk}-chosen": "on",
            f"c{clause.pk}-leads": "Phòng Kinh tế",
            f"c{clause.pk}-partners": "Các thôn",
        }

    text = text_of(client.post(hand_out_page(commune.plan), sent, follow=True))

    assert "Đã giao 2 việc cho 1 đơn vị. Tất cả có 2 phần việc. Phối hợp: 3 đơn vị." in text
    assert "0 trên 2 phần việc đã xong" in text


def test_whoever_is_concerned_may_help_without_a_name_and_the_clause_is_ready(client, commune, ha):
    clause = a_clause(
        commune.plan, lead_words="Phòng Kinh tế", partner_words="Các cơ quan, đơn vị có liên quan và các thôn"
    )

    answer = client.get(hand_out_page(commune.plan))
    assert "“Các cơ quan, đơn vị có liên quan”: kế hoạch không nêu tên" in text_of(answer)
    assert "Các cơ quan →" not in text_of(answer) and "Chưa hiểu" not in text_of(answer)
    assert answer.context["forms"][0].initial["chosen"]
    sent = {
        name: str(value) for name, value in answer.context["forms"][0].initial.items() if name in ("leads", "partners")
    }
    client.post(
        hand_out_page(commune.plan),
        {f"c{clause.pk}-{name}": value for name, value in sent.items()} | {f"c{clause.pk}-chosen": "on"},
    )

    parts = Task.objects.get(clause=clause).assignments.values_list("unit__name", "part")
    assert set(parts) == {("Phòng Kinh tế", "lead"), ("Một", "partner"), ("Hai", "partner"), ("Ba", "partner")}


def test_nobody_owes_by_words_that_name_nobody(client, commune, ha):
    clause = a_clause(commune.plan, lead_words="UBND các xã, phường liên quan")
    page = client.get(hand_out_page(commune.plan))
    assert not page.context["forms"][0].initial["chosen"]

    sent = {f"c{clause.pk}-chosen": "on", f"c{clause.pk}-leads": "Phòng Kinh tế; các đơn vị liên quan"}
    answer = client.post(hand_out_page(commune.plan), sent)

    assert_kind_refusal(answer, "“các đơn vị liên quan” không nêu tên đơn vị nào")
    assert not Task.objects.exists()


def test_who_advises_is_handed_it_too_and_may_stand_without_a_lead(client, commune, ha):
    advised = a_clause(commune.plan, lead_words="Các thôn", adviser_words="Phòng Kinh tế")
    alone = a_clause(commune.plan, adviser_words="Phòng Kinh tế")

    forms = client.get(hand_out_page(commune.plan)).context["forms"]
    assert [form.initial["chosen"] for form in forms] == [True, True]
    sent = {
        f"c{clause.pk}-{name}": value
        for clause, leads in ((advised, "Các thôn"), (alone, ""))
        for name, value in (("chosen", "on"), ("leads", leads), ("advisers", "Phòng Kinh tế"))
    }
    client.post(hand_out_page(commune.plan), sent)

    assert Task.objects.get(clause=advised).assignments.filter(part="adviser").get().unit == commune.office
    assert Task.objects.get(clause=alone).assignments.get().part == "adviser"


def test_a_task_that_waits_for_an_event_says_so_on_the_plans_page(client, commune, ha):
    words = "sau khi Chính phủ ban hành Nghị định"
    clause = a_clause(commune.plan, time_words=words, due=None)
    a_task(clause=clause, leads=[commune.office], due=None)

    plan = text_of(client.get(reverse("plans:plan", args=[commune.plan.pk])))

    assert "Hạn đã giao còn chờ" in plan and plan.count(words) == 1


def test_a_preview_hands_nothing_out(client, commune, ha):
    clause = a_clause(commune.plan)
    sent = {"preview": "1", f"c{clause.pk}-chosen": "on", f"c{clause.pk}-leads": "Các thôn"}

    text = text_of(client.post(hand_out_page(commune.plan), sent))

    assert "Các thôn → 3 đơn vị" in text
    assert not Task.objects.exists()


def test_all_or_none_are_handed_out(client, commune, ha):
    good, bad = a_clause(commune.plan), a_clause(commune.plan)
    sent = {f"c{good.pk}-chosen": "on", f"c{good.pk}-leads": "Các thôn"}
    sent |= {f"c{bad.pk}-chosen": "on", f"c{bad.pk}-leads": "Đài Truyền hình"}

    answer = client.post(hand_out_page(commune.plan), sent)

    assert_kind_refusal(answer, "Chưa hiểu “Đài Truyền hình”")
    assert not Task.objects.exists()


def test_a_body_with_two_tasks_is_one_body_with_two_parts(client, commune, ha):
    sent = {}
    for clause in (a_clause(commune.plan), a_clause(commune.plan)):
        sent |= {f"c{clause.pk}-chosen": "on", f"c{clause.pk}-leads": "Các thôn"}

    answer = client.post(hand_out_page(commune.plan), sent, follow=True)

    assert "Đã giao 2 việc cho 3 đơn vị. Tất cả có 6 phần việc." in text_of(answer)


def test_faults_of_several_clauses_are_summed_up_with_links(client, commune, ha):
    first, second, unticked = (a_clause(commune.plan, label=label) for label in ("III.1", "III.2", "III.3"))
    sent = {f"c{clause.pk}-leads": "Đài Truyền hình" for clause in (first, second, unticked)}
    sent |= {f"c{clause.pk}-chosen": "on" for clause in (first, second)}

    answer = client.post(hand_out_page(commune.plan), sent)

    assert_kind_refusal(answer, "Còn 2 chỗ", "III.1, Chủ trì")
    assert f'href="#id_c{second.pk}-leads"' in html_of(answer)
    assert html_of(answer).count('aria-invalid="true"') == 2


def test_a_second_tab_is_told_that_the_ticked_were_just_handed_out(client, commune, ha):
    task = a_task(clause=a_clause(commune.plan))
    a_clause(commune.plan, lead_words="Ai đó")

    answer = client.post(hand_out_page(commune.plan), {f"c{task.clause_id}-chosen": "on"}, follow=True)

    assert_kind_refusal(answer, "1 mục đã đánh dấu vừa được", "08:30")
    assert "Chưa có mục nào được đánh dấu" not in text_of(answer)


def test_nothing_ticked_is_said(client, commune, ha):
    a_clause(commune.plan, lead_words="Ai đó")

    assert_kind_refusal(client.post(hand_out_page(commune.plan), {}, follow=True), "Chưa có mục nào được đánh dấu")


def test_a_day_that_has_passed_is_asked_about_once(client, commune, ha):
    clause = a_clause(commune.plan)
    sent = {f"c{clause.pk}-chosen": "on", f"c{clause.pk}-leads": "Các thôn", f"c{clause.pk}-due": "5/11/26"}

    assert_kind_refusal(client.post(hand_out_page(commune.plan), sent), "Ngày này đã qua", "Vẫn giao với hạn đã qua")
    client.post(hand_out_page(commune.plan), sent | {f"c{clause.pk}-late_is_meant": "on"})

    assert Task.objects.get().due.isoformat() == "2026-11-05"


def test_a_day_that_is_none_is_answered_beside_its_field(client, commune, ha):
    clause = a_clause(commune.plan)
    sent = {f"c{clause.pk}-chosen": "on", f"c{clause.pk}-leads": "Các thôn", f"c{clause.pk}-due": "31/2/2026"}

    assert_kind_refusal(client.post(hand_out_page(commune.plan), sent), "Chưa đọc được ngày này")


def test_one_clause_with_ticks_and_all_parts(client, commune, ha):
    front = a_body("Ủy ban Mặt trận Tổ quốc", kind="front", parent=commune)
    clause = a_clause(commune.plan)
    page = reverse("tasks:hand_out_clause", args=[commune.plan.pk, clause.pk])
    sent = {
        "title": "Họp thôn",
        "leads": "",
        "ticked": [str(commune.villages[0].pk)],
        "advisers": "Phòng Kinh tế",
        "requested": "UBMTTQ xã",
        "due": "",
    }

    assert "Hiện sẽ giao cho 3 đơn vị" in text_of(client.post(page, sent | {"preview": "1"}))
    client.post(page, sent)

    task = Task.objects.get()
    assert task.title == "Họp thôn"
    assert task.assignments.get(unit=front).part == Part.REQUESTED
    assert task.assignments.get(unit=commune.villages[0]).part == Part.LEAD


def test_a_clause_that_asks_does_not_order(client, commune, ha):
    a_body("Ủy ban Mặt trận Tổ quốc", kind="front", parent=commune)
    clause = a_clause(commune.plan, text="Đề nghị Ủy ban Mặt trận Tổ quốc xã giám sát.")
    sent = {f"c{clause.pk}-chosen": "on", f"c{clause.pk}-leads": "Ủy ban Mặt trận Tổ quốc xã"}

    client.post(hand_out_page(commune.plan), sent)

    assert Assignment.objects.get().part == Part.REQUESTED


def test_a_clause_already_handed_out_leads_to_its_task(client, commune, ha):
    task = a_task(clause=a_clause(commune.plan))

    answer = client.get(reverse("tasks:hand_out_clause", args=[commune.plan.pk, task.clause_id]))

    assert answer.headers["Location"] == reverse("tasks:task", args=[task.pk])


def test_when_all_is_handed_out_the_page_says_so(client, commune, ha):
    assert "Mọi mục đã được giao" in text_of(client.get(hand_out_page(commune.plan)))


def test_the_plan_page_shows_how_many_of_how_many(client, commune, ha):
    a_task(clause=a_clause(commune.plan), leads=commune.villages)
    a_clause(commune.plan)

    text = text_of(client.get(reverse("plans:plan", args=[commune.plan.pk])))

    assert "0 trên 3 phần việc đã xong" in text
    assert "Còn 1 mục chưa giao" in text
    assert "0 trên 3 đơn vị đã xong" in text


def test_the_plan_page_says_to_whom_and_until_when_a_clause_was_really_handed(client, commune, ha):
    chosen = actions.Chosen("Các thôn", tuple(commune.villages))
    clause = a_clause(commune.plan, lead_words="Các thôn", time_words="Quý IV/2026", due=None)
    a_task(clause=clause, leads=[chosen], partners=[commune.office])

    text = text_of(client.get(reverse("plans:plan", args=[commune.plan.pk])))

    assert "Đã giao chủ trì Các thôn (3 đơn vị)" in text
    assert "Đã giao phối hợp Phòng Kinh tế" in text
    assert "Hạn đã giao thứ Tư, 25/11/2026" in text
    assert text.count("Quý IV/2026") == 1


def test_the_plan_page_says_a_day_once(client, commune, ha):
    a_task(clause=a_clause(commune.plan), leads=commune.villages)

    text = text_of(client.get(reverse("plans:plan", args=[commune.plan.pk])))

    assert (text.count("25/11/2026"), text.count("Hạn đã giao")) == (1, 0)


# The issuer's task page


def test_the_task_page_says_who_is_late(client, commune, ha, monkeypatch):
    task = a_task(clause=a_clause(commune.plan), leads=commune.villages)
    monkeypatch.setattr(clock, "today", lambda: TODAY.replace(day=27))

    text = text_of(client.get(reverse("tasks:task", args=[task.pk])))

    assert "0 trên 3 đơn vị đã xong. 3 quá hạn." in text
    assert "quá 2 ngày" in text


def test_ticked_results_are_accepted_and_returned(client, commune, ha):
    task = a_task(clause=a_clause(commune.plan), leads=commune.villages)
    first, second, third = (submitted(part) for part in task.assignments.all())
    decide = reverse("tasks:decide", args=[task.pk])

    client.post(decide, {"act": "accept", "chosen": [first.pk]})
    refused = client.post(decide, {"act": "return", "chosen": [second.pk], "reason": " "}, follow=True)
    client.post(decide, {"act": "return", "chosen": [second.pk], "reason": "Thiếu ảnh"})
    client.post(decide, {"act": "accept_all"})

    assert "lý do trả lại" in text_of(refused)
    assert [fresh(part).state for part in (first, second, third)] == ["accepted", "returned", "accepted"]


def test_ticks_of_another_task_are_left_alone(client, commune, ha):
    mine = a_task(clause=a_clause(commune.plan), leads=commune.villages[:1])
    other = submitted(a_task().assignments.get())

    client.post(reverse("tasks:decide", args=[mine.pk]), {"act": "accept", "chosen": [other.pk, "x"]})

    assert fresh(other).state == "submitted"


def test_the_day_is_changed_with_a_reason(client, commune, ha):
    task = a_task(clause=a_clause(commune.plan), leads=commune.villages)
    page = reverse("tasks:change_due", args=[task.pk])

    assert_kind_refusal(client.post(page, {"due": "25/11/2026", "reason": "Mưa"}), "Hạn vẫn như cũ")
    said = client.post(page, {"due": "5/12/2026", "reason": "Mưa"}, follow=True)

    assert "Đã đổi hạn cho 3 đơn vị" in text_of(said)


def test_more_bodies_are_added_and_unknown_ones_refused(client, commune, ha):
    task = a_task(clause=a_clause(commune.plan), leads=commune.villages[:1])
    page = reverse("tasks:add_members", args=[task.pk])

    assert_kind_refusal(client.post(page, {"doers": "Đài Truyền hình", "part": "lead"}), "Chưa hiểu")
    said = client.post(page, {"doers": "Các thôn", "part": "lead"}, follow=True)

    assert "Đã giao thêm cho 2 đơn vị" in text_of(said)


def test_a_task_is_withdrawn(client, commune, ha):
    task = a_task(clause=a_clause(commune.plan), leads=commune.villages)

    said = client.post(reverse("tasks:withdraw", args=[task.pk]), {"reason": "Giao nhầm"}, follow=True)

    assert "Việc này đã được rút lại" in text_of(said)


# The doer's page


@pytest.fixture
def part(commune):
    task = a_task(clause=a_clause(commune.plan), leads=commune.villages[:1], evidence_wanted="Ảnh hội nghị")
    return fresh(task.assignments.get())


@pytest.fixture
def tu(client, part):
    return sign_in(client, a_village_head(at=part.unit))


def tell_page(part):
    return reverse("tasks:tell", args=[part.pk])


def test_the_doer_sees_what_is_asked_and_takes_it_on(client, part, tu):
    text = text_of(client.get(reverse("tasks:assignment", args=[part.pk])))
    client.post(reverse("tasks:receive", args=[part.pk]))

    assert "còn 5 ngày" in text
    assert "Ảnh hội nghị" in text
    assert fresh(part).state == "doing"


def test_photos_and_files_are_sent_and_shown(client, part, tu):
    sent = {"words": "Đã họp", "photos": [a_photo()], "uploads": [a_photo("b.png"), a_photo("c.png")], "finished": "1"}

    answer = client.post(tell_page(part), sent, follow=True)

    assert fresh(part).state == "submitted"
    assert html_of(answer).count("/nho/") == 3
    assert answer.client.cookies["draft_done"].value == f"part-{part.pk}"


@pytest.mark.parametrize(
    ("upload", "said"),
    [
        (SimpleUploadedFile("anh.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 300, content_type="image/jpeg"), "anh.jpg"),
        (SimpleUploadedFile("rong.pdf", b"", content_type="application/pdf"), ""),
        (SimpleUploadedFile("../../etc/passwd.exe", b"MZ" + b"\0" * 100), "passwd.exe"),
    ],
)
def test_a_bad_file_is_named_and_the_words_are_kept(client, part, tu, upload, said):
    answer = client.post(tell_page(part), {"words": "Đã họp thôn xong", "uploads": [upload]})

    assert_kind_refusal(answer, said, "Đã họp thôn xong")
    assert fresh(part).state == "waiting"


def test_a_huge_file_is_refused(client, part, tu, settings):
    settings.UPLOAD_LIMIT = 1000
    huge = SimpleUploadedFile("to.pdf", b"%PDF-1.4" + b"0" * 5000, content_type="application/pdf")

    assert_kind_refusal(client.post(tell_page(part), {"words": "Gửi tệp", "uploads": [huge]}), "to.pdf", "Gửi tệp")


def test_nothing_said_is_answered_beside_the_field(client, part, tu):
    assert_kind_refusal(client.post(tell_page(part), {}), "Xin ghi đã làm được gì")
    assert_kind_refusal(client.post(tell_page(part), {"finished": "1"}), "Chưa có lời nào")


def test_too_many_words_are_refused_and_kept(client, part, tu):
    assert_kind_refusal(client.post(tell_page(part), {"words": "x" * 10_001}), "x" * 50)


def test_a_second_click_is_answered_with_a_sentence(client, part, tu):
    sent = {"words": "Đã họp", "seen": part.changed_at.isoformat()}
    client.post(tell_page(part), sent)

    assert_kind_refusal(client.post(tell_page(part), sent), "vừa có cập nhật khác", "Đã họp")
    assert part.progress.count() == 1


def test_the_issuer_returns_with_a_reason_and_the_doer_reads_it(client, commune, part):
    submitted(part)
    sign_in(client, commune.ha)

    assert_kind_refusal(client.post(reverse("tasks:send_back", args=[part.pk]), {"reason": ""}))
    client.post(reverse("tasks:send_back", args=[part.pk]), {"reason": "Thiếu chữ ký", "seen": "submitted"})
    sign_in(client, a_village_head(at=part.unit))

    assert "Được trả lại để bổ sung: Thiếu chữ ký" in text_of(client.get(reverse("tasks:assignment", args=[part.pk])))


def test_the_issuer_accepts(client, commune, part):
    submitted(part)
    sign_in(client, commune.ha)

    answer = client.post(reverse("tasks:accept", args=[part.pk]), follow=True)

    assert "Phần việc này đã xong" in text_of(answer)


def test_accepting_twice_is_a_sentence_not_a_crash(client, commune, part):
    submitted(part)
    sign_in(client, commune.ha)
    client.post(reverse("tasks:accept", args=[part.pk]))

    assert_kind_refusal(client.post(reverse("tasks:accept", args=[part.pk])), "đã ở “xong” rồi")


def test_a_stale_tab_does_not_overturn_an_acceptance_unasked(client, commune, part):
    submitted(part)
    actions.accept(assignment=fresh(part), by=commune.ha, now=NOW, day=TODAY)
    sign_in(client, an_officer(at=commune.committee))
    page = reverse("tasks:send_back", args=[part.pk])

    answer = client.post(page, {"reason": "Thiếu ảnh", "seen": "submitted"})

    assert_kind_refusal(answer, f"đã được {commune.ha} duyệt lúc 08:30", "Thiếu ảnh", "Mở lại")
    assert fresh(part).state == "accepted"
    assert 'name="seen" value="accepted"' in html_of(answer)
    client.post(page, {"reason": "Thiếu ảnh", "seen": "accepted"})
    assert fresh(part).state == "returned"


def test_whoever_sent_a_result_is_not_offered_to_accept_it(client, commune, part, ha):
    own = submitted(part, by=commune.ha)

    text = text_of(client.get(reverse("tasks:assignment", args=[own.pk])))
    together = text_of(client.get(reverse("tasks:task", args=[own.task_id])))

    assert "Duyệt kết quả" not in text
    assert "do chính anh, chị gửi" in text
    assert "Duyệt các phần" not in together
    assert_kind_refusal(client.post(reverse("tasks:accept", args=[own.pk])), "chính anh, chị gửi")


def test_bulk_acceptance_says_how_many_of_ones_own_are_left(client, commune, ha):
    task = a_task(clause=a_clause(commune.plan), leads=commune.villages)
    first, second, _third = task.assignments.all()
    submitted(first, by=commune.ha)
    submitted(second)

    answer = client.post(reverse("tasks:decide", args=[task.pk]), {"act": "accept_all"}, follow=True)

    assert "Đã duyệt 1 kết quả. Để lại 1 kết quả do chính anh, chị gửi" in text_of(answer)


def test_a_returned_part_shows_that_it_was_returned_even_when_late(client, part, tu, monkeypatch):
    actions.return_(assignment=submitted(part), reason="Mờ", by=part.task.handed_out_by, now=NOW)
    monkeypatch.setattr(clock, "today", lambda: TODAY.replace(day=27))

    for page in ("tasks:listing", "desk:home"):
        text = text_of(client.get(reverse(page)))
        assert "trả lại" in text
        assert "quá 2 ngày" in text


def test_the_front_sees_and_does_its_own_tasks_only(client, commune):
    front = a_body("Ủy ban Mặt trận Tổ quốc", kind="front", parent=commune)
    task = a_task(clause=a_clause(commune.plan), leads=[front, commune.villages[0]])
    own, other = (task.assignments.get(unit=unit) for unit in (front, commune.villages[0]))
    sign_in(client, an_inspector(at=front))

    assert task.title in text_of(client.get(reverse("desk:home")))
    assert front.full_name in text_of(client.get(reverse("tasks:listing")))
    assert client.post(tell_page(other), {"words": "Đã giám sát"}).status_code == 403
    client.post(tell_page(own), {"words": "Đã giám sát hai thôn", "finished": "1"})
    assert fresh(own).state == "submitted"


# Lists


def test_the_list_begins_with_what_is_open_and_shows_the_finished_when_asked(client, commune, part, tu):
    listing = reverse("tasks:listing")
    actions.accept(assignment=submitted(part), by=commune.ha, now=NOW, day=TODAY)

    assert "Không còn việc nào phải làm" in text_of(client.get(listing))
    assert part.task.title in text_of(client.get(listing + "?state="))
    assert part.task.title in text_of(client.get(listing + "?state=accepted"))


def test_my_list_is_narrowed_sorted_and_paged(client, commune, part, tu):
    listing = reverse("tasks:listing")

    assert "Rà soát" in text_of(client.get(listing))
    for query in ("?q=khong-co-viec-nay", "?state=late", "?state=bay-ba&sort=bay-ba&page=99&size=7&plan=x&xem=x"):
        assert client.get(listing + query).status_code == 200
    assert "Xin bỏ bớt điều kiện lọc" in text_of(client.get(listing + "?q=khong-co-viec-nay"))


def test_the_issuers_list_counts_by_task(client, commune, ha):
    a_task(clause=a_clause(commune.plan), leads=commune.villages)

    assert "0 trên 3" in text_of(client.get(reverse("tasks:listing") + "?xem=giao"))
    assert "0 trên 3" in text_of(client.get(reverse("tasks:listing") + "?xem=giao&state=open&q=ra soat"))


def test_the_file_has_a_mark_for_excel_and_no_formula(client, commune, ha):
    task = a_task(clause=a_clause(commune.plan), leads=commune.villages[:1], title='=HYPERLINK("http://x")')
    assert task.title.startswith("=")

    body = b"".join(client.get(reverse("tasks:export") + "?xem=giao").streaming_content).decode()

    assert body.startswith("\ufeff")
    assert "\"'=HYPERLINK" in body


def test_an_empty_list_says_what_to_do(client, commune, ha):
    assert "Chưa giao việc nào" in text_of(client.get(reverse("tasks:listing") + "?xem=giao"))
    assert "Chưa có việc nào được giao" in text_of(client.get(reverse("tasks:listing") + "?xem=toi"))


# Questions to the database


@pytest.mark.parametrize("number", [3, 30])
def test_pages_ask_the_same_number_of_questions_however_long(
    client, commune, ha, django_assert_max_num_queries, number
):
    villages = [a_village(f"Số {n}", parent=commune) for n in range(number)]
    task = a_task(clause=a_clause(commune.plan), leads=villages)
    for one in list(task.assignments.all())[:2]:
        submitted(one)
    a_clause(commune.plan, lead_words="Các thôn; Phòng Kinh tế")
    for address in (
        reverse("tasks:listing") + "?xem=giao",
        reverse("tasks:listing") + "?xem=toi",
        reverse("tasks:task", args=[task.pk]),
        reverse("tasks:assignment", args=[task.assignments.first().pk]),
        hand_out_page(commune.plan),
    ):
        with django_assert_max_num_queries(16):
            client.get(address)


def test_handing_out_asks_little_however_many(commune, django_assert_max_num_queries):
    villages = [a_village(f"Số {n}", parent=commune) for n in range(60)]
    clause = a_clause(commune.plan)

    with django_assert_max_num_queries(20):  # five of them keep why it is due when it is
        actions.hand_out(clause=clause, leads=villages, by=commune.ha, now=NOW, day=TODAY)
