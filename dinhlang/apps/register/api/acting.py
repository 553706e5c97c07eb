"""Doors at which units change: every act of the page, each beside a door that only tells what it would bring.

Whoever holds `units.change` over all units that an act names; no token does.
"""

import json
from datetime import date
from typing import Any

from django import forms as django_forms
from django.http import Http404
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.register import access, forms
from dinhlang.apps.register.api.reading import WHOLE_UNIT, whole_unit
from dinhlang.apps.register.forms.acts import ACTS, Doing, data_of, tried
from dinhlang.apps.units import public as units
from dinhlang.base import api, clock
from dinhlang.pure.viet import one_line

BRINGS = api.a_thing(
    unit=api.TEXT,
    brings={**api.many(api.TEXT), "description": _("Kéo theo những gì, từng câu; rỗng là không gì thêm")},
)


class DividingForm(forms.SplittingForm):
    """Which part takes which child is said in lines: a program cannot know the fields of a page."""

    children = django_forms.CharField(
        label=_("Đơn vị bên dưới thuộc dòng nào"),
        required=False,
        max_length=20_000,
        help_text=_("Mỗi dòng: mã đơn vị bên dưới, dấu hai chấm, số dòng của phần nhận. Bỏ trống: dòng 1, hoặc ở lại."),
    )

    def __init__(self, *args: Any, children: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        below = units.Unit.objects.filter(pk__in=[child.unit_id for child in children])
        self.below = {unit.code: unit.pk for unit in below}

    def clean_children(self) -> dict[int, int]:
        """Child → line."""
        found = {}
        for line in filter(None, map(one_line, self.cleaned_data["children"].splitlines())):
            code, _colon, number = line.rpartition(":")
            if code.strip() not in self.below or not number.strip().isdecimal() or int(number) < 1:
                words = gettext("Không hiểu dòng “%(line)s”. Hãy ghi mã một đơn vị bên dưới, dấu hai chấm, số dòng.")
                raise django_forms.ValidationError(words % {"line": line[:60]})
            found[self.below[code.strip()]] = int(number)
        return found

    def fates(self) -> dict[int, int | None]:
        """Which part takes which child, counted from nought."""
        number = len(self.cleaned_data["parts"])
        return {child: min(line, number) - 1 for child, line in self.cleaned_data["children"].items()}


FORMS = {"chia": DividingForm}


def _doors(slug: str, name: str, summary: Any, *, status: int = 200) -> tuple[Any, Any]:
    """The act, and what it would bring; a door for each."""
    chosen = ACTS[slug]
    facts: dict[str, Any] = {
        "word": Word.UNITS_CHANGE,
        "takes": FORMS.get(slug, chosen.form),
        "thing": lambda person, code: _changeable(person, code, slug),
        "made_with": lambda call: {
            "unit": call.thing,
            "person": call.by,
            "today": call.today,
            **chosen.more(call.thing, _day_said(call), call.today),
        },
    }

    @people.writes(f"don-vi/{{code}}/{slug}", name, summary, answer=WHOLE_UNIT, status=status, **facts)
    def act(call: people.Call) -> Any:
        """The room's own action."""
        done = chosen.run(Doing(call.thing, call.by, call.now), data_of(call.form))
        return whole_unit(access.unit_for(call.by, done.code))

    looks = _("Xem trước, không ghi gì: %(act)s kéo theo những gì")
    preview = people.writes(
        f"don-vi/{{code}}/{slug}/xem-truoc", f"preview{name[0].upper()}{name[1:]}", _named(looks, chosen.label),
        answer=BRINGS, **facts,
    )  # fmt: skip

    @preview
    def look(call: people.Call) -> Any:
        """Tried and undone at once, so that what would be refused is refused here."""
        brings = tried(chosen, Doing(call.thing, call.by, call.now), data_of(call.form), today=call.today)
        return {"unit": call.thing.code, "brings": [str(one) for one in brings]}

    act.__name__ = slug.replace("-", "_")
    look.__name__ = f"{act.__name__}_before"
    return act, look


def _named(words: Any, label: Any) -> Any:
    return lazy(lambda: str(words) % {"act": str(label)[:1].lower() + str(label)[1:]}, str)()


def _changeable(person: people.Person, code: str, slug: str) -> units.Unit:
    unit = access.changeable_unit_for(person, code)
    if not ACTS[slug].fits(unit, clock.today()):
        raise Http404
    return unit


def _day_said(call: people.Call) -> date:
    """The day that is sent, for lists that depend on it; the form reads it again and says what is wrong."""
    try:
        return date.fromisoformat(json.loads(call.request.body)["day"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return call.today


create, create_before = _doors("them", "createUnit", _("Thêm một đơn vị bên dưới"), status=201)
furnish, furnish_before = _doors("lap-bo-may", "furnishUnit", _("Lập các tổ chức thường có của một địa bàn"))
count, count_before = _doors("so-ho", "countHouseholds", _("Ghi số hộ, số nhân khẩu của một thôn"))
place, place_before = _doors("toa-do", "placeUnitOnMap", _("Ghi tọa độ trụ sở của một địa bàn"))
rename, rename_before = _doors("doi-ten", "renameUnit", _("Đổi tên một đơn vị"))
reclassify, reclassify_before = _doors("doi-hinh-thuc", "reclassifyUnit", _("Đổi hình thức một địa bàn"))
move, move_before = _doors("chuyen", "moveUnit", _("Chuyển một đơn vị sang cấp trên khác"))
merge, merge_before = _doors("sap-nhap", "mergeUnits", _("Sáp nhập một đơn vị với các đơn vị khác"))
split, split_before = _doors("chia", "splitUnit", _("Chia tách một đơn vị"))
abolish, abolish_before = _doors("bai-bo", "abolishUnit", _("Bãi bỏ một đơn vị, và ai kế thừa"))
mend, mend_before = _doors("dinh-chinh", "correctUnit", _("Đính chính tên, hình thức ghi nhầm"))
withdraw, withdraw_before = _doors("thu-hoi", "withdrawUnitChange", _("Thu hồi một thay đổi đã định cho ngày sắp tới"))
