"""`{% panels place thing %}`: what the rooms above show here."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from dinhlang.base.panels import shown_at

register = template.Library()


@register.simple_tag(takes_context=True)
def panels(context: template.Context, place: str, thing: Any) -> SafeString:
    """Each panel is rendered by its own template, hence already safe."""
    return mark_safe("".join(shown_at(place, context["request"], thing)))
