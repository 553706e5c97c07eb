"""What people fill in about obstacles, and what they hand on inside."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.forms.tasks import doers_field
from dinhlang.apps.tasks.models import AnswerKind
from dinhlang.apps.tasks.queries import Reader
from dinhlang.apps.units import public as units
from dinhlang.look.fields import DayField


class ObstacleForm(forms.Form):
    """What stands in the way."""

    words = forms.CharField(label=_("Khó khăn, vướng mắc"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 4}))
    uploads = files.UploadField(label=_("Ảnh hoặc tệp kèm theo"), multiple=True, required=False)


class AnswerForm(forms.Form):
    """What is answered, and with what."""

    kind = forms.ChoiceField(label=_("Trả lời bằng"), choices=AnswerKind)
    document = forms.CharField(
        label=_("Số, tên văn bản"), required=False, max_length=300, help_text=_("Nếu trả lời bằng văn bản, quyết định.")
    )
    words = forms.CharField(
        label=_("Nội dung trả lời"), required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    uploads = files.UploadField(label=_("Ảnh hoặc tệp kèm theo"), multiple=True, required=False)


class ShareForm(forms.Form):
    """What is handed on inside, to whom, until when."""

    title = forms.CharField(label=_("Việc giao bên trong"), max_length=300)
    due = DayField(label=_("Hạn"), required=False)
    bodies = forms.MultipleChoiceField(
        label=_("Đơn vị, chức danh"), required=False, widget=forms.CheckboxSelectMultiple
    )
    persons = forms.MultipleChoiceField(label=_("Người"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(
        self, *args: Any, bodies: Sequence[units.Unit], persons: Sequence[people.Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.inside = {"bodies": list(bodies), "persons": list(persons)}
        self.fields["bodies"].choices = [(str(one.pk), one.full_name) for one in bodies]  # type: ignore[attr-defined]
        self.fields["persons"].choices = [(str(one.pk), str(one)) for one in persons]  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        """What `share_out` takes, besides who and when."""
        chosen = {
            name: [one for one in inside if str(one.pk) in self.cleaned_data[name]]  # type: ignore[attr-defined]
            for name, inside in self.inside.items()
        }
        return {"title": self.cleaned_data["title"], "due": self.cleaned_data["due"], **chosen}


class ShareWordForm(forms.Form):
    """How far a share is."""

    words = forms.CharField(
        label=_("Đã làm được gì"), required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    uploads = files.UploadField(label=_("Ảnh hoặc tệp kèm theo"), multiple=True, required=False)


class CommentForm(forms.Form):
    """A line beside a part."""

    comment = forms.CharField(
        label=_("Ý kiến"),
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Nhắc một người: @ và tên đăng nhập, ví dụ @ha.nguyen."),
    )


class ReassignForm(forms.Form):
    """To whom a part goes, and why."""

    to = doers_field(_("Đơn vị nhận"))
    reason = forms.CharField(label=_("Lý do"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, reader: Reader, **kwargs: Any) -> None:
        self.reader = reader
        super().__init__(*args, **kwargs)
        self.fields["to"].required = True

    def clean_to(self) -> units.Unit:
        """One body, as it stands on the day."""
        read = self.reader.read(self.cleaned_data["to"])
        troubles = [one.trouble for one in read if one.trouble]
        bodies = [body for one in read for body in one.bodies]
        if troubles or len(bodies) != 1:
            raise forms.ValidationError(troubles or [_("Xin ghi tên một đơn vị.")])
        return bodies[0]


class MoneyForm(forms.Form):
    """An amount of đồng, and on what ground."""

    amount = forms.CharField(
        label=_("Số tiền (đồng)"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Ví dụ: 12.500.000. Để trống là bỏ số đã ghi."),
    )
    reason = forms.CharField(
        label=_("Căn cứ, lý do"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Xin ghi căn cứ: dự toán, quyết định hoặc lý do.")},
    )

    def clean_amount(self) -> int | None:
        """Whole đồng."""
        words = self.cleaned_data["amount"]
        amount = rules.dong(words) if words else None
        if words and amount is None:
            raise forms.ValidationError(_("Xin ghi số đồng, chỉ gồm chữ số, ví dụ 12.500.000."))
        return amount
