"""A document arrives: kept at once, read or not, asked about when it is here already."""

import io
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document as WordDocument

from dinhlang.apps.files import public as files
from dinhlang.apps.intake import actions, jobs, queries
from dinhlang.apps.intake.actions import reading as reading_actions
from dinhlang.apps.intake.models import Document, DocumentState, Reading, ReadingState
from dinhlang.apps.intake.opening.opened import Note, Trouble
from dinhlang.apps.intake.opening.opener import CannotOpen
from dinhlang.apps.intake.tests.factories import NOW, TEXT, a_read_document, a_reading, told_of
from dinhlang.apps.intake.tests.opening.making import a_pdf
from dinhlang.apps.operations.models import Job
from dinhlang.apps.people.tests.factories import an_officer, sign_in
from dinhlang.apps.units.tests.factories import a_committee, a_commune
from dinhlang.base import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return a_committee()


@pytest.fixture
def ha(office):
    return an_officer(at=office)


@pytest.fixture
def reads(monkeypatch):
    """The reader tells what the test wants to be told."""

    def tell(told):
        monkeypatch.setattr(reading_actions, "read", lambda text, **_facts: SimpleNamespace(as_json=lambda: told))

    tell(told_of())
    return tell


def kept(name="ke-hoach.txt", data=None):
    return files.store(SimpleUploadedFile(name, data or TEXT.encode()), by=None, now=NOW)


def page_of(client, name, *args, **data):
    return client.post(reverse(f"intake:{name}", args=args), data, follow=True)


class TestKeeping:
    def test_what_came_is_kept_before_anybody_reads_it(self, office, ha):
        reading = actions.arrive(owner=office, file=kept(), by=ha, now=NOW)

        document = Document.objects.get()
        assert (document.state, document.title, document.file.name) == ("arrived", "ke-hoach.txt", "ke-hoach.txt")
        assert Job.objects.filter(path="dinhlang.apps.intake.jobs.read_document", told={"reading": reading.pk}).exists()

    def test_nothing_at_all_is_refused(self, office, ha):
        with pytest.raises(actions.CannotTakeIn, match="Hãy dán nội dung"):
            actions.arrive(owner=office, text=" \n", by=ha, now=NOW)

    def test_what_cannot_be_opened_says_why_and_stays(self, office, ha, monkeypatch):
        def refuse(*args, **kwargs):
            raise CannotOpen(Trouble.LOCKED, name="ke-hoach.txt")

        monkeypatch.setattr(reading_actions, "open_document", refuse)
        reading = actions.arrive(owner=office, file=kept(), by=ha, now=NOW)
        actions.work_on(reading, now=lambda: NOW)

        document = Document.objects.get()
        assert (document.state, document.readings.get().state) == (DocumentState.UNREAD, ReadingState.FAILED)
        assert "mật khẩu" in document.readings.get().trouble
        assert document.file is not None

    def test_a_pasted_text_stands_in_for_what_could_not_be_read(self, office, ha, reads, monkeypatch):
        reading = actions.arrive(owner=office, file=kept(), by=ha, now=NOW)
        actions.cannot_read(reading, "Không đọc được.", now=NOW)

        again = actions.give_text(Document.objects.get(), text=TEXT, by=ha, now=NOW)
        actions.work_on(again, now=lambda: NOW)

        document = Document.objects.get()
        assert (document.state, document.marks.count(), document.file.name) == ("marking", 3, "ke-hoach.txt")


