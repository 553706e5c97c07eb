"""An official's day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dinhlang.apps.desk import queries
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks import public as tasks
from dinhlang.base import clock
from dinhlang.base.guard import signed_in
from dinhlang.base.listing import first_of

SHOWN = 6


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """What is due, what is late, what waits for me, how my plans stand."""
    person, today = request.user, clock.today()
    owed = queries.owed(person, day=today)
    seen_to = tasks.mine_to_see_to(person)
    waiting = first_of(
        tasks.waiting_for_me(person, seen_to=seen_to),
        SHOWN,
        number=lambda: tasks.number_waiting_for_me(person, seen_to=seen_to),
    )
    signing = first_of(queries.to_sign(person), SHOWN)
    return render(
        request,
        "desk/home.html",
        {
            "today": today,
            "owed": owed,
            "asked": signing.number + owed.pressing + waiting.number,
            "waiting": waiting,
            "others": first_of(tasks.waiting_for_others(person, seen_to=seen_to), SHOWN),
            "late_others": first_of(tasks.late_with_others(person, on=today, seen_to=seen_to), SHOWN),
            "signing": signing,
            "supervised": first_of(queries.late_to_supervise(person, day=today), SHOWN),
            "documents": first_of(queries.being_marked(person), SHOWN),
            "plans": queries.plans_shown(person, day=today, most=SHOWN),
            "roles": person.roles_in_force,
            "may_take_in": person.may(people.Word.DOCUMENTS_TAKE_IN),
        },
    )
