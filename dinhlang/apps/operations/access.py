"""Who may see how the house works and decide about its jobs: whoever holds the word over all whom it serves."""

from django.http import Http404

from dinhlang.apps.operations.models import Job
from dinhlang.apps.people import public as people


def may_watch(person: people.Person) -> bool:
    """One machine serves everyone who has an account on it, so the word must be held over all of them."""
    return people.reaches_everyone(person, people.Word.OPERATIONS_WATCH)


def job_for(person: people.Person, pk: int) -> Job:
    """A job, for whoever watches over the house."""
    job = Job.objects.filter(pk=pk).first() if may_watch(person) else None
    if job is None:
        raise Http404
    return job
