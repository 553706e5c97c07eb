"""Numbers that documents cite, each with its year."""

import pytest

from dinhlang.pure.viet import CitedNumber, numbers_cited


@pytest.mark.parametrize(
    ("words", "number", "year"),
    [
        ("Kế hoạch số 129/KH-UBND ngày 04/5/2023 của UBND quận Ngô Quyền", "129/KH-UBND", 2023),
        ("Kế hoạch số 31 /KH-UBND, ngày 5 tháng 01 năm 2024", "31/KH-UBND", 2024),
        ("Kế hoạch số 31/KH-UBND (ban hành ngày 05-01-2024)", "31/KH-UBND", 2024),
        ("Kế hoạch số 31/KH-UBND năm 2025 của UBND xã", "31/KH-UBND", 2025),
        ("Nghị định số 59/2023/NĐ-CP của Chính phủ", "59/2023/NĐ-CP", 2023),
        ("Kế hoạch số 31/KH-UBND của UBND xã về việc thực hiện năm 2025", "31/KH-UBND", None),
    ],
)
def test_a_number_is_found_with_its_year(words, number, year):
    assert numbers_cited(words) == [CitedNumber(number, year)]


def test_the_day_belongs_to_the_number_before_it():
    words = "Kế hoạch số 31/KH-UBND ngày 05/01/2024 và Kế hoạch số 31/KH-UBND ngày 09/02/2025; Công văn số 7/UBND-NC"

    assert [(one.number, one.year) for one in numbers_cited(words)] == [
        ("31/KH-UBND", 2024),
        ("31/KH-UBND", 2025),
        ("7/UBND-NC", None),
    ]


def test_what_is_not_said_speaks_against_no_year():
    assert CitedNumber("31/KH-UBND", 2024).may_be_of(2024)
    assert not CitedNumber("31/KH-UBND", 2024).may_be_of(2025)
    assert CitedNumber("31/KH-UBND").may_be_of(2025) and CitedNumber("31/KH-UBND", 2024).may_be_of(None)
