"""Every limit word with every named period, with and without a year, in documents of several days: days reckoned here
apart.
"""

import calendar
from datetime import date, timedelta

import pytest

from dinhlang.pure.dates import read_when

DOCUMENTS = (date(2023, 1, 3), date(2024, 2, 29), date(2025, 8, 15), date(2026, 11, 24), date(2026, 12, 31))
YEARS = ("", " năm 2026", "/2026", " /2026", " năm 2019")
BEFORE = ("trước", "hoàn thành trước", "xong trước", "chậm nhất trước", "đến trước", "Trước", "phải xong trước")
UNTIL = (
    "đến",
    "đến hết",
    "hết",
    "chậm nhất",
    "chậm nhất là",
    "chậm nhất vào",
    "muộn nhất",
    "muộn nhất là",
    "không quá",
    "hạn chót",
    "hoàn thành chậm nhất",
    "chậm nhất đến",
    "chậm nhất đến hết",
    "thời hạn hoàn thành đến",
    "không muộn hơn",
)
WITHIN = (
    "",
    "trong",
    "vào",
    "hoàn thành trong",
    "xong trong",
    "dự kiến",
    "dự kiến trong",
    "ngay trong",
    "hoàn thành vào",
    "Trong",
    "thời gian thực hiện:",
)
FROM = ("từ", "bắt đầu từ", "kể từ", "Từ", "kê từ")


def month(number, begin=1, end=None):
    return lambda year: (date(year, number, begin), date(year, number, end or calendar.monthrange(year, number)[1]))


def months(first, last):
    return lambda year: (date(year, first, 1), month(last)(year)[1])


PERIODS = {
    "ngày 15 tháng 9": ("day", month(9, 15, 15)),
    "ngày 05/3": ("day", month(3, 5, 5)),
    "ngày 1/01": ("day", month(1, 1, 1)),
    "31/12": ("day", month(12, 31, 31)),
    "tháng 9": ("whole", month(9)),
    "tháng 02": ("whole", month(2)),
    "tháng mười hai": ("whole", month(12)),
    "Quý IV": ("whole", months(10, 12)),
    "quý 2": ("whole", months(4, 6)),
    "quí I": ("whole", months(1, 3)),
    "quý lll": ("whole", months(7, 9)),
    "nửa đầu tháng 3": ("whole", month(3, 1, 15)),
    "nửa cuối tháng 3": ("whole", month(3, 16)),
    "trung tuần tháng 5": ("whole", month(5, 11, 20)),
    "đầu tháng 7": ("vague", month(7, 1, 10)),
    "giữa tháng 7": ("vague", month(7, 1, 15)),
    "cuối tháng 02": ("vague", month(2)),
    "đầu quý III": ("vague", month(7)),
    "giữa quý III": ("vague", lambda year: (date(year, 7, 1), date(year, 8, 15))),
    "cuối quý III": ("vague", months(7, 9)),
}
WITH_YEAR_WORD = {
    "6 tháng đầu năm": ("whole", months(1, 6)),
    "06 tháng cuối năm": ("whole", months(7, 12)),
    "chín tháng đầu năm": ("whole", months(1, 9)),
    "nửa cuối năm": ("whole", months(7, 12)),
    "đầu năm": ("vague", months(1, 3)),
    "giữa năm": ("vague", months(1, 6)),
    "cuối năm": ("vague", months(1, 12)),
    "những tháng cuối năm": ("vague", months(1, 12)),
}
DAY = timedelta(days=1)


def due_of(limit, days):
    return days[0] - DAY if limit in BEFORE else days[1]


def in_year(reckon, limit, year, on):
    """The year printed, or the first in which the last day on time is not past."""
    if year:
        return reckon(year)
    return next(days for days in map(reckon, range(on.year - 1, on.year + 3)) if due_of(limit, days) >= on)


def phrases():
    for name, (sort, reckon) in PERIODS.items():
        for year in YEARS:
            yield name + year, sort, reckon, int(year[-4:]) if year else None
    for name, (sort, reckon) in WITH_YEAR_WORD.items():
        for year in ("", " 2026"):
            yield name + year, sort, reckon, int(year) if year else None


def cases(limits):
    return [(limit, *row) for row in phrases() for limit in limits]


def read(limit, phrase, on):
    return read_when(f"{limit} {phrase}".strip(), on)


@pytest.mark.parametrize("on", DOCUMENTS, ids=str)
def test_a_limit_word_gives_the_last_day_on_time_and_no_first(on):
    wrong = []
    for limit, phrase, sort, reckon, year in cases(BEFORE + UNTIL):
        if limit in BEFORE and sort == "vague":
            continue  # nobody writes "trước cuối năm" and means one day
        when = read(limit, phrase, on)
        due = due_of(limit, in_year(reckon, limit, year, on))
        if (when.kind, when.start, when.due) != ("dated", None, (due,)):
            wrong.append((limit, phrase, when.kind, when.start, when.due, due))
    assert not wrong, wrong[:20]


