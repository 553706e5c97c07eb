"""What people fill in to change units."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.apps.register import access, queries
from dinhlang.apps.register.rules import Body
from dinhlang.apps.register.rules.rows import LONGEST_NAME
from dinhlang.apps.units import public as units
from dinhlang.look.days import numeric
from dinhlang.look.fields import DayField
from dinhlang.pure.viet import fold, one_line


class UnitField(forms.CharField):
    """A unit, by its code, or by its name where only one living unit bears it."""

    default_error_messages = {
        "unknown": _("Không có đơn vị nào mang mã hay tên “%(typed)s”. Mã nằm ở đầu trang của đơn vị."),
        "several": _("Có %(number)s đơn vị tên “%(typed)s”. Hãy ghi mã định danh, ví dụ %(code)s."),
    }

    def to_python(self, value: Any) -> Any:
        typed = one_line(super().to_python(value) or "")
        return self.unit_of(typed) if typed else None

    def unit_of(self, typed: str) -> units.Unit:
        """The unit that was meant."""
        by_code = units.Unit.objects.filter(code=typed).first()
        if by_code is not None:
            return by_code
        named = units.Unit.objects.living().filter(search_text__contains=fold(typed))[:200]
        same = [unit for unit in named if fold(unit.full_name) == fold(typed) or fold(unit.name) == fold(typed)]
        if len(same) == 1:
            return same[0]
        told = {"typed": typed, "number": len(same), "code": same[0].code if same else ""}
        kind = "several" if same else "unknown"
        raise forms.ValidationError(self.error_messages[kind] % told, code=kind)

    def prepare_value(self, value: Any) -> Any:
        return value.code if isinstance(value, units.Unit) else value


class UnitsField(UnitField):
    """Several units, one on each line (or parted by semicolons)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), **kwargs)

    def to_python(self, value: Any) -> Any:
        lines = str(value or "").replace(";", "\n").splitlines()
        return [self.unit_of(one_line(line)) for line in lines if one_line(line)]


