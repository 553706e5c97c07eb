"""Reads of plans: who reads which, what stands on what, and how each is found again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from dinhlang.apps.intake import public as intake
from dinhlang.apps.people import public as people
from dinhlang.apps.plans.models import Clause, Plan, PlanQuerySet
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import number_key, numbers_cited

FARTHEST = 6
"""Steps up or down that a chain is followed; longer ones go on at the page of the farthest plan."""

Link = Plan.based_on.through


@dataclass(frozen=True)
class Step:
    """A plan in a chain, and how many steps it is away."""

    plan: Plan
    distance: int


def readable_by(person: people.Person) -> PlanQuerySet:
    """Plans of places within the person's reach, and of the places above, whose plans bind them."""
    own_or_above = Q(pk__in=())
    for path in person.reach(people.Word.PLANS_READ):
        own_or_above |= Q(place__path__within=path) | Q(place__path__in=above(path))
    return Plan.objects.filter(own_or_above)


def above(path: str) -> list[str]:
    """The places above a place, from the top down."""
    parts = path.split(".")[:-1]
    return [".".join(parts[:length]) + "." for length in range(1, len(parts))]


def listed(plans: PlanQuerySet, *, year: int | None = None, issuer: int | None = None, words: str = "") -> PlanQuerySet:
    """With names and numbers of clauses and answers; only those of a year, of an issuer, holding the words."""
    if year is not None:
        plans = plans.of_year(year)
    if issuer is not None:
        plans = plans.filter(issuer=issuer)
    return (
        plans.with_words(words)
        .with_names()
        .annotate(
            number_of_clauses=_number_of(Clause.objects.filter(plan=OuterRef("pk"))),
            number_of_answers=_number_of(Link.objects.filter(to_plan=OuterRef("pk"))),
        )
    )


def _number_of(rows: QuerySet[Any]) -> Coalesce:
    """Counted row by row of the page: two joins would multiply each other."""
    counted = rows.order_by().annotate(all=Value(1)).values("all").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def based_on_as_read(bases: Iterable[Any], *, among: QuerySet[Plan], day: date | None) -> dict[str, Any]:
    """What a document of a day cites: plans that are kept here, and the rest as words; a person still confirms."""
    cited = {basis.document.pk: basis for basis in bases if basis.document}
    plans = {plan.document_id: plan for plan in among.filter(document__in=list(cited))}
    found, words = [plan.pk for plan in plans.values()], []
    for basis in bases:
        if basis.document is not None and basis.document.pk in plans:
            continue
        named = _named_in(basis.words, among, day)
        found += [named.pk] if named else []
        words += [] if named else [basis.words]
    return {"based_on": list(dict.fromkeys(found)), "bases": "\n".join(words)}


def _named_in(words: str, among: Iterable[Plan], day: date | None) -> Plan | None:
    """The plan that a basis names by number, year and issuer; without a year the latest that was there on the day."""
    said = f" {units.name_key(words)} "
    cited = numbers_cited(words)
    for plan in among:  # latest first
        key, year = number_key(plan.number), plan.number_year or None
        is_cited = any(one.key == key and one.may_be_of(year) for one in cited) and _was_there(plan, day)
        if is_cited and f" {units.name_key(plan.issuer.full_name)} " in said:
            return plan
    return None


def _was_there(plan: Plan, day: date | None) -> bool:
    return day is None or plan.issued_on is None or plan.issued_on <= day


def names_said_in(plan: Plan) -> dict[str, units.Unit]:
    """Which units people said the names in the plan's document mean."""
    said = intake.named_bodies(plan.document) if plan.document is not None else {}
    if plan.is_received:  # what the superior's bodies owe is not the receiver's to hand out
        said = {name: unit for name, unit in said.items() if unit.path.startswith(plan.place.path)}
    return said


def issuers_of(plans: PlanQuerySet) -> QuerySet[units.Unit]:
    """Who issued any of the plans, in order."""
    return units.Unit.objects.filter(pk__in=plans.order_by().values("issuer")).in_order()


def years_of(plans: PlanQuerySet) -> list[int]:
    """The years in which any of the plans was issued, latest first."""
    return [day.year for day in plans.order_by().dates("issued_on", "year", order="DESC") if day]


def public_plans_of(place: units.Unit) -> PlanQuerySet:
    """What residents of a place may read: its public plans, latest first."""
    return Plan.objects.of_place(place).public().with_names().latest_first()


