"""The way in: every format comes out as text, everything else as a refusal that says what to do."""

import contextlib
import io
import random
import resource
import socket
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from dinhlang.apps.intake.opening import opener, readers, worker
from dinhlang.apps.intake.opening.opened import Limits, Note, Trouble, Unreadable
from dinhlang.apps.intake.opening.opener import CannotOpen, open_document, picture_of_page
from dinhlang.apps.intake.opening.sentences import NOTES, sentence, sentences_of
from dinhlang.apps.intake.tests.opening.making import (
    PLAN,
    a_page,
    a_pdf,
    a_word_file,
    an_open_document,
    as_file,
    p,
    zipped,
)
from dinhlang.pure.viet.tests.test_legacy import tcvn3

TEXT = "\n".join(PLAN)
WORD = a_word_file("".join(p(line) for line in PLAN))
PAGE = "<!DOCTYPE html><html><head><title>x</title><script>alert('xấu')</script></head><body><img src='http://192.0.2.1/a'>"
PAGE += "".join(f"<p>{line}</p>" for line in PLAN) + "</body></html>"


@pytest.mark.parametrize(
    ("content", "name", "form"),
    [
        (WORD, "kế hoạch.docx", "docx"),
        (WORD, "tên sai.pdf", "docx"),
        (TEXT.encode(), "a.txt", "text"),
        (TEXT.encode("utf-16"), "a.txt", "text"),
        (unicodedata.normalize("NFD", TEXT).encode(), "a.md", "text"),
        (
            tcvn3(TEXT.replace("KẾ HOẠCH", "Kế hoạch").replace("Ủ", "ủ").replace("Ở", "ở")).encode("latin-1"),
            "a.txt",
            "text",
        ),
        (PAGE.encode(), "a.html", "html"),
    ],
    ids=["docx", "docx named pdf", "txt", "utf-16", "nfd", "tcvn3", "html"],
)
def test_each_format_comes_out_as_the_same_text(content, name, form):
    opened = open_document(content, name)

    assert opened.format == form
    assert opened.text.casefold() == TEXT.casefold()
    assert opened.pages[0].start == 0


def test_signs_of_markdown_are_not_words_of_the_document():
    written = """# KẾ HOẠCH
> **Số: 31/KH-UBND**

1\\. Giao **Phòng Kinh tế** chủ trì, phối hợp với *Công an xã* (*), theo [Luật](https://a.vn/b_c) trong so_do_1.
* Việc khác (*)

| STT | Nội dung |
|-----|:--------:|
| 1 | __Họp__ dân |
"""

    assert open_document(written.encode(), "a.md").text.split("\n") == [
        "KẾ HOẠCH",
        "Số: 31/KH-UBND",
        "",
        "1. Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã (*), theo Luật trong so_do_1.",
        "- Việc khác (*)",
        "",
        "| STT | Nội dung |",
        "| 1 | Họp dân |",
    ]


@pytest.mark.parametrize("form", ["doc", "odt", "rtf"])
def test_older_formats_come_through_libreoffice(form, tmp_path):
    (tmp_path / "plan.html").write_text(PAGE.replace("http://192.0.2.1/a", ""), encoding="utf-8")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--writer", "--convert-to", form, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "plan.html")], check=True, capture_output=True)

    opened = open_document((tmp_path / f"plan.{form}").read_bytes(), f"plan.{form}")

    assert opened.text == TEXT
    assert Note.CONVERTED in opened.notes


