"""What looks like another document is a later version of it, a copy, or another one: guessed, then said by people."""

from dataclasses import replace

import pytest
from django.urls import reverse

from dinhlang.apps.intake import actions, queries
from dinhlang.apps.intake.models import DocumentState
from dinhlang.apps.intake.rules import Facts, likely_answer, version_said
from dinhlang.apps.intake.tests.factories import NOW, TEXT, a_read_document, a_reading, told_of
from dinhlang.apps.people.tests.factories import an_officer, sign_in
from dinhlang.apps.units.tests.factories import a_committee

FIRST = Facts(number="31/KH-UBND", year=2026, issuer="UBND xã Nhã Nam", title="Triển khai thi hành Luật")


class TestGuess:
    @pytest.mark.parametrize(
        ("changed", "likeness", "answer"),
        [
            ({"number": "45/KH-UBND"}, 0.97, "replace"),
            ({"number": "45/KH-UBND", "title": "Sửa đổi, bổ sung Kế hoạch triển khai"}, 0.8, "amend"),
            ({"number": "45/KH-UBND", "text": "Văn bản này thay thế Kế hoạch số 31/KH-UBND"}, 0.9, "replace"),
            ({"number": "45/KH-UBND", "title": "Gia hạn Kế hoạch số 31/KH-UBND"}, 0.8, "extend"),
            ({"number": "12/KH-UBND", "year": 2027}, 0.95, "other"),
            ({"year": 2027}, 0.8, "other"),
            ({}, 0.99, "same"),
            ({"number": ""}, 0.9, "same"),
            ({"number": "45/KH-UBND", "issuer": "UBND xã Tân Sỏi"}, 0.9, "other"),
            ({"number": "45/KH-UBND"}, 1.0, "same"),
        ],
    )
    def test_by_number_year_issuer_and_what_it_says(self, changed, likeness, answer):
        assert likely_answer(replace(FIRST, **changed), FIRST, likeness=likeness) == answer

    def test_a_verb_far_from_the_number_says_nothing_of_it(self):
        text = "Sửa đổi quy chế của thôn. " + "Nội dung khác. " * 20 + "Căn cứ Kế hoạch số 31/KH-UBND"

        assert version_said(Facts(text=text), "31/KH-UBND") == ""

    def test_the_number_of_another_year_is_another_document(self):
        words = Facts(number="45/KH-UBND", title="Thay thế Kế hoạch số 31/KH-UBND ngày 05/01/2024")

        assert version_said(words, FIRST.number, 2024) == "replace"
        assert version_said(words, FIRST.number, 2026) == ""

    def test_the_verb_nearest_to_the_number_counts(self):
        text = "Bổ sung kinh phí và thay thế Kế hoạch số 31/KH-UBND"

        assert version_said(Facts(text=text), "31/KH-UBND") == "replace"


@pytest.mark.django_db
class TestAnswer:
    @pytest.fixture
    def office(self):
        return a_committee()

    @pytest.fixture
    def ha(self, office):
        return an_officer(at=office)

    @pytest.fixture
    def first(self, office):
        return a_read_document(at=office)

    @pytest.fixture
    def second(self, first, office, ha):
        """Nearly the same words under another number."""
        text = TEXT.replace("31/KH", "45/KH")
        told = told_of(text, number="45/KH-UBND", date="2026-06-01")
        return a_reading(at=office, by=ha, text=text, told=told).document

    def answer(self, client, second, **said):
        return client.post(reverse("intake:reading_anyway", args=[second.pk]), said, follow=True)

    def test_the_likely_answer_is_chosen_beforehand(self, client, second, ha):
        sign_in(client, ha)

        page = client.get(reverse("intake:checking", args=[second.pk]), follow=True).content.decode()

        chosen = next(tag for tag in page.split("<input") if 'value="replace"' in tag)
        assert "checked" in chosen.split(">")[0]

    def test_a_later_version_is_read_and_knows_what_it_changes(self, client, first, second, ha):
        sign_in(client, ha)

        self.answer(client, second, answer="amend", reason="")

        second.refresh_from_db()
        assert queries.earlier_of(second) == (first, "amend")
        assert second.readings.get().anyway

    def test_a_copy_goes_aside_and_leads_to_the_first(self, client, first, second, ha):
        sign_in(client, ha)

        answer = self.answer(client, second, answer="same")

        second.refresh_from_db()
        assert second.state == DocumentState.SET_ASIDE
        assert answer.redirect_chain[0][0] == reverse("intake:document", args=[first.pk])

    def test_another_one_wants_a_reason(self, client, second, ha):
        sign_in(client, ha)

        page = self.answer(client, second, answer="other", reason=" ").content.decode()

        second.refresh_from_db()
        assert "vì sao văn bản này khác" in page
        assert second.state == DocumentState.ARRIVED

    def test_it_is_answered_once(self, second, ha):
        actions.read_anyway(second, answer="replace", reason="", by=ha, now=NOW)

        with pytest.raises(actions.CannotReadAgain):
            actions.is_the_same(second, by=ha, now=NOW)

    def test_what_was_said_survives_another_reading(self, first, second, ha):
        reading = actions.read_anyway(second, answer="replace", reason="Đổi mốc", by=ha, now=NOW)
        actions.work_on(reading, now=lambda: NOW)

        actions.work_on(actions.read_again(second, by=ha, now=NOW), now=lambda: NOW)

        assert queries.earlier_of(second) == (first, "replace")
        assert queries.why_another(second) == "Đổi mốc"