class TestTheJob:
    def test_it_reads_and_a_second_time_changes_nothing(self, office, ha, reads):
        reading = actions.arrive(owner=office, file=kept(), by=ha, now=NOW)

        assert jobs.read_document(reading=reading.pk) == "done"
        first = list(Document.objects.get().marks.values_list("pk", flat=True))
        assert jobs.read_document(reading=reading.pk) == "done"

        assert list(Document.objects.get().marks.values_list("pk", flat=True)) == first

    def test_who_is_slower_of_two_changes_nothing(self, office, ha, reads):
        quick = actions.arrive(owner=office, text=TEXT, by=ha, now=NOW)
        slow = Reading.objects.select_related("document").get(pk=quick.pk)
        actions.work_on(quick, now=lambda: NOW)
        actions.accept_many(quick.document, at_least=0, by=ha, now=NOW)

        reading_actions.finish(slow, text=TEXT, told=told_of(tasks=[]), now=NOW)
        actions.cannot_read(slow, "Quá lâu.", now=NOW)

        assert Document.objects.get().marks.count() == 3
        assert Reading.objects.get().state == ReadingState.DONE

    def test_what_nobody_foresaw_is_told_to_the_person(self, office, ha, monkeypatch):
        monkeypatch.setattr(reading_actions, "read", lambda *args, **kwargs: 1 / 0)
        reading = actions.arrive(owner=office, text=TEXT, by=ha, now=NOW)

        assert jobs.read_document(reading=reading.pk) == "failed"

        assert "lỗi ngoài dự kiến" in Reading.objects.get().trouble

    def test_it_tells_how_far_it_is(self, office, ha, reads, monkeypatch):
        seen = []

        def slowly(content, name, progress):
            for page in (1, 2, 3):
                progress(page, 3)
                seen.append(Reading.objects.values_list("state", "page", "pages").get())
            return SimpleNamespace(text=TEXT, pages=(), notes=frozenset([Note.PAGES_LEFT]))

        monkeypatch.setattr(reading_actions, "open_document", slowly)
        actions.work_on(actions.arrive(owner=office, file=kept(), by=ha, now=NOW), now=lambda: NOW)

        assert seen == [("reading", 1, 3), ("reading", 2, 3), ("reading", 3, 3)]
        assert Reading.objects.get().notes == ["Có trang không đọc ra chữ nào. Hãy xem lại bản gốc."]


class TestProposing:
    def test_tasks_are_proposed_and_nobody_stands_behind_them(self, office):
        document = a_read_document(at=office)

        assert [mark.standing for mark in document.marks.all()] == ["proposed"] * 3
        assert [mark.label for mark in document.marks.order_by("start")] == ["II.a", "II.b", "II.c"]
        with pytest.raises(actions.CannotConfirm, match="Còn 3 nhiệm vụ"):
            actions.confirm(document, by=document.taken_in_by, now=NOW)

    def test_each_part_keeps_where_it_stands(self, office):
        document = a_read_document(at=office)

        mark = document.marks.get(label="II.b")
        assert document.text[slice(*mark.sources["text"][0])] == "Tổ chức tập huấn cho người hoạt động ở các thôn."
        assert (mark.due.isoformat(), mark.details["timing"]["start"]) == ("2026-09-30", "2026-07-01")

    def test_the_header_is_proposed_and_the_issuer_found_in_the_register(self, office):
        document = a_read_document(at=office)

        assert (document.number, document.issued_on.isoformat(), document.issuer) == (
            "31/KH-UBND",
            "2026-01-31",
            office,
        )
        assert document.said["signer"]["name"] == "Nguyễn Văn An"
        assert document.checked == []

    def test_an_issuer_that_is_not_certain_stays_open(self, office):
        document = a_read_document(at=office, told=told_of(issuer="UBND xã Xa Lắc"))

        assert document.issuer is None
        actions.accept_many(document, at_least=0, by=document.taken_in_by, now=NOW)
        with pytest.raises(actions.CannotConfirm, match="Chưa rõ cơ quan ban hành"):
            actions.confirm(document, by=document.taken_in_by, now=NOW)

    @pytest.mark.parametrize("source", [{}, {"text": [[5, 2]]}, {"text": [[-3, 9_999_999]]}, {"text": []}])
    def test_a_reader_that_does_not_say_where_loses_no_task(self, office, source):
        told = told_of()
        told["tasks"][1]["source"] = source

        document = a_read_document(at=office, told=told)

        mark = document.marks.get(label="II.b")
        assert document.text[mark.start :].startswith("Tổ chức tập huấn")

    def test_words_longer_than_the_column_are_said_to_be_cut(self, office):
        told = told_of()
        told["tasks"][0]["partners"] = ["Sở Tư pháp"] * 300

        mark = a_read_document(at=office, told=told).marks.get(label="II.a")

        assert mark.details["cut"] == ["partner_words"]
        assert len(mark.partner_words) == 2000


