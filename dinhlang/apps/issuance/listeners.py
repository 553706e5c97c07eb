"""What this room hears from below: a signer's name is hidden or shown again, so the search must say it otherwise."""

from typing import Any

from dinhlang.apps.issuance.models import OutgoingDocument, State
from dinhlang.apps.issuance.queries import found_as
from dinhlang.apps.people import public as people
from dinhlang.apps.search import public as search

ABOUT_NAMES = frozenset({"people.name_hidden", "people.name_shown"})


def find_signer_otherwise(sender: type, *, act: str, person: people.Person, **_: Any) -> None:
    """Remember anew what the person signed."""
    if act in ABOUT_NAMES:
        signed = OutgoingDocument.objects.in_state(State.ISSUED).filter(signed_by=person, is_public=True)
        documents = signed.select_related("issuer", "signed_by").order_by("pk")
        search.remember_many(found_as(document) for document in documents.iterator(chunk_size=100))
