"""The cascade: which plans stand on which, which links the citations propose, which clauses take over which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from dinhlang.apps.plans.models import Answer, Citation, Clause, Plan, PlanQuerySet
from dinhlang.apps.plans.queries.reading import FARTHEST, Link, above, next_ones
from dinhlang.apps.plans.rules import paired
from dinhlang.pure.viet import number_key

MOST_SHOWN = 400
"""Plans that the tree of one page holds; the rest is found on the coverage page, paged."""


@dataclass(frozen=True)
class Proposal:
    """A link that the legal bases speak for: the plan that is based, the one it names, and in which words."""

    plan: Plan
    basis: Plan
    words: str


def proposed_bases(plan: Plan, *, among: PlanQuerySet) -> list[Proposal]:
    """Plans kept here that the plan's own bases name by number, and that it is not linked to yet."""
    cited: dict[str, list[Citation]] = {}
    for citation in plan.citations.order_by("pk"):
        cited.setdefault(citation.key, []).append(citation)
    if not cited:
        return []
    places = [*above(plan.issuer.path), plan.issuer.path]
    found = among.filter(place__path__in=places).exclude(number="").exclude(pk=plan.pk).exclude(answered_by=plan)
    found = found.exclude(based_on=plan).with_names().latest_first()
    return [Proposal(plan, other, citation.words) for citation, other in _meant(cited, found, plan)]


def _meant(
    cited: Mapping[str, Sequence[Citation]], found: Iterable[Plan], plan: Plan
) -> Iterator[tuple[Citation, Plan]]:
    """Plans, latest first, under a number and of the year that is cited; without a year an issuer's latest is meant."""
    linked = plan.based_on.exclude(number="").only("number", "number_year", "issuer")
    latest = {(number_key(one.number), one.issuer_id): one.number_year for one in linked}
    for other in found:
        key = number_key(other.number)
        if key not in cited or not _not_after(other, plan):
            continue
        year = latest.setdefault((key, other.issuer_id), other.number_year)
        for citation in cited[key]:
            if citation.said.may_be_of(other.number_year or None) and (citation.year or other.number_year == year):
                yield citation, other
                break


def proposed_answers(plan: Plan, *, among: PlanQuerySet, most: int = 50) -> list[Proposal]:
    """Plans below that name this one by number and are not linked to it yet; their own people confirm."""
    if not plan.number:
        return []
    citing = Citation.objects.filter(
        key=number_key(plan.number), plan__in=among.filter(place__path__within=plan.place.path)
    )
    if plan.number_year:
        citing = citing.filter(year__in=(0, plan.number_year))
    citing = citing.exclude(plan=plan.pk).exclude(plan__based_on=plan).select_related("plan__issuer", "plan__place")
    of_other_years = Plan.objects.filter(issuer=plan.issuer, number__iexact=plan.number).exclude(
        number_year=plan.number_year
    )
    later = [one for one in of_other_years if not _not_after(one, plan)]
    citing = citing.exclude(year=0, plan__based_on__in=of_other_years)
    found = [one for one in citing.order_by("plan__issuer__sort_key", "pk")[:most] if _not_after(plan, one.plan)]
    means = (one for one in found if one.year or not any(_not_after(other, one.plan) for other in later))
    return [Proposal(one.plan, plan, one.words) for one in means]


def _not_after(basis: Plan, plan: Plan) -> bool:
    return basis.issued_on is None or plan.issued_on is None or basis.issued_on <= plan.issued_on


def unlinked_words(plan: Plan, linked: Iterable[Plan]) -> list[str]:
    """The bases as words, without those whose plan is linked and is shown as a plan."""
    years: dict[str, set[int]] = {}
    for other in linked:
        years.setdefault(number_key(other.number), set()).add(other.number_year)
    cited = {one.words for one in plan.citations.filter(key__in=years) if _is_any_of(one, years[one.key])}
    return [words for words in plan.bases if words[:1000] not in cited]


def _is_any_of(citation: Citation, years: Iterable[int]) -> bool:
    return any(citation.said.may_be_of(year or None) for year in years)