class TestReadingAgain:
    def test_what_a_person_touched_stays_and_the_rest_is_proposed_anew(self, office, reads):
        document = a_read_document(at=office)
        ha = document.taken_in_by
        actions.correct(
            document.marks.get(label="II.a"), seen=-1, label="II.a", text="Phát thanh", time_words="", by=ha, now=NOW
        )

        actions.work_on(actions.read_again(document, by=ha, now=NOW), now=lambda: NOW)

        marks = Document.objects.get().marks.order_by("start")
        assert marks[0].text == "Phát thanh"
        assert [mark.standing for mark in marks] == ["accepted", "proposed", "proposed"]

    def test_nobody_asks_twice_while_it_is_read_unless_nobody_reads(self, office, ha):
        reading = actions.arrive(owner=office, text=TEXT, by=ha, now=NOW)
        document = reading.document

        with pytest.raises(actions.CannotReadAgain):
            actions.read_again(document, by=ha, now=NOW)
        reading_actions.go_on(reading, 1, 90, now=NOW + timedelta(minutes=10))
        with pytest.raises(actions.CannotReadAgain):
            actions.read_again(document, by=ha, now=NOW + timedelta(minutes=16))
        actions.read_again(document, by=ha, now=NOW + timedelta(minutes=26))

    def test_a_plan_is_never_read_again(self, office):
        document = a_read_document(at=office)
        actions.accept_many(document, at_least=0, by=document.taken_in_by, now=NOW)
        actions.confirm(document, by=document.taken_in_by, now=NOW)

        with pytest.raises(actions.CannotReadAgain):
            actions.read_again(document, by=document.taken_in_by, now=NOW)


class TestTwins:
    def test_the_same_file_is_asked_about_before_it_is_read(self, office, ha):
        actions.arrive(owner=office, file=kept(), by=ha, now=NOW)

        reading = actions.arrive(owner=office, file=kept("ban-sao.txt"), by=ha, now=NOW)

        assert (reading.state, reading.twin) == (ReadingState.ASKING, Document.objects.order_by("pk").first())

    def test_nearly_the_same_words_are_asked_about(self, office):
        first = a_read_document(at=office)

        second = a_reading(
            at=office, text=TEXT.replace("năm 2026\n", "năm 2026 (bản sửa)\n"), told=told_of(number=None)
        )

        assert (second.state, second.twin) == (ReadingState.ASKING, first)
        assert 0.7 <= second.likeness < 1
        assert not second.document.marks.exists()
        assert second.document.title == "Thi hành Luật"  # its own name in the list, not its first line

    def test_the_same_number_of_one_issuer_is_asked_about(self, office):
        first = a_read_document(at=office)

        second = a_reading(at=office, text="Một văn bản khác hẳn.\nKhông chữ nào giống.", told=told_of(tasks=[]))

        assert (second.state, second.twin, second.likeness) == (ReadingState.ASKING, first, None)

    def test_the_same_number_of_another_year_is_another_document(self, office):
        a_read_document(at=office)

        second = a_reading(at=office, text="Năm sau.\nKhông chữ nào giống.", told=told_of(tasks=[], date="2027-01-05"))

        assert second.state == ReadingState.DONE

    def test_the_plan_of_last_year_in_nearly_the_same_words_is_offered_as_another_one(self, office):
        a_read_document(at=office)

        second = a_reading(at=office, text=TEXT.replace("năm 2026\n", "năm 2027\n"), told=told_of(date="2027-01-05"))

        offer = queries.answer_to_offer(second)
        assert (second.state, offer["answer"]) == (ReadingState.ASKING, "other")
        assert "năm 2027" in offer["reason"] and "năm 2026" in offer["reason"]

    def test_another_units_document_is_nobody_elses_twin(self, office):
        a_read_document(at=office)

        assert a_reading(at=a_committee(of=a_commune("Tân Trung"))).state == ReadingState.DONE

    def test_whoever_says_why_reads_it_all_the_same(self, office, reads):
        a_read_document(at=office)
        document = a_reading(at=office).document
        ha = document.taken_in_by

        with pytest.raises(actions.CannotReadAgain, match="lý do"):
            actions.read_anyway(document, reason=" ", by=ha, now=NOW)
        actions.work_on(actions.read_anyway(document, reason="Bản ký lại", by=ha, now=NOW), now=lambda: NOW)

        document.refresh_from_db()
        assert (document.state, document.marks.count()) == ("marking", 3)


