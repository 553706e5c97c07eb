"""Serving programs: a token in the head of the request instead of a session, JSON instead of pages, no cookie ever."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from dinhlang.apps.people.actions import program_of
from dinhlang.apps.people.models import Person
from dinhlang.apps.people.rules import Word
from dinhlang.base import api, clock
from dinhlang.base.locks import KEEP_NOTHING
from dinhlang.base.pace import count_wrong_key, has_many_wrong_keys, wait

Answer = Callable[..., HttpResponse]
CHALLENGE = 'Bearer realm="dinhlang"'


def for_programs(word: Word | None = None) -> Callable[[Answer], Answer]:
    """Only a program whose token carries the word is answered; without a word, any program. `request.user` is it."""

    def wear(serve: Answer) -> Answer:
        @csrf_exempt  # a token in the head of a request is never sent by a browser of its own accord
        @login_not_required
        @wraps(serve)
        def guarded_door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            refusal = refusal_of_token(request, word) or api.unknown_parameter(request)
            answer = refusal or serve(request, *args, **kwargs)
            answer.headers["Cache-Control"] = KEEP_NOTHING
            patch_vary_headers(answer, ["Authorization"])
            return answer

        guarded_door.guard = f"program: {word or 'any'}"  # type: ignore[attr-defined]
        return guarded_door

    return wear


@sensitive_variables("token")
def refusal_of_token(request: HttpRequest, word: Word | None) -> HttpResponse | None:
    """Why the door stays shut; None once `request.user` is a program that may."""
    if has_many_wrong_keys(request):
        return wait()
    token = token_of(request)
    if token is None:
        sentence = _("Cần thẻ truy cập của tài khoản máy, trong đầu mục Authorization: Bearer …")
        return api.problem(sentence, status=401, headers={"WWW-Authenticate": CHALLENGE})
    program = program_of(token, now=clock.now())
    if program is None:
        count_wrong_key(request)
        sentence = _("Thẻ truy cập không đúng, đã hết hạn hoặc đã thu hồi. Hãy hỏi người phụ trách tài khoản máy.")
        return api.problem(sentence, status=401, headers={"WWW-Authenticate": f'{CHALLENGE}, error="invalid_token"'})
    if word is not None and not program.may(word):
        sentence = _("Thẻ truy cập này không có quyền %(word)s.") % {"word": word}
        challenge = f'{CHALLENGE}, error="insufficient_scope", scope="{word}"'
        return api.problem(sentence, status=403, headers={"WWW-Authenticate": challenge})
    request.user = program
    return None


def token_of(request: HttpRequest) -> str | None:
    kind, _space, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" and token.strip() else None


api.describe(
    api.Door(
        address="/api/v1/toi",
        name="whoAmI",
        summary=gettext_lazy("Tài khoản máy này là ai, có quyền gì, ở đâu, đến khi nào"),
        answer={
            "type": "object",
            "required": ["name", "unit", "words", "ends"],
            "additionalProperties": False,
            "properties": {
                "name": {"type": "string"},
                "unit": {
                    "type": "object",
                    "required": ["code", "name"],
                    "properties": {"code": {"type": "string"}, "name": {"type": "string"}},
                },
                "words": {"type": "array", "items": {"type": "string", "enum": [str(word) for word in Word]}},
                "ends": {"type": "string", "format": "date", "description": "The first day on which it is over."},
            },
        },
    )
)


@for_programs()
@require_safe
def who_am_i(request: HttpRequest) -> HttpResponse:
    """The program, its words, and the unit over which (and over whose bodies below) it holds them."""
    program: Person = request.user  # type: ignore[assignment]
    account = program.service_account
    unit = {"code": account.unit.code, "name": account.unit.full_name}
    return api.answer({"name": str(program), "unit": unit, "words": account.words, "ends": account.ends.isoformat()})
