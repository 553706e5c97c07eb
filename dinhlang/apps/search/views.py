"""The search page."""

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from dinhlang.apps.people import public as people
from dinhlang.apps.search.queries import Found, find, nearby
from dinhlang.base.guard import anyone
from dinhlang.pure.viet import one_line

LONGEST_QUESTION = 200
OF_EACH_KIND = 5
OF_ONE_KIND = 25


@anyone("residents search what is public")
def results(request: HttpRequest) -> HttpResponse:
    """What was found: the best of each kind, or, with ?kind=, all of one."""
    q = one_line(request.GET.get("q", ""))[:LONGEST_QUESTION]
    person = request.user if isinstance(request.user, people.Person) else None
    one_kind = "kind" in request.GET
    found, page = _of_one_kind(request, q, person) if one_kind else (find(q, person=person, limit=OF_EACH_KIND), None)
    context = {
        "heading": _("Tìm “%(words)s”") % {"words": q} if q else _("Tìm"),
        "frame": "look/page.html" if person else "look/public.html",
        "q": q,
        "found": found,
        "one_kind": one_kind,
        "page": page,
        "nearby": [] if found else nearby(q, person=person),
    }
    return render(request, "search/results.html", context)


def _of_one_kind(request: HttpRequest, q: str, person: people.Person | None) -> tuple[Found, Page]:
    """The page of one kind that is asked for, or the last one there is."""
    number = _page_number(request)
    while True:
        start = (number - 1) * OF_ONE_KIND
        found = find(q, person=person, kind=request.GET["kind"], start=start, limit=OF_ONE_KIND)
        page = Paginator(range(found.reachable), OF_ONE_KIND).get_page(number)
        if page.number == number:
            return found, page
        number = page.number


def _page_number(request: HttpRequest) -> int:
    asked = request.GET.get("page", "1")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 1
