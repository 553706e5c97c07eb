"""What an upper room shows on a lower room's page.

The upper room registers a panel, the lower page says `{% panels "plans.Plan" plan %}`.

So a page need not know who lives above it.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

Panel = Callable[[HttpRequest, Any], str]
_panels: dict[str, list[tuple[int, Panel]]] = {}


def panel(place: str, *, order: int = 50) -> Callable[[Panel], Panel]:
    """Register a function `(request, thing) -> html` for a place such as "plans.Plan"."""

    def register(show: Panel) -> Panel:
        _panels.setdefault(place, []).append((order, show))
        _panels[place].sort(key=lambda pair: pair[0])
        return show

    return register


def shown_at(place: str, request: HttpRequest, thing: Any) -> list[str]:
    """All panels of the place, in their order; an empty one is left out."""
    return [html for _, show in _panels.get(place, []) if (html := show(request, thing))]
