"""Doors of what a body hands on inside: given out, told, returned, taken back, shown to the issuer or not."""

from functools import partial
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.tasks import access, actions, queries
from dinhlang.apps.tasks.api import shapes
from dinhlang.apps.tasks.forms import ReasonForm, ShareForm, ShareWordForm
from dinhlang.apps.tasks.models import Assignment, Share, ShareState
from dinhlang.base import api

MOST_CHOICES = 300
SAID = api.a_thing(
    moment=api.MOMENT, by=api.TEXT, state=api.one_of(ShareState.values), words=api.TEXT, files=api.many(shapes.FILE)
)
_SHARE = {
    "id": api.NUMBER,
    "assignment": api.NUMBER,
    "title": api.TEXT,
    "unit": api.maybe(api.UNIT),
    "person": api.maybe(api.TEXT),
    "due": api.maybe(api.DAY),
    "state": api.one_of(ShareState.values),
    "version": api.TEXT,
    "page": api.TEXT,
}
SHARE = api.a_thing(**_SHARE)
WHOLE_SHARE = api.a_thing(**_SHARE, said=api.many(SAID))
SHARES = api.a_thing(items=api.many(SHARE))


class ToldForm(ShareWordForm):
    """How far a share is; `finished` hands it in."""

    finished = forms.BooleanField(label=_("Nộp"), required=False)


class ShownForm(forms.Form):
    """Whether whoever gave the task may look inside."""

    shown = forms.BooleanField(label=_("Cho nơi giao việc xem phần bên trong"), required=False)


def _share(one: Share) -> dict[str, Any]:
    return {
        "id": one.pk,
        "assignment": one.assignment_id,
        "title": one.title,
        "unit": shapes.unit(one.unit) if one.unit else None,
        "person": str(one.person) if one.person else None,
        "due": api.when(one.due),
        "state": one.state,
        "version": shapes.version_of(one),
        "page": reverse("tasks:share", args=[one.pk]),
    }


def _whole_share(one: Share) -> dict[str, Any]:
    return {**_share(one), "said": [_said(word) for word in queries.said_of_share(one)]}


def _said(word: Any) -> dict[str, Any]:
    files = [
        {"name": one.file.name, "caption": "", "page": reverse("tasks:share_file", args=[one.pk])}
        for one in word.files.all()
    ]
    moment = api.when(word.moment)
    return {"moment": moment, "by": str(word.by), "state": word.state, "words": word.words, "files": files}


def _part_to_look_into(person: people.Person, pk: int) -> Assignment:
    """403 where the body keeps its inside to itself."""
    part = access.assignment_for(person, pk)
    if not access.may_see_inside(person, part):
        raise PermissionDenied
    return part


def _with_whom(call: people.Call) -> dict[str, Any]:
    unit = call.thing.unit
    bodies = list(queries.units_inside(unit)[:MOST_CHOICES])
    return {"bodies": bodies, "persons": list(queries.people_inside(unit, day=call.today)[:MOST_CHOICES])}


@people.lists(
    "phan-viec/{pk}/ben-trong", "listShares", _("Phần việc được giao cho ai bên trong"),
    word=Word.TASKS_READ, thing=_part_to_look_into, item=SHARE, told=_share,
)  # fmt: skip
def shares(call: people.Call) -> Any:
    """In the order of giving."""
    return queries.shares_of(call.thing)


@people.writes(
    "phan-viec/{pk}/ben-trong", "shareOut", _("Giao một phần cho đơn vị, chức danh, người bên trong"),
    word=Word.TASKS_PROGRESS, thing=access.assignment_to_tell, version=shapes.version_of, takes=ShareForm,
    made_with=_with_whom, answer=SHARES, status=201,
)  # fmt: skip
def share_out(call: people.Call) -> Any:
    """To units by their numbers, or to persons."""
    made = actions.share_out(assignment=call.thing, **call.form.facts(), by=call.by, now=call.now)
    return {"items": [_share(one) for one in made]}


@people.writes(
    "phan-viec/{pk}/cho-xem", "showInside", _("Cho nơi giao việc xem bên trong, hoặc thôi"),
    word=Word.TASKS_PROGRESS, thing=access.assignment_to_tell, takes=ShownForm, answer=shapes.PART,
)  # fmt: skip
def show_inside(call: people.Call) -> Any:
    """The issuer may look inside, or no longer."""
    actions.show_inside(assignment=call.thing, is_shown=call.said["shown"], by=call.by, now=call.now)
    return shapes.part(access.assignment_for(call.by, call.thing.pk))


@people.reads(
    "ben-trong/{pk}", "getShare", _("Một phần giao bên trong, và mọi lời đã ghi"),
    word=Word.TASKS_READ, thing=access.share_for, answer=WHOLE_SHARE,
)  # fmt: skip
def share(call: people.Call) -> Any:
    """One share."""
    return _whole_share(call.thing)


_of_share = partial(people.writes, answer=WHOLE_SHARE, version=shapes.version_of)
_giving = partial(_of_share, word=Word.TASKS_PROGRESS, thing=access.share_to_decide)


@_of_share(
    "ben-trong/{pk}/ghi", "tellShare", _("Ghi tiến độ một phần bên trong, hoặc nộp"),
    word=Word.TASKS_READ, thing=access.share_to_do, takes=ToldForm,
)  # fmt: skip
def tell_share(call: people.Call) -> Any:
    """Whoever has it tells, or hands it in."""
    actions.tell_share(share=call.thing, **call.said, by=call.by, now=call.now)
    return _whole_share(call.thing)


@_giving("ben-trong/{pk}/tra-lai", "returnShare", _("Trả lại một phần bên trong, kèm lý do"), takes=ReasonForm)
def return_share(call: people.Call) -> Any:
    """Something is missing."""
    actions.return_share(share=call.thing, **call.said, by=call.by, now=call.now)
    return _whole_share(call.thing)


@_giving("ben-trong/{pk}/rut", "withdrawShare", _("Rút một phần bên trong, kèm lý do"), takes=ReasonForm)
def withdraw_share(call: people.Call) -> Any:
    """It is nobody's any more."""
    actions.withdraw_share(share=call.thing, **call.said, by=call.by, now=call.now)
    return _whole_share(call.thing)
