"""Taking in, marking, and what is refused."""

from datetime import date

import pytest

from dinhlang.apps.audit import public as audit
from dinhlang.apps.intake import actions
from dinhlang.apps.intake.models import DocumentState
from dinhlang.apps.intake.rules import LONGEST, paragraphs
from dinhlang.apps.intake.tests.factories import NOW, TRAINING, a_document, a_mark, a_numbered_document
from dinhlang.apps.people.tests.factories import a_viewer, an_officer
from dinhlang.apps.search import public as search
from dinhlang.apps.units.tests.factories import a_committee

pytestmark = pytest.mark.django_db


def acts_on(document):
    return [entry.act for entry in audit.history_of(document)]


def line_saying(document, words):
    return next(line for line in paragraphs(document.text) if words in line.text)


class TestTakingIn:
    def test_the_text_is_brought_into_normal_form(self):
        document = a_document(text="Kế\u00a0hoạch  \r\nHo\u0300a", title="  Kế\thoạch ", number=" 5/KH-UBND ")

        assert document.text == "Kế hoạch\nHòa"
        assert (document.title, document.number) == ("Kế hoạch", "5/KH-UBND")
        assert acts_on(document) == ["intake.taken_in"]

    @pytest.mark.parametrize("text", ["", " \n\t", "***\n---"])
    def test_a_text_without_words_is_refused(self, text):
        with pytest.raises(actions.CannotTakeIn, match="chưa có chữ nào") as refusal:
            a_document(text=text)

        assert refusal.value.field == "text"

    def test_a_text_too_long_is_refused_with_both_lengths(self):
        with pytest.raises(actions.CannotTakeIn, match=r"1\.000\.001 ký tự; nhiều nhất là 1\.000\.000"):
            a_document(text="a" * (LONGEST + 1))
        assert a_document(text="a\r\n" * (LONGEST // 2)).pk  # an end of a line is one letter

    def test_the_same_number_of_one_issuer_is_pointed_out(self):
        first = a_numbered_document()

        with pytest.raises(actions.CannotTakeInTwice) as refusal:
            a_document(at=first.owner, number="31/kh-ubnd", text="Văn bản khác", is_another=False)

        assert refusal.value.twin == first

    def test_a_number_begins_anew_each_year(self):
        first = a_numbered_document()
        facts = {"at": first.owner, "number": first.number, "is_another": False}

        assert a_document(**facts, issued_on=date(2027, 1, 5), text="Văn bản năm sau").pk != first.pk
        with pytest.raises(actions.CannotTakeInTwice):
            a_document(**facts, issued_on=date(2026, 12, 5), text="Văn bản cùng năm")

    def test_the_same_text_is_pointed_out_whatever_its_spaces(self):
        first = a_document()

        with pytest.raises(actions.CannotTakeInTwice):
            a_document(at=first.owner, text=first.text.replace("\n", "\n\n"), is_another=False)

    def test_a_person_may_say_that_it_is_another(self):
        first = a_numbered_document()

        assert a_numbered_document(at=first.owner, is_another=True).pk != first.pk

    def test_another_unit_may_keep_the_same_document(self):
        first = a_document()

        assert a_document(at=a_committee(), text=first.text, is_another=False).pk != first.pk

    def test_a_title_longer_than_its_column_is_refused_on_any_database(self):
        with pytest.raises(actions.CannotTakeIn, match="dài 10000 ký tự; tối đa 500") as refusal:
            a_document(title="x" * 10_000)

        assert refusal.value.field == "title"

    def test_it_is_found_by_words_of_its_text_once_it_is_confirmed(self):
        document = a_document()
        a_mark(document)
        assert search.find("dai truyen thanh", person=a_viewer(at=document.owner), kind="document").total == 0

        actions.confirm(document, by=document.taken_in_by, now=NOW)

        assert search.find("dai truyen thanh", person=document.taken_in_by, kind="document").total == 1
        assert search.find("dai truyen thanh", person=None, kind="document").total == 0


class TestCorrecting:
    def facts(self, document, **changed):
        names = ("kind", "number", "issued_on", "issuer", "title")
        return {name: getattr(document, name) for name in names} | changed

    def test_what_was_before_stays_in_the_record(self):
        document = a_document(title="Kế hoach")

        actions.change_facts(document, **self.facts(document, title="Kế hoạch"), by=document.taken_in_by, now=NOW)

        entry = audit.history_of(document)[0]
        assert (entry.before["title"], entry.after["title"]) == ("Kế hoach", "Kế hoạch")

    def test_not_once_it_is_set_aside(self):
        document = a_document()
        actions.set_aside(document, reason="Nhầm", by=document.taken_in_by, now=NOW)

        with pytest.raises(actions.CannotChange):
            actions.change_facts(document, **self.facts(document), by=document.taken_in_by, now=NOW)


class TestMarking:
    def test_a_stretch_becomes_a_task_with_its_label(self):
        document = a_document()

        mark = a_mark(document)

        assert document.text[mark.start : mark.end] == TRAINING
        assert (mark.label, mark.text) == ("b", TRAINING[3:])
        assert acts_on(document)[0] == "intake.marked"

    def test_overlapping_tasks_are_refused_by_number_and_words(self):
        document = a_document()
        mark = a_mark(document)

        with pytest.raises(actions.CannotMark, match="chồng lên nhiệm vụ 1"):
            actions.mark_stretch(document, start=mark.start + 3, end=mark.end + 9, by=document.taken_in_by, now=NOW)

    @pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 2), (-3, 0), (10_000, 20_000)])
    def test_a_stretch_without_words_is_refused(self, start, end):
        document = a_document()

        with pytest.raises(actions.CannotMark, match="chưa có chữ nào"):
            actions.mark_stretch(document, start=start, end=end, by=document.taken_in_by, now=NOW)

    def test_a_label_longer_than_its_column_is_refused_on_any_database(self):
        with pytest.raises(actions.CannotMark, match="tối đa 40"):
            a_mark(a_document(), label="x" * 41)

    def test_neighbouring_paragraphs_are_one_task_and_distant_ones_their_own(self):
        document = a_document()

        first, last = line_saying(document, TRAINING), line_saying(document, "c) Báo cáo")
        numbers = [last.number, first.number + 1, first.number]
        marks = actions.mark_paragraphs(document, numbers=numbers, by=document.taken_in_by, now=NOW)

        assert [(mark.start, mark.label) for mark in marks] == [(first.start, "b"), (last.start, "c")]

    def test_each_paragraph_may_be_a_task_of_its_own(self):
        document = a_document()

        marks = actions.mark_paragraphs(document, numbers=[7, 8], one_each=True, by=document.taken_in_by, now=NOW)

        assert len(marks) == 2

    def test_no_paragraph_no_task(self):
        with pytest.raises(actions.CannotMark, match="Chưa chọn đoạn nào"):
            actions.mark_paragraphs(a_document(), numbers=[0, 999], by=an_officer(), now=NOW)

    def test_if_one_of_several_overlaps_none_is_marked(self):
        document = a_document()
        a_mark(document)
        taken = line_saying(document, TRAINING).number

        with pytest.raises(actions.CannotMark):
            actions.mark_paragraphs(document, numbers=[1, taken], by=document.taken_in_by, now=NOW)

        assert document.marks.count() == 1

    def test_only_while_the_document_is_open(self):
        document = a_document()
        actions.set_aside(document, reason="Nhầm", by=document.taken_in_by, now=NOW)

        with pytest.raises(actions.CannotMark, match="không còn mở"):
            a_mark(document)


