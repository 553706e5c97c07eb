"""`{{ result.title|with_marks }}`: a text with the words that were looked for marked."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dinhlang.apps.search.rules import Piece

register = template.Library()


@register.filter
def with_marks(pieces: Iterable[Piece]) -> SafeString:
    """Every piece is escaped; only the marks are ours."""
    html = (format_html("<mark>{}</mark>", p.text) if p.is_marked else p.text for p in pieces)
    return format_html_join("", "{}", ((piece,) for piece in html))
