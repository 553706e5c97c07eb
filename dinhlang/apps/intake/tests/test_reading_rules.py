"""What is reckoned with readings: places, likeness, names, the original cut into pieces. Without a database."""

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dinhlang.apps.intake import rules
from dinhlang.apps.intake.rules import Thread, gold, keys_of, likeness, runs_of_words, woven

WORDS = " ".join(f"chữ{n}" for n in range(400))
JSON = some.recursive(
    some.none() | some.booleans() | some.floats(allow_nan=False) | some.text(max_size=20),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def alike(one, other):
    return likeness(runs_of_words(one), runs_of_words(other))


class TestLikeness:
    def test_the_same_words_in_other_marks_and_spaces_are_the_same(self):
        assert alike(WORDS, WORDS.upper().replace(" ", "\n ")) == 1

    def test_nothing_in_common_is_nothing(self):
        assert alike(WORDS, "một văn bản hoàn toàn khác, không chữ nào chung") == 0

    @pytest.mark.parametrize("wrong", range(1, 9))
    def test_texts_that_are_asked_about_share_a_key(self, wrong):
        words = WORDS.split()
        for n in range(wrong):
            words[n * 45 + 7] = f"khác{n}"
        other = " ".join(words)

        assert alike(WORDS, other) >= rules.NEAR_SAME
        assert set(keys_of(runs_of_words(WORDS))) & set(keys_of(runs_of_words(other)))

    @given(some.text(max_size=400))
    def test_any_text_has_keys_or_none_and_likes_itself(self, text):
        runs = runs_of_words(text)

        assert len(keys_of(runs)) == (20 if runs else 0)
        assert likeness(runs, runs) == (1 if runs else 0)


class TestPlaces:
    TEXT = "KẾ HOẠCH\n**1. Tổ chức   tập huấn**\ncho cán bộ | Sở Nội vụ"

    def test_words_are_found_through_emphasis_spaces_and_lines(self):
        ((start, end),) = rules.place_of(self.TEXT, "tổ chức tập huấn cho cán bộ")

        assert self.TEXT[start:end] == "Tổ chức   tập huấn**\ncho cán bộ"

    def test_a_beginning_is_better_than_nothing(self):
        ((start, _end),) = rules.place_of(self.TEXT, "Tổ chức tập huấn rồi làm việc khác hẳn")

        assert self.TEXT[start:].startswith("Tổ chức")

    def test_what_is_not_there_has_no_place(self):
        assert rules.place_of(self.TEXT, "Xây cầu") == []

    @given(
        some.dictionaries(some.sampled_from(["path", "text", "leads", "source", "timing", "confidence"]), some.none())
    )
    def test_a_task_that_says_little_is_proposed_all_the_same(self, task):
        (one,) = rules.proposals({"tasks": [task]}, self.TEXT)

        assert 0 <= one.start < one.end <= len(self.TEXT)

    @given(some.dictionaries(some.sampled_from(["number", "issuer", "signer", "bases", "title"]), JSON, max_size=4))
    def test_no_header_makes_it_fail(self, told):
        said = rules.header_of(told, self.TEXT)

        assert all(0 <= a < b <= len(self.TEXT) for spans in said["source"].values() for a, b in spans)


class TestWoven:
    LINES = [(0, 10, "0123456789"), (11, 16, "abcde")]

    def test_threads_over_one_another_cut_the_line(self):
        threads = [Thread(2, 14, "7", "text"), Thread(4, 6, "7", "lead"), Thread(5, 12, "8", "text")]

        first, second = woven(self.LINES, threads)

        assert [(patch.text, patch.marks) for patch in first] == [
            ("01", ()),
            ("23", ("7",)),
            ("4", ("7",)),
            ("5", ("7", "8")),
            ("6789", ("7", "8")),
        ]
        assert [patch.first for patch in first] == [(), ("7",), (), ("8",), ()]
        assert [(patch.text, patch.marks) for patch in second] == [("a", ("7", "8")), ("bc", ("7",)), ("de", ())]

    @given(some.lists(some.tuples(some.integers(0, 16), some.integers(1, 8), some.sampled_from("xyz")), max_size=9))
    def test_no_letter_is_lost_or_said_twice(self, spans):
        threads = [Thread(start, start + length, mark, "text") for start, length, mark in spans]

        pieces = woven(self.LINES, threads)

        assert ["".join(patch.text for patch in line) for line in pieces] == ["0123456789", "abcde"]


class TestDays:
    @pytest.mark.parametrize(
        ("kind", "day"), [("dated", "2026-12-14"), ("periodic", "2026-05-04"), ("event", "2026-12-14")]
    )
    def test_a_mark_keeps_the_last_milestone_or_the_first_of_what_returns(self, kind, day):
        assert rules.due_day({"kind": kind, "due": ["2026-12-14", "2026-05-04"]}).isoformat() == day

    @pytest.mark.parametrize("told", [None, "", "hôm nay", 5, [], "2026-13-01"])
    def test_what_is_no_day_is_none(self, told):
        assert rules.day_of(told) is None
        assert rules.due_day({"due": [told]}) is None


class TestGold:
    def test_a_day_set_by_hand_stands_instead_of_what_was_understood(self):
        timing = {"text": "Quý III", "kind": "dated", "start": "2026-07-01", "due": ["2026-09-30"]}
        mark = SimpleNamespace(time_words="Quý III", due=date(2026, 9, 1), details={"timing": timing})

        assert rules.timing_of(mark)["due"] == ["2026-09-01"]

    def test_no_time_is_said_as_none(self):
        mark = SimpleNamespace(time_words="", due=None, details={})

        assert rules.timing_of(mark) == {"text": None, "kind": "none", "start": None, "due": []}

    def test_who_reports_to_whom_are_lists(self):
        report = {"text": "Báo cáo", "from": "Sở A; Sở B", "to": "UBND tỉnh", "checked": True}
        told = gold({}, {"reports": [report]}, [])

        assert told["reports"][0]["from"] == ["Sở A", "Sở B"]
        assert told["reports"][0]["via"] == []

    def test_what_nobody_looked_at_is_left_out_and_counted(self):
        said = {"place": "Nhã Nam", "reports": [{"text": "Một", "checked": True}, {"text": "Hai"}]}
        mark = SimpleNamespace(waits=True)

        told = gold({"number": "31/KH-UBND"}, said, [mark], is_header_checked=False)

        assert not {"number", "place", "signer", "bases", "funding"} & set(told)
        assert [report["text"] for report in told["reports"]] == ["Một"]
        left = {"header": False, "tasks": 0, "tasks_left": 1, "reports": 1, "reports_left": 1}
        assert told["checked"] == left


class TestNames:
    def test_words_at_either_end_are_left_out(self):
        assert "so noi vu" in rules.ways_to_say("giao so noi vu tinh", ["tinh"])

    def test_the_nearest_name_is_the_one_that_lost_a_letter(self):
        names = ["phong noi vu", "phong tu phap", "phong van hoa xa hoi"]

        assert rules.by_likeness("phng van hoa xa hoi", names)[0] == "phong van hoa xa hoi"