class TestWording:
    def test_words_are_kept_with_before_and_after(self):
        mark = a_mark(a_document())

        actions.change_mark(
            mark,
            label="b)",
            text="Mở lớp\r\ntập huấn",
            lead_words=" UBND  xã ",
            due=date(2026, 9, 30),
            by=mark.document.taken_in_by,
            now=NOW,
        )

        mark.refresh_from_db()
        assert (mark.text, mark.lead_words, mark.due) == ("Mở lớp\ntập huấn", "UBND xã", date(2026, 9, 30))
        assert acts_on(mark.document)[0] == "intake.mark_changed"

    def test_saying_the_same_again_is_no_change(self):
        mark = a_mark(a_document())

        actions.change_mark(mark, label=mark.label, text=mark.text, by=mark.document.taken_in_by, now=NOW)

        assert "intake.mark_changed" not in acts_on(mark.document)

    def test_a_task_has_words(self):
        with pytest.raises(actions.CannotMark) as refusal:
            actions.change_mark(a_mark(a_document()), label="", text=" ", by=an_officer(), now=NOW)

        assert refusal.value.field == "text"

    def test_a_line_says_who_leads_and_where_it_says_so_is_kept(self):
        mark = a_mark(a_document())
        line = line_saying(mark.document, "chủ trì: UBND xã")

        for _ in range(2):
            actions.give_words(mark, part="lead", start=line.start, end=line.end, by=mark.document.taken_in_by, now=NOW)

        mark.refresh_from_db()
        assert mark.lead_words == "UBND xã"
        assert mark.sources == {"lead": [[line.start, line.end]]}

    def test_two_lines_say_more(self):
        mark = a_mark(a_document(), partner_words="Công an xã")
        line = line_saying(mark.document, "phối hợp: Các thôn")

        actions.give_words(mark, part="partner", start=line.start, end=line.end, by=mark.document.taken_in_by, now=NOW)

        assert mark.partner_words == "Công an xã; Các thôn"

    @pytest.mark.parametrize(("part", "start"), [("boss", 0), ("lead", 9_999)])
    def test_neither_an_unknown_part_nor_a_line_that_is_not_there(self, part, start):
        with pytest.raises(actions.CannotMark):
            actions.give_words(a_mark(a_document()), part=part, start=start, end=start + 9, by=an_officer(), now=NOW)


