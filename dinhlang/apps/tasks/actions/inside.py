"""A body hands parts of its work to its own units and persons; they tell, it returns or takes back."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.actions.steps import store
from dinhlang.apps.tasks.models import Assignment, Share, ShareFile, ShareState, ShareWord
from dinhlang.apps.tasks.queries import people_inside, units_inside
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line

MOST_WORDS = 10_000
ACTS = {
    ShareState.DOING: "tasks.share_told",
    ShareState.IN: "tasks.share_handed_in",
    ShareState.RETURNED: "tasks.share_returned",
    ShareState.WITHDRAWN: "tasks.share_withdrawn",
}


class CannotShare(Refusal):
    """Nothing is handed on inside, and why."""


class CannotTellShare(Refusal):
    """A share stays as it is, and why."""


@transaction.atomic
def share_out(
    *,
    assignment: Assignment,
    title: str,
    bodies: Sequence[units.Unit] = (),
    persons: Sequence[people.Person] = (),
    due: date | None = None,
    by: people.Person,
    now: datetime,
) -> list[Share]:
    """One share for each of the body's own units and persons; whoever has the same share already is left as it is."""
    held = Assignment.objects.select_for_update(of=("self",)).select_related("unit", "task").get(pk=assignment.pk)
    title = one_line(title)[:300]
    if held.state not in rules.ALIVE:
        raise CannotShare(_("Phần việc này đã đóng nên không giao tiếp được."))
    if not title:
        raise CannotShare(_("Xin ghi việc giao bên trong."), field="title")
    if not bodies and not persons:
        raise CannotShare(_("Xin chọn ít nhất một đơn vị hoặc một người bên trong."), field="bodies")
    _refuse_outside(held, bodies, persons, day=timezone.localtime(now).date())
    there = set(held.shares.standing().filter(title=title).values_list("unit", "person"))
    wanted = [(unit, None) for unit in bodies] + [(None, person) for person in persons]
    new = [
        Share(assignment=held, unit=unit, person=person, title=title, due=due, given_at=now, changed_at=now)
        for unit, person in wanted
        if (unit and unit.pk, person and person.pk) not in there
    ]
    if not new:
        raise CannotShare(_("Các đơn vị, người này đều đã được giao việc này rồi."), field="bodies")
    made = Share.objects.bulk_create(new)
    audit.record_many(
        audit.entry(
            "tasks.shared_out", share, by=by, now=now, unit=held.unit, after={"doer": share.doer, "due": str(due or "")}
        )
        for share in made
    )
    return made


def _refuse_outside(
    held: Assignment, bodies: Sequence[units.Unit], persons: Sequence[people.Person], *, day: date
) -> None:
    """A body gives orders only within its own branch."""
    inside = set(units_inside(held.unit).filter(pk__in=[unit.pk for unit in bodies]).values_list("pk", flat=True))
    known = people_inside(held.unit, day=day).filter(pk__in=[person.pk for person in persons])
    here = set(known.values_list("pk", flat=True))
    outside = [unit.full_name for unit in bodies if unit.pk not in inside]
    outside += [str(person) for person in persons if person.pk not in here]
    if outside:
        raise CannotShare(
            _("%(names)s không thuộc %(unit)s. Chỉ giao được cho đơn vị, người bên trong.")
            % {"names": ", ".join(outside), "unit": held.unit.full_name},
            field="bodies",
        )


@transaction.atomic
def tell_share(
    *,
    share: Share,
    words: str = "",
    uploads: Sequence[UploadedFile] = (),
    finished: bool = False,
    by: people.Person,
    now: datetime,
) -> Share:
    """Whoever has the share tells how far it is, or hands it in."""
    words = words.strip()
    if not (words or uploads):
        raise CannotTellShare(_("Xin ghi đã làm được gì, hoặc thêm ảnh, tệp."), field="words")
    if len(words) > MOST_WORDS:
        raise CannotTellShare(_("Phần ghi quá dài. Xin gửi phần dài dưới dạng tệp kèm theo."), field="words")
    to = ShareState.IN if finished or share.state == ShareState.IN else ShareState.DOING
    _step(share, to, words, uploads, by=by, now=now)
    return share


@transaction.atomic
def return_share(*, share: Share, reason: str, by: people.Person, now: datetime) -> Share:
    """Something is missing: whoever has it goes on."""
    _step(share, ShareState.RETURNED, _reason(reason), (), by=by, now=now)
    return share


@transaction.atomic
def withdraw_share(*, share: Share, reason: str, by: people.Person, now: datetime) -> Share:
    """It is nobody's any more; what was told stays written."""
    _step(share, ShareState.WITHDRAWN, _reason(reason), (), by=by, now=now)
    return share


@transaction.atomic
def show_inside(*, assignment: Assignment, is_shown: bool, by: people.Person, now: datetime) -> None:
    """The body lets the issuer see how its part is shared inside, or no longer."""
    changed = Assignment.objects.filter(pk=assignment.pk, inside_shown=not is_shown).update(inside_shown=is_shown)
    assignment.inside_shown = is_shown
    if changed:
        act = "tasks.inside_shown" if is_shown else "tasks.inside_hidden"
        audit.record(act, assignment, by=by, now=now, unit=assignment.unit)


def _reason(reason: str) -> str:
    if not reason.strip():
        raise CannotTellShare(_("Xin ghi lý do."), field="reason")
    return reason.strip()


def _step(
    share: Share, to: ShareState, words: str, uploads: Sequence[UploadedFile], *, by: people.Person, now: datetime
) -> None:
    if to not in rules.SHARE_STEPS[share.state]:
        raise CannotTellShare(
            _("Phần này đang ở “%(state)s” nên chưa làm được bước này.") % {"state": share.get_state_display()}
        )
    before = share.state
    as_seen = Share.objects.filter(pk=share.pk, state=share.state, changed_at=share.changed_at)
    if not as_seen.update(state=to, changed_at=now):
        raise CannotTellShare(_("Phần này vừa được người khác cập nhật. Xin xem lại trang này rồi hãy làm tiếp."))
    share.state, share.changed_at = to, now
    word = ShareWord.objects.create(share=share, moment=now, by=by, state=to, words=words)
    stored = [store(upload, CannotTellShare, by=by, now=now) for upload in uploads]
    ShareFile.objects.bulk_create([ShareFile(word=word, file=file) for file in stored])
    unit = share.unit or share.assignment.unit
    facts = {"before": {"state": before}, "after": {"state": to}}
    audit.record(ACTS[to], share, by=by, now=now, unit=unit, reason=words if to != ShareState.IN else "", **facts)
