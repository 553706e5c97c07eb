"""What the house keeps of people, for everyone to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dinhlang.apps.privacy import queries
from dinhlang.base import clock
from dinhlang.base.guard import anyone


@anyone("everyone may know what is kept of people, why, how long, and where to ask")
def register(request: HttpRequest) -> HttpResponse:
    """By purpose: what, whose, why, on which law, how long, who sees it; rights and where to ask."""
    today = clock.today()
    context = {
        "chapters": queries.chapters(day=today),
        "rules": queries.rules_told(day=today),
        "cleared": list(queries.cleared_tables()),
        "last_clearing": queries.last_clearing(),
        "frame": "look/page.html" if request.user.is_authenticated else "look/public.html",
    }
    return render(request, "privacy/register.html", context)
