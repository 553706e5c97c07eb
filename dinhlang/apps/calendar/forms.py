"""The forms of this room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.look.fields import DayField

_AREA = forms.Textarea({"rows": 3})
WORKS, OFF = "works", "off"


class DayForm(forms.Form):
    """A day that was decided."""

    day = DayField(label=_("Ngày"))
    what = forms.ChoiceField(
        label=_("Ngày ấy"), choices=[(OFF, _("nghỉ")), (WORKS, _("làm việc, làm bù"))], widget=forms.RadioSelect
    )
    name = forms.CharField(
        label=_("Tên gọi"), max_length=120, help_text=_("Ví dụ: nghỉ tránh bão; làm bù cho thứ Sáu 02/5.")
    )
    source = forms.CharField(
        label=_("Văn bản quyết định"), max_length=300, help_text=_("Số, ký hiệu, ngày, cơ quan ban hành.")
    )
    reason = forms.CharField(label=_("Lý do ghi"), max_length=500, widget=_AREA)

    def clean(self) -> dict[str, Any]:
        """Whether it is worked, as the action takes it."""
        cleaned = dict(super().clean() or self.cleaned_data)
        cleaned["works"] = cleaned.pop("what", OFF) == WORKS
        return cleaned


class WithdrawForm(forms.Form):
    """Why a line no longer counts."""

    reason = forms.CharField(label=_("Lý do rút"), max_length=500, widget=_AREA)
