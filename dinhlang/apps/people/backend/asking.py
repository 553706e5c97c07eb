"""Who comes without being signed in is led to the door; with what they typed, if they were no strangers before."""

from collections.abc import Callable

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponseBase

from dinhlang.base.unsent import unsent


class AsksWhoComes(LoginRequiredMiddleware):
    """As Django does it, and nothing that was typed is lost."""

    def handle_no_permission(  # type: ignore[override] # Django's own only ever redirects
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        """The page that holds what was typed, or the door."""
        return unsent(request) or super().handle_no_permission(request, view_func)
