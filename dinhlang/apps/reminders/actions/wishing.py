"""How a person wishes to be reminded by e-mail, and that they want no more of it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.reminders.actions.posting import put_off_or_drop
from dinhlang.apps.reminders.models import Mail, Wish
from dinhlang.base.refusal import Refusal


class CannotWish(Refusal):
    """The choice is not kept, and why."""


@transaction.atomic
def wish(*, mail: str, hour: int, by: people.Person, now: datetime) -> Wish:
    """Daily at an hour, at once, or none. What waits already follows the new wish."""
    if mail not in Mail.values or not 0 <= hour <= 23:
        raise CannotWish(_("Xin chọn một cách nhận thư và một giờ trong ngày."), field="mail")
    return _change(by, mail=mail, hour=hour, now=now, reason="")


@transaction.atomic
def stop_letters(*, person: people.Person, now: datetime) -> Wish:
    """By the link in a letter, without signing in. A second time changes nothing."""
    hour = Wish.objects.filter(person=person).values_list("hour", flat=True).first()
    hour = Wish._meta.get_field("hour").default if hour is None else hour
    return _change(person, mail=Mail.NONE, hour=hour, now=now, reason=_("Bấm liên kết ngừng nhận trong thư."))


def _change(person: people.Person, *, mail: str, hour: int, now: datetime, reason: str) -> Wish:
    people.Person.objects.select_for_update().get(pk=person.pk)  # of two tabs one waits
    kept = Wish.objects.filter(person=person).first() or Wish(person=person)
    before = {"mail": kept.mail, "hour": kept.hour}
    after = {"mail": mail, "hour": hour}
    if kept.pk is not None and before == after:
        return kept
    kept.mail, kept.hour, kept.changed_at = mail, hour, now
    kept.save()
    put_off_or_drop(person, kept, now=now)
    audit.record(
        "reminders.wished",
        kept,
        by=person,
        now=now,
        unit=people.home_unit(person),
        reason=reason,
        before=before,
        after=after,
    )
    return kept
