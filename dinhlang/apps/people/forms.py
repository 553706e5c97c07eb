"""What people fill in: signing in, passwords, accounts, roles; and a field for a unit by name or code."""

from collections.abc import Collection, Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people.models import WORD_LABELS, Honorific, Person, RoleKind
from dinhlang.apps.people.queries import people_meant, unit_of_code, units_meant
from dinhlang.apps.people.rules import FOR_PROGRAMS, Word
from dinhlang.apps.units import public as units
from dinhlang.look.fields import DayField
from dinhlang.look.forms import ReasonForm

SUGGESTIONS = 200


def unit_words(unit: units.Unit) -> str:
    """A unit as the field writes it, and reads it again."""
    return f"{unit.full_name} ({unit.code})"


class UnitInput(forms.TextInput):
    """A text field with suggestions; whatever is typed is read on the server."""

    template_name = "people/unit_input.html"
    suggestions: Iterable[Any] = ()
    in_words = staticmethod(unit_words)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        found = super().get_context(name, value, attrs)
        found["suggestions"] = [self.in_words(one) for one in self.suggestions]
        found["widget"]["attrs"]["list"] = f"{name}-suggestions"
        return found

    def format_value(self, value: Any) -> Any:
        return unit_words(value) if isinstance(value, units.Unit) else super().format_value(value)


class UnitField(forms.CharField):
    """A unit within some branches of the tree, by its name or its code; the error names those that were meant."""

    widget = UnitInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Gõ tên hoặc mã, có dấu hay không dấu đều được."))
        super().__init__(**kwargs)
        self.within: list[str] = []

    def offer(self, paths: list[str]) -> None:
        """Choose among these branches, and suggest their first units."""
        self.within = paths
        self.widget.suggestions = units_meant("", within=paths)[:SUGGESTIONS]

    def clean(self, value: Any) -> units.Unit | None:
        words = super().clean(value)
        if not words:
            return None
        found = list(units_meant(words, within=self.within)[:6])
        same = [unit for unit in found if unit.full_name.lower() == words.lower()]
        if len(found) == 1 or len(same) == 1:
            return (same or found)[0]
        raise forms.ValidationError(_several(found) if found else _none(words))


def _none(words: str) -> str:
    if (outside := unit_of_code(words)) is not None:
        return gettext("%(unit)s nằm ngoài phạm vi của bạn.") % {"unit": outside.full_name}
    return gettext("Không thấy đơn vị “%(words)s” trong phạm vi của bạn. Hãy kiểm tra tên hoặc mã.") % {"words": words}


def _several(found: list[units.Unit]) -> str:
    names = "; ".join(f"{unit.full_name} ({unit.code})" for unit in found[:5])
    more = " …" if len(found) > 5 else ""
    return gettext("Có nhiều đơn vị như vậy: %(names)s%(more)s. Hãy gõ mã.") % {"names": names, "more": more}


def person_words(person: Person) -> str:
    """A person as the field writes them, and reads them again."""
    return f"{person.full_name} ({person.username})"


class PersonInput(UnitInput):
    """The same, with people."""

    in_words = staticmethod(person_words)  # type: ignore[assignment]


class PersonField(forms.CharField):
    """Someone with an account in use within some branches of the tree, by user name or name."""

    widget = PersonInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Gõ tên đăng nhập, hoặc họ tên nếu không trùng ai."))
        super().__init__(**kwargs)
        self.within: list[str] = []

    def offer(self, paths: list[str], *, but: Person) -> None:
        """Choose among these branches, and suggest their first people; `but` is no choice."""
        self.within = paths
        others = people_meant("", within=paths).exclude(pk=but.pk)[:SUGGESTIONS]
        self.widget.suggestions = others

    def clean(self, value: Any) -> Person | None:
        words = super().clean(value)
        found = list(people_meant(words, within=self.within)[:6]) if words else []
        if len(found) == 1:
            return found[0]
        if not found:
            said = gettext("Không thấy ai tên “%(words)s” đang dùng tài khoản trong phạm vi của bạn.")
            raise forms.ValidationError(said % {"words": words})
        names = "; ".join(person_words(person) for person in found[:5])
        more = " …" if len(found) > 5 else ""
        said = gettext("Có nhiều người như vậy: %(names)s%(more)s. Hãy gõ tên đăng nhập.")
        raise forms.ValidationError(said % {"names": names, "more": more})


