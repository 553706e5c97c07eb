"""What programs may ask or send: each room describes its doors here, and one document (OpenAPI 3.1) tells them all.

An answer that is none is a *problem* (RFC 9457): a sentence that a person can read, in JSON.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dinhlang.base.guard import anyone

PROBLEM = "application/problem+json"
Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Door:
    """One address for programs: what for, which words they need, what they may say or send, what they get."""

    address: str
    name: str
    summary: "str | Promise"
    word: str = ""
    """The word of permission that the token must carry; empty: any token."""
    parameters: tuple[Schema, ...] = ()
    answer: Schema = field(default_factory=dict)
    method: str = "get"
    body: Schema = field(default_factory=dict)
    """What may be sent: a kind of content → its schema. Nothing: the door is only read."""
    status: int = 200
    refusals: Mapping[str, str] = field(default_factory=dict)
    """Further statuses of a refusal, with the reason."""
    for_people: bool = False
    """Whether a person's session opens it too, beside a token."""
    only_people: bool = False
    """Whether no token opens it: what is done there, a person does."""
    needs_body: bool = True
    kind: str = "application/json"
    """What the answer is."""


_doors: dict[tuple[str, str], Door] = {}


def describe(door: Door) -> None:
    """Tell of a door; a room does so beside the function that answers."""
    _doors[door.address, door.method] = door


def problem(
    sentence: str,
    *,
    status: int,
    headers: Mapping[str, str] | None = None,
    errors: Mapping[str, list[str]] | None = None,
) -> JsonResponse:
    """Why there is no answer; `errors` says of each field what to mend."""
    told: dict[str, Any] = {"title": sentence, "status": status, **({"errors": dict(errors)} if errors else {})}
    options = {"ensure_ascii": False}
    return JsonResponse(told, status=status, content_type=PROBLEM, headers=headers, json_dumps_params=options)


def answer(told: Mapping[str, Any], *, status: int = 200) -> JsonResponse:
    """What was asked for."""
    return JsonResponse(told, status=status, json_dumps_params={"ensure_ascii": False})


def _door_of(request: HttpRequest) -> Door | None:
    """The door at which a request stands; none where only other methods are answered."""
    route = request.resolver_match.route if request.resolver_match else ""
    address = "/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route)
    return _doors.get((address, "post" if request.method == "POST" else "get"))


def unknown_parameter(request: HttpRequest) -> JsonResponse | None:
    """A word that the door does not know, or said twice, is refused: a slip of the pen must not change an answer."""
    door = _door_of(request)
    if door is None:
        return None
    known = [str(parameter["name"]) for parameter in door.parameters if parameter["in"] == "query"]
    for name, values in request.GET.lists():
        if name not in known or len(values) > 1:
            names = {"name": name[:40], "known": ", ".join(known) or "–"}
            sentence = _("Tham số “%(name)s” lạ hoặc lặp lại. Địa chỉ này chỉ hiểu, mỗi tham số một lần: %(known)s.")
            return problem(sentence % names, status=400)
    return None


@anyone("a program reads what it may ask before it has a token")
@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """The document of all doors."""
    return JsonResponse(openapi(), json_dumps_params={"ensure_ascii": False})


def doors() -> list[Door]:
    """Every door, as they were told of."""
    return list(_doors.values())


def openapi() -> dict[str, Any]:
    """The doors as OpenAPI tells them."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Đình Làng", "version": "1", "license": {"name": "AGPL-3.0-or-later"}},
        "paths": _paths(),
        "webhooks": {name: _told_at_an_address(summary) for name, summary in _calls.items()},
        "components": {
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "session": {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME},
            },
            "schemas": {"Problem": _PROBLEM_SCHEMA},
        },
        "security": [{"token": []}],
    }


_calls: dict[str, Any] = {}


def calls(named: Mapping[str, Any]) -> None:
    """Tell of what programs may be called of, by the name that stands in the call, in words."""
    _calls.update(named)


def _told_at_an_address(summary: Any) -> dict[str, Any]:
    """One kind of call, as Standard Webhooks has it."""
    head = {"in": "header", "required": True, "schema": {"type": "string"}}
    told = {
        "type": "object",
        "required": ["type", "timestamp", "data"],
        "properties": {
            "type": {"type": "string"},
            "timestamp": {"type": "string", "format": "date-time"},
            "data": {
                "type": "object",
                "required": ["place", "url"],
                "properties": {"place": {"type": "integer"}, "url": {"type": "string", "format": "uri"}},
            },
        },
    }
    return {
        "post": {
            "summary": str(summary),
            "parameters": [{"name": f"webhook-{name}", **head} for name in ("id", "timestamp", "signature")],
            "requestBody": {"content": {"application/json": {"schema": told}}},
            "responses": {"2XX": {"description": "Taken."}, "410": {"description": "Never call again."}},
        }
    }


def _paths() -> dict[str, dict[str, Any]]:
    paths: dict[str, dict[str, Any]] = {}
    for door in _doors.values():
        paths.setdefault(door.address, {})[door.method] = _operation(door)
    return paths


_PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["title", "status"],
    "properties": {
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "errors": {
            "type": "object",
            "description": "Field → what to mend there.",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
    },
}


def _operation(door: Door) -> dict[str, Any]:
    refusals = {"400": "A parameter is unknown, or cannot be read.", "401": "No token, or one that is not good."}
    if door.word:
        refusals["403"] = f"Who asks has not the word {door.word}, or not for this."
    refusals |= door.refusals
    content = {kind: {"schema": schema} for kind, schema in door.body.items()}
    body = {"requestBody": {"required": door.needs_body, "content": content}} if content else {}
    known: list[dict[str, list[str]]] = [{"token": []}, {"session": []}] if door.for_people else []
    security: dict[str, Any] = {"security": known[1:] if door.only_people else known} if known else {}
    return {
        **body,
        **security,
        "operationId": door.name,
        "summary": str(door.summary),
        "parameters": [dict(parameter) for parameter in door.parameters],
        "responses": {
            str(door.status): {
                "description": "What was asked for.",
                "content": {door.kind: {"schema": door.answer}},
            },
            **{status: _refusal(words) for status, words in sorted(refusals.items())},
            "429": {"description": "Too fast: wait as Retry-After says.", "content": {"text/plain": {"schema": {}}}},
        },
    }


def _refusal(words: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": words, "content": {PROBLEM: {"schema": schema}}}
