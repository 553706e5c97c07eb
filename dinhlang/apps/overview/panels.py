"""What this room shows elsewhere: the ways to it from a plan."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.overview import access, queries
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.base import clock
from dinhlang.base.navigation import entry
from dinhlang.base.panels import panel

entry(_("Toàn cảnh"), "overview:board", order=35, may=access.may_look)
audit.words({"overview.view_saved": _("lưu cách xem"), "overview.view_dropped": _("bỏ cách xem đã lưu")})


@panel("plans.PlanAside", order=5)
def ways_to_see(request: HttpRequest, plan: plans.Plan) -> str:
    """From a plan to its page seen from above, and to what nobody took over."""
    if not access.may_look(request.user):
        return ""
    context = {"plan": plan, "oversees": tasks.reads_all_of_plan(request.user, plan)}
    return render_to_string("overview/ways_panel.html", context, request=request)


@panel("plans.Plan", order=5)
def what_waits(request: HttpRequest, plan: plans.Plan) -> str:
    """On the page of either version: tasks that wait until a person decides what the new version means for them."""
    if not tasks.may_hand_out(request.user, plan):
        return ""
    notes = []
    for change in plans.changes_around(plan):
        waiting = [one for one in queries.consequences_of(change, on=clock.today()) if one.waits]
        if any(one.task for one in waiting):
            context = {"change": change, "waiting": len(waiting), "number": len(waiting)}
            notes.append(render_to_string("overview/change_panel.html", context, request=request))
    return format_html_join("", "{}", ((note,) for note in notes))


@panel("plans.Change", order=10)
def what_follows(request: HttpRequest, change: plans.Change) -> str:
    """From the differences to what they mean for the tasks, for who decides it."""
    if not tasks.may_hand_out(request.user, change.later):
        return ""
    told = queries.consequences_of(change, on=clock.today())
    context = {"change": change, "waiting": sum(one.waits for one in told), "number": len(told)}
    return render_to_string("overview/change_panel.html", context, request=request)


@panel("tasks.Listing", order=10)
def saving_the_list(request: HttpRequest, tab: str) -> str:
    """Below the list of tasks: keep what was asked of it under a name."""
    if not access.may_look(request.user):
        return ""
    return render_to_string("overview/save_task_list.html", {"tab": tab}, request=request)
