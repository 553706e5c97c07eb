"""Doors that tell of tasks: all that the person, or the program, may know, a stretch at a time."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.tasks import access, queries
from dinhlang.apps.tasks.api import shapes
from dinhlang.apps.tasks.models import Comment, Extension, Obstacle, ObstacleState, Part, Progress, State, Task

PART_NAMES = ("unit", "task__plan")
STATES = [("open", _("còn phải làm")), ("late", _("quá hạn")), ("obstacle", _("có vướng mắc")), *State.choices]


class TasksAsked(forms.Form):
    """Which tasks."""

    plan = forms.IntegerField(label=_("Kế hoạch"), required=False, min_value=1)
    q = forms.CharField(label=_("Tên việc"), required=False, max_length=100)
    state = forms.ChoiceField(label=_("Tình trạng"), required=False, choices=STATES)


class PartsAsked(TasksAsked):
    """Which parts; every filter narrows what the others left."""

    task = forms.IntegerField(label=_("Nhiệm vụ"), required=False, min_value=1)
    unit = forms.CharField(label=_("Mã đơn vị"), required=False, max_length=40)
    part = forms.ChoiceField(label=_("Vai trò"), required=False, choices=Part)
    due_from = forms.DateField(label=_("Hạn từ ngày"), required=False)
    due_to = forms.DateField(label=_("Hạn đến hết ngày"), required=False)
    whose = forms.ChoiceField(
        label=_("Của ai"),
        required=False,
        choices=[("mine", _("của tôi")), ("given", _("tôi giao")), ("decide", _("chờ tôi duyệt"))],
    )


class ObstaclesAsked(forms.Form):
    """Which obstacles."""

    state = forms.ChoiceField(label=_("Tình trạng"), required=False, choices=ObstacleState)
    whose = forms.ChoiceField(
        label=_("Của ai"), required=False, choices=[("mine", _("của tôi")), ("answer", _("chờ tôi trả lời"))]
    )


@people.lists(
    "nhiem-vu", "listTasks", _("Các nhiệm vụ mà người hỏi được biết"),
    word=Word.TASKS_READ, asks=TasksAsked, item=shapes.TASK, told=shapes.task,
)  # fmt: skip
def tasks(call: people.Call) -> Any:
    """Those in which anybody has a part that may be known."""
    said = call.said
    found = Task.objects.filter(pk__in=access.readable_parts(call.by).order_by().values("task"))
    wanted = {"q": said["q"], "state": said["state"], "plan": str(said["plan"] or "")}
    return queries.filtered_tasks(found, **wanted, on=call.today).select_related("plan")


@people.reads(
    "nhiem-vu/{pk}", "getTask", _("Một nhiệm vụ, và các đơn vị đã làm tới đâu"),
    word=Word.TASKS_READ, thing=access.task_for, answer=shapes.TASK_WITH_COUNTS,
)  # fmt: skip
def task(call: people.Call) -> Any:
    """One task."""
    return shapes.task_with_counts(call.thing)


@people.lists(
    "phan-viec", "listAssignments", _("Các phần việc mà người hỏi được biết"),
    word=Word.TASKS_READ, asks=PartsAsked, item=shapes.PART, told=shapes.part,
)  # fmt: skip
def parts(call: people.Call) -> Any:
    """Of one plan, task, body, state, with a day between two."""
    said = call.said
    ways = {"mine": access.mine_to_do, "given": access.mine_to_see_to, "decide": queries.waiting_for_me}
    whose = ways.get(said["whose"], access.readable_parts)
    names = {"q": said["q"], "state": said["state"], "plan": str(said["plan"] or ""), "part": said["part"]}
    found = queries.filtered(whose(call.by), **names, on=call.today)
    exact = {"task": said["task"], "unit__code": said["unit"] or None}
    days = {"due__gte": said["due_from"], "due__lte": said["due_to"]}
    narrow = {name: value for name, value in {**exact, **days}.items() if value is not None}
    return found.filter(**narrow).select_related(*PART_NAMES)


@people.reads(
    "phan-viec/{pk}", "getAssignment", _("Một phần việc: của ai, tới đâu, hạn nào"),
    word=Word.TASKS_READ, thing=access.assignment_for, answer=shapes.PART,
)  # fmt: skip
def part(call: people.Call) -> Any:
    """One part."""
    return shapes.part(call.thing)


@people.lists(
    "phan-viec/{pk}/tien-do", "listProgress", _("Nhật ký của một phần việc: từng bước, lời ghi, tệp kèm"),
    word=Word.TASKS_READ, thing=access.assignment_for, item=shapes.STEP, told=shapes.step,
)  # fmt: skip
def log(call: people.Call) -> Any:
    """From the first line on."""
    found = Progress.objects.filter(assignment=call.thing)
    return found.select_related("by").prefetch_related(shapes.steps_with_files())


@people.lists(
    "phan-viec/{pk}/y-kien", "listComments", _("Ý kiến bên một phần việc"),
    word=Word.TASKS_READ, thing=access.assignment_for, item=shapes.COMMENT, told=shapes.comment,
)  # fmt: skip
def comments(call: people.Call) -> Any:
    """From the first line on."""
    return Comment.objects.filter(assignment=call.thing).select_related("by")


@people.lists(
    "phan-viec/{pk}/gia-han", "listExtensions", _("Các lần xin gia hạn của một phần việc"),
    word=Word.TASKS_READ, thing=access.assignment_for, item=shapes.EXTENSION, told=shapes.extension,
)  # fmt: skip
def extensions(call: people.Call) -> Any:
    """With their answers."""
    return Extension.objects.filter(assignment=call.thing).select_related("asked_by", "answered_by")


@people.lists(
    "gia-han", "listExtensionsToAnswer", _("Các lần xin gia hạn đang chờ chính người hỏi trả lời"),
    word=Word.TASKS_ACCEPT, item=shapes.EXTENSION, told=shapes.extension,
)  # fmt: skip
def extensions_to_answer(call: people.Call) -> Any:
    """Of those who owe to the person's bodies."""
    return queries.extensions_to_answer(call.by).select_related("answered_by")


