"""What this room shows elsewhere: its entry, its tasks on a plan's page and in the search, words for its acts."""

from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.deadlines import public as deadlines
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.search import public as search
from dinhlang.apps.tasks import access, actions, queries
from dinhlang.apps.tasks.models import ObstacleState, ShareState, State, Task
from dinhlang.apps.webhooks import public as webhooks
from dinhlang.base import clock
from dinhlang.base.listing import first_of
from dinhlang.base.navigation import entry
from dinhlang.base.panels import panel
from dinhlang.base.waiting import Waiting, waiting

entry(_("Nhiệm vụ"), "tasks:listing", order=30, may=access.may_look)
search.kind("task", _("Nhiệm vụ"), order=30)
search.source("task", queries.all_found)
deadlines.holder(deadlines.Holder(actions.still_open, actions.take_over, access.has_part_in))
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
        "tasks.due_moved": _("hạn được tính lại"),
        "tasks.occurrence_opened": _("mở kỳ mới"),
        "tasks.extension_asked": _("xin gia hạn"),
        "tasks.extension_granted": _("gia hạn"),
        "tasks.extension_refused": _("không gia hạn"),
        "tasks.withdrawn": _("rút lại việc"),
        "tasks.followed": _("chuyển việc sang bản mới của kế hoạch"),
        "tasks.taken_off": _("rút việc khỏi đơn vị"),
        "tasks.money_asked": _("đề nghị kinh phí"),
        "tasks.money_allotted": _("giao kinh phí"),
        "tasks.commented": _("ghi ý kiến"),
        "tasks.reassigned": _("chuyển cho đơn vị khác"),
        "tasks.shared_out": _("giao bên trong"),
        "tasks.share_told": _("ghi tiến độ phần bên trong"),
        "tasks.share_handed_in": _("nộp phần bên trong"),
        "tasks.share_returned": _("trả lại phần bên trong"),
        "tasks.share_withdrawn": _("rút phần bên trong"),
        "tasks.inside_shown": _("cho nơi giao xem bên trong"),
        "tasks.inside_hidden": _("thôi cho nơi giao xem bên trong"),
        "tasks.heir_chosen": _("chọn đơn vị nhận việc"),
        "tasks.heir_withdrawn": _("bỏ chọn đơn vị nhận việc"),
        "tasks.moved": _("chuyển sang đơn vị kế tục"),
        "tasks.joined": _("nhập vào phần việc của đơn vị kế tục"),
        "tasks.took_over": _("nhận thêm phần việc của đơn vị đã thôi hoạt động"),
        "tasks.not_ours": _("báo không thuộc diện"),
        "tasks.exempted": _("thống nhất là không thuộc diện"),
        "tasks.obstacle_raised": _("nêu vướng mắc"),
        "tasks.obstacle_passed_up": _("chuyển vướng mắc lên cấp trên"),
        "tasks.obstacle_answered": _("trả lời vướng mắc"),
        "tasks.obstacle_settled": _("ghi nhận vướng mắc đã gỡ"),
        "tasks.obstacle_raised_again": _("nêu lại vướng mắc"),
    }
)
audit.fact_words(
    "tasks.Assignment",
    {
        "state": _("tình trạng"),
        "part": _("vai trò"),
        "due": _("hạn"),
        "wanted": _("ngày xin"),
        "unit": _("đơn vị"),
        "day": _("từ ngày"),
        "mentions": _("nhắc tên"),
        "asked": _("kinh phí đề nghị (đồng)"),
        "allotted": _("kinh phí được giao (đồng)"),
    },
    values={"state": dict(State.choices)},
)
audit.fact_words(
    "tasks.Share",
    {"state": _("tình trạng"), "doer": _("giao cho"), "due": _("hạn")},
    values={"state": dict(ShareState.choices)},
)
audit.fact_words(
    "tasks.Obstacle",
    {"state": _("tình trạng"), "answerer": _("nơi trả lời"), "document": _("văn bản")},
    values={"state": dict(ObstacleState.choices)},
)
audit.fact_words("tasks.Task", {"plan": _("kế hoạch"), "text": _("nội dung")})
audit.fact_words("tasks.Task", {"due": _("hạn"), "number": _("số đơn vị"), "units": _("đơn vị"), "leads": _("chủ trì")})

