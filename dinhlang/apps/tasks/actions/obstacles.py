"""What stands in a body's way: raised by it, passed up, answered by who can; settled or raised again by who asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.actions.steps import store
from dinhlang.apps.tasks.models import (
    AnswerKind,
    Assignment,
    Obstacle,
    ObstacleFile,
    ObstacleState,
    ObstacleStep,
    ObstacleWord,
    State,
)
from dinhlang.apps.tasks.queries import superior_of
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line

MOST_WORDS = 10_000
ACTS = {
    ObstacleStep.RAISED: "tasks.obstacle_raised",
    ObstacleStep.PASSED_UP: "tasks.obstacle_passed_up",
    ObstacleStep.ANSWERED: "tasks.obstacle_answered",
    ObstacleStep.SETTLED: "tasks.obstacle_settled",
    ObstacleStep.AGAIN: "tasks.obstacle_raised_again",
}


class CannotRaise(Refusal):
    """No obstacle is written down, and why."""


class CannotAnswer(Refusal):
    """An obstacle stays as it is, and why."""


@dataclass(frozen=True)
class Saying:
    """What somebody says of an obstacle, with files; an answer may name the document or decision that it is."""

    words: str = ""
    uploads: Sequence[UploadedFile] = ()
    kind: str = ""
    document: str = ""


@transaction.atomic
def raise_obstacle(*, assignment: Assignment, said: Saying, by: people.Person, now: datetime) -> Obstacle:
    """Something stands in the way: the issuer is asked, and it stays in sight until somebody answers."""
    part = Assignment.objects.select_for_update(of=("self",)).select_related(
        "task__plan__issuer", "task__plan__keeper", "unit"
    )
    held = part.get(pk=assignment.pk)
    words = _words(said.words, CannotRaise)
    if held.state in {State.WITHDRAWN, State.JOINED}:
        raise CannotRaise(_("Việc này không còn giao cho %(unit)s nên không nêu vướng mắc ở đây được.")
                          % {"unit": held.unit.full_name})  # fmt: skip
    _refuse_twice(held, words, by=by)
    obstacle = Obstacle.objects.create(
        assignment=held,
        title=rules.short_title(words),
        answerer=held.task.plan.keeper,
        raised_at=now,
        changed_at=now,
    )
    _write(obstacle, ObstacleStep.RAISED, said, words, unit=held.unit, cannot=CannotRaise, by=by, now=now)
    return obstacle


def _refuse_twice(held: Assignment, words: str, *, by: people.Person) -> None:
    """The second click of one person, or the same words once more while the first still wait."""
    same = ObstacleWord.objects.filter(
        obstacle__assignment=held, obstacle__state=ObstacleState.OPEN, step=ObstacleStep.RAISED, words=words
    )
    earlier = same.select_related("by").first()
    if earlier is not None:
        raise CannotRaise(
            _("Vướng mắc này đã được %(person)s nêu lúc %(moment)s và đang chờ trả lời.")
            % {"person": earlier.by, "moment": f"{timezone.localtime(earlier.moment):%H:%M %d/%m/%Y}"}
        )


@transaction.atomic
def pass_up(*, obstacle: Obstacle, reason: str, by: people.Person, now: datetime) -> Obstacle:
    """Whoever was asked cannot decide it alone: the body above is asked, with the reason."""
    words = _words(reason, CannotAnswer, field="reason", wanted=_("Xin ghi lý do chuyển lên cấp trên."))
    above = superior_of(obstacle.answerer, day=timezone.localtime(now).date())
    if above is None:
        raise CannotAnswer(
            _("Không thấy cơ quan cấp trên của %(unit)s trong danh mục. Xin trả lời ở đây, hoặc bổ sung đơn vị.")
            % {"unit": obstacle.answerer.full_name}
        )
    asked = obstacle.answerer
    _step(obstacle, ObstacleStep.PASSED_UP, now=now, answerer=above)
    after = {"answerer": above.full_name}
    said = Saying(words=words)
    _write(obstacle, ObstacleStep.PASSED_UP, said, words, unit=asked, cannot=CannotAnswer, by=by, now=now, after=after)
    return obstacle


@transaction.atomic
def answer(*, obstacle: Obstacle, said: Saying, by: people.Person, now: datetime) -> Obstacle:
    """With words, a document or a decision; a better answer may follow until whoever asked accepts one."""
    words, document = said.words.strip(), one_line(said.document)[:300]
    is_paper = said.kind in {AnswerKind.DOCUMENT, AnswerKind.DECISION}
    if is_paper and not (document or said.uploads):
        raise CannotAnswer(_("Xin ghi số, tên văn bản, hoặc gửi kèm tệp văn bản."), field="document")
    if not is_paper or len(words) > MOST_WORDS:
        words = _words(words, CannotAnswer)
    _step(obstacle, ObstacleStep.ANSWERED, now=now)
    told = Saying(words, said.uploads, said.kind or AnswerKind.WORDS, document)
    _write(
        obstacle, ObstacleStep.ANSWERED, told, words, unit=obstacle.answerer, cannot=CannotAnswer, by=by, now=now
    )  # fmt: skip
    return obstacle


@transaction.atomic
def settle(*, obstacle: Obstacle, words: str = "", by: people.Person, now: datetime) -> Obstacle:
    """Whoever raised it accepts the answer: nothing stands in the way any more."""
    _step(obstacle, ObstacleStep.SETTLED, now=now)
    unit = obstacle.assignment.unit
    said = words.strip()[:MOST_WORDS]
    _write(obstacle, ObstacleStep.SETTLED, Saying(said), said, unit=unit, cannot=CannotAnswer, by=by, now=now)
    return obstacle


@transaction.atomic
def raise_again(*, obstacle: Obstacle, said: Saying, by: people.Person, now: datetime) -> Obstacle:
    """The answer does not help, or what was settled came back: it waits again, with what is still missing."""
    words = _words(said.words, CannotAnswer, wanted=_("Xin ghi còn vướng ở đâu."))
    _step(obstacle, ObstacleStep.AGAIN, now=now)
    unit = obstacle.assignment.unit
    _write(obstacle, ObstacleStep.AGAIN, said, words, unit=unit, cannot=CannotAnswer, by=by, now=now)
    return obstacle


def _words(words: str, cannot: type[Refusal], *, field: str = "words", wanted: str = "") -> str:
    said = words.strip()
    if not said:
        raise cannot(wanted or _("Xin ghi rõ nội dung."), field=field)
    if len(said) > MOST_WORDS:
        raise cannot(_("Phần ghi quá dài. Xin gửi phần dài dưới dạng tệp kèm theo."), field=field)
    return said


def _step(obstacle: Obstacle, step: str, *, now: datetime, **changes: Any) -> None:
    """Taken by one person only: of two officers who answer at once, the second is told."""
    to = rules.OBSTACLE_STEPS[obstacle.state].get(step)
    if to is None:
        raise CannotAnswer(
            _("Vướng mắc này đang ở “%(state)s” nên chưa làm được bước này. Xin xem lại trang này.")
            % {"state": obstacle.get_state_display()}
        )
    as_seen = Obstacle.objects.filter(pk=obstacle.pk, state=obstacle.state, changed_at=obstacle.changed_at)
    if not as_seen.update(state=to, changed_at=now, **changes):
        latest = obstacle.said.select_related("by").order_by("-pk").first()
        raise CannotAnswer(
            _("Vướng mắc này vừa được %(person)s cập nhật (%(step)s). Xin xem lại trang này rồi hãy làm tiếp.")
            % {"person": latest.by if latest else "", "step": latest.get_step_display() if latest else ""}
        )
    obstacle.state, obstacle.changed_at = to, now
    for name, value in changes.items():
        setattr(obstacle, name, value)


def _write(
    obstacle: Obstacle,
    step: ObstacleStep,
    said: Saying,
    words: str,
    *,
    unit: units.Unit,
    cannot: type[Refusal],
    by: people.Person,
    now: datetime,
    after: dict[str, Any] | None = None,
) -> None:
    word = ObstacleWord.objects.create(
        obstacle=obstacle, moment=now, by=by, step=step, words=words, kind=said.kind, document=said.document, unit=unit
    )
    stored = [store(upload, cannot, by=by, now=now) for upload in said.uploads]
    ObstacleFile.objects.bulk_create([ObstacleFile(word=word, file=file) for file in stored])
    facts = {"state": obstacle.state, **({"document": said.document} if said.document else {}), **(after or {})}
    audit.record(ACTS[step], obstacle, by=by, now=now, unit=unit, reason=words, after=facts)