class SignInForm(forms.Form):
    """Name and password."""

    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=60,
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
    shared = forms.BooleanField(
        label=_("Máy này nhiều người dùng chung"),
        required=False,
        help_text=_("Sẽ tự thoát sau 15 phút không dùng, và khi đóng trình duyệt."),
    )


def _current_password() -> forms.CharField:
    """As browsers and password keepers fill it in."""
    return forms.CharField(
        label=_("Mật khẩu đang dùng"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )


def _code_field() -> forms.CharField:
    """Six digits, or a recovery code."""
    typing = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
    return forms.CharField(label=_("Mã xác nhận"), max_length=40, widget=forms.TextInput(typing))


class CodeForm(forms.Form):
    """The code that the telephone shows now."""

    code = _code_field()


class TurnOnForm(forms.Form):
    """The code that the telephone shows now, and the password."""

    code = _code_field()
    password = _current_password()


class TurnOffForm(forms.Form):
    """The password and a code."""

    password = _current_password()
    code = _code_field()


class PasskeyForm(forms.Form):
    """What the key is called, the password, and what the device answered to what it was asked."""

    name = forms.CharField(label=_("Tên khóa"), max_length=60, help_text=_("Ví dụ: điện thoại của tôi, máy ở cơ quan."))
    password = _current_password()
    answer = forms.CharField(max_length=8000, required=False, widget=forms.HiddenInput)
    asked = forms.CharField(max_length=1000, required=False, widget=forms.HiddenInput)


class OwnIdentityForm(forms.Form):
    """The password, before anything about one's identity changes."""

    password = _current_password()


class NewPasswordForm(forms.Form):
    """A new password, twice."""

    new = forms.CharField(
        label=_("Mật khẩu mới"),
        help_text=_("Ít nhất 12 ký tự. Một câu ngắn dễ nhớ, có dấu cách cũng được."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Nhập lại mật khẩu mới"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("new") and given.get("again") and given["new"] != given["again"]:
            self.add_error("again", gettext("Hai lần nhập mật khẩu mới chưa giống nhau."))
        return given


class OwnPasswordForm(NewPasswordForm):
    """The old password, and the new one twice."""

    old = _current_password()
    field_order = ["old", "new", "again"]


class PersonForm(forms.Form):
    """Who someone is and how to reach them."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    honorific = forms.ChoiceField(
        label=_("Xưng hô"), choices=[("", _("không ghi")), *Honorific.choices], required=False
    )
    email = forms.EmailField(
        label=_("Thư điện tử"),
        max_length=254,  # as in the table; a form alone would let 320 through, and PostgreSQL would not
        required=False,
        error_messages={"invalid": _("Địa chỉ thư chưa đúng. Xin viết như ha@nhanam.example.")},
    )
    phone = forms.CharField(label=_("Điện thoại"), max_length=20, required=False)


class RoleForm(forms.Form):
    """What someone is, where, and for how long."""

    kind = forms.ChoiceField(label=_("Vai trò"), choices=RoleKind.choices, initial=RoleKind.OFFICER)
    unit = UnitField(label=_("Đơn vị"), max_length=350)
    title = forms.CharField(
        label=_("Chức vụ"), max_length=120, required=False, help_text=_("Như ghi dưới chữ ký, ví dụ: Phó Chủ tịch.")
    )
    begins = DayField(label=_("Từ ngày"))
    ends = DayField(label=_("Đến trước ngày"), required=False, help_text=_("Để trống nếu chưa biết."))

    def __init__(self, *args: Any, reach: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].offer(reach)  # type: ignore[attr-defined]


class NewPersonForm(RoleForm, PersonForm):
    """An account with its first role."""

    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=60,
        help_text=_("Chữ không dấu, số, dấu chấm, gạch nối; ví dụ: ha.nguyen. Không đổi được về sau."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    field_order = ["full_name", "username", "honorific", "email", "phone", "kind", "unit", "title", "begins", "ends"]


class PersonByName(forms.CharField):
    """Someone within some branches of the tree, by the user name."""

    within: list[str] = []

    def clean(self, value: Any) -> Person:
        username = super().clean(value).strip().lower()
        found = Person.objects.within(self.within).filter(username=username, is_active=True).first()
        if found is None:
            raise forms.ValidationError(
                gettext(
                    "Không thấy tài khoản “%(username)s” đang dùng trong phạm vi của bạn. Hãy xem lại tên đăng nhập."
                )
                % {"username": username}
            )
        return found


class ProgramForm(forms.Form):
    """What a program is called, over which unit it reads what, who answers for it, until when."""

    name = forms.CharField(
        label=_("Tên"), max_length=120, help_text=_("Chương trình gì, của ai; ví dụ: Cổng dữ liệu tỉnh Bắc Ninh.")
    )
    unit = UnitField(label=_("Đơn vị"), max_length=350)
    words = forms.MultipleChoiceField(
        label=_("Được đọc"),
        choices=[(str(word), WORD_LABELS[word]) for word in Word if word in FOR_PROGRAMS],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Mỗi quyền mở những gì, xem trang Các địa chỉ cho chương trình."),
        error_messages={"required": _("Hãy chọn ít nhất một quyền đọc.")},
    )
    responsible = PersonByName(
        label=_("Người phụ trách"),
        max_length=60,
        help_text=_("Tên đăng nhập. Khi tài khoản người ấy bị khóa, máy cũng thôi vào được."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    ends = DayField(label=_("Đến trước ngày"), help_text=_("Không quá một năm."))

    def __init__(self, *args: Any, reach: list[str], own: Collection[str], **kwargs: Any) -> None:
        """`own`: the words that the maker holds; nobody hands on what they do not hold, so others are not offered."""
        super().__init__(*args, **kwargs)
        self.fields["unit"].offer(reach)  # type: ignore[attr-defined]
        self.fields["responsible"].within = reach  # type: ignore[attr-defined]
        words = self.fields["words"]
        held = [(word, label) for word, label in words.choices if word in own]  # type: ignore[attr-defined]
        missing = [str(label) for word, label in words.choices if word not in own]  # type: ignore[attr-defined]
        words.choices = held  # type: ignore[attr-defined]
        if missing:
            told = gettext("Không có ở đây vì bạn không có quyền ấy: %(words)s. Hãy nhờ quản trị có quyền ấy tạo.")
            words.help_text = told % {"words": ", ".join(missing)}


class StandInForm(ReasonForm):
    """Who stands in, for which days, and why."""

    person = PersonField(label=_("Người thay"), max_length=200)
    begins = DayField(label=_("Từ ngày"))
    ends = DayField(label=_("Đến trước ngày"), help_text=_("Ngày đầu tiên không còn thay."))
    field_order = ["person", "begins", "ends", "reason"]

    def __init__(self, *args: Any, reach: list[str], absent: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].offer(reach, but=absent)  # type: ignore[attr-defined]


class HandOverForm(ReasonForm):
    """Who takes over, from which day, and why."""

    successor = PersonField(label=_("Người nhận"), max_length=200)
    day = DayField(label=_("Từ ngày"), help_text=_("Ngày đầu tiên người nhận làm việc."))
    field_order = ["successor", "day", "reason"]

    def __init__(self, *args: Any, reach: list[str], leaving: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].offer(reach, but=leaving)  # type: ignore[attr-defined]


class LeavingForm(ReasonForm):
    """Until the end of which day somebody works, and why they leave."""

    last_day = DayField(label=_("Ngày làm việc cuối cùng"), help_text=_("Hết ngày này tài khoản mới khóa."))
    field_order = ["last_day", "reason"]


class EndRoleForm(ReasonForm):
    """From which day, and why."""

    day = DayField(label=_("Kết thúc từ ngày"), help_text=_("Ngày đầu tiên không còn giữ vai trò."))
    field_order = ["day", "reason"]


class PeopleFilter(forms.Form):
    """Which people to list."""

    q = forms.CharField(label=_("Tìm tên"), max_length=100, required=False)
    unit = UnitField(label=_("Đơn vị"), max_length=350, required=False, help_text="")
    kind = forms.ChoiceField(label=_("Vai trò"), choices=[("", _("mọi vai trò")), *RoleKind.choices], required=False)
    state = forms.ChoiceField(
        label=_("Tài khoản"),
        choices=[("", _("đang dùng")), ("locked", _("đã khóa")), ("all", _("tất cả"))],
        required=False,
    )


class UnitChoice(forms.Form):
    """For which unit to ask who can do what."""

    don_vi = UnitField(label=_("Đơn vị"), max_length=350, help_text="")
