"""What this room shows elsewhere: its entry, its documents on a report's page, its kind among what is found."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.issuance import access, queries
from dinhlang.apps.issuance.models import OutgoingDocument, State
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reports import public as reports
from dinhlang.apps.search import public as search
from dinhlang.apps.tasks import public as tasks
from dinhlang.base import clock
from dinhlang.base.navigation import entry
from dinhlang.base.panels import panel
from dinhlang.base.waiting import Waiting, waiting

SHOWN = 3

entry(_("Văn bản đi"), "issuance:listing", order=60, may=access.may_read)
search.kind("outgoing", _("Văn bản đi"), order=40)
search.source("outgoing", queries.all_found)
audit.words(
    {
        "issuance.drafted": _("soạn dự thảo"),
        "issuance.changed": _("sửa dự thảo"),
        "issuance.submitted": _("trình ký"),
        "issuance.returned": _("trả lại để sửa"),
        "issuance.issued": _("ban hành"),
        "issuance.withdrawn": _("thu hồi"),
    }
)
audit.fact_words(OutgoingDocument._meta.label, {"number": _("số, ký hiệu")}, values={"state": dict(State.choices)})


@panel("reports.Report", order=20)
def documents_of_report(request: HttpRequest, report: reports.Report) -> str:
    """The official documents made of a report, and the way to make one."""
    documents = access.readable_documents(request.user).filter(report=report).for_lists().latest_first()
    may_make = not report.is_draft and access.may_draft_for(request.user, report.unit)
    context = {"documents": documents, "report": report, "may_make": may_make}
    return render_to_string("issuance/documents_of_report.html", context, request=request)


@panel("plans.PlanAside", order=75)
def dispatches_of_plan(request: HttpRequest, plan: plans.Plan) -> str:
    """The dispatches that urge the late, and the way to one while anybody is late."""
    if not access.may_read(request.user):
        return ""
    documents = access.readable_documents(request.user).filter(urges=plan).for_lists().latest_first()
    may_urge = access.may_draft_for(request.user, plan.keeper) and tasks.may_hand_out(request.user, plan)
    late = tasks.late_of(plan, on=clock.today()).count() if may_urge else 0
    if not late and not documents:
        return ""
    context = {"documents": documents[:SHOWN], "plan": plan, "late": late}
    return render_to_string("issuance/dispatches_of_plan.html", context, request=request)


@waiting(order=10)
def papers_of(person: people.Person) -> list[Waiting]:
    """What waits for the person's signature, and the person's own drafts that did not go out."""
    page, drafts = reverse("issuance:listing"), OutgoingDocument.objects.in_state(State.DRAFT)
    return [
        Waiting(_("Văn bản chờ ký"), queries.waiting_for_signature(person).count(), page),
        Waiting(_("Dự thảo đang soạn"), drafts.filter(drafted_by=person).count(), page),
    ]
