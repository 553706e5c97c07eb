"""The entries at the top of an official's page; each room registers its own in `panels.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse


@dataclass(frozen=True)
class Entry:
    """A place in the house: its label, the page it opens, who sees it."""

    label: Any
    view: str
    order: int
    may: Callable[[Any], bool]


@dataclass(frozen=True)
class Shown:
    """An entry as one person sees it on one page."""

    label: Any
    url: str
    is_current: bool


_entries: list[Entry] = []


def entry(label: Any, view: str, *, order: int, may: Callable[[Any], bool]) -> None:
    """Add an entry to the navigation."""
    _entries.append(Entry(label, view, order, may))
    _entries.sort(key=lambda e: e.order)


def navigation(request: HttpRequest) -> dict[str, object]:
    """The context processor: what this person may open. Strangers have none."""
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return {"navigation": []}
    namespace = request.resolver_match.namespace if request.resolver_match else ""
    return {
        "navigation": [
            Shown(e.label, reverse(e.view), e.view.split(":")[0] == namespace) for e in _entries if e.may(person)
        ]
    }
