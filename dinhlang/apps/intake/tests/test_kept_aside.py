"""What is locked, cut off or carries macros is kept when it arrives; the page says what happened and what to do."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dinhlang.apps.files.tests.factories import PDF
from dinhlang.apps.intake.models import Document
from dinhlang.apps.intake.tests.opening.making import PLAN, a_word_file, p
from dinhlang.apps.people.tests.factories import a_program, an_officer, sign_in
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.base.testing import status_of, text_of

pytestmark = pytest.mark.django_db
WORDS = "".join(p(line) for line in PLAN)
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage\0".encode("utf-16-le")
CUT = a_word_file(WORDS)[:-200]
MACROS = a_word_file(WORDS, more={"word/vbaProject.bin": b"x"})


@pytest.fixture
def office():
    return a_committee()


@pytest.fixture
def ha(client, office):
    return sign_in(client, an_officer(at=office))


def hand_in(client, content, name, **more):
    data = {"upload": SimpleUploadedFile(name, content), "owner": client.office.pk, **more}
    return client.post(reverse("intake:arriving"), data, follow=True)


@pytest.fixture
def here(client, ha, office):
    client.office = office
    return client


@pytest.mark.parametrize(
    ("content", "name", "happened", "todo"),
    [
        (LOCKED, "mật.docx", "khóa bằng mật khẩu nên máy không đọc được", "bỏ mật khẩu, lưu lại rồi gửi bản mới"),
        (CUT, "đứt.docx", "bị hỏng hoặc chưa tải xong", "Hãy mở thử trên máy"),
        (PDF[:30], "đứt.pdf", "bị hỏng hoặc chưa tải xong", "hoặc dán nội dung"),
    ],
)
def test_what_cannot_be_read_is_kept_and_the_page_says_what_happened_and_what_to_do(
    here, content, name, happened, todo
):
    page = hand_in(here, content, name)

    document = Document.objects.get()
    assert (document.state, document.file.name) == ("unread", name)
    assert happened in text_of(page) and todo in text_of(page)
    assert "Gửi bản đã sửa" in text_of(page) and "Đọc lại từ tệp gốc" not in text_of(page)
    original = here.get(reverse("intake:original", args=[document.pk]))
    assert original["Content-Disposition"].startswith("attachment;")
    assert b"".join(original.streaming_content) == content


def test_its_words_are_pasted_beside_it_and_it_goes_on(here):
    hand_in(here, LOCKED, "mật.docx")
    document = Document.objects.get()

    here.post(reverse("intake:pasting", args=[document.pk]), {"text": "\n".join(PLAN)})

    document.refresh_from_db()
    assert (document.state, document.file.quarantine) == ("marking", "locked")


def test_a_file_with_macros_is_read_without_them_and_flagged_wherever_it_is_offered(here):
    page = hand_in(here, MACROS, "lệnh.docm")

    document = Document.objects.get()
    assert (document.state, document.file.quarantine) == ("marking", "macros")
    assert "macro không được chạy" in text_of(page) and "có macro" in text_of(page)
    assert "đừng bật macro" in text_of(here.get(reverse("intake:document", args=[document.pk])))


def test_nobody_sees_it_shown_and_strangers_do_not_get_it(client, here):
    hand_in(here, PDF[:30], "đứt.pdf")
    document = Document.objects.get()

    addresses = [reverse("intake:picture", args=[document.pk]), reverse("intake:page", args=[document.pk, 1])]
    assert [status_of(here.get(address)) for address in addresses] == [404, 404]
    sign_in(client, an_officer(at=a_committee()))

    assert status_of(client.get(reverse("intake:original", args=[document.pk]))) == 404


def test_by_hand_the_file_stays_and_the_words_are_asked_for(here, office):
    facts = {"kind": "KH", "number": "1/KH-UBND", "issued_on": "2026-03-01", "issuer": office.code, "owner": office.pk}

    sent = {**facts, "title": "Kế hoạch", "text": "", "upload": SimpleUploadedFile("mật.docx", LOCKED)}
    page = here.post(reverse("intake:taking_in"), sent)

    assert "Bản gốc vẫn được giữ" in text_of(page) and "Đã giữ tệp mật.docx" in text_of(page)


def test_a_program_is_told_in_the_answer(client, office):
    token = a_program(at=office, words=["plans.read", "intake.take_in"])
    facts = {"content_type": "application/octet-stream", "headers": {"authorization": f"Bearer {token}"}}

    answer = client.post("/api/v1/van-ban-den?ten=mat.docx", LOCKED, **facts)

    assert answer.status_code == 202
    assert Document.objects.get().file.quarantine == "locked"
