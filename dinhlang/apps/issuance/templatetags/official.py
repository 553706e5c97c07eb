"""`{% load official %}{% official document %}`: an outgoing document as it will look on paper."""

from typing import Any

from django import template

from dinhlang.apps.issuance import queries, rules
from dinhlang.apps.issuance.models import OutgoingDocument

register = template.Library()


@register.inclusion_tag("issuance/official.html")
def official(document: OutgoingDocument) -> dict[str, Any]:
    """The document in the form of Nghị định 30/2020/NĐ-CP."""
    return rules.shown(queries.draft_of(document))
