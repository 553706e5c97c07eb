"""A person checks what the machine read: each step, who was quicker, what is kept of it, what comes out as gold."""

import json
import re
from datetime import date, timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.audit.queries import changes_of
from dinhlang.apps.calendar.tests.factories import a_day_off
from dinhlang.apps.intake import actions, queries
from dinhlang.apps.intake.models import Document, Mark
from dinhlang.apps.intake.tests.factories import NOW, TEXT, a_numbered_document, a_read_document, a_reading, told_of
from dinhlang.apps.people.tests.factories import a_person, an_officer, sign_in, with_role
from dinhlang.apps.units.tests.factories import a_body, a_committee

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def office():
    return a_committee()


@pytest.fixture
def document(office):
    return a_read_document(at=office)


@pytest.fixture
def ha(document):
    return document.taken_in_by


@pytest.fixture
def lan(office):
    return with_role(a_person("Trần Thị Lan"), "officer", office)


def mark_of(document, label="II.b"):
    mark = document.marks.get(label=label)
    mark.document = document
    return mark


def words(mark, **changed):
    names = ("label", "text", "lead_words", "adviser_words", "partner_words", "time_words", "due")
    return {name: getattr(mark, name) for name in names} | changed


class TestEachStep:
    def test_one_is_accepted_as_it_was_read(self, document, ha):
        mark = actions.accept(mark_of(document), seen=1, by=ha, now=LATER)

        assert (mark.standing, mark.changed_by, mark.version) == ("accepted", ha, 2)
        assert Entry.objects.latest("pk").act == "intake.mark_accepted"

    def test_all_of_which_it_was_sure_are_accepted_together(self, document, ha):
        assert actions.accept_many(document, at_least=0.8, by=ha, now=LATER) == 2

        assert document.marks.waiting().get().label == "II.c"
        with pytest.raises(actions.CannotCheck, match="Không còn nhiệm vụ nào"):
            actions.accept_many(document, at_least=0.8, by=ha, now=LATER)

    def test_a_correction_is_kept_from_what_to_what(self, document, ha):
        mark = mark_of(document)

        actions.correct(mark, seen=1, by=ha, now=LATER, **words(mark, lead_words="Phòng Nội vụ"))

        entry = Entry.objects.latest("pk")
        assert (entry.act, entry.actor) == ("intake.mark_changed", ha)
        assert (entry.before["lead_words"], entry.after["lead_words"]) == ("UBND xã", "Phòng Nội vụ")

    def test_a_new_phrase_of_time_is_understood_anew(self, document, ha):
        mark = mark_of(document)

        mark = actions.correct(mark, seen=1, by=ha, now=LATER, **words(mark, time_words="trước ngày 15/12/2026"))

        assert mark.due == date(2026, 12, 14)
        assert mark.details["timing"]["due"] == ["2026-12-14"]

    def test_a_day_set_by_hand_stands(self, document, ha):
        mark = mark_of(document)
        typed = words(mark, time_words="trước ngày 15/12/2026", due=date(2026, 12, 1))

        assert actions.correct(mark, seen=1, by=ha, now=LATER, **typed).due == date(2026, 12, 1)

    def test_one_is_dropped_with_a_reason_and_taken_back(self, document, ha):
        with pytest.raises(actions.CannotCheck, match="lý do"):
            actions.drop(mark_of(document), reason=" ", seen=1, by=ha, now=LATER)
        dropped = actions.drop(mark_of(document), reason="Là mục tiêu", seen=1, by=ha, now=LATER)
        assert dropped not in queries.marks_of(document)

        assert actions.take_back(dropped, by=ha, now=LATER) in queries.marks_of(document)
        assert Entry.objects.get(act="intake.mark_dropped").reason == "Là mục tiêu"

    def test_both_parts_wait_to_be_looked_at_and_joining_is_a_persons_word(self, document, ha):
        at = document.text.index("cho người hoạt động")
        first, second = actions.split_mark(mark_of(document), at=at, by=ha, now=LATER)
        assert (first.standing, second.standing) == ("proposed", "proposed")  # nobody has looked at either alone
        assert (first.label, second.label) == ("II.b", "II.b")

        assert actions.join_with_next(first, by=ha, now=LATER).standing == "accepted"

    def test_all_is_checked_and_becomes_read_only(self, document, ha):
        actions.accept_many(document, at_least=0, by=ha, now=LATER)
        actions.confirm(document, by=ha, now=LATER)

        with pytest.raises(actions.CannotMark):
            actions.accept(mark_of(document), seen=2, by=ha, now=LATER)


