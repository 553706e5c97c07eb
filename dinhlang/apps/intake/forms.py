"""What people type when a document arrives and its tasks are marked."""

from datetime import date
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.files import public as files
from dinhlang.apps.intake import queries
from dinhlang.apps.intake.models import Document, DocumentKind, DocumentState, Mark, TwinAnswer
from dinhlang.apps.intake.rules import LONGEST, is_unlikely_due_day, is_unlikely_issue_day
from dinhlang.apps.units import public as units
from dinhlang.look.fields import DayField
from dinhlang.look.forms import ReasonForm
from dinhlang.pure.viet import fold, short_day

NEAR = "units-near"
NO_WORDS = _("Hãy dán nội dung văn bản vào đây, hoặc chọn tệp bên dưới.")
BOTH = _("Đã chọn tệp và cũng dán nội dung. Mỗi lần nhận một văn bản: bỏ bớt một trong hai.")
ACCEPTED = ".docx,.doc,.docm,.odt,.rtf,.pdf,.txt,.md,.html,.htm,.jpg,.jpeg,.png,.webp,.gif"
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
        quarantines=True,
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
        text = self.cleaned_data["text"].replace("\r\n", "\n")
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
        elif cleaned.get("text", "").strip() and self.files.get("upload"):
            self.add_error("text", BOTH)
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
        fields = ["label", "text", "lead_words", "adviser_words", "partner_words", "time_words", "due"]
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