def answering(plan: Plan) -> QuerySet[Any]:
    """Keys of the plans that answer a plan over three levels, as a question inside another: none is fetched.

    Who answers the plan that this one changes answers this one too.
    """
    first = Link.objects.filter(Q(to_plan=plan) | Q(to_plan__changed_by__later=plan)).values("from_plan")
    second = Link.objects.filter(to_plan__in=first).values("from_plan")
    third = Link.objects.filter(to_plan__in=second).values("from_plan")
    return Plan.objects.filter(Q(pk__in=first) | Q(pk__in=second) | Q(pk__in=third)).values("pk")


@dataclass
class Node:
    """A plan in the tree, as `look/tree.html` draws it."""

    label: str
    url: str
    detail: str
    children: "list[Node]" = field(default_factory=list)
    is_open: bool = True
    is_current: bool = False


@dataclass(frozen=True)
class Tree:
    """The whole cascade around one plan; `left_out` says how many did not fit."""

    nodes: list[Node]
    left_out: int


def tree_of(plan: Plan, *, among: PlanQuerySet) -> Tree:
    """From the farthest basis down to the farthest answer; what the reader may not read is left out."""
    up, down = _edges(plan, "from_plan", "to_plan"), _edges(plan, "to_plan", "from_plan")
    keys = {key for edges in (up, down) for pair in edges.items() for key in (pair[0], *pair[1])} - {plan.pk}
    known = {one.pk: one for one in among.filter(pk__in=list(keys)[:MOST_SHOWN]).with_names()}
    current = _node(plan, is_current=True)
    current.children = _below(plan.pk, down, known, {plan.pk})
    tops = _above(plan.pk, up, known, current, {plan.pk})
    return Tree(tops or [current], max(0, len(keys) - MOST_SHOWN))


def _edges(plan: Plan, here: str, there: str) -> dict[int, list[int]]:
    edges: dict[int, list[int]] = {}
    edge = {plan.pk}
    for _step in range(FARTHEST):
        rows = Link.objects.filter(**{f"{here}__in": list(edge)[:MOST_SHOWN]}).values_list(f"{here}_id", f"{there}_id")
        for one, other in rows.order_by("pk"):
            edges.setdefault(one, []).append(other)
        edge = next_ones(list(edge)[:MOST_SHOWN], here, there) - set(edges)
        if not edge:
            break
    return edges


def _node(plan: Plan, *, is_current: bool = False) -> Node:
    title = "" if plan.number == "" else plan.title
    detail = " · ".join(part for part in (plan.issuer.full_name, title) if part)
    return Node(plan.name, reverse("plans:plan", args=[plan.pk]), detail, is_current=is_current)


def _below(pk: int, edges: dict[int, list[int]], known: dict[int, Plan], seen: set[int]) -> list[Node]:
    nodes = []
    for other in sorted((known[key] for key in edges.get(pk, ()) if key in known and key not in seen), key=_order):
        node = _node(other)
        node.children = _below(other.pk, edges, known, seen | {other.pk})
        nodes.append(node)
    return nodes


def _above(pk: int, edges: dict[int, list[int]], known: dict[int, Plan], below: Node, seen: set[int]) -> list[Node]:
    """Each basis bears the chain below it; a plan with two bases is shown under both."""
    tops: list[Node] = []
    for other in sorted((known[key] for key in edges.get(pk, ()) if key in known and key not in seen), key=_order):
        node = _node(other)
        node.children = [below]
        tops += _above(other.pk, edges, known, node, seen | {other.pk}) or [node]
    return tops


def _order(plan: Plan) -> tuple[str, int]:
    return plan.issuer.sort_key, plan.pk


@dataclass(frozen=True)
class TakenOver:
    """A clause of the plan above: which own clause takes it over, or which is proposed to."""

    clause: Clause
    said: Clause | None
    proposed: Clause | None


def taken_over(plan: Plan, *, above: Plan) -> list[TakenOver]:
    """Each clause of the plan above with what a person said, else with the likest own clause as a proposal."""
    own, upper = list(plan.clauses.order_by("order")), list(above.clauses.order_by("order"))
    of_pk = {clause.pk: clause for clause in own}
    answers = Answer.objects.filter(clause__plan=plan, answered__plan=above)
    said = {answered: of_pk[clause] for answered, clause in answers.values_list("answered", "clause")}
    alike = paired([clause.text for clause in upper], [clause.text for clause in own])
    return [
        TakenOver(clause, said.get(clause.pk), own[alike[at]] if clause.pk not in said and at in alike else None)
        for at, clause in enumerate(upper)
    ]
