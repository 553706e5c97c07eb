"""The plans as programs read them: those that `readable_by` gives a person, a stretch at a time."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from dinhlang.apps.intake import public as intake
from dinhlang.apps.people import public as people
from dinhlang.apps.plans.models import Plan
from dinhlang.apps.plans.queries import readable_by
from dinhlang.apps.units import public as units
from dinhlang.base import api
from dinhlang.base.listing import key_of

MOST, USUAL = 100, 50
_UNIT = {
    "type": "object",
    "required": ["code", "name"],
    "properties": {"code": {"type": "string"}, "name": {"type": "string"}},
}
_PLAN = {
    "type": "object",
    "required": ["id", "kind", "number", "title", "issued_on", "issuer", "keeper", "place", "is_public", "page"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "integer"},
        "kind": {"type": "string", "enum": list(intake.DocumentKind.values)},
        "number": {"type": "string"},
        "title": {"type": "string"},
        "issued_on": {"type": ["string", "null"], "format": "date"},
        "issuer": _UNIT,
        "keeper": {**_UNIT, "description": "Who hands it out here: its issuer, or who received it from above."},
        "place": _UNIT,
        "is_public": {"type": "boolean"},
        "page": {"type": "string", "description": "Where people read it, on this host."},
    },
}

api.describe(
    api.Door(
        address="/api/v1/ke-hoach",
        name="listPlans",
        summary=gettext_lazy("Các kế hoạch của địa bàn và của cấp trên, cũ trước mới sau"),
        word=people.Word.PLANS_READ,
        parameters=(
            {
                "name": "limit",
                "in": "query",
                "description": "How many at most.",
                "schema": {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
            },
            {
                "name": "after",
                "in": "query",
                "description": "What `next` said in the answer before.",
                "schema": {"type": "string", "pattern": "^[0-9]{1,18}$"},
            },
        ),
        answer={
            "type": "object",
            "required": ["plans", "next"],
            "additionalProperties": False,
            "properties": {
                "plans": {"type": "array", "maxItems": MOST, "items": _PLAN},
                "next": {"type": ["string", "null"], "description": "For `after`; null at the end."},
            },
        },
    )
)


@people.for_programs(people.Word.PLANS_READ)
@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """Plans by the order of their coming, so that a new one never shifts those that were read."""
    limit, after = key_of(request.GET.get("limit", str(USUAL))), key_of(request.GET.get("after", "0"))
    if limit is None or not 1 <= limit <= MOST:
        return api.problem(_("limit phải là số từ 1 đến %(most)s.") % {"most": MOST}, status=400)
    if after is None:
        return api.problem(_("after phải là giá trị next của câu trả lời trước."), status=400)
    found = list(readable_by(request.user).with_names().filter(pk__gt=after).order_by("pk")[: limit + 1])  # type: ignore[arg-type]
    shown = found[:limit]
    return api.answer(
        {"plans": [_told(plan) for plan in shown], "next": str(shown[-1].pk) if len(found) > limit else None}
    )


def _told(plan: Plan) -> dict[str, Any]:
    return {
        "id": plan.pk,
        "kind": plan.kind,
        "number": plan.number,
        "title": plan.title,
        "issued_on": plan.issued_on.isoformat() if plan.issued_on else None,
        "issuer": _unit(plan.issuer),
        "keeper": _unit(plan.keeper),
        "place": _unit(plan.place),
        "is_public": plan.is_public,
        "page": reverse("plans:plan", args=[plan.pk]),
    }


def _unit(unit: units.Unit) -> dict[str, str]:
    return {"code": unit.code, "name": unit.full_name}
