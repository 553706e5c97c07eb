"""`{% load overview %}`: a cell of the heat map as a sign and a word."""

from datetime import date

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dinhlang.apps.overview.models import PlaceState
from dinhlang.apps.overview.queries import Bar
from dinhlang.apps.overview.rules import Cell
from dinhlang.apps.tasks import public as tasks
from dinhlang.look import days
from dinhlang.look.templatetags.look import mark, sign

register = template.Library()


@register.simple_tag
def heat_cell(cell: Cell) -> SafeString:
    """The state of one body in one task, with the way to what it told and sent."""
    return format_html('<a href="{}">{}</a>', reverse("tasks:assignment", args=[cell.pk]), heat_mark(cell))


@register.simple_tag
def heat_mark(cell: Cell) -> SafeString:
    """The same without the way, for paper."""
    return mark(cell.kind, _words(cell))


def _words(cell: Cell) -> str:
    if cell.kind == "late":
        said = ngettext("quá %(n)s ngày", "quá %(n)s ngày", cell.days_late) % {"n": days.number(cell.days_late)}
    elif cell.kind == "soon":
        said = _("sắp đến hạn")
    else:
        said = str(tasks.State(cell.state).label)
    return _("phối hợp: %(state)s") % {"state": said} if cell.is_partner else said


@register.simple_tag
def timeline_bar(bar: Bar) -> SafeString:
    """From when to when, and how far: as words in a coloured bar, with an arrow where it goes on beyond the months.

    Under a single month there is room for the day and the month of the end only, save on a telephone's cards.
    """
    span = bar.span
    due, begins = days.numeric(bar.due) if bar.due else "", days.numeric(bar.begins) if bar.begins else ""
    said = _("%(begins)s – hạn %(due)s") if begins else _("hạn %(due)s")
    before, after = ("← " if span and span.from_before else ""), (" →" if span and span.goes_on else "")
    text: str = f"{before}{said % {'begins': begins, 'due': due}}{after}"
    if span and span.length == 1 and bar.due and begins:
        short = f"{bar.due:%d/%m}"
        text = format_html('<span class="narrow-only">{}</span><span class="wide-only">{}</span>', text, short)
    state = PlaceState(bar.kind).label
    return format_html(
        '<span class="mark {}"><span aria-hidden="true">{}</span> {}<span class="sr-only"> ({})</span></span>',
        bar.kind,
        sign(bar.kind),
        text,
        state,
    )


@register.simple_tag(takes_context=True)
def timeline_way(context: template.Context, month: date) -> str:
    """The same page from another month on."""
    asked = context["request"].GET.copy()
    asked["tu-thang"] = f"{month:%Y-%m}"
    return f"?{asked.urlencode()}#thoi-gian"
