"""Secret addresses at which calendars and feed readers come by: made, made anew, taken away."""

from datetime import datetime
from secrets import token_urlsafe

from django.db import transaction

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reminders.models import Subscription
from dinhlang.apps.units import public as units


@transaction.atomic
def follow(
    *, by: people.Person, now: datetime, unit: units.Unit | None = None, plan: plans.Plan | None = None
) -> Subscription:
    """An address of oneself, a body or a plan; who has one already gets the same."""
    people.Person.objects.select_for_update().get(pk=by.pk)  # of two clicks one waits, and finds it made
    known = Subscription.objects.filter(owner=by, unit=unit, plan=plan).first()
    if known is not None:
        return known
    made = Subscription.objects.create(owner=by, unit=unit, plan=plan, nonce=_nonce(), made_at=now)
    _record("reminders.followed", made, by=by, now=now)
    return made


@transaction.atomic
def renew(*, subscription: Subscription, by: people.Person, now: datetime) -> Subscription:
    """Another address; whoever knew the old one finds nothing there any more."""
    subscription.nonce, subscription.renewed_at = _nonce(), now
    subscription.save(update_fields=["nonce", "renewed_at"])
    _record("reminders.renewed", subscription, by=by, now=now)
    return subscription


@transaction.atomic
def unfollow(*, subscription: Subscription, by: people.Person, now: datetime) -> None:
    """The address opens nothing any more."""
    _record("reminders.unfollowed", subscription, by=by, now=now)
    subscription.delete()


def _nonce() -> str:
    return token_urlsafe(18)


def _record(act: str, subscription: Subscription, *, by: people.Person, now: datetime) -> None:
    audit.record(act, subscription, by=by, now=now, unit=people.home_unit(by))
