"""One plain sentence that says how a phrase was understood, with the arithmetic where days were counted."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from dinhlang.pure.dates.calendar import Calendar
from dinhlang.pure.dates.meaning import Counted, Meaning
from dinhlang.pure.dates.parts import Length, Rhythm
from dinhlang.pure.dates.resolve import Span
from dinhlang.pure.dates.when import Minimum
from dinhlang.pure.viet import short_day, weekday

_UNITS = {
    "minute": "phút",
    "hour": "giờ",
    "day": "ngày",
    "week": "tuần",
    "month": "tháng",
    "quarter": "quý",
    "year": "năm",
}
_EVERY = {
    "minute": "từng phút", "hour": "hằng giờ", "day": "hằng ngày", "week": "hằng tuần", "month": "hằng tháng",
    "quarter": "hằng quý", "year": "hằng năm",
}  # fmt: skip
_PARTS = {
    "start": "đầu ", "mid": "giữa ", "end": "cuối ", "first half": "nửa đầu ", "last half": "nửa cuối ",
    "upper": "thượng tuần ", "middle": "trung tuần ", "lower": "hạ tuần ", "last months": "những tháng cuối ",
}  # fmt: skip


def sentence_of(meaning: Meaning, waits_for: str | None, on: date | None, calendar: Calendar) -> str:
    """Say it as one official would say it to another."""
    said = _OF_KIND[meaning.kind](meaning, waits_for, on, calendar)
    return said + _least(meaning.minimum)


def _day(day: date) -> str:
    return f"{weekday(day)}, ngày {short_day(day)}"


_ROMAN = ("I", "II", "III", "IV")
_NO_YEAR = "chưa tính được ngày, vì cụm từ không ghi năm và văn bản không có ngày"
_NO_SUCH_DAY = "ngày ghi trong cụm từ không có trong lịch; hãy xem lại bản gốc"


def _dated(meaning: Meaning, _waits_for: str | None, on: date | None, calendar: Calendar) -> str:
    if meaning.counted:
        return _counted(meaning.counted, calendar)
    if not meaning.due:
        why = _NO_YEAR if on is None else _NO_SUCH_DAY
        return f"Có thời hạn nhưng {why}."
    if len(meaning.due) > 1:
        days = "; ".join(f"{short_day(day)}" for day in meaning.due)
        return f"Có {len(meaning.due)} mốc, mỗi mốc chậm nhất vào ngày: {days}." + _guessed(meaning, on)
    (due,) = meaning.due
    named = _named(meaning)
    if meaning.start == due:
        return f"Vào {_day(due)}." + _guessed(meaning, on)
    if meaning.start:
        return f"Từ ngày {short_day(meaning.start)} đến hết {_day(due)}{named}." + _guessed(meaning, on)
    return f"Chậm nhất là hết {_day(due)}{_why_before(meaning, due) or named}." + _guessed(meaning, on)


def _why_before(meaning: Meaning, due: date) -> str:
    for span in meaning.spans:
        if span.due == due and span.point.limit == "before" and span.first == due + timedelta(days=1):
            return f", vì phải xong trước ngày {short_day(span.first)}"
        if span.due == due and span.point.hour:
            return f", trước {span.point.hour[0]} giờ {span.point.hour[1]:02}"
    return ""


def _named(meaning: Meaning) -> str:
    """The month, quarter or year that gave the days."""
    names = [_name(span) for span in meaning.spans[:1]]
    return f" ({names[0]})" if names and names[0] else ""


def _name(span: Span) -> str:
    first, last = span.stretch
    if first != last:
        return ""
    names = {
        "month": f"tháng {_and_on(span, 1, map(str, range(1, 13)))} ",
        "quarter": f"quý {_and_on(span, 3, _ROMAN)} ",
        "year": "",
        "months": f"{first.number} tháng {'đầu' if first.part == 'first half' else 'cuối'} ",
        "week": f"{_nth_week(first.number)} của tháng {span.first.month} ",
        "feast": f"{first.name} ",
    }
    over_years = span.start is not None and span.due is not None and span.due.year != span.first.year
    if first.kind not in names or over_years:
        return ""
    part = "" if first.kind == "months" else _PARTS.get(first.part, "")
    return f"{part}{names[first.kind]}năm {span.first.year}"


def _and_on(span: Span, months: int, names: Iterable[str]) -> str:
    """The month or quarter that is meant, or the first and the last of several: "quý III - IV"."""
    numbered = list(names)
    begin = (span.first.month - 1) // months
    same_year = span.due is not None and span.start is not None and span.due.year == span.first.year
    end = (span.due.month - 1) // months if same_year and span.due else begin
    return f"{numbered[begin]} - {numbered[end]}" if end > begin else numbered[begin]


def _nth_week(number: int) -> str:
    return {1: "tuần đầu", -1: "tuần cuối"}.get(number, f"tuần thứ {number}" if number > 0 else "tuần")


def _guessed(meaning: Meaning, on: date | None) -> str:
    """That the year was not printed, and how it was found."""
    open_year = any(not period.has_year for span in meaning.spans for period in span.stretch)
    if not open_year or on is None:
        return ""
    return f" Năm không ghi, nên lấy lần đầu tiên chưa qua tính từ ngày văn bản {short_day(on)}."


def _length(length: Length) -> str:
    kind = " làm việc" if length.working else ""
    return f"{length.number} {_UNITS[length.unit]}{kind}"


def _counted(counted: Counted, calendar: Calendar) -> str:
    first = "" if counted.length.back or counted.length.unit not in {"day", "week"} else f" ({_first_day(counted)})"
    direction = "ngược về trước ngày" if counted.length.back else "kể từ ngày"
    said = f"Đếm {_length(counted.length)} {direction} {short_day(counted.begin)}{first}, được {_day(counted.end)}"
    if not counted.length.working:
        return said + ("; ngày nghỉ cũng tính." if counted.length.unit in {"day", "week"} else ".")
    weekends = [day for day in counted.passed if day.weekday() >= 5]
    feasts = [day for day in counted.passed if day.weekday() < 5]
    skipped = []
    if weekends:
        skipped.append(
            f"{len(weekends)} ngày cuối tuần"
            f" ({', '.join(f'{day.day:02}/{day.month}' for day in weekends[:12])}{'…' if len(weekends) > 12 else ''})"
        )
    skipped += [f"{day.day:02}/{day.month} ({calendar.why_off(day)})" for day in feasts[:12]]
    if skipped:
        said += "; bỏ qua " + ", ".join(skipped)
    extra = _saturdays(counted, calendar)
    return said + (f"; có tính {extra}" if extra else "") + "."


def _first_day(counted: Counted) -> str:
    return "ngày thứ nhất là ngày làm việc kế tiếp" if counted.length.working else "ngày thứ nhất là ngày kế tiếp"


def _saturdays(counted: Counted, calendar: Calendar) -> str:
    low, high = sorted((counted.begin, counted.end))
    days = [low + timedelta(days=n) for n in range(min((high - low).days, 400) + 1)]
    made_up = [day for day in days if day.weekday() >= 5 and day != counted.begin and calendar.works_on(day)]
    return ", ".join(f"{weekday(day)} {day.day:02}/{day.month} làm bù" for day in made_up)


def _ongoing(meaning: Meaning, _waits_for: str | None, _on: date | None, _calendar: Calendar) -> str:
    until = max((span.due for span in meaning.spans if span.due), default=None)
    goes_on = bool(meaning.phrase and meaning.phrase.marked("onwards"))
    if until and not goes_on:
        start = f" từ ngày {short_day(meaning.start)}" if meaning.start else ""
        return f"Thực hiện thường xuyên{start} đến hết ngày {short_day(until)}; không có một ngày riêng phải xong."
    start = f", bắt đầu từ ngày {short_day(meaning.start)}" if meaning.start else ""
    return f"Thực hiện thường xuyên{start}, không có hạn cuối."


def _periodic(meaning: Meaning, _waits_for: str | None, on: date | None, _calendar: Calendar) -> str:
    rhythms = list(dict.fromkeys(_rhythm(rhythm) for rhythm in meaning.series.rhythms)) if meaning.series else []
    said = "Lặp lại " + (_joined(rhythms) if rhythms else "theo định kỳ")
    rule = meaning.recurrence or ""
    if not rhythms and rule:
        quarterly = rule.count(",") >= 3 and "BYMONTH=" in rule
        said = "Lặp lại " + (
            "hằng tháng" if rule.startswith("FREQ=MONTHLY") else "hằng quý" if quarterly else "hằng năm"
        )
    if meaning.start:
        said += f", từ ngày {short_day(meaning.start)}"
    if len(meaning.due) == 1:
        said += f"; lần đầu chậm nhất là hết {_day(meaning.due[0])}"
    elif meaning.due:
        said += "; các hạn đầu tiên: " + "; ".join(short_day(day) for day in meaning.due)
    else:
        said += "; ngày cụ thể không nêu" if rule else "; chu kỳ và ngày cụ thể không nêu"
    return said + "."


def _joined(words: list[str]) -> str:
    return " và ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _rhythm(rhythm: Rhythm) -> str:
    every = _EVERY[rhythm.unit] if rhythm.interval == 1 else f"mỗi {rhythm.interval} {_UNITS[rhythm.unit]}"
    return f"{every} {rhythm.times} lần" if rhythm.times > 1 else every


def _event(meaning: Meaning, waits_for: str | None, _on: date | None, _calendar: Calendar) -> str:
    said = (
        f"Chưa định được ngày, vì còn chờ: “{waits_for}”"
        if waits_for
        else "Chưa định được ngày, vì còn chờ một sự kiện"
    )
    if meaning.length:
        said += f"; khi biết ngày ấy thì đếm {_length(meaning.length)}"
    if meaning.start:
        said += f"; sớm nhất từ ngày {short_day(meaning.start)}"
    if meaning.due:
        said += "; giới hạn ngoài cùng là hết " + ", ".join(_day(day) for day in meaning.due)
    return said + "."


def _session(_meaning: Meaning, waits_for: str | None, _on: date | None, _calendar: Calendar) -> str:
    return f"Gắn với kỳ họp của Hội đồng: “{waits_for}”; ngày họp do lịch kỳ họp quyết định."


def _open(meaning: Meaning, _waits_for: str | None, on: date | None, _calendar: Calendar) -> str:
    if meaning.start is None:
        return "Có ngày bắt đầu nhưng chưa tính được, vì cụm từ không ghi năm; không nêu hạn cuối."
    return f"Bắt đầu từ {_day(meaning.start)}, không nêu hạn cuối." + _guessed(meaning, on)


def _none(meaning: Meaning, _waits_for: str | None, _on: date | None, _calendar: Calendar) -> str:
    phrase = meaning.phrase
    if phrase and phrase.lengths:
        return f"Chỉ nêu độ dài ({_length(phrase.lengths[0])}), không nêu ngày nào, nên chưa có thời hạn."
    if phrase and phrase.marked("counting"):
        return "Chỉ là mốc tính số liệu, không phải thời hạn phải làm."
    if phrase and phrase.marked("hour"):
        return "Chỉ nêu giờ, không nêu ngày, nên chưa có thời hạn."
    if phrase and phrase.marked("cited"):
        return "Chỉ có ngày của văn bản được dẫn, không phải thời hạn phải làm."
    return "Không nêu thời hạn nào."


def _least(minimum: Minimum | None) -> str:
    if minimum is None:
        return ""
    words = " làm việc" if minimum.working else ""
    lasting = " liên tục" if minimum.continuous else ""
    return f" Phải kéo dài ít nhất {minimum.number} {_UNITS[minimum.unit]}{words}{lasting}."


_OF_KIND: dict[str, Callable[[Meaning, str | None, date | None, Calendar], str]] = {
    "dated": _dated, "ongoing": _ongoing, "periodic": _periodic, "event": _event, "session": _session, "open": _open,
    "none": _none,
}  # fmt: skip
