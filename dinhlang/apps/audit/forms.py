"""Which part of the record to show."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit.queries import known_acts
from dinhlang.look.fields import DayField


class RecordFilter(forms.Form):
    """Days, person, act, thing."""

    begins = DayField(label=_("Từ ngày"), required=False)
    ends = DayField(label=_("Đến hết ngày"), required=False)
    actor = forms.CharField(label=_("Người làm"), max_length=100, required=False)
    act = forms.ChoiceField(label=_("Việc"), required=False)
    thing = forms.CharField(label=_("Đối tượng"), max_length=100, required=False)
    type = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)
    key = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        acts = sorted(known_acts().items(), key=lambda act: str(act[1]))
        self.fields["act"].choices = [("", _("mọi việc")), *acts]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("begins") and given.get("ends") and given["ends"] < given["begins"]:
            self.add_error("ends", gettext("Ngày cuối đứng trước ngày đầu. Hãy đổi chỗ hai ngày."))
        return given
