"""What people narrow a view by."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class WordsForm(forms.Form):
    """Words that bodies or tasks hold, with or without marks."""

    q = forms.CharField(label=_("Đơn vị hoặc việc"), max_length=200, required=False)

    @property
    def words(self) -> str:
        """What was asked; nonsense asks for nothing."""
        return self.cleaned_data.get("q", "") if self.is_valid() else ""


class SavingForm(forms.Form):
    """A name for what one looks at."""

    name = forms.CharField(label=_("Tên cách xem"), max_length=80)
    address = forms.CharField(widget=forms.HiddenInput, max_length=1000)


def chosen(value: str, among: Any, default: Any) -> Any:
    """One of an enum's values, or the default for what is none of them."""
    return among(value) if value in set(among) else default
