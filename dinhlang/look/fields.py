"""Form fields that read what people type."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

DAY_FORMATS = ["%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d-%m-%y", "%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d"]


class DayField(forms.DateField):
    """A date, day first: 5/9/24, 05-09-2024, 5.9.2024; also 2024-09-05 as machines write it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", DAY_FORMATS)
        kwargs.setdefault("widget", forms.DateInput(format="%d/%m/%Y"))
        kwargs.setdefault(
            "error_messages",
            {"invalid": _("Chưa đọc được ngày này. Xin viết ngày/tháng/năm, ví dụ 5/9/2026.")},
        )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        """Spaces around the strokes do no harm."""
        return super().to_python(value.replace(" ", "") if isinstance(value, str) else value)
