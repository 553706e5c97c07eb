import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinhlang.pure.viet import fold, new_tone, normal, old_tone

VIETNAMESE = st.text(
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    "AÀẢÃÁẠĂÂBCDĐEÊGHIKLMNOÔƠỒPQRSTUƯVXY0123456789 -/.,"
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("31/KH-UBND", "31 kh ubnd"),
        ("Đồng Nai", "dong nai"),
        ("ĐẮK LẮK", "dak lak"),
        ("  Ủy   ban\nnhân dân, xã: “Tân Trung”. ", "uy ban nhan dan xa tan trung"),
        ("dân\u00adchủ", "danchu"),
        ("\u00d0à Nẵng", "da nang"),
        ("Krông A’Na", "krong a na"),
        ("１２ ½", "12 1 2"),
        ("", ""),
        ("--- …", ""),
    ],
)
def test_the_key_of_a_text(text, key):
    assert fold(text) == key


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("Uỷ ban", "Ủy ban"), ("THUỶ", "thủy"), ("xã", "XÃ")])
def test_two_ways_to_write_have_one_key(one, other):
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_decomposed_and_normal_text_have_one_key(text):
    assert fold(text) == fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(VIETNAMESE)
def test_normal_form_tone_placement_and_case_do_not_change_the_key(text):
    assert fold(normal(text)) == fold(old_tone(text)) == fold(new_tone(text)) == fold(text.upper()) == fold(text)


@given(VIETNAMESE)
def test_the_key_of_vietnamese_text_is_plain(text):
    assert set(fold(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")


def test_folding_is_fast_enough_for_whole_archives():
    text = "Ủy ban nhân dân xã Tân Trung ban hành Kế hoạch số 31/KH-UBND thực hiện dân chủ ở cơ sở. " * 10_000
    fold(text)

    started = time.process_time()
    fold(text)
    seconds = time.process_time() - started

    assert len(text.encode()) / seconds > 2_000_000  # measured 15 MB/s; the margin is for a busy machine