@pytest.mark.parametrize("on", DOCUMENTS, ids=str)
def test_a_named_period_begins_and_ends(on):
    wrong = []
    for limit, phrase, sort, reckon, year in cases(WITHIN):
        when = read(limit, phrase, on)
        first, last = in_year(reckon, limit, year, on)
        start = None if sort == "vague" or first == last else first  # a single day is no start
        if (when.kind, when.start, when.due) != ("dated", start, (last,)):
            wrong.append((limit, phrase, when.kind, when.start, when.due, last))
    assert not wrong, wrong[:20]


@pytest.mark.parametrize("on", DOCUMENTS, ids=str)
def test_from_a_time_on_is_open(on):
    wrong = []
    for limit, phrase, sort, reckon, year in cases(FROM):
        if sort == "vague":
            continue
        when = read(limit, phrase, on)
        first, _ = in_year(reckon, limit, year, on)
        if (when.kind, when.start, when.due) != ("open", first, ()):
            wrong.append((limit, phrase, when.kind, when.start, when.due, first))
    assert not wrong, wrong[:20]


@pytest.mark.parametrize("on", DOCUMENTS, ids=str)
def test_what_is_said_behind_a_period_changes_its_kind(on):
    wrong = []
    for phrase, sort, reckon, year in phrases():
        if sort != "whole":
            continue
        first, last = in_year(reckon, "", year, on)
        for tail, kind, due in (
            (" và thường xuyên", "ongoing", ()),
            (" và các năm tiếp theo", "ongoing", ()),
            (", những năm tiếp theo", "ongoing", ()),
            (" (sau khi Chính phủ ban hành Nghị định)", "event", (last,)),
            (" (theo Kế hoạch của tỉnh)", "event", (last,)),
        ):
            when = read_when(phrase + tail, on)
            if (when.kind, when.start, when.due) != (kind, first, due):
                wrong.append((phrase + tail, when.kind, when.start, when.due))
    assert not wrong, wrong[:20]


@pytest.mark.parametrize("on", DOCUMENTS, ids=str)
def test_a_day_of_each_year_is_a_rule_and_its_first_date(on):
    wrong = []
    for limit in ("trước", "", "chậm nhất", "định kỳ trước", "vào", "báo cáo trước"):
        for name in ("ngày 15 tháng 9", "ngày 05/3", "ngày 1/01", "31/12"):
            for tail in (" hằng năm", " hàng năm", " mỗi năm", " của hằng năm"):
                days = in_year(PERIODS[name][1], limit.replace("định kỳ ", "").replace("báo cáo ", ""), None, on)
                due = due_of(limit.replace("định kỳ ", "").replace("báo cáo ", ""), days)
                when = read(limit, name + tail, on)
                rule = f"FREQ=YEARLY;BYMONTH={due.month};BYMONTHDAY={due.day}"
                if (when.kind, when.start, when.due, when.recurrence) != ("periodic", None, (due,), rule):
                    wrong.append((limit, name + tail, when.kind, when.due, when.recurrence))
    assert not wrong, wrong[:20]


@pytest.mark.parametrize("on", DOCUMENTS, ids=str)
def test_two_ends_make_a_stretch(on):
    wrong = []
    for first in range(1, 13):
        for last in range(1, 13):
            if first == last:
                continue
            end = next(d for d in (month(last)(y)[1] for y in range(on.year, on.year + 2)) if d >= on)
            start = date(end.year - (first > last), first, 1)
            for phrase in (f"từ tháng {first} đến tháng {last}", f"Từ tháng {first:02} đến hết tháng {last:02}",
                           f"từ tháng {first} - tháng {last}"):  # fmt: skip
                when = read_when(phrase, on)
                if (when.kind, when.start, when.due) != ("dated", start, (end,)):
                    wrong.append((phrase, when.kind, when.start, when.due))
            when = read_when(f"từ ngày 05/{first} đến ngày 20/{last}/2026", on)
            if (when.start, when.due) != (date(2026 - (first > last), first, 5), (date(2026, last, 20),)):
                wrong.append((first, last, when.start, when.due))
    assert not wrong, wrong[:20]


@pytest.mark.parametrize("on", DOCUMENTS, ids=str)
def test_a_day_of_each_month(on):
    wrong = []
    for number in range(1, 29):
        for phrase, step in (
            ("ngày {} hằng tháng", 0),
            ("trước ngày {} hàng tháng", -1),
            ("hằng tháng (trước ngày {})", -1),
            ("định kỳ hằng tháng trước ngày {}", -1),
            ("báo cáo tháng trước ngày {} hằng tháng", -1),
            ("chậm nhất ngày {} của tháng sau, hằng tháng", 0),
        ):
            when = read_when(phrase.format(f"{number:02}"), on)
            day = on
            while (day - step * DAY).day != number:
                day += DAY
            rule = f"FREQ=MONTHLY;BYMONTHDAY={number + step or -1}"
            if (when.kind, when.due, when.recurrence) != ("periodic", (day,), rule):
                wrong.append((phrase, number, when.kind, when.due, when.recurrence, day))
    assert not wrong, wrong[:20]
