"""The forms of reports."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reports import access
from dinhlang.apps.reports.models import Report, Scope, State
from dinhlang.apps.units import public as units
from dinhlang.look.fields import DayField

MOST_PLANS = 100


class PlanField(forms.ModelChoiceField):
    """A plan, named by its number and matter."""

    def label_from_instance(self, obj: Any) -> str:
        """14/KH-UBND · Thực hiện dân chủ ở cơ sở."""
        return " · ".join(part for part in (obj.number, obj.title) if part)[:160]


class GatherForm(forms.Form):
    """Of which plan, in whose name, as of which day."""

    plan = PlanField(label=_("Kế hoạch"), queryset=plans.Plan.objects.none(), empty_label=_("Chọn một kế hoạch"))
    unit = forms.ModelChoiceField(label=_("Đơn vị báo cáo"), queryset=units.Unit.objects.none(), empty_label=None)
    as_of = DayField(
        label=_("Số liệu đến hết ngày"),
        help_text=_("Số liệu được đếm như cuối ngày ấy, không phải như lúc này. Chọn được cả ngày đã qua."),
    )
    scope = forms.ChoiceField(
        label=_("Phạm vi"),
        required=False,
        choices=[
            ("", _("Tự chọn: toàn bộ nếu đơn vị ban hành kế hoạch, nếu không thì phần của đơn vị")),
            *Scope.choices,
        ],
    )

    def __init__(self, *args: Any, person: people.Person, plan: plans.Plan | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer_plans(person, plan)
        own = person.units_to(people.Word.REPORTS_WRITE)
        field: Any = self.fields["unit"]
        field.queryset = units.Unit.objects.filter(pk__in=[unit.pk for unit in own]).in_order()
        if len({unit.pk for unit in own}) == 1:
            field.initial, field.widget = own[0].pk, forms.HiddenInput()

    def _offer_plans(self, person: people.Person, plan: plans.Plan | None) -> None:
        """The one that the page was opened for, else the latest."""
        latest = access.plans_to_report_on(person).order_by("-adopted_at", "-pk").values_list("pk", flat=True)
        chosen = [plan.pk] if plan is not None else list(latest[:MOST_PLANS])
        field: Any = self.fields["plan"]
        field.queryset = plans.Plan.objects.filter(pk__in=chosen).order_by("-adopted_at", "-pk")
        if plan is not None:
            field.initial, field.empty_label = plan.pk, None


class NarrativeForm(forms.Form):
    """The words of a report."""

    title = forms.CharField(label=_("Trích yếu"), max_length=500)
    to = forms.CharField(label=_("Nơi nhận báo cáo"), max_length=300, required=False)
    period = forms.CharField(label=_("Kỳ báo cáo"), max_length=200, help_text=_("Viết tiếp sau “báo cáo kết quả”."))
    results = forms.CharField(
        label=_("Kết quả"),
        max_length=50_000,
        required=False,
        help_text=_("Bảng từng nhiệm vụ được thêm tự động ở dưới phần này."),
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    shortcomings = forms.CharField(
        label=_("Tồn tại, hạn chế"),
        max_length=50_000,
        required=False,
        help_text=_("Mỗi ý một dòng; dòng bắt đầu bằng “- ” là gạch đầu dòng."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    directions = forms.CharField(
        label=_("Phương hướng"), max_length=50_000, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )

    @classmethod
    def of(cls, report: Report) -> "NarrativeForm":
        """The form filled with the words as they are."""
        return cls(initial={name: getattr(report, name) for name in cls.base_fields})


class AgainForm(forms.Form):
    """As of which day a draft is counted anew."""

    as_of = DayField(label=_("Số liệu đến hết ngày"))


class FilterForm(forms.Form):
    """Which reports a list shows."""

    state = forms.ChoiceField(
        label=_("Tình trạng"), required=False, choices=[("", _("Tất cả")), *State.choices], initial=""
    )
    year = forms.TypedChoiceField(label=_("Năm"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["year"]
        field.choices = [("", _("Mọi năm")), *((year, str(year)) for year in years)]
