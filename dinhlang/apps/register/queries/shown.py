"""Units as the pages show them: numbers in words, a life as a timeline, bodies as a tree."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dinhlang.apps.register.country import country_after
from dinhlang.apps.register.queries.tree import BodyNode, Span, spans_of
from dinhlang.apps.units import public as units
from dinhlang.look.days import numeric
from dinhlang.pure.viet import sort_key


def numbers_in_words(numbers: Mapping[str, int]) -> str:
    """ "99 xã, phường, đặc khu"."""
    return " · ".join(_number(kind, numbers[kind]) for kind in units.TERRITORIES if kind in numbers)


def _number(kind: str, number: int) -> str:
    words = {
        "province": ngettext("%(n)s tỉnh, thành phố", "%(n)s tỉnh, thành phố", number),
        "district": ngettext("%(n)s huyện, quận, thị xã", "%(n)s huyện, quận, thị xã", number),
        "commune": ngettext("%(n)s xã, phường, đặc khu", "%(n)s xã, phường, đặc khu", number),
        "village": ngettext("%(n)s thôn, tổ dân phố", "%(n)s thôn, tổ dân phố", number),
    }
    return words.get(kind, "%(n)s") % {"n": number}


def body_nodes(bodies: Iterable[BodyNode], *, keep: str) -> list[dict[str, Any]]:
    """Bodies as the component `look/tree.html` takes them; `keep` is the links' ending that keeps the day."""
    return [
        {
            "label": node.version.full_name,
            "url": reverse("register:unit", args=[node.version.unit.code]) + keep,
            "detail": "",
            "children": body_nodes(node.children, keep=keep),
            "is_open": False,
        }
        for node in bodies
    ]


def life_steps(unit: units.Unit, *, today: date) -> list[dict[str, Any]]:
    """What a unit was formed from, what it was called and stood under, what became of it; earliest first."""
    spans = spans_of(unit)
    came = list(units.predecessors_of(unit))
    became = list(units.successors_of(unit))
    formed = [one for one in came if one.day <= spans[0].begins]
    steps = [_formed_step(formed)] if formed else []
    for place, span in enumerate(spans):
        steps.append(_span_step(span, spans[place - 1] if place else None, today))
        until = spans[place + 1].begins if place + 1 < len(spans) else date.max
        within = [one for one in came if max(span.begins, spans[0].begins + timedelta(1)) <= one.day < until]
        steps += [_joined_step(day, list(those), today) for day, those in groupby(within, key=lambda one: one.day)]
    if spans[-1].ends is not None:
        steps.append(_end_step(spans[-1].ends, became, today))
    elif became:
        steps.append(_gave_step(became))
    return steps


def _formed_step(formed: list[units.Succession]) -> dict[str, Any]:
    return {
        "state": "done",
        "title": _("Được hình thành từ"),
        "links": [_link(s.predecessor, s.is_partial) for s in formed],
        "detail": "; ".join(dict.fromkeys(one.basis for one in formed if one.basis)),
    }


def _joined_step(day: date, joined: list[units.Succession], today: date) -> dict[str, Any]:
    """What came to a unit that was there already: from when, and by which document."""
    title = _("Tiếp nhận từ %(day)s") if day <= today else _("Sẽ tiếp nhận từ %(day)s")
    return {
        "state": "done" if day <= today else "soon",
        "title": title % {"day": numeric(day)},
        "links": [_link(one.predecessor, one.is_partial) for one in joined],
        "detail": "; ".join(dict.fromkeys(one.basis for one in joined if one.basis)),
    }


def _link(unit: units.Unit, is_partial: bool) -> dict[str, Any]:
    return {
        "label": unit.full_name,
        "url": reverse("register:unit", args=[unit.code]),
        "note": _("một phần") if is_partial else "",
    }


def _span_step(span: Span, before: Span | None, today: date) -> dict[str, Any]:
    is_now = span.begins <= today and (span.ends is None or today < span.ends)
    parent = span.version.parent
    under = _("thuộc %(parent)s") % {"parent": parent.full_name} if parent else ""
    return {
        "state": "doing" if is_now else "waiting" if span.begins > today else "none",
        "title": span.version.full_name,
        "detail": " · ".join(part for part in (_days(span), under) if part),
    }


def _days(span: Span) -> str:
    if span.ends is None:
        return _("từ %(begins)s") % {"begins": numeric(span.begins)}
    return _("từ %(begins)s đến trước %(ends)s") % {"begins": numeric(span.begins), "ends": numeric(span.ends)}


def _end_step(ends: date, became: list[units.Succession], today: date) -> dict[str, Any]:
    title = _("Kết thúc từ %(day)s") if ends <= today else _("Sẽ kết thúc từ %(day)s")
    return {
        "state": "returned" if ends <= today else "soon",
        "title": title % {"day": numeric(ends)},
        "links_title": _("Trở thành") if became else "",
        "links": [_link(s.successor, s.is_partial) for s in became],
        "detail": became[0].basis if became else "",
    }


def _gave_step(became: list[units.Succession]) -> dict[str, Any]:
    return {
        "state": "done",
        "title": _("Đã chuyển một phần cho"),
        "links": [_link(s.successor, False) for s in became],
        "detail": became[0].basis,
    }


def loadable_provinces() -> list[tuple[str, str]]:
    """The provinces of the register's data, for a list to tick."""
    provinces = sorted((row for row in country_after() if row.kind == "province"), key=lambda row: sort_key(row.name))
    return [(row.register_code, row.full_name) for row in provinces]
