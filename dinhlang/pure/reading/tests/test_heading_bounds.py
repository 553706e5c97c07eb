"""No text makes the reader fail, and a long one costs no more than its length."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinhlang.pure.reading.citations import citations_in
from dinhlang.pure.reading.heading import read_heading
from dinhlang.pure.reading.tests.test_heading_layouts import BODY, FEET, HEADS

HEAD = HEADS["two columns one after the other"][0]
FOOT = FEET["recipients, then the signature"][0]
SCRAPS = st.lists(
    st.sampled_from(
        ["KẾ HOẠCH", "\n", " ", "|", "**", "Số:", "/KH-UBND", "12", "ngày", "tháng", "năm", "2026", "Nơi nhận:", "- ", ";", "TM.",
         "KT.", "CHỦ TỊCH", "Căn cứ", "Luật", "Quyết định số", "UBND xã", "ban hành", "QUYẾT ĐỊNH:", "PHỤ LỤC", "Nguyễn Văn Sen",
         "Kính gửi", "V/v", "(Kèm theo", "\u0301", "\t", "I.", "của", "ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SEN"]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(st.one_of(st.text(), SCRAPS))
def test_no_text_makes_the_reader_fail(text):
    read = read_heading(text)
    spans = [read.body, *read.appendices, *(base.span for base in read.bases), *read.title.spans, *read.number.spans]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert all(0 <= start < end <= len(text) for start, end in (cited.span for cited in citations_in(text)))


@given(st.sampled_from(sorted(HEADS)), st.sampled_from(sorted(FEET)))
def test_letters_and_marks_apart_read_the_same(head, foot):
    text = HEADS[head][0] + BODY + FEET[foot][0]
    whole, apart = read_heading(text), read_heading(unicodedata.normalize("NFD", text))
    assert {**whole.as_json(), "source": 0, "citations": 0} == {**apart.as_json(), "source": 0, "citations": 0}


@pytest.mark.parametrize(
    "long",
    [
        "Giao các thôn tổ chức thực hiện theo kế hoạch đã đề ra trong năm.\n" * 20_000,
        "a" * 1_500_000,
        "\n" * 1_000_000,
        "| " * 300_000,
        "CHỦ TỊCH\n" * 30_000,
        "Căn cứ Luật " * 80_000,
        "của " * 300_000,
        "- UBND xã;\n" * 30_000,
        "PHỤ LỤC\n" * 30_000,
        "số 12/KH-" * 100_000,
        "KẾ HOẠCH\n" * 30_000,
        "ngày tháng " * 100_000,
        " \t" * 600_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_five_hundred_pages_are_read_in_seconds(long):
    start = time.process_time()
    read_heading(HEAD + BODY + long + FOOT)
    read_heading(long)
    assert time.process_time() - start < 8
