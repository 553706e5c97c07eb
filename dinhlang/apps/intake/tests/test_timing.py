"""From which day on and how often, as a person says besides the words: one grammar reads both."""

from datetime import date

import pytest
from django.urls import reverse

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.intake import actions, queries
from dinhlang.apps.intake.actions.timing import understood
from dinhlang.apps.intake.rules import RHYTHMS
from dinhlang.apps.intake.tests.factories import NOW, a_read_document
from dinhlang.apps.intake.tests.test_checking import mark_of, words
from dinhlang.apps.people.tests.factories import sign_in
from dinhlang.pure.dates import read_when

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 1)


@pytest.fixture
def document():
    return a_read_document()


def correct(document, **changed):
    mark = mark_of(document)
    return actions.correct(mark, seen=mark.version, by=document.taken_in_by, now=NOW, **words(mark, **changed))


class TestWhatIsAdded:
    @pytest.mark.parametrize("rhythm", RHYTHMS)
    @pytest.mark.parametrize("phrase", ["", "Thường xuyên trong năm 2026", "Quý III năm 2026"])
    def test_each_rhythm_is_read_behind_the_words(self, document, rhythm, phrase):
        told = understood(phrase, document, rhythm=rhythm)

        assert told["recurrence"].startswith(rhythm.split(";")[0])
        assert (told["text"], told["by_hand"]["rhythm"]) == (phrase, rhythm)

    @pytest.mark.parametrize("phrase", ["", "trước ngày 30/6/2026", "hằng tháng"])
    def test_so_is_a_first_day(self, document, phrase):
        assert understood(phrase, document, start=MARCH)["start"] == "2026-03-01"

    def test_what_the_words_say_already_is_nothing_added(self, document):
        told = understood("trước ngày 15 hằng tháng", document, rhythm="FREQ=MONTHLY")

        assert "by_hand" not in told

    def test_a_rhythm_against_the_words_is_refused_with_a_way_out(self, document):
        with pytest.raises(actions.CannotTime, match="không đi với “hằng năm”"):
            understood("hằng tháng, hằng tuần, hằng quý, hằng tháng trước ngày 05", document, rhythm="FREQ=YEARLY")


class TestInTheTask:
    def test_it_is_kept_beside_the_words_and_told_to_the_rooms_above(self, document):
        mark = correct(document, begins=MARCH, rhythm="FREQ=MONTHLY")

        assert mark.time_words == "Quý III năm 2026"
        assert (mark.begins, mark.rhythm) == (MARCH, "FREQ=MONTHLY")
        again = read_when(mark.whole_time, date(2026, 1, 31))
        assert (again.start, again.recurrence) == (MARCH, mark.details["timing"]["recurrence"])
        after = Entry.objects.latest("pk").after
        assert (after["begins"], after["rhythm"]) == ("2026-03-01", "hằng tháng")

    def test_new_words_are_understood_anew_and_what_was_said_by_hand_stays(self, document):
        correct(document, rhythm="FREQ=MONTHLY")
        mark = correct(document, time_words="từ ngày 01/02/2026")

        assert (mark.begins, mark.rhythm) == (date(2026, 2, 1), "FREQ=MONTHLY")

    def test_a_day_that_only_stood_there_does_not_hold_the_new_words_back(self, document):
        shown = mark_of(document).begins
        mark = correct(document, time_words="trước ngày 15/12/2026", begins=shown, rhythm="")

        assert (mark.begins, mark.due) == (None, date(2026, 12, 14))

    def test_it_is_taken_back_by_leaving_the_fields_to_the_words(self, document):
        correct(document, begins=MARCH, rhythm="FREQ=MONTHLY")
        mark = correct(document, begins=None, rhythm="")

        assert mark.whole_time == mark.time_words == "Quý III năm 2026"
        assert mark.begins == date(2026, 7, 1)

    def test_gold_tells_the_words_as_printed_and_what_they_were_said_to_mean(self, document):
        correct(document, begins=MARCH, rhythm="FREQ=MONTHLY")

        (timing,) = (task["timing"] for task in queries.gold_of(document)["tasks"])
        assert (timing["text"], timing["kind"], timing["start"]) == ("Quý III năm 2026", "periodic", "2026-03-01")

    def test_an_undone_removal_brings_it_back(self, document):
        mark = correct(document, rhythm="FREQ=MONTHLY")
        facts = actions.remove_mark(mark, by=document.taken_in_by, now=NOW)

        assert actions.put_back(document, facts=facts, by=document.taken_in_by, now=NOW).rhythm == "FREQ=MONTHLY"


class TestInTheForm:
    @pytest.fixture
    def post(self, client, document):
        sign_in(client, document.taken_in_by)
        mark = mark_of(document)
        typed = {name: value or "" for name, value in words(mark).items()} | {
            "seen": 1,
            "due": "",
            "begins": "1/7/2026",
        }
        address = reverse("intake:mending", args=[document.pk, mark.pk])
        return lambda headers=None, **more: client.post(address, typed | more, headers=headers or {})

    def test_how_it_is_understood_is_told_before_it_is_kept(self, document, post):
        page = post({"Sec-Fetch-Dest": "empty"}, preview="1", rhythm="FREQ=MONTHLY").content.decode()

        assert "Lặp lại hằng tháng" in page
        assert mark_of(document).rhythm == ""

    def test_what_does_not_go_together_is_told_there_too(self, post):
        asked = {"time_words": "hằng tháng, hằng tuần, hằng quý, hằng tháng trước ngày 05", "rhythm": "FREQ=YEARLY"}
        page = post({"Sec-Fetch-Dest": "empty"}, preview="1", begins="", **asked).content.decode()

        assert "không đi với" in page

    def test_without_script_it_is_understood_when_it_is_kept(self, document, post):
        post(save="1", time_words="Trong năm 2026", begins="1/7/2026", rhythm="FREQ=MONTHLY;INTERVAL=3")

        assert mark_of(document).details["timing"]["recurrence"].startswith("FREQ=MONTHLY;INTERVAL=3")

    def test_a_refusal_stands_beside_the_field_and_keeps_what_was_typed(self, post):
        asked = {"time_words": "hằng tháng, hằng tuần, hằng quý, hằng tháng trước ngày 05", "rhythm": "FREQ=YEARLY"}
        page = post(save="1", begins="", **asked).content.decode()

        assert "không đi với" in page
        assert "hằng tháng, hằng tuần, hằng quý" in page