class ArrivalForm(forms.Form):
    """What arrives to be read: a file, or pasted words, and for whom."""

    upload = files.UploadField(
        label=_("Chọn tệp"),
        required=False,
        takes_pages=True,
        quarantines=True,
        help_text=_("Word, PDF, ảnh chụp, bản quét hoặc tệp chữ. Tệp gốc được giữ lại, kể cả khi chưa đọc được."),
    )
    text = forms.CharField(
        label=_("Hoặc dán nội dung"),
        strip=False,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "class": "official"}),
    )
    owner = forms.ModelChoiceField(label=_("Nhập cho đơn vị"), queryset=units.Unit.objects.none(), empty_label=None)

    def __init__(self, *args: Any, own: list[units.Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = units.Unit.objects.filter(pk__in=[unit.pk for unit in own]).in_order()  # type: ignore[attr-defined]
        self.fields["owner"].initial = own[0]
        self.fields["upload"].widget.attrs["accept"] = ACCEPTED
        if len(own) == 1:
            self.fields["owner"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("text", "").strip() and not self.files.get("upload"):
            self.add_error("upload", _("Hãy chọn một tệp, hoặc dán nội dung văn bản."))
        elif cleaned.get("text", "").strip() and self.files.get("upload"):
            self.add_error("text", BOTH)
        return cleaned


class PastingForm(forms.Form):
    """The words of a document that the machine could not read."""

    text = forms.CharField(
        label=_("Dán nội dung"), strip=False, widget=forms.Textarea(attrs={"rows": 8, "class": "official"})
    )


_RHYTHM_WORDS = {
    "FREQ=DAILY": _("hằng ngày"),
    "FREQ=WEEKLY": _("hằng tuần"),
    "FREQ=MONTHLY": _("hằng tháng"),
    "FREQ=MONTHLY;INTERVAL=3": _("hằng quý"),
    "FREQ=MONTHLY;INTERVAL=6": _("6 tháng một lần"),
    "FREQ=YEARLY": _("hằng năm"),
}
"""What the choices are called in the reader's language; `rules.RHYTHMS` holds the words that are written."""


class CheckForm(MarkForm):
    """A task as the machine read it, to be corrected; it remembers which version was seen."""

    says_optional = False  # nearly every field may be empty: said once, above them
    seen = forms.IntegerField(widget=forms.HiddenInput)
    product = forms.CharField(label=_("Sản phẩm"), max_length=1000, required=False)
    send_to = forms.CharField(label=_("Gửi về"), max_length=1000, required=False)
    via = forms.CharField(label=_("Gửi qua"), max_length=1000, required=False)
    begins = DayField(label=_("Bắt đầu từ"), required=False)
    rhythm = forms.ChoiceField(
        label=_("Lặp lại"), required=False, choices=[("", _("theo lời thời gian")), *_RHYTHM_WORDS.items()]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("seen", self.instance.version)
        for name in ("product", "send_to", "via", "begins", "rhythm"):
            self.initial.setdefault(name, getattr(self.instance, name))
        for name in ("lead_words", "adviser_words", "partner_words"):
            self.fields[name].help_text = _("Nhiều cơ quan thì cách nhau bằng dấu chấm phẩy.") * (name == "lead_words")
        self.fields["time_words"].label = _("Thời gian, như trong văn bản")


def _only_one_called(words: str) -> units.Unit | None:
    """Who is meant by a name that was read, if one unit alone was ever called so: proposed until it is saved."""
    found = [unit for unit in queries.units_called(words) if fold(unit.full_name) == fold(words)] if words else []
    return found[0] if len(found) == 1 else None


class HeaderForm(FactsForm):
    """What the document says of itself, from its head to its foot."""

    says_optional = False

    place = forms.CharField(label=_("Nơi ban hành"), max_length=100, required=False)
    superior = forms.CharField(label=_("Cơ quan chủ quản"), max_length=200, required=False)
    authority = forms.CharField(
        label=_("Thẩm quyền ký"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    signer_title = forms.CharField(label=_("Chức vụ người ký"), max_length=200, required=False)
    signer_name = forms.CharField(label=_("Họ tên người ký"), max_length=200, required=False)
    bases = forms.CharField(
        label=_("Căn cứ"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi dòng một căn cứ."),
    )
    recipients = forms.CharField(
        label=_("Nơi nhận"),
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi dòng một nơi."),
    )
    funding = forms.CharField(
        label=_("Kinh phí"), max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        said, signer = document.said, document.said.get("signer") or {}
        facts = {name: getattr(document, name) for name in ("kind", "number", "issued_on", "issuer", "title")}
        facts["issuer"] = document.issuer or _only_one_called(said.get("issuer") or "")
        facts |= {name: _lines(said.get(name)) for name in ("place", "superior", "bases", "recipients", "funding")}
        facts |= {"authority": signer.get("authority"), "signer_title": signer.get("title")}
        facts |= {"signer_name": signer.get("name"), "seen": document.version}
        super().__init__(*args, initial=facts, **kwargs)
        self.fields["issuer"].required = False

    @property
    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("kind", "number", "issued_on", "issuer", "title")}

    @property
    def values(self) -> dict[str, Any]:
        typed = self.cleaned_data
        signer = {"authority": typed["authority"], "title": typed["signer_title"], "name": typed["signer_name"]}
        return {
            "place": typed["place"] or None,
            "superior": typed["superior"] or None,
            "signer": {name: words.replace("\r", "") or None for name, words in signer.items()},
            "bases": [line.strip() for line in typed["bases"].splitlines() if line.strip()],
            "recipients": [line.strip() for line in typed["recipients"].splitlines() if line.strip()],
            "funding": typed["funding"] or None,
        }


def _lines(said: Any) -> str:
    return "\n".join(map(str, said)) if isinstance(said, list) else str(said or "")


class ReportForm(forms.Form):
    """A standing duty to report."""

    text = forms.CharField(label=_("Chế độ báo cáo"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    reporter = forms.CharField(label=_("Ai báo cáo"), max_length=300, required=False)
    to = forms.CharField(label=_("Báo cáo ai"), max_length=300, required=False)
    via = forms.CharField(label=_("Gửi qua"), max_length=300, required=False)
    time_words = forms.CharField(label=_("Thời gian, như trong văn bản"), max_length=500, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput)


class NamingForm(forms.Form):
    """Which unit a name in the document means; none: it stays as words."""

    words = forms.CharField(max_length=300, widget=forms.HiddenInput)
    unit = UnitField(label=_("Đơn vị"), required=False)


class TwinForm(ReasonForm):
    """What a document is beside one that looks the same; why, where it is another."""

    answer = forms.ChoiceField(label=_("Văn bản vừa nhận là gì"), choices=TwinAnswer, widget=forms.RadioSelect)
    field_order = ("answer", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = False
        self.fields["reason"].help_text = _("Chỉ bắt buộc khi là văn bản khác.")


class SearchForm(forms.Form):
    """Which documents to list."""

    q = forms.CharField(label=_("Tìm trong số và trích yếu"), max_length=200, required=False)
    state = forms.ChoiceField(
        label=_("Tình trạng"), required=False, choices=[("", _("Tất cả")), *DocumentState.choices]
    )
