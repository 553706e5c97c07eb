"""An official's day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dinhlang.apps.desk import queries
from dinhlang.apps.desk.queries import SHOWN
from dinhlang.apps.people import public as people
from dinhlang.base import clock
from dinhlang.base.guard import signed_in
from dinhlang.base.listing import first_of


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """What is due, what is late, what waits for me, how my plans stand."""
    person, today = request.user, clock.today()
    owed = queries.owed(person, day=today)
    following = queries.following(person, day=today, most=SHOWN)
    signing = first_of(queries.to_sign(person), SHOWN)
    return render(
        request,
        "desk/home.html",
        {
            "today": today,
            "owed": owed,
            "asked": signing.number + owed.pressing + following.to_decide.number,
            "waiting": following.to_decide,
            "others": following.others,
            "late_others": following.late_others,
            "signing": signing,
            "supervised": first_of(queries.late_to_supervise(person, day=today), SHOWN),
            "documents": first_of(queries.being_marked(person), SHOWN),
            "plans": queries.plans_shown(person, day=today, most=SHOWN),
            "roles": person.roles_in_force,
            "may_take_in": person.may(people.Word.DOCUMENTS_TAKE_IN),
        },
    )
