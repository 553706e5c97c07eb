"""What a file is and what it may be called."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinhlang.apps.files.rules import content_of, safe_name
from dinhlang.apps.files.rules.content import DOCX, JPEG, PDF, PNG, TEXT
from dinhlang.apps.files.tests import factories


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (factories.a_picture(), "image/jpeg"),
        (factories.a_picture(form="PNG"), "image/png"),
        (factories.a_picture(form="WEBP"), "image/webp"),
        ("Biên bản họp dân".encode(), "text/plain"),
        ("Biên bản".encode("utf-16"), "text/plain"),
    ],
)
def test_a_file_is_known_by_its_content(content, expected):
    assert content_of(io.BytesIO(content)).content_type == expected


def test_a_word_document_is_told_from_other_archives():
    assert content_of(io.BytesIO(factories.a_word_document())) == DOCX
    assert content_of(io.BytesIO(factories.an_archive({"a.txt": b"x"}))) is None


@pytest.mark.parametrize(
    "content", [b"MZ\x90\x00\x03\x00\x00\x00", b"\x7fELF\x02\x01\x01\x00", b"\x00\x01\x02\x03" * 50]
)
def test_a_program_is_nothing_that_is_welcome(content):
    assert content_of(io.BytesIO(content)) is None


@pytest.mark.parametrize(
    ("raw", "content", "expected"),
    [
        ("../../etc/passwd", TEXT, "passwd.txt"),
        ("C:\\Users\\Tư\\Biên bản.pdf", PDF, "Biên bản.pdf"),
        ("Bie\u0302n ba\u0309n.pdf", PDF, "Biên bản.pdf"),
        ("ảnh.exe", JPEG, "ảnh.jpg"),
        ("ảnh.jpeg", JPEG, "ảnh.jpeg"),
        ("hóa\u202egpj.exe", PNG, "hóagpj.png"),
        ("a\x00b\nc.pdf", PDF, "abc.pdf"),
        ("", PDF, "tep.pdf"),
        ("...", PDF, "tep.pdf"),
        ("con.pdf", PDF, "tep-con.pdf"),
        ("x" * 400 + ".pdf", PDF, "x" * 146 + ".pdf"),
    ],
)
def test_a_name_can_do_no_harm(raw, content, expected):
    assert safe_name(raw, content) == expected


@given(st.text(max_size=300))
def test_whatever_the_name_was_it_stays_in_its_folder(raw):
    name = safe_name(raw, PDF)

    assert name.endswith(".pdf")
    assert not set(name) & set('/\\:\0\n\r"')
    assert 5 <= len(name) <= 150
