"""How a plan stood at the end of a day, from the log of steps; the official words of a report."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.timezone import make_aware

from dinhlang.apps.plans import public as plans
from dinhlang.apps.reports import rules
from dinhlang.apps.reports.models import Report, Scope
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.pure.drafting import Block

OWING = (tasks.Part.LEAD, tasks.Part.ADVISER, tasks.Part.REQUESTED)
OUT = (tasks.State.DECLINED, tasks.State.WITHDRAWN, tasks.State.EXEMPT, tasks.State.JOINED)


def end_of(day: date) -> datetime:
    """The first moment that no longer belongs to the day."""
    return make_aware(datetime.combine(day + timedelta(days=1), time.min))


def figures_of(plan: plans.Plan, *, unit: units.Unit, scope: str, day: date) -> rules.Figures:
    """All figures of a plan as they stood at the end of a day: of the whole plan, or of one body's part."""
    return rules.count(standings(plan, within=None if scope == Scope.WHOLE else branch_of(unit), day=day), day=day)


def branch_of(unit: units.Unit) -> str:
    """A committee answers for its whole place, any other body for itself."""
    return units.place_of(unit).path if unit.kind == units.UnitKind.PEOPLE_COMMITTEE else unit.path


def standings(plan: plans.Plan, *, within: str | None, day: date) -> list[rules.Standing]:
    """How each body that owed a result stood then: the latest step in the log up to the end of the day."""
    owed = list(_owed(plan, within=within, day=day))
    evidence = _evidence_by_assignment([row["pk"] for row in owed], plan=plan, day=day)
    names = names_on([row["unit_id"] for row in owed], day=day)
    return [
        rules.Standing(
            assignment=row["pk"],
            task=row["task_id"],
            task_title=row["task__title"],
            task_due=row["task__due"],
            unit=row["unit_id"],
            unit_name=names.get(row["unit_id"], row["unit__name"]),
            state=row["state_then"],
            due=row["due"],
            evidence=tuple(evidence.get(row["pk"], ())),
        )
        for row in owed
    ]


def _owed(plan: plans.Plan, *, within: str | None, day: date) -> QuerySet:
    until = end_of(day)
    steps = tasks.Progress.objects.filter(assignment=OuterRef("pk"), moment__lt=until)
    latest = steps.order_by("-moment", "-pk").values("state")[:1]
    found = tasks.Assignment.objects.filter(task__plan=plan, task__handed_out_at__lt=until, part__in=OWING)
    if within is not None:
        found = found.of_units_within(within)
    found = found.filter(Q(task__withdrawn_at__isnull=True) | Q(task__withdrawn_at__gte=until))
    found = found.annotate(state_then=Coalesce(Subquery(latest), Value(tasks.State.WAITING.value)))
    return (
        found.exclude(state_then__in=OUT)
        .order_by(F("task__clause__order").asc(nulls_last=True), "task_id", "unit__sort_key", "pk")
        .values("pk", "task_id", "task__title", "task__due", "unit_id", "unit__name", "due", "state_then")
    )


def _evidence_by_assignment(owed: list[int], *, plan: plans.Plan, day: date) -> dict[int, list[int]]:
    counted = set(owed)
    sent = tasks.Evidence.objects.filter(progress__assignment__task__plan=plan, progress__moment__lt=end_of(day))
    found: dict[int, list[int]] = {}
    for pk, assignment in sent.order_by("pk").values_list("pk", "progress__assignment_id"):
        if assignment in counted:
            found.setdefault(assignment, []).append(pk)
    return found


def names_on(unit_ids: Iterable[int], *, day: date) -> dict[int, str]:
    """What the units were called on a day."""
    versions = units.UnitVersion.objects.on(day).filter(unit__in=set(unit_ids))
    return {version.unit_id: version.full_name for version in versions}


def subject_of(report: Report) -> rules.Subject:
    """What the words of a report are about."""
    return subject(report.plan, unit=report.unit, day=report.as_of)


def subject(plan: plans.Plan, *, unit: units.Unit, day: date) -> rules.Subject:
    """What a report on a plan would be about, with the names of the day."""
    names = names_on([plan.issuer_id, unit.pk], day=day)
    return rules.Subject(
        kind=plan.kind,
        number=plan.number,
        issued_on=plan.issued_on,
        issuer=names.get(plan.issuer_id, plan.issuer.full_name),
        title=plan.title,
        reporter=names.get(unit.pk, unit.full_name),
        day=day,
    )


def receiver_of(plan: plans.Plan, *, unit: units.Unit, scope: str, day: date) -> str:
    """To whom one reports: on one's own part, who keeps the plan; on the whole, its issuer, or the committee above."""
    if scope == Scope.OWN and plan.keeper_id != unit.pk:
        return plan.keeper.full_name
    if plan.is_received:
        return plan.issuer.full_name
    above = units.place_of(unit).parent
    committee = above and units.children_of(above, day=day).filter(kind=units.UnitKind.PEOPLE_COMMITTEE).first()
    return committee.full_name if committee else ""


def body_of(report: Report) -> tuple[Block, ...]:
    """The body of the official document that the report becomes."""
    sections = {name: getattr(report, name) for name in rules.HEADINGS}
    return rules.body(subject_of(report), period=report.period, sections=sections, figures=report.figures)
