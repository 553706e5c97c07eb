"""The form field for sending files; each is looked into while the form is checked."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.files.actions import CannotStore, examine
from dinhlang.apps.files.rules import KINDS

MOST_AT_ONCE = 20
ACCEPTED = ",".join(dict.fromkeys(f".{extension}" for kind in KINDS for extension in kind.extensions.split()))


class FileInput(forms.FileInput):
    """The browser offers only what is welcome."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.attrs.setdefault("accept", ACCEPTED)


class FilesInput(FileInput):
    """Takes several files at once."""

    allow_multiple_selected = True


class UploadField(forms.FileField):
    """One file; with `multiple=True` a list of files, empty if none was sent and none is required.

    `takes_pages` lets pages of the web in, for rooms that read them; they are kept and handed out as plain text.
    `quarantines` lets in what is locked, cut off or carries macros, for rooms that keep whatever arrived.
    """

    default_error_messages = {
        "required": _("Hãy chọn một tệp."),
        "missing": _("Hãy chọn một tệp."),
        "invalid": _("Tệp chưa gửi được. Hãy tải lại trang và chọn lại tệp."),
        "many": _("Mỗi lần gửi nhiều nhất %(most)s tệp. Hãy gửi làm nhiều lần."),
    }

    def __init__(
        self, *, multiple: bool = False, takes_pages: bool = False, quarantines: bool = False, **kwargs: Any
    ) -> None:
        kwargs.setdefault("widget", FilesInput if multiple else FileInput)
        super().__init__(allow_empty_file=True, **kwargs)  # an empty file gets a better sentence from `examine`
        self.multiple = multiple
        self.takes_pages = takes_pages
        self.quarantines = quarantines

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Each file alone; every sentence is shown, so that nobody mends one only to meet the next."""
        if not self.multiple:
            return super().clean(data, initial)
        sent: Sequence[Any] = data if isinstance(data, list | tuple) else [data] if data else []
        if not sent:
            super().clean(None, initial)
        if len(sent) > MOST_AT_ONCE:
            raise ValidationError(self.error_messages["many"], code="many", params={"most": MOST_AT_ONCE})
        return self._each(sent)

    def _each(self, sent: Sequence[Any]) -> list[File]:
        good, wrong = [], []
        for one in sent:
            try:
                good.append(super().clean(one, None))
            except ValidationError as error:
                wrong.append(error)
        if wrong:
            raise ValidationError(wrong)
        return good

    def to_python(self, data: Any) -> File | None:
        """Look into the file."""
        upload = super().to_python(data)
        if upload is not None:
            try:
                examine(upload, takes_pages=self.takes_pages, quarantines=self.quarantines)
            except CannotStore as refusal:
                raise ValidationError(str(refusal), code="unfit") from refusal
            upload.seek(0)
        return upload
