"""The form field for sending files."""

from typing import Any

from django import forms


class _Several(forms.FileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True


class UploadField(forms.FileField):
    """One file, or a list of them with `multiple=True`; each is checked where it is stored, and a refusal names it."""

    def __init__(self, *, multiple: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _Several(attrs={"multiple": True}) if multiple else forms.FileInput())
        super().__init__(allow_empty_file=True, **kwargs)
        self.multiple = multiple

    def clean(self, data: Any, initial: Any = None) -> Any:
        if not self.multiple:
            return super().clean(data, initial)
        sent = data if isinstance(data, list) else [data] if data else []
        if self.required and not sent:
            raise forms.ValidationError(self.error_messages["required"])
        return sent
