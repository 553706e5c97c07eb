"""No text raises anything, and none takes long."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinhlang.pure.dates import read_when, times_in

KINDS = {"dated", "ongoing", "periodic", "event", "session", "open", "none"}
VOCABULARY = """
trước đến hết chậm nhất sau từ trong vào ngày tháng quý năm tuần I II III IV l ll 0 1 2 3 6 12 15 29 30 31 99 2024 2025
2026 9999 0001 / - . , ; : ( ) và hoặc hằng hàng mỗi định kỳ lần thường xuyên khi theo kế hoạch kỳ họp làm việc ít nhất
kể đầu cuối giữa nửa tết nguyên đán thứ hai sáu giờ h 00 này sau tới nay ký ban hành số KH UBND luật giai đoạn 2021-2025
29/02 31/4 15/13 00/00 đợt của cuối tính đến liên tục ngay dự kiến tiếp theo trở đi x-times
"""
WORDS = st.sampled_from(VOCABULARY.split())
PHRASES = st.lists(WORDS, max_size=25).map(" ".join)
DAYS = st.none() | st.dates()


def check(when):
    assert when.kind in KINDS
    assert when.due == tuple(sorted(set(when.due)))
    assert when.sentence
    if when.kind in {"ongoing", "session", "open", "none"}:
        assert when.due == ()
    if when.kind != "periodic":
        assert when.recurrence is None
    if when.kind in {"session", "none"}:
        assert when.start is None


@settings(max_examples=1500, deadline=None)
@given(PHRASES, DAYS)
def test_words_of_time_in_any_order_are_read_somehow(phrase, on):
    check(read_when(phrase, on))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200), DAYS)
def test_any_text_is_read_somehow(phrase, on):
    check(read_when(phrase, on))


@settings(max_examples=300, deadline=None)
@given(st.one_of(PHRASES, st.text(max_size=200)))
def test_stretches_stand_in_the_text_in_order_and_apart(text):
    end = 0
    for found in times_in(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@settings(max_examples=300, deadline=None)
@given(PHRASES, st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_the_same_phrase_on_the_same_day_means_the_same(phrase, on):
    assert read_when(phrase, on) == read_when(phrase, on)


FRAGMENTS = (
    "trước ",
    "ngày ",
    "1 , ",
    "/ ",
    "tháng ",
    "hằng ",
    "định kỳ ",
    "trong ",
    "khoảng ",
    "chậm nhất ",
    "là ",
    "vào ",
    "(",
    ")",
    "1.",
    "thứ hai, ",
    "tháng 1, ",
    "luật a, ",
    "1/kh-",
    "ít nhất ",
    "không quá ",
    "các ",
    "đến hết ",
    "từ ngày 1 đến ",
    "8h ",
    "tết ",
    "\n\n",
    "quý I, ",
    "thời gian ",
    "9" * 50,
    "định kỳ 6 tháng, ",
)


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_time_grows_with_the_text_and_no_faster(fragment):
    def seconds(size):
        text = fragment * (size // len(fragment))
        begin = time.process_time()
        times_in(text)
        read_when(text, date(2025, 1, 1))
        return time.process_time() - begin

    seconds(1000)
    assert seconds(16_000) < 4 * 10 * max(seconds(1600), 0.02)


@pytest.mark.parametrize("number", ["9" * 400, "0", "00", "99999999999"])
def test_figures_beyond_any_calendar_are_no_dates(number):
    for phrase in (
        "trong {} ngày làm việc kể từ ngày 01/12/2025",
        "{} năm kể từ ngày ký",
        "ngày {}/{}/{}",
        "quý {}/2025",
        "năm {}",
        "{} tháng trước ngày 01/01/0002",
        "mỗi {} tháng",
        "{} lần/năm",
    ):
        check(read_when(phrase.replace("{}", number), date(2025, 1, 1)))


@pytest.mark.parametrize("on", [date.min, date.max, date(9999, 1, 1), date(1, 12, 31)])
def test_documents_at_the_ends_of_the_calendar(on):
    for phrase in (
        "trước ngày 01/01",
        "từ nay đến hết năm",
        "hằng quý trước ngày 20 tháng cuối quý",
        "dịp Tết Nguyên đán",
        "tháng tới",
        "10 ngày làm việc kể từ ngày ký",
        "ngày 29/02",
        "thứ Hai hằng tuần",
        "tuần sau",
        "từ tháng 10 đến tháng 4",
    ):
        check(read_when(phrase, on))
