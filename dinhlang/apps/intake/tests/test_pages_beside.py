"""A scan is seen page by page beside the words that were read from it."""

import pytest
from django.urls import reverse

from dinhlang.apps.files.tests.factories import a_stored_file
from dinhlang.apps.intake import queries
from dinhlang.apps.intake.actions.reading import _page_starts
from dinhlang.apps.intake.opening.opened import Opened, Page
from dinhlang.apps.intake.queries.original import original_of
from dinhlang.apps.intake.rules import paragraphs
from dinhlang.apps.intake.tests.factories import a_read_document
from dinhlang.apps.people.tests.factories import sign_in
from dinhlang.pure.viet import normal_lines

TEXT = "Một\nHai\n| a | b |\n| c | d |\nBa"


def parts(pages):
    told = original_of(paragraphs(TEXT), [], {}, pages)
    return [(part.page, [line.paragraph.number for block in part.blocks for line in block.lines]) for part in told]


class TestParts:
    def test_each_page_has_the_lines_that_begin_on_it(self):
        assert parts([(0, 1), (4, 2)]) == [(1, [1]), (2, [2, 3, 4, 5])]

    def test_a_table_that_goes_on_over_a_page_stays_whole(self):
        inside = TEXT.index("| c")

        assert parts([(0, 1), (inside, 2)]) == [(1, [1, 2, 3, 4]), (2, [5])]

    def test_pages_with_text_of_their_own_have_no_picture(self):
        assert parts([(0, 1), (4, 0)]) == [(1, [1]), (0, [2, 3, 4, 5])]
        assert parts([]) == [(0, [1, 2, 3, 4, 5])]

    def test_an_empty_page_is_passed_over(self):
        assert parts([(0, 1), (4, 2), (4, 3)]) == [(1, [1]), (3, [2, 3, 4, 5])]

    def test_places_are_those_of_the_words_as_they_are_kept(self):
        text = "\n\nMo\u0302\u0323t   \nHai\n"
        opened = Opened(text, (Page(0, 1, True), Page(text.index("Hai"), 2)))

        kept = normal_lines(text).strip("\n")
        assert _page_starts(opened) == [[0, 1, 1], [kept.index("Hai"), 2, 0]]


@pytest.mark.django_db
class TestInTheRoom:
    @pytest.fixture
    def document(self):
        document = a_read_document()
        document.file = a_stored_file(name="ke-hoach.pdf")
        document.save()
        return document

    def starts(self, document, *starts):
        document.readings.update(page_starts=[*map(list, starts)])

    def test_the_picture_stands_with_the_words_of_its_page(self, client, document):
        second = document.text.index("II. NỘI DUNG")
        self.starts(document, (0, 1, 1), (second, 2, 1))
        sign_in(client, document.taken_in_by)

        page = client.get(reverse("intake:checking", args=[document.pk])).content.decode()

        leaf = page.split('id="trang-2"')[1]
        assert reverse("intake:page", args=[document.pk, 2]) in leaf.split("<ol")[0]
        assert "NỘI DUNG THỰC HIỆN" in leaf
        assert "Hình 2 trang gốc" not in page

    def test_pages_with_letters_of_their_own_stay_folded_above(self, document):
        self.starts(document, (0, 1, 0))

        assert queries.pictured_pages(document) == []
