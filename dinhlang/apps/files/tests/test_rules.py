import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinhlang.apps.files.rules import OutOfReach, Span, clean_name, span_asked


@pytest.mark.parametrize(
    ("sent", "extension", "kept"),
    [
        ("Kế hoạch.pdf", "pdf", "Kế hoạch.pdf"),
        (unicodedata.normalize("NFD", "Biên bản họp.pdf"), "pdf", "Biên bản họp.pdf"),
        ("../../etc/passwd", "txt csv md", "passwd.txt"),
        ("..\\..\\boot.ini", "txt", "boot.txt"),
        ("C:\\Users\\Hà\\ảnh.JPG", "jpg jpeg", "ảnh.jpg"),
        ("ảnh.jpeg", "jpg jpeg", "ảnh.jpeg"),
        ("setup.exe", "pdf", "setup.pdf"),
        ("ảnh.png.exe", "png", "ảnh.png"),
        ("báo cáo", "pdf", "báo cáo.pdf"),
        ("Báo cáo ngày 5.9", "pdf", "Báo cáo ngày 5.9.pdf"),
        ("Số 31/KH-UBND.pdf", "pdf", "KH-UBND.pdf"),
        ("a\u202efdp.exe", "pdf", "afdp.pdf"),
        ("a\x00b\nc\u200b.pdf", "pdf", "ab c.pdf"),
        ('a<b>:"|?*c.pdf', "pdf", "a-b-c.pdf"),
        ("CON.txt", "txt", "tep-CON.txt"),
        ("nul", "pdf", "tep-nul.pdf"),
        ("LPT1.2024.pdf", "pdf", "tep-LPT1.2024.pdf"),
        ("", "pdf", "tep.pdf"),
        (".pdf", "pdf", "pdf.pdf"),
        ("...", "pdf", "tep.pdf"),
        (".htaccess", "txt", "htaccess.txt"),
        ("dir/", "pdf", "dir.pdf"),
    ],
)
def test_names_are_kept_as_people_wrote_them_and_made_safe(sent, extension, kept):
    assert clean_name(sent, extension) == kept


def test_a_long_name_keeps_its_extension():
    kept = clean_name("ế" * 400 + ".docx", "docx")

    assert len(kept) == 150
    assert kept.endswith("ế.docx")


@given(st.text())
def test_any_name_becomes_a_plain_one(sent):
    kept = clean_name(sent, "pdf")

    assert kept.endswith(".pdf")
    assert 5 <= len(kept) <= 150
    assert not set('/\\<>:"|?*\n\r\t\x00\u202e') & set(kept)
    assert not kept.startswith((".", " ", "-"))
    assert kept == clean_name(kept, "pdf")


@pytest.mark.parametrize(
    ("header", "span"),
    [
        ("bytes=0-99", Span(0, 99)),
        ("bytes=900-", Span(900, 999)),
        ("bytes=900-5000", Span(900, 999)),
        ("bytes=-100", Span(900, 999)),
        ("bytes=-5000", Span(0, 999)),
        ("", None),
        ("bytes=-", None),
        ("bytes=9-1", None),
        ("bytes=0-1,5-6", None),
        ("pages=1-2", None),
        ("bytes=٣-٥", None),
    ],
)
def test_one_span_is_understood_and_anything_else_means_the_whole_file(header, span):
    assert span_asked(header, 1000) == span


@pytest.mark.parametrize("header", ["bytes=1000-", "bytes=5000-6000", "bytes=-0"])
def test_bytes_after_the_end_are_out_of_reach(header):
    with pytest.raises(OutOfReach):
        span_asked(header, 1000)
