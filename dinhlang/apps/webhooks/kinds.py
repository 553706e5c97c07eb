"""Of which acts programs may be told: each room says of its things how they are read and at which door."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import lazy

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.base import api


@dataclass(frozen=True)
class Kind:
    """A kind of thing: how a person gets it (or is refused as on its page), and at which door a program reads it."""

    read: Callable[[people.Person, int], Any]
    door: str


_things: dict[str, Kind] = {}
_acts: dict[str, str] = {}


def tells_of(thing: str, acts: Iterable[str], *, read: Callable[[people.Person, int], Any], door: str) -> None:
    """A room says: these acts ("submitted") of these things ("tasks.Assignment") are told; `door` has {key} in it."""
    room = thing.partition(".")[0]
    _things[thing] = Kind(read, door)
    for act in (f"{room}.{act}" for act in acts):
        _acts[act] = thing
        api.calls({act: lazy(audit.words_of, str)(act)})


def acts() -> list[str]:
    """All acts that may be told of."""
    return list(_acts)


def kind_of(thing: str, act: str) -> Kind | None:
    """How a thing is read of which such an act is told; nothing where none is."""
    return _things.get(thing) if _acts.get(act) == thing else None
