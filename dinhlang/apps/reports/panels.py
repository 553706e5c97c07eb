"""What this room shows elsewhere: its entry in the navigation, and a plan's reports on the plan's page."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reports import access, queries
from dinhlang.apps.reports.models import Report, State
from dinhlang.base.navigation import entry
from dinhlang.base.panels import panel
from dinhlang.base.waiting import Waiting, waiting

SHOWN = 3

entry(_("Báo cáo"), "reports:listing", order=50, may=access.may_read)
audit.words(
    {
        "reports.gathered": _("tổng hợp số liệu"),
        "reports.gathered_again": _("tổng hợp lại số liệu"),
        "reports.edited": _("sửa lời văn"),
        "reports.finished": _("chốt báo cáo"),
        "reports.reopened": _("mở lại báo cáo"),
    }
)
audit.fact_words(Report._meta.label, {"owed": _("phần việc"), "done": _("đã hoàn thành"), "late": _("quá hạn")})


@panel("plans.PlanAside", order=60)
def reports_on_plan(request: HttpRequest, plan: plans.Plan) -> str:
    """The latest reports on a plan, and the way to a new one. Strangers see nothing of it."""
    if not access.may_read(request.user):
        return ""
    found = queries.reports_of_plan(plan, among=access.readable_reports(request.user))[:SHOWN]
    context = {"reports": found, "plan": plan, "may_write": access.may_write(request.user)}
    return render_to_string("reports/reports_on_plan.html", context, request=request)


@waiting(order=30)
def drafts_of(person: people.Person) -> list[Waiting]:
    """The reports that the person gathered and did not finish."""
    drafts = Report.objects.filter(gathered_by=person, state=State.DRAFT)
    return [Waiting(_("Báo cáo đang soạn"), drafts.count(), reverse("reports:listing"))]
