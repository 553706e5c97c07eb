"""Doors of the reading room: a person's own program does what the person does there, by the same actions.

No token opens them: a machine reads, people confirm.
"""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.intake import access, actions, queries, serving
from dinhlang.apps.intake.api import shapes
from dinhlang.apps.intake.api.reading import told_names
from dinhlang.apps.intake.forms import PastingForm, ReasonForm, TwinForm
from dinhlang.apps.intake.models import TwinAnswer
from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word

_writes = partial(people.writes, word=Word.DOCUMENTS_TAKE_IN, only_people=True)
_of_mark = partial(_writes, thing=access.mark_for, answer=shapes.MARK, version=shapes.version)
_of_document = partial(_writes, thing=access.document_to_mark, answer=serving.DOCUMENT)
_of_header = partial(_of_document, version=shapes.version)
_of_names = partial(_writes, thing=access.document_to_mark, answer=shapes.NAMES)


def _seen(call: people.Call) -> dict[str, Any]:
    return {"seen": call.thing.version, "by": call.by, "now": call.now}


def _acting(call: people.Call) -> dict[str, Any]:
    return {"by": call.by, "now": call.now}


def _told(call: people.Call) -> dict[str, Any]:
    """The document as it stands now."""
    return serving.told(access.document_for(call.by, call.thing.pk), call.by)


@_writes(
    "van-ban-den/{pk}/nhiem-vu", "addMark", _("Thêm nhiệm vụ máy chưa thấy: một đoạn của văn bản"),
    thing=access.document_to_mark, takes=shapes.PlaceForm, answer=shapes.MARK, status=201,
)  # fmt: skip
def add(call: people.Call) -> Any:
    """By its letters; else by its lines."""
    said = call.said
    start, end = said["start"], said["end"]
    if start is None or end is None or start >= end:
        start, end = actions.stretch_of_lines(call.thing, first=said["first"] or 0, last=said["last"] or 0)
    return shapes.mark(actions.add_stretch(call.thing, start=start, end=end, **_acting(call)))


@_of_mark("van-ban-den/{pk}/nhiem-vu/{mark}/nhan", "acceptMark", _("Nhận một nhiệm vụ đúng như máy đọc"))
def accept(call: people.Call) -> Any:
    """A second time changes nothing."""
    return shapes.mark(actions.accept(call.thing, **_seen(call)))


@_writes(
    "van-ban-den/{pk}/nhan-nhieu", "acceptMarks", _("Nhận mọi nhiệm vụ mà máy chắc từ một mức"),
    thing=access.document_to_mark, takes=shapes.ManyForm, answer=shapes.NUMBER_DONE,
)  # fmt: skip
def accept_many(call: people.Call) -> Any:
    """Those that no person has looked at."""
    return {"number": actions.accept_many(call.thing, at_least=call.said["at_least"] / 100, **_acting(call))}


@_of_mark(
    "van-ban-den/{pk}/nhiem-vu/{mark}/sua", "correctMark", _("Sửa lời một nhiệm vụ; phần không gửi giữ nguyên"),
    takes=shapes.MendingForm, made_with=lambda call: {"instance": call.thing},
)  # fmt: skip
def correct(call: people.Call) -> Any:
    """Other words of time are understood anew."""
    return shapes.mark(actions.correct(call.thing, **call.said, **_seen(call)))


@_of_mark(
    "van-ban-den/{pk}/nhiem-vu/{mark}/tach", "splitMark", _("Tách một nhiệm vụ làm hai"),
    takes=shapes.PartingForm, answer=shapes.PARTS,
)  # fmt: skip
def split(call: people.Call) -> Any:
    """Each half is read anew and waits to be looked at."""
    first, second = actions.split_mark(call.thing, **call.said, **_seen(call))
    return {"first": shapes.mark(first), "second": shapes.mark(second)}


@_of_mark("van-ban-den/{pk}/nhiem-vu/{mark}/gop", "joinMarks", _("Gộp một nhiệm vụ với nhiệm vụ ngay sau nó"))
def join(call: people.Call) -> Any:
    """The second one goes into this one."""
    return shapes.mark(actions.join_with_next(call.thing, **_seen(call)))


@_of_mark("van-ban-den/{pk}/nhiem-vu/{mark}/bo", "dropMark", _("Bỏ một nhiệm vụ, kèm lý do"), takes=ReasonForm)
def drop(call: people.Call) -> Any:
    """It stays in sight and can be taken back."""
    return shapes.mark(actions.drop(call.thing, **call.said, **_seen(call)))


@_of_mark("van-ban-den/{pk}/nhiem-vu/{mark}/lay-lai", "takeMarkBack", _("Lấy lại một nhiệm vụ đã bỏ"))
def take_back(call: people.Call) -> Any:
    """It is a task after all."""
    return shapes.mark(actions.take_back(call.thing, **_acting(call)))


