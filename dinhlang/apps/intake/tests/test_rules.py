"""Paragraphs, labels, stretches: plain Python."""

from datetime import date

import pytest

from dinhlang.apps.intake import rules


def test_paragraphs_are_the_lines_with_words_and_know_where_they_lie():
    text = "  KẾ HOẠCH\n\n\t\na) Một việc  \n"

    first, second = rules.paragraphs(text)

    assert (first.number, second.number) == (1, 2)
    assert text[first.start : first.end] == first.text == "KẾ HOẠCH"
    assert text[second.start : second.end] == second.text == "a) Một việc"


def test_neighbours_are_one_run():
    assert rules.runs([9, 3, 4, 3, 7]) == [(3, 4), (7, 7), (9, 9)]


@pytest.mark.parametrize(
    ("stretch", "label", "words"),
    [
        ("a) Tổ chức hội nghị", "a", "Tổ chức hội nghị"),
        ("đ) Đề nghị Liên đoàn", "đ", "Đề nghị Liên đoàn"),
        ("12. Báo cáo", "12", "Báo cáo"),
        ("1.2 Báo cáo", "1.2", "Báo cáo"),
        ("IV. TỔ CHỨC THỰC HIỆN", "IV", "TỔ CHỨC THỰC HIỆN"),
        ("- Giao Phòng Nội vụ", "", "Giao Phòng Nội vụ"),
        ("- + Xây dựng kế hoạch", "", "Xây dựng kế hoạch"),
        ("a) *Tham gia hội nghị*\n  rồi báo cáo", "a", "Tham gia hội nghị\nrồi báo cáo"),
        ("Ủy ban nhân dân xã", "", "Ủy ban nhân dân xã"),
    ],
)
def test_the_number_of_an_item_is_its_label(stretch, label, words):
    assert rules.label_and_words(stretch) == (label, words)


@pytest.mark.parametrize(
    ("label", "bare"), [("1.", "1"), ("a)", "a"), ("II.4.", "II.4"), ("II.4", "II.4"), ("", ""), (".", ".")]
)
def test_a_label_loses_the_sign_behind_it_once(label, bare):
    assert rules.bare_label(label) == bare


@pytest.mark.parametrize(
    ("day", "unlikely"),
    [("1944-12-31", True), ("1945-09-02", False), ("2027-11-20", False), ("2028-01-01", True), ("9999-01-01", True)],
)
def test_a_day_before_the_republic_or_far_ahead_is_unlikely(day, unlikely):
    assert rules.is_unlikely_issue_day(date.fromisoformat(day), today=date(2026, 11, 20)) is unlikely


def test_a_deadline_before_its_document_is_unlikely():
    assert rules.is_unlikely_due_day(date(2026, 1, 30), issued_on=date(2026, 1, 31))
    assert not rules.is_unlikely_due_day(date(2026, 1, 31), issued_on=date(2026, 1, 31))
    assert not rules.is_unlikely_due_day(date(2026, 1, 30), issued_on=None)
    assert rules.is_unlikely_due_day(date(206, 1, 30), issued_on=None)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- Cơ quan chủ trì: UBND thị xã.", "UBND thị xã"),
        (" - Thời gian thực hiện: Từ Quý III Năm 2024.", "Từ Quý III Năm 2024"),
        ("(*thời gian thực hiện trong quý II/2024*).", "thời gian thực hiện trong quý II/2024"),
        ("Phòng Nội vụ", "Phòng Nội vụ"),
        ("- Cơ quan phối hợp:", ""),
    ],
)
def test_what_stands_behind_the_colon_is_the_answer(line, words):
    assert rules.words_for_field(line) == words


def test_words_are_not_added_twice():
    assert rules.added("Phòng Nội vụ", "Phòng Nội vụ", longest=100) == "Phòng Nội vụ"
    assert rules.added("Phòng Nội vụ", "Phòng Tư pháp", longest=100) == "Phòng Nội vụ; Phòng Tư pháp"
    assert rules.added("", "Phòng Tư pháp", longest=5) == "Phòng"


def test_a_stretch_is_of_whole_words_without_space_around():
    text = "Giao  Phòng Nội vụ làm"

    assert text[slice(*rules.trimmed(text, 8, 16))] == "Phòng Nội"
    assert rules.trimmed(text, 4, 6) == (4, 4)
    assert rules.trimmed(text, -5, 900) == (0, len(text))


def test_touching_is_not_overlapping():
    assert rules.overlap(5, 9, [(0, 5), (9, 12)]) is None
    assert rules.overlap(5, 10, [(0, 5), (9, 12)]) == (9, 12)


def test_a_paragraph_is_cut_where_stretches_begin_and_end():
    (line,) = rules.paragraphs("một hai ba bốn")

    cut = rules.pieces(line, [(4, 7), (11, 40)])

    assert [(piece.text, piece.stretch) for piece in cut] == [
        ("một ", None),
        ("hai", 0),
        (" ba ", None),
        ("bốn", 1),
    ]


def test_the_pieces_of_a_paragraph_make_the_paragraph():
    text = "a) Một\nb) Hai ba\nc) Bốn"
    stretches = [(3, 12), (20, 22)]

    for line in rules.paragraphs(text):
        assert "".join(piece.text for piece in rules.pieces(line, stretches)) == line.text
