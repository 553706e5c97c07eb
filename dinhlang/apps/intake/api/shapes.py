"""How a document, one of its tasks and the names in it are told to programs, and the forms that only programs fill."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.intake import queries
from dinhlang.apps.intake.forms import CheckForm, HeaderForm, NamingForm, ReportForm, SearchForm
from dinhlang.apps.intake.models import Document, DocumentKind, DocumentState, Mark, Standing
from dinhlang.base import api

HEADING = api.a_thing(
    id=api.NUMBER,
    kind=api.one_of(DocumentKind.values),
    number=api.TEXT,
    title=api.TEXT,
    issued_on=api.maybe(api.DAY),
    issuer=api.maybe(api.UNIT),
    owner=api.UNIT,
    state=api.one_of(DocumentState.values),
    asks={**api.FLAG, "description": _("Máy hỏi có trùng với văn bản đã có không")},
    tasks=api.NUMBER,
    tasks_left={**api.NUMBER, "description": _("Chưa ai kiểm")},
    arrived_at=api.MOMENT,
    page=api.TEXT,
)
MARK = api.a_thing(
    id=api.NUMBER,
    version=api.TEXT,
    document=api.NUMBER,
    standing=api.one_of(Standing.values),
    confidence=api.maybe({"type": "number", "description": _("Máy chắc tới đâu, từ 0 đến 1; người đánh dấu thì null")}),
    start={**api.NUMBER, "description": _("Chữ thứ mấy của toàn văn")},
    end=api.NUMBER,
    label=api.TEXT,
    text=api.TEXT,
    lead_words=api.TEXT,
    adviser_words=api.TEXT,
    partner_words=api.TEXT,
    time_words=api.TEXT,
    begins=api.maybe(api.DAY),
    rhythm=api.TEXT,
    due=api.maybe(api.DAY),
    sentence={**api.TEXT, "description": _("Thời gian được hiểu thế nào")},
    product=api.TEXT,
    send_to=api.TEXT,
    via=api.TEXT,
    changed_by=api.maybe(api.TEXT),
)
PARTS = api.a_thing(first=MARK, second=MARK)
NAME = api.a_thing(
    words=api.TEXT,
    kind=api.one_of(("one", "group", "some", "kept", "left", "guess", "unknown")),
    unit=api.maybe(api.UNIT),
    is_settled=api.FLAG,
    is_doubtful={**api.FLAG, "description": _("Đã chọn một đơn vị khác cấp với tên")},
)
NAMES = api.a_thing(open=api.many(NAME), settled=api.many(NAME))
NUMBER_DONE = api.a_thing(number=api.NUMBER)


def heading(one: Document) -> dict[str, Any]:
    """One line of the list."""
    return {
        "id": one.pk,
        "kind": one.kind,
        "number": one.number,
        "title": one.title,
        "issued_on": api.when(one.issued_on),
        "issuer": _unit(one.issuer),
        "owner": _unit(one.owner),
        "state": one.state,
        "asks": one.state == DocumentState.ARRIVED and one.is_asking,  # type: ignore[attr-defined]
        "tasks": one.number_of_marks,  # type: ignore[attr-defined]
        "tasks_left": one.number_waiting,  # type: ignore[attr-defined]
        "arrived_at": api.when(one.arrived_at),
        "page": reverse("intake:document", args=[one.pk]),
    }


def _unit(unit: Any) -> dict[str, str] | None:
    return {"code": unit.code, "name": unit.full_name} if unit is not None else None


def mark(one: Mark) -> dict[str, Any]:
    """A task as it stands, under the names of the fields with which it is corrected."""
    words = ("label", "text", "lead_words", "adviser_words", "partner_words", "time_words")
    return {
        "id": one.pk,
        "version": version(one),
        "document": one.document_id,
        "standing": one.standing,
        "confidence": one.confidence,
        "start": one.start,
        "end": one.end,
        **{name: getattr(one, name) for name in (*words, "rhythm", "product", "send_to", "via")},
        "begins": api.when(one.begins),
        "due": api.when(one.due),
        "sentence": str((one.details.get("timing") or {}).get("sentence") or ""),
        "changed_by": str(one.changed_by) if one.changed_by else None,
    }


def version(one: Document | Mark) -> str:
    """Another one with each change."""
    return str(one.version)


def name(one: queries.Meaning) -> dict[str, Any]:
    """A name as it stands in the document, and who is meant."""
    told = {"words": one.words, "kind": one.kind, "unit": _unit(one.unit)}
    return told | {"is_settled": one.is_settled, "is_doubtful": one.is_doubtful}


class DocumentsAsked(SearchForm):
    """Which documents; whether a state is open to all is the page's own choice."""

    state = forms.ChoiceField(label=_("Tình trạng"), required=False, choices=DocumentState)


class MarksAsked(forms.Form):
    """Which tasks of a document."""

    standing = forms.ChoiceField(label=_("Đã kiểm hay chưa"), required=False, choices=Standing)


class MendingForm(api.KeepsUnsaid, CheckForm):
    """The version that was seen is said by `If-Match`."""

    seen = None  # type: ignore[assignment]  # so a form lets go of a field


class HeadForm(api.KeepsUnsaid, HeaderForm):
    """As above."""

    seen = None  # type: ignore[assignment]


class DutyForm(ReportForm):
    """As above."""

    seen = None  # type: ignore[assignment]


class PlaceForm(forms.Form):
    """A stretch by its letters, or by the lines beside the original."""

    start = forms.IntegerField(label=_("Từ chữ thứ"), required=False, min_value=0, max_value=10_000_000)
    end = forms.IntegerField(label=_("Đến trước chữ thứ"), required=False, min_value=1, max_value=10_000_000)
    first = forms.IntegerField(label=_("Hoặc từ dòng"), required=False, min_value=1, max_value=1_000_000)
    last = forms.IntegerField(label=_("Đến hết dòng"), required=False, min_value=1, max_value=1_000_000)


class PartingForm(forms.Form):
    """Where a task is parted."""

    at = forms.IntegerField(label=_("Phần sau bắt đầu từ chữ thứ"), min_value=1, max_value=10_000_000)


class ManyForm(forms.Form):
    """How sure the machine must have been."""

    at_least = forms.IntegerField(label=_("Máy chắc từ bao nhiêu phần trăm"), min_value=0, max_value=100)


class MeaningForm(NamingForm):
    """A name and the unit that it means."""

    words = forms.CharField(label=_("Tên trong văn bản"), max_length=300)
    field_order = ("words", "unit")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].required = True


class WordsForm(forms.Form):
    """One name, or all that nobody can guess."""

    words = forms.CharField(
        label=_("Tên trong văn bản"), max_length=300, required=False, help_text=_("Bỏ trống: mọi tên còn lạ.")
    )


class NameForm(forms.Form):
    """One name."""

    words = forms.CharField(label=_("Tên trong văn bản"), max_length=300)
