"""The forms of this room."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.deadlines.models import Deadline, Session
from dinhlang.apps.deadlines.rules import MOST_DAYS
from dinhlang.apps.files import public as files
from dinhlang.apps.units import public as units
from dinhlang.look.fields import DayField
from dinhlang.pure.dates import Count

UNITS = [
    ("working", _("ngày làm việc")),
    ("day", _("ngày, kể cả ngày nghỉ")),
    ("week", _("tuần")),
    ("month", _("tháng")),
]


class CountForm(forms.Form):
    """So many days from a day; nothing where no number is said."""

    number = forms.IntegerField(
        label=_("Hạn là bao nhiêu ngày sau đó"), min_value=0, max_value=MOST_DAYS, required=False
    )
    unit = forms.ChoiceField(label=_("Đếm theo"), choices=UNITS)

    @staticmethod
    def first_guess(deadline: Deadline) -> dict[str, Any]:
        """What the words of the plan say themselves."""
        length = deadline.length
        if length is None:
            return {"unit": "day"}
        return {"number": length.number, "unit": "working" if length.working else length.unit}

    def count(self, *, back: bool = False) -> Count | None:
        """What is to be counted."""
        number, unit = self.cleaned_data["number"], self.cleaned_data["unit"]
        if number is None:
            return None
        return Count(number, "day" if unit == "working" else unit, unit == "working", back)


class EventForm(CountForm):
    """What was waited for has happened."""

    happened_on = DayField(label=_("Ngày xảy ra"))
    source = forms.CharField(
        label=_("Văn bản cho thấy điều đó"),
        required=False,
        max_length=300,
        help_text=_("Số, ký hiệu, ngày, cơ quan ban hành; hoặc gửi liên kết, tệp ở dưới."),
    )
    link = forms.URLField(label=_("Liên kết"), required=False, max_length=500, assume_scheme="https")
    upload = files.UploadField(label=_("Tệp"), required=False)
    field_order = ["happened_on", "number", "unit", "source", "link", "upload"]


class SessionForm(forms.Form):
    """A sitting of a council."""

    place = forms.TypedChoiceField(label=_("Hội đồng nhân dân của"), coerce=int)
    kind = forms.ChoiceField(label=_("Kỳ họp"), choices=Session.Kind)
    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)
    begins_on = DayField(label=_("Ngày khai mạc"))
    source = forms.CharField(label=_("Văn bản triệu tập, lịch họp"), max_length=300)

    def __init__(self, *args: Any, places: list[units.Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {place.pk: place for place in places}
        choices = [(place.pk, place.full_name) for place in places]
        cast(forms.ChoiceField, self.fields["place"]).choices = choices

    def facts(self) -> dict[str, Any]:
        """What `keep_session` takes, besides who and when."""
        return {**self.cleaned_data, "place": self.places[self.cleaned_data["place"]]}


class MovingForm(forms.Form):
    """Another day for a sitting."""

    begins_on = DayField(label=_("Ngày khai mạc mới"))
    source = forms.CharField(label=_("Văn bản đổi ngày họp"), max_length=300)


class LinkingForm(CountForm):
    """On which sitting a time hangs, and how long before it."""

    session = forms.TypedChoiceField(label=_("Kỳ họp"), coerce=int)
    field_order = ["session", "number", "unit"]

    def __init__(self, *args: Any, sessions: list[Session], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].label = _("Phải xong trước khai mạc bao nhiêu ngày")
        self.fields["number"].help_text = _("Để trống nếu hạn là chính ngày khai mạc.")
        self.sessions = {one.pk: one for one in sessions}
        choices = [(one.pk, f"{one} ({one.begins_on:%d/%m/%Y})") for one in sessions]
        cast(forms.ChoiceField, self.fields["session"]).choices = choices
