"""Documents that look the same: by file, by words, by number and issuer. Only among those that the same unit keeps."""

from dataclasses import dataclass

from django.db.models import Count

from dinhlang.apps.intake.models import Document, DocumentQuerySet, DocumentState, LikenessKey, Reading
from dinhlang.apps.intake.rules import NEAR_SAME, likeness, runs_of_words
from dinhlang.apps.units import public as units

MOST_COMPARED = 5
"""Texts that are compared whole; the keys have already said which are nearest."""


@dataclass(frozen=True)
class Twin:
    """A document that looks the same; the likeness of its text, or None where number and issuer agree."""

    document: Document
    likeness: float | None = None


def in_work(document: Document) -> Reading | None:
    """The latest reading of a document."""
    return document.readings.select_related("twin", "twin__issuer", "twin__owner", "asked_by").order_by("-pk").first()


def _others(document: Document) -> DocumentQuerySet:
    """Those of the same unit that were not set aside; what is set aside was perhaps the wrong copy."""
    others = Document.objects.filter(owner=document.owner_id).exclude(pk=document.pk)
    return others.exclude(state=DocumentState.SET_ASIDE)


def twin_by_file(document: Document) -> Document | None:
    """The same bytes are here already."""
    if document.file is None:
        return None
    return _others(document).filter(file__sha256=document.file.sha256).order_by("-pk").first()


def twin_in_words(document: Document) -> Twin | None:
    """The nearest document whose words are near-same."""
    keys = LikenessKey.objects.filter(document=document).values("key")
    near = (
        LikenessKey.objects.filter(key__in=keys, document__in=_others(document))
        .values("document")
        .annotate(shared=Count("pk"))
        .order_by("-shared", "-document")[:MOST_COMPARED]
    )
    others = Document.objects.in_bulk([row["document"] for row in near])
    own = runs_of_words(document.text) if others else frozenset()
    found = [Twin(other, likeness(own, runs_of_words(other.text))) for other in others.values()]
    best = max(found, key=lambda twin: twin.likeness or 0, default=None)
    return best if best is not None and (best.likeness or 0) >= NEAR_SAME else None


def twin_in_numbers(document: Document, *, issuer: units.Unit | None, number: str) -> Twin | None:
    """The same number of one issuer."""
    if not number or issuer is None:
        return None
    twin = _others(document).filter(issuer=issuer, number__iexact=number).order_by("-pk").first()
    return Twin(twin) if twin else None
