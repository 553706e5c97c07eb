"""Who may read and who may work on a document that arrived."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from dinhlang.apps.intake.models import Document, DocumentState, Mark
from dinhlang.apps.people import public as people


def may_read(person: people.Person) -> bool:
    """May they open the room?"""
    return person.may(people.Word.PLANS_READ)


def may_take_in(person: people.Person) -> bool:
    """May they let a document in?"""
    return person.may(people.Word.DOCUMENTS_TAKE_IN)


def may_read_document(person: people.Person, document: Document) -> bool:
    """May they read this one? While it is worked on only who takes in for its owner; then who reads plans there."""
    return may_mark(person, document) or (
        document.state == DocumentState.CONFIRMED and person.may(people.Word.PLANS_READ, at=document.owner.path)
    )


def may_mark(person: people.Person, document: Document) -> bool:
    """May they mark and change this one?"""
    return person.may(people.Word.DOCUMENTS_TAKE_IN, at=document.owner.path)


def document_for(person: people.Person, pk: int) -> Document:
    """The only way to get a document: 404 for what one may not know."""
    document = Document.objects.with_names().select_related("file").filter(pk=pk).first()
    if document is None or not may_read_document(person, document):
        raise Http404
    return document


def document_to_mark(person: people.Person, pk: int) -> Document:
    """A document to work on: 403 for what may be read but not changed."""
    document = document_for(person, pk)
    if not may_mark(person, document):
        raise PermissionDenied
    return document


def mark_for(person: people.Person, pk: int, mark_pk: int) -> Mark:
    """A mark in a document that the person works on."""
    document = document_to_mark(person, pk)
    mark = document.marks.filter(pk=mark_pk).first()
    if mark is None:
        raise Http404
    mark.document = document
    return mark
