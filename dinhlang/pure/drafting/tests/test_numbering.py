import pytest

from dinhlang.pure.drafting import (
    KINDS,
    Clause,
    Heading,
    Level,
    Paragraph,
    document_number,
    kind,
    number_line,
    number_symbol,
    numbered,
    opening,
    point_letter,
    roman,
)


def test_numbers_under_ten_take_a_zero():
    assert [document_number(number) for number in (1, 9, 10, 1234)] == ["01", "09", "10", "1234"]


def test_there_is_no_number_zero():
    with pytest.raises(ValueError, match="from 1"):
        document_number(0)


def test_the_symbol_joins_kind_and_issuer_or_issuer_and_unit():
    assert number_symbol(kind("KH"), "UBND") == "KH-UBND"
    assert number_symbol(kind("công văn"), "UBND", "VX") == "UBND-VX"


def test_a_letter_needs_a_drafting_unit_in_its_symbol():
    with pytest.raises(ValueError, match="two groups"):
        number_symbol(kind("công văn"), "UBND")


def test_the_number_line_has_no_spaces_but_room_while_there_is_no_number():
    assert number_line(5, "KH-UBND") == "Số: 05/KH-UBND"
    assert number_line(None, "KH-UBND").replace(" ", "") == "Số:/KH-UBND"


def test_all_kinds_of_the_decree_are_known():
    assert len(KINDS) == 28
    assert kind("BC").name == "Báo cáo"


def test_an_unknown_kind_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="KH"):
        kind("XY")


def test_roman_figures():
    assert [roman(number) for number in (1, 4, 9, 14, 40, 99)] == ["I", "IV", "IX", "XIV", "XL", "XCIX"]


def test_points_count_in_the_vietnamese_alphabet():
    assert [point_letter(number) for number in (1, 4, 5, 6, 23, 24)] == ["a", "d", "đ", "e", "y", "aa"]


def openings(*blocks):
    return [opening(block) for block in numbered(blocks) if not isinstance(block, Paragraph)]


def test_each_level_counts_anew_under_a_greater_one():
    assert openings(
        Heading(Level.ROMAN, ""),
        Heading(Level.ARABIC, ""),
        Clause(Level.LETTER, ""),
        Paragraph(""),
        Clause(Level.LETTER, ""),
        Heading(Level.ARABIC, ""),
        Clause(Level.LETTER, ""),
        Heading(Level.ROMAN, ""),
        Heading(Level.ARABIC, ""),
    ) == ["I.", "1.", "a)", "b)", "2.", "a)", "II.", "1."]


def test_articles_count_through_all_chapters():
    assert openings(
        Heading(Level.CHAPTER, ""),
        Clause(Level.ARTICLE, ""),
        Clause(Level.ARABIC, ""),
        Heading(Level.CHAPTER, ""),
        Heading(Level.SECTION, ""),
        Clause(Level.ARTICLE, ""),
        Clause(Level.ARABIC, ""),
    ) == ["Chương I", "Điều 1.", "1.", "Chương II", "Mục 1", "Điều 2.", "1."]


def test_a_mark_given_is_kept():
    assert openings(Heading(Level.ROMAN, "", "III"), Heading(Level.ROMAN, "")) == ["III.", "II."]