webhooks.tells_of(
    "tasks.Task",
    ["handed_out", "members_added", "due_changed", "due_moved", "withdrawn", "followed", "occurrence_opened"],
    read=access.task_for,
    door="/api/v1/nhiem-vu/{key}",
)
webhooks.tells_of(
    "tasks.Assignment",
    [
        *("received", "progress_told", "submitted", "accepted", "returned", "declined", "not_ours", "exempted"),
        *("extension_asked", "extension_granted", "extension_refused", "commented", "reassigned", "taken_off"),
        *("moved", "joined", "took_over", "money_asked", "money_allotted"),
    ],
    read=access.assignment_for,
    door="/api/v1/phan-viec/{key}",
)
webhooks.tells_of(
    "tasks.Obstacle",
    ["obstacle_raised", "obstacle_passed_up", "obstacle_answered", "obstacle_settled", "obstacle_raised_again"],
    read=access.obstacle_for,
    door="/api/v1/vuong-mac/{key}",
)

SHOWN = 6
LATELY = timedelta(days=14)


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


def money_on_page(request: HttpRequest, plan: plans.Plan) -> queries.Money:
    """For who reads every part of the plan."""
    if not access.reads_all_of_plan(request.user, plan):
        return queries.Money()
    return queries.money_of_plans([plan]).get(plan.pk, queries.Money())


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
        "money": money_on_page(request, plan),
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


@panel("deadlines.Deadline", order=10)
def other_days(request: HttpRequest, deadline: deadlines.Deadline) -> str:
    """The bodies that were given, or ask for, a day of their own."""
    if not may_look(request):
        return ""
    found = [one for one in queries.extensions_of(deadline) if access.may_read_assignment(request.user, one.assignment)]
    return render_to_string("tasks/other_days.html", {"extensions": found}, request=request) if found else ""


@panel("desk.Aside", order=10)
def shares_of_person(request: HttpRequest, person: people.Person) -> str:
    """What a body gave this person, or the units that the person acts for."""
    shares = list(queries.shares_for(person)[:SHOWN])
    context = {"shares": shares, "today": clock.today()}
    return render_to_string("tasks/desk_shares.html", context, request=request) if shares else ""


@panel("desk.Aside", order=30)
def mentions_of_person(request: HttpRequest, person: people.Person) -> str:
    """Where this person was called by name lately."""
    mentions = list(queries.mentions_of(person, since=clock.now() - LATELY)[:SHOWN])
    return render_to_string("tasks/desk_mentions.html", {"mentions": mentions}, request=request) if mentions else ""


@panel("desk.Aside", order=15)
def homeless_of_person(request: HttpRequest, person: people.Person) -> str:
    """Whoever changes units is told that open work waits for a new home."""
    parts = queries.homeless_parts(on=clock.today()) if access.may_choose_heirs(person) else 0
    return render_to_string("tasks/desk_heirs.html", {"parts": parts}, request=request) if parts else ""


@panel("desk.Aside", order=18)
def extensions_of_person(request: HttpRequest, person: people.Person) -> str:
    """Who asks the person's bodies for a later day, the day that comes first before the others."""
    asked = first_of(queries.extensions_to_answer(person), SHOWN)
    return render_to_string("tasks/desk_extensions.html", {"asked": asked}, request=request) if asked else ""


@panel("desk.Aside", order=20)
def obstacles_of_person(request: HttpRequest, person: people.Person) -> str:
    """What the person's bodies are asked, and answers that they have not accepted yet."""
    to_answer, answered = queries.obstacles_to_answer(person), queries.obstacles_answered(person)
    context = {"to_answer": first_of(to_answer, SHOWN), "answered": answered[:SHOWN]}
    return render_to_string("tasks/desk_obstacles.html", context, request=request)


@waiting(order=20)
def work_of(person: people.Person) -> list[Waiting]:
    """What is owed in the name of the person's bodies, and the results that the person decides about."""
    page = reverse("tasks:listing")
    return [
        Waiting(_("Việc phải làm thay mặt đơn vị"), queries.to_do_for(person).count(), page),
        Waiting(_("Kết quả chờ duyệt"), queries.waiting_for_me(person).count(), page),
        Waiting(
            _("Xin gia hạn chờ trả lời"), queries.extensions_to_answer(person).count(), reverse("tasks:extensions")
        ),
        Waiting(_("Phần việc giao bên trong"), queries.shares_for(person).count(), page),
        Waiting(_("Vướng mắc chờ trả lời"), queries.obstacles_to_answer(person).count(), reverse("tasks:obstacles")),
    ]
