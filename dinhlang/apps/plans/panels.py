"""What this room shows elsewhere: the way from a document to its plan, its entries and its acts in words."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.intake import public as intake
from dinhlang.apps.plans import access, queries
from dinhlang.apps.plans.models import ChangeKind, Plan
from dinhlang.apps.search import public as search
from dinhlang.apps.webhooks import public as webhooks
from dinhlang.base.navigation import entry
from dinhlang.base.panels import panel

entry(_("Kế hoạch"), "plans:listing", order=30, may=access.may_read)
search.kind("plan", _("Kế hoạch"), order=20)
search.source("plan", queries.all_found)
audit.words(
    {
        "plans.adopted": _("chuyển văn bản thành kế hoạch"),
        "plans.linked": _("ghi căn cứ của kế hoạch"),
        "plans.unlinked": _("gỡ căn cứ của kế hoạch"),
        "plans.taken_over": _("đối chiếu nhiệm vụ với kế hoạch cấp trên"),
        "plans.asked_for_plan": _("ghi là phải lập kế hoạch riêng"),
        "plans.asked_for_no_plan": _("ghi là không phải lập kế hoạch riêng"),
        "plans.changed": _("ghi kế hoạch được thay đổi"),
        "plans.decided": _("quyết định việc đã giao theo bản mới"),
        "plans.numbered": _("ghi số, ký hiệu cho dự thảo"),
        "plans.shown": _("công khai kế hoạch cho người dân"),
        "plans.hidden": _("thôi công khai kế hoạch"),
    }
)
audit.fact_words(
    "plans.Plan",
    {
        "based_on": _("căn cứ vào"),
        "received_by": _("đơn vị nhận để thực hiện"),
        "number_of_clauses": _("số nhiệm vụ"),
        "above": _("kế hoạch cấp trên"),
        "taken": _("nhiệm vụ được thực hiện"),
        "clause": _("nhiệm vụ"),
        "kind": _("thay đổi"),
        "earlier": _("bản cũ"),
        "later": _("bản mới"),
        "decision": _("quyết định"),
        "n_same": _("nhiệm vụ giữ nguyên"),
        "n_changed": _("nhiệm vụ sửa"),
        "n_dropped": _("nhiệm vụ bỏ"),
        "n_added": _("nhiệm vụ thêm"),
        "asks_for_plan": _("phải lập kế hoạch riêng"),
    },
)

webhooks.tells_of(
    "plans.Plan",
    ["adopted", "changed", "numbered", "linked", "unlinked", "shown", "hidden"],
    read=access.plan_for,
    door="/api/v1/ke-hoach/{key}",
)


intake.shown_to_all(lambda: Plan.objects.public().filter(document__isnull=False).values_list("document", flat=True))


@panel("intake.Document", order=10)
def the_plan_it_becomes(request: HttpRequest, document: intake.Document) -> str:
    """The next step of a marked document; the plan itself once there is one."""
    context = {
        "document": document,
        "plan": Plan.objects.filter(document=document).first(),
        "keeper": access.keeper_for(request.user, document),
        "has_marks": intake.is_ready(document),
    }
    return render_to_string("plans/document_panel.html", context, request=request)


@panel("intake.Twin", order=10)
def the_plan_that_looks_the_same(request: HttpRequest, document: intake.Document) -> str:
    """Of a document that the person may not open: the plan it became, if they may read that."""
    plan = Plan.objects.with_names().filter(document=document).first()
    if plan is None or not access.may_read_plan(request.user, plan):
        return ""
    return render_to_string("plans/twin_panel.html", {"plan": plan}, request=request)


@panel("intake.Way", order=10)
def what_it_may_become(request: HttpRequest, document: intake.Document) -> str:
    """Said before the work: in whose name this document can become a plan here, or why it cannot, and what else."""
    if not document.is_open or Plan.objects.filter(document=document).exists():
        return ""
    issuer, owner = document.issuer, document.owner
    keeper = access.keeper_for(request.user, document)
    existing = queries.twin_of(document, keeper=keeper)
    context = {
        "document": document,
        "issuer": issuer,
        "owner": owner,
        "keeper": keeper,
        "existing": existing if existing and access.may_read_plan(request.user, existing) else None,
        "is_here_already": existing is not None,
        "version": _version_of(document, keeper),
        "is_received": keeper is not None and keeper != issuer,
        "binds": issuer is not None and access.binds(issuer, owner),
        "is_own": issuer is not None and issuer.path.startswith(owner.path),
    }
    return render_to_string("plans/way_panel.html", context, request=request)


def _version_of(document: intake.Document, keeper: Any) -> dict[str, Any]:
    """What it is a later version of, and the plan that this became, if the keeper has it."""
    said = intake.earlier_of(document)
    if said is None:
        return {}
    earlier, kind = said
    plan = queries.may_be_changed_by(document, keeper=keeper).filter(document=earlier).first()
    return {"earlier": earlier, "kind": ChangeKind(kind).label, "plan": plan}
