"""The rule of law on which a time stands is named; a day that would break a rule that was read in full is refused."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import rules
from dinhlang.apps.deadlines.actions.law_words import law_article, law_words
from dinhlang.apps.deadlines.models import Deadline
from dinhlang.apps.deadlines.queries import breach
from dinhlang.apps.people import public as people
from dinhlang.base.refusal import Refusal
from dinhlang.pure.law import TIME_RULES_VERSION, Measure


class CannotName(Refusal):
    """A time is not set on a rule, and why."""


class BreaksTheLaw(Refusal):
    """A day is not given, since the law leaves less time or asks for more."""


@transaction.atomic
def name_law(*, deadline: Deadline, law: str, begin: date | None, by: people.Person, now: datetime, day: date) -> None:
    """Say on which rule a time stands, and from which day the law counts; no rule takes it off again."""
    held = Deadline.objects.select_for_update(of=("self",)).select_related("plan__keeper").get(pk=deadline.pk)
    found = rules.by_law(law, begin, None, calendar.calendar_in_force(), day=day) if law else None
    if law and found is None:
        raise CannotName(_("Ngày ấy quy định này chưa có hiệu lực. Xin xem lại ngày."), field="begin")
    before = {"law": held.law}
    held.law, held.law_from = law, begin if law else None
    held.law_version = TIME_RULES_VERSION if law else ""
    held.save(update_fields=["law", "law_from", "law_version"])
    deadline.law, deadline.law_from, deadline.law_version = held.law, held.law_from, held.law_version
    after = {"law": found.rule.article if found else "", "law_from": str(held.law_from or "")}
    audit.record("deadlines.law_named", held, by=by, now=now, unit=held.plan.keeper, before=before, after=after)


def must_keep_to_law(deadline: Deadline, *, before: date | None, due: date | None, field: str | None = None) -> None:
    """Refuse a day that breaks a rule that was read in full; one that only mends less than all is let through.

    What was not read in full reminds on the page of the deadline, and stops nobody.
    """
    found = breach(deadline, due, calendar=calendar.calendar_in_force())
    if found is None or not found.rule.blocks or found.end is None:
        return
    is_at_least = found.rule.measure is Measure.AT_LEAST
    mends = before is not None and due is not None and (before <= due if is_at_least else due <= before)
    if mends:
        return
    rule = {"article": law_article(found.rule.article), "says": law_words(found.rule.says)}
    told = {**rule, "day": f"{found.end:%d/%m/%Y}"}
    if is_at_least:
        raise BreaksTheLaw(_("Theo %(article)s: %(says)s Sớm nhất là ngày %(day)s.") % told, field=field)
    raise BreaksTheLaw(_("Theo %(article)s: %(says)s Muộn nhất là ngày %(day)s.") % told, field=field)