def test_what_an_older_file_names_elsewhere_is_not_fetched():
    """Somebody listens where the picture is said to lie, and nobody comes."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.setblocking(False)
        there = f"http://127.0.0.1:{listener.getsockname()[1]}/anh.png"
        drawn = f"<d:frame s:width='2cm' s:height='2cm'><d:image x:href='{there}'/></d:frame>"
        page = an_open_document(f"<t:p>Kế hoạch tập huấn</t:p><t:p>{drawn}</t:p>")

        assert open_document(page, "a.odt").text == "Kế hoạch tập huấn"

        with pytest.raises(BlockingIOError):
            listener.accept()


def a_locked_office_file():
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage\0".encode("utf-16-le")


def a_bomb():
    return a_word_file("", more={"word/document.xml": b" " * (90 * 1024 * 1024)})


@pytest.mark.parametrize(
    ("make", "name", "trouble", "says"),
    [
        (lambda: b"", "a.docx", Trouble.EMPTY, "trống"),
        (lambda: b" \n\t", "a.txt", Trouble.EMPTY, "trống"),
        (lambda: WORD[:-200], "a.docx", Trouble.DAMAGED, "bị hỏng"),
        (lambda: b"%PDF-1.7\n" + b"x" * 500, "a.pdf", Trouble.DAMAGED, "bị hỏng"),
        (a_locked_office_file, "a.docx", Trouble.LOCKED, "mật khẩu"),
        (a_bomb, "a.docx", Trouble.BOMB, "bất thường"),
        (lambda: b"\0\0\0\x18ftypheic" + b"\0" * 90, "a.heic", Trouble.HEIC, "HEIC"),
        (lambda: zipped({"xl/workbook.xml": "<a/>"}), "a.xlsx", Trouble.OTHER_OFFICE, "bảng tính"),
        (lambda: zipped({"a.txt": "x"}), "a.zip", Trouble.UNKNOWN, "Chưa đọc được loại tệp"),
        (lambda: b"MZ\x90\0" + bytes(range(256)) * 4, "a.exe", Trouble.UNKNOWN, "Chưa đọc được loại tệp"),
        (lambda: a_word_file(p()), "a.docx", Trouble.NO_TEXT, "Không tìm thấy chữ"),
        (lambda: b"1 2 3 4", "a.txt", Trouble.NO_TEXT, "Không tìm thấy chữ"),
        (lambda: b"<html>" + b"<div>" * 5000 + b"x", "a.html", Trouble.BOMB, "bất thường"),
        (lambda: as_file(a_page([])), "mèo.png", Trouble.NO_TEXT, "chụp lại"),
        (lambda: as_file(a_page(PLAN))[:3000], "a.png", Trouble.DAMAGED, "bị hỏng"),
        (lambda: b"a" * 4_000_000, "a.txt", Trouble.TOO_LONG, "quá nhiều chữ"),
    ],
)  # fmt: skip
def test_what_gives_no_text_is_refused_with_a_sentence(make, name, trouble, says):
    with pytest.raises(CannotOpen, match=says) as refused:
        open_document(make(), name)

    assert (refused.value.trouble, refused.value.field) == (trouble, "upload")


def test_an_english_letter_is_kept_and_told_of():
    opened = open_document(b"Dear Sir, we are writing to invite you to the annual meeting of our company.", "a.txt")

    assert opened.notes == {Note.NOT_VIETNAMESE}
    assert "không phải văn bản tiếng Việt" in sentences_of(opened.notes)[0]


def test_reading_stops_when_its_time_is_over(monkeypatch):
    began = time.monotonic()

    with pytest.raises(CannotOpen, match="quá lâu"):
        open_document(WORD, "a.docx", limits=Limits(seconds=0.01))

    assert time.monotonic() - began < 60


def test_reading_stops_when_its_memory_is_used_up():
    with pytest.raises(CannotOpen) as refused:
        open_document(a_word_file(p("x" * 1000) * 50_000), "a.docx", limits=Limits(memory=220 * 1024**2))

    assert refused.value.trouble in (Trouble.TOO_MUCH_MEMORY, Trouble.DAMAGED)


def test_a_pdf_of_very_many_objects_is_bounded():
    began = time.monotonic()
    heavy = a_pdf([(n % 500, n % 800, "xa") for n in range(150_000)])

    opened = open_document(heavy, "a.pdf", limits=Limits(seconds=120))

    assert opened.text
    assert time.monotonic() - began < 120


def test_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(opener.tempfile, "tempdir", str(tmp_path))

    open_document(WORD, "a.docx")
    with pytest.raises(CannotOpen):
        open_document(WORD[:-200], "a.docx")

    assert list(tmp_path.iterdir()) == []


def test_a_fault_nobody_thought_of_is_a_refusal_and_its_place_is_logged(caplog):
    outcome = {"trouble": "damaged", "facts": {}, "fault": worker._place(ValueError("tên người"))}

    assert "ValueError" in outcome["fault"]
    assert "tên người" not in outcome["fault"]


def test_the_process_that_reads_knows_no_django():
    program = "import sys; import dinhlang.apps.intake.opening.worker, dinhlang.apps.intake.opening.readers as r; "
    program += "[r._reader(k) for k in ('docx', 'pdf', 'picture', 'doc', 'html')]; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-I", "-c", program], check=False).returncode == 0


def test_the_process_that_reads_bounds_itself():
    program = "import resource as r; from dinhlang.apps.intake.opening import worker as w; "
    program += "w.bound(w.Limits(memory=10**9, seconds=9)); "
    program += "print(r.getrlimit(r.RLIMIT_AS)[0], r.getrlimit(r.RLIMIT_CPU)[0])"

    told = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True).stdout

    assert told.split() == ["1000000000", "10"]
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != 10**9


@pytest.mark.parametrize("trouble", list(Trouble))
def test_each_trouble_has_a_sentence_that_says_what_to_do(trouble):
    said = sentence(trouble, name="kế hoạch.docx", pages=600, most=500)

    assert "%(" not in said
    assert "hãy" in said.lower() or "rồi gửi lại" in said


def test_each_note_has_a_sentence():
    assert set(NOTES) == set(Note)


def whatever(content, name, folder):
    """Read in this process: faster, and a fault shows itself."""
    with contextlib.suppress(Unreadable, RecursionError):
        readers.read(content, name, Limits(recognised_pages=0), lambda done, pages: None, folder)


SEEDS = {
    "a.docx": WORD,
    "a.pdf": a_pdf([(72, 700, "UBND xa Tan Trung"), (72, 680, "Phong Noi vu")]),
    "a.html": PAGE.encode(),
    "a.txt": TEXT.encode(),
}


@pytest.mark.parametrize("name", SEEDS)
def test_damaged_files_raise_nothing_but_refusals(name, tmp_path):
    chance = random.Random(name)

    for _round in range(300):
        content = bytearray(SEEDS[name])
        for _change in range(chance.choice((1, 3, 20))):
            at = chance.randrange(len(content))
            content[at : at + chance.choice((0, 1, 4))] = chance.randbytes(chance.choice((0, 1, 3, 50)))
        whatever(bytes(content[: chance.choice((len(content), chance.randrange(1, len(content))))]), name, tmp_path)


@pytest.mark.parametrize("name", ["word/document.xml", "word/numbering.xml", "word/styles.xml"])
def test_a_word_file_with_strange_parts_raises_nothing_but_refusals(name, tmp_path):
    """The archive is sound, the part within is not."""
    chance = random.Random(name)
    sound = "<w:a xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
    tags = [
        "p",
        "r",
        "t",
        "tbl",
        "tr",
        "tc",
        "numPr",
        "numId",
        "ilvl",
        "style",
        "basedOn",
        "num",
        "abstractNum",
        "lvl",
        "fldChar",
    ]

    values = ["1", "-1", "x", "", "99999999999"]

    for _round in range(200):
        body = sound + "".join(
            f"<w:{chance.choice(tags)} w:val='{chance.choice(values)}' w:numId='1' w:ilvl='0'/>"
            for _ in range(chance.randrange(12))
        ) + "</w:a>"  # fmt: skip
        body = body.replace("<w:a ", "<w:document ").replace("</w:a>", "</w:document>") if "document" in name else body
        whatever(a_word_file(p("Chữ", number="1", style="x"), more={name: body}), "a.docx", tmp_path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.binary(max_size=400) | st.text(max_size=200).map(str.encode), st.sampled_from(["a.txt", "a.html", "a.docx", ""])
)
def test_any_bytes_raise_nothing_but_refusals(tmp_path, content, name):
    whatever(content, name, tmp_path)


@pytest.mark.parametrize(
    ("make", "page"),
    [(lambda: a_pdf([(72, 700, "mot")], [(72, 700, "hai")]), 2), (lambda: as_file(a_page(PLAN), "JPEG"), 1)],
    ids=["pdf", "photograph"],
)
def test_a_page_is_drawn_to_be_shown_beside_its_text(make, page):
    picture = Image.open(io.BytesIO(picture_of_page(make(), "a", page=page, width=600)))

    assert (picture.format, picture.width) == ("WEBP", 600)
    assert picture.height in (849, 850)
    assert picture.convert("L").getextrema()[0] < 100


@pytest.mark.parametrize(
    ("make", "page"),
    [
        (lambda: a_pdf([(72, 700, "mot")]), 2),
        (lambda: a_pdf([(72, 700, "mot")]), 0),
        (lambda: WORD, 1),
        (lambda: b"x", 1),
    ],
    ids=["beyond", "before", "word", "text"],
)
def test_a_page_that_is_not_there_is_refused(make, page):
    with pytest.raises(CannotOpen):
        picture_of_page(make(), "a", page=page)


def test_a_name_of_any_letters_is_only_a_name():
    assert open_document(TEXT.encode(), "../../\0etc\n“x” --help.txt").text == TEXT
    assert Path("content").exists() is False
