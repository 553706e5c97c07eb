"""From parts to meaning: which of the times in a phrase rules, and what days it gives.

The order of the questions below is the order in which kinds win over one another: a session, going on for ever, a
rhythm, what goes on, what hangs on an act, days that are known, and at last nothing.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from dinhlang.pure.dates.calendar import Calendar, CannotCount
from dinhlang.pure.dates.counting import moved
from dinhlang.pure.dates.parts import Length, Mark, Part, Point, Rhythm, Weekday
from dinhlang.pure.dates.periods import Period
from dinhlang.pure.dates.resolve import DAY, Span, merged, settled_by_brackets, spans_of, with_years
from dinhlang.pure.dates.series import EACH, Series, series_of
from dinhlang.pure.dates.telling import points_of, told
from dinhlang.pure.dates.when import Kind, Minimum


@dataclass(frozen=True)
class Counted:
    """How working days were counted: from which day, and which days off were passed."""

    length: Length
    begin: date
    end: date
    passed: tuple[date, ...]


@dataclass(frozen=True)
class Meaning:
    """What the parts of a phrase mean together."""

    kind: Kind = "none"
    start: date | None = None
    due: tuple[date, ...] = ()
    recurrence: str | None = None
    waits_for: tuple[int, int] | None = None  # where in the line of words stands what is waited for
    minimum: Minimum | None = None
    spans: tuple[Span, ...] = ()
    series: Series | None = None
    counted: Counted | None = None
    length: Length | None = None
    phrase: "Phrase | None" = None


@dataclass
class Phrase:
    """The parts of a phrase sorted by what they are."""

    parts: list[Part]
    on: date | None
    calendar: Calendar
    words: str
    points: list[Point] = field(default_factory=list)
    lengths: list[Length] = field(default_factory=list)
    rhythms: list[Rhythm] = field(default_factory=list)
    weekdays: list[Weekday] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def marked(self, *kinds: str) -> Mark | None:
        """The first mark of these kinds."""
        return next((mark for mark in self.marks if mark.kind in kinds), None)


def meaning_of(parts: list[Part], words: str, on: date | None, calendar: Calendar) -> Meaning:
    """Read the parts of one phrase as if it were the whole content of a "Thời gian" cell."""
    phrase = _sorted(parts, words, on, calendar)
    meaning = _kind_of(phrase)
    least = _minimum(phrase)
    waits = meaning.waits_for or _waits(phrase, meaning.kind)
    return replace(meaning, minimum=least, waits_for=waits, phrase=phrase)


def _kind_of(phrase: Phrase) -> Meaning:
    for reading in (_session, _onwards, _periodic, _constant, _event, _counted_length, _dated):
        meaning = reading(phrase)
        if meaning:
            return meaning
    return Meaning()


def _sorted(parts: list[Part], words: str, on: date | None, calendar: Calendar) -> Phrase:
    phrase = Phrase(parts, on, calendar, words)
    kept = told(parts)
    phrase.parts = kept
    phrase.points = with_years(points_of(kept))
    phrase.lengths = [part for part in kept if isinstance(part, Length)]
    phrase.rhythms = [part for part in kept if isinstance(part, Rhythm)]
    phrase.weekdays = [part for part in kept if isinstance(part, Weekday)]
    phrase.marks = [part for part in kept if isinstance(part, Mark)]
    return phrase


def _session(phrase: Phrase) -> Meaning | None:
    mark = phrase.marked("session")
    return Meaning("session") if mark else None


def _onwards(phrase: Phrase) -> Meaning | None:
    if phrase.marked("onwards"):
        spans = _spans(phrase)
        return Meaning("ongoing", start=_first_start(spans), spans=tuple(spans))
    if phrase.marked("forward") and phrase.points and not (phrase.rhythms or phrase.marked("constant")):
        spans = _spans(phrase)
        return Meaning("open", start=spans[0].start or spans[0].first, spans=tuple(spans[:1])) if spans else None
    return None


def _first_start(spans: list[Span]) -> date | None:
    return next((span.start for span in spans if span.start), None)


def _spans(phrase: Phrase) -> list[Span]:
    return [span for point in phrase.points for span in spans_of(point, phrase.on)]


def _periodic(phrase: Phrase) -> Meaning | None:
    if not _repeats(phrase):
        return None
    series = series_of(_with_counts(phrase), phrase.points, phrase.on)
    return Meaning(
        "periodic", start=series.start, due=series.due, recurrence=series.recurrence, series=series, spans=series.spans
    )


def _with_counts(phrase: Phrase) -> list[Part]:
    """ "02 lần trong năm 2025": a count within a year is a rhythm of that year."""
    if phrase.rhythms or not phrase.marked("count") or not phrase.points or not _count_in_year(phrase):
        return phrase.parts
    counts = [part for part in phrase.parts if isinstance(part, Mark) and part.kind == "count"]
    times = max(int(counts[0].text.split()[0]), 1)
    return [Rhythm(counts[0].start, counts[0].end, unit="year", times=times), *phrase.parts]


def _repeats(phrase: Phrase) -> bool:
    if any(period.name in EACH for point in phrase.points for pair in point.stretches for period in pair):
        return True
    if any(weekday.nth and weekday.monthly for weekday in phrase.weekdays) and not phrase.points:
        return True
    said = [rhythm for rhythm in phrase.rhythms if not rhythm.implied]
    dated = [point for point in phrase.points if all(period.has_year for pair in point.stretches for period in pair)]
    if phrase.marked("constant") and not phrase.marked("regular") and not phrase.points:
        return any(rhythm.unit != "year" or rhythm.interval > 1 or rhythm.times > 1 for rhythm in said)
    if phrase.marked("count") and dated and not said and not phrase.marked("regular"):
        return _count_in_year(phrase)
    if said or phrase.marked("regular"):
        once = _only_counts(phrase, said) if said else not phrase.rhythms and _one_vague_end(phrase.points)
        return not once
    return bool(phrase.rhythms) and not dated


def _one_vague_end(points: list[Point]) -> bool:
    """ "cuối năm 2026": one part of one named year."""
    periods = [period for point in points for pair in point.stretches for period in pair]
    return bool(periods) and len(points) == 1 and all(period.part and period.year for period in periods)


def _count_in_year(phrase: Phrase) -> bool:
    """ "02 lần trong năm 2025" without its dates."""
    return all(period.kind == "year" for point in phrase.points for pair in point.stretches for period in pair)


def _only_counts(phrase: Phrase, said: list[Rhythm]) -> bool:
    """ "02 lần trong năm: lần 1 trước ngày 15/6/2025, lần 2 trước ngày 15/12/2025" is dated."""
    years = [p.year for point in phrase.points for pair in point.stretches for p in pair]
    return all(r.times > 1 and r.unit == "year" for r in said) and len(years) > 2 and None not in years


def _constant(phrase: Phrase) -> Meaning | None:
    if not phrase.marked("constant"):
        return None
    if any(length.since_event or length.limit for length in phrase.lengths) and not phrase.marked("constant"):
        return None
    spans = _spans(phrase)
    return Meaning("ongoing", start=_first_start(spans), spans=tuple(spans))


def _event(phrase: Phrase) -> Meaning | None:
    if not _hangs(phrase):
        return None
    spans = merged(settled_by_brackets(_spans(phrase)))
    due = tuple(sorted({span.due for span in spans if span.due}))
    length = next((length for length in phrase.lengths if length.limit or length.since_event), None)
    act = phrase.marked("event", "request")
    opening = [
        s for s in spans if act is None or s.point.start < act.start or s.point.limit in {"range", "from", "after"}
    ]
    return Meaning("event", start=_first_start(opening), due=due, spans=tuple(spans), length=length)


def _hangs(phrase: Phrase) -> bool:
    if any(point.end_event for point in phrase.points):
        return True
    dated = bool(_spans(phrase)) if phrase.points else False
    if phrase.marked("event"):
        return not (dated and (_only_explains(phrase) or _settled_in_brackets(phrase)))
    if phrase.marked("request"):
        return not dated
    if any(length.since_event for length in phrase.lengths):
        return not (dated and all(length.back or not length.since_event for length in phrase.lengths))
    return not dated and any(
        length.limit.split()[:1] != ["thời"] and length.limit and not length.since for length in phrase.lengths
    )


def _only_explains(phrase: Phrase) -> bool:
    """ "Chậm nhất ngày 03/02/2026 - 40 ngày trước bầu cử": the day is known, the rest says why."""
    back = [length for length in phrase.lengths if length.back]
    acts = [mark for mark in phrase.marks if mark.kind == "event"]
    return bool(back) and all(any(mark.start >= length.start for length in back) for mark in acts)


def _settled_in_brackets(phrase: Phrase) -> bool:
    """ "Trước mùa mưa (trước ngày 30/4/2026)": the day in brackets says which day is meant."""
    acts = [mark for mark in phrase.marks if mark.kind == "event"]
    return len(acts) == 1 and acts[0].text.startswith("trước ") and all(point.brackets for point in phrase.points)


def _counted_length(phrase: Phrase) -> Meaning | None:
    if any(point.limit == "range" for point in phrase.points):
        return None  # the days in brackets settle the length
    for length in phrase.lengths:
        if length.since is not None and phrase.on is not None:
            meaning = _count(length, phrase.on, phrase.calendar)
            if meaning:
                return meaning
        elif length.since is not None and length.since.has_year and length.since.year:
            meaning = _count(length, date(length.since.year, 1, 1), phrase.calendar)
            if meaning:
                return meaning
    return None


def _count(length: Length, on: date, calendar: Calendar) -> Meaning | None:
    since = length.since or Period("now")
    point = Point(0, 0, stretches=((since, since),))
    days = next((span for span in spans_of(point, on)), None)
    if days is None:
        return None
    begin = days.first if length.back else days.last
    try:
        end, passed = moved(length, begin, calendar)
    except (CannotCount, OverflowError, ValueError):
        return None
    counted = Counted(length, begin, end, passed)
    pure_limit = length.limit.startswith(("chậm", "muộn", "không quá", "tối đa"))
    if length.limit.startswith("sau") and not length.back:
        return Meaning("open", start=end + DAY, counted=counted, length=length)
    start = None if length.back or pure_limit else begin
    return Meaning("dated", start=start, due=(end,), counted=counted, length=length)


def _dated(phrase: Phrase) -> Meaning | None:
    if not phrase.points:
        return None
    spans = merged(settled_by_brackets(_spans(phrase)))
    if not spans:
        return Meaning("open" if all(point.limit in {"from", "after"} for point in phrase.points) else "dated")
    due = tuple(sorted({span.due for span in spans if span.due}))
    if not due:
        return Meaning("open", start=_first_start(spans), spans=tuple(spans))
    return Meaning("dated", start=_start_of_dated(spans, due), due=due, spans=tuple(spans))


def _start_of_dated(spans: list[Span], due: tuple[date, ...]) -> date | None:
    opened = next((span.start for span in spans if span.due is None and span.start and span.start <= max(due)), None)
    if opened:
        return opened
    spans = [span for span in spans if span.due]
    if len(due) == 1:
        return spans[0].start
    return spans[0].start if spans[0].stretch[0] != spans[0].stretch[1] else None


def _minimum(phrase: Phrase) -> Minimum | None:
    for length in phrase.lengths:
        if length.least or (length.continuous and not length.since_event and not length.limit.startswith("chậm")):
            return Minimum(length.number, length.unit, length.working, length.continuous)
    return None


def _waits(phrase: Phrase, kind: Kind) -> tuple[int, int] | None:
    if kind not in {"event", "session"}:
        return None
    ended = next((point for point in phrase.points if point.end_event), None)
    if ended and not phrase.marked("session"):
        return ended.start, ended.end + _clause(phrase.words, ended.end)
    mark = phrase.marked("session", "event") or phrase.marked("request")
    if mark is None:
        length = next((part for part in phrase.lengths if part.limit or part.since_event), None)
        if length is None:
            return None
        return length.start, length.end + (_clause(phrase.words, length.end) if length.since_event else 0)
    ends = [part.start for part in phrase.parts if part.start > mark.start and _begins_anew(part)]
    end = mark.start + len(mark.text)
    if not ends or end <= min(ends):
        return mark.start, end
    clause = phrase.words[mark.start : min(ends)]
    return mark.start, mark.start + len(_DOING.sub("", clause.rstrip()))


def _clause(words: str, at: int) -> int:
    match = _CLAUSE.match(words, at)
    return len(match.group().rstrip()) if match else 0


_DOING = re.compile(
    r"(?:[ ,;-]+(?:và|hoặc|phải|xong|hoàn thành|nhưng|gửi|báo cáo))+$"
)  # belongs to the time that follows
_CLAUSE = re.compile(r"[^,;().¶]{0,300}")


def _begins_anew(part: Part) -> bool:
    """A time of its own that follows what is waited for."""
    return isinstance(part, Rhythm) or (isinstance(part, Point) and part.limit not in {"", "within"})


__all__ = ["Counted", "Meaning", "meaning_of"]