class TestHistory:
    def test_people_are_told_lines_and_what_became_what_not_letters(self, document, ha):
        actions.correct(mark_of(document), seen=1, by=ha, now=LATER, **words(mark_of(document), text="Tập huấn"))
        start = document.text.index("1. Mục đích")
        actions.mark_stretch(document, start=start, end=start + 11, by=ha, now=LATER)

        marked, changed = Entry.objects.order_by("-pk")[:2]
        assert [(one.fact, one.before, one.after) for one in changes_of(changed) if one.fact == "nhiệm vụ"] == [
            ("nhiệm vụ", "Tổ chức tập huấn cho người hoạt động ở các thôn.", "Tập huấn")
        ]
        told = {one.fact: one.after for one in changes_of(marked)}
        assert told["dòng"] == "5"
        assert not {"từ ký tự", "start", "end", "sources"} & set(told)
        assert marked.after["start"] == start  # kept for programs


class TestTwoOfficers:
    def test_who_is_slower_is_told_who_changed_what(self, document, ha, lan):
        mark = mark_of(document)
        actions.correct(mark, seen=1, by=lan, now=LATER, **words(mark, lead_words="Phòng Nội vụ"))

        with pytest.raises(actions.CannotCheck, match=r"Trần Thị Lan vừa sửa nhiệm vụ này lúc 10:05 .*\(chủ trì\)"):
            actions.correct(mark, seen=1, by=ha, now=LATER, **words(mark, text="Tập huấn"))

        assert mark_of(document).lead_words == "Phòng Nội vụ"

    def test_one_that_was_joined_away_is_told(self, document, ha, lan):
        gone = mark_of(document, "II.c")
        actions.join_with_next(mark_of(document), by=lan, now=LATER)

        with pytest.raises(actions.CannotCheck, match="vừa được người khác gộp hoặc bỏ"):
            actions.accept(gone, seen=1, by=ha, now=LATER)

    def test_the_header_too(self, document, ha, lan):
        actions.correct_said(document, values={"place": "Nhã Nam"}, seen=1, by=lan, now=LATER)

        with pytest.raises(actions.CannotCheck, match="vừa sửa phần đầu"):
            actions.correct_said(document, values={"place": "Hà Nội"}, seen=1, by=ha, now=LATER)


