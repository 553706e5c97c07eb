"""The door of this room: a dispatch to all who are late under a plan, told, and drafted for signature."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.issuance import access, actions
from dinhlang.apps.issuance.models import State
from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.reminders import public as reminders
from dinhlang.base import api

DISPATCH = api.a_thing(
    plan=api.NUMBER,
    title=api.TEXT,
    addressees={**api.many(api.TEXT), "description": _("Đơn vị quá hạn; rỗng là không ai quá hạn")},
)
DRAFT = api.a_thing(
    id=api.NUMBER,
    kind=api.TEXT,
    title=api.TEXT,
    state=api.one_of(State.values),
    issuer=api.UNIT,
    addressees=api.many(api.TEXT),
    page=api.TEXT,
)


@people.reads(
    "ke-hoach/{pk}/don-doc", "seeDispatch", _("Công văn đôn đốc của một kế hoạch sẽ gửi cho ai, hôm nay"),
    word=Word.DOCUMENTS_DRAFT, thing=access.plan_to_urge, answer=DISPATCH,
)  # fmt: skip
def dispatch(call: people.Call) -> Any:
    """Who is late, part by part: `phan-viec?state=late&plan=`."""
    told = reminders.dispatch_of(call.thing, day=call.today)
    return {
        "plan": call.thing.pk,
        "title": told.title if told else "",
        "addressees": list(told.addressees) if told else [],
    }


@people.writes(
    "ke-hoach/{pk}/don-doc", "draftDispatch", _("Dự thảo công văn đôn đốc các đơn vị quá hạn, để trình ký"),
    word=Word.DOCUMENTS_DRAFT, thing=access.plan_to_urge, answer=DRAFT, status=201,
)  # fmt: skip
def draft(call: people.Call) -> Any:
    """A draft that is there already is the answer; a person looks it over, submits and signs it on its page."""
    made = actions.draft_dispatch(plan=call.thing, by=call.by, now=call.now)
    return {
        "id": made.pk,
        "kind": made.kind,
        "title": made.title,
        "state": made.state,
        "issuer": {"code": made.issuer.code, "name": made.issuer.full_name},
        "addressees": list(made.addressees),
        "page": reverse("issuance:document", args=[made.pk]),
    }
