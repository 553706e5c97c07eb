"""Every page says who may open it: `guarded(question)`, `signed_in`, or `anyone(reason)`.

Doors for programs, which show a token and are no pages, wear `people.public.for_programs(word)`.

A test walks all routes and refuses a page that says nothing.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

Page = Callable[..., HttpResponseBase]
Question = Callable[[Any], bool]


def guarded(may: Question) -> Callable[[Page], Page]:
    """Only a person for whom `may(person)` is true opens the page."""

    def wear(page: Page) -> Page:
        @wraps(page)
        def guarded_page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not may(request.user):
                raise PermissionDenied
            return page(request, *args, **kwargs)

        guarded_page.guard = may.__name__  # type: ignore[attr-defined]
        return guarded_page

    return wear


def signed_in(page: Page) -> Page:
    """Any signed-in person opens the page; what they see there is decided as it is loaded (`…_for(person, …)`)."""
    page.guard = "signed_in"  # type: ignore[attr-defined]
    return page


def anyone(reason: str) -> Callable[[Page], Page]:
    """A page for strangers too, with the reason why."""

    def wear(page: Page) -> Page:
        opened = login_not_required(page)
        opened.guard = f"anyone: {reason}"  # type: ignore[attr-defined]
        return opened

    return wear
