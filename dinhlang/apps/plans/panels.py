"""What this room shows elsewhere: the way from a document to its plan, its entries and its acts in words."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.intake import public as intake
from dinhlang.apps.plans import access, queries
from dinhlang.apps.plans.models import Plan
from dinhlang.apps.search import public as search
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


@panel("intake.Document", order=10)
def the_plan_it_becomes(request: HttpRequest, document: intake.Document) -> str:
    """The next step of a marked document; the plan itself once there is one."""
    context = {
        "document": document,
        "plan": Plan.objects.filter(document=document).first(),
        "may_adopt": access.may_adopt_document(request.user, document),
        "has_marks": intake.is_ready(document),
    }
    return render_to_string("plans/document_panel.html", context, request=request)
