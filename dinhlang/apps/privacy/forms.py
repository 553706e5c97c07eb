"""What people fill in: a request, an answer, a consent."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.privacy.models import ConsentPurpose, Kind
from dinhlang.look.fields import DayField

_AREA = forms.Textarea({"rows": 4})


class AskForm(forms.Form):
    """A request of the signed-in person; correcting and withdrawing have pages of their own."""

    kind = forms.ChoiceField(
        label=_("Bạn muốn"),
        choices=[(kind.value, kind.label) for kind in (Kind.SEE, Kind.RESTRICT, Kind.CORRECT, Kind.ERASE, Kind.OBJECT)],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Viết rõ thêm"),
        help_text=_("Sửa gì cho đúng, xóa gì, phản đối việc gì. Muốn xem hoặc hạn chế thì có thể để trống."),
        required=False,
        max_length=4000,
        widget=_AREA,
    )


class CorrectForm(forms.Form):
    """One's own name and ways to be reached."""

    full_name = forms.CharField(
        label=_("Họ và tên"),
        max_length=120,
        help_text=_("Họ tên có trên văn bản đã ký, nên sửa họ tên phải chờ người quản trị xem."),
    )
    honorific = forms.ChoiceField(label=_("Xưng hô"), required=False)
    email = forms.EmailField(label=_("Thư điện tử"), required=False)
    phone = forms.CharField(label=_("Điện thoại"), required=False, max_length=20)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["honorific"].choices = [("", _("không ghi")), *people.Honorific.choices]  # type: ignore[attr-defined]


class OfUnitForm(forms.Form):
    """A form with one of the units in whose name the person answers."""

    unit = forms.ChoiceField(label=_("Đơn vị nhận"))

    def __init__(self, *args: Any, person: people.Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._units = {str(unit.pk): unit for unit in person.units_to(people.Word.PRIVACY_ANSWER)}
        self.fields["unit"].choices = [(key, unit.full_name) for key, unit in self._units.items()]  # type: ignore[attr-defined]
        self.initial.setdefault("unit", next(iter(self._units), ""))

    def clean_unit(self) -> Any:
        """The unit itself."""
        return self._units[self.cleaned_data["unit"]]


class PaperForm(OfUnitForm):
    """A request that came on paper or by word of mouth."""

    kind = forms.ChoiceField(label=_("Người đó yêu cầu"), choices=Kind.choices)
    name = forms.CharField(label=_("Họ và tên người yêu cầu"), max_length=120)
    contact = forms.CharField(label=_("Cách liên lạc để trả lời"), max_length=200, required=False)
    username = forms.CharField(
        label=_("Tên đăng nhập của người đó, nếu có tài khoản"),
        help_text=_("Chỉ ghi sau khi đã xem giấy tờ và chắc là đúng người."),
        max_length=60,
        required=False,
    )
    received_on = DayField(label=_("Ngày nhận"))
    words = forms.CharField(label=_("Nội dung, như người đó viết hoặc nói"), max_length=4000, widget=_AREA)
    field_order = ("name", "contact", "username", "kind", "words", "received_on", "unit")

    def __init__(self, *args: Any, person: people.Person, **kwargs: Any) -> None:
        super().__init__(*args, person=person, **kwargs)
        self._reach = person.reach(people.Word.PRIVACY_ANSWER)

    def clean_username(self) -> Any:
        """The person of the account, within reach."""
        name = self.cleaned_data["username"].strip().lower()
        if not name:
            return None
        found = people.Person.objects.within(self._reach).filter(username=name).first()
        if found is None:
            raise forms.ValidationError(_("Không thấy tài khoản này trong phạm vi của bạn. Hãy để trống."))
        return found


class ReplyForm(forms.Form):
    """The first reply."""

    reply = forms.CharField(
        label=_("Trả lời người yêu cầu"),
        help_text=_("Đã nhận, ai sẽ làm, làm thế nào, khi nào xong."),
        max_length=4000,
        widget=_AREA,
    )
    is_elsewhere = forms.BooleanField(
        label=_("Dữ liệu này đã chuyển cho nơi khác, nơi đó cũng phải làm theo"),
        help_text=_("Đánh dấu thì có thêm một hạn cho nơi đó."),
        required=False,
    )


class AnswerForm(forms.Form):
    """The last word."""

    answer = forms.CharField(
        label=_("Kết quả gửi người yêu cầu"),
        help_text=_("Đã làm gì; điều gì còn giữ lại và vì sao; nếu không đồng ý thì khiếu nại ở đâu."),
        max_length=4000,
        widget=forms.Textarea({"rows": 8}),
    )


class ExtendForm(forms.Form):
    """More time."""

    days = forms.IntegerField(label=_("Thêm mấy ngày"), min_value=1, max_value=365)
    reason = forms.CharField(label=_("Vì sao cần thêm thời gian"), max_length=500, widget=_AREA)


class TextForm(forms.Form):
    """Words of consent for one purpose."""

    purpose = forms.ChoiceField(label=_("Mục đích"), choices=ConsentPurpose.choices)
    text = forms.CharField(
        label=_("Lời hỏi ý kiến"),
        help_text=_("Nói rõ: dữ liệu gì, để làm gì, ai giữ, đến khi nào, rút lại bằng cách nào. Mỗi lời một mục đích."),
        max_length=4000,
        widget=forms.Textarea({"rows": 8}),
    )


class AgreeForm(forms.Form):
    """Yes, for one thing; the tick is never set beforehand."""

    about = forms.CharField(
        label=_("Cho ảnh, việc nào"), help_text=_("Ví dụ: ảnh buổi họp thôn ngày 20/11/2026."), max_length=300
    )
    yes = forms.BooleanField(label=_("Tôi đã đọc và đồng ý"), required=False)


class PaperConsentForm(OfUnitForm):
    """What somebody signed on paper."""

    name = forms.CharField(label=_("Họ và tên người đồng ý"), max_length=120)
    about = forms.CharField(label=_("Cho ảnh, việc nào"), max_length=300)
    yes = forms.BooleanField(label=_("Người đó đã đọc bản in lời này và ký tên"), required=False)
    field_order = ("name", "about", "unit", "yes")


class WithdrawForm(forms.Form):
    """No longer; no reason is needed."""

    words = forms.CharField(label=_("Lời nhắn, nếu muốn"), max_length=500, required=False)
