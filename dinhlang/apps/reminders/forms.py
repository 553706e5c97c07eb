"""The forms of this room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.reminders.models import Mail, Wish


class WishForm(forms.ModelForm):
    """Daily at an hour, at once, or none."""

    hour = forms.TypedChoiceField(
        label=_("Giờ gửi thư hằng ngày"), coerce=int, choices=[(hour, f"{hour:02}:00") for hour in range(24)]
    )

    class Meta:
        model = Wish
        fields = ("mail", "hour")
        widgets = {"mail": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["mail"]
        field.choices = Mail.choices


class RemindingForm(forms.Form):
    """What the bodies are to read with the reminder."""

    words = forms.CharField(label=_("Lời nhắn"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class BrowserForm(forms.Form):
    """What a browser's own program fills in."""

    endpoint = forms.CharField(max_length=500)
    p256dh = forms.CharField(max_length=100)
    auth = forms.CharField(max_length=40)