class TestPages:
    @pytest.fixture(autouse=True)
    def _in(self, client, ha):
        sign_in(client, ha)

    def test_a_pasted_text_is_read_at_once_and_opens_to_be_checked(self, client, office, reads):
        page = page_of(client, "arriving", text=TEXT, owner=office.pk)

        assert page.redirect_chain[-1][0] == reverse("intake:checking", args=[Document.objects.get().pk])
        assert "Còn 3 nhiệm vụ chờ kiểm" in page.content.decode()

    def test_a_long_one_waits_and_its_page_says_how_far(self, client, office, reads, monkeypatch):
        monkeypatch.setattr("dinhlang.apps.intake.views.arriving.AT_ONCE", 10)
        page_of(client, "arriving", text=TEXT, owner=office.pk)
        reading = Reading.objects.get()
        reading_actions.go_on(reading, 4, 9, now=clock.now())

        page = client.get(reverse("intake:checking", args=[reading.document_id]), follow=True).content.decode()

        assert "Trang 4 trên 9" in page
        assert '<meta http-equiv="refresh"' in page.split("<noscript>")[1]
        assert "dinhlang worker" in page

    def test_nothing_is_said_beside_the_field(self, client, office):
        page = page_of(client, "arriving", owner=office.pk).content.decode()
        assert "Hãy chọn một tệp, hoặc dán nội dung" in page
        assert "Riêng tệp thì phải chọn lại" not in page  # there was none

    def test_a_file_that_is_refused_has_to_be_chosen_again_and_the_page_says_so(self, client, office):
        empty = SimpleUploadedFile("trong.txt", b"", content_type="text/plain")

        page = page_of(client, "arriving", owner=office.pk, upload=empty).content.decode()

        assert "Riêng tệp thì phải chọn lại" in page

    def test_a_twin_is_shown_with_the_way_to_it(self, client, office, reads):
        first = a_read_document(at=office)

        page = page_of(client, "arriving", text=TEXT, owner=office.pk).content.decode()

        assert reverse("intake:document", args=[first.pk]) in page
        assert "Ghi câu trả lời" in page

    def test_it_is_read_anyway_with_a_reason(self, client, office, reads):
        a_read_document(at=office)
        page_of(client, "arriving", text=TEXT, owner=office.pk)
        second = Document.objects.latest("pk")

        assert (
            "lý do" in page_of(client, "reading_anyway", second.pk, answer="other", reason="").content.decode().lower()
        )
        page = page_of(client, "reading_anyway", second.pk, answer="other", reason="Bản ký lại")

        assert page.redirect_chain[-1][0] == reverse("intake:checking", args=[second.pk])

    def test_what_could_not_be_read_may_be_pasted_or_set_aside(self, client, office, ha, reads):
        reading = actions.arrive(owner=office, file=kept(), by=ha, now=NOW)
        actions.cannot_read(reading, "Tệp có mật khẩu.", now=NOW)

        page = client.get(reverse("intake:document", args=[reading.document_id])).content.decode()
        assert "Tệp có mật khẩu." in page
        page_of(client, "pasting", reading.document_id, text=TEXT)

        assert Document.objects.get().marks.count() == 3


