"""Where somebody may be sent on to: a page of ours, written so that nothing can be taken for the name of a view."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def is_ours(address: str, request: HttpRequest) -> bool:
    """Whether an address is one of this house, from its root or in full."""
    if not address.startswith(("/", "http://", "https://")):
        return False
    return url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
