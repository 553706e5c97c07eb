"""What this room shows elsewhere: the ways to it from a plan."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from dinhlang.apps.overview import access
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.base.panels import panel


@panel("plans.PlanAside", order=5)
def ways_to_see(request: HttpRequest, plan: plans.Plan) -> str:
    """From a plan to its page seen from above, and to what nobody took over."""
    if not access.may_look(request.user):
        return ""
    context = {"plan": plan, "oversees": tasks.reads_all_of_plan(request.user, plan)}
    return render_to_string("overview/ways_panel.html", context, request=request)
