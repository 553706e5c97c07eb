import io
import struct
import zipfile
import zlib

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from dinhlang.apps.audit import public as audit
from dinhlang.apps.files import checks
from dinhlang.apps.files import public as files
from dinhlang.apps.files.checks import archives, pictures
from dinhlang.apps.files.models import StoredFile
from dinhlang.apps.files.tests.factories import (
    NOW,
    PDF,
    a_docx,
    a_picture,
    a_stored_file,
    a_zip,
    an_odt,
    an_upload,
    an_xlsx,
)
from dinhlang.apps.people.tests.factories import an_officer

pytestmark = pytest.mark.django_db

MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\x00" * 200
OGG = b"OggS\x00\x02" + b"\x00" * 200
MP4 = b"\x00\x00\x00\x20ftypisom" + b"\x00" * 200
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def kept_under(name):
    with default_storage.open(name) as kept:
        return kept.read()


@pytest.mark.parametrize(
    ("make", "sent", "content_type", "kept"),
    [
        (lambda: PDF, "Biên bản.pdf", "application/pdf", "Biên bản.pdf"),
        (lambda: PDF, "Biên bản.docx", "application/pdf", "Biên bản.pdf"),
        (a_docx, "Kế hoạch.docx", DOCX, "Kế hoạch.docx"),
        (a_docx, "Kế hoạch.zip", DOCX, "Kế hoạch.docx"),
        (an_xlsx, "a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "a.xlsx"),
        (an_odt, "a.odt", "application/vnd.oasis.opendocument.text", "a.odt"),
        (a_picture, "ảnh.JPG", "image/jpeg", "ảnh.jpg"),
        (lambda: a_picture("PNG", mode="P"), "ảnh.jpg", "image/png", "ảnh.png"),
        (lambda: a_picture("PNG", mode="I;16"), "ảnh.png", "image/png", "ảnh.png"),
        (lambda: a_picture("PNG", mode="RGBA"), "ảnh.png", "image/png", "ảnh.png"),
        (lambda: a_picture("JPEG", mode="CMYK"), "ảnh.jpg", "image/jpeg", "ảnh.jpg"),
        (lambda: a_picture("WEBP"), "ảnh.webp", "image/webp", "ảnh.webp"),
        (lambda: a_picture("GIF", mode="P"), "ảnh.gif", "image/gif", "ảnh.gif"),
        ("Họ và tên;Thôn\n".encode, "hộ.csv", "text/plain", "hộ.csv"),
        (lambda: "Họ và tên".encode("utf-16"), "hộ.txt", "text/plain", "hộ.txt"),
        (lambda: an_old_office_file("WordDocument"), "Công văn.doc", "application/msword", "Công văn.doc"),
        (lambda: an_old_office_file("Workbook"), "hộ.doc", "application/vnd.ms-excel", "hộ.xls"),
        (lambda: rb"{\rtf1\ansi Ke hoach}", "a.doc", "application/rtf", "a.rtf"),
        (lambda: "C¨n cø LuËt Thùc hiÖn d©n chñ".encode("latin-1"), "cũ.txt", "text/plain", "cũ.txt"),
        (lambda: MP3, "họp.mp3", "audio/mpeg", "họp.mp3"),
        (lambda: b"\xff\xfb\x90\x64" + b"\x00" * 400, "họp.mp3", "audio/mpeg", "họp.mp3"),
        (lambda: OGG, "họp.ogg", "audio/ogg", "họp.ogg"),
        (lambda: MP4, "họp.mp4", "video/mp4", "họp.mp4"),
    ],
)
def test_a_file_is_what_its_content_says(make, sent, content_type, kept):
    content = make()

    stored = a_stored_file(content, sent)

    assert (stored.name, stored.content_type, stored.size) == (kept, content_type, len(content))
    assert kept_under(stored.blob) == content
    assert bool(stored.thumbnail) is stored.is_picture


def an_old_office_file(*parts):
    names = b"".join(part.encode("utf-16-le").ljust(64, b"\x00") for part in parts)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504 + names


def a_bomb():
    return a_zip({"[Content_Types].xml": "<Types/>", "word/document.xml": b"0" * (archives.SMALL * 8)})


def a_lying_bomb():
    """Its directory says that nothing much is inside."""
    bomb = bytearray(a_bomb())
    entry = bomb.rindex(b"PK\x01\x02")
    struct.pack_into("<I", bomb, entry + 24, 1000)
    return bytes(bomb)


def a_locked_zip():
    content = bytearray(a_zip({"[Content_Types].xml": "<Types/>", "word/document.xml": "x"}))
    for place in range(len(content)):
        if content[place : place + 4] == b"PK\x01\x02":
            content[place + 8] |= 1
    return bytes(content)


def a_chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def a_heavy_png_that_is_small():
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + a_chunk(b"IHDR", header) + a_chunk(b"IDAT", b"")


def one_a_little_too_heavy():
    header = struct.pack(">IIBBBBB", 12_000, 12_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + a_chunk(b"IHDR", header) + a_chunk(b"IDAT", b"")


@pytest.mark.parametrize(
    ("make", "sent", "says"),
    [
        (lambda: b"", "trống.pdf", "“trống.pdf” trống"),
        (lambda: b"MZ\x90\x00" + b"\x00" * 300, "hoá đơn.pdf", "Chưa nhận được loại tệp"),
        (lambda: b"\x7fELF" + b"\x01" * 100, "a.txt", "Chưa nhận được loại tệp"),
        (lambda: b"<!DOCTYPE html><script>alert(1)</script>", "a.txt", "Chưa nhận được loại tệp"),
        (lambda: b"  <svg xmlns='http://www.w3.org/2000/svg' onload='x'/>", "a.png", "Chưa nhận được loại tệp"),
        (lambda: b"\xef\xbb\xbf<script>", "a.txt", "Chưa nhận được loại tệp"),
        (lambda: a_zip({"a.txt": "x"}), "a.zip", "Chưa nhận được loại tệp"),
        (lambda: a_zip({"word/evil.xml": "x"}), "a.docx", "Chưa nhận được loại tệp"),
        (lambda: b"Rar!\x1a\x07\x00" + b"\x00" * 50, "a.pdf", "Chưa nhận được loại tệp"),
        (lambda: a_picture("PNG")[:60], "ảnh.png", "không mở được như ảnh"),
        (lambda: a_picture("JPEG", size=(400, 400))[:-400], "ảnh.jpg", "không mở được như ảnh"),
        (lambda: b"\x89PNG\r\n\x1a\n" + b"not a picture", "ảnh.png", "không mở được như ảnh"),
        (lambda: b"RIFF\x00\x00\x00\x00WEBP", "ảnh.webp", "không mở được như ảnh"),
        (a_heavy_png_that_is_small, "ảnh.png", "quá nhiều điểm ảnh"),
        (one_a_little_too_heavy, "ảnh.png", "quá nhiều điểm ảnh"),
        (lambda: b"\x00\x00\x00\x18ftypheic" + b"\x00" * 90, "ảnh.heic", "dạng HEIC"),
        (lambda: PDF[:30], "a.pdf", "bị hỏng hoặc chưa tải xong"),
        (lambda: a_docx()[:-500], "a.docx", "bị hỏng hoặc chưa tải xong"),
        (lambda: a_docx()[:300] + b"\xff" * 40 + a_docx()[340:], "a.docx", "bị hỏng hoặc chưa tải xong"),
        (a_bomb, "a.docx", "bung ra lớn bất thường"),
        (a_lying_bomb, "a.docx", "bung ra lớn bất thường|bị hỏng"),
        (lambda: a_zip({f"word/{n}": "" for n in range(archives.MOST_MEMBERS + 1)}), "a.docx", "bung ra lớn"),
        (lambda: a_zip({"[Content_Types].xml": "", "word/vbaProject.bin": "x"}), "a.docx", "có chứa macro"),
        (lambda: an_odt(**{"Basic/script.xml": "x"}), "a.odt", "có chứa macro"),
        (a_locked_zip, "a.docx", "khóa bằng mật khẩu"),
        (lambda: an_odt(**{"META-INF/manifest.xml": "<manifest:algorithm/>"}), "a.odt", "khóa bằng mật khẩu"),
        (lambda: an_old_office_file("EncryptedPackage"), "a.docx", "khóa bằng mật khẩu"),
        (lambda: an_old_office_file("WordDocument", "_VBA_PROJECT"), "a.doc", "có chứa macro"),
        (lambda: an_old_office_file("\x05HwpSummary"), "a.doc", "Chưa nhận được loại tệp"),
        (lambda: a_zip({"[Content_Types].xml": "", "word/../../etc/cron.d/x": "x"}), "a.docx", "đường dẫn lạ"),
        (lambda: bytes(range(256)) * 3, "a.txt", "Chưa nhận"),
        (lambda: b"\xb5\xb6\xb8 C\xa9ng ho\xb5 x\xb7 h\xe9i" * 20, "a.txt", "bảng mã cũ|Chưa nhận"),
    ],
)
def test_what_is_not_kept_is_refused_with_its_cure(make, sent, says):
    with pytest.raises(files.CannotStore, match=says) as refused:
        a_stored_file(make(), sent)

    assert sent in str(refused.value)
    assert StoredFile.objects.count() == 0


def test_a_file_over_the_limit_is_refused_with_both_sizes(settings):
    settings.UPLOAD_LIMIT = 1024 * 1024

    with pytest.raises(files.CannotStore, match=r"nặng 2[,.]0.MB, mỗi tệp nhiều nhất 1[,.]0.MB"):
        a_stored_file(PDF + b" " * 2 * 1024 * 1024)


def test_the_same_bytes_are_kept_once_under_each_name():
    first, second = a_stored_file(name="a.pdf"), a_stored_file(name="b.pdf")

    assert (first.blob, first.name, second.name) == (second.blob, "a.pdf", "b.pdf")
    assert first.blob == f"{first.sha256[:2]}/{first.sha256[2:4]}/{first.sha256}"
    assert len(default_storage.listdir(f"{first.sha256[:2]}/{first.sha256[2:4]}")[1]) == 1


def test_bytes_cut_short_by_a_crash_are_left_aside():
    whole = a_stored_file()
    StoredFile.objects.all().delete()
    default_storage.delete(whole.blob)
    default_storage.save(whole.blob, ContentFile(PDF[:5]))

    again = a_stored_file()

    assert kept_under(again.blob) == PDF


def test_no_row_is_written_when_the_bytes_cannot_be(monkeypatch):
    def full(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr(FileSystemStorage, "save", full)

    with pytest.raises(OSError, match="No space"):
        a_stored_file()

    assert StoredFile.objects.count() == 0


def test_who_sent_what_is_on_record():
    ha = an_officer()

    stored = files.store(an_upload(), by=ha, now=NOW)

    entry = audit.Entry.objects.get(act="files.stored")
    after = {"sha256": stored.sha256, "sent": stored.sha256, "size": len(PDF)}
    assert (entry.actor, entry.moment, entry.after) == (ha, NOW, after)
    assert (stored.stored_by, stored.stored_at) == (ha, NOW)


def test_a_picture_keeps_its_pixels_and_loses_what_the_camera_wrote():
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh"
    exif[0x0112] = 6  # turned
    exif.get_ifd(0x8825)[1] = "N"
    content = a_picture("JPEG", size=(1200, 600), exif=exif)

    stored = a_stored_file(content, "ảnh.jpg")

    small = Image.open(io.BytesIO(kept_under(stored.thumbnail)))
    kept = Image.open(io.BytesIO(kept_under(stored.blob)))
    assert kept.tobytes() == Image.open(io.BytesIO(content)).tobytes()
    assert dict(kept.getexif()) == {0x0112: 6}
    assert (small.format, small.size) == ("WEBP", (240, 480))
    assert dict(small.getexif()) == {}
    assert "exif" not in small.info


def test_a_real_bomb_is_never_unpacked_in_full(monkeypatch):
    monkeypatch.setattr(archives, "_check_directory", lambda members: None)

    with pytest.raises(checks.Unfit):
        checks.kind_of(io.BytesIO(a_bomb()))


def test_a_warning_about_size_is_a_refusal(monkeypatch):
    monkeypatch.setattr(pictures, "MOST_PIXELS", 100)

    with pytest.raises(files.CannotStore, match="quá nhiều điểm ảnh"):
        a_stored_file(a_picture(), "ảnh.jpg")


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(
        [
            b"",
            b"%PDF-",
            b"PK\x03\x04",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff",
            b"GIF89a",
            b"ID3\x03",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"\x00\x00\x00\x18ftyp",
        ]
    ),
    st.binary(max_size=300),
)
def test_any_bytes_are_known_or_refused(beginning, rest):
    try:
        checks.kind_of(io.BytesIO(beginning + rest))
    except checks.Unfit as unfit:
        assert unfit.reason in checks.Reason


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_to_a_document_is_met_with_an_answer(data):
    content = bytearray(a_zip({"[Content_Types].xml": "<Types/>" * 9, "word/document.xml": "xin chào " * 40}))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        checks.kind_of(io.BytesIO(bytes(content)))
    except checks.Unfit as unfit:
        assert unfit.reason in checks.Reason


def test_a_zip_without_packing_is_welcome_too():
    stored = a_stored_file(
        a_zip({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "x"}, packing=zipfile.ZIP_STORED), "a.xlsx"
    )

    assert stored.name == "a.xlsx"


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_other_pictures_lose_their_traces_too(form):
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh"
    content = a_picture(form, exif=exif)

    kept = Image.open(io.BytesIO(kept_under(a_stored_file(content, "ảnh").blob)))

    assert dict(kept.getexif()) == {}
    assert kept.convert("RGB").tobytes() == Image.open(io.BytesIO(content)).convert("RGB").tobytes()


def a_macro_file(**more):
    return a_zip({"[Content_Types].xml": "<Types/>", "word/document.xml": "x", "word/vbaProject.bin": "x"} | more)


NOT_AS_IT_SHOULD_BE = [
    (a_locked_zip, "mật.docx", "locked"),
    (lambda: an_old_office_file("EncryptedPackage"), "mật.docx", "locked"),
    (lambda: an_odt(**{"META-INF/manifest.xml": "<manifest:algorithm/>"}), "mật.odt", "locked"),
    (lambda: PDF[:30], "đứt.pdf", "broken"),
    (lambda: a_docx()[:-500], "đứt.docx", "broken"),
    (lambda: a_picture("JPEG", size=(400, 400))[:-400], "đứt.jpg", "broken"),
    (a_macro_file, "lệnh.docm", "macros"),
    (lambda: an_old_office_file("WordDocument", "_VBA_PROJECT"), "lệnh.doc", "macros"),
]


@pytest.mark.parametrize(("make", "sent", "why"), NOT_AS_IT_SHOULD_BE)
def test_a_room_that_must_lose_nothing_keeps_it_aside_byte_for_byte(make, sent, why):
    content = make()

    stored = files.store(an_upload(content, sent), by=None, now=NOW, quarantines=True)

    assert (stored.quarantine, stored.name, stored.content_type) == (why, sent, "application/octet-stream")
    assert (kept_under(stored.blob), stored.thumbnail) == (content, "")
    assert sent in stored.caution and stored.may_be_read is (why == "macros")
    assert audit.Entry.objects.get(act="files.stored").after["quarantine"] == why


@pytest.mark.parametrize(
    ("make", "sent"),
    [
        (a_locked_zip, "mật.zip"),
        (a_macro_file, "lệnh.docm.exe"),
        (lambda: PDF[:30], "đứt"),
        (a_bomb, "a.docx"),
        (lambda: b"MZ\x90\x00" + b"\x00" * 300, "hoá đơn.pdf"),
        (a_heavy_png_that_is_small, "ảnh.png"),
        (lambda: a_zip({"[Content_Types].xml": "", "word/../../etc/cron.d/x": "x"}), "a.docx"),
        (lambda: b"", "trống.docx"),
    ],
)
def test_what_does_not_call_itself_a_document_or_harms_is_refused_even_there(make, sent):
    with pytest.raises(files.CannotStore):
        files.store(an_upload(make(), sent), by=None, now=NOW, quarantines=True)

    assert StoredFile.objects.count() == 0
