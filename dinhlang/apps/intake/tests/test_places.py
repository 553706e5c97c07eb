"""A duty is seen in the picture of its page: each word keeps its box from the reader to the room."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from dinhlang.apps.files import public as files
from dinhlang.apps.intake import actions, queries
from dinhlang.apps.intake.models import Document
from dinhlang.apps.intake.opening.opener import picture_of_page
from dinhlang.apps.intake.opening.seen import words_seen
from dinhlang.apps.intake.rules import Box, boxes_of, cut_around, placed
from dinhlang.apps.intake.tests.factories import NOW, a_mark
from dinhlang.apps.intake.tests.opening.making import a_pdf
from dinhlang.apps.people.tests.factories import an_officer, sign_in
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.pure.pages import Sheet, Word

TEXT = "Mot hai ba\n| bon | nam |\nsau"
SEEN = {
    1: [["Mot", 10, 10, 20, 20], ["hai", 30, 11, 40, 21], ["ba", 10, 30, 20, 40]],
    2: [["la", 0, 0, 5, 5], ["bon", 10, 10, 20, 20], ["nam", 50, 10, 60, 20], ["sau", 10, 50, 20, 60]],
}


class TestPlaces:
    def test_words_are_found_page_by_page_whatever_stands_between(self):
        told = placed(TEXT, [(0, 1), (11, 2)], SEEN)

        assert told[1] == [0, 3, 10, 10, 20, 20, 4, 7, 30, 11, 40, 21, 8, 10, 10, 30, 20, 40]
        assert [told[2][at] for at in (0, 6, 12)] == [TEXT.index("bon"), TEXT.index("nam"), TEXT.index("sau")]

    def test_a_page_without_words_of_its_own_has_no_places(self):
        assert placed(TEXT, [(0, 1), (11, 3)], SEEN).keys() == {1}

    def test_words_of_one_line_share_a_box(self):
        numbers = placed(TEXT, [(0, 1), (11, 2)], SEEN)[1]

        assert boxes_of(numbers, [[0, 10]]) == [Box(10, 10, 40, 21), Box(10, 30, 20, 40)]
        assert boxes_of(numbers, [[20, 30]]) == []

    def test_a_dash_stands_on_the_line_of_the_words_behind_it(self):
        numbers = [0, 1, 10, 104, 15, 106, 2, 8, 20, 95, 90, 112, 9, 12, 95, 98, 120, 115]

        assert boxes_of(numbers, [[0, 12]]) == [Box(10, 95, 120, 115)]

    def test_a_cut_has_a_margin_and_an_end(self):
        assert cut_around([Box(0, 100, 10, 120)]) == (85, 135)
        assert cut_around([Box(0, 5, 10, 900)]) == (0, 400)
        assert cut_around([]) is None

    def test_a_word_of_a_page_that_was_turned_is_found_where_it_stood(self):
        """A quarter against the clock: what stood at the right edge came to the top."""
        sheet = Sheet(200, 100, [Word("góc", 95, 0, 105, 10)], turned=90, before=(100, 200))

        [[word, left, top, right, bottom]] = words_seen([sheet])[1]

        assert (word, left, right) == ("góc", 900, 1000)
        assert (top, bottom) == (475, 525)


@pytest.mark.django_db
class TestInTheRoom:
    @pytest.fixture
    def document(self, client):
        office = a_committee()
        ha = an_officer(at=office)
        lines = [(250, 780, "KE HOACH"), (80, 740, "1. Phong Noi vu mo lop tap huan.")]
        upload = files.store(SimpleUploadedFile("a.pdf", a_pdf(lines)), by=None, now=NOW)
        reading = actions.arrive(owner=office, file=upload, by=ha, now=NOW)
        actions.work_on(reading, now=lambda: NOW)
        sign_in(client, ha)
        document = Document.objects.get(pk=reading.document_id)
        a_mark(document, "1. Phong Noi vu mo lop tap huan.")
        return document

    def test_a_pdf_with_letters_keeps_their_places(self, document):
        numbers = queries.places_of(document)[1]
        start = document.text.index("Phong")

        [box] = boxes_of(numbers, [[start, start + 5]])

        assert 0 < box.left < box.right < 1000
        assert 0 < box.top < box.bottom < 500

    def test_each_task_shows_its_cut_and_lights_up_in_the_picture(self, client, document):
        mark = document.marks.get()

        page = client.get(reverse("intake:checking", args=[document.pk])).content.decode()

        assert reverse("intake:place", args=[document.pk, mark.pk]) in page
        assert f'<g data-of="{mark.pk}">' in page
        assert "<rect x=" in page
        assert "style=" not in page.split('class="room-boxes"')[1].split("</svg>")[0]

    def test_the_cut_is_a_small_picture(self, client, document):
        mark = document.marks.get()

        answer = client.get(reverse("intake:place", args=[document.pk, mark.pk]))

        picture = Image.open(io.BytesIO(answer.content))
        assert picture.width == 1000
        assert picture.height < 300

    def test_what_has_no_place_has_no_picture(self, client, document):
        mark = document.marks.get()
        document.readings.get().places.all().delete()

        assert client.get(reverse("intake:place", args=[document.pk, mark.pk])).status_code == 404


def test_a_cut_is_a_part_of_the_page():
    whole = Image.open(io.BytesIO(picture_of_page(a_pdf([(80, 740, "Mot")]), "a.pdf", page=1)))
    part = Image.open(io.BytesIO(picture_of_page(a_pdf([(80, 740, "Mot")]), "a.pdf", page=1, cut=(100, 200))))

    assert part.height == pytest.approx(whole.height / 10, abs=2)
