"""Who may read, draft and sign; `document_for` is the only way to load one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from dinhlang.apps.issuance.models import OutgoingDocument, OutgoingQuerySet, State
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any

Word = people.Word


def may_read(person: Any) -> bool:
    """Reads issued documents somewhere."""
    return person.is_authenticated and person.may(Word.REPORTS_READ)


def may_draft(person: Any) -> bool:
    """Drafts in some body's name."""
    return person.is_authenticated and person.may(Word.DOCUMENTS_DRAFT)


def may_sign(person: Any) -> bool:
    """Signs in some body's name."""
    return person.is_authenticated and person.may(Word.DOCUMENTS_SIGN)


def may_draft_for(person: people.Person, unit: units.Unit) -> bool:
    """Drafts in this body's name."""
    return person.may(Word.DOCUMENTS_DRAFT, at=unit.path)


def plan_to_urge(person: people.Person, pk: int) -> plans.Plan:
    """A plan of which whoever is late may be written to: by who hands it out and drafts for its keeper."""
    plan = tasks.plan_to_hand_out(person, pk)
    if not may_draft_for(person, plan.keeper):
        raise PermissionDenied
    return plan


def may_sign_for(person: people.Person, unit: units.Unit) -> bool:
    """Signs in this body's name."""
    return person.may(Word.DOCUMENTS_SIGN, at=unit.path)


def readable_documents(person: Any) -> OutgoingQuerySet:
    """What has a number, of all bodies where the person reads; drafts only of those for which they draft or sign."""
    if not person.is_authenticated:
        return OutgoingDocument.objects.none()
    inside = [*person.reach(Word.DOCUMENTS_DRAFT), *person.reach(Word.DOCUMENTS_SIGN)]
    numbered = within_any("issuer__path", person.reach(Word.REPORTS_READ)) & Q(number__isnull=False)
    return OutgoingDocument.objects.filter(numbered | within_any("issuer__path", inside))


def document_for(person: Any, pk: int) -> OutgoingDocument:
    """The document, if the person may know it; what residents may read, everyone may."""
    known = readable_documents(person) | OutgoingDocument.objects.filter(state=State.ISSUED, is_public=True)
    found = known.select_related("issuer", "drafted_by", "signed_by", "file", "report__plan")
    document = found.filter(pk=pk).first()
    if document is None:
        raise Http404
    return document


def document_to_draft(person: people.Person, pk: int) -> OutgoingDocument:
    """The document, for one who drafts in its issuer's name."""
    document = document_for(person, pk)
    if not may_draft_for(person, document.issuer):
        raise PermissionDenied
    return document


def document_to_sign(person: people.Person, pk: int) -> OutgoingDocument:
    """The document, for one who signs in its issuer's name."""
    document = document_for(person, pk)
    if not may_sign_for(person, document.issuer):
        raise PermissionDenied
    return document
