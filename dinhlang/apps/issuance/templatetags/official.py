"""`{% load official %}{% official document %}`: an outgoing document as it will look on paper."""

from typing import Any

from django import template

from dinhlang.apps.issuance import queries, rules
from dinhlang.apps.issuance.models import OutgoingDocument
from dinhlang.base.masking import reads_originals

register = template.Library()


@register.inclusion_tag("issuance/official.html", takes_context=True)
def official(context: dict[str, Any], document: OutgoingDocument) -> dict[str, Any]:
    """The document in the form of Nghị định 30/2020/NĐ-CP; strangers read it without what points at one person."""
    is_official = reads_originals(context["request"])
    return rules.shown(queries.draft_of(document) if is_official else queries.draft_for_everyone(document))