class TestThePage:
    @pytest.fixture(autouse=True)
    def _in(self, client, ha):
        sign_in(client, ha)

    def page(self, client, document, **query):
        return client.get(reverse("intake:checking", args=[document.pk]), query).content.decode()

    def post(self, client, name, *args, **data):
        return client.post(reverse(f"intake:{name}", args=args), data, follow=True)

    def test_both_sides_lead_to_each_other(self, client, document):
        page, mark = self.page(client, document), mark_of(document)
        line = next(p.number for p in intake_lines(document) if mark.start < p.end)

        assert f'href="#viec-{mark.pk}"' in page
        assert f'id="viec-{mark.pk}"' in page
        assert f'href="#d-{line}"' in page
        assert f'id="d-{line}"' in page

    def test_the_least_sure_comes_first_or_the_order_of_the_text(self, client, document):
        page = self.page(client, document)
        places = [page.index(f'id="viec-{mark.pk}"') for mark in document.marks.order_by("start")]
        assert places[2] < places[0] < places[1]

        page = self.page(client, document, xep="van-ban")
        places = [page.index(f'id="viec-{mark.pk}"') for mark in document.marks.order_by("start")]
        assert places == sorted(places)

    def test_what_is_checked_can_be_left_out(self, client, document, ha):
        actions.accept_many(document, at_least=0.9, by=ha, now=LATER)

        assert f'id="viec-{mark_of(document).pk}"' not in self.page(client, document, loc="can-kiem")

    def test_accepting_leads_to_the_next_in_the_list_as_one_has_it(self, client, document):
        first, second = mark_of(document, "II.c"), mark_of(document, "II.a")

        answer = self.post(client, "accepting", document.pk, mark=f"{first.pk}:1")

        assert answer.redirect_chain[-1][0].endswith(f"#viec-{second.pk}")
        assert not mark_of(document, "II.c").waits

    def test_all_of_a_confidence_are_accepted_together(self, client, document):
        assert "90 % (1)" in self.page(client, document)

        self.post(client, "accepting", document.pk, many="1", at_least="0.8")

        assert document.marks.waiting().get().label == "II.c"

    def test_a_correction_without_a_script(self, client, document):
        mark = mark_of(document)
        assert 'name="lead_words"' in self.page(client, document, viec=mark.pk)

        typed = words(mark, lead_words="Phòng Nội vụ", due="30/9/2026", seen=1)
        answer = self.post(client, "mending", document.pk, mark.pk, **typed, next="1")

        assert mark_of(document).lead_words == "Phòng Nội vụ"
        assert "Đã lưu nhiệm vụ." in answer.content.decode()

    def test_who_is_slower_keeps_what_they_typed(self, client, document, lan):
        mark = mark_of(document)
        actions.correct(mark, seen=1, by=lan, now=LATER, **words(mark, lead_words="Phòng Nội vụ"))

        typed = words(mark, text="Tập huấn hai đợt", due="", seen=1)
        page = self.post(client, "mending", document.pk, mark.pk, **typed).content.decode()

        assert "Trần Thị Lan vừa sửa nhiệm vụ này" in page
        assert "Tập huấn hai đợt" in page

    def test_the_meaning_of_a_time_is_told_while_one_types(self, client, document):
        mark = mark_of(document)
        typed = words(mark, time_words="trước ngày 15/12/2026", due="", seen=1, preview="1")
        address = reverse("intake:mending", args=[document.pk, mark.pk])

        quiet = client.post(address, typed, headers={"Sec-Fetch-Dest": "empty"}).content.decode()

        assert "14/12/2026" in quiet
        assert "<html" not in quiet
        assert "14/12/2026" in client.post(address, typed).content.decode()
        assert mark_of(document).time_words == "Quý III năm 2026"

    def test_a_day_off_that_the_house_was_told_of_moves_a_time_in_working_days(self, client, document, lan):
        mark = mark_of(document)
        typed = words(mark, time_words="trong 05 ngày làm việc kể từ ngày 30/11/2026", due="", seen=1, preview="1")
        address = reverse("intake:mending", args=[document.pk, mark.pk])
        assert "07/12/2026" in client.post(address, typed).content.decode()

        a_day_off(date(2026, 12, 3), by=lan)

        page = client.post(address, typed).content.decode()
        assert "08/12/2026" in page
        assert "03/12 (nghỉ tránh bão)" in page

    def test_dropping_asks_why_and_can_be_undone(self, client, document):
        mark = mark_of(document)
        assert "Vì sao không phải nhiệm vụ" in self.page(client, document, bo=mark.pk)

        self.post(client, "dropping", document.pk, mark.pk, reason="Là đề mục", seen=1)
        assert mark_of(document).standing == "dropped"
        self.post(client, "taking_back", document.pk, mark.pk)
        assert mark_of(document).standing == "accepted"

    @pytest.mark.parametrize("how", ["chosen", "lines"])
    def test_what_the_machine_did_not_see_is_added(self, client, document, how):
        start = document.text.index("1. Mục đích")
        line = next(p.number for p in intake_lines(document) if p.start == start)
        chosen = {"chosen": {"start": start, "end": start + 11}, "lines": {"first": line, "last": line}}

        self.post(client, "adding", document.pk, **chosen[how])

        mark = document.marks.get(start=start)
        assert (mark.label, mark.text, mark.standing) == ("I.1", "Mục đích", "proposed")

    def test_a_usual_reason_is_one_press_whatever_the_field_holds(self, client, document):
        mark = mark_of(document)
        page = self.page(client, document, bo=mark.pk)
        assert page.count('name="reason"') == 4
        form = page[page.index('id="why"') :]
        assert form.index("Bỏ nhiệm vụ này") < form.index("Là đề mục</button>")  # Enter means the first

        self.post(client, "dropping", document.pk, mark.pk, reason=["", "Là đề mục"], seen=1)

        assert Entry.objects.latest("pk").reason == "Là đề mục"

    def test_a_day_is_told_once_by_its_sentence_and_beside_it_only_if_a_person_set_another(self, client, document, ha):
        mark = mark_of(document)
        mark = actions.correct(mark, seen=1, by=ha, now=LATER, **words(mark, time_words="trước ngày 15/12/2026"))
        page = self.page(client, document)
        assert "14/12/2026" in page
        assert "hạn 14/12/2026" not in " ".join(page.split())

        actions.correct(mark, seen=2, by=ha, now=LATER, **words(mark, due=date(2026, 12, 1)))
        assert "hạn 01/12/2026" in " ".join(self.page(client, document).split())

    def test_words_that_were_cut_short_can_be_read_whole(self, client, document):
        document.marks.filter(label="II.b").update(text="từ " * 60 + "cuối cùng")

        page = self.page(client, document)

        assert "xem hết" in page
        assert "cuối cùng" in page

    @pytest.mark.parametrize("button", ["split", "merge"])
    def test_the_form_parts_and_joins_and_keeps_its_words(self, client, document, button):
        mark = mark_of(document)
        at = document.text.index("cho người hoạt động")
        typed = words(mark, adviser_words="Phòng Nội vụ", due="30/9/2026", seen=1)

        self.post(client, "mending", document.pk, mark.pk, **typed, **{button: "1"}, at=at)

        assert document.marks.count() == (4 if button == "split" else 2)
        assert document.marks.filter(adviser_words__contains="Phòng Nội vụ").exists()

    def test_the_header_is_corrected_in_one_form(self, client, document, office):
        page = self.page(client, document, phan="dau")
        assert "Nguyễn Văn An" in page

        facts = {"kind": "KH", "number": "32/KH-UBND", "issued_on": "1/2/2026", "issuer": office.code, "title": "Mới"}
        said = {"bases": "Một\n\nHai", "recipients": "Các thôn", "signer_name": "Nguyễn Văn Ân", "seen": 1}
        self.post(client, "heading", document.pk, **facts, **said)

        document.refresh_from_db()
        assert (document.number, document.said["bases"]) == ("32/KH-UBND", ["Một", "Hai"])
        assert document.said["signer"]["name"] == "Nguyễn Văn Ân"
        assert {"facts", "signer"} <= set(document.checked)

    @pytest.mark.parametrize(("words", "proposed"), [("ubnd HUYỆN Tân Yên", True), ("UBND huyện", False), ("", False)])
    def test_an_issuer_that_the_day_did_not_tell_is_proposed_by_its_whole_name(self, client, document, words, proposed):
        """An undated plan of a district that is no more: its name alone says who it was."""
        body = a_body("UBND huyện Tân Yên", parent=a_committee())
        Document.objects.filter(pk=document.pk).update(issuer=None, said={**document.said, "issuer": words})

        page = self.page(client, document, phan="dau")

        assert (f'value="UBND huyện Tân Yên · {body.code}"' in page) is proposed

    def test_a_duty_to_report_is_corrected_and_dropped(self, client):
        office = a_committee()
        report = {"text": "Báo cáo năm", "from": "UBND xã", "to": "UBND tỉnh", "timing": {"text": "trước 25/11"}}
        document = a_read_document(at=office, told=told_of(reports=[report]))
        sign_in(client, document.taken_in_by)
        assert "Báo cáo năm" in self.page(client, document)

        typed = {"text": "Báo cáo cuối năm", "to": "UBND tỉnh", "time_words": "trước 25/11", "seen": 1}
        self.post(client, "reporting", document.pk, 0, **typed)
        document.refresh_from_db()
        assert document.said["reports"][0]["text"] == "Báo cáo cuối năm"

        self.post(client, "dropping_report", document.pk, 0, reason="Không phải", seen=document.version)
        document.refresh_from_db()
        assert document.said["reports"] == []

    def test_a_basis_leads_to_the_document_that_is_here(self, client, document, office):
        basis = a_numbered_document(at=office, number="5/KH-UBND", issued_on=date(2025, 12, 1))

        page = self.page(client, document)

        assert "đã có ở đây" in page
        assert reverse("intake:document", args=[basis.pk]) in page

    def test_a_hundred_and_fifty_tasks_are_few_questions(self, client, office, django_assert_max_num_queries):
        filler = "Nội dung chi tiết của nhiệm vụ này được thực hiện theo quy định của pháp luật hiện hành. " * 4
        lines = [f"{n}. Việc số {n}. {filler}\n- Cơ quan chủ trì: Phòng số {n}." for n in range(1, 151)]
        text = "KẾ HOẠCH\n" + "\n".join(lines)
        tasks = [a_task(text, n) for n in range(1, 151)]
        document = a_reading(at=office, text=text, told=told_of(number="9/KH-UBND", tasks=tasks, bases=[])).document
        sign_in(client, document.taken_in_by)
        assert len(text) > 60_000
        self.page(client, document)

        with django_assert_max_num_queries(18):
            page = self.page(client, document)

        assert page.count('id="viec-') == 12


