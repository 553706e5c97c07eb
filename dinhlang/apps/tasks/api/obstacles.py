"""Doors of obstacles: raised, answered, passed up, settled, raised again."""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.tasks import access, actions
from dinhlang.apps.tasks.api import shapes
from dinhlang.apps.tasks.forms import AnswerForm, ObstacleForm, ReasonForm

_told = partial(people.writes, answer=shapes.OBSTACLE_WITH_WORDS, version=shapes.version_of)
_answering = partial(_told, word=Word.TASKS_ACCEPT, thing=access.obstacle_to_answer)
_judging = partial(_told, word=Word.TASKS_PROGRESS, thing=access.obstacle_to_judge)


def _saying(call: people.Call) -> actions.Saying:
    said = call.said
    return actions.Saying(said["words"], said["uploads"], said.get("kind", ""), said.get("document", ""))


@_told(
    "phan-viec/{pk}/vuong-mac", "raiseObstacle", _("Nêu khó khăn, vướng mắc của một phần việc"),
    word=Word.TASKS_PROGRESS, thing=access.assignment_to_tell, takes=ObstacleForm, status=201,
)  # fmt: skip
def raise_obstacle(call: people.Call) -> Any:
    """Something stands in the way."""
    raised = actions.raise_obstacle(assignment=call.thing, said=_saying(call), by=call.by, now=call.now)
    return shapes.obstacle_with_words(raised)


@_answering("vuong-mac/{pk}/tra-loi", "answerObstacle", _("Trả lời một vướng mắc"), takes=AnswerForm)
def answer_obstacle(call: people.Call) -> Any:
    """With words, a document or a decision."""
    return shapes.obstacle_with_words(
        actions.answer(obstacle=call.thing, said=_saying(call), by=call.by, now=call.now)
    )  # fmt: skip


@_answering("vuong-mac/{pk}/chuyen-len", "passObstacleUp", _("Chuyển vướng mắc lên cấp trên"), takes=ReasonForm)
def pass_up(call: people.Call) -> Any:
    """To the body above, with the reason."""
    passed = actions.pass_up(obstacle=call.thing, **call.said, by=call.by, now=call.now)
    return shapes.obstacle_with_words(passed)


@_judging("vuong-mac/{pk}/dong-y", "settleObstacle", _("Đồng ý: vướng mắc đã gỡ"))
def settle(call: people.Call) -> Any:
    """The answer helps."""
    return shapes.obstacle_with_words(actions.settle(obstacle=call.thing, by=call.by, now=call.now))


@_judging("vuong-mac/{pk}/neu-lai", "raiseObstacleAgain", _("Nêu lại vướng mắc chưa gỡ được"), takes=ObstacleForm)
def again(call: people.Call) -> Any:
    """The answer does not help."""
    raised = actions.raise_again(obstacle=call.thing, said=_saying(call), by=call.by, now=call.now)
    return shapes.obstacle_with_words(raised)