@people.lists(
    "phan-viec/{pk}/vuong-mac", "listObstaclesOfAssignment", _("Vướng mắc của một phần việc"),
    word=Word.TASKS_READ, thing=access.assignment_for, item=shapes.OBSTACLE, told=shapes.obstacle,
)  # fmt: skip
def obstacles_of_part(call: people.Call) -> Any:
    """Open and settled ones."""
    return Obstacle.objects.filter(assignment=call.thing).select_related("answerer", "assignment__unit")


@people.lists(
    "vuong-mac", "listObstacles", _("Các vướng mắc mà người hỏi được biết"),
    word=Word.TASKS_READ, asks=ObstaclesAsked, item=shapes.OBSTACLE, told=shapes.obstacle,
)  # fmt: skip
def obstacles(call: people.Call) -> Any:
    """Of parts that may be known, and those that one is asked about."""
    asked, mine = access.obstacles_to_answer(call.by), access.obstacles_of_mine(call.by)
    known = Obstacle.objects.filter(assignment__in=access.readable_parts(call.by).order_by().values("pk"))
    found = {"answer": asked, "mine": mine}.get(call.said["whose"], known)
    found = found.filter(state=call.said["state"]) if call.said["state"] else found
    return found.select_related("answerer", "assignment__unit")


@people.reads(
    "vuong-mac/{pk}", "getObstacle", _("Một vướng mắc, và mọi lời đã nói về nó"),
    word=Word.TASKS_READ, thing=access.obstacle_for, answer=shapes.OBSTACLE_WITH_WORDS,
)  # fmt: skip
def obstacle(call: people.Call) -> Any:
    """One obstacle."""
    return shapes.obstacle_with_words(call.thing)


def _kept(person: people.Person, pk: int) -> Any:
    return access.evidence_for(person, pk).file


def _kept_beside_an_obstacle(person: people.Person, pk: int) -> Any:
    return access.obstacle_file_for(person, pk).file


@people.hands_out("minh-chung/{pk}", "getEvidence", _("Một tệp minh chứng"), word=Word.TASKS_READ, thing=_kept)
def evidence(call: people.Call) -> Any:
    """A file that shows the work; only for those who read what the body told."""
    return files.serve(call.thing, request=call.request, as_attachment=True)


@people.hands_out(
    "vuong-mac/tep/{pk}", "getObstacleFile", _("Một tệp kèm vướng mắc"),
    word=Word.TASKS_READ, thing=_kept_beside_an_obstacle,
)  # fmt: skip
def obstacle_file(call: people.Call) -> Any:
    """A file beside what was said; only for those who read it."""
    return files.serve(call.thing, request=call.request, as_attachment=True)