def a_word_file():
    """The short plan as Word keeps it."""
    word, file = WordDocument(), io.BytesIO()
    for line in TEXT.split("\n"):
        word.add_paragraph(line)
    word.save(file)
    return file.getvalue()


def test_a_word_file_is_opened_read_and_proposed_without_any_stand_in(client, office, ha):
    sign_in(client, ha)
    upload = SimpleUploadedFile("Kế hoạch 31.docx", a_word_file())

    page = page_of(client, "arriving", upload=upload, owner=office.pk).content.decode()

    document = Document.objects.get()
    training = document.marks.get(text__contains="Tổ chức tập huấn")
    assert (document.number, document.file.name) == ("31/KH-UBND", "Kế hoạch 31.docx")
    assert (training.lead_words, training.time_words) == ("UBND xã", "Quý III năm 2026")
    assert training.due.isoformat() == "2026-09-30"
    assert f'id="viec-{training.pk}"' in page


def test_the_pages_of_a_pdf_are_shown_beside_its_words(client, office, ha, reads):
    sign_in(client, ha)
    pdf = a_pdf([(72, 700, "KE HOACH TRUYEN THONG NAM 2026")], [(72, 700, "Trang hai cua ke hoach")])
    upload = SimpleUploadedFile("ke-hoach.pdf", pdf)
    page_of(client, "arriving", upload=upload, owner=office.pk)
    jobs.read_document(reading=Reading.objects.get().pk)
    document = Document.objects.get()

    page = client.get(reverse("intake:checking", args=[document.pk])).content.decode()
    picture = client.get(reverse("intake:page", args=[document.pk, 2]))

    assert page.count(f'src="/van-ban-den/{document.pk}/trang/') == 2
    assert (picture.status_code, picture["Content-Type"], picture.content[:4]) == (200, "image/webp", b"RIFF")
    assert client.get(reverse("intake:page", args=[document.pk, 3])).status_code == 404
    again = client.get(reverse("intake:page", args=[document.pk, 2]), headers={"If-None-Match": picture["ETag"]})
    assert again.status_code == 304


class TestTwinsKeptElsewhere:
    def test_what_another_unit_keeps_is_pointed_out_to_who_may_read_it(self, office):
        above = a_committee(of=office.parent.parent)
        there = a_read_document(at=office)
        Document.objects.filter(pk=there.pk).update(state=DocumentState.CONFIRMED)

        reading = a_reading(at=above)

        assert (reading.state, reading.twin) == (ReadingState.ASKING, there)

    def test_what_another_unit_still_checks_is_nobodys_business(self, office):
        a_read_document(at=a_committee(of=a_commune("Tân Trung", parent=office.parent.parent)))

        assert a_reading(at=office).state == ReadingState.DONE


class TestReadingASecondTime:
    def test_a_second_reading_is_never_asked_about_twins(self, office, ha, reads):
        first = a_read_document(at=office, by=ha)
        copy = a_reading(at=office, by=ha)
        assert (copy.state, copy.twin) == (ReadingState.ASKING, first)

        again = actions.work_on(actions.read_again(first, by=ha, now=NOW), now=lambda: NOW)

        assert again.state == ReadingState.DONE
        first.refresh_from_db()
        assert first.state == DocumentState.MARKING

    def test_it_is_asked_for_only_after_saying_what_becomes_of_the_marks(self, client, office, ha):
        sign_in(client, ha)
        page = client.get(reverse("intake:document", args=[a_read_document(at=office, by=ha).pk])).content.decode()

        assert "Việc đã nhận, sửa hoặc bỏ giữ nguyên" in page
