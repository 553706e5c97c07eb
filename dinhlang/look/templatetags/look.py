"""`{% load look %}`: the components that need arguments, and the days and numbers people read."""

from datetime import date, datetime
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from django import template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from dinhlang.look import charts, days, marks, shown
from dinhlang.look.icons import PATHS

register = template.Library()

DOORS = {"portal": "/", "desk": "/ban-viec/", "search": "/tim/"}


# Forms


@register.simple_tag
def field(bound: BoundField, **options: Any) -> SafeString:
    """One field: label, help, error and widget."""
    if bound.is_hidden:
        return bound.as_widget()
    return render_to_string("look/field.html", shown.ready(bound, options))


@register.simple_tag
def fields(form: BaseForm) -> SafeString:
    """Every field of a form, in order."""
    return format_html_join("", "{}", ((field(bound),) for bound in form))


@register.inclusion_tag("look/form_errors.html")
def form_errors(form: BaseForm, focus: bool = True) -> dict[str, Any]:
    """What has to be mended, at the top, each with a link to its field."""
    faulty = [bound for bound in form if bound.errors] if form.is_bound else []
    general = form.non_field_errors() if form.is_bound else []
    loses_file = bool(getattr(form, "files", None)) and not form.data.get("kept_file")  # no browser puts a file back
    told = {"number": len(faulty) + len(general), "focus": focus, "loses_file": loses_file}
    return {"faulty": faulty, "general": general, **told}


# States and pictures


@register.simple_tag
def mark(kind: str, text: Any = "") -> SafeString:
    """A state as a sign and a word."""
    kind = kind if kind in marks.KINDS else "none"
    return format_html(
        '<span class="mark {}"><span aria-hidden="true">{}</span> {}</span>',
        kind,
        marks.KINDS[kind].sign,
        text or marks.KINDS[kind].word,
    )


@register.simple_tag
def sign(kind: str) -> str:
    """The sign alone, where the word stands beside it."""
    return marks.KINDS.get(kind, marks.KINDS["none"]).sign


@register.simple_tag
def word(kind: str) -> str:
    """The usual word of a state."""
    return str(marks.KINDS.get(kind, marks.KINDS["none"]).word)


@register.inclusion_tag("look/meter.html")
def meter(
    *, done: int = 0, doing: int = 0, waiting: int = 0, late: int = 0, rest: int = 0, label: Any = ""
) -> dict[str, Any]:
    """How far a set of things is, as a bar and in words."""
    pieces = marks.segments(done=done, doing=doing, waiting=waiting, late=late, rest=rest)
    return {"segments": pieces, "label": label, "words": " · ".join(piece.words for piece in pieces)}


@register.simple_tag
def icon(name: str, label: Any = "") -> SafeString:
    """An icon; without a label it is decoration and screen readers pass it by."""
    named = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html('<svg class="icon" viewBox="0 0 24 24" {}><path d="{}"/></svg>', named, PATHS[name])


@register.simple_tag
def bars(rows: Any) -> list[charts.Bar]:
    """The geometry of a bar chart."""
    return charts.bars(rows)


@register.simple_tag
def lines(labels: Any, series: Any) -> dict[str, Any]:
    """The geometry of a line chart."""
    return charts.lines(list(labels), list(series))


@register.simple_block_tag(end_name="enddialog")
def dialog(content: SafeString, id: str, title: Any, button: Any, kind: str = "quiet") -> SafeString:
    """A button that opens its content."""
    return render_to_string(
        "look/dialog.html", {"id": id, "title": title, "button": button, "kind": kind, "body": content}
    )


# The address keeps what was chosen


@register.inclusion_tag("look/sort_head.html", takes_context=True)
def sort_head(context: template.Context, name: str, label: Any, numeric: bool = False) -> dict[str, Any]:
    """A column head that sorts; a second click turns the order round."""
    current = context.get("sort") or ""
    direction = "descending" if current == f"-{name}" else "ascending" if current == name else ""
    query = context["request"].GET.copy()
    query.pop("page", None)
    query["sort"] = f"-{name}" if direction == "ascending" else name
    return {"label": label, "direction": direction, "query": query.urlencode(), "numeric": numeric}


@register.simple_tag(takes_context=True)
def keep_query(context: template.Context, *own: str) -> SafeString:
    """Hidden inputs for the choices this GET form does not ask about."""
    kept = [
        (name, value)
        for name, values in context["request"].GET.lists()
        for value in values
        if name not in own and name != "page"
    ]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', kept)


@register.simple_tag(takes_context=True)
def theme(context: template.Context) -> str:
    """The theme this browser chose: light, dark, or auto. Works without a request, for pages of last resort."""
    request = context.get("request")
    chosen = request.COOKIES.get("theme", "") if request else ""
    return chosen if chosen in ("light", "dark") else "auto"


@register.simple_tag
def door(name: str) -> str:
    """The three addresses every frame leads to; look knows no rooms, only where their doors are."""
    return DOORS[name]


# Days and numbers


@register.filter
def vn_day(value: date | None) -> str:
    """20/11/2026."""
    return days.numeric(days.as_day(value)) if value else ""


@register.filter
def vn_near(value: date | None, today: date) -> str:
    """20/11, or 20/11/2027 when that is another year."""
    return days.near(days.as_day(value), days.as_day(today)) if value else ""


@register.filter
def vn_short(value: date | None) -> str:
    """thứ Sáu, 20/11/2026."""
    return days.short(days.as_day(value)) if value else ""


@register.filter
def vn_long(value: date | None) -> str:
    """thứ Sáu, 20 tháng 11 năm 2026."""
    return days.long(days.as_day(value)) if value else ""


@register.filter
def vn_weekday(value: date | None) -> str:
    """thứ Sáu."""
    return days.weekday(days.as_day(value)) if value else ""


@register.filter
def vn_moment(value: datetime | None) -> str:
    """10:42 ngày 20/11/2026."""
    return days.moment(value) if value else ""


@register.filter
def vn_relative(due: date | None, today: date) -> str:
    """quá 2 ngày, hôm nay, còn 3 ngày."""
    return days.relative(days.as_day(due), days.as_day(today)) if due else ""


@register.filter
def vn_urgency(due: date | None, today: date) -> str:
    """late, soon or none."""
    return days.urgency(days.as_day(due), days.as_day(today)) if due else "none"


@register.filter
def vn_number(value: float | Decimal | None) -> str:
    """1.234."""
    return "" if value is None or value == "" else days.number(value)


@register.filter
def labelled(cells: Any, header: Any) -> list[tuple[Any, Any]]:
    """Each cell of a row with the word of its column, for tables that become cards on a phone."""
    return list(zip_longest(header[: len(cells)], cells, fillvalue=""))


@register.filter
def initials(text: Any) -> str:
    """The first letters of the last two words: Nguyễn Thị Hà Linh gives HL."""
    return "".join(word[0] for word in str(text).split()[-2:]).upper()
