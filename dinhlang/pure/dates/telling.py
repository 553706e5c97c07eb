"""Before the meaning: which parts belong to a document's name, to an act, or to each other."""

from dataclasses import replace

from dinhlang.pure.dates.parts import Length, Mark, Part, Point, Rhythm


def told(parts: list[Part]) -> list[Part]:
    """The parts that speak of time, each with the limit word that serves it and as the rhythm that it is."""
    return _with_rhythms(_counted_back(_outside_acts(parts)))


def _outside_acts(parts: list[Part]) -> list[Part]:
    """Without the periods that only name what is waited for: "theo Kế hoạch năm 2025 của tỉnh"."""
    out: list[Part] = []
    inside, pending = False, False
    for part in parts:
        if isinstance(part, Mark):
            inside = _goes_inside(part, inside)
            pending = part.kind == "latest" or (pending and part.kind != "break")
        if isinstance(part, Length) and part.since_event:
            inside = True
        if not isinstance(part, Point):
            out.append(part)
            continue
        point = _with_limit_before(part, out)
        if inside and point.limit == "":
            continue
        out.append(replace(point, limit="latest") if pending and point.limit == "" else point)
        inside = pending = False
    return out


def _with_limit_before(point: Point, before: list[Part]) -> Point:
    """ "trước ngày 15/6 (6 tháng) và 15/12 (năm)": the limit word serves the second day too."""
    joint = [part.text for part in before[-2:] if isinstance(part, Mark) and part.kind == "break"]
    last = next((part for part in reversed(before) if isinstance(part, Point)), None)
    if last is None or point.limit or not point.stretches[0][0].is_day or not last.stretches[0][0].is_day:
        return point
    return replace(point, limit=last.limit) if joint in ([")", "và"], [")", ","]) and last.limit == "before" else point


def _counted_back(parts: list[Part]) -> list[Part]:
    """ "trước ngày 15/3/2026 ít nhất 10 ngày" is ten days counted back from the day."""
    out: list[Part] = []
    for part in parts:
        before = out[-1] if out else None
        if isinstance(part, Length) and isinstance(before, Point) and _is_counted_from(before, part):
            out[-1] = replace(part, start=before.start, since=before.stretches[0][1], back=True, least=False)
        else:
            out.append(part)
    return out


def _is_counted_from(point: Point, length: Length) -> bool:
    one_day = point.limit == "before" and len(point.stretches) == 1 and point.stretches[0][1].is_day
    return (
        one_day
        and length.unit in {"day", "week"}
        and not (length.since or length.since_event)
        and length.start - point.end <= 1
    )


def _goes_inside(mark: Mark, inside: bool) -> bool:
    if mark.kind in {"event", "session"}:
        return True
    return inside and not (mark.kind == "break" and mark.text not in {"và", "hoặc", "hay", "+", "-", ".", "/"})


def points_of(parts: list[Part]) -> list[Point]:
    """Points, but not the day up to which something is counted ("tính đến ngày 28/12/2024")."""
    out: list[Point] = []
    counting = False
    for part in parts:
        if isinstance(part, Point):
            if not counting:
                out.append(part)
            counting = False
        elif isinstance(part, Mark):
            counting = part.kind == "counting" or (counting and part.kind not in {"break"})
    return out


def _with_rhythms(parts: list[Part]) -> list[Part]:
    """A bare length is a rhythm beside rhythms or its own date: "6 tháng và hàng năm", "6 tháng (trước ngày 16/6)"."""
    out: list[Part] = []
    for at, part in enumerate(parts):
        rhythmic = isinstance(part, Length) and _is_rhythm(part, parts, at)
        out.append(_as_rhythm(part) if rhythmic and isinstance(part, Length) else part)
    return out


def _as_rhythm(length: Length) -> Rhythm:
    return Rhythm(
        length.start, length.end, length.brackets, unit=length.unit, interval=length.number or 1, implied=True
    )


def _is_rhythm(length: Length, parts: list[Part], at: int) -> bool:
    plain = not (
        length.limit or length.least or length.working or length.since or length.since_event or length.continuous
    )
    if not plain or length.unit not in {"month", "quarter", "year", "week"}:
        return False
    near = [part for part in parts[max(0, at - 2) : at + 3] if part is not length]
    if any(isinstance(part, Rhythm) for part in near):
        return True
    if any(isinstance(part, Mark) and part.kind == "regular" for part in parts[max(0, at - 2) : at + 3]):
        return True
    after = parts[at + 1 : at + 3]
    before = parts[at - 2] if at > 1 and length.brackets else None  # "trước ngày 15/6 (6 tháng)"
    limited = any(isinstance(part, Point) and part.limit in {"before", "latest", "until"} for part in [*after, before])
    return limited and length.unit == "month"
