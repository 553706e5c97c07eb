"""What may be said at a door: the same forms that read what people type, told as a schema and filled from JSON.

So a page and its door cannot differ in what they take, nor in the sentence that says what is wrong.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParserError
from django.utils.text import format_lazy
from django.utils.translation import gettext as _

from dinhlang.base.api.doors import Schema

JSON, MULTIPART = "application/json", "multipart/form-data"
MOST_BYTES = 1_000_000
FormClass = type[forms.BaseForm]
_WRITTEN_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class CannotRead(Exception):
    """What was said cannot be read: a sentence, and of each field what to mend."""

    def __init__(self, sentence: str, *, status: int = 400, errors: Mapping[str, list[str]] | None = None) -> None:
        super().__init__(sentence)
        self.sentence, self.status, self.errors = sentence, status, errors


class KeepsUnsaid(forms.BaseForm):
    """A form of a thing that is there, as programs fill it: what they do not say stays as it was; a flag is then no."""

    keeps_unsaid = True

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        if data is not None:
            self.data = {**self._as_it_was(), **data.dict()}

    def _as_it_was(self) -> dict[str, Any]:
        kept = {name: self.get_initial_for_field(field, name) for name, field in self.fields.items()}
        return {
            name: was.isoformat() if isinstance(was, date) else self.fields[name].prepare_value(was)
            for name, was in kept.items()
            if was is not None and not isinstance(self.fields[name], forms.BooleanField)
        }


def parameters_of(form: FormClass) -> tuple[Schema, ...]:
    """The fields of a form as parameters of an address."""
    return tuple(
        {
            "name": name,
            "in": "query",
            "required": field.required,
            "description": field.label or name,
            "schema": _schema_of(field),
        }
        for name, field in _fields(form).items()
    )


def body_of(form: FormClass | None) -> dict[str, Schema]:
    """The fields of a form as what is sent: in JSON, and as parts where files may come along."""
    fields = _fields(form) if form else {}
    has_files = any(isinstance(field, forms.FileField) for field in fields.values())
    told = {JSON: _object(fields, files=False), **({MULTIPART: _object(fields, files=True)} if has_files else {})}
    return {kind: {**one, "required": []} for kind, one in told.items()} if _keeps_unsaid(form) else told


def _keeps_unsaid(form: FormClass | None) -> bool:
    return getattr(form, "keeps_unsaid", False)


def needs_words(form: FormClass | None) -> bool:
    """Whether nothing at all may not be sent."""
    return not _keeps_unsaid(form) and any(field.required for field in (_fields(form) if form else {}).values())


def _fields(form: FormClass) -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = getattr(form, "base_fields", {})
    return {name: field for name, field in found.items() if not isinstance(field.widget, forms.HiddenInput)}


def _object(fields: Mapping[str, forms.Field], *, files: bool) -> Schema:
    kept = {name: one for name, one in fields.items() if files or not isinstance(one, forms.FileField)}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, field in kept.items() if field.required and not isinstance(field, _NEVER_MISSING)],
        "properties": {name: {**_schema_of(field), **_words_of(field)} for name, field in kept.items()},
    }


_NEVER_MISSING = (forms.BooleanField,)


def _words_of(field: forms.Field) -> dict[str, Any]:
    """In the language of whoever reads the document: put into words only then."""
    words = [part for part in (field.label, field.help_text) if part]
    return {"description": format_lazy(" ".join(["{}"] * len(words)), *words)} if words else {}


def _schema_of(field: forms.Field) -> dict[str, Any]:
    if isinstance(field, forms.FileField):
        one = {"type": "string", "format": "binary"}
        return {"type": "array", "items": one} if getattr(field, "multiple", False) else one
    if isinstance(field, forms.DateField):
        return {"type": "string", "format": "date"}
    if isinstance(field, forms.BooleanField):
        return {"type": "boolean"}
    if isinstance(field, forms.IntegerField):
        bounds = {"minimum": field.min_value, "maximum": field.max_value}
        return {"type": "integer", **{name: bound for name, bound in bounds.items() if bound is not None}}
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return _schema_of_choice(field)
    return _schema_of_words(field)


def _schema_of_choice(field: Any) -> dict[str, Any]:
    if isinstance(field, forms.ModelMultipleChoiceField):
        return {"type": "array", "items": {"type": "integer"}, "maxItems": 200}
    if isinstance(field, forms.ModelChoiceField) or getattr(field, "coerce", None) is int:
        return {"type": "integer"}
    keys = [str(key) for key, _label in field.choices]
    one = {"type": "string", **({"enum": keys} if keys else {})}
    return {"type": "array", "items": one, "maxItems": 400} if isinstance(field, forms.MultipleChoiceField) else one


def _schema_of_words(field: forms.Field) -> dict[str, Any]:
    longest = getattr(field, "max_length", None)
    lengths = {"minLength": 1 if field.required else None, "maxLength": longest}
    return {"type": "string", **{name: length for name, length in lengths.items() if length is not None}}


def query_of(request: HttpRequest, form: FormClass, **made_with: Any) -> forms.BaseForm:
    """What the address asks, read by the form; a day is written as machines write it."""
    names = [name for name in request.GET if name in _fields(form)]
    errors = {}
    for name in names:
        trouble = _trouble_with_query(request.GET[name], _schema_of(_fields(form)[name]))
        if trouble:
            errors[name] = [trouble]
    filled = form(request.GET, **made_with)
    return _read(filled, errors, status=400)


def _trouble_with_query(text: str, schema: Schema) -> str:
    """An empty parameter is a slip; a day and a number have one way to be written."""
    if schema.get("type") == "integer":
        is_number = text.isascii() and text.isdigit() and len(text) < 19
        return "" if is_number else _("Hãy ghi một số nguyên, chỉ gồm chữ số.")
    if schema.get("type") == "boolean":
        return "" if text in {"true", "false"} else _("Hãy ghi true hoặc false.")
    return _trouble_with_words(text, schema)


def _trouble_with_words(text: str, schema: Schema) -> str:
    if schema.get("format") == "date" and not _WRITTEN_DAY.fullmatch(text):
        return _("Hãy viết ngày như 2026-09-05.")
    if "enum" in schema and text not in schema["enum"]:
        return _("Chỉ nhận: %(known)s.") % {"known": ", ".join(key for key in schema["enum"] if key)}
    return ""


def sent(request: HttpRequest, form: FormClass | None, **made_with: Any) -> forms.BaseForm | None:
    """What was sent, read by the form that the page has too."""
    data, files = _sent_parts(request, form) if request.content_type == MULTIPART else (_sent_json(request, form), None)
    return None if form is None else _read(form(data, files, **made_with), {}, status=422)


def _read(form: Any, errors: dict[str, list[str]], *, status: int) -> forms.BaseForm:
    if errors or not form.is_valid():
        told = errors or {name: [str(error) for error in found] for name, found in form.errors.items()}
        first = next((found[0] for found in told.values() if found), "")
        raise CannotRead(first or _("Nội dung gửi lên chưa đúng."), status=status, errors=told)
    return form


def _sent_parts(request: HttpRequest, form: FormClass | None) -> tuple[QueryDict, Any]:
    try:
        data, files = request.POST.copy(), request.FILES
    except (MultiPartParserError, RequestDataTooBig, TooManyFilesSent):
        raise CannotRead(_("Các phần gửi lên không đọc được. Xin gửi lại dạng multipart/form-data.")) from None
    _refuse_unknown([*data, *files], form)
    for name, field in _fields(form).items() if form else ():
        if isinstance(field, forms.BooleanField) and data.get(name) == "false":
            data.pop(name)
    return data, files


def _refuse_unknown(names: Iterable[str], form: FormClass | None) -> None:
    known = _fields(form) if form else {}
    for name in names:
        if name not in known:
            named = {"name": name[:40], "known": ", ".join(known) or "–"}
            raise CannotRead(_("Không hiểu “%(name)s”. Ở đây chỉ nhận: %(known)s.") % named)


def _sent_json(request: HttpRequest, form: FormClass | None) -> QueryDict:
    body = request.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise CannotRead(_("Nội dung gửi lên quá dài."), status=413)
    if body and request.content_type != JSON:
        raise CannotRead(_("Hãy gửi JSON (application/json); có tệp thì gửi multipart/form-data."), status=415)
    said = _decoded(body) if body else {}
    if not isinstance(said, dict):
        raise CannotRead(_("Hãy gửi một đối tượng JSON, ví dụ {}."))
    _refuse_unknown(said, form)
    return _filled(said, _fields(form) if form else {})


def _decoded(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise CannotRead(_("Nội dung gửi lên không phải JSON đọc được.")) from None


def _filled(said: Mapping[str, Any], fields: Mapping[str, forms.Field]) -> QueryDict:
    """As a browser would send it; a value of another kind than the schema says is refused."""
    data, errors = QueryDict(mutable=True), {}
    for name, value in said.items():
        schema = _schema_of(fields[name])
        if isinstance(fields[name], forms.FileField):
            errors[name] = [_("Tệp thì gửi multipart/form-data.")]
        elif trouble := _trouble_with_value(value, schema):
            errors[name] = [trouble]
        elif isinstance(value, list):
            data.setlist(name, [str(one) for one in value])
        elif value is not False:
            data[name] = "on" if value is True else str(value)
    if errors:
        raise CannotRead(next(iter(errors.values()))[0], errors=errors)
    return data


_KINDS: dict[str, type] = {"string": str, "integer": int, "boolean": bool, "array": list}


def _trouble_with_value(value: Any, schema: Schema) -> str:
    kind = schema["type"]
    if not isinstance(value, _KINDS[kind]) or (kind == "integer" and isinstance(value, bool)):
        return _("Cần một giá trị kiểu %(kind)s.") % {"kind": kind}
    if isinstance(value, list):
        return next(filter(None, (_trouble_with_value(one, schema["items"]) for one in value)), "")
    return _trouble_with_words(value, schema) if isinstance(value, str) else ""
