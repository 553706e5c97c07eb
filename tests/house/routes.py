"""Every route of the house, as its resolver knows it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    """A page's name ("plans:plan"; nothing if it has none), its address, and the function that answers."""

    name: str
    address: str
    view: Callable


def all_routes(resolver=None, namespace="", before="") -> Iterator[Route]:
    """Each route, room by room."""
    for part in (resolver or get_resolver()).url_patterns:
        address = before + str(part.pattern)
        if isinstance(part, URLResolver):
            yield from all_routes(part, f"{namespace}{part.namespace}:" if part.namespace else namespace, address)
        else:
            yield Route(f"{namespace}{part.name}" if part.name else "", address, part.callback)
