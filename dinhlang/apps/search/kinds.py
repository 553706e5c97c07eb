"""What kinds of things can be found, and who can name them all. Each room registers its own in `panels.py`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from dinhlang.apps.search.models import Entry

Source = Callable[[], Iterable[Entry]]


@dataclass(frozen=True)
class Kind:
    """A kind of thing: its name in the index, its label for people, and its place among the results."""

    name: str
    label: Any
    order: int


_kinds: dict[str, Kind] = {}
_sources: dict[str, Source] = {}
_public_pages: dict[str, Callable[[str], str]] = {}


def kind(name: str, label: Any, *, order: int) -> None:
    """Let things of a kind be found; a kind that nobody registered is never shown."""
    _kinds[name] = Kind(name, label, order)


def source(name: str, entries: Source) -> None:
    """Say which function yields every entry of a kind; the nightly healing of the index calls it."""
    _sources[name] = entries


def public_page(name: str, address: Callable[[str], str]) -> None:
    """Say where strangers read a thing of a kind, by its key; its own address is for those who sign in."""
    _public_pages[name] = address


def public_address(name: str, key: str) -> str:
    """Where strangers read a thing; empty if nobody said."""
    return _public_pages[name](key) if name in _public_pages else ""


def kinds() -> list[Kind]:
    """All kinds, in the order in which people see them."""
    return sorted(_kinds.values(), key=lambda known: (known.order, known.name))


def sources() -> dict[str, Source]:
    """All functions that yield entries, by kind."""
    return dict(_sources)
