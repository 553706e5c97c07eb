"""The forms of outgoing documents."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.issuance import rules
from dinhlang.apps.issuance.models import KIND_NAMES, OutgoingDocument
from dinhlang.apps.units import public as units

COMMON_KINDS = ("BC", "KH", "công văn", "TB", "TTr", "QĐ", "GM", "HD")


def kind_choices() -> list[Any]:
    """The kinds that people write most often, then all others."""
    common = [(code, KIND_NAMES[code]) for code in COMMON_KINDS]
    others = [(code, name) for code, name in KIND_NAMES.items() if code not in COMMON_KINDS]
    return [(_("Thường dùng"), common), (_("Loại khác"), others)]


class BeginForm(forms.Form):
    """What a new document needs before it can be written."""

    kind_code = forms.ChoiceField(label=_("Loại văn bản"), choices=kind_choices)
    title = forms.CharField(
        label=_("Trích yếu"), max_length=500, help_text=_("Một câu nêu nội dung chính, ví dụ: Về lịch tiếp công dân.")
    )
    issuer = forms.ModelChoiceField(label=_("Cơ quan ban hành"), queryset=units.Unit.objects.none(), empty_label=None)

    def __init__(self, *args: Any, issuers: list[units.Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["issuer"]
        field.queryset = units.Unit.objects.filter(pk__in=[unit.pk for unit in issuers]).in_order()
        if len(issuers) == 1:
            field.initial, field.widget = issuers[0].pk, forms.HiddenInput()


def _lines(label: Any, help_text: Any = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": rows})
    )


class DraftForm(forms.Form):
    """Every part of a draft; lists are typed one to a line, the body as it looks on paper."""

    title = forms.CharField(label=_("Trích yếu"), max_length=500)
    addressees = _lines(_("Kính gửi"), _("Mỗi nơi một dòng; để trống nếu văn bản không có phần này."), rows=2)
    bases = _lines(_("Căn cứ"), _("Mỗi căn cứ một dòng."), rows=2)
    body_text = forms.CharField(
        label=_("Nội dung"),
        required=False,
        max_length=200_000,
        help_text=_(
            "Viết như trên giấy: “I. …” và “1. …” là đề mục, “a) …” là điểm, “- …” là gạch đầu dòng, "
            "“| … | … |” là một hàng của bảng. Số thứ tự được đánh lại tự động."
        ),
        widget=forms.Textarea(attrs={"rows": 18, "class": "official"}),
    )
    recipients = _lines(_("Nơi nhận"), _("Mỗi nơi một dòng. Dòng “Như trên” và “Lưu” được thêm tự động."))
    filed = forms.CharField(label=_("Lưu tại"), max_length=100, help_text=_("Ví dụ: VT, PVHXH."))
    powers_text = _lines(_("Quyền hạn ký"), _("Mỗi dòng một quyền, ví dụ: TM. Ủy ban nhân dân."), rows=2)
    signer_title = forms.CharField(label=_("Chức vụ người ký"), max_length=100, required=False)
    signer_name = forms.CharField(label=_("Họ và tên người ký"), max_length=120, required=False)
    issuer_words = forms.CharField(label=_("Tên cơ quan ban hành"), max_length=200)
    superior_words = forms.CharField(
        label=_("Cơ quan chủ quản trực tiếp"),
        max_length=200,
        required=False,
        help_text=_("UBND, HĐND không ghi dòng này."),
    )
    symbol = forms.CharField(label=_("Ký hiệu"), max_length=30, help_text=_("Số được lấy khi ban hành."))
    place_words = forms.CharField(label=_("Địa danh"), max_length=100)
    is_public = forms.BooleanField(label=_("Công khai cho người dân sau khi ban hành"), required=False)

    sections = (
        (_("Văn bản"), (("title",), ("addressees",), ("bases",), ("body_text",))),
        (_("Nơi nhận và công khai"), (("recipients",), ("filed",), ("is_public",))),
        (_("Người ký"), (("powers_text",), ("signer_title", "signer_name"))),
        (_("Đầu văn bản"), (("issuer_words", "superior_words"), ("symbol", "place_words"))),
    )

    @classmethod
    def of(cls, document: OutgoingDocument) -> "DraftForm":
        """The form filled with the draft as it is."""
        initial = {name: getattr(document, name) for name in cls.base_fields if hasattr(document, name)}
        initial |= {name: "\n".join(initial[name]) for name in ("addressees", "bases", "recipients")}
        initial["body_text"] = rules.text_of(rules.unpacked(document.body))
        initial["powers_text"] = "\n".join(" ".join(power) for power in document.powers)
        return cls(initial=initial)

    def in_sections(self) -> list[tuple[Any, list[list[Any]]]]:
        """The fields, grouped as the page shows them; those of one row side by side."""
        return [(label, [[self[name] for name in row] for row in rows]) for label, rows in self.sections]

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        lists = ("addressees", "bases", "recipients")
        return {**self.cleaned_data, **{name: self.cleaned_data[name].splitlines() for name in lists}}


class FirstNumberForm(forms.Form):
    """Where a series begins here; asked only for the first document of a kind in a year."""

    first_number = forms.IntegerField(
        label=_("Số đầu tiên trong năm nay ở đây"),
        min_value=1,
        max_value=99_999,
        initial=1,
        help_text=_("Để 1 nếu năm nay chưa ban hành loại văn bản này; nếu đã có số trong sổ giấy, xin ghi số kế tiếp."),
    )
