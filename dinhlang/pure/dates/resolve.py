"""From named periods to days: missing years, limit words, stretches that touch, periods that a bracket settles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dinhlang.pure.dates.parts import Point
from dinhlang.pure.dates.periods import Period, bounds
from dinhlang.pure.dates.stretches import Stretch

DAY = timedelta(days=1)
_WITHIN = frozenset({"", "within", "range"})


@dataclass(frozen=True)
class Span:
    """Days that a stretch of a phrase means: the first, if one can be said, and the last on time, if any."""

    start: date | None
    due: date | None
    first: date  # of the named period, whatever the limit word says
    last: date
    point: Point
    stretch: Stretch

    @property
    def whole(self) -> bool:
        """Whether a period itself is meant, not a limit."""
        return self.point.limit in _WITHIN


def with_years(points: Iterable[Point]) -> list[Point]:
    """A year printed last serves all parts before it; a year named as a whole serves the parts behind it."""
    out: list[Point] = []
    year: int | None = None
    for point in reversed(list(points)):
        out.append(_of_year(point, year))
        bound = point.limit in {"from", "until", "range"} and point.stretches[0][1].kind == "year"
        printed = [period.year for pair in point.stretches for period in pair if period.year and not bound]
        year = printed[0] if printed else year
    out.reverse()
    year = None
    for at, point in enumerate(out):
        out[at] = _of_year(point, year)
        first, last = point.stretches[0]
        if first == last and first.kind == "year" and first.year and len(point.stretches) == 1:
            year = first.year
    return out


def _of_year(point: Point, year: int | None) -> Point:
    if year is None:
        return point
    pairs = tuple((_own(first, year), _own(last, year)) for first, last in point.stretches)
    return replace(point, stretches=pairs)


def _own(period: Period, year: int) -> Period:
    return period if period.name in {"next year", "following year"} else period.of_year(year)


def spans_of(point: Point, on: date | None) -> Iterator[Span]:
    """The days of each stretch of a point; nothing for a stretch whose days cannot be known."""
    for stretch in point.stretches:
        days = _days(point, stretch, on)
        if days:
            yield _span(point, stretch, *days)


def _days(point: Point, stretch: Stretch, on: date | None) -> tuple[date, date] | None:
    first, last = (_settled(period, on) for period in stretch)
    if point.limit == "range" and last.name == "next year" and not first.has_year:
        last = replace(last, year=None)
    if on is None and not (first.has_year or last.has_year):
        return None
    if on is None and "now" in (first.kind, last.kind):
        return None
    day = on or date(first.year or last.year or 1, 1, 1)
    if first == last and first.kind == "day" and not (first.month or first.name or first.relative):
        return _of_next_month(point, first, day)
    if first == last:
        return bounds(first, day, first.year or _year_of(point, first, day))
    return _both_ends(point, first, last, day)


def _settled(period: Period, on: date | None) -> Period:
    if on is None or period.year is not None:
        return period
    if period.name == "this year":
        return replace(period, year=on.year)
    if period.name == "next year":
        return replace(period, year=on.year + 1)
    return period


def _last_on_time(point: Point, days: tuple[date, date]) -> date:
    first, last = days
    if point.limit == "before" and point.hour is None:
        return first - DAY
    return last


def _year_of(point: Point, period: Period, on: date) -> int | None:
    """The first year in which the last day on time is not before the document."""
    if period.has_year:
        return None
    for year in range(on.year - 1, on.year + 9):
        days = bounds(period, on, year)
        if days and _last_on_time(point, days) >= on:
            return year
    return None


def _of_next_month(point: Point, period: Period, on: date) -> tuple[date, date] | None:
    """A day without its month: the first that is not past."""
    for ahead in range(3):
        year, month = divmod(on.year * 12 + on.month - 1 + ahead, 12)
        days = bounds(replace(period, month=month + 1, year=period.year or year), on)
        if days and _last_on_time(point, days) >= on:
            return days
    return None


def _both_ends(point: Point, first: Period, last: Period, on: date) -> tuple[date, date] | None:
    if not last.has_year and first.has_year:
        begin = bounds(first, on)
        end = begin and _on_or_after(last, begin[0], on)
        return (begin[0], end[1]) if begin and end else None
    end = bounds(last, on, last.year or _year_of(point, last, on))
    if not end:
        return None
    if first.has_year:
        begin = bounds(first, on)
    else:
        begin = bounds(first, on, end[1].year)
        if not begin or begin[0] > end[1]:
            begin = bounds(first, on, end[1].year - 1)
    return (begin[0], end[1]) if begin else None


def _on_or_after(period: Period, day: date, on: date) -> tuple[date, date] | None:
    for year in (day.year, day.year + 1):
        days = bounds(period, on, year)
        if days and days[1] >= day:
            return days
    return None


def _span(point: Point, stretch: Stretch, first: date, last: date) -> Span:
    vague = stretch[0].vague
    start: date | None = None
    due: date | None = last
    if point.limit in _WITHIN:
        start = None if vague and point.limit != "range" else _begin(stretch, first, last)
    elif point.limit == "from":
        start, due = _begin(stretch, first, last), None
    elif point.limit == "after":
        start, due = last + DAY, None
    if point.limit == "before":
        due = last if point.hour or vague else first - DAY
    if point.end_before and point.hour is None:
        due = _before_end(stretch, last)
    if point.end_event:
        due = None
    return Span(start, due, first, last, point, stretch)


def _begin(stretch: Stretch, first: date, last: date) -> date:
    """From when "từ giữa tháng 9", "từ cuối tháng 9" is: the day that stands for the part."""
    if not stretch[0].vague or stretch[0].part == "start":
        return first
    days = bounds(stretch[0], first, first.year)
    return days[1] if days else last


def _before_end(stretch: Stretch, last: date) -> date:
    if stretch[1].is_day:
        return last - DAY
    days = bounds(stretch[1], last, last.year)
    return days[0] - DAY if days else last


def merged(spans: list[Span]) -> list[Span]:
    """Periods that touch are one stretch with one end: "Quý IV/2025 và Quý I/2026", "Ngày 26, 27/12/2011"."""
    out: list[Span] = []
    for span in spans:
        before = out[-1] if out else None
        joined = before is not None and (before.point == span.point or not span.point.apart)
        if (
            before
            and joined
            and before.whole
            and span.whole
            and before.due
            and span.start
            and before.due + DAY == span.start
        ):
            out[-1] = replace(before, due=span.due, last=span.last)
        elif span not in out:
            out.append(span)
    return out


def settled_by_brackets(spans: list[Span]) -> list[Span]:
    """What a closer limit settles: "Quý I/2026 (trước ngày 15/3/2026)", "cuối năm (trước ngày 05/11/2024)"."""
    out = list(spans)
    at = 1
    while at < len(out):
        outer, inner = out[at - 1], out[at]
        if _explains(outer, inner):
            del out[at]
        elif _settles(outer, inner):
            out[at - 1 : at + 1] = [_closer(outer, inner)]
        else:
            at += 1
    return out


def _explains(outer: Span, inner: Span) -> bool:
    """A period in brackets behind a limit says of what the limit is: "trước ngày 20/6 (6 tháng đầu năm)"."""
    period = inner.whole and not inner.stretch[0].is_day
    return period and not outer.whole and inner.point.brackets > outer.point.brackets


def _settles(outer: Span, inner: Span) -> bool:
    if not outer.whole or outer.due is None or (inner.due is None and inner.start is None):
        return False
    if _owned(outer, inner):
        return True
    bracketed = inner.point.brackets > outer.point.brackets
    within = outer.first <= (inner.due or inner.first) <= outer.last
    if not inner.whole:
        later = inner.point.limit == "latest" and not inner.point.apart and (inner.due or outer.due) > outer.due
        day = outer.first == outer.last and not (bracketed or later)
        return (bracketed or within or later) and not day and inner.due is not None
    return within and (outer.first, outer.last) != (inner.first, inner.last) and inner.first >= outer.first


def _closer(outer: Span, inner: Span) -> Span:
    return inner if inner.whole else replace(inner, start=None if _owned(outer, inner) else outer.start)


def _owned(outer: Span, inner: Span) -> bool:
    """ "Báo cáo quý I trước ngày 25/3": the quarter says which report, the day says when."""
    bare = outer.point.noun_before and outer.point.limit == "" and outer.first != outer.last and not inner.whole
    near = 16 if outer.stretch[1].kind == "year" else 5  # "dự toán năm 2026, hoàn thành trước …"; "quý III gửi trước …"
    beside = inner.point.brackets == outer.point.brackets and inner.point.start - outer.point.end <= near
    return bare and beside
