"""What is said of an address that is to be called."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.webhooks import queries


class AddressForm(forms.Form):
    """Where to call, and of what."""

    address = forms.CharField(
        label=_("Địa chỉ"),
        max_length=500,
        help_text=_("Bắt đầu bằng https://. Lời báo gửi tới đó rất ngắn, không có tên ai, không có nội dung."),
        widget=forms.URLInput({"autocomplete": "off", "spellcheck": "false", "inputmode": "url"}),
    )
    acts = forms.MultipleChoiceField(
        label=_("Báo khi"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Chỉ báo về những gì tài khoản máy này được đọc."),
        error_messages={"required": _("Hãy chọn ít nhất một việc để báo.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["acts"].choices = queries.acts_in_words()  # type: ignore[attr-defined]

    def clean_address(self) -> str:
        return str(self.cleaned_data["address"]).strip()
