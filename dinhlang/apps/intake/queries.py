"""Reads of documents that arrived, and how each is found again."""

import hashlib
from collections.abc import Iterator

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from dinhlang.apps.intake.models import Document, DocumentState, Mark
from dinhlang.apps.people import public as people
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units


def fingerprint(text: str) -> str:
    """The same for texts that differ only in spaces and line ends."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def twin_of(*, issuer: units.Unit, number: str, text: str, within: units.Unit) -> Document | None:
    """A document that looks the same, kept by the same unit: same issuer and number, or the same words."""
    same = Q(text_sha256=fingerprint(text))
    if number:
        same |= Q(issuer=issuer, number__iexact=number)
    return Document.objects.filter(same, owner=within).with_names().order_by("-arrived_at", "-pk").first()


def readable_by(person: people.Person) -> QuerySet[Document]:
    """Documents kept by units within the person's reach."""
    return Document.objects.of_units_within(person.reach(people.Word.PLANS_READ))


def listed(documents: QuerySet[Document], *, state: str = "", words: str = "") -> QuerySet[Document]:
    """With names and the number of marks, only those in a state or whose heading holds the words."""
    if state in DocumentState.values:
        documents = documents.in_state(state)
    documents = documents.with_words(words)
    return documents.with_names().defer("text").annotate(number_of_marks=Count("marks"))


def marks_of(document: Document) -> list[Mark]:
    """In the order of the text; the list's place is the number that people see."""
    return list(document.marks.order_by("start", "pk"))


def found_as(document: Document) -> search.Entry:
    """What the index keeps of a document."""
    return search.entry(
        "document",
        document.pk,
        title=document.title,
        detail=" · ".join(part for part in (document.number, document.issuer.full_name) if part),
        body=document.text,
        url=reverse("intake:document", args=[document.pk]),
        path=document.owner.path,
        day=document.issued_on,
    )


def all_found() -> Iterator[search.Entry]:
    """Every document as the index keeps it, for the nightly healing."""
    documents = Document.objects.with_names().order_by("pk")
    return (found_as(document) for document in documents.iterator(chunk_size=100))