def what_it_is_based_on(plan: Plan, *, among: PlanQuerySet) -> list[Step]:
    """The chain upwards, nearest first, as far as the reader may read it."""
    return _chain(plan, "from_plan", "to_plan", among=among)


def what_answers(plan: Plan, *, among: PlanQuerySet) -> list[Step]:
    """The chain downwards, nearest first, as far as the reader may read it."""
    return _chain(plan, "to_plan", "from_plan", among=among)


def _chain(plan: Plan, here: str, there: str, *, among: PlanQuerySet) -> list[Step]:
    seen, edge, found = {plan.pk}, {plan.pk}, list[Step]()
    for distance in range(1, FARTHEST + 1):
        edge = next_ones(edge, here, there) - seen
        if not edge:
            break
        seen |= edge
        found += [Step(p, distance) for p in among.filter(pk__in=edge).with_names().latest_first()]
    return found


def next_ones(plans: Iterable[int], here: str = "from_plan", there: str = "to_plan") -> set[int]:
    """One step along the links: without more words, up to what the plans are based on."""
    return set(Link.objects.filter(**{f"{here}__in": list(plans)}).values_list(f"{there}_id", flat=True))


def clauses_of(plan: Plan) -> list[Clause]:
    """In order; each carries this very plan, so that a panel may keep what it fetched for all of them at once."""
    clauses = list(plan.clauses.order_by("order"))
    for clause in clauses:
        clause.plan = plan
    return clauses


@dataclass(frozen=True)
class Line:
    """A paragraph of the source: its pieces, and the clauses that begin in it."""

    paragraph: intake.Paragraph
    spots: list[tuple[str, Clause | None]]
    begins: list[Clause]


def lines_of(plan: Plan, clauses: list[Clause], *, shown: Sequence[intake.Paragraph]) -> list[Line]:
    """Lines of the plan's text, each clause marked where it stands."""
    placed = [clause for clause in clauses if clause.start is not None and clause.end is not None]
    stretches = [(clause.start or 0, clause.end or 0) for clause in placed]
    return [
        Line(
            paragraph,
            [
                (piece.text, None if piece.stretch is None else placed[piece.stretch])
                for piece in intake.pieces(paragraph, stretches)
            ],
            [clause for clause in placed if paragraph.start <= (clause.start or 0) < paragraph.end],
        )
        for paragraph in shown
    ]


def may_be_based_on(issuer: units.Unit, *, plan: Plan | None = None, most: int = 60) -> PlanQuerySet:
    """The latest plans to choose from: of the places in which the issuer stands, not those linked already."""
    plans = Plan.objects.filter(place__path__in=[*above(issuer.path), issuer.path])
    if plan is not None:
        plans = plans.exclude(pk=plan.pk).exclude(answered_by=plan)
    latest = list(plans.latest_first().values_list("pk", flat=True)[:most])
    return Plan.objects.filter(pk__in=latest).with_names().latest_first()


def twin_of(document: intake.Document, *, keeper: units.Unit | None = None) -> Plan | None:
    """The plan under the document's number of its year that its issuer has here, or that the keeper has received."""
    if not document.number or document.issuer is None:
        return None
    same = Plan.objects.numbered(document.number, issued_on=document.issued_on)
    same = same.filter(issuer=document.issuer).with_names()
    return same.filter(keeper__in=[document.issuer, *([keeper] if keeper else [])]).order_by("pk").first()


def found_as(plan: Plan, text: str = "") -> search.Entry:
    """What the index keeps of a plan: its heading, its clauses, and the words of its text."""
    return search.entry(
        "plan",
        plan.pk,
        title=plan.title,
        detail=" · ".join(part for part in (plan.number, plan.issuer.full_name) if part),
        body=text or "\n".join(plan.clauses.order_by("order").values_list("text", flat=True)),
        url=reverse("plans:plan", args=[plan.pk]),
        path=plan.place.path,
        is_public=plan.is_public,
        day=plan.issued_on,
    )


def all_found() -> Iterator[search.Entry]:
    """Every plan as the index keeps it, for the nightly healing."""
    plans = Plan.objects.with_names().select_related("document").order_by("pk")
    return (found_as(plan, text_of(plan)) for plan in plans.iterator(chunk_size=100))


def text_of(plan: Plan) -> str:
    """The words of the document that the plan came from; none if it came without."""
    return plan.document.text if plan.document else ""
