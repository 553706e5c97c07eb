"""Lists that grow: one way to page and to sort, so that no page ever loads everything."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PAGE_SIZES = (25, 50, 100)


def page_of(request: HttpRequest, things: Any, *, size: int = 25, number: int | None = None) -> Page:
    """The page that `?page=` asks for; a number that makes no sense gives the nearest page, never an error.

    Who has already counted the things says how many they are.
    """
    pages = Paginator(things, size)
    if number is not None:
        pages.count = number
    return pages.get_page(request.GET.get("page"))


def page_holding(request: HttpRequest, things: Sequence[Any], at: int | None, *, size: int) -> Page:
    """The page that `?page=` asks for, else the one on which the thing at a place of the row stands."""
    if at is None or "page" in request.GET:
        return page_of(request, things, size=size)
    return Paginator(things, size).get_page(at // size + 1)


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


@dataclass(frozen=True)
class First:
    """The first few of what may be many, and how many there are in all."""

    listed: list[Any]
    number: int

    def __iter__(self) -> Iterator[Any]:
        return iter(self.listed)

    def __len__(self) -> int:
        return len(self.listed)

    @property
    def are_all(self) -> bool:
        return self.number == len(self.listed)


def first_of(found: QuerySet, most: int, *, number: Callable[[], int] | None = None) -> First:
    """A short list asks the database once; only a long one is counted too, by a quicker way where one is known."""
    listed = list(found[: most + 1])
    return First(listed[:most], len(listed) if len(listed) <= most else (number or found.count)())
