"""`{% load overview %}`: a cell of the heat map as a sign and a word."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dinhlang.apps.overview.rules import Cell
from dinhlang.apps.tasks import public as tasks
from dinhlang.look import days
from dinhlang.look.templatetags.look import mark

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
