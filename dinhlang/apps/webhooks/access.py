"""Who may have addresses called: whoever looks after the accounts of the program's unit."""

from django.http import Http404

from dinhlang.apps.people import public as people
from dinhlang.apps.webhooks.models import Delivery, Webhook

may_manage = people.may_manage_people


def program_for(viewer: people.Person, pk: int) -> people.ServiceAccount:
    """A program of whose addresses the viewer decides."""
    return people.program_for(viewer, pk)


def webhook_for(viewer: people.Person, pk: int) -> Webhook:
    """An address of one of these programs; others are not known to exist."""
    named = Webhook.objects.select_related("program__person", "program__unit", "program__responsible", "made_by")
    found = named.filter(pk=pk, program__in=people.programs_for(viewer)).first()
    if found is None:
        raise Http404
    return found


def delivery_for(viewer: people.Person, pk: int) -> Delivery:
    """A call to one of these addresses."""
    found = Delivery.objects.select_related("webhook").filter(pk=pk).first()
    if found is None:
        raise Http404
    webhook_for(viewer, found.webhook_id)
    return found
