"""A plan of a hundred duties is checked page by page, each beside the lines that it was read from."""

import pytest
from django.urls import reverse

from dinhlang.apps.intake.queries import excerpt_of, room
from dinhlang.apps.intake.queries.original import Block, Line, Part
from dinhlang.apps.intake.rules import LINES_A_PAGE, Paragraph, paragraphs
from dinhlang.apps.intake.tests.factories import TEXT, a_document, a_mark, a_reading, told_of
from dinhlang.apps.intake.tests.test_checking import a_task
from dinhlang.apps.people.tests.factories import an_officer, sign_in
from dinhlang.apps.units.tests.factories import a_committee


def a_line(number):
    return Line(Paragraph(number, 10 * number, 10 * number + 9, f"Dòng {number}"), [])


def shown(parts):
    """Each block as the numbers of its lines; of a gap its first and last as a pair."""
    return [
        (block.gap[0].paragraph.number, block.gap[-1].paragraph.number)
        if block.gap
        else [line.paragraph.number for line in block.lines]
        for part in parts
        for block in part.blocks
    ]


class TestExcerpt:
    def test_a_short_original_stays_whole(self):
        parts = [Part(blocks=[Block(line=a_line(n)) for n in range(1, 121)])]

        assert excerpt_of(parts, {60}) == parts

    def test_lines_that_are_wanted_stand_with_their_neighbours_between_gaps(self):
        parts = [Part(blocks=[Block(line=a_line(n)) for n in range(1, 201)])]

        assert shown(excerpt_of(parts, {1, 60})) == [[1], [2], (3, 58), [59], [60], [61], (62, 200)]

    def test_a_table_keeps_its_head_and_the_rows_that_are_wanted(self):
        table = Block(head=[a_line(1)], rows=[a_line(n) for n in range(2, 201)])

        assert shown(excerpt_of([Part(blocks=[table])], {100})) == [[1, 99, 100, 101], (2, 200)]

    def test_the_picture_of_a_page_of_which_nothing_is_wanted_is_left_out(self):
        parts = [Part(page, [Block(line=a_line(100 * page + n)) for n in range(80)]) for page in (1, 2)]

        assert [part.page for part in excerpt_of(parts, {110})] == [1, 0]


@pytest.mark.django_db
class TestPages:
    @pytest.fixture
    def document(self, client):
        office = a_committee()
        duty = "{0}. Việc số {0}. Nội dung chi tiết theo quy định hiện hành."
        lines = [f"{duty.format(n)}\n- Cơ quan chủ trì: Phòng số {n}.\n- Ghi chú {n}." for n in range(1, 61)]
        text = "KẾ HOẠCH\n" + "\n".join(lines)
        told = told_of(number="9/KH-UBND", tasks=[a_task(text, n) for n in range(1, 61)], bases=[])
        document = a_reading(at=office, by=an_officer(at=office), text=text, told=told).document
        sign_in(client, document.taken_in_by)
        return document

    def room(self, client, document, **query):
        return client.get(reverse("intake:checking", args=[document.pk]), query)

    def test_it_is_small_and_shows_only_the_lines_of_its_tasks(self, client, document):
        page = self.room(client, document, xep="van-ban")

        assert [card.number for card in page.context["cards"]] == list(range(1, 13))
        assert len(page.content) < 100_000
        assert 'id="d-2"' in page.content.decode()
        assert 'id="d-150"' not in page.content.decode()

    def test_every_line_is_there_when_the_whole_original_is_wanted(self, client, document):
        assert 'id="d-150"' in self.room(client, document, goc="het").content.decode()

    def test_a_task_is_found_on_its_page_wherever_the_list_puts_it(self, client, document):
        last = document.marks.order_by("start").last()

        for query in ({"den": last.pk}, {"viec": last.pk}, {"bo": last.pk}):
            page = self.room(client, document, xep="van-ban", **query)
            assert last.pk in page.context["on_page"]

    def test_accepting_leads_to_the_next_unsure_one_on_whatever_page(self, client, document):
        marks = list(document.marks.order_by("start"))
        told = {"mark": f"{marks[11].pk}:{marks[11].version}"}

        answer = client.post(reverse("intake:accepting", args=[document.pk]) + "?xep=van-ban&page=1", told)

        assert answer.url.endswith(f"?xep=van-ban&den={marks[12].pk}#viec-{marks[12].pk}")
        assert marks[12].pk in client.get(answer.url).context["on_page"]

    def test_an_arrow_to_a_task_on_another_page_goes_there(self, client, document):
        last = document.marks.order_by("start").last()

        page = self.room(client, document, xep="van-ban", goc="het").content.decode()

        assert f"den={last.pk}#viec-{last.pk}" in page

    @pytest.mark.parametrize("page", ["0", "99", "x", ""])
    def test_a_page_that_is_none_gives_the_nearest(self, client, document, page):
        assert self.room(client, document, page=page).context["cards"]

    def test_only_the_first_names_are_asked_about_at_once(self, client, document):
        assert len(self.room(client, document).context["creating"]) == 8
        assert len(self.room(client, document, ten="1").context["creating"]) > 8


@pytest.mark.django_db
class TestByHand:
    """Twenty thousand lines on one page would stop a browser."""

    @pytest.fixture
    def document(self, client):
        text = TEXT + "\n".join(f"{n}. Dọn đường thôn {n}" for n in range(1, 901))
        document = a_document(text=text)
        sign_in(client, document.taken_in_by)
        return document

    def shown(self, client, document, **query):
        page = client.get(reverse("intake:document", args=[document.pk]), query)
        return [line.paragraph.number for line in page.context["lines"]]

    def test_a_part_of_the_lines_is_on_a_page(self, client, document):
        assert self.shown(client, document) == list(range(1, LINES_A_PAGE + 1))
        assert self.shown(client, document, page=2)[0] == self.shown(client, document, dong=500)[0] == LINES_A_PAGE + 1

    def test_an_opened_mark_is_on_its_page_with_its_form(self, client, document):
        mark = a_mark(document, "700. Dọn đường thôn 700")

        page = client.get(reverse("intake:document", args=[document.pk]), {"nhiem-vu": mark.pk})

        assert any(line.ends_current for line in page.context["lines"])
        assert 'id="doan-1"' not in page.content.decode()

    def test_one_comes_back_to_what_was_just_marked(self, client, document):
        last = len(paragraphs(document.text))

        answer = client.post(
            reverse("intake:marking", args=[document.pk]), {"paragraph": [last - 1, last], "one_each": "1"}
        )

        assert answer.url.endswith(f"?dong={last - 1}#doan-{last - 1}")

    def test_the_room_does_not_show_a_vast_original_whole(self, client, document, monkeypatch):
        monkeypatch.setattr(room, "MOST_LINES", 500)

        page = client.get(reverse("intake:checking", args=[document.pk]), {"goc": "het"}).content.decode()

        assert 'id="d-900"' not in page and f'href="{reverse("intake:document", args=[document.pk])}?dong=' in page
