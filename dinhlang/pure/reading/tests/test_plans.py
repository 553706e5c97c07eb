"""Three real plans, and what a careful official read out of each (plans B, C and E)."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinhlang.pure.reading import read
from dinhlang.pure.viet import normal

PLANS = Path(__file__).with_name("plans")
LETTERS = ["b", "c", "e"]


def text_of(letter):
    return normal((PLANS / f"{letter}.txt").read_text(encoding="utf-8"))


def expected(letter):
    lines = (PLANS / f"{letter}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


def row_of(duty):
    timing = duty.timing
    return [
        duty.path,
        "; ".join(duty.leads),
        "; ".join(duty.advisers),
        "; ".join(duty.partners),
        timing.kind,
        timing.start.isoformat() if timing.start else "",
        " ".join(day.isoformat() for day in timing.due),
    ]


@pytest.mark.parametrize(("letter", "least"), [("b", 0.99), ("c", 0.99), ("e", 0.93)])
def test_the_duties_of_a_real_plan_are_found(letter, least):
    found = {duty.path for duty in read(text_of(letter)).tasks}
    wanted = {row[0] for row in expected(letter)}

    assert len(found & wanted) >= least * len(wanted)
    assert not found - wanted


@pytest.mark.parametrize(("letter", "least"), [("b", 0.92), ("c", 0.93), ("e", 0.8)])
def test_doers_partners_and_times_of_a_real_plan_are_right(letter, least):
    wanted = {row[0]: row[:7] for row in expected(letter)}

    right = [row for duty in read(text_of(letter)).tasks if (row := row_of(duty)) == wanted.get(duty.path)]

    assert len(right) >= least * len(wanted)


def test_the_standing_reports_of_plan_c_say_who_to_whom_through_whom_and_when():
    reports = read(text_of("c")).reports

    assert [(report.receivers, report.via, report.timing.kind) for report in reports] == [
        (["UBND huyện"], ["Phòng Nội vụ huyện"], "periodic"),
        (["Ban Thường vụ Huyện ủy", "Ban Dân vận Huyện ủy"], [], "periodic"),
        (["UBND huyện"], ["Phòng Nội vụ huyện"], "periodic"),
    ]
    assert [day.isoformat() for day in reports[2].timing.due] == ["2024-05-04", "2024-11-04"]
    assert reports[1].senders == ["UBND huyện"]


@pytest.mark.parametrize("letter", LETTERS)
def test_every_duty_and_name_stands_where_its_source_says(letter):
    text = text_of(letter)

    for duty in read(text).tasks:
        start, end = duty.span
        assert duty.text.split()[0].strip("*") in text[start:end]
        for name, span in zip(duty.leads, duty.sources["leads"], strict=False):
            assert "".join(text[slice(*span)].replace("*", "").split()) == "".join(name.split())


def test_a_request_is_told_from_an_order():
    asked = {duty.path: duty.requested for duty in read(text_of("b")).tasks}

    assert asked["IV.2"]
    assert not asked["IV.3"]


def test_money_is_kept_apart_from_duties():
    reading = read(text_of("b"))

    assert [text[:20] for text, _span in reading.funding] == ["Kinh phí thực hiện: "] or len(reading.funding) == 1
    assert not any(duty.path.startswith("III") for duty in reading.tasks)


def spoilt(text, seed):
    """A plan as a bad scan or a careless hand leaves it."""
    chance = random.Random(seed)
    lines = text.splitlines()
    for _ in range(chance.randrange(1, 30)):
        at = chance.randrange(len(lines))
        line = lines[at]
        middle = chance.randrange(len(line) + 1)
        lines[at] = chance.choice(
            [
                "",
                line * 2,
                line.upper(),
                line[:middle],
                f"{line[:middle]}\n{line[middle:]}",
                f"| {line} |",
                line.replace(" ", "  "),
                line.replace("ổ", "ô").replace("ố", "ô"),
                line[:middle] + line[middle : middle + 1] * 2 + line[middle:],
                f"{line}\n12\n",
                "STT\nNội dung\nChủ trì\nPhối hợp\n1\n" + line,
            ]
        )
    return "\n".join(lines)


@settings(max_examples=40, deadline=None)
@given(letter=st.sampled_from(LETTERS), seed=st.integers(0, 10**6))
def test_a_spoilt_plan_is_still_read_and_all_that_is_read_stands_in_it(letter, seed):
    text = normal(spoilt(text_of(letter), seed))

    reading = read(text)

    for duty in reading.tasks:
        start, end = duty.span
        assert 0 <= start < end <= len(text)
        assert 0 < duty.confidence <= 1
        for spans in duty.sources.values():
            assert all(0 <= first < last <= len(text) for first, last in spans)


def test_a_duty_says_where_its_result_goes_and_what_it_cites():
    text = (
        "I. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ rà soát theo Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ;"
        " gửi kết quả về UBND huyện (qua Phòng Tư pháp) trước ngày 20/10/2024.\n"
    )

    (duty,) = read(text).tasks

    assert (duty.send_to, duty.via) == (["UBND huyện"], ["Phòng Tư pháp"])
    assert [one.number for one in duty.citations] == ["59/2023/NĐ-CP"]
