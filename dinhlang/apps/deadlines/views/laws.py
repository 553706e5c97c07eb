"""The times that the law sets, and the one on which a deadline stands."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dinhlang.apps.deadlines import access, actions, queries, rules
from dinhlang.apps.deadlines.forms import LawForm
from dinhlang.apps.deadlines.views import asked
from dinhlang.apps.people import public as people
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.pure.law import COUNTING_RULES, TIME_RULES_VERSION


@guarded(access.may_look)
def listing(request: HttpRequest) -> HttpResponse:
    """Every rule with its number, its article, from when it holds and how surely it is known."""
    context = {
        "rules": rules.time_rules(day=clock.today()),
        "counting": COUNTING_RULES,
        "version": TIME_RULES_VERSION,
    }
    return render(request, "deadlines/laws.html", context)


@guarded(access.may_change_somewhere)
def naming(request: HttpRequest, pk: int) -> HttpResponse:
    """On which rule a deadline stands."""
    by = cast(people.Person, request.user)
    found, today = access.deadline_to_change(by, pk), clock.today()
    first = queries.proposed_laws(found)
    initial = {"law": found.law or (first[0] if first else ""), "begin": found.law_from}
    laws = rules.time_rules(day=today)
    form = LawForm(request.POST or None, laws=laws, first=first, initial=initial)

    def act() -> str:
        said = form.cleaned_data
        actions.name_law(deadline=found, **said, by=by, now=clock.now(), day=today)
        return _("Đã gắn với quy định.") if said["law"] else _("Hạn không còn gắn với quy định nào.")

    texts = {
        "heading": _("Gắn với quy định của luật"),
        "lead": _("Trang này so hạn với quy định, và nói rõ điều khoản, cách đếm."),
        "label": _("Gắn"),
    }
    return asked(request, form, act, back=reverse("deadlines:why", args=[pk]), deadline=found, **texts)
