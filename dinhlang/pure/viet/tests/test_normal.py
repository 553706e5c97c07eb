import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinhlang.pure.viet import normal, normal_lines, one_line


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (unicodedata.normalize("NFD", "Ủy ban nhân dân xã Tân Trung"), "Ủy ban nhân dân xã Tân Trung"),
        ("xã\u00a0Tân\u2009Trung\u3000A", "xã Tân Trung A"),
        ("nhân\u00ad dân\u200b\ufeff", "nhân dân"),
        ("2021\u20112026, \u22125", "2021-2026, -5"),
        ("2021 – 2026 — xong", "2021 – 2026 — xong"),
        ("STT\tTên", "STT\tTên"),
        ("một\r\nhai\rba\x0cbốn\u2028năm", "một\nhai\nba\nbốn\nnăm"),
        ("a\x00b\x07\ud800\ufffe", "ab"),
        ("\u202eđảo\u202c", "đảo"),
        ("\u00d0ồng Nai, huy\u1ec7n \u00f0ảo", "Đồng Nai, huyện đảo"),
        ("\uf0b7 gạch", "• gạch"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("Nguye\u0303\u0302n", "Nguyễn"),  # tone typed before the hat
        ("Vie\u0302\u0323t", "Việt"),
        ("a\u200b\u0301", "á"),
    ],
)
def test_normal_text_has_one_way_of_writing(written, meant):
    assert normal(written) == meant


@given(st.text())
def test_normal_of_normal_is_the_same(text):
    assert normal(normal(text)) == normal(text)


@given(st.text())
def test_normal_text_can_be_stored_anywhere(text):
    stored = normal(text)

    assert "\x00" not in stored
    stored.encode("utf-8")


def test_lines_of_a_document_end_alike_and_without_spaces():
    assert normal_lines("\ufeffI. MỤC ĐÍCH \t\r\n\r\n1. Mục đích\u00a0\x0cII.") == "I. MỤC ĐÍCH\n\n1. Mục đích\nII."


@given(st.text())
def test_normal_lines_twice_is_once(text):
    assert normal_lines(normal_lines(text)) == normal_lines(text)


def test_one_line_is_one_line():
    assert one_line("  Ủy ban \r\n nhân dân\t xã ") == "Ủy ban nhân dân xã"
