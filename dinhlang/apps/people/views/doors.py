"""The page of all doors for programs, told from the same declarations that route, read and answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dinhlang.apps.people.models import WORD_NAMES
from dinhlang.apps.people.rules import Word
from dinhlang.base import api
from dinhlang.base.guard import signed_in

TOPICS = {
    "ke-hoach": gettext_lazy("Kế hoạch"),
    "thay-doi": gettext_lazy("Thay đổi kế hoạch"),
    "nhiem-vu": gettext_lazy("Nhiệm vụ"),
    "phan-viec": gettext_lazy("Phần việc"),
    "ben-trong": gettext_lazy("Phần giao bên trong"),
    "minh-chung": gettext_lazy("Minh chứng"),
    "gia-han": gettext_lazy("Gia hạn"),
    "vuong-mac": gettext_lazy("Vướng mắc"),
    "ban-giao": gettext_lazy("Việc của đơn vị không còn"),
    "thoi-han": gettext_lazy("Thời hạn"),
    "chuoi-bao-cao": gettext_lazy("Chuỗi báo cáo"),
    "nhac-viec": gettext_lazy("Lời nhắc"),
    "toan-canh": gettext_lazy("Toàn cảnh"),
    "van-ban-den": gettext_lazy("Văn bản đến"),
    "doc-thu": gettext_lazy("Đọc thử văn bản"),
    "thoi-gian": gettext_lazy("Đọc cụm từ chỉ thời gian"),
    "don-vi": gettext_lazy("Đơn vị"),
    "ngay-nghi": gettext_lazy("Ngày nghỉ"),
    "ky-hop": gettext_lazy("Kỳ họp Hội đồng nhân dân"),
    "ban-viec": gettext_lazy("Bàn việc"),
    "cach-xem": gettext_lazy("Cách xem đã lưu"),
    "nhat-ky": gettext_lazy("Nhật ký"),
    "bao": gettext_lazy("Báo khi có thay đổi"),
    "toi": gettext_lazy("Tài khoản máy"),
}
KINDS = {
    "string": gettext_lazy("chữ"),
    "integer": gettext_lazy("số nguyên"),
    "number": gettext_lazy("số"),
    "boolean": gettext_lazy("đúng, sai"),
    "object": gettext_lazy("đối tượng"),
    "array": gettext_lazy("danh sách"),
}


@dataclass(frozen=True)
class Line:
    """One thing that is sent or told: its name, of what kind, what it means."""

    name: str
    kind: str
    words: Any = ""
    is_required: bool = False


@dataclass(frozen=True)
class Told:
    """One door as the page shows it."""

    door: api.Door
    sent: list[Line]
    answered: list[Line]

    @property
    def method(self) -> str:
        return self.door.method.upper()

    @property
    def may(self) -> Any:
        """What one must be allowed to do."""
        return WORD_NAMES[Word(self.door.word)] if self.door.word else ""


@signed_in
def listing(request: HttpRequest) -> HttpResponse:
    """Topic by topic, in the order of a day's work."""
    order = list(TOPICS)
    doors = sorted(api.doors(), key=lambda one: (order.index(_topic(one)), one.address, one.method))
    topics = [
        (TOPICS[name], f"cua-{name}", [_told(one) for one in found]) for name, found in groupby(doors, key=_topic)
    ]
    return render(request, "people/doors.html", {"topics": topics, "host": request.get_host()})


def _topic(door: api.Door) -> str:
    return door.address.split("/")[3]


def _told(door: api.Door) -> Told:
    asked = [
        _line(one["name"], one["schema"], one.get("description", ""), one.get("required")) for one in door.parameters
    ]
    return Told(door, [*asked, *_in_body(door)], list(_in_answer(door.answer)))


def _in_body(door: api.Door) -> list[Line]:
    fields: dict[str, Line] = {}
    for schema in door.body.values():
        for name, one in schema.get("properties", {}).items():
            fields[name] = _line(name, one, one.get("description", ""), name in schema["required"])
    return list(fields.values())


def _in_answer(schema: api.Schema) -> Iterator[Line]:
    """The things of a list, else those of the one thing."""
    told = schema.get("properties", {})
    if set(told) == {"items", "next"}:
        told = told["items"]["items"]["properties"]
    for name, one in told.items():
        yield _line(name, one, one.get("description", ""), True)


def _line(name: str, schema: Mapping[str, Any], words: Any, is_required: Any) -> Line:
    return Line(name, _kind(schema), words, bool(is_required))


def _kind(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return " · ".join(str(one) for one in schema["enum"] if one)
    named = schema.get("type", "object")
    kind = named if isinstance(named, str) else named[0]
    if schema.get("format") == "binary":
        said = _("tệp")
    elif schema.get("format") in {"date", "date-time"}:
        said = _("ngày") if schema["format"] == "date" else _("thời điểm")
    else:
        said = str(KINDS[kind])
    return said if isinstance(named, str) else _("%(kind)s, hoặc null") % {"kind": said}
