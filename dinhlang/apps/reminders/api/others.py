"""Doors of secret addresses that a calendar follows, of the text to paste, and of reminding many bodies at once."""

from functools import partial
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reminders import access, actions, queries
from dinhlang.apps.reminders.forms import RemindingForm
from dinhlang.apps.reminders.models import Subscription
from dinhlang.apps.reminders.notices import to_paste
from dinhlang.apps.tasks import public as tasks
from dinhlang.base import api

SOON = 7
_FOLLOWED = {"id": api.NUMBER, "unit": api.maybe(api.UNIT), "plan": api.maybe(api.NUMBER)}
FOLLOWED = api.a_thing(**_FOLLOWED)
WITH_SECRETS = api.a_thing(
    **_FOLLOWED,
    calendar={**api.TEXT, "description": _("Địa chỉ bí mật để phần mềm lịch mở (iCalendar)")},
    feed={**api.TEXT, "description": _("Địa chỉ bí mật để phần mềm đọc tin mở (Atom)")},
)
DROPPED = api.a_thing(dropped=api.FLAG)
TEXTS = api.a_thing(plan=api.NUMBER, number=api.NUMBER, parts=api.many(api.TEXT))
REMINDED = api.a_thing(number=api.NUMBER, left=api.many(api.a_thing(assignment=api.NUMBER, why=api.TEXT)))
_own = partial(people.writes, word=Word.TASKS_READ, only_people=True)


class FollowingForm(forms.Form):
    """A body, a plan, or oneself."""

    unit = forms.CharField(label=_("Mã đơn vị"), required=False, max_length=40)
    plan = forms.IntegerField(
        label=_("Kế hoạch"), required=False, min_value=1, help_text=_("Bỏ trống cả hai: việc của chính mình.")
    )


class PasteAsked(forms.Form):
    """Whether what is due within a week comes along."""

    soon = forms.BooleanField(label=_("Cả việc sắp đến hạn"), required=False)


class ManyForm(RemindingForm):
    """Whom, and the words."""

    chosen = forms.ModelMultipleChoiceField(label=_("Các phần việc"), queryset=tasks.Assignment.objects.none())
    field_order = ("chosen", "words")

    def __init__(self, *args: Any, known: QuerySet[tasks.Assignment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].queryset = known  # type: ignore[attr-defined]


def _told(one: Subscription) -> dict[str, Any]:
    """Without its secrets: what a write answers is kept for a day."""
    unit = {"code": one.unit.code, "name": one.unit.full_name} if one.unit else None
    return {"id": one.pk, "unit": unit, "plan": one.plan_id}


def _secrets(call: people.Call, one: Subscription) -> dict[str, str]:
    secret = access.secret_of(one)
    places = {"calendar": "reminders:calendar", "feed": "reminders:feed"}
    return {name: call.request.build_absolute_uri(reverse(view, args=[secret])) for name, view in places.items()}


@people.reads(
    "nhac-viec/theo-doi", "listFollowed", _("Các địa chỉ theo dõi của chính người hỏi"),
    word=Word.TASKS_READ, answer=api.a_thing(followed=api.many(WITH_SECRETS)),
)  # fmt: skip
def followed(call: people.Call) -> Any:
    """Each opens what its owner may read at the time."""
    return {"followed": [{**_told(one), **_secrets(call, one)} for one in access.subscriptions_of(call.by)]}


@_own(
    "nhac-viec/theo-doi", "follow", _("Lập địa chỉ theo dõi việc của mình, của một đơn vị, hoặc một kế hoạch"),
    takes=FollowingForm, answer=FOLLOWED, status=201,
)  # fmt: skip
def follow(call: people.Call) -> Any:
    """Who has one already gets the same; its addresses are told by reading."""
    about: dict[str, Any] = {}
    if call.said["plan"] is not None:
        about["plan"] = plans.plan_for(call.by, call.said["plan"])
    elif call.said["unit"]:
        about["unit"] = access.unit_to_follow(call.by, code=call.said["unit"])
    return _told(actions.follow(by=call.by, now=call.now, **about))


@_own(
    "nhac-viec/theo-doi/{pk}/doi", "renewFollowed", _("Đổi một địa chỉ theo dõi; địa chỉ cũ không mở được nữa"),
    thing=access.subscription_for, answer=FOLLOWED,
)  # fmt: skip
def renew(call: people.Call) -> Any:
    """Where others may know it."""
    return _told(actions.renew(subscription=call.thing, by=call.by, now=call.now))


@_own(
    "nhac-viec/theo-doi/{pk}/bo", "unfollow", _("Bỏ một địa chỉ theo dõi"),
    thing=access.subscription_for, answer=DROPPED,
)  # fmt: skip
def unfollow(call: people.Call) -> Any:
    """The address opens nothing any more."""
    actions.unfollow(subscription=call.thing, by=call.by, now=call.now)
    return {"dropped": True}


@people.reads(
    "ke-hoach/{pk}/loi-nhac", "textsToPaste", _("Lời nhắc để dán vào nhóm chung, từng đoạn vừa một tin"),
    word=Word.TASKS_HAND_OUT, thing=access.plan_to_urge, asks=PasteAsked, answer=TEXTS,
)  # fmt: skip
def texts(call: people.Call) -> Any:
    """Who is late under a plan; with `soon`, who is due within a week too."""
    with_soon, root = call.said["soon"], call.request.build_absolute_uri("/").rstrip("/")
    late = list(queries.late_lines(call.thing, day=call.today, ahead=SOON if with_soon else 0))
    parts = to_paste(call.thing, late, day=call.today, with_soon=with_soon, root=root)
    return {"plan": call.thing.pk, "number": len(late), "parts": parts}


@people.writes(
    "nhac-viec/nhac-nhieu", "remindMany", _("Nhắc nhiều đơn vị cùng lúc, kèm lời nhắn"),
    word=Word.TASKS_ACCEPT, takes=ManyForm, answer=REMINDED,
    made_with=lambda call: {"known": tasks.mine_to_see_to(call.by)},
)  # fmt: skip
def remind_many(call: people.Call) -> Any:
    """Those that were not reminded are named, each with why."""
    chosen = tasks.chosen_to_decide(call.by, [one.pk for one in call.said["chosen"]])
    facts = {"words": call.said["words"], "by": call.by, "now": call.now, "day": call.today}
    done = actions.remind_many(chosen=chosen, **facts)
    return {"number": done.number, "left": [{"assignment": part.pk, "why": str(why)} for part, why in done.left]}
