"""What a new version of a plan means for what was handed out, point by point."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dinhlang.apps.overview import access, actions, queries
from dinhlang.apps.overview.forms import chosen
from dinhlang.apps.plans import public as plans
from dinhlang.base import clock
from dinhlang.base.guard import guarded


@guarded(access.may_hand_out_somewhere)
def consequences(request: HttpRequest, pk: int) -> HttpResponse:
    """Each task that the new version touches, with what a person may let follow."""
    change = access.change_to_follow(request.user, pk)
    told = queries.consequences_of(change, on=clock.today())
    context = {
        "change": change,
        "told": told,
        "waiting": sum(one.waits for one in told),
        "unchanged": sum(one.waits and one.difference.kind == "same" for one in told),
    }
    return render(request, "overview/consequences.html", context)


@require_POST
@guarded(access.may_hand_out_somewhere)
def confirming(request: HttpRequest, pk: int, order: int) -> HttpResponseBase:
    """A person decides one point."""
    difference = access.difference_to_decide(request.user, pk, order)
    decision = chosen(request.POST.get("decision", ""), plans.Difference.Decision, None)
    if decision is None:
        raise PermissionDenied
    actions.confirm(difference, decision=decision, by=request.user, now=clock.now())
    messages.success(request, _("Đã quyết định: %(what)s.") % {"what": difference.get_decision_display()})
    return redirect("overview:consequences", pk)


@require_POST
@guarded(access.may_hand_out_somewhere)
def confirming_unchanged(request: HttpRequest, pk: int) -> HttpResponseBase:
    """All tasks whose clause stays as it was go on under the new version."""
    change = access.change_to_follow(request.user, pk)
    number = actions.confirm_unchanged(change, by=request.user, now=clock.now())
    said = ngettext("Đã chuyển %(n)s việc sang bản mới.", "Đã chuyển %(n)s việc sang bản mới.", number)
    messages.success(request, said % {"n": number})
    return redirect("overview:consequences", change.pk)
