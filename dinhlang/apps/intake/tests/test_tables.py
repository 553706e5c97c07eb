"""Tables of the original: which lines are rows, where each cell stands, and how the room shows them."""

import re
from html import unescape

import pytest
from django.urls import reverse

from dinhlang.apps.intake import queries
from dinhlang.apps.intake.rules import Table, paragraphs, with_tables, within_row
from dinhlang.apps.intake.tests.factories import a_reading
from dinhlang.apps.intake.tests.test_checking import bodies_of
from dinhlang.apps.people.tests.factories import sign_in

TABLE = """Phụ lục

| Phân công nhiệm vụ |
| STT | Nội dung | Cơ quan chủ trì | Thời gian |
| I | Tuyên truyền |
| 1 | Rà soát quy chế dân chủ | Phòng Kinh tế | Quý I/2026 |
| 2 | Kiểm kê tài sản | | nt
Nơi nhận: các thôn.
"""


def table_in(text):
    (found,) = (one for one in with_tables(paragraphs(text)) if isinstance(one, Table))
    return found


class TestRows:
    def test_rows_stand_below_the_names_of_the_columns_and_what_is_above_them(self):
        table = table_in(TABLE)

        assert [row.line.number for row in table.head] == [2, 3]
        assert [[cell.text for cell in row.cells][:2] for row in table.rows] == [
            ["I", "Tuyên truyền"],
            ["1", "Rà soát quy chế dân chủ"],
            ["2", "Kiểm kê tài sản"],
        ]

    def test_each_cell_knows_its_place_in_the_text_even_where_the_last_bar_is_lost(self):
        cells = [cell for row in table_in(TABLE).rows for cell in row.cells]

        assert all(TABLE[cell.start : cell.end] == cell.text for cell in cells)
        assert cells[-1].text == "nt"

    def test_one_merged_across_reaches_over_the_rest(self):
        table = table_in(TABLE)

        assert table.head[0].cells[0].span == 4
        assert [cell.span for cell in table.rows[0].cells] == [1, 3]

    def test_a_ruler_says_what_is_the_head_and_is_not_shown(self):
        table = table_in("| Việc | Ai |\n| --- | :-: |\n| Rà soát | Phòng Nội vụ |")

        assert [row.cells[1].text for row in (*table.head, *table.rows)] == ["Ai", "Phòng Nội vụ"]
        assert len(table.head) == 1

    def test_rows_without_names_of_columns_have_no_head(self):
        table = table_in("| 1 | Rà soát |\n| 2 | Kiểm kê |")

        assert (table.head, len(table.rows)) == ([], 2)

    def test_words_with_a_bar_among_them_stay_a_line(self):
        assert not any(isinstance(one, Table) for one in with_tables(paragraphs("Điện thoại | Fax\n|---|\n|")))


def _long(rows):
    head = "| STT | Nội dung | Cơ quan chủ trì | Phối hợp | Thời gian |"
    return "\n".join(
        [head, *(f"| {n} | Rà soát văn bản {n} | Phòng Nội vụ | Các thôn | Quý I |" for n in range(1, rows + 1))]
    )


class TestWithinARow:
    ROW = "| 1 | Công an xã tuần tra | Công an xã | Quý I/2026 |"

    def test_a_name_stands_in_the_shortest_cell_that_says_it(self):
        ((start, end),) = within_row(self.ROW, [0, len(self.ROW)], ["công an xã"])

        assert self.ROW[start - 2 : end] == "| Công an xã"

    @pytest.mark.parametrize("names", [[], ["Trạm Y tế"], [""]])
    def test_what_no_cell_says_leaves_the_row(self, names):
        assert within_row(self.ROW, [0, len(self.ROW)], names) == [[0, len(self.ROW)]]

    def test_a_stretch_that_is_no_row_stays(self):
        assert within_row(self.ROW, [6, 16], ["Công an xã"]) == [[6, 16]]


@pytest.mark.django_db
class TestInTheRoom:
    def _page(self, client, text, **told):
        document = a_reading(text=text, told=told or {"tasks": []}).document
        sign_in(client, document.taken_in_by)
        return document, client.get(reverse("intake:checking", args=[document.pk])).content.decode()

    def _task(self, words):
        start, lead = TABLE.index(words), TABLE.index("Phòng Kinh tế")
        source = {"text": [[start, start + len(words)]], "leads": [[lead, lead + len("Phòng Kinh tế")]]}
        return {"path": "1", "text": words, "leads": ["Phòng Kinh tế"], "confidence": 0.9, "source": source}

    def test_a_row_is_shown_in_cells_linked_to_its_task(self, client):
        document, page = self._page(client, TABLE, tasks=[self._task("Rà soát quy chế dân chủ")])
        pk = document.marks.get().pk

        rows = re.findall(r'<tr id="d-(\d+)">(.*?)</tr>', page, re.DOTALL)
        (row,) = (cells for number, cells in rows if number == "5")
        assert f'href="#viec-{pk}"' in row
        assert re.search(rf'data-start="\d+"><mark class="of-lead" data-of="{pk}">Phòng Kinh tế</mark>', row)
        assert 'role="region"' in page
        assert 'tabindex="0"' in page.split('class="reading-table"')[1][:200]

    def test_the_letters_of_each_cell_are_counted_from_its_own_place(self, client):
        document, page = self._page(client, TABLE, tasks=[self._task("Rà soát quy chế dân chủ")])

        for start, inner in re.findall(r'class="official" data-start="(\d+)">(.*?)</(?:p|td|th)>', page, re.DOTALL):
            words = unescape(re.sub(r"<[^>]+>", "", inner)).strip()
            assert document.text[int(start) :].startswith(words)

    def test_the_names_of_the_columns_are_heads(self, client):
        _document, page = self._page(client, TABLE)

        assert re.findall(r'<th scope="col"\s+colspan="(\d)"', page) == ["4", "1", "1", "1", "1"]

    def test_a_hundred_rows_take_no_more_questions(self, client, django_assert_max_num_queries):
        document, _page = self._page(client, _long(120))

        with django_assert_max_num_queries(3):
            room = queries.room_of(document, bodies_of(document))
        assert len(room.blocks[0].rows) == 120