def a_task(text, n):
    start = text.index(f"Việc số {n}. ")
    lead = text.index(f"Phòng số {n}.")
    source = {"text": [[start, start + 60]], "leads": [[lead, lead + 9 + len(str(n))]]}
    said = {"path": str(n), "text": f"Việc số {n}.", "leads": [f"Phòng số {n}"], "confidence": 0.5 + n / 400}
    return {**said, "advisers": [], "partners": [], "timing": {}, "source": source}


def intake_lines(document):
    return [line.paragraph for line in queries.room_of(document, bodies_of(document)).lines]


def bodies_of(document):
    return queries.Bodies(document, day=actions.day_for(document))


class TestNames:
    def test_a_name_is_found_guessed_or_not_known(self, office):
        a_body("Phòng Văn hóa - Xã hội", parent=office)
        document = a_read_document(at=office)
        bodies = bodies_of(document)

        assert bodies.meant("UBND xã").unit == office
        assert bodies.meant("Phòng Văn hoá – Xã hội").kind == "one"
        assert bodies.meant("Phòng Văn hoa Xa hôi xã").kind == "one"
        assert bodies.meant("Phng Văn hóa Xã hộ").kind == "guess"
        assert bodies.meant("Viện Hàn lâm").kind == "unknown"
        assert bodies.meant("Các thôn, tổ dân phố").kind == "group"

    def test_a_name_is_understood_as_of_the_documents_day(self, office):
        body = a_body("Phòng Tư pháp", parent=office)
        body.versions.update(begins=date(2026, 6, 1))
        document = a_read_document(at=office)

        assert queries.Bodies(document, day=date(2026, 1, 31)).meant("Phòng Tư pháp").kind != "one"
        assert queries.Bodies(document, day=date(2026, 7, 1)).meant("Phòng Tư pháp").unit == body

    def test_a_person_says_who_is_meant(self, client, document, ha, office):
        body = a_body("Phòng Văn hóa", parent=office)
        sign_in(client, ha)
        address = reverse("intake:naming", args=[document.pk])

        client.post(address, {"words": "Phòng Văn hóa – Xã hội", "unit": f"{body.full_name} · {body.code}"})

        meant = bodies_of(document).meant("Phòng Văn hóa – Xã hội")
        assert (meant.kind, meant.unit) == ("kept", body)
        client.post(address, {"words": "Phòng Văn hóa – Xã hội", "leave": "1"})
        assert bodies_of(document).meant("Phòng Văn hóa – Xã hội").kind == "left"

    def test_what_is_not_clear_is_listed_with_a_way_to_create_it_for_whoever_may(self, client, document, ha, office):
        sign_in(client, ha)
        seen = client.get(reverse("intake:checking", args=[document.pk])).content.decode()
        sign_in(client, with_role(ha, "administrator", office.parent))
        page = client.get(reverse("intake:checking", args=[document.pk])).content.decode()

        assert "1 tên chưa rõ" in seen
        assert "Tạo đơn vị" not in seen
        assert "Tạo đơn vị" in page

    def test_the_form_for_it_begins_with_what_the_name_tells(self, client, document, ha, office):
        actions.correct(mark_of(document), seen=1, by=ha, now=LATER, **words(mark_of(document), lead_words="Trạm Y tế"))
        sign_in(client, with_role(ha, "administrator", office.parent))

        page = client.get(reverse("intake:checking", args=[document.pk])).content.decode()
        addresses = [unescape(found) for found in re.findall(r'href="(/don-vi/[^"]+/them/[^"]*)"', page)]
        address = next(one for one in addresses if parse_qs(urlsplit(one).query)["ten"] == ["Trạm Y tế"])
        form = client.get(address).context["form"]

        assert urlsplit(address).path == reverse("register:act", args=[office.code, "them"])
        assert (form["name"].value(), form["kind"].value()) == ("Trạm Y tế", "service_unit")


