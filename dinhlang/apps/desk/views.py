"""An official's day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dinhlang.apps.desk import queries
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks import public as tasks
from dinhlang.base import clock
from dinhlang.base.guard import signed_in

SHOWN = 6


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """What is due, what is late, what waits for me, how my plans stand."""
    person, today = request.user, clock.today()
    owed = queries.owed(person, day=today)
    waiting, signing = tasks.waiting_for_me(person), queries.to_sign(person)
    documents = queries.being_marked(person)
    supervised = queries.late_to_supervise(person, day=today)
    others, late_others = tasks.waiting_for_others(person), tasks.late_with_others(person, on=today)
    counts = {
        "others": others.count(),
        "late_others": late_others.count(),
        "accept": waiting.count(),
        "sign": signing.count(),
        "mark": documents.count(),
        "supervise": supervised.count(),
    }
    return render(
        request,
        "desk/home.html",
        {
            "today": today,
            "owed": owed,
            "counts": counts,
            "asked": counts["sign"] + owed.pressing + counts["accept"],
            "waiting": waiting[:SHOWN] if counts["accept"] else [],
            "others": others[:SHOWN] if counts["others"] else [],
            "late_others": late_others[:SHOWN] if counts["late_others"] else [],
            "signing": signing[:SHOWN] if counts["sign"] else [],
            "supervised": supervised[:SHOWN] if counts["supervise"] else [],
            "documents": documents[:SHOWN] if counts["mark"] else [],
            "plans": queries.plans_shown(person, day=today, most=SHOWN),
            "roles": person.roles_in_force,
            "may_take_in": person.may(people.Word.DOCUMENTS_TAKE_IN),
        },
    )
