"""`{% load overview %}`: a cell of the heat map as a sign and a word."""

from datetime import date

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dinhlang.apps.overview.models import PlaceState
from dinhlang.apps.overview.queries import Bar, state_of
from dinhlang.apps.overview.rules import Cell
from dinhlang.apps.tasks import public as tasks
from dinhlang.look import days
from dinhlang.look.maps import Dot
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


SHAPES = {
    PlaceState.LATE: "M0-9 9 0 0 9-9 0z",
    PlaceState.WAITING: "M-7-7h14v14h-14z",
    PlaceState.DOING: "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0z",
    PlaceState.DONE: "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0zM-3.5 0l2.5 3 4.5-6",
    PlaceState.NONE: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
}
"""A shape for each state, so that none is told by its colour alone."""


@register.simple_tag
def map_sign(state: PlaceState) -> SafeString:
    """The shape of a state, for the key."""
    return format_html(
        '<svg viewBox="-10 -10 20 20" aria-hidden="true"><path class="dot {}" d="{}"/></svg>', state, SHAPES[state]
    )


@register.simple_tag
def map_dot(dot: Dot, is_crowded: bool) -> SafeString:
    """One place on the map with its name where there is room; a way into it, unless there are too many."""
    state = state_of(dot.thing)
    at = format_html('transform="translate({} {})"', dot.x, dot.y)
    if is_crowded:
        return format_html('<path class="dot {}" {} d="{}"/>', state, at, SHAPES[state])
    label = dot.label and format_html(
        '<text x="{}" y="{}" text-anchor="{}">{}</text>', dot.label.x, dot.label.y + 4, dot.label.anchor, dot.name
    )
    return format_html(
        '<a href="{}" aria-label="{}"><title>{}</title><circle class="map-hit" cx="{}" cy="{}" r="13"/>'
        '<path class="dot {}" {} d="{}"/>{}</a>',
        *(reverse("overview:place", args=[dot.thing.code]), _place_told(dot), _place_told(dot), dot.x, dot.y),
        *(state, at, SHAPES[state], label or ""),
    )


def _place_told(dot: Dot) -> str:
    """A place and how it stands, for who hears it or holds the pointer there."""
    count = getattr(dot.thing, "place_count", None)
    if count is None:
        return f"{dot.name}: {PlaceState.NONE.label}"
    facts = {"name": dot.name, "state": count.get_state_display(), "done": count.done, "total": count.total}
    if not count.late:
        return _("%(name)s: %(state)s, %(done)s trên %(total)s xong") % facts
    return _("%(name)s: %(late)s quá hạn, %(done)s trên %(total)s xong") % {**facts, "late": count.late}


@register.simple_tag
def timeline_bar(bar: Bar) -> SafeString:
    """From when to when, and how far: as words in a coloured bar, with an arrow where it goes on beyond the months."""
    due, begins = days.numeric(bar.due) if bar.due else "", days.numeric(bar.begins) if bar.begins else ""
    said = _("%(begins)s – hạn %(due)s") if begins else _("hạn %(due)s")
    span = bar.span
    before, after = ("← " if span and span.from_before else ""), (" →" if span and span.goes_on else "")
    text = f"{before}{said % {'begins': begins, 'due': due}}{after}"
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
