"""Units change, work goes on: open parts go to those who follow; where the tree does not say who, somebody chooses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.models import Assignment, Heir, Moved, Obstacle, ObstacleState, Progress, Share, State
from dinhlang.apps.tasks.queries import Fate, ending, fates, pieces
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal

CHANGING = ["unit", "part", "state", "submitted_on", "changed_at"]
AT_ONCE = 200
"""So many units are handed on in one transaction: a job that is killed goes on where it was."""


class CannotChooseHeir(Refusal):
    """Nobody takes the work over, and why."""


@dataclass(frozen=True)
class HandedOver:
    """What went on: parts that moved, parts that ended in one that their heir owed already, and of how many units."""

    moved: int = 0
    joined: int = 0
    units: int = 0

    def __add__(self, other: "HandedOver") -> "HandedOver":
        return HandedOver(self.moved + other.moved, self.joined + other.joined, self.units + other.units)


Choice = tuple[Fate, units.Unit]
"""A unit with work in its hands, and to whom it goes."""


@dataclass(frozen=True)
class ChosenHeirs:
    """What came of a choice: of how many units, which were left out with why, and what went on at once."""

    number: int
    left: list[str]
    handed: HandedOver


def hand_over(*, now: datetime, by: people.Person | None = None, among: QuerySet | None = None) -> HandedOver:
    """Everything open of units that are no more goes to those who clearly follow; again and again without harm."""
    today = timezone.localtime(now).date()
    clear = [fate for fate in fates(ending() if among is None else among, until=today) if fate.heir is not None]
    done = HandedOver()
    for first in range(0, len(clear), AT_ONCE):
        with transaction.atomic():
            done += _Handing(clear[first : first + AT_ONCE], by=by, now=now).done()
    return done


@transaction.atomic
def choose_heirs(
    *, chosen: Sequence[tuple[Fate, units.Unit]], reason: str, by: people.Person, now: datetime
) -> ChosenHeirs:
    """Say to whom the work of homeless units goes: at once where they are no more, else on their day."""
    if not reason.strip():
        raise CannotChooseHeir(_("Xin ghi căn cứ hoặc lý do chọn nơi nhận việc."), field="reason")
    if not chosen:
        raise CannotChooseHeir(_("Chưa chọn nơi nhận cho đơn vị nào."))
    kept: list[Fate] = []
    left: list[str] = []
    for fate, successor in chosen:
        why = _chosen(fate, successor, reason=reason.strip(), by=by, now=now)
        if why:
            left.append(why)
        else:
            kept.append(fate)
    if not kept:
        raise CannotChooseHeir(" ".join(left))
    among = units.Unit.objects.filter(pk__in=[fate.unit.pk for fate in kept])
    return ChosenHeirs(len(kept), left, hand_over(now=now, by=by, among=among))


def _chosen(fate: Fate, successor: units.Unit, *, reason: str, by: people.Person, now: datetime) -> str:
    """Write one choice; says why it was not written."""
    named = {"unit": fate.last.full_name, "successor": successor.full_name, "day": f"{fate.day:%d/%m/%Y}"}
    if successor not in fate.candidates or units.version_of(successor, day=fate.day) is None:
        return _("%(successor)s không nhận việc của %(unit)s được. Xin chọn trong danh sách.") % named
    try:
        with transaction.atomic():
            Heir.objects.create(
                unit=fate.unit, successor=successor, day=fate.day, is_chosen=True, by=by, at=now, reason=reason
            )
    except IntegrityError:
        earlier = Heir.objects.select_related("by", "successor").get(unit=fate.unit)
        named |= {"person": str(earlier.by or _("hệ thống")), "successor": earlier.successor.full_name}
        return _("Việc của %(unit)s đã được %(person)s chuyển cho %(successor)s.") % named
    after = {"successor": successor.full_name, "day": fate.day.isoformat()}
    audit.record("tasks.heir_chosen", fate.unit, by=by, now=now, unit=successor, reason=reason, after=after)
    return ""


@transaction.atomic
def withdraw_choices(*, choices: Iterable[Heir], reason: str, by: people.Person | None, now: datetime) -> int:
    """What was chosen for a day ahead is chosen no more; what has moved already stays where it is."""
    today = timezone.localtime(now).date()
    held = Heir.objects.select_for_update(of=("self",)).select_related("unit", "successor")
    ahead = list(held.filter(pk__in=[one.pk for one in choices], day__gt=today))
    for one in ahead:
        before = {"successor": one.successor.full_name, "day": one.day.isoformat()}
        audit.record("tasks.heir_withdrawn", one.unit, by=by, now=now, unit=one.successor, reason=reason, before=before)
        one.delete()
    return len(ahead)


@dataclass
class _Handing:
    """Several units hand on together, with few questions to the database."""

    fates: Sequence[Fate]
    by: people.Person | None
    now: datetime
    moved: list[Moved] = field(default_factory=list)
    entries: list[audit.Entry] = field(default_factory=list)
    steps: list[Progress] = field(default_factory=list)
    changed: dict[int, Assignment] = field(default_factory=dict)
    with_obstacles: set[int] = field(default_factory=set)
    with_shares: set[int] = field(default_factory=set)
    reasons: dict[int, str] = field(default_factory=dict)

    def done(self) -> HandedOver:
        heir_of = {fate.unit.pk: fate for fate in self.fates}
        self._remember()
        parts = list(_locked(Assignment.objects.filter(unit__in=heir_of)))
        heirs = {fate.heir.pk for fate in self.fates if fate.heir}
        theirs = [
            part
            for piece in pieces(part.task_id for part in parts)
            for part in _locked(Assignment.objects.filter(unit__in=heirs, task__in=piece))
        ]
        owed = {(part.unit_id, part.task_id): part for part in theirs}
        self._look_round(parts)
        for part in parts:
            self._hand_on(part, heir_of[part.unit_id], owed)
        self._write()
        joined = sum(one.joined is not None for one in self.moved)
        return HandedOver(len(self.moved) - joined, joined, len(self.fates))

    def _look_round(self, parts: Sequence[Assignment]) -> None:
        """What is asked once for all of them: who carries obstacles and shares, and why heirs were chosen."""
        for piece in pieces(part.pk for part in parts):
            held = Obstacle.objects.filter(assignment__in=piece).exclude(state=ObstacleState.SETTLED)
            self.with_obstacles |= set(held.values_list("assignment", flat=True))
            shared = Share.objects.standing().filter(assignment__in=piece)
            self.with_shares |= set(shared.values_list("assignment", flat=True))
        chosen = Heir.objects.filter(unit__in=[fate.unit.pk for fate in self.fates], is_chosen=True)
        self.reasons = dict(chosen.values_list("unit", "reason"))

    def _remember(self) -> None:
        """Who follows, so that what the unit handed out and was asked is decided by its heir."""
        for fate in self.fates:
            assert fate.heir is not None  # noqa: S101 - only clear fates come here
            facts = {"successor": fate.heir, "day": fate.day, "by": self.by, "at": self.now}
            Heir.objects.get_or_create(unit=fate.unit, defaults=facts)
            # A choice of before that led here goes on with it, so that one step always leads to who is there.
            Heir.objects.filter(successor=fate.unit).exclude(unit=fate.heir).update(successor=fate.heir)
            Obstacle.objects.unsettled().filter(answerer=fate.unit).update(answerer=fate.heir, changed_at=self.now)

    def _hand_on(self, part: Assignment, fate: Fate, owed: dict[tuple[int, int], Assignment]) -> None:
        heir = fate.heir
        assert heir is not None  # noqa: S101 - only clear fates come here
        same = owed.get((heir.pk, part.task_id))
        names = {"before": {"unit": fate.last.full_name}, "after": {"unit": heir.full_name, "day": str(fate.day)}}
        facts = {"from_unit": fate.unit, "to_unit": heir, "day": fate.day, "moved_at": self.now, "by": self.by}
        reason = self._reason(fate)
        if same is None:
            part.unit, part.changed_at = heir, self.now
            owed[heir.pk, part.task_id] = part
            self.moved.append(Moved(assignment=part, reason=reason, **facts))
            self._tell("tasks.moved", part, heir, reason, names)
        else:
            self._join(part, same)
            self.moved.append(Moved(assignment=same, joined=part, reason=reason, **facts))
            self._tell("tasks.joined", part, heir, reason, names)
            self._tell("tasks.took_over", same, heir, reason, names)
        self.changed[part.pk] = part

    def _join(self, part: Assignment, same: Assignment) -> None:
        """The heir owes once; what it handed in for its own ground does not yet cover the ground that came."""
        if same.state in rules.TO_BE_DECIDED and part.state in rules.OPEN:
            same.state, same.submitted_on = State.DOING, None
            self.steps.append(Progress(assignment=same, moment=self.now, by=self.by, state=State.DOING))
        same.part = min(same.part, part.part, key=rules.PRECEDENCE.index)
        same.changed_at = part.changed_at = self.now
        part.state = State.JOINED
        self.steps.append(Progress(assignment=part, moment=self.now, by=self.by, state=State.JOINED))
        if part.pk in self.with_obstacles:
            Obstacle.objects.filter(assignment=part).exclude(state=ObstacleState.SETTLED).update(assignment=same)
            self.with_obstacles.add(same.pk)
        if part.pk in self.with_shares:
            part.shares.standing().update(assignment=same)
            self.with_shares.add(same.pk)
        self.changed[same.pk] = same

    def _reason(self, fate: Fate) -> str:
        return self.reasons.get(fate.unit.pk, "") if fate.is_chosen else ""

    def _tell(self, act: str, part: Assignment, heir: units.Unit, reason: str, names: dict) -> None:
        self.entries.append(audit.entry(act, part, by=self.by, now=self.now, unit=heir, reason=reason, **names))

    def _write(self) -> None:
        # What ended in another part leaves its place first: a unit owes a task once at every moment.
        order = sorted(self.changed.values(), key=lambda part: part.state != State.JOINED)
        ended = sum(part.state == State.JOINED for part in order)
        for group in (order[:ended], order[ended:]):
            _save_alike(group)
        Moved.objects.bulk_create(self.moved, batch_size=500)
        Progress.objects.bulk_create(self.steps, batch_size=500)
        audit.record_many(self.entries)


def _save_alike(parts: Iterable[Assignment]) -> None:
    """Thousands that move together become few different things: one statement for those that become the same."""
    alike: dict[tuple, list[int]] = {}
    for part in parts:
        alike.setdefault(tuple(getattr(part, name) for name in CHANGING), []).append(part.pk)
    for values, keys in alike.items():
        for piece in pieces(keys):
            Assignment.objects.filter(pk__in=piece).update(**dict(zip(CHANGING, values, strict=True)))


def _locked(found: QuerySet[Assignment]) -> QuerySet[Assignment]:
    # One order for all, so that two who hand on at once wait for each other and never in a circle.
    alive = found.filter(state__in=rules.ALIVE, task__withdrawn_at__isnull=True).order_by("pk")
    return alive.select_for_update(of=("self",)).select_related("unit", "task")
