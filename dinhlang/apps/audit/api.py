"""The door of the record: who did what, when and why, as far as who asks may read it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import access, actions, queries
from dinhlang.apps.audit.forms import RecordFilter
from dinhlang.apps.audit.models import Entry
from dinhlang.apps.people import public as people
from dinhlang.base import api

ANYTHING: api.Schema = {"type": "object"}
ENTRY = api.a_thing(
    id=api.NUMBER,
    moment=api.MOMENT,
    actor=api.maybe(api.TEXT),
    act=api.TEXT,
    words=api.TEXT,
    thing_type=api.TEXT,
    thing_key=api.TEXT,
    thing=api.TEXT,
    unit=api.maybe(api.TEXT),
    reason=api.TEXT,
    before=ANYTHING,
    after=ANYTHING,
)


class EntriesAsked(RecordFilter):
    """The page brings a thing along unseen; a program names it."""

    type = forms.CharField(label=_("Loại đối tượng"), max_length=60, required=False)
    key = forms.CharField(label=_("Khóa của đối tượng"), max_length=60, required=False)


def _entry(one: Entry) -> dict[str, Any]:
    return {
        "id": one.pk,
        "moment": api.when(one.moment),
        "actor": str(one.actor) if one.actor else None,
        "act": one.act,
        "words": queries.words_of(one.act),
        "thing_type": one.thing_type,
        "thing_key": one.thing_key,
        "thing": one.thing_name,
        "unit": one.unit.full_name if one.unit else None,
        "reason": one.reason,
        "before": one.before,
        "after": one.after,
    }


@people.lists(
    "nhat-ky", "listEntries", _("Nhật ký: ai làm gì, lúc nào, vì sao"), asks=EntriesAsked, item=ENTRY, told=_entry
)
def entries(call: people.Call) -> Any:
    """One's own acts, and those within reach; with a type and a key the history of one thing."""
    said = call.said
    actions.tell_whose_record(said["type"], said["key"], reader=call.by, now=call.now)
    return queries.chosen(access.entries_for(call.by), said)