class TestGold:
    def test_what_people_confirmed_comes_out_in_the_form_of_the_guide(self, client, document, ha):
        mark = mark_of(document)
        actions.correct(mark, seen=1, by=ha, now=LATER, **words(mark, partner_words="Đoàn Thanh niên; Hội Phụ nữ"))
        actions.accept(mark_of(document, "II.a"), seen=1, by=ha, now=LATER)
        sign_in(client, ha)

        answer = client.get(reverse("intake:gold", args=[document.pk]))

        gold = json.loads(answer.content)
        assert "attachment" in answer["Content-Disposition"]
        assert [task["path"] for task in gold["tasks"]] == ["II.a", "II.b"]
        assert gold["tasks"][1]["partners"] == ["Đoàn Thanh niên", "Hội Phụ nữ"]
        assert gold["tasks"][1]["timing"] == {
            "text": "Quý III năm 2026",
            "kind": "dated",
            "start": "2026-07-01",
            "due": ["2026-09-30"],
        }
        assert "number" not in gold  # nobody has looked at the head yet
        assert gold["checked"]["tasks_left"] == 1

    def test_a_head_that_a_person_saw_is_in_it(self, client, document, ha):
        facts = {name: getattr(document, name) for name in ("kind", "number", "issued_on", "issuer", "title")}
        values = {"signer": document.said["signer"]}
        actions.correct_header(document, facts=facts, values=values, seen=1, by=ha, now=LATER)
        sign_in(client, ha)

        gold = json.loads(client.get(reverse("intake:gold", args=[document.pk])).content)

        assert (gold["number"], gold["date"], gold["signer"]["name"]) == ("31/KH-UBND", "2026-01-31", "Nguyễn Văn An")
        assert gold["checked"]["header"] is True

    def test_nothing_is_handed_out_before_anybody_looked(self, client, document, ha):
        sign_in(client, ha)

        answer = client.get(reverse("intake:gold", args=[document.pk]), follow=True)

        assert "Chưa có phần nào được người kiểm" in answer.content.decode()

    def test_the_machines_own_reading_stays_as_it_was(self, document, ha):
        mark = mark_of(document)
        actions.correct(mark, seen=1, by=ha, now=LATER, **words(mark, lead_words="Phòng Nội vụ"))

        assert document.readings.get().told == told_of()


