"""Whose reminders, subscriptions and texts a person may open; who may still be told of a matter."""

from typing import Any

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reminders.models import Notice, NoticeQuerySet, PushAddress, Reminder, Step, Subscription
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any

Word = people.Word
STOP, CALENDAR = "reminders.stop", "reminders.calendar"


def may_look(person: people.Person) -> bool:
    """Whether there may be anything to remind this person of."""
    return tasks.may_look(person)


def may_hand_out_somewhere(person: people.Person) -> bool:
    """Whether there may be any plan whose late bodies this person urges."""
    return person.may(Word.TASKS_HAND_OUT)


def may_remind_somewhere(person: people.Person) -> bool:
    """Whether there may be any part of which this person reminds others: those of whom it accepts results."""
    return tasks.may_decide_somewhere(person)


def may_be_told(person: people.Person, reminder: Reminder) -> bool:
    """A leader may read at the body; everyone else acts in its name. Asked again right before a letter goes."""
    word = Word.TASKS_READ if reminder.step == Step.LEADER else Word.TASKS_PROGRESS
    return person.may(word, at=reminder.assignment.unit.path)


def notices_of(person: people.Person) -> NoticeQuerySet:
    """What the person was told, as far as they may still know of it."""
    readable = tasks.readable_parts(person)
    return Notice.objects.filter(person=person, reminder__assignment__in=readable)


def notice_for(person: people.Person, pk: int) -> Notice:
    """One of them; what others were told is not known to exist."""
    found = notices_of(person).with_facts().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def browsers_of(person: people.Person) -> QuerySet[PushAddress]:
    """The browsers in which this person is told."""
    return PushAddress.objects.filter(person=person)


def browser_for(person: people.Person, pk: int) -> PushAddress:
    """One of them, to drop it; those of others are not known to exist."""
    found = browsers_of(person).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def subscriptions_of(person: people.Person) -> QuerySet[Subscription]:
    """The person's own secret addresses."""
    return Subscription.objects.filter(owner=person).select_related("unit", "plan").order_by("pk")


def subscription_for(person: people.Person, pk: int) -> Subscription:
    """One of them, to renew it."""
    found = subscriptions_of(person).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def units_to_follow(person: people.Person) -> list[units.Unit]:
    """The bodies in which the person holds a role, and the places of these."""
    found = {one.pk: one for role in person.roles_in_force for one in (role.acting_unit, role.place)}
    return list(found.values())


def unit_to_follow(person: people.Person, **known_by: Any) -> units.Unit:
    """A body over which the person reads, by its key or its code."""
    found = units.Unit.objects.filter(within_any("path", person.reach(Word.TASKS_READ)), **known_by).first()
    if found is None:
        raise Http404
    return found


def secret_of(subscription: Subscription) -> str:
    """The part of the address that nobody can guess."""
    return signing.Signer(salt=CALENDAR).sign(f"{subscription.pk}.{subscription.nonce}")


def opened_by(secret: str) -> Subscription:
    """What a secret address opens (what its owner may is asked next); an old or made-up one opens nothing."""
    try:
        key, _, nonce = signing.Signer(salt=CALENDAR).unsign(secret).partition(".")
    except signing.BadSignature:
        raise Http404 from None
    known = Subscription.objects.select_related("owner", "unit", "plan__issuer", "plan__keeper", "plan__place")
    found = known.filter(pk=int(key), nonce=nonce).first()
    if found is None:
        raise Http404
    return found


def stop_token(person: people.Person) -> str:
    """Stops letters to this person, and does nothing else."""
    return signing.Signer(salt=STOP).sign(str(person.pk))


def person_of_stop(token: str) -> people.Person:
    """Whose letters a signed link stops."""
    try:
        key = signing.Signer(salt=STOP).unsign(token)
    except signing.BadSignature:
        raise Http404 from None
    found = people.Person.objects.filter(pk=int(key)).first()
    if found is None:
        raise Http404
    return found


def public_plan_for(pk: int) -> plans.Plan:
    """A plan that everyone may read."""
    found = plans.Plan.objects.public().with_names().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def plan_to_urge(person: people.Person, pk: int) -> plans.Plan:
    """A plan whose late bodies this person urges: whoever hands it out."""
    plan = plans.plan_for(person, pk)
    if not tasks.may_hand_out(person, plan):
        raise PermissionDenied
    return plan


def parts_of_unit(person: people.Person, unit: units.Unit) -> Any:
    """What the bodies of a branch owe, as far as the person may read it."""
    return tasks.readable_parts(person).of_units_within(unit.path)


def tasks_of_plan(person: people.Person, plan: plans.Plan) -> QuerySet[tasks.Task]:
    """The standing tasks of a plan: all where the person reads for it, else those of which some part is readable."""
    found = tasks.tasks_of(plan)
    if any(person.may(Word.TASKS_READ, at=place.path) for place in (plan.place, plan.keeper)):
        return found
    readable = tasks.readable_parts(person).filter(task__plan=plan)
    return found.filter(pk__in=readable.order_by().values("task"))