@_of_header(
    "van-ban-den/{pk}/phan-dau", "correctHeader",
    _("Sửa phần đầu và cuối văn bản, hoặc xác nhận là đúng; phần không gửi giữ nguyên"),
    takes=shapes.HeadForm, made_with=lambda call: {"document": call.thing, "today": call.today},
)  # fmt: skip
def correct_header(call: people.Call) -> Any:
    """Sent empty, it was looked at and found right."""
    actions.correct_header(call.thing, facts=call.form.facts, values=call.form.values, **_seen(call))
    return _told(call)


@_of_header(
    "van-ban-den/{pk}/bao-cao/{number}", "correctReport",
    _("Sửa một chế độ báo cáo, theo số thứ tự từ 1; hoặc xác nhận là đúng"),
    takes=shapes.DutyForm, thing=lambda person, pk, _number: access.document_to_mark(person, pk),
)  # fmt: skip
def correct_report(call: people.Call) -> Any:
    """The whole duty is said."""
    actions.correct_report(call.thing, number=_number(call), **call.said, **_seen(call))
    return _told(call)


@_of_header(
    "van-ban-den/{pk}/bao-cao/{number}/bo", "dropReport", _("Bỏ một chế độ báo cáo, kèm lý do"),
    takes=ReasonForm, thing=lambda person, pk, _number: access.document_to_mark(person, pk),
)  # fmt: skip
def drop_report(call: people.Call) -> Any:
    """The numbers behind it move up."""
    actions.drop_report(call.thing, number=_number(call), **call.said, **_seen(call))
    return _told(call)


def _number(call: people.Call) -> int:
    """People count from one."""
    match = call.request.resolver_match
    return int(match.kwargs["number"]) - 1 if match else -1


@_of_names(
    "van-ban-den/{pk}/ten", "sayWho", _("Ghi một tên trong văn bản chỉ đơn vị nào"), takes=shapes.MeaningForm
)  # fmt: skip
def say_who(call: people.Call) -> Any:
    """Everywhere in the document; `is_doubtful` says that the levels differ."""
    actions.say_who(call.thing, **call.said, **_acting(call))
    return told_names(call)


@_of_names(
    "van-ban-den/{pk}/ten/de-nguyen", "leaveName", _("Để nguyên chữ một tên, hoặc mọi tên còn lạ"),
    takes=shapes.WordsForm,
)  # fmt: skip
def leave_name(call: people.Call) -> Any:
    """No unit that is kept here is meant."""
    one = call.thing
    room = queries.room_of(one, queries.Bodies(one, day=actions.day_for(one)))
    names = [call.said["words"]] if call.said["words"] else queries.unknown_names(room)
    actions.leave_all(one, names=names, **_acting(call))
    return told_names(call)


@_of_names(
    "van-ban-den/{pk}/ten/bo", "forgetName", _("Rút lại lời đã ghi về một tên"), takes=shapes.NameForm
)  # fmt: skip
def forget_name(call: people.Call) -> Any:
    """It means again what the register tells."""
    actions.forget_who(call.thing, **call.said, **_acting(call))
    return told_names(call)


@_of_document(
    "van-ban-den/{pk}/tra-loi", "answerTwin",
    _("Trả lời văn bản vừa nhận là gì so với văn bản trông giống: bản sau, chính nó, hay văn bản khác"),
    takes=TwinForm,
)  # fmt: skip
def answer_twin(call: people.Call) -> Any:
    """The copy goes aside; any other is read now."""
    if call.said["answer"] == TwinAnswer.SAME:
        actions.is_the_same(call.thing, reason=call.said["reason"], **_acting(call))
    else:
        actions.read_anyway(call.thing, **call.said, **_acting(call))
    return _told(call)


@_of_document("van-ban-den/{pk}/doc-lai", "readAgain", _("Đọc lại từ đầu; phần người đã kiểm giữ nguyên"))
def read_again(call: people.Call) -> Any:
    """In the background: ask again how far it is."""
    actions.read_again(call.thing, **_acting(call))
    return _told(call)


@_of_document(
    "van-ban-den/{pk}/dan", "pasteText", _("Dán nội dung cho văn bản chưa đọc được"), takes=PastingForm
)  # fmt: skip
def paste(call: people.Call) -> Any:
    """The file stays beside it."""
    actions.give_text(call.thing, **call.said, **_acting(call))
    return _told(call)


@_of_document("van-ban-den/{pk}/cat-di", "setDocumentAside", _("Cất một văn bản đi, kèm lý do"), takes=ReasonForm)
def set_aside(call: people.Call) -> Any:
    """Nothing is deleted."""
    actions.set_aside(call.thing, **call.said, **_acting(call))
    return _told(call)


@_of_document("van-ban-den/{pk}/mo-lai", "bringDocumentBack", _("Mở lại một văn bản đã cất"))
def bring_back(call: people.Call) -> Any:
    """Work goes on where it stopped."""
    actions.bring_back(call.thing, **_acting(call))
    return _told(call)
