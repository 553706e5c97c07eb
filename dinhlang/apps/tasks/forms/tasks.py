"""What people fill in here; whom words mean is read by the form itself, so that it can answer beside the field."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.deadlines import public as deadlines
from dinhlang.apps.files import public as files
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.actions import Chosen
from dinhlang.apps.tasks.models import Part, State, Task
from dinhlang.apps.tasks.queries import Reader, Understood, own_words
from dinhlang.apps.units import public as units
from dinhlang.look.fields import DayField
from dinhlang.look.forms import ReasonForm

DOERS = {"list": "names", "autocomplete": "off", "spellcheck": "false"}


def _choice(form: forms.Form, name: str) -> forms.ChoiceField:
    """A field of the form that has choices."""
    return cast(forms.ChoiceField, form.fields[name])


def doers_field(label: Any, **options: Any) -> forms.CharField:
    """Words for doers; several are parted by semicolons."""
    return forms.CharField(label=label, required=False, max_length=2000, widget=forms.TextInput(attrs=DOERS), **options)


def _trouble(one: Understood, *, part: str) -> str:
    """What is wrong with some words; whoever is concerned may help, but nobody owes by such words."""
    if one.is_open and part != "partners":
        return _("“%(words)s” không nêu tên đơn vị nào. Xin ghi tên từng đơn vị phải làm.") % {"words": one.words}
    return one.trouble


class DoersForm(forms.Form):
    """A clause to hand out: who leads, who helps, until when, what is wanted back."""

    leads = doers_field(_("Chủ trì"))
    partners = doers_field(_("Phối hợp"))
    due = DayField(label=_("Hạn"), required=False)
    late_is_meant = forms.BooleanField(label=_("Vẫn giao với hạn đã qua"), required=False)
    evidence_wanted = forms.CharField(
        label=_("Cần gửi về"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"placeholder": _("Ví dụ: báo cáo, ảnh hội nghị, danh sách")}),
    )
    parts: tuple[str, ...] = ("leads", "partners")

    def __init__(self, *args: Any, clause: plans.Clause, reader: Reader, **kwargs: Any) -> None:
        self.clause, self.reader = clause, reader
        kwargs.setdefault("initial", self.first_guess(clause, reader))
        super().__init__(*args, **kwargs)

    @classmethod
    def first_guess(cls, clause: plans.Clause, reader: Reader) -> dict[str, Any]:
        """What the clause itself says."""
        return {
            "leads": own_words(clause.plan, clause.lead_words),
            "advisers": own_words(clause.plan, clause.adviser_words),
            "partners": own_words(clause.plan, clause.partner_words),
            "due": deadlines.chain_day_of(clause, day=reader.day) or clause.due,
        }

    def understood(self, part: str) -> list[Understood]:
        """Whom the words of a part mean, as they stand in the form now."""
        return self.reader.read(str(self[part].value() or ""))

    @property
    def understood_leads(self) -> list[Understood]:
        return self.understood("leads")

    @property
    def understood_partners(self) -> list[Understood]:
        return self.understood("partners")

    @property
    def number(self) -> int:
        """How many bodies would owe it."""
        return len({unit.pk for part in self.parts for one in self.understood(part) for unit in one.bodies})

    @property
    def is_ready(self) -> bool:
        """Somebody owes it, and every word is understood."""
        owing = [one for part in self.parts if part != "partners" for one in self.understood(part)]
        read = [*owing, *self.understood("partners")]
        return (
            any(one.bodies for one in owing)
            and not any(_trouble(one, part="leads") for one in owing)
            and not any(one.trouble for one in read)
        )

    @property
    def asks_about_day(self) -> bool:
        """Shown once it was asked, and kept while it is ticked."""
        return self.is_bound and (self.has_error("due", "past") or bool(self["late_is_meant"].value()))

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or {}
        for part in self.parts:
            for trouble in filter(None, (_trouble(one, part=part) for one in self.understood(part))):
                self.add_error(part, trouble)
        due = kept.get("due")
        if due and due < self.reader.day and not kept.get("late_is_meant"):
            self.add_error(
                "due",
                forms.ValidationError(
                    _("Ngày này đã qua. Xin chọn ngày khác, hoặc đánh dấu “Vẫn giao với hạn đã qua”."), code="past"
                ),
            )
        return kept

    def doers(self, part: str) -> list[Chosen]:
        """Whom to hand it to: exactly those that the page showed."""
        return [Chosen(one.words if one.is_group else "", one.bodies) for one in self.understood(part) if one.bodies]

    def facts(self) -> dict[str, Any]:
        """What `hand_out` takes, besides who and when."""
        return {
            "clause": self.clause,
            "due": self.cleaned_data["due"],
            "evidence_wanted": self.cleaned_data["evidence_wanted"],
            **{part: self.doers(part) for part in self.parts},
        }


class RowForm(DoersForm):
    """One of several clauses of a plan: handed out if it is ticked."""

    use_required_attribute = False
    chosen = forms.BooleanField(label=_("Giao mục này"), required=False)
    advisers = doers_field(_("Tham mưu"))
    parts = ("leads", "advisers", "partners")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"c{kwargs['clause'].pk}", **kwargs)
        self.fields["leads"].required = not self.clause.adviser_words
        if rules.is_request(self.clause.text):
            self.fields["leads"].label = Part.REQUESTED.label.capitalize()
        self.initial["chosen"] = self.is_ready if not self.is_bound else False

    @property
    def understood_advisers(self) -> list[Understood]:
        return self.understood("advisers")

    @property
    def is_chosen(self) -> bool:
        return bool(self["chosen"].value())

    def full_clean(self) -> None:
        """What is not ticked need not be right."""
        super().full_clean()
        if self.is_bound and not self.is_chosen:
            self.errors.clear()

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        if rules.is_request(self.clause.text):
            facts |= {"requested": facts["leads"], "leads": []}
        return facts


@dataclass(frozen=True)
class Faulty:
    """One field of one of several forms, as the summary at the top names it."""

    label: str
    auto_id: str
    id_for_label: str
    errors: list[str]


class Together:
    """Several clauses' forms as one, for the summary at the top: each fault with its clause and a link to its field."""

    is_bound = True

    def __init__(self, forms: Iterable[RowForm]) -> None:
        self.forms = [form for form in forms if form.is_bound]

    def __iter__(self) -> Iterator[Faulty]:
        return (
            Faulty(
                f"{_name_of(form.clause)}, {bound.label}",
                bound.auto_id,
                bound.id_for_label,
                [str(error) for error in bound.errors],
            )
            for form in self.forms
            for bound in form
        )

    def non_field_errors(self) -> list[str]:
        return [str(error) for form in self.forms for error in form.non_field_errors()]


