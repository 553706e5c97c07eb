"""A task's own words beside it: which lines are quoted, what each says, how much is left out."""

import pytest
from django.urls import reverse

from dinhlang.apps.intake.rules import paragraphs, quoted
from dinhlang.apps.intake.rules.quotes import MOST
from dinhlang.apps.intake.tests.factories import TEXT, a_read_document
from dinhlang.apps.people.tests.factories import sign_in


def place(text, words):
    start = text.index(words)
    return [start, start + len(words)]


def quote(words, **sources):
    lines = paragraphs(words)
    return quoted(lines, [line.end for line in lines], sources)


class TestQuotes:
    def test_only_the_lines_of_the_task_are_quoted_each_with_its_number(self):
        found = quote(TEXT, text=[place(TEXT, "b) Tổ chức tập huấn")], time=[place(TEXT, "Quý III năm 2026")])

        lines = {line.number: line.text for line in paragraphs(TEXT)}
        assert [lines[line.number].split(" ")[0] for line in found.lines] == ["b)", "-"]
        assert found.left == 0

    def test_what_words_say_of_the_task_is_told(self):
        text = "1. Giao Phòng Kinh tế chủ trì, xong trước ngày 15/12/2026."
        found = quote(
            text, text=[[0, len(text)]], lead=[place(text, "Phòng Kinh tế")], time=[place(text, "15/12/2026")]
        )

        told = [(words.text, words.part) for words in found.lines[0].words]
        assert ("Phòng Kinh tế", "lead") in told
        assert ("15/12/2026", "time") in told
        assert "".join(words for words, _part in told) == text

    def test_the_cells_of_a_row_are_parted_by_points(self):
        text = "| 1 | Rà soát | Phòng Kinh tế |"
        found = quote(text, text=[place(text, "Rà soát")], lead=[place(text, "Phòng Kinh tế")])

        assert "|" not in "".join(words.text for words in found.lines[0].words)

    def test_a_long_task_keeps_its_first_line_and_those_that_say_who_and_when(self):
        lines = ["1. Việc lớn:", *(f"- Chi tiết {n}." for n in range(30)), "- Cơ quan chủ trì: UBND xã."]
        text = "\n".join(lines)
        found = quote(text, text=[[0, len(text)]], lead=[place(text, "UBND xã")])

        assert (len(found.lines), found.left) == (MOST, len(lines) - MOST)
        assert (found.lines[0].number, found.lines[-1].number) == (1, len(lines))

    def test_plain_words_without_end_are_cut_in_their_middle(self):
        text = "Mở đầu " + "dài " * 200 + "kết thúc."
        (words,) = quote(text, text=[[0, len(text)]]).lines[0].words

        assert words.text.startswith("Mở đầu")
        assert words.text.endswith("kết thúc.")
        assert " … dài" in words.text  # whole words on both sides of the gap
        assert len(words.text) < 450


@pytest.mark.django_db
def test_each_card_brings_the_words_it_was_read_from(client):
    document = a_read_document()
    sign_in(client, document.taken_in_by)

    page = client.get(reverse("intake:checking", args=[document.pk])).content.decode()

    cards = page.split('class="room-quote')[1:]
    assert len(cards) == document.marks.count()
    assert any("Tổ chức tuyên truyền Luật trên đài truyền thanh." in card.split("</details>")[0] for card in cards)
