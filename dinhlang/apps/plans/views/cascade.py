"""The cascade: the whole tree around a plan, and which of its clauses take over those above."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dinhlang.apps.plans import access, actions, queries
from dinhlang.apps.plans.forms import TakingOverForm
from dinhlang.apps.plans.views.pages import RESIDENTS_READ, frame_of, readable
from dinhlang.base import clock
from dinhlang.base.guard import anyone, guarded
from dinhlang.base.refusal import Refusal


@anyone(RESIDENTS_READ)
def cascade(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything the plan stands on and everything that answers it, level by level."""
    one = access.plan_for(request.user, pk)
    among, may_change = readable(request), access.may_change(request.user, one)
    context = {
        "plan": one,
        "tree": queries.tree_of(one, among=among),
        "proposed": queries.proposed_bases(one, among=among) if may_change else [],
        "citing": queries.proposed_answers(one, among=among) if request.user.is_authenticated else [],
        "based_on": one.based_on.with_names() if may_change else [],
        "may_change": may_change,
        **frame_of(request, one),
    }
    return render(request, "plans/cascade.html", context)


@guarded(access.may_adopt)
@require_POST
def confirming(request: HttpRequest, pk: int, other: int) -> HttpResponseBase:
    """A person confirms the link that the legal bases speak for."""
    one, basis = access.plan_and_other(request.user, pk, other)
    actions.link(one, based_on=[basis], by=request.user, now=clock.now())
    messages.success(request, _("Đã ghi: kế hoạch này căn cứ vào %(other)s.") % {"other": basis.name})
    return redirect("plans:taking_over", one.pk, basis.pk)


@guarded(access.may_adopt)
def taking_over(request: HttpRequest, pk: int, other: int) -> HttpResponseBase:
    """Clause by clause of the plan above: which own clause takes it over. Proposals are only chosen beforehand."""
    one, above = access.plan_and_basis(request.user, pk, other)
    rows = queries.taken_over(one, above=above)
    form = TakingOverForm(request.POST if request.method == "POST" else None, rows=rows, own=queries.clauses_of(one))
    if request.method == "POST" and form.is_valid():
        try:
            number = actions.take_over(one, above=above, chosen=form.chosen(), by=request.user, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            said = ngettext("Đã ghi %(n)s thay đổi.", "Đã ghi %(n)s thay đổi.", number) % {"n": number}
            messages.success(request, said)
            return redirect("plans:plan", one.pk)
    context = {"plan": one, "above": above, "form": form, "rows": form.lines()}
    return render(request, "plans/taking_over.html", context)
