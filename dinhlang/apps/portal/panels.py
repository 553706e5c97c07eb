"""What a stranger finds leads to its public page."""

from functools import partial

from django.urls import reverse

from dinhlang.apps.search import public as search


def public_page(kind: str, key: str) -> str:
    """Where strangers read a thing of a kind."""
    return reverse("portal:found", args=[kind, key])


for found in ("unit", "plan", "outgoing"):
    search.public_page(found, partial(public_page, found))
