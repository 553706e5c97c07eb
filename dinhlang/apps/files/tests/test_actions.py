"""Keeping a file: what comes in comes out, what is wrong gets a sentence and leaves nothing."""

import io

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from dinhlang.apps.files import public as files
from dinhlang.apps.files.tests import factories
from dinhlang.apps.files.tests.factories import an_upload
from dinhlang.apps.people.tests.factories import NOW

pytestmark = pytest.mark.django_db


def keep(content, name="tep.bin"):
    return files.store(an_upload(content, name), by=None, now=NOW)


def bytes_of(blob):
    with default_storage.open(blob) as file:
        return file.read()


def test_what_comes_in_comes_out_unchanged():
    photo = factories.a_photo_with_its_place()

    stored = keep(photo, "Ảnh niêm yết.jpg")

    assert bytes_of(stored.blob) == photo
    assert (stored.name, stored.content_type, stored.size) == ("Ảnh niêm yết.jpg", "image/jpeg", len(photo))


def test_the_small_picture_carries_neither_place_nor_camera():
    stored = keep(factories.a_photo_with_its_place(), "ảnh.jpg")

    small = Image.open(io.BytesIO(bytes_of(stored.thumbnail)))

    assert max(small.size) <= 480
    assert not small.getexif()


def test_the_same_bytes_are_kept_once_under_both_names():
    first, second = keep(b"%PDF-1.7 a", "một.pdf"), keep(b"%PDF-1.7 a", "hai.pdf")

    assert first.blob == second.blob
    assert {first.name, second.name} == {"một.pdf", "hai.pdf"}


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "trống.pdf", "trống"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04", "báo cáo.pdf", "không thuộc loại nhận được"),
        (factories.a_picture()[:900], "cắt cụt.jpg", "không phải ảnh"),
        (b"\x89PNG\r\n\x1a\nkhong phai anh", "giả.png", "không phải ảnh"),
        (factories.an_archive({"a.txt": b"x"}), "nén.zip", "không thuộc loại nhận được"),
        (factories.a_word_document()[:-300], "hỏng.docx", "không thuộc loại nhận được"),
        (factories.a_bomb(), "bom.docx", "quá lớn"),
        (factories.with_macros(), "macro.docx", "macro"),
        (factories.that_leads_out(), "lối ra.docx", "đường dẫn lạ"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_leaves_nothing(content, name, words):
    with pytest.raises(files.CannotStore) as refusal:
        keep(content, name)

    assert words in str(refusal.value)
    assert not files.StoredFile.objects.exists()


def test_too_many_pixels_are_refused_before_they_fill_the_memory():
    with pytest.raises(files.CannotStore, match="triệu điểm ảnh"):
        keep(factories.a_picture(size=(9000, 7000), form="PNG"), "to.png")


def test_a_file_over_the_limit_is_told_both_sizes(settings):
    settings.UPLOAD_LIMIT = 1000

    with pytest.raises(files.CannotStore) as refusal:
        keep(b"%PDF-1.7" + b" " * 2000, "nặng.pdf")

    assert "quá mức" in str(refusal.value)


def test_a_crash_between_bytes_and_row_leaves_no_row(monkeypatch):
    monkeypatch.setattr(files.StoredFile.objects, "create", lambda **facts: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        keep(b"%PDF-1.7", "a.pdf")

    assert not files.StoredFile.objects.exists()
