"""What this room shows elsewhere: its entry, its tasks on a plan's page and in the search, words for its acts."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.search import public as search
from dinhlang.apps.tasks import access, queries
from dinhlang.apps.tasks.models import State, Task
from dinhlang.base import clock
from dinhlang.base.navigation import entry
from dinhlang.base.panels import panel
from dinhlang.base.waiting import Waiting, waiting

entry(_("Nhiệm vụ"), "tasks:listing", order=30, may=access.may_look)
search.kind("task", _("Nhiệm vụ"), order=30)
search.source("task", queries.all_found)
audit.words(
    {
        "tasks.handed_out": _("giao việc"),
        "tasks.assigned": _("giao cho đơn vị"),
        "tasks.members_added": _("giao thêm đơn vị"),
        "tasks.received": _("nhận việc"),
        "tasks.progress_told": _("ghi tiến độ"),
        "tasks.submitted": _("gửi kết quả"),
        "tasks.accepted": _("duyệt kết quả"),
        "tasks.returned": _("trả lại"),
        "tasks.declined": _("báo không tham gia"),
        "tasks.due_changed": _("đổi hạn"),
        "tasks.withdrawn": _("rút lại việc"),
        "tasks.followed": _("chuyển việc sang bản mới của kế hoạch"),
        "tasks.taken_off": _("rút việc khỏi đơn vị"),
    }
)
audit.fact_words(
    "tasks.Assignment", {"state": _("tình trạng"), "part": _("vai trò")}, values={"state": dict(State.choices)}
)
audit.fact_words("tasks.Task", {"plan": _("kế hoạch"), "text": _("nội dung")})
audit.fact_words("tasks.Task", {"due": _("hạn"), "number": _("số đơn vị"), "units": _("đơn vị"), "leads": _("chủ trì")})


@dataclass(frozen=True)
class PlanTasks:
    """The tasks of a plan and how far each is, fetched once for all panels of its page."""

    of_clause: dict[int, Task]
    counts: dict[int, queries.Counts]
    given: dict[int, list[queries.Given]]

    @property
    def sum(self) -> queries.Counts:
        return sum(self.counts.values(), queries.Counts())


def tasks_on_page(plan: plans.Plan) -> PlanTasks:
    """Kept on the plan, which all clauses of the page share."""
    kept = getattr(plan, "_tasks_on_page", None)
    if kept is None:
        tasks = list(queries.tasks_of(plan))
        counts = queries.progress_of_tasks(tasks, on=clock.today())
        given = queries.given_of_tasks(tasks)
        kept = PlanTasks({task.clause_id: task for task in tasks if task.clause_id}, counts, given)
        plan._tasks_on_page = kept  # type: ignore[attr-defined]
    return kept


def may_look(request: HttpRequest) -> bool:
    return bool(request.user.is_authenticated and access.may_look(request.user))


@panel("plans.Plan", order=10)
def progress_of_plan(request: HttpRequest, plan: plans.Plan) -> str:
    """How far the plan is as a whole, and what is still to be handed out."""
    if not may_look(request):
        return ""
    shown = tasks_on_page(plan)
    context = {
        "plan": plan,
        "sum": shown.sum,
        "number": len(shown.of_clause),
        "left": queries.clauses_left(plan).count(),
        "may_hand_out": access.may_hand_out(request.user, plan),
    }
    return render_to_string("tasks/plan_panel.html", context, request=request)


@panel("plans.Clause", order=10)
def progress_of_clause(request: HttpRequest, clause: plans.Clause) -> str:
    """To whom one duty was really handed, until when, and how far it is, with the way to its task."""
    if not may_look(request):
        return ""
    shown = tasks_on_page(clause.plan)
    task = shown.of_clause.get(clause.pk)
    if task is None:
        return ""
    counts = shown.counts.get(task.pk, queries.Counts())
    context = {
        "task": task,
        "clause": clause,
        "counts": counts,
        "given": shown.given.get(task.pk, []),
        "is_other_day": task.due != clause.due and bool(clause.due or clause.time_words),
        "today": clock.today(),
    }
    return render_to_string("tasks/clause_panel.html", context, request=request)


@waiting(order=20)
def work_of(person: people.Person) -> list[Waiting]:
    """What is owed in the name of the person's bodies, and the results that the person decides about."""
    page = reverse("tasks:listing")
    return [
        Waiting(_("Việc phải làm thay mặt đơn vị"), queries.to_do_for(person).count(), page),
        Waiting(_("Kết quả chờ duyệt"), queries.waiting_for_me(person).count(), page),
    ]