def _name_of(clause: plans.Clause) -> str:
    return clause.label.rstrip(". ") or Task.usual_title(clause)


class ClauseForm(DoersForm):
    """One clause with everything that can be said of it."""

    title = forms.CharField(label=_("Tên việc"), max_length=300)
    advisers = doers_field(_("Tham mưu"))
    requested = doers_field(_("Đề nghị tham gia"), help_text=_("Đề nghị không phải là giao: đơn vị có thể không nhận."))
    ticked = forms.MultipleChoiceField(
        label=_("Chọn thêm đơn vị chủ trì từ danh sách"), required=False, widget=forms.CheckboxSelectMultiple
    )
    parts = ("leads", "advisers", "requested", "partners")
    field_order = ["title", "leads", "ticked", "advisers", "partners", "requested", "due", "late_is_meant"]

    def __init__(self, *args: Any, choices: Iterable[units.Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = {str(unit.pk): unit for unit in choices}
        _choice(self, "ticked").choices = [(pk, unit.full_name) for pk, unit in self.choices.items()]

    @classmethod
    def first_guess(cls, clause: plans.Clause, reader: Reader) -> dict[str, Any]:
        guess = {**super().first_guess(clause, reader), "title": Task.usual_title(clause)}
        if rules.is_request(clause.text):
            guess |= {"requested": guess["leads"], "leads": ""}
        return guess

    @property
    def ticked_units(self) -> tuple[units.Unit, ...]:
        return tuple(self.choices[pk] for pk in self["ticked"].value() or () if pk in self.choices)

    @property
    def number(self) -> int:
        read = {unit.pk for part in self.parts for one in self.understood(part) for unit in one.bodies}
        return len(read | {unit.pk for unit in self.ticked_units})

    @property
    def shown(self) -> list[tuple[str, list[Understood]]]:
        """Part by part, whom the words mean."""
        read = [(str(self.fields[part].label), self.understood(part)) for part in self.parts]
        if self.ticked_units:
            read.insert(1, (str(_("Chọn từ danh sách")), [Understood("", self.ticked_units)]))
        return [(label, found) for label, found in read if found]

    def doers(self, part: str) -> list[Chosen]:
        named = super().doers(part)
        return [*named, Chosen("", self.ticked_units)] if part == "leads" and self.ticked_units else named

    def facts(self) -> dict[str, Any]:
        return {**super().facts(), "title": self.cleaned_data["title"]}


class MembersForm(forms.Form):
    """More bodies for a task."""

    doers = doers_field(
        _("Đơn vị"), help_text=_("Ví dụ: UBND các xã, phường; Hội Nông dân. Ngăn cách bằng dấu chấm phẩy.")
    )
    part = forms.ChoiceField(label=_("Vai trò"), choices=Part)

    def __init__(self, *args: Any, reader: Reader, **kwargs: Any) -> None:
        self.reader = reader
        super().__init__(*args, **kwargs)
        self.fields["doers"].required = True

    def clean_doers(self) -> list[Chosen]:
        read = self.reader.read(self.cleaned_data["doers"])
        troubles = [trouble for one in read if (trouble := _trouble(one, part="doers"))]
        if troubles or not read:
            raise forms.ValidationError(troubles or [_("Xin ghi tên đơn vị.")])
        return [Chosen(one.words if one.is_group else "", one.bodies) for one in read]


class ProgressForm(forms.Form):
    """How far a body is."""

    words = forms.CharField(
        label=_("Đã làm được gì"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    photos = files.UploadField(label=_("Chụp ảnh"), multiple=True, required=False)
    uploads = files.UploadField(
        label=_("Ảnh hoặc tệp có sẵn"),
        multiple=True,
        required=False,
        help_text=_("Ảnh, PDF, Word, Excel; chọn được nhiều tệp."),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["photos"].widget.attrs |= {"accept": "image/*", "capture": "environment"}

    def sent(self) -> list[Any]:
        """All files, however they were chosen."""
        return [*self.cleaned_data["photos"], *self.cleaned_data["uploads"]]


class DueForm(ReasonForm):
    """Another day, and why."""

    due = DayField(label=_("Hạn mới"), required=False, help_text=_("Để trống nếu không còn hạn."))
    field_order = ["due", "reason"]


class ExtensionForm(ReasonForm):
    """A later day, and why."""

    wanted = DayField(label=_("Xin đến ngày"))
    reason = forms.CharField(label=_("Lý do xin gia hạn"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    field_order = ["wanted", "reason"]


class ExtensionAnswerForm(ReasonForm):
    """What the issuer says to it."""

    granted = forms.ChoiceField(
        label=_("Trả lời"), choices=[("yes", _("gia hạn")), ("no", _("không gia hạn"))], widget=forms.RadioSelect
    )
    day = DayField(label=_("Gia hạn đến ngày"), required=False, help_text=_("Chỉ cần khi gia hạn."))
    field_order = ["granted", "day", "reason"]


class FilterForm(forms.Form):
    """Which parts to show."""

    q = forms.CharField(label=_("Tên việc, đơn vị"), required=False, max_length=100)
    state = forms.ChoiceField(label=_("Tình trạng"), required=False)
    plan = forms.ChoiceField(label=_("Kế hoạch"), required=False)

    def __init__(self, *args: Any, plans: Iterable[plans.Plan] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choice(self, "state").choices = [
            ("", _("Tất cả")),
            ("open", _("Chưa xong")),
            ("late", _("Quá hạn")),
            ("obstacle", _("Có vướng mắc chờ trả lời")),
            *State.choices,
        ]
        if plans is None:
            del self.fields["plan"]
        else:
            _choice(self, "plan").choices = [("", _("Tất cả")), *((plan.pk, str(plan)[:60]) for plan in plans)]

    @property
    def wanted(self) -> dict[str, Any]:
        """What was asked and makes sense; the rest is not asked."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in ("q", "state", "plan")}
