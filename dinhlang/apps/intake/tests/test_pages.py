"""The pages: what people see and do, and how often the database is asked."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dinhlang.apps.intake.models import Document, Mark
from dinhlang.apps.intake.rules import paragraphs
from dinhlang.apps.intake.tests.factories import TEXT, TRAINING, a_document, a_mark, a_numbered_document
from dinhlang.apps.intake.tests.opening.making import a_word_file, p
from dinhlang.apps.people.tests.factories import a_person, an_officer, sign_in, with_role
from dinhlang.apps.units.tests.factories import a_body, a_committee

pytestmark = pytest.mark.django_db


@pytest.fixture
def ha(client):
    return sign_in(client, an_officer(at=a_committee()))


@pytest.fixture
def office(ha):
    return ha.roles_in_force[0].acting_unit


def words_of(response):
    return response.content.decode()


def facts(office, **changed):
    return {
        "kind": "KH",
        "number": "31/KH-UBND",
        "issued_on": "31/1/2026",
        "issuer": f"{office.full_name} · {office.code}",
        "title": "Thực hiện dân chủ",
        "text": TEXT,
        "owner": office.pk,
    } | changed


def send(client, page, *args, **data):
    return client.post(reverse(f"intake:{page}", args=args), data, follow=True)


class TestListing:
    def test_an_empty_room_says_what_to_do(self, client, ha):
        assert "Nhận văn bản đầu tiên" in words_of(client.get(reverse("intake:listing")))

    def test_words_without_marks_find_a_heading(self, client, office):
        a_document(at=office, title="Lấy ý kiến nhân dân")
        a_document(at=office, title="Phòng cháy")

        page = words_of(client.get(reverse("intake:listing"), {"q": "lay y kien"}))

        assert "Lấy ý kiến nhân dân" in page
        assert "Phòng cháy" not in page

    def test_a_state_filters_and_nonsense_does_not(self, client, office):
        a_document(at=office, title="Đang làm")

        assert "Đang làm" not in words_of(client.get(reverse("intake:listing"), {"state": "confirmed"}))
        assert "Đang làm" in words_of(client.get(reverse("intake:listing"), {"state": "nonsense", "page": "x"}))

    def test_more_documents_are_no_more_questions(self, client, office, django_assert_max_num_queries):
        for number in range(12):
            a_mark(a_document(at=office, title=f"Kế hoạch {number}"))

        with django_assert_max_num_queries(8):
            client.get(reverse("intake:listing"))


class TestTakingIn:
    def test_a_pasted_text_opens_for_marking(self, client, office):
        page = send(client, "taking_in", **facts(office))

        document = Document.objects.get()
        assert page.redirect_chain[-1][0] == reverse("intake:document", args=[document.pk])
        assert (document.issuer, document.number) == (office, "31/KH-UBND")
        assert page.client.cookies["draft_done"].value == "intake-new"

    def test_a_file_is_read_and_kept(self, client, office):
        upload = SimpleUploadedFile("ke-hoach.txt", TEXT.encode(), content_type="text/plain")

        send(client, "taking_in", **facts(office, text="", upload=upload))

        document = Document.objects.get()
        assert "Tổ chức tập huấn" in document.text
        assert document.file.name == "ke-hoach.txt"
        answer = client.get(reverse("intake:original", args=[document.pk]))
        assert b"".join(answer.streaming_content) == TEXT.encode()

    def test_a_file_and_pasted_words_together_are_asked_about(self, client, office):
        upload = SimpleUploadedFile("ke-hoach.txt", TEXT.encode(), content_type="text/plain")

        page = send(client, "taking_in", **facts(office, upload=upload))

        assert "bỏ bớt một trong hai" in words_of(page)
        assert not Document.objects.exists()

    def test_neither_text_nor_file_is_said_beside_the_field(self, client, office):
        page = send(client, "taking_in", **facts(office, text=" "))

        assert "Hãy dán nội dung văn bản vào đây" in words_of(page)
        assert "Thực hiện dân chủ" in words_of(page)

    @pytest.mark.parametrize(("name", "most"), [("title", 500), ("number", 60), ("issuer", 300)])
    def test_what_is_too_long_is_said_and_kept(self, client, office, name, most):
        typed = "x" * 10_000

        page = send(client, "taking_in", **facts(office, **{name: typed}))

        assert f"{most}" in str(page.context["form"].errors[name])
        assert f'value="{typed}"' in words_of(page)
        assert Document.objects.count() == 0

    def test_no_browser_cuts_what_is_pasted(self, client, ha):
        assert "maxlength" not in words_of(client.get(reverse("intake:taking_in")))

    def test_the_page_says_honestly_that_words_or_a_file_are_needed(self, client, ha):
        form = client.get(reverse("intake:taking_in")).context["form"]

        assert form["text"].label == "Dán nội dung, hoặc chọn tệp"
        assert form.fields["text"].required

    @pytest.mark.parametrize("day", ["31/1/1926", "31/1/2062"])
    def test_an_unlikely_day_is_asked_about_and_kept_when_meant(self, client, office, day):
        page = words_of(send(client, "taking_in", **facts(office, issued_on=day)))
        assert "có vẻ nhầm" in page
        assert 'name="day_is_meant"' in page
        assert day in page

        send(client, "taking_in", **facts(office, issued_on=day, day_is_meant="on"))
        assert str(Document.objects.get().issued_on.year) == day[-4:]

    def test_a_likely_day_is_not_asked_about(self, client, ha):
        assert "day_is_meant" not in words_of(client.get(reverse("intake:taking_in")))

    def test_a_twin_is_linked_before_anything_is_made(self, client, office):
        first = a_numbered_document(at=office)

        page = send(client, "taking_in", **facts(office, text="Văn bản khác"))

        assert reverse("intake:document", args=[first.pk]) in words_of(page)
        assert "vẫn tạo" in words_of(page)
        assert Document.objects.count() == 1

    def test_whoever_insists_creates_it(self, client, office):
        a_numbered_document(at=office)

        send(client, "taking_in", **facts(office, is_another="on"))

        assert Document.objects.count() == 2

    def test_a_file_need_not_be_chosen_twice(self, client, office):
        a_numbered_document(at=office)
        upload = SimpleUploadedFile("ke-hoach.txt", "Chữ trong tệp".encode(), content_type="text/plain")
        page = send(client, "taking_in", **facts(office, text="", upload=upload))
        form = page.context["form"]

        send(
            client,
            "taking_in",
            **facts(office, text=form["text"].value(), kept_file=form["kept_file"].value(), is_another="on"),
        )

        latest = Document.objects.latest("pk")
        assert (latest.text, latest.file.name) == ("Chữ trong tệp", "ke-hoach.txt")

    def test_a_kept_file_cannot_be_made_up(self, client, office):
        send(client, "taking_in", **facts(office, kept_file="1"))

        assert Document.objects.get().file is None

    @pytest.mark.parametrize(
        ("name", "make"),
        [
            ("ke-hoach.docx", lambda: a_word_file(p("Kế hoạch số 31") + p("Tổ chức tập huấn"))),
            ("ke-hoach.html", "<html><p>Kế hoạch số 31<p>Tổ chức tập huấn<script>x()</script>".encode),
            ("ke-hoach.txt", lambda: "Kế hoạch số 31\nTổ chức tập huấn".encode("utf-16")),
            ("ke-hoach.txt", lambda: "KÕ ho¹ch sè 31\nTæ chøc tËp huÊn".encode("latin-1")),
        ],
        ids=["word", "page", "utf-16", "tcvn3"],
    )
    def test_files_of_many_kinds_are_read_and_kept(self, client, office, name, make):
        upload = SimpleUploadedFile(name, make())

        send(client, "taking_in", **facts(office, text="", upload=upload))

        document = Document.objects.get()
        assert document.text == "Kế hoạch số 31\nTổ chức tập huấn"
        assert document.file.name == name
        assert not document.file.content_type.startswith("text/html")

    def test_what_is_to_be_known_of_a_file_is_said(self, client, office):
        words = "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
        upload = SimpleUploadedFile("a.docx", a_word_file(p("Tổ chức tập huấn cho cán bộ", runs=words)))

        page = send(client, "taking_in", **facts(office, text="", upload=upload))

        assert "dấu vết sửa đổi" in words_of(page)

    def test_a_file_that_gives_no_text_is_kept_beside_the_box_for_its_words(self, client, office):
        upload = SimpleUploadedFile("trong.docx", a_word_file(p()))
        page = send(client, "taking_in", **facts(office, text="", upload=upload))
        form = page.context["form"]
        assert "Không tìm thấy chữ" in str(form.errors["upload"])
        assert "hãy dán chữ của tệp vào ô trên" in words_of(page)

        send(client, "taking_in", **facts(office, text="Tổ chức tập huấn", kept_file=form["kept_file"].value()))

        document = Document.objects.get()
        assert (document.text, document.file.name) == ("Tổ chức tập huấn", "trong.docx")

    def test_a_scan_gets_a_sentence(self, client, office):
        upload = SimpleUploadedFile("quet.pdf", b"%PDF-1.4\n%%EOF", content_type="application/pdf")

        page = send(client, "taking_in", **facts(office, text="", upload=upload))

        assert not Document.objects.exists()
        assert page.context["form"].errors["upload"]

    @pytest.mark.parametrize(
        ("typed", "says"), [("Bộ Không Có", "Không có đơn vị nào"), ("Phòng", "Có nhiều đơn vị như vậy")]
    )
    def test_an_issuer_that_is_not_clear_is_asked_again(self, client, office, typed, says):
        a_body("Phòng Nội vụ", parent=office)
        a_body("Phòng Tư pháp", parent=office)

        assert says in words_of(send(client, "taking_in", **facts(office, issuer=typed)))

    def test_an_issuer_is_known_by_its_name_without_marks(self, client, office):
        send(client, "taking_in", **facts(office, issuer=office.full_name.lower()))

        assert Document.objects.get().issuer == office

    def test_who_acts_for_two_units_chooses(self, client):
        lan = a_person("Trần Thị Lan")
        one, other = a_committee(), a_committee()
        with_role(lan, "officer", one)
        with_role(lan, "officer", other)
        sign_in(client, lan)

        send(client, "taking_in", **facts(one, owner=other.pk))

        assert Document.objects.get().owner == other

    def test_a_foreign_owner_is_not_a_choice(self, client, office):
        send(client, "taking_in", **facts(office, owner=a_committee().pk))

        assert not Document.objects.exists()


class TestMarking:
    @pytest.fixture
    def document(self, office, ha):
        return a_document(at=office, by=ha)

    def number_of(self, document, words):
        return next(line.number for line in paragraphs(document.text) if words in line.text)

    def test_a_ticked_paragraph_opens_as_a_task(self, client, document):
        page = send(client, "marking", document.pk, paragraph=self.number_of(document, TRAINING))

        mark = Mark.objects.get()
        assert mark.text == TRAINING[3:]
        assert page.context["current"] == mark
        assert 'id="mark"' in words_of(page)

    def test_what_was_chosen_with_the_mouse_comes_before_ticks(self, client, document):
        start = document.text.index(TRAINING)

        send(client, "marking", document.pk, start=start, end=start + len(TRAINING), paragraph=1)

        assert Mark.objects.get().start == start

    def test_an_overlap_is_said_on_the_page(self, client, document):
        a_mark(document)
        address = reverse("intake:document", args=[document.pk])

        answer = client.post(
            reverse("intake:marking", args=[document.pk]),
            {"paragraph": self.number_of(document, TRAINING)},
            HTTP_REFERER=f"http://testserver{address}",
            follow=True,
        )

        assert "chồng lên nhiệm vụ 1" in words_of(answer)

    def test_a_line_gives_its_words_with_one_click_and_keeps_what_was_typed(self, client, document):
        mark = a_mark(document)
        line = self.number_of(document, "chủ trì: UBND xã")

        send(client, "giving", document.pk, mark.pk, give=f"lead:{line}", label="b)", text="Mở lớp tập huấn")

        mark.refresh_from_db()
        assert (mark.lead_words, mark.text) == ("UBND xã", "Mở lớp tập huấn")

    def test_a_wrong_date_stays_in_the_form(self, client, document):
        mark = a_mark(document)

        page = send(client, "wording", document.pk, mark.pk, label="b)", text="Mở lớp", due="31/2/2026")

        assert "Chưa đọc được ngày này" in words_of(page)
        assert "31/2/2026" in words_of(page)
        assert "Mở lớp" in words_of(page)

    def test_a_mark_is_worded(self, client, document):
        mark = a_mark(document)

        page = send(client, "wording", document.pk, mark.pk, label="b)", text="Mở lớp", due="30/9/2026")

        assert "Đã lưu nhiệm vụ" in words_of(page)
        assert str(Mark.objects.get().due) == "2026-09-30"

    def test_a_deadline_before_the_document_is_asked_about_and_kept_when_meant(self, client, office):
        mark = a_mark(a_numbered_document(at=office))
        said = {"label": "b", "text": "Mở lớp", "due": "30/1/2026"}

        page = words_of(send(client, "wording", mark.document_id, mark.pk, **said))
        assert "trước ngày ban hành văn bản (31/01/2026)" in page
        assert Mark.objects.get().due is None

        send(client, "wording", mark.document_id, mark.pk, **said, day_is_meant="on")
        assert str(Mark.objects.get().due) == "2026-01-30"
        assert "Đã lưu nhiệm vụ" in words_of(send(client, "wording", mark.document_id, mark.pk, **said))

    def test_saving_may_lead_on_to_the_next_task_and_closes_behind_the_last(self, client, document):
        first, last = a_mark(document), a_mark(document, "c) Báo cáo kết quả thi hành Luật.")

        page = send(client, "wording", document.pk, first.pk, label="b", text="Mở lớp", next="1")
        assert page.context["current"] == last
        assert "Lưu và đóng" in words_of(page)
        page = send(client, "wording", document.pk, last.pk, label="c", text="Báo cáo", next="1")
        assert page.context["current"] is None
        assert [mark.text for mark in document.marks.order_by("start")] == ["Mở lớp", "Báo cáo"]

    def test_words_too_long_for_a_task_are_said_and_kept(self, client, document):
        mark = a_mark(document)

        page = words_of(send(client, "wording", document.pk, mark.pk, label="x" * 41, text="Mở lớp"))

        assert "x" * 41 in page
        assert "Đã lưu nhiệm vụ" not in page

    def test_split_and_join(self, client, document):
        mark = a_mark(document, "- Cơ quan chủ trì: UBND xã.\n- Thời gian thực hiện: Quý III năm 2026.")
        place = document.text.index("- Thời gian thực hiện: Quý III")

        send(client, "splitting", document.pk, mark.pk, at=place, label="", text=mark.text)
        assert document.marks.count() == 2
        send(client, "joining", document.pk, mark.pk, label="", text="Cơ quan chủ trì")
        assert document.marks.count() == 1

    def test_a_place_to_split_that_is_none_is_said(self, client, document):
        mark = a_mark(document)

        page = send(client, "splitting", document.pk, mark.pk, at="x", label="b)", text=mark.text)

        assert "Chỗ tách phải nằm giữa nhiệm vụ" in words_of(page)

    def test_a_removal_is_undone(self, client, document):
        mark = a_mark(document)

        page = send(client, "removing", document.pk, mark.pk)
        assert "Hoàn tác" in words_of(page)
        page = send(client, "putting_back", document.pk)
        assert page.context["current"].text == mark.text
        assert "Không còn gì để hoàn tác" in words_of(send(client, "putting_back", document.pk))

    def test_lines_behind_the_task_offer_themselves_until_the_next_item(self, client, document):
        mark = a_mark(document)

        page = client.get(reverse("intake:document", args=[document.pk]), {"nhiem-vu": mark.pk})

        offered = [line.paragraph.text for line in page.context["lines"] if line.offers]
        assert offered == [TRAINING, "- Cơ quan chủ trì: UBND xã.", "- Thời gian thực hiện: Quý III năm 2026."]

    def test_the_text_on_the_page_is_the_text(self, client, document):
        a_mark(document)

        page = client.get(reverse("intake:document", args=[document.pk]))

        for line in page.context["lines"]:
            assert "".join(spot.text for spot in line.spots) == line.paragraph.text

    def test_more_marks_are_no_more_questions(self, client, document, django_assert_max_num_queries):
        for line in paragraphs(document.text)[4:]:
            a_mark(document, line.text)

        with django_assert_max_num_queries(13):
            client.get(reverse("intake:document", args=[document.pk]), {"nhiem-vu": Mark.objects.first().pk})


class TestOtherPages:
    def test_facts_are_corrected(self, client, office, ha):
        document = a_document(at=office, by=ha)

        send(client, "correcting", document.pk, **facts(office, title="Đúng hơn"))

        document.refresh_from_db()
        assert document.title == "Đúng hơn"

    def test_set_aside_and_brought_back(self, client, office, ha):
        document = a_document(at=office, by=ha)

        assert send(client, "setting_aside", document.pk, reason="").context["form"].errors["reason"]
        send(client, "setting_aside", document.pk, reason="Nhập nhầm")
        document.refresh_from_db()
        assert document.state == "set_aside"
        page = send(client, "bringing_back", document.pk)
        assert "Đã mở lại văn bản" in words_of(page)

    def test_there_is_not_always_a_file(self, client, office, ha):
        document = a_document(at=office, by=ha)

        assert client.get(reverse("intake:original", args=[document.pk])).status_code == 404
