"""What people choose when a plan is adopted, linked, or shown to residents."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.plans.models import ChangeKind, Clause, Plan
from dinhlang.apps.plans.queries.cascade import TakenOver
from dinhlang.look.fields import DayField


class PlanChoices(forms.ModelMultipleChoiceField):
    """Plans by number, day, issuer and title."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, plan: Plan) -> str:
        return " · ".join(part for part in (plan.citation, plan.issuer.full_name, plan.title) if part)


class OnePlan(forms.ModelChoiceField):
    """One plan by number, day and title."""

    def label_from_instance(self, plan: Plan) -> str:
        return " · ".join(part for part in (plan.citation, plan.title) if part)


class AdoptingForm(forms.Form):
    """What a document does not say in its marks."""

    based_on = PlanChoices(label=_("Căn cứ vào kế hoạch nào đã có ở đây"), queryset=Plan.objects.none(), required=False)
    bases = forms.CharField(
        label=_("Căn cứ khác"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một văn bản, ví dụ: Quyết định số 346/QĐ-TTg ngày 06/4/2023 của Thủ tướng Chính phủ."),
    )
    is_public = forms.BooleanField(label=_("Công khai cho người dân đọc"), required=False, initial=True)
    changes = OnePlan(
        label=_("Văn bản này thay đổi kế hoạch nào"),
        queryset=Plan.objects.none(),
        required=False,
        empty_label=_("không thay đổi kế hoạch nào"),
    )
    change_kind = forms.ChoiceField(
        label=_("Thay đổi thế nào"), choices=ChangeKind, widget=forms.RadioSelect, required=False
    )
    change_reason = forms.CharField(
        label=_("Lý do thay đổi"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Các đơn vị đã được giao việc sẽ đọc lý do này."),
    )

    def __init__(
        self, *args: Any, choices: QuerySet[Plan], earlier: QuerySet[Plan] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["based_on"].queryset = choices  # type: ignore[attr-defined]
        self.fields["changes"].queryset = Plan.objects.none() if earlier is None else earlier  # type: ignore[attr-defined]

    @property
    def proposes_a_change(self) -> bool:
        """Whether the fields of a change are to be seen at once."""
        return bool(self["changes"].value())

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("changes") is not None:
            if not told.get("change_kind"):
                self.add_error("change_kind", _("Hãy chọn: sửa đổi, bổ sung, thay thế hay gia hạn."))
            if not (told.get("change_reason") or "").strip():
                self.add_error("change_reason", _("Hãy ghi lý do; các đơn vị được giao việc sẽ đọc lý do này."))
        return told

    def clean_bases(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["bases"].splitlines() if line.strip()]


class BasingForm(forms.Form):
    """The plans that this one is based on."""

    based_on = PlanChoices(
        label=_("Kế hoạch làm căn cứ"),
        queryset=Plan.objects.none(),
        error_messages={"required": _("Hãy chọn ít nhất một kế hoạch.")},
    )

    def __init__(self, *args: Any, choices: QuerySet[Plan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["based_on"].queryset = choices  # type: ignore[attr-defined]


class TakingOverForm(forms.Form):
    """For each clause of the plan above the own clause that takes it over."""

    def __init__(self, *args: Any, rows: list[TakenOver], own: list[Clause], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows, self.own = rows, {clause.pk: clause for clause in own}
        choices = [("", _("không có nhiệm vụ nào")), *((clause.pk, str(clause)) for clause in own)]
        for row in rows:
            begins = row.said or row.proposed
            self.fields[self.name_of(row)] = forms.TypedChoiceField(
                label=_("Nhiệm vụ của kế hoạch này"),
                choices=choices,
                coerce=int,
                empty_value=None,
                required=False,
                initial=begins.pk if begins else "",
            )

    @staticmethod
    def name_of(row: TakenOver) -> str:
        """The field of a clause above."""
        return f"c{row.clause.pk}"

    def lines(self) -> list[tuple[TakenOver, Any]]:
        """Each clause above with its field."""
        return [(row, self[self.name_of(row)]) for row in self.rows]

    def chosen(self) -> dict[Clause, Clause | None]:
        """What was chosen, as clauses."""
        return {row.clause: self.own.get(self.cleaned_data[self.name_of(row)]) for row in self.rows}


class ChangingForm(forms.Form):
    """Which plan is the new wording, what it does to this one, and why."""

    later = OnePlan(
        label=_("Bản mới"),
        queryset=Plan.objects.none(),
        help_text=_("Văn bản mới được nhận và chuyển thành kế hoạch trước, rồi chọn ở đây."),
        error_messages={"required": _("Hãy chọn bản mới.")},
    )
    kind = forms.ChoiceField(label=_("Bản mới làm gì"), choices=ChangeKind, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Lý do"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, choices: QuerySet[Plan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["later"].queryset = choices  # type: ignore[attr-defined]


class NumberForm(forms.Form):
    """The number and the day that a draft received."""

    number = forms.CharField(label=_("Số, ký hiệu"), max_length=60, help_text=_("Ví dụ: 31/KH-UBND."))
    issued_on = DayField(label=_("Ngày ban hành"))


class FilterForm(forms.Form):
    """Which plans to list."""

    q = forms.CharField(label=_("Tìm trong số và trích yếu"), max_length=200, required=False)
    year = forms.TypedChoiceField(label=_("Năm"), required=False, coerce=int, empty_value=None)
    issuer = forms.TypedChoiceField(label=_("Cơ quan ban hành"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, years: list[int], issuers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [("", _("Tất cả")), *((year, str(year)) for year in years)]  # type: ignore[attr-defined]
        self.fields["issuer"].choices = [("", _("Tất cả")), *((unit.pk, unit.full_name) for unit in issuers)]  # type: ignore[attr-defined]

    def chosen(self, name: str) -> Any:
        """What was chosen; a choice that does not exist chooses nothing."""
        return self.cleaned_data.get(name) if self.is_valid() or name in self.cleaned_data else None
