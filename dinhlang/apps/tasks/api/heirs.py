"""Doors at which an administrator says to whom the work of units goes that are no more, and sees what a plan costs."""

from typing import Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.tasks import access, actions, queries
from dinhlang.apps.tasks.forms import ReasonForm
from dinhlang.apps.tasks.models import Heir
from dinhlang.apps.tasks.queries import Fate
from dinhlang.apps.units import public as units
from dinhlang.base import api, clock

UNITS = 50
FATE = api.a_thing(
    unit=api.UNIT,
    under=api.TEXT,
    ends={**api.DAY, "description": _("Ngày đầu tiên không còn đơn vị này")},
    parts=api.NUMBER,
    plans=api.NUMBER,
    candidates=api.many(api.UNIT),
    above={**api.maybe(api.UNIT), "description": _("Trong số đó: cấp trên cũ")},
)
FATES = api.a_thing(number=api.NUMBER, parts=api.NUMBER, offset=api.NUMBER, units=api.many(FATE))
CHOSEN = api.a_thing(
    id=api.NUMBER, unit=api.UNIT, successor=api.UNIT, day=api.DAY, by=api.maybe(api.TEXT), reason=api.TEXT
)
DONE = api.a_thing(
    unit=api.TEXT,
    successor=api.TEXT,
    moved={**api.NUMBER, "description": _("Phần việc đã chuyển ngay")},
    joined={**api.NUMBER, "description": _("Phần việc đã nhập vào phần việc nơi nhận đang có")},
)


class FatesAsked(forms.Form):
    """Which units, from which on."""

    kind = forms.ChoiceField(label=_("Loại đơn vị"), required=False, choices=units.UnitKind)
    offset = forms.IntegerField(label=_("Bỏ qua bao nhiêu"), required=False, min_value=0, max_value=1_000_000)


class HeirForm(ReasonForm):
    """To whom, and on what ground."""

    successor = forms.CharField(label=_("Mã đơn vị nhận việc"), max_length=40)
    field_order = ("successor", "reason")


def _unit(one: Any) -> dict[str, str]:
    return {"code": one.code, "name": one.full_name}


def _fate(fate: Fate) -> dict[str, Any]:
    return {
        "unit": {"code": fate.unit.code, "name": fate.last.full_name},
        "under": fate.of,
        "ends": api.when(fate.day),
        "parts": fate.parts,
        "plans": fate.plans,
        "candidates": [_unit(one) for one in fate.candidates],
        "above": _unit(fate.above) if fate.above else None,
    }


def _chosen(one: Heir) -> dict[str, Any]:
    told = {"id": one.pk, "unit": _unit(one.unit), "successor": _unit(one.successor), "day": api.when(one.day)}
    return {**told, "by": str(one.by) if one.by else None, "reason": one.reason}


def _homeless(person: people.Person) -> list[Fate]:
    return queries.reach_of(queries.homeless(), person.reach(Word.UNITS_CHANGE))


@people.reads(
    "ban-giao", "listHomeless", _("Các đơn vị không còn, hoặc sắp không còn, mà việc chưa rõ ai nhận"),
    word=Word.UNITS_CHANGE, asks=FatesAsked, answer=FATES,
)  # fmt: skip
def homeless(call: people.Call) -> Any:
    """Fifty at a time; those that were chosen for are here no more."""
    found, offset = _homeless(call.by), call.said["offset"] or 0
    shown = [fate for fate in found if call.said["kind"] in ("", fate.last.kind)]
    return {
        "number": len(shown),
        "parts": sum(fate.parts for fate in shown),
        "offset": offset,
        "units": [_fate(fate) for fate in shown[offset : offset + UNITS]],
    }


def _homeless_one(person: people.Person, code: str) -> Fate:
    found = next((fate for fate in _homeless(person) if fate.unit.code == code), None)
    if found is None:
        raise Http404
    return found


@people.writes(
    "ban-giao/{code}", "chooseHeir", _("Chọn nơi nhận việc của một đơn vị không còn"),
    word=Word.UNITS_CHANGE, thing=_homeless_one, takes=HeirForm, answer=DONE,
)  # fmt: skip
def choose_heir(call: people.Call) -> Any:
    """At once where the unit is no more, else on its day; one of its candidates."""
    fate, said = call.thing, call.said["successor"]
    successor = next((one for one in fate.candidates if one.code == said), None)
    if successor is None:
        words = gettext("Nơi nhận việc phải là một trong các đơn vị kể ở candidates.")
        raise actions.CannotChooseHeir(words, field="successor")
    done = actions.choose_heirs(chosen=[(fate, successor)], reason=call.said["reason"], by=call.by, now=call.now)
    told = {"unit": fate.unit.code, "successor": successor.code}
    return {**told, "moved": done.handed.moved, "joined": done.handed.joined}


@people.reads(
    "ban-giao/da-chon", "listHeirsAhead", _("Nơi nhận việc đã chọn cho một ngày chưa tới"),
    word=Word.UNITS_CHANGE, answer=api.a_thing(chosen=api.many(CHOSEN)),
)  # fmt: skip
def ahead(call: people.Call) -> Any:
    """Those that this person may take back, two hundred at most."""
    found = queries.choices_ahead(today=call.today)[:200]
    return {"chosen": [_chosen(one) for one in found if access.may_choose_heir(call.by, one.unit, [one.successor])]}


@people.writes(
    "ban-giao/da-chon/{pk}/bo", "withdrawHeir", _("Bỏ một nơi nhận việc đã chọn, trước ngày ấy"),
    word=Word.UNITS_CHANGE, thing=lambda person, pk: access.chosen_heir_for(person, pk, today=clock.today()),
    takes=ReasonForm, answer=CHOSEN,
)  # fmt: skip
def withdraw_heir(call: people.Call) -> Any:
    """The unit waits again."""
    told = _chosen(call.thing)
    actions.withdraw_choices(choices=[call.thing], **call.said, by=call.by, now=call.now)
    return told
