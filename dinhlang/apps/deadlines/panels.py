"""What this room shows elsewhere: its entry, and the words of its acts in the record."""

from datetime import timedelta

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.deadlines import access, queries
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.webhooks import public as webhooks
from dinhlang.base import clock
from dinhlang.base.navigation import entry
from dinhlang.base.panels import panel

MOVED_LATELY = timedelta(days=14)

audit.words(
    {
        "deadlines.kept": _("ghi thời hạn và cách tính"),
        "deadlines.moved": _("đổi hạn"),
        "deadlines.carried_over": _("theo bản mới của kế hoạch"),
        "deadlines.recounted": _("tính lại hạn theo lịch ngày nghỉ mới"),
        "deadlines.series_ended": _("thôi lặp lại"),
        "deadlines.event_recorded": _("ghi sự kiện mà hạn chờ"),
        "deadlines.event_withdrawn": _("rút lại việc ghi sự kiện"),
        "deadlines.session_kept": _("ghi kỳ họp Hội đồng"),
        "deadlines.session_moved": _("đổi ngày kỳ họp"),
        "deadlines.session_cancelled": _("hủy kỳ họp"),
        "deadlines.session_linked": _("gắn hạn với kỳ họp"),
        "deadlines.follows_session": _("hạn theo kỳ họp đổi ngày"),
        "deadlines.law_named": _("gắn hạn với quy định của luật"),
        "deadlines.chain_laid": _("lập chuỗi báo cáo"),
        "deadlines.chain_moved": _("đổi ngày của chuỗi báo cáo"),
        "deadlines.chain_ended": _("thôi theo chuỗi báo cáo"),
        "deadlines.follows_chain": _("hạn theo chuỗi báo cáo"),
    }
)
entry(_("Kỳ họp Hội đồng"), "deadlines:sessions", order=36, may=access.may_change_somewhere)
audit.fact_words("deadlines.Session", {"begins_on": _("khai mạc"), "source": _("văn bản")})
audit.fact_words(
    "deadlines.ReportChain",
    {"recipient": _("nơi nhận cuối"), "last_day": _("nhận trước ngày"), "number": _("số ngày")},
)
audit.fact_words(
    "deadlines.Deadline",
    {
        "due": _("hạn"),
        "session": _("kỳ họp"),
        "law": _("quy định của luật"),
        "law_from": _("luật tính từ ngày"),
        "happened_on": _("ngày xảy ra"),
        "source": _("văn bản"),
        "link": _("liên kết"),
    },
)

webhooks.tells_of(
    "deadlines.Deadline",
    ["moved", "recounted", "carried_over", "event_recorded", "event_withdrawn", "follows_session", "follows_chain"],
    read=access.deadline_for,
    door="/api/v1/thoi-han/{key}",
)


@panel("plans.PlanAside", order=45)
def chains_of_plan(request: HttpRequest, plan: plans.Plan) -> str:
    """The chains of its reports, and the way to lay one."""
    person = request.user
    if not (person.is_authenticated and access.may_look(person)):
        return ""
    chains, may_lay = queries.chains_of(plan), access.may_chain(person, plan)
    if not (may_lay or chains):
        return ""
    context = {"plan": plan, "chains": chains, "may_lay": may_lay}
    return render_to_string("deadlines/chains_of_plan.html", context, request=request)


@panel("desk.Aside", order=30)
def chains_on_desk(request: HttpRequest, person: people.Person) -> str:
    """By when the person's bodies send in the chains in which they stand; what was moved lately says so."""
    if not access.may_look(person) or not queries.any_chain():
        return ""
    today = clock.today()
    mine = queries.days_of_mine(access.bodies_of(person), today=today, since=today - MOVED_LATELY)
    context = {"mine": mine, "today": today}
    return render_to_string("deadlines/chains_on_desk.html", context, request=request) if mine else ""