def choices_of(form: forms.Form, name: str) -> forms.ChoiceField:
    """A field whose choices are known only when the form is made."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} has no choices")
    return field


class ActForm(forms.Form):
    """The parent of all acts: a day and its basis; the person must have the word over every unit named."""

    day = DayField(label=_("Từ ngày"), help_text=_("Ngày thay đổi có hiệu lực. Có thể là ngày sắp tới."))
    basis = forms.CharField(
        label=_("Căn cứ"), max_length=300, required=False, help_text=_("Ví dụ: Nghị quyết 1658/NQ-UBTVQH15.")
    )
    field_order = ["name", "kind", "form", "code", "parent", "others", "into", "parts", "successors", "day", "basis"]

    def __init__(self, *args: Any, unit: units.Unit, person: people.Person, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"day": today, **self.suggested(unit), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.unit, self.person = unit, person

    @staticmethod
    def suggested(unit: units.Unit) -> dict[str, Any]:
        """What the form begins with."""
        return {}

    def begin_with(self, asked: Mapping[str, str]) -> bool:
        """Take from an address what the form may begin with; whether there was anything. Nothing is done by that."""
        return False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name, value in list(cleaned.items()):
            named = value if isinstance(value, list) else [value]
            for unit in named:
                if isinstance(unit, units.Unit) and not access.may_change_unit(self.person, unit):
                    self.add_error(
                        name, gettext("Anh, chị chưa được giao quyền thay đổi %(unit)s.") % {"unit": unit.full_name}
                    )
        return cleaned


class TwinForm(ActForm):
    """Acts that may give two units of one parent the same name: asked only then."""

    twin_is_meant = forms.BooleanField(label=_("Đúng là một đơn vị khác cùng tên"), required=False)


LONGEST_FORM = 40


def _form_field() -> forms.CharField:
    return forms.CharField(
        label=_("Hình thức"),
        max_length=LONGEST_FORM,
        required=False,
        help_text=_("Ví dụ: xã, phường, thôn, tổ dân phố."),
    )


class CreatingForm(TwinForm):
    name = forms.CharField(
        label=_("Tên"), max_length=LONGEST_NAME, help_text=_("Không kèm hình thức: “Nhã Nam”, “Sở Nội vụ”.")
    )
    kind = forms.ChoiceField(label=_("Loại"), choices=[])
    form = _form_field()
    code = forms.CharField(
        label=_("Mã định danh"), max_length=40, required=False, help_text=_("Để trống thì máy cấp mã tiếp theo.")
    )

    def __init__(self, *args: Any, unit: units.Unit, **kwargs: Any) -> None:
        super().__init__(*args, unit=unit, **kwargs)
        choices_of(self, "kind").choices = [
            (value, label) for value, label in units.UnitKind.choices if units.may_stand_under(value, unit.kind)
        ]

    def begin_with(self, asked: Mapping[str, str]) -> bool:
        """A name, its form and its kind (`?ten=…&hinh-thuc=…&loai=…`), as a page that met the name in a text asks."""
        name, form = one_line(asked.get("ten", ""))[:LONGEST_NAME], one_line(asked.get("hinh-thuc", ""))[:LONGEST_FORM]
        kind = asked.get("loai", "")
        told = {"name": name, "form": form, "kind": kind if choices_of(self, "kind").valid_value(kind) else ""}
        self.initial.update({field: value for field, value in told.items() if value})
        return bool(name)


class RenamingForm(TwinForm):
    name = forms.CharField(label=_("Tên mới"), max_length=LONGEST_NAME)


class ReclassifyingForm(ActForm):
    form = forms.CharField(label=_("Hình thức mới"), max_length=40, help_text=_("Ví dụ: xã, phường, thành phố."))


class MovingForm(TwinForm):
    parent = UnitField(label=_("Cấp trên mới"), help_text=_("Mã định danh hoặc tên, ví dụ 24 hoặc tỉnh Bắc Ninh."))


class MergingForm(ActForm):
    others = UnitsField(
        label=_("Sáp nhập với"), required=False, help_text=_("Mỗi dòng một đơn vị: mã định danh hoặc tên.")
    )
    into = UnitField(
        label=_("Nhập vào đơn vị đang có"),
        required=False,
        help_text=_("Để trống nếu lập đơn vị mới; khi đó hãy ghi tên mới bên dưới."),
    )
    name = forms.CharField(label=_("Tên đơn vị mới"), max_length=LONGEST_NAME, required=False)
    form = _form_field()
    code = forms.CharField(label=_("Mã đơn vị mới"), max_length=40, required=False)
    field_order = ["others", "into", "name", "form", "code", "day", "basis"]

    @staticmethod
    def suggested(unit: units.Unit) -> dict[str, Any]:
        return {"form": unit.form}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("into") and not cleaned.get("name"):
            self.add_error("name", gettext("Hãy ghi tên của đơn vị mới, hoặc chọn đơn vị đang có ở trên."))
        if not cleaned.get("into") and not cleaned.get("others") and "others" not in self.errors:
            self.add_error("others", gettext("Hãy ghi những đơn vị cùng sáp nhập, hoặc chọn đơn vị đang có ở dưới."))
        return cleaned


class SplittingForm(ActForm):
    parts = forms.CharField(
        label=_("Chia thành"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi dòng một đơn vị: tên mới, hoặc mã của đơn vị đang có nhận phần này."),
    )
    remains = forms.BooleanField(label=_("Đơn vị này vẫn còn, chỉ chuyển đi một phần"), required=False)

    def __init__(self, *args: Any, children: Sequence[units.UnitVersion] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for child in children:
            self.fields[f"fate_{child.unit_id}"] = forms.IntegerField(
                label=gettext("%(unit)s thuộc dòng số") % {"unit": child.full_name},
                min_value=1,
                required=False,
                help_text=_("Để trống: dòng 1, hoặc ở lại nếu đơn vị này vẫn còn."),
            )

    def clean_parts(self) -> list[Any]:
        """Units that exist, and names of those that do not."""
        lines = [one_line(line) for line in self.cleaned_data["parts"].splitlines() if one_line(line)]
        if any(len(line) > LONGEST_NAME for line in lines):
            raise forms.ValidationError(gettext("Tên dài quá %(most)s chữ cái. Hãy rút ngắn.") % {"most": LONGEST_NAME})
        there = units.Unit.objects.filter(code__in=lines).in_bulk(field_name="code")
        return [there.get(line, line) for line in lines]

    def fates(self) -> dict[int, int | None]:
        """Which part takes which child, counted from nought."""
        number = len(self.cleaned_data["parts"])
        chosen = {int(n[5:]): v for n, v in self.cleaned_data.items() if n.startswith("fate_") and v}
        return {child: min(line, number) - 1 for child, line in chosen.items()}


class AbolishingForm(ActForm):
    successors = UnitsField(
        label=_("Đơn vị kế thừa"), required=False, help_text=_("Mỗi dòng một đơn vị. Để trống nếu không có.")
    )


class CorrectingForm(ActForm):
    name = forms.CharField(label=_("Tên"), max_length=LONGEST_NAME)
    form = _form_field()
    reason = forms.CharField(label=_("Lý do đính chính"), max_length=300, help_text=_("Ví dụ: gõ nhầm dấu khi nhập."))
    day = basis = None  # type: ignore[assignment]  # it was so from the beginning
    field_order = ["name", "form", "reason"]

    @staticmethod
    def suggested(unit: units.Unit) -> dict[str, Any]:
        return {"name": unit.name, "form": unit.form}


class WithdrawingForm(ActForm):
    reason = forms.CharField(label=_("Lý do thu hồi"), max_length=300)
    basis = None  # type: ignore[assignment]
    field_order = ["day", "reason"]

    def __init__(self, *args: Any, days: Sequence[date] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"] = forms.TypedChoiceField(
            label=gettext("Thu hồi thay đổi từ ngày"),
            coerce=date.fromisoformat,
            choices=[(day.isoformat(), numeric(day)) for day in reversed(days)],
            help_text=gettext("Những gì đi cùng thay đổi này cũng được thu hồi."),
        )

    def clean(self) -> dict[str, Any]:
        """The word is needed over everything that would be undone."""
        cleaned = super().clean()
        if cleaned.get("day"):
            codes = queries.withdrawal(self.unit, day=cleaned["day"]).undone
            for unit in units.Unit.objects.filter(code__in=codes):
                if not access.may_change_unit(self.person, unit):
                    told = gettext("Anh, chị chưa được giao quyền thay đổi %(unit)s.") % {"unit": unit.full_name}
                    self.add_error("day", told)
                    break
        return cleaned


class CountingForm(ActForm):
    households = forms.IntegerField(label=_("Số hộ"), min_value=0)
    residents = forms.IntegerField(label=_("Số nhân khẩu"), min_value=0, required=False)
    basis = forms.CharField(label=_("Nguồn số liệu"), max_length=200, required=False)
    field_order = ["day", "households", "residents", "basis"]


class PlacingForm(ActForm):
    point = forms.CharField(
        label=_("Tọa độ trụ sở"),
        max_length=60,
        required=False,
        help_text=_(
            "Giữ ngón tay trên bản đồ ở điện thoại rồi chép: 21.43702, 106.09911. Để trống thì bỏ khỏi bản đồ."
        ),
    )
    source = forms.CharField(label=_("Nguồn"), max_length=200, required=False)
    field_order = ["point", "source"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["day"], self.fields["basis"]

    @staticmethod
    def suggested(unit: units.Unit) -> dict[str, Any]:
        return {"point": getattr(unit, "map_point", "")}


class FurnishingForm(ActForm):
    bodies = forms.MultipleChoiceField(
        label=_("Lập các tổ chức"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Bỏ chọn những tổ chức nơi này không có. Tổ chức đã có sẽ giữ nguyên."),
        error_messages={"invalid_choice": _("Danh sách đã đổi theo ngày vừa ghi. Hãy xem và chọn lại.")},
    )

    def __init__(self, *args: Any, bodies: Sequence[Body] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place = self.unit.full_name
        choices_of(self, "bodies").choices = [(body.suffix, body.name.format(place=place)) for body in bodies]
        self.fields["bodies"].initial = [body.suffix for body in bodies if body.is_usual]
        self.fields["day"].help_text = _("Danh sách bên dưới theo quy định của ngày này.")


class GroupForm(forms.Form):
    nhom = forms.CharField(label=_("Cụm từ trong kế hoạch"), max_length=300)
    o = UnitField(label=_("Trong phạm vi"), help_text=_("Mã định danh hoặc tên của nơi ban hành."))
    ngay = DayField(label=_("Vào ngày"), required=False)


class ImportingForm(forms.Form):
    upload = files.UploadField(
        label=_("Bảng đơn vị"), help_text=_("Tệp CSV hoặc XLSX theo mẫu, nhiều nhất 100.000 dòng.")
    )
    day = DayField(
        label=_("Ngày mặc định"), help_text=_("Dùng cho dòng không ghi “Từ ngày”, và là ngày của số hộ trong bảng.")
    )


class LoadingForm(forms.Form):
    only = forms.MultipleChoiceField(
        label=_("Nạp các tỉnh, thành phố"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Không chọn nơi nào nghĩa là nạp cả nước."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices_of(self, "only").choices = queries.loadable_provinces()
