"""What the public face shows elsewhere: on the desk, what residents see; and where strangers read what they found."""

from functools import partial

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from dinhlang.apps.people import public as people
from dinhlang.apps.portal import access, queries
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.base.panels import panel


def public_page(kind: str, key: str) -> str:
    """Where strangers read a thing of a kind."""
    return reverse("portal:found", args=[kind, key])


for found in ("unit", "plan", "outgoing"):
    search.public_page(found, partial(public_page, found))


@panel("desk.Aside")
def what_residents_see(request: HttpRequest, person: people.Person) -> str:
    """The public face of the place in which the person works."""
    if not person.roles_in_force:
        return ""
    here = units.place_of(person.roles_in_force[0].unit)
    if here.kind == units.UnitKind.VILLAGE and here.parent is not None:
        here = here.parent
    if here.kind not in access.WITH_A_FACE:
        return ""
    number = queries.public_plans_of(here).count()
    return render_to_string("portal/desk_panel.html", {"here": here, "number": number}, request)
