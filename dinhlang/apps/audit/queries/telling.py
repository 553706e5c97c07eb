"""Reads of the record, and the words in which it is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.audit.rules import ON_BEHALF_OF, as_day
from dinhlang.pure.viet import fold

_words: dict[str, Any] = {}
_fact_words: dict[str, Mapping[str, Any]] = {}
_value_words: dict[str, Mapping[str, Mapping[str, Any]]] = {}


def words(acts: Mapping[str, Any]) -> None:
    """Say how acts are told: {"plans.adopted": _("ban hành kế hoạch")}. Each room calls it in its panels.py."""
    _words.update(acts)


def fact_words(
    thing_type: str, facts: Mapping[str, Any], *, values: Mapping[str, Mapping[str, Any]] | None = None
) -> None:
    """Say how the kept facts of a kind of thing are told where they are no fields of its model."""
    _fact_words[thing_type] = {**_fact_words.get(thing_type, {}), **facts}
    _value_words[thing_type] = {**_value_words.get(thing_type, {}), **(values or {})}


def known_acts() -> dict[str, Any]:
    """Every act that has words."""
    return dict(_words)


def words_of(act: str) -> str:
    """An act in words; one that nobody explained is shown by its key."""
    return str(_words.get(act, act))


def history_of(thing: models.Model) -> QuerySet[Entry]:
    """All that was done with a thing, latest first."""
    found = Entry.objects.about(thing._meta.label, str(thing.pk))
    return found.select_related("actor", "unit").latest_first()


@dataclass(frozen=True)
class Change:
    """One fact before and after, in words; nothing where it was not there."""

    fact: str
    before: str
    after: str


def changes_of(entry: Entry) -> list[Change]:
    """What an entry says was otherwise before, fact by fact; what stayed the same is left out."""
    untold = {ON_BEHALF_OF, *(key for key, word in _fact_words.get(entry.thing_type, {}).items() if not word)}
    facts = dict.fromkeys(key for key in [*entry.before, *entry.after] if key not in untold)
    told = [Change(_fact(entry, key), _told(entry, key, entry.before), _told(entry, key, entry.after)) for key in facts]
    return [change for change in told if change.before != change.after]


def _fact(entry: Entry, key: str) -> str:
    """The room's own words, else the field's name in its model, else the key."""
    known = _fact_words.get(entry.thing_type, {})
    field = _field(entry, key)
    return str(known.get(key) or (field.verbose_name if field is not None else key.replace("_", " ")))


def _field(entry: Entry, key: str) -> Any:
    try:
        return apps.get_model(entry.thing_type)._meta.get_field(key)
    except (LookupError, FieldDoesNotExist, ValueError):
        return None


def _told(entry: Entry, key: str, facts: Mapping[str, Any]) -> str:
    if key not in facts:
        return ""
    value = facts[key]
    choices = _value_words.get(entry.thing_type, {}).get(key) or _choices(_field(entry, key))
    if isinstance(value, list):
        return in_words([str(choices.get(each, each)) for each in value])
    return str(choices[value]) if isinstance(value, str) and value in choices else in_words(value)


def _choices(field: Any) -> Mapping[str, Any]:
    return dict(getattr(field, "flatchoices", None) or [])


def in_words(value: Any) -> str:
    """A kept value as people read it: days day first, yes and no, lists with commas."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, str):
        day = as_day(value)
        return f"{day:%d/%m/%Y}" if day else value
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {in_words(each)}" for key, each in value.items())
    if isinstance(value, Iterable):
        return ", ".join(in_words(each) for each in value)
    return str(value)


def chosen(entries: QuerySet[Entry], chosen: dict[str, Any]) -> QuerySet[Entry]:
    """What a filter asks for, the latest first."""
    if chosen.get("begins"):
        entries = entries.filter(moment__gte=_start(chosen["begins"]))
    if chosen.get("ends"):
        entries = entries.filter(moment__lt=_start(chosen["ends"] + timedelta(days=1)))
    if chosen.get("act"):
        entries = entries.filter(act=chosen["act"])
    if chosen.get("key"):
        entries = entries.filter(thing_type=chosen.get("type", ""), thing_key=chosen["key"])
    for word in fold(chosen.get("actor", "")).split():
        entries = entries.filter(actor__search_text__contains=word)
    for word in fold(chosen.get("thing", "")).split():
        entries = entries.filter(search_text__contains=word)
    return entries.select_related("actor", "unit").order_by("-moment", "-pk")


def _start(day: date) -> datetime:
    """Midnight, where the house stands."""
    return timezone.make_aware(datetime.combine(day, time.min))
