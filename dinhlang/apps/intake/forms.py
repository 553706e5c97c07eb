"""What people type when a document arrives and its tasks are marked."""

from datetime import date
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.files import public as files
from dinhlang.apps.intake import queries
from dinhlang.apps.intake.models import Document, DocumentKind, DocumentState, Mark
from dinhlang.apps.intake.rules import LONGEST, is_unlikely_due_day, is_unlikely_issue_day
from dinhlang.apps.units import public as units
from dinhlang.look.fields import DayField
from dinhlang.pure.viet import short_day

NEAR = "units-near"
NO_WORDS = _("Hãy dán nội dung văn bản vào đây, hoặc chọn tệp bên dưới.")
ACCEPTED = ".docx,.doc,.odt,.rtf,.pdf,.txt,.md,.html,.htm,.jpg,.jpeg,.png,.webp,.gif"
_SALT = "intake.kept_file"


class UnitField(forms.CharField):
    """A unit by its name or code, with the likely ones offered while typing."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"list": NEAR, "autocomplete": "off"}))
        super().__init__(max_length=300, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return f"{value.full_name} · {value.code}" if isinstance(value, units.Unit) else value

    def clean(self, value: Any) -> units.Unit | None:
        typed = super().clean(value)
        if not typed:
            return None
        found = queries.units_called(typed)
        if len(found) == 1:
            return found[0]
        raise forms.ValidationError(self._which(found), code="unit")

    def _which(self, found: list[units.Unit]) -> Any:
        if not found:
            return _("Không có đơn vị nào tên như vậy. Hãy gõ tên đầy đủ hoặc mã định danh, hoặc chọn trong gợi ý.")
        names = "; ".join(self.prepare_value(unit) for unit in found)
        return _("Có nhiều đơn vị như vậy: %(names)s. Hãy chọn một.") % {"names": names}


class FactsForm(forms.Form):
    """What is written of a document."""

    kind = forms.ChoiceField(label=_("Loại văn bản"), choices=DocumentKind.choices)
    number = forms.CharField(
        label=_("Số, ký hiệu"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "31/KH-UBND"}),
    )
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    issuer = UnitField(label=_("Cơ quan ban hành"), help_text=_("Gõ vài chữ của tên, hoặc mã định danh."))
    title = forms.CharField(
        label=_("Trích yếu"), max_length=500, help_text=_("Văn bản nói về việc gì, như ghi dưới tên loại.")
    )
    day_is_meant = forms.BooleanField(label=_("Vẫn ghi ngày như vậy"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.asks_about_day = today, False

    def clean(self) -> dict[str, Any]:
        """A day that can hardly be right is asked about once, never kept silently."""
        cleaned = super().clean() or self.cleaned_data
        day, is_meant = cleaned.get("issued_on"), cleaned.pop("day_is_meant", False)
        if day and day != self.initial.get("issued_on") and is_unlikely_issue_day(day, today=self.today):
            self.asks_about_day = True
            if not is_meant:
                self.add_error("issued_on", _unlikely(day))
        return cleaned


def _unlikely(day: date) -> str:
    words = gettext("Ngày %(day)s có vẻ nhầm. Hãy sửa lại, hoặc đánh dấu “Vẫn ghi ngày như vậy” ở dưới.")
    return words % {"day": short_day(day)}


class TakingInForm(FactsForm):
    """A document that arrives, pasted or as a file."""

    text = forms.CharField(
        label=_("Dán nội dung, hoặc chọn tệp"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "official"}),
        help_text=_("Dán toàn bộ chữ của văn bản vào đây; nếu chọn tệp ở dưới thì để trống ô này."),
        error_messages={"required": NO_WORDS},
    )
    upload = files.UploadField(
        label=_("Hoặc chọn tệp"),
        required=False,
        takes_pages=True,
        help_text=_(
            "Word (.docx, .doc), PDF, .odt, .rtf, .txt, .md, .html, hoặc ảnh chụp, bản quét tới 3 trang. "
            "Tệp gốc được giữ lại bên cạnh nội dung."
        ),
    )
    owner = forms.ModelChoiceField(label=_("Nhập cho đơn vị"), queryset=units.Unit.objects.none(), empty_label=None)
    kept_file = forms.CharField(required=False, widget=forms.HiddenInput)
    is_another = forms.BooleanField(label=_("Đây là văn bản khác, vẫn tạo"), required=False)

    def __init__(self, *args: Any, own: list[units.Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = units.Unit.objects.filter(pk__in=[unit.pk for unit in own]).in_order()  # type: ignore[attr-defined]
        self.fields["owner"].initial = self.fields["issuer"].initial = own[0]
        self.fields["upload"].widget.attrs["accept"] = ACCEPTED
        if len(own) == 1:
            self.fields["owner"].widget = forms.HiddenInput()
        self.fields["text"].required = not self.files.get("upload")
        self.twin: Document | None = None

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if len(text) > LONGEST:
            raise forms.ValidationError(
                _("Nội dung dài quá 1.000.000 ký tự. Hãy bỏ bớt phụ lục hoặc chia thành nhiều văn bản.")
            )
        return text

    def clean_kept_file(self) -> files.StoredFile | None:
        try:
            pk = signing.loads(self.cleaned_data["kept_file"], salt=_SALT)
        except signing.BadSignature:
            return None
        return files.StoredFile.objects.filter(pk=pk).first()

    def keep(self, file: files.StoredFile, text: str) -> None:
        """A form that comes back still holds the file and its words, so that nobody chooses it twice."""
        typed = {name: self.data.get(name) for name in self.data}
        self.data = {**typed, "text": text, "kept_file": signing.dumps(file.pk, salt=_SALT)}
        self.cleaned_data |= {"text": text, "kept_file": file}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("text", "").strip() and not self.files.get("upload") and "text" not in self.errors:
            self.add_error("text", NO_WORDS)
        return cleaned


def _before_its_document(issued_on: date) -> str:
    words = gettext("Hạn này trước ngày ban hành văn bản (%(day)s). Hãy sửa lại, hoặc đánh dấu “Vẫn ghi ngày như vậy”.")
    return words % {"day": short_day(issued_on)}


class MarkForm(forms.ModelForm):
    """What a marked stretch says: the task, who, when."""

    due = DayField(label=_("Hạn"), required=False)
    day_is_meant = forms.BooleanField(label=_("Vẫn ghi ngày như vậy"), required=False)
    asks_about_day = False

    class Meta:
        model = Mark
        fields = ["label", "text", "lead_words", "partner_words", "time_words", "due"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}
        labels = {"label": _("Mục"), "text": _("Việc phải làm")}

    def clean(self) -> dict[str, Any]:
        """A due day that can hardly be right is asked about once, never kept silently."""
        cleaned, kept = super().clean() or self.cleaned_data, self.instance
        due, is_meant = cleaned.get("due"), cleaned.pop("day_is_meant", False)
        issued_on = kept.document.issued_on
        if due and due != kept.due and is_unlikely_due_day(due, issued_on=issued_on):
            self.asks_about_day = True
            if not is_meant:
                self.add_error("due", _before_its_document(issued_on) if issued_on else _unlikely(due))
        return cleaned

    def _post_clean(self) -> None:
        """The action writes; the form only reads."""


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(label=_("Lý do"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class SearchForm(forms.Form):
    """Which documents to list."""

    q = forms.CharField(label=_("Tìm trong số và trích yếu"), max_length=200, required=False)
    state = forms.ChoiceField(
        label=_("Tình trạng"), required=False, choices=[("", _("Tất cả")), *DocumentState.choices]
    )
