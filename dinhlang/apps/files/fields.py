"""The form field for sending files."""

from typing import Any

from django import forms


class UploadField(forms.FileField):
    """One file, or several with `multiple=True`."""

    def __init__(self, *, multiple: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.multiple = multiple
