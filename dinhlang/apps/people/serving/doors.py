"""Doors that a token or a person's own session opens; what is done there is done once, however often it is sent.

A door asks the same questions as the page beside it: a word at the threshold, then the room's own `…_for(person, pk)`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from types import ModuleType
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.http.multipartparser import MultiPartParserError
from django.middleware.csrf import CsrfViewMiddleware
from django.urls import URLPattern, path
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dinhlang.apps.people.actions.answering_once import CannotRepeat, answered_before, digest_of, once
from dinhlang.apps.people.models import Person
from dinhlang.apps.people.rules import Word
from dinhlang.apps.people.serving.programs import refusal_of_token, token_of
from dinhlang.base import api, clock
from dinhlang.base.listing import key_of
from dinhlang.base.locks import KEEP_NOTHING
from dinhlang.base.refusal import Refusal

LONGEST_KEY = 100
_GOOD_KEY = re.compile(rf"[A-Za-z0-9_.:-]{{1,{LONGEST_KEY}}}")
Told = Mapping[str, Any]
_VERSION: api.Schema = {
    "name": "If-Match",
    "in": "header",
    "description": gettext_lazy("ETag đã đọc: nếu nay đã khác thì không làm gì (412)"),
    "schema": {"type": "string", "maxLength": 200},
}
_KEY: api.Schema = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "description": gettext_lazy("Khóa do bạn đặt cho một lần ghi; gửi lại cùng khóa thì không ghi lần nữa"),
    "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY, "pattern": "^[A-Za-z0-9_.:-]+$"},
}
_OF_WRITES = {
    "409": "It cannot be done as things stand; the sentence says why.",
    "413": "Longer than may be sent.",
    "415": "Neither JSON nor parts.",
    "422": "A field has to be mended, or the key was used for something else.",
}


@dataclass(frozen=True)
class Call:
    """One request at a door: who asks, for what, and what was said, already read."""

    request: HttpRequest
    by: Person
    thing: Any
    form: Any
    now: datetime
    today: date

    @property
    def said(self) -> dict[str, Any]:
        """What the form read; nothing where a door asks nothing."""
        return dict(self.form.cleaned_data) if self.form is not None else {}


Serve = Callable[[Call], Any]


@dataclass(frozen=True)
class Threshold:
    """What stands behind a door: how its thing is got, which form reads, what tells its version."""

    door: api.Door
    thing: Callable[..., Any] | None = None
    form: type[forms.BaseForm] | None = None
    made_with: Callable[[Call], dict[str, Any]] | None = None
    version: Callable[[Any], str] | None = None
    told: Callable[[Any], Any] | None = None
    may: Callable[[Person], bool] | None = None
    """What the page asks at its threshold, where a word alone does not say it."""


def reads(
    address: str,
    name: str,
    summary: Any,
    *,
    word: Word | None = None,
    answer: api.Schema,
    thing: Callable[..., Any] | None = None,
    asks: type[forms.BaseForm] | None = None,
    made_with: Callable[[Call], dict[str, Any]] | None = None,
    may: Callable[[Person], bool] | None = None,
) -> Callable[[Serve], Any]:
    """A door that tells one thing."""
    parameters = (*_in_path(address), *(api.parameters_of(asks) if asks else ()))
    refusals = {"404": "No such thing for who asks."} if thing else {}
    door = _door(address, name, summary, word, parameters=parameters, answer=answer, refusals=refusals)
    return _stands(Threshold(door, thing, asks, made_with, may=may))


def lists(
    address: str,
    name: str,
    summary: Any,
    *,
    word: Word | None = None,
    item: api.Schema,
    told: Callable[[Any], Any],
    thing: Callable[..., Any] | None = None,
    asks: type[forms.BaseForm] | None = None,
) -> Callable[[Serve], Any]:
    """A door that tells a list; the function beside it says of which rows."""
    parameters = (*_in_path(address), *(api.parameters_of(asks) if asks else ()), *api.LIST_PARAMETERS)
    refusals = {"404": "No such thing for who asks."} if thing else {}
    door = _door(address, name, summary, word, parameters=parameters, answer=api.a_list(item), refusals=refusals)
    return _stands(Threshold(door, thing, asks, told=told))


def hands_out(
    address: str, name: str, summary: Any, *, word: Word, thing: Callable[..., Any]
) -> Callable[[Serve], Any]:
    """A door that hands out a file as it is kept."""
    refusals = {"404": "No such thing for who asks."}
    facts = {"parameters": _in_path(address), "refusals": refusals, "kind": "*/*"}
    return _stands(Threshold(_door(address, name, summary, word, **facts), thing))


def writes(
    address: str,
    name: str,
    summary: Any,
    *,
    word: Word,
    answer: api.Schema,
    thing: Callable[..., Any] | None = None,
    takes: type[forms.BaseForm] | None = None,
    made_with: Callable[[Call], dict[str, Any]] | None = None,
    version: Callable[[Any], str] | None = None,
    status: int = 200,
    only_people: bool = False,
    may: Callable[[Person], bool] | None = None,
) -> Callable[[Serve], Any]:
    """A door at which something is done; the function beside it calls the room's own action.

    `only_people`: where the word is one that programs may hold too, but not for this.
    """
    parameters = (*_in_path(address), _KEY, *((_VERSION,) if version else ()))
    refusals = {**_OF_WRITES, **({"412": "It is another by now than what was read."} if version else {})}
    refusals |= {"404": "No such thing for who asks."} if thing else {}
    facts = {"parameters": parameters, "answer": answer, "refusals": refusals, "status": status}
    more = {"method": "post", "body": api.body_of(takes), "needs_body": api.needs_words(takes)}
    more |= {"only_people": only_people}
    door = _door(address, name, summary, word, **facts, **more)
    return _stands(Threshold(door, thing, takes, made_with, version, may=may))


def _door(address: str, name: str, summary: Any, word: Word | None, **facts: Any) -> api.Door:
    facts |= {"word": word or "", "for_people": True}
    return api.Door(address=f"/api/v1/{address}", name=name, summary=summary, **facts)


def _in_path(address: str) -> tuple[api.Schema, ...]:
    names = [part[1:-1] for part in address.split("/") if part.startswith("{")]
    kinds: dict[str, api.Schema] = {"code": {"type": "string", "minLength": 1, "maxLength": 40}}
    number = {"type": "integer", "minimum": 1}
    return tuple({"name": name, "in": "path", "required": True, "schema": kinds.get(name, number)} for name in names)


def _stands(threshold: Threshold) -> Callable[[Serve], Any]:
    def wear(serve: Serve) -> Any:
        api.describe(threshold.door)
        serve.threshold = threshold  # type: ignore[attr-defined]
        return serve

    return wear


def routes(*modules: ModuleType, posts: Mapping[str, Callable[..., HttpResponse]] | None = None) -> list[URLPattern]:
    """The addresses of all doors that stand in these modules; each is named after the function that reads, or acts.

    `posts`: address → what answers a POST there and is no door of this kind: it takes bytes and asks for a token.
    """
    found = [one for module in modules for one in vars(module).values() if hasattr(one, "threshold")]
    found.sort(key=lambda one: (one.threshold.door.address, one.threshold.door.method))
    by_address = groupby(found, lambda one: one.threshold.door.address.removeprefix("/api/v1/"))
    return [_route(address, list(serves), (posts or {}).get(address)) for address, serves in by_address]


def _route(address: str, serves: list[Any], posted: Callable[..., HttpResponse] | None) -> URLPattern:
    by_method = {one.threshold.door.method: one for one in serves}
    words = {str(one.threshold.door.word) or "any" for one in serves}

    def guarded_door(request: HttpRequest, **args: str) -> HttpResponseBase:
        if request.method == "POST" and posted is not None:
            return posted(request, **args)
        serve = by_method.get("post" if request.method == "POST" else "get")
        if serve is None:
            return HttpResponseNotAllowed([method.upper() for method in by_method])
        answer = _answered(request, serve, args)
        answer.headers["Cache-Control"] = KEEP_NOTHING
        patch_vary_headers(answer, ["Authorization", "Cookie"])
        return answer

    guarded_door.csrf_exempt = True  # type: ignore[attr-defined]  # asked below, wherever a session and no token opens
    guarded_door.login_required = False  # type: ignore[attr-defined]
    guarded_door.guard = f"program: {', '.join(sorted(words))}, or a person's session"  # type: ignore[attr-defined]
    pattern = address.replace("{", "<str:").replace("}", ">")
    return path(pattern, guarded_door, name=serves[0].__name__)


def _answered(request: HttpRequest, serve: Any, args: Mapping[str, str]) -> HttpResponseBase:
    threshold: Threshold = serve.threshold
    refusal = _refusal(request, threshold.door) or api.unknown_parameter(request)
    if refusal is not None:
        return refusal
    try:
        if threshold.may is not None and not threshold.may(request.user):  # type: ignore[arg-type]
            raise PermissionDenied
        return _acted(request, serve, args) if request.method == "POST" else _told(request, serve, args)
    except Http404:
        return api.problem(_("Không có, hoặc bạn không được biết."), status=404)
    except PermissionDenied:
        return api.problem(_("Bạn đọc được nhưng không được làm việc này ở đây."), status=403)
    except api.CannotRead as wrong:
        return api.problem(wrong.sentence, status=wrong.status, errors=wrong.errors)
    except CannotRepeat as wrong:
        return api.problem(str(wrong), status=422)


def _refusal(request: HttpRequest, door: api.Door) -> HttpResponse | None:
    """Why the door stays shut: to a token, or to a person who is signed in and whose own page sent this."""
    word = door.word
    if token_of(request) is not None or not request.user.is_authenticated:
        return refusal_of_token(request, Word(word) if word else None) or _refusal_of_programs(door)
    if request.method == "POST" and _lacks_csrf(request):
        sentence = _("Yêu cầu đi bằng phiên đăng nhập cần mã chống giả mạo, trong đầu mục X-CSRFToken.")
        return api.problem(sentence, status=403)
    person: Person = request.user
    if word and not person.may(Word(word)):
        return api.problem(_("Bạn không có quyền %(word)s.") % {"word": word}, status=403)
    return None


def _refusal_of_programs(door: api.Door) -> HttpResponse | None:
    sentence = _("Việc này do một người làm và chịu trách nhiệm, tài khoản máy không làm thay.")
    return api.problem(sentence, status=403) if door.only_people else None


class _Csrf(CsrfViewMiddleware):
    """Asks as for a form, and tells the reason instead of a page."""

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


def _lacks_csrf(request: HttpRequest) -> bool:
    asks = _Csrf(lambda _request: HttpResponse())
    return bool(asks.process_view(request, lambda _request: HttpResponse(), (), {}))


def _call(request: HttpRequest, threshold: Threshold, args: Mapping[str, str]) -> Call:
    by: Person = request.user  # type: ignore[assignment]
    keys = [value if name == "code" else key_of(value) or 0 for name, value in args.items()]
    thing = threshold.thing(by, *keys) if threshold.thing else None
    return Call(request, by, thing, None, clock.now(), clock.today())


def _with_form(call: Call, threshold: Threshold, read: Callable[..., Any]) -> Call:
    made_with = threshold.made_with(call) if threshold.made_with else {}
    form = read(call.request, threshold.form, **made_with)
    return Call(call.request, call.by, call.thing, form, call.now, call.today)


def _told(request: HttpRequest, serve: Any, args: Mapping[str, str]) -> HttpResponseBase:
    threshold: Threshold = serve.threshold
    call = _call(request, threshold, args)
    if threshold.form is not None:
        call = _with_form(call, threshold, api.query_of)
    told = serve(call)
    if isinstance(told, HttpResponseBase):
        return told
    if threshold.told is not None:
        told = api.stretch(request, told, threshold.told)
    return _with_version(api.answer(told), told)


def _acted(request: HttpRequest, serve: Any, args: Mapping[str, str]) -> HttpResponse:
    """The same key once more: the same answer, and nothing is done. A refusal is kept too; a crash is not."""
    threshold, by = serve.threshold, request.user
    if not _GOOD_KEY.fullmatch(request.headers.get("Idempotency-Key", "")):
        _call(request, threshold, args)  # who may not do it, or not know it, is told that first
    key, digest = _key_of(request), _digest_of(request)
    kept = answered_before(by, key, digest)  # type: ignore[arg-type]
    if kept is None:
        call = _call(request, threshold, args)
        _refuse_stale(call, threshold)
        call = _with_form(call, threshold, api.sent)
        kept = once(call.by, key, digest, now=call.now, act=lambda: _done(call, serve))
    if kept.status >= 400:
        return api.problem(kept.told["title"], status=kept.status, errors=kept.told.get("errors"))
    return _with_version(api.answer(kept.told, status=kept.status), kept.told)


def _done(call: Call, serve: Any) -> tuple[int, Told]:
    try:
        return serve.threshold.door.status, serve(call)
    except Refusal as refusal:
        field = {"errors": {refusal.field: [str(refusal)]}} if refusal.field else {}
        return (422 if refusal.field else 409), {"title": str(refusal), **field}


def _digest_of(request: HttpRequest) -> str:
    try:
        return digest_of(request)
    except RequestDataTooBig:
        raise api.CannotRead(_("Nội dung gửi lên quá dài."), status=413) from None
    except (MultiPartParserError, TooManyFilesSent, TooManyFieldsSent):
        raise api.CannotRead(_("Các phần gửi lên không đọc được. Xin gửi lại dạng multipart/form-data.")) from None


def _key_of(request: HttpRequest) -> str:
    key = request.headers.get("Idempotency-Key", "")
    if not _GOOD_KEY.fullmatch(key):
        raise api.CannotRead(
            _(
                "Hãy đặt một khóa riêng cho lần ghi này ở đầu mục Idempotency-Key (chữ không dấu, số, dấu - _ . :, "
                "tối đa %(most)s chữ); nhờ đó gửi lại cũng không bị ghi hai lần."
            )
            % {"most": LONGEST_KEY}
        )
    return key


def _refuse_stale(call: Call, threshold: Threshold) -> None:
    seen = call.request.headers.get("If-Match")
    if threshold.version is None or seen is None or seen == "*":
        return
    if seen != _tag(threshold.version(call.thing)):
        sentence = _("Nội dung này vừa có cập nhật khác. Hãy đọc lại, rồi gửi lần nữa nếu vẫn đúng.")
        raise api.CannotRead(sentence, status=412)


def _with_version(answer: HttpResponse, told: Any) -> HttpResponse:
    if isinstance(told, Mapping) and isinstance(told.get("version"), str):
        answer.headers["ETag"] = _tag(told["version"])
    return answer


def _tag(version: str) -> str:
    return f'"{version}"'
