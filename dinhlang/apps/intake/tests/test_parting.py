"""A task parted, joined or added: what its own words say of who and when is read anew."""

from datetime import date

import pytest

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.intake import actions
from dinhlang.apps.intake.rules import read_alone
from dinhlang.apps.intake.tests.factories import NOW, a_reading
from dinhlang.pure.reading import path_at

PLAN = """Số: 31/KH-UBND

KẾ HOẠCH
Triển khai thi hành Luật Thực hiện dân chủ ở cơ sở năm 2026

I. NỘI DUNG

1. Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã kiểm kê tài sản trước ngày 15/12/2026; Phòng Nội vụ tập huấn trong quý II năm 2026.

2. Rà soát quy chế; niêm yết quy chế tại nhà văn hóa.
- Cơ quan chủ trì: UBND xã.
- Thời gian thực hiện: Quý III năm 2026.

IV. TỔ CHỨC THỰC HIỆN

1. Các thôn báo cáo kết quả về UBND xã trước ngày 01/11/2026. Mặt trận Tổ quốc xã giám sát.
"""  # noqa: E501 -- one item, as people print it
ROWS = """Phụ lục

| STT | Nội dung | Cơ quan chủ trì | Phối hợp | Thời gian |
| 1 | Rà soát quy chế; kiểm kê tài sản | Phòng Kinh tế | Các thôn | Quý I/2026 |
| 2 | Niêm yết | nt | | nt |
"""


def between(text, first, last):
    start = text.index(first)
    return start, text.index(last, start) + len(last)


class TestReadAlone:
    def test_a_sentence_says_who_with_whom_and_when(self):
        start, end = between(PLAN, "Giao Phòng Kinh tế", "15/12/2026")
        told = read_alone(PLAN, start, end)

        assert (told.lead_words, told.partner_words, told.time_words) == (
            "Phòng Kinh tế",
            "Công an xã",
            "trước ngày 15/12/2026",
        )
        ((a, b),) = told.sources["lead"]
        assert PLAN[a:b] == "Phòng Kinh tế"

    def test_its_path_is_the_place_it_stands_in(self):
        assert read_alone(PLAN, *between(PLAN, "Mặt trận", "giám sát.")).label == "IV.1"
        assert path_at(PLAN, PLAN.index("2. Rà soát")) == "I.2"
        assert path_at(PLAN, 0) == ""

    def test_a_label_is_said_of_what_stands_above_it(self):
        told = read_alone(PLAN, *between(PLAN, "- Cơ quan chủ trì", "UBND xã."))

        assert told.lead_words == "UBND xã"

    def test_a_row_is_read_under_the_names_of_its_columns_and_below_the_rows_above(self):
        told = read_alone(ROWS, *between(ROWS, "| 2 |", "| nt |"))

        assert (told.text, told.label) == ("Niêm yết", "2")
        assert (told.lead_words, told.time_words) == ("Phòng Kinh tế", "Quý I/2026")

    def test_words_chosen_in_a_cell_keep_the_bodies_of_their_row(self):
        told = read_alone(ROWS, *between(ROWS, "kiểm kê", "tài sản"))

        assert (told.text, told.lead_words, told.partner_words) == ("kiểm kê tài sản", "Phòng Kinh tế", "Các thôn")

    @pytest.mark.parametrize("words", ["Mục đích", "—", "1.", "|", "a b c", "IV."])
    def test_words_that_say_nothing_leave_everything_empty(self, words):
        told = read_alone(words, 0, len(words))

        assert (told.lead_words, told.partner_words, told.time_words) == ("", "", "")


@pytest.mark.django_db
class TestParting:
    @pytest.fixture
    def document(self):
        return a_reading(text=PLAN, told=self.told()).document

    def told(self):
        whole = between(PLAN, "1. Giao", "quý II năm 2026.")
        rows = between(PLAN, "2. Rà soát", "Quý III năm 2026.")
        quarter = {"text": "Quý III năm 2026", "kind": "dated", "start": "2026-07-01", "due": ["2026-09-30"]}
        tasks = [
            {"path": "I.1", "leads": ["Phòng Kinh tế", "Phòng Nội vụ"], "partners": ["Công an xã"], "place": whole},
            {"path": "I.2", "leads": ["UBND xã"], "timing": quarter, "place": rows},
        ]
        for task in tasks:
            start, end = task.pop("place")
            task |= {"text": PLAN[start:end], "confidence": 0.9, "source": {"text": [[start, end]]}}
        return {"date": "2026-01-31", "tasks": tasks}

    def part(self, document, label, at):
        mark = document.marks.get(label=label)
        mark.document = document
        place = document.text.index(at)
        return actions.split_mark(mark, at=place, by=document.taken_in_by, now=NOW)

    def test_each_half_says_its_own_leads_partners_and_time(self, document):
        first, second = self.part(document, "I.1", "Phòng Nội vụ")

        assert (first.lead_words, first.partner_words, first.due) == ("Phòng Kinh tế", "Công an xã", date(2026, 12, 14))
        assert (second.lead_words, second.partner_words, second.due) == ("Phòng Nội vụ", "", date(2026, 6, 30))

    def test_both_keep_the_path_and_wait(self, document):
        first, second = self.part(document, "I.1", "Phòng Nội vụ")

        assert (first.label, second.label) == ("I.1", "I.1")
        assert first.waits
        assert second.waits
        assert Entry.objects.latest("pk").act == "intake.mark_split"

    def test_what_a_label_says_of_the_whole_stays_with_both(self, document):
        first, second = self.part(document, "I.2", "niêm yết")

        assert (first.text, first.lead_words, first.due) == ("Rà soát quy chế;", "UBND xã", date(2026, 9, 30))
        assert (second.lead_words, second.due) == ("UBND xã", date(2026, 9, 30))

    def test_a_body_named_by_hand_stays_with_both(self, document):
        document.marks.filter(label="I.1").update(adviser_words="Văn phòng UBND xã")
        first, second = self.part(document, "I.1", "Phòng Nội vụ")

        assert first.adviser_words == second.adviser_words == "Văn phòng UBND xã"

    def test_joined_again_no_path_stands_among_the_words(self, document):
        first, second = self.part(document, "I.1", "Phòng Nội vụ")
        second.text = f"I.1 {second.text}"
        second.save()

        whole = actions.join_with_next(first, by=document.taken_in_by, now=NOW)

        assert "I.1" not in whole.text
        assert whole.lead_words == "Phòng Kinh tế; Phòng Nội vụ"

    def test_what_is_added_is_read_and_waits(self, document):
        start, end = between(PLAN, "Các thôn báo cáo", "01/11/2026.")

        mark = actions.add_stretch(document, start=start, end=end, by=document.taken_in_by, now=NOW)

        assert (mark.label, mark.lead_words, mark.due) == ("IV.1", "Các thôn", date(2026, 10, 31))
        assert mark.waits
        assert mark.details["send_to"] == ["UBND xã"]

    def test_what_is_no_word_or_lies_over_another_is_refused(self, document):
        start, end = between(PLAN, "Giao", "Kinh tế")

        for a, b in ((start, end), (0, 0), (10**6, 10**6 + 5)):
            with pytest.raises(actions.CannotMark):
                actions.add_stretch(document, start=a, end=b, by=document.taken_in_by, now=NOW)
