"""Who may answer requests, and who may read one: the person it is of, and whoever answers for its unit."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from dinhlang.apps.people import public as people
from dinhlang.apps.privacy.models import Consent, DataRequest


def may_answer(person: people.Person) -> bool:
    """Whether the person answers requests anywhere."""
    return person.may(people.Word.PRIVACY_ANSWER)


def may_answer_this(person: people.Person, request: DataRequest) -> bool:
    """Whether the person answers this one. One's own is answered by somebody else."""
    return request.person_id != person.pk and DataRequest.objects.answerable_by(person).filter(pk=request.pk).exists()


def request_for(person: people.Person, pk: int) -> DataRequest:
    """The only way to a request: one's own, or one that the person answers; others are not known to exist."""
    mine = DataRequest.objects.filter(person=person)
    found = (mine | DataRequest.objects.answerable_by(person)).with_names().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def request_to_answer(person: people.Person, pk: int) -> DataRequest:
    """A request that the person answers: 403 for one's own."""
    found = request_for(person, pk)
    if not may_answer_this(person, found):
        raise PermissionDenied
    return found


def own_request(person: people.Person, pk: int) -> DataRequest:
    """A request of one's own; whoever only answers it does not take it back."""
    found = request_for(person, pk)
    if found.person_id != person.pk:
        raise PermissionDenied
    return found


def consent_for(person: people.Person, pk: int) -> Consent:
    """A consent: one's own, or one recorded where the person answers."""
    within = Consent.objects.within(person.reach(people.Word.PRIVACY_ANSWER))
    found = (Consent.objects.filter(person=person) | within).select_related("text", "person", "recorded_by", "unit")
    consent = found.filter(pk=pk).first()
    if consent is None:
        raise Http404
    return consent