def test_another_units_document_is_nobodys(client, document):
    sign_in(client, an_officer(at=a_committee()))

    for name in ("checking", "gold"):
        assert client.get(reverse(f"intake:{name}", args=[document.pk])).status_code == 404
    answer = client.post(reverse("intake:accepting", args=[document.pk]), {"many": "1", "at_least": "0"})
    assert answer.status_code == 404
    assert Mark.objects.waiting().count() == 3
    assert Document.objects.get().text == TEXT.strip("\n")


class TestWhatIsSaid:
    def post(self, client, document, name, *args, **data):
        sign_in(client, document.taken_in_by)
        return client.post(reverse(f"intake:{name}", args=[document.pk, *args]), data, follow=True)

    def test_lines_that_are_not_there_are_refused_in_words_of_this_page(self, client, document):
        for first, last in ((500, 2), (0, 0), (3, 1)):
            page = self.post(client, document, "adding", first=first, last=last).content.decode()
            assert "Hãy ghi số dòng từ 1 đến" in page
        assert document.marks.count() == 3

    def test_what_besides_the_tasks_is_unchecked_is_said(self, client, document, ha):
        actions.accept_many(document, at_least=0, by=ha, now=LATER)
        sign_in(client, ha)

        page = client.get(reverse("intake:checking", args=[document.pk])).content.decode()

        assert "Chưa kiểm:" in page
        assert '<a href="#phan-dau">phần đầu và cuối</a>' in page

    def test_who_was_slower_sees_the_newer_words_and_saves_on_purpose(self, client, document, ha, lan):
        mark = mark_of(document)
        actions.correct(mark, seen=1, by=lan, now=LATER, **words(mark, text="Mở lớp tập huấn."))
        typed = {name: value or "" for name, value in words(mark, text="Tổ chức hai lớp.").items()}

        answer = self.post(client, document, "mending", mark.pk, **typed, seen=1, save=1)

        page = answer.content.decode()
        assert "Bản mới của người kia" in page and "Mở lớp tập huấn." in page and "Tổ chức hai lớp." in page
        seen = answer.context["form"].data["seen"]
        self.post(client, document, "mending", mark.pk, **typed, seen=seen, save=1)
        assert mark_of(document).text == "Tổ chức hai lớp."

    def test_what_another_dropped_is_called_dropped(self, document, ha, lan):
        actions.drop(mark_of(document), reason="Là đề mục", seen=1, by=lan, now=LATER)

        with pytest.raises(actions.CannotCheck, match="vừa bỏ nhiệm vụ này"):
            actions.accept(mark_of(document), seen=1, by=ha, now=LATER)

    def test_the_arrow_stands_where_the_task_begins_not_where_its_lead_was_named(self, document):
        mark = mark_of(document)
        mark.sources = {**mark.sources, "lead": [[0, 8]]}
        mark.save()

        lines = queries.room_of(document, bodies_of(document)).lines

        begins = [line.paragraph.text for line in lines if mark.pk in line.begins]
        assert len(begins) == 1 and "tập huấn" in begins[0]

    def test_a_copy_that_waits_for_an_answer_is_called_so_in_the_list(self, client, document, office, ha):
        a_reading(at=office, by=ha)
        sign_in(client, ha)

        page = client.get(reverse("intake:listing")).content.decode()

        assert "trông như đã có, chờ trả lời" in page
