"""Who is called in a comment, and what one was called to."""

import re
from datetime import date, datetime

from django.db.models import QuerySet

from dinhlang.apps.people import public as people
from dinhlang.apps.tasks import access
from dinhlang.apps.tasks.models import Assignment, Comment, Mention

_CALLED = re.compile(r"(?<![\w.@])@([\w][\w.\-]*[\w]|\w)")


def readers_called(assignment: Assignment, words: str, *, day: date) -> tuple[list[people.Person], list[str]]:
    """Those called with @ who may read the part; and the names that are nobody's, or of who may not read it."""
    names = list(dict.fromkeys(_CALLED.findall(words)))
    found = {person.username: person for person in people.Person.objects.here_on(day).filter(username__in=names)}
    called, unknown = [], []
    for name in names:
        person = found.get(name)
        if person and access.may_read_assignment(people.with_roles_on(person, day=day), assignment):
            called.append(person)
        else:
            unknown.append(name)
    return called, unknown


def comments_of(assignment: Assignment) -> QuerySet[Comment]:
    """What was said beside a part, from the first line on."""
    return assignment.comments.select_related("by").order_by("moment", "pk")


def mentions_of(person: people.Person, *, since: datetime) -> QuerySet[Mention]:
    """Where the person was called lately, the latest first; answered by a line of their own it is done with."""
    found = Mention.objects.filter(person=person, comment__moment__gte=since)
    return found.select_related("comment__by", "comment__assignment__task", "comment__assignment__unit").order_by("-pk")
