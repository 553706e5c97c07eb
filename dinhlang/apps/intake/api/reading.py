"""Doors that tell what arrived: the list, one document with its reading, its tasks, who is meant by its names."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.intake import access, actions, queries, serving
from dinhlang.apps.intake.api import shapes
from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word


@people.lists(
    "van-ban-den", "listDocuments", _("Các văn bản đã nhận, cũ trước mới sau"),
    word=Word.PLANS_READ, asks=shapes.DocumentsAsked, item=shapes.HEADING, told=shapes.heading,
)  # fmt: skip
def documents(call: people.Call) -> Any:
    """Of the person's own bodies; of all within reach, those that became plans."""
    return queries.listed(queries.readable_by(call.by), state=call.said["state"], words=call.said["q"])


@people.reads(
    "van-ban-den/{pk}", "getDocument",
    _("Một văn bản đã nhận: đọc tới đâu, máy đọc gì, người đã xác nhận gì, còn hỏi gì"),
    word=Word.DOCUMENTS_TAKE_IN, thing=access.document_for, answer=serving.DOCUMENT,
)  # fmt: skip
def document(call: people.Call) -> Any:
    """With what people confirmed so far, in the form of a reading."""
    return serving.told(call.thing, call.by)


@people.lists(
    "van-ban-den/{pk}/nhiem-vu", "listMarks", _("Các nhiệm vụ máy đọc hoặc người đánh dấu trong một văn bản"),
    word=Word.DOCUMENTS_TAKE_IN, thing=access.document_to_mark, asks=shapes.MarksAsked,
    item=shapes.MARK, told=shapes.mark,
)  # fmt: skip
def marks(call: people.Call) -> Any:
    """Also those that were dropped."""
    found = call.thing.marks.select_related("changed_by")
    return found.filter(standing=call.said["standing"]) if call.said["standing"] else found


@people.reads(
    "van-ban-den/{pk}/nhiem-vu/{mark}", "getMark", _("Một nhiệm vụ đọc được trong văn bản"),
    word=Word.DOCUMENTS_TAKE_IN, thing=access.mark_for, answer=shapes.MARK,
)  # fmt: skip
def mark(call: people.Call) -> Any:
    """As it stands, with its version."""
    return shapes.mark(call.thing)


@people.reads(
    "van-ban-den/{pk}/ten", "listNames", _("Các tên cơ quan trong văn bản, và mỗi tên chỉ ai"),
    word=Word.DOCUMENTS_TAKE_IN, thing=access.document_to_mark, answer=shapes.NAMES,
)  # fmt: skip
def names(call: people.Call) -> Any:
    """Those that still ask, a guess first; and those of which it is clear who is meant."""
    return told_names(call)


def told_names(call: people.Call) -> dict[str, Any]:
    """The names as they are understood now."""
    one = access.document_to_mark(call.by, call.thing.pk)
    room = queries.room_of(one, queries.Bodies(one, day=actions.day_for(one)))
    return {
        "open": [shapes.name(found) for found in room.names],
        "settled": [shapes.name(found) for found in room.settled],
    }
