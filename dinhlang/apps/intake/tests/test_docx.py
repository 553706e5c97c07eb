"""Reading files: plain text in old encodings, Word files, and what is not read yet."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document as WordDocument

from dinhlang.apps.intake import docx
from dinhlang.apps.intake.docx import CannotRead, text_of


def a_word_file():
    word = WordDocument()
    word.add_paragraph("KẾ HOẠCH")
    table = word.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Nhiệm vụ"
    table.cell(1, 0).text, table.cell(1, 1).text = "Tập huấn", "Quý III"
    word.add_paragraph("Nơi nhận")
    kept = io.BytesIO()
    word.save(kept)
    return kept.getvalue()


def test_paragraphs_and_tables_come_in_their_order():
    text = text_of(SimpleUploadedFile("Kế hoạch.DOCX", a_word_file()))

    assert text.split("\n") == ["KẾ HOẠCH", "Nhiệm vụ", "Tập huấn | Quý III", "Nơi nhận"]


def test_old_encodings_are_read():
    assert text_of(SimpleUploadedFile("a.txt", "Kế hoạch".encode("utf-16"))) == "Kế hoạch"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.pdf", b"%PDF-1.7", "bản quét"),
        ("a.jpg", b"\xff\xd8\xff", "bản quét"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "lưu lại ở dạng .docx"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "không phải tệp chữ"),
        ("a.docx", b"PK\x03\x04 hong", "bị hỏng"),
        ("a.docx", b"Word", "bị hỏng"),
    ],
)
def test_what_is_not_read_gets_a_sentence_beside_the_field(name, data, says):
    with pytest.raises(CannotRead, match=says) as refusal:
        text_of(SimpleUploadedFile(name, data))

    assert refusal.value.field == "upload"


def test_a_package_that_is_no_word_file_is_refused():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as package:
        package.writestr("la.txt", "không phải Word")

    with pytest.raises(CannotRead, match="bị hỏng"):
        text_of(SimpleUploadedFile("a.docx", kept.getvalue()))


def test_a_file_that_swells_when_opened_is_refused(monkeypatch):
    monkeypatch.setattr(docx, "LARGEST_INSIDE", 1000)

    with pytest.raises(CannotRead, match="quá lớn"):
        text_of(SimpleUploadedFile("a.docx", a_word_file()))
