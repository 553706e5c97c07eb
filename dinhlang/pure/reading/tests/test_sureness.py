"""Sureness is a chance: weak evidence says less of it, and what a table says plainly more."""

from datetime import date

import pytest

from dinhlang.pure.dates import read_when
from dinhlang.pure.reading.findings import Duty
from dinhlang.pure.reading.sureness import weigh

TEXT = "Phòng Nội vụ rà soát quy chế dân chủ ở các thôn và công khai kết quả"
SPAN = (100, 100 + len(TEXT))
INSIDE, ABOVE = [(100, 112)], [(20, 32)]


def sure(text=TEXT, leads=("Phòng Nội vụ",), time="trước ngày 30/6/2026", **said):
    said.setdefault("sources", {"leads": INSIDE})
    duty = Duty("I.1", text, SPAN, list(leads), timing=read_when(time, date(2026, 1, 2)), **said)
    weigh(duty)
    return duty.confidence


def test_a_plain_sentence_is_right_more_than_eight_times_in_ten_and_not_surely():
    assert 0.8 < sure() < 0.9


@pytest.mark.parametrize(
    "weak",
    [
        {"leads": ["lực lượng"]},
        {"leads": ["Ban Tổ chức Ngày hội văn hóa, thể thao và du lịch các dân tộc vùng cao năm 2026"]},
        {"time": ""} | {"text": f"{TEXT} trước mùa mưa"},
        {"time": "kịp thời"},
        {"time": "khi có yêu cầu của Chủ tịch UBND xã"},
        {"text": f"{TEXT}: {'; '.join(['niêm yết tại nhà văn hóa thôn và đọc trên loa truyền thanh'] * 8)}"},
        {"text": "Rà soát quy chế"},
        {"text": f"{TEXT} như sau:"},
        {"unlined": True, "sources": {"leads": INSIDE, "row": [SPAN]}},
    ],
    ids=[
        "small name",
        "long name",
        "time unseen",
        "time not understood",
        "event",
        "long",
        "short",
        "announces",
        "no lines",
    ],
)
def test_weak_evidence_is_less_sure(weak):
    assert sure(**weak) < sure()


def test_doubts_add_up():
    unseen, long = {"time": "", "text": f"{TEXT} trước mùa mưa"}, "niêm yết tại nhà văn hóa thôn, đọc trên loa; " * 12
    both = {**unseen, "text": f"{unseen['text']}; {long}"}

    assert sure(**both) < sure(**unseen) < 0.75


def test_a_row_of_a_table_and_a_body_that_a_heading_names_are_surer():
    assert sure(sources={"leads": INSIDE, "row": [SPAN]}) > 0.94
    assert sure(sources={"leads": ABOVE}) > sure()


def test_nothing_is_certain_or_hopeless():
    hopeless = {"leads": ["lực lượng"], "time": "kịp thời", "text": "như sau:", "unlined": True}

    assert 0 < sure(**hopeless) < 0.5
    assert sure(sources={"leads": INSIDE, "row": [SPAN]}) < 1
