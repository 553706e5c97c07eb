"""What comes back: the first dates of each series, and the rule in the words of RFC 5545."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from dinhlang.pure.dates.parts import Mark, Part, Point, Rhythm, Unit, Weekday
from dinhlang.pure.dates.periods import Part as Part_
from dinhlang.pure.dates.periods import Period, bounds, month_of
from dinhlang.pure.dates.resolve import DAY, Span, merged, settled_by_brackets, spans_of
from dinhlang.pure.dates.rule import Rule, written

_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
EACH = frozenset(
    {
        "last month of quarter",
        "first month of quarter",
        "second month of quarter",
        "next quarter",
        "each month",
        "last month of period",
    }
)
_EDGE_DAYS = {"start": Period("day", 10), "mid": Period("day", 15), "end": Period("day", -1)}
_QUARTER_EDGES = {
    "start": Period("day", -1, name="first month of quarter"),
    "mid": Period("day", 15, name="second month of quarter"),
}


@dataclass(frozen=True)
class Series:
    """What a phrase that repeats gives."""

    start: date | None
    due: tuple[date, ...]
    recurrence: str | None
    spans: tuple[Span, ...]
    rhythms: tuple[Rhythm, ...]


@dataclass
class _Making:
    on: date | None
    rules: list[Rule] = field(default_factory=list)
    due: list[date] = field(default_factory=list)
    start: date | None = None
    until: date | None = None
    spans: list[Span] = field(default_factory=list)
    kept: list[Span] = field(default_factory=list)  # dates with their own year
    holders: set[int] = field(default_factory=set)  # where the years stand within which the series runs


def series_of(parts: list[Part], points: list[Point], on: date | None) -> Series:
    """Give each dated point to its rhythm, then write the rules and the first dates."""
    making = _Making(on)
    by_start = {point.start: point for point in points}
    rhythms = [part for part in parts if isinstance(part, Rhythm)]
    for rhythm in rhythms:
        _rule_for(making, rhythm)
        if rhythm.edge:
            _edge_of_each(making, rhythm)
    for at, part in enumerate(parts):
        if isinstance(part, Point) and part.start in by_start and not _names_a_report(parts, at):
            if _holds_what_follows(parts, at):
                making.holders.add(part.start)
            _place(making, by_start[part.start], _rhythm_near(parts, at))
        elif isinstance(part, Weekday):
            _on_weekday(making, part, _rhythm_near(parts, at))
    _hours(making, parts)
    _settle(making)
    rules = [text for rule in _joined(making) if (text := written(rule, making.until))]
    recurrence = " | ".join(dict.fromkeys(rules)) or None
    return Series(making.start, tuple(sorted(set(making.due))), recurrence, tuple(making.spans), tuple(rhythms))


def _rule_for(making: _Making, rhythm: Rhythm) -> Rule:
    for rule in making.rules:
        if (rule.rhythm.unit, rule.rhythm.interval) == (rhythm.unit, rhythm.interval):
            if rhythm.times > rule.rhythm.times:
                rule.rhythm = rhythm
            return rule
    making.rules.append(Rule(rhythm))
    return making.rules[-1]


def _holds_what_follows(parts: list[Part], at: int) -> bool:
    """ "Năm 2024 (hàng tháng)", "Giai đoạn 2026-2030: hằng năm": the series runs within the years, up to their end."""
    part, behind = parts[at], parts[at + 1 : at + 3]
    years = isinstance(part, Point) and part.stretches[0][1].kind == "year" and not part.stretches[0][1].vague
    joint = behind[0] if behind else None
    parted = isinstance(joint, Mark) and joint.text in {"(", ",", ":", ";"}
    return years and parted and len(behind) > 1 and isinstance(behind[1], Rhythm)


def _names_a_report(parts: list[Part], at: int) -> bool:
    """ "Báo cáo 6 tháng đầu năm trước ngày 15/6": the half-year says which report, the day says when."""
    part, behind = parts[at], parts[at + 1] if at + 1 < len(parts) else None
    if isinstance(behind, Mark) and behind.text == "(" and at + 2 < len(parts):
        behind = parts[at + 2]
    period = part.stretches[0][1] if isinstance(part, Point) else None
    if not isinstance(part, Point) or part.limit or period is None or period.is_day or period.year:
        return False
    bare = part.noun_before or period.kind == "months"
    return bare and isinstance(behind, Point) and behind.limit in {"before", "latest", "until"}


def _edge_of_each(making: _Making, rhythm: Rhythm) -> None:
    """ "cuối mỗi quý", "đầu mỗi tháng"."""
    point = Point(rhythm.start, rhythm.end)
    if rhythm.unit in {"month", "quarter"}:
        _on_days(making, point, _edge_of(rhythm.unit, rhythm.edge), rhythm)
    elif rhythm.unit == "year":
        part: Part_ = "start" if rhythm.edge == "start" else "mid" if rhythm.edge == "mid" else "end"
        _each_year(making, point, (Period("year", part=part), Period("year", part=part)), rhythm)


def _edge_of(unit: str, edge: str) -> Period:
    return (_QUARTER_EDGES if unit == "quarter" else _EDGE_DAYS).get(edge, _EDGE_DAYS["end"])


def _rhythm_near(parts: list[Part], at: int) -> Rhythm | None:
    """The rhythm a date belongs to: the one right behind it, else the last before it, else the first after it."""
    behind = parts[at + 1] if at + 1 < len(parts) else None
    if isinstance(behind, Rhythm) and behind.start - parts[at].end <= 1:
        return behind
    before = [part for part in parts[:at] if isinstance(part, Rhythm)]
    after = [part for part in parts[at + 1 :] if isinstance(part, Rhythm)]
    return before[-1] if before else after[0] if after else None


def _place(making: _Making, point: Point, rhythm: Rhythm | None) -> None:
    if all(period.has_year for pair in point.stretches for period in pair):
        _with_own_year(making, point, rhythm)
        return
    for first, last in point.stretches:
        if last.kind == "day" and last.month is None and last.name == "last month of period":
            for each in [rule.rhythm for rule in making.rules]:  # "định kỳ quý, 6 tháng, năm (…)"
                _on_days(making, point, last, each)
        elif last.kind == "day" and last.month is None:
            _on_days(making, point, last, rhythm)
        elif last.relative:
            _on_edges(making, point, last, rhythm)
        else:
            _each_year(making, point, (first, last), rhythm)


def _with_own_year(making: _Making, point: Point, rhythm: Rhythm | None) -> None:
    if point.stretches[0][1].relative and point.stretches[0][1].name == "bare":
        for _, last in point.stretches:
            _on_edges(making, point, last, rhythm)
        return
    for span in spans_of(point, making.on):
        making.spans.append(span)
        periods = span.stretch[0].kind in {"year", "months", "quarter", "month", "now"} or point.limit in {
            "from",
            "after",
        }
        periods = periods and not span.stretch[0].vague and not _another_job(point, rhythm)
        days = point.limit == "range" and rhythm is not None and rhythm.unit in {"day", "week"}  # hằng ngày từ … đến …
        periods = periods or days
        before = rhythm is None or rhythm.start > point.start
        if span.due is None:
            making.start = making.start or span.start
        elif point.limit in {"until"} and span.stretch[1].kind == "year":
            making.until = span.due
        elif periods and (point.limit in {"within", "range"} or not before or point.start in making.holders):
            making.start, making.until = making.start or span.start, span.due
        else:
            making.kept.append(span)


def _another_job(point: Point, rhythm: Rhythm | None) -> bool:
    """ "hằng năm sơ kết; tổng kết vào năm 2030": the year is not that of the rhythm."""
    return point.apart and rhythm is not None and rhythm.start < point.start


def _on_days(making: _Making, point: Point, period: Period, rhythm: Rhythm | None) -> None:
    """A day of each month or quarter: the rule names the last day on time."""
    if period.name == "last month of period" and rhythm is None:
        return  # of which period is not said
    rule = _rule_for(making, _rhythm_of_days(point, period, rhythm))
    step = -1 if point.limit == "before" and point.hour is None else 0
    rule.hours += [point.hour] if point.hour else []
    if (rule.rhythm.unit, rule.rhythm.interval) in _QUARTERLY:
        _days_of_quarter(making, rule, period, step)
    elif rule.rhythm.unit != "year":
        _days_of_month(making, rule, period, step)
    elif period.name == "last month of period":
        whole = Period("day", period.number, month=12)
        _each_year(making, point, (whole, whole), rhythm)


_QUARTERLY = frozenset({("quarter", 1), ("month", 6), ("month", 3)})


def _rhythm_of_days(point: Point, period: Period, rhythm: Rhythm | None) -> Rhythm:
    quarter = period.name.endswith("quarter")
    if rhythm is None or (quarter and rhythm.unit != "quarter" and period.name in EACH):
        return Rhythm(point.start, point.end, unit="quarter" if quarter else "month")
    return rhythm


def _days_of_month(making: _Making, rule: Rule, period: Period, step: int) -> None:
    number = -1 if period.number + step == 0 else period.number + step
    if period.number == -1 and step:
        number = -2
    rule.days.append(number)
    if making.on and (day := _first_monthly(making.on, period.number, step)):
        making.due.append(day)


def _first_monthly(on: date, number: int, step: int) -> date | None:
    for ahead in range(14):
        year, month = divmod(on.year * 12 + on.month - 1 + ahead, 12)
        last = month_of(year, month + 1)[1]
        if number <= last.day:
            day = last.replace(day=last.day if number == -1 else number) + step * DAY
            if day >= on:
                return day
    return None


def _days_of_quarter(making: _Making, rule: Rule, period: Period, step: int) -> None:
    place = {"next quarter": 1, "next month": 1, "first month of quarter": 1, "second month of quarter": 2}.get(
        period.name, 3
    )
    wide = 6 if rule.rhythm.interval == 6 else 3
    months = [month for month in range(1, 13) if (month - place) % 3 == 0]
    if wide == 6:
        months = [6, 12] if place == 3 else [1, 7]
    first: list[date] = []
    for month in months:
        year = making.on.year if making.on else 2001
        days = bounds(Period("day", period.number, month=month), date(year, 1, 1), year)
        if not days:
            continue
        due = days[0] + step * DAY
        rule.months.append(due.month)
        rule.days.append(-1 if period.number == -1 and not step else due.day)
        if making.on:
            first.append(due if due >= making.on else _a_year_on(due))
    if first:
        making.due.append(min(first))


def _a_year_on(day: date) -> date:
    return day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else date(day.year + 1, 2, 28)


def _on_edges(making: _Making, point: Point, period: Period, rhythm: Rhythm | None) -> None:
    """ "cuối tháng", "đầu quý" beside a rhythm: an edge of each month or quarter."""
    rhythm = rhythm or Rhythm(point.start, point.end, unit="month" if period.kind == "month" else "quarter")
    if period.kind in {"month", "quarter"} and rhythm.unit == period.kind:
        _on_days(making, point, _edge_of(period.kind, period.part), rhythm)


def _each_year(making: _Making, point: Point, stretch: tuple[Period, Period], rhythm: Rhythm | None) -> None:
    """A day, month or quarter of each year."""
    alone = Point(point.start, point.end, point.brackets, point.limit, (stretch,), point.end_before, hour=point.hour)
    for span in spans_of(alone, making.on):
        making.spans.append(span)
        if span.due is None:
            making.start = making.start or span.start
            continue
        vague_year = stretch[1].kind == "year"
        if vague_year and (rhythm is None or rhythm.unit != "year" or rhythm.implied):
            continue
        _yearly(making, span, span.due, rhythm)


def _yearly(making: _Making, span: Span, due: date, rhythm: Rhythm | None) -> None:
    wide = rhythm if rhythm and (rhythm.unit, rhythm.interval) in _HELD_BY_DATES else None
    rule = _rule_for(making, wide or Rhythm(span.point.start, span.point.end, unit="year"))
    rule.dated += 1
    first, last = span.stretch
    if not last.is_day and first != last:
        rule.months += _season(span)
        return
    rule.months.append(due.month)
    if (first.is_day and last.is_day) or (span.point.limit == "before" and span.stretch[0].is_day):
        rule.days.append(due.day)
    making.due.append(due)


_HELD_BY_DATES = frozenset(
    {("year", 1), ("month", 6), ("month", 3), ("quarter", 1), ("month", 9), ("year", 2), ("year", 5), ("month", 4)}
)


def _season(span: Span) -> list[int]:
    month, months = span.first.month, []
    for _ in range(12):
        months.append(month)
        if month == span.last.month:
            break
        month = month % 12 + 1
    return months


def _on_weekday(making: _Making, weekday: Weekday, rhythm: Rhythm | None) -> None:
    unit: Unit = "month" if weekday.nth else "week"
    if rhythm is None or rhythm.unit not in {"week", "month"}:
        rhythm = Rhythm(weekday.start, weekday.end, unit=unit)
    rule = _rule_for(making, rhythm)
    shift = -1 if weekday.before and weekday.hour is None else 0
    if weekday.hour:
        rule.hours.append(weekday.hour)
    nth = weekday.nth if rhythm.unit == "month" else 0
    for day in weekday.days:
        at = (day + shift) % 7
        rule.weekdays.append(f"{nth or ''}{_WEEK[at]}")
        if making.on:
            making.due.append(
                _nth_weekday(making.on, at, nth) if nth else making.on + timedelta((at - making.on.weekday()) % 7)
            )


def _nth_weekday(on: date, day: int, nth: int) -> date:
    for ahead in range(3):
        year, month = divmod(on.year * 12 + on.month - 1 + ahead, 12)
        first, last = month_of(year, month + 1)
        found = first + timedelta((day - first.weekday()) % 7 + 7 * (nth - 1))
        if nth == -1:
            found = last - timedelta((last.weekday() - day) % 7)
        if found >= on:
            return found
    return on


def _hours(making: _Making, parts: list[Part]) -> None:
    """Hours stay as printed, on the rule of days."""
    said = [part.text for part in parts if isinstance(part, Mark) and part.kind == "hour"]
    for text in said:
        figures = [int(word) for word in text.split() if word.isdigit()]
        daily = next((rule for rule in making.rules if rule.rhythm.unit in {"day", "week"}), None)
        if daily and figures and figures[0] <= 24:
            daily.hours.append((figures[0], figures[1] if len(figures) > 1 else 0))


def _settle(making: _Making) -> None:
    """Dates with their own year are all due; a first period before the rhythm keeps its start."""
    kept = merged(settled_by_brackets(making.kept))
    making.due += [span.due for span in kept if span.due]
    first = min((rule.rhythm.start for rule in making.rules), default=0)
    before = bool(kept) and kept[0].point.start < first
    if (
        before
        and not making.start
        and kept[0].start
        and kept[0].start != kept[0].due
        and kept[0].point.limit != "before"
    ):
        making.start = kept[0].start
    quarters = [rule for rule in making.rules if rule.rhythm.unit == "quarter" and rule.dated >= 3]
    if quarters and making.due:
        making.due = [min(making.due)]


def _joined(making: _Making) -> list[Rule]:
    """Six-monthly and yearly reports on dates are one yearly rule; rhythms without dates stay as they are."""
    yearly = [rule for rule in making.rules if rule.dated and rule.months and rule.rhythm.unit != "quarter"]
    if not yearly:
        return making.rules
    whole = yearly[0]
    for other in yearly[1:]:
        whole.months += other.months
        whole.days += other.days
        whole.dated += other.dated
    absorbed = [rule for rule in making.rules if not rule.dated and not rule.days and _held(rule.rhythm)]
    spare = max(0, whole.dated - len(yearly))
    gone = yearly[1:] + absorbed[:spare]
    return [rule for rule in making.rules if rule not in gone]


def _held(rhythm: Rhythm) -> bool:
    return (rhythm.unit, rhythm.interval) in {("month", 6), ("year", 1)}