class TestSplittingAndJoining:
    def a_long_mark(self):
        return a_mark(a_document(), "- Cơ quan chủ trì: UBND xã.\n- Thời gian thực hiện: Quý III năm 2026.")

    def test_one_becomes_two(self):
        mark = self.a_long_mark()
        place = mark.document.text.index("- Thời gian thực hiện: Quý III")

        first, second = actions.split_mark(mark, at=place, by=mark.document.taken_in_by, now=NOW)

        assert (first.text, second.text) == ("Cơ quan chủ trì: UBND xã.", "Thời gian thực hiện: Quý III năm 2026.")
        assert second.start == place

    @pytest.mark.parametrize("where", ["start", "end"])
    def test_not_at_its_edges(self, where):
        mark = self.a_long_mark()

        with pytest.raises(actions.CannotSplit):
            actions.split_mark(mark, at=getattr(mark, where), by=mark.document.taken_in_by, now=NOW)

    def test_two_become_one_again(self):
        mark = self.a_long_mark()
        place = mark.document.text.index("- Thời gian thực hiện: Quý III")
        end = mark.end
        first, second = actions.split_mark(mark, at=place, by=mark.document.taken_in_by, now=NOW)
        second.lead_words = "Trạm Y tế"
        second.save()

        joined = actions.join_with_next(first, by=mark.document.taken_in_by, now=NOW)

        assert (joined.end, joined.lead_words, mark.document.marks.count()) == (end, "UBND xã; Trạm Y tế", 1)

    def test_the_last_has_nothing_to_be_joined_with(self):
        with pytest.raises(actions.CannotJoin):
            actions.join_with_next(a_mark(a_document()), by=an_officer(), now=NOW)


class TestRemoving:
    def test_a_removed_mark_comes_back_as_it_was(self):
        mark = a_mark(a_document(), lead_words="UBND xã", due=date(2026, 9, 30), sources={"lead": [[1, 4]]})
        document, by = mark.document, mark.document.taken_in_by

        facts = actions.remove_mark(mark, by=by, now=NOW)
        back = actions.put_back(document, facts=facts, by=by, now=NOW)

        assert (back.label, back.lead_words, back.due) == ("b", "UBND xã", date(2026, 9, 30))
        assert back.sources == {"lead": [[1, 4]]}
        assert acts_on(document)[:2] == ["intake.marked", "intake.mark_removed"]


class TestSettingAside:
    def test_with_a_reason_and_back_again(self):
        document = a_document()
        by = document.taken_in_by

        actions.set_aside(document, reason="Nhập nhầm", by=by, now=NOW)
        actions.bring_back(document, by=by, now=NOW)

        assert document.state == DocumentState.MARKING
        assert acts_on(document)[:2] == ["intake.brought_back", "intake.set_aside"]

    def test_without_a_reason_it_stays(self):
        with pytest.raises(actions.CannotSetAside) as refusal:
            actions.set_aside(a_document(), reason=" ", by=an_officer(), now=NOW)

        assert refusal.value.field == "reason"

    def test_what_was_not_set_aside_is_not_brought_back(self):
        with pytest.raises(actions.CannotBringBack):
            actions.bring_back(a_document(), by=an_officer(), now=NOW)

    def test_a_plan_is_not_set_aside(self):
        document = a_document()
        a_mark(document)
        actions.confirm(document, by=document.taken_in_by, now=NOW)

        with pytest.raises(actions.CannotSetAside):
            actions.set_aside(document, reason="Nhầm", by=document.taken_in_by, now=NOW)
