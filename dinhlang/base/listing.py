"""Lists that grow: one way to page and to sort, so that no page ever loads everything."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PAGE_SIZES = (25, 50, 100)


def page_of(request: HttpRequest, things: Any, *, size: int = 25) -> Page:
    """The page that `?page=` asks for; a number that makes no sense gives the nearest page, never an error."""
    return Paginator(things, size).get_page(request.GET.get("page"))


def sorted_by(
    request: HttpRequest, rows: QuerySet, columns: Mapping[str, str], *, default: str
) -> tuple[QuerySet, str]:
    """Sort by `?sort=name` or `?sort=-name`, only by columns that are named here; the key is the last tie-breaker."""
    asked = request.GET.get("sort", default)
    if asked.lstrip("-") not in columns:
        asked = default
    column = columns[asked.lstrip("-")]
    return rows.order_by(f"-{column}" if asked.startswith("-") else column, "pk"), asked


def key_of(text: str) -> int | None:
    """The key that an address or a form names; None for anything that no row can bear."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
