"""What this room shows in the navigation and on the desk."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import access, queries
from dinhlang.apps.people.models import Person
from dinhlang.base import clock
from dinhlang.base.navigation import entry
from dinhlang.base.panels import panel

entry(_("Người dùng"), "people:listing", order=80, may=access.may_manage_people)


@panel("desk.Aside", order=5)
def who_leaves_soon(request: HttpRequest, person: Person) -> str:
    """A week before, to the person and to whoever looks after the account: what is still open."""
    if person.leaves_on is None and not access.may_manage_people(person):
        return ""
    today = clock.today()
    known = [(who, queries.held_by(who, day=today)) for who in queries.leaving_soon(person, day=today)]
    soon = [(who, held) for who, held in known if held.must_be_handed_on]
    return render_to_string("people/leaves_soon.html", {"soon": soon, "person": person}, request) if soon else ""
