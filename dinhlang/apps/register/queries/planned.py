"""What is planned for a day ahead, and what would be undone if it were withdrawn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import ManyToOneRel

from dinhlang.apps.register.queries.tree import spans_of
from dinhlang.apps.units import public as units

Placed = units.timeline.Placed
Span = units.timeline.Span


@dataclass(frozen=True)
class Withdrawal:
    """A change with all that came with it: how the units would go on, and which of them would not begin at all."""

    kept: Mapping[str, Sequence[Span]]
    known: Mapping[str, Sequence[Placed]]
    undone: Mapping[str, Sequence[Span]]
    successions: Sequence[units.Succession]

    @property
    def removed(self) -> list[str]:
        """The codes of units that would never begin."""
        return [code for code, spans in self.undone.items() if not spans]

    @property
    def timelines(self) -> dict[str, Sequence[Span]]:
        """Everything as it would be told."""
        return {code: spans for code, spans in {**self.kept, **self.undone}.items() if spans}


def planned_days(unit: units.Unit, *, today: date) -> list[date]:
    """The days ahead on which something is decided to change for the unit."""
    days = {day for span in spans_of(unit) for day in (span.begins, span.ends) if day is not None}
    days |= {one.day for one in [*units.successors_of(unit), *units.predecessors_of(unit)]}
    return sorted(day for day in days if day > today)


def withdrawal(unit: units.Unit, *, day: date) -> Withdrawal:
    """What was decided together with the unit's change of the day, and how things stood without it."""
    known = units.timelines()
    kept = {code: units.timeline.told_spans(places) for code, places in known.items()}
    successions = list(units.Succession.objects.filter(day=day).select_related("predecessor", "successor"))
    turns = {code: turn for code, spans in kept.items() if any(turn := _turn(spans, day))}
    together = _together(unit.code, turns, known, successions)
    undone = {code: _undone(kept[code], turns[code]) for code in together & turns.keys()}
    gone = [one for one in successions if {one.predecessor.code, one.successor.code} <= together]
    return Withdrawal(kept, known, undone, gone)


Turn = tuple[Span | None, Span | None]
"""What ends on the day, and what begins."""


def _turn(spans: Sequence[Span], day: date) -> Turn:
    before = next((span for span in spans if span.ends == day), None)
    return before, next((span for span in spans if span.begins == day), None)


def _undone(spans: Sequence[Span], turn: Turn) -> list[Span]:
    """What ended goes on as long as what followed would have."""
    before, after = turn
    rest = [span for span in spans if span not in turn]
    if before is None:
        return rest
    return sorted([*rest, replace(before, ends=after.ends if after else None)], key=lambda span: span.begins)


def _together(
    code: str,
    turns: Mapping[str, Turn],
    known: Mapping[str, Sequence[Placed]],
    successions: Sequence[units.Succession],
) -> set[str]:
    """The unit, those that it follows or that follow it on the day, and whatever changed only because of them."""
    found = {code}
    while True:
        more = {end for one in successions for end in _ends(one) if found & set(_ends(one))}
        more |= {other for other in turns if other not in found and _follows(other, found, turns, known)}
        if more <= found:
            return found
        found |= more


def _ends(one: units.Succession) -> tuple[str, str]:
    return one.predecessor.code, one.successor.code


def _follows(code: str, found: set[str], turns: Mapping[str, Turn], known: Mapping[str, Sequence[Placed]]) -> bool:
    """Whether a unit began, ended, moved or was renamed on the day because others did."""
    before, after = turns[code]
    if before is None and after is not None:
        return after.facts.parent in found and turns.get(after.facts.parent, (after, None))[0] is None
    if before is None:
        return False
    if after is None:
        return before.facts.parent in found and turns.get(before.facts.parent, (None, before))[1] is None
    if before.facts.parent != after.facts.parent:
        return {before.facts.parent, after.facts.parent} <= found
    return any(_bears_name(before, after, turns.get(above)) for above in found & _above(known[code]))


def _above(places: Sequence[Placed]) -> set[str]:
    return {above for place in places for above in place.path}


def _bears_name(before: Span, after: Span, above: Turn | None) -> bool:
    """ "UBND xã Tân Trung" became "UBND xã Nhã Nam" as its place did."""
    if above is None or above[0] is None or above[1] is None:
        return False
    was, became = (units.full_name(span.facts.form, span.facts.name) for span in (above[0], above[1]))
    name = before.facts.name
    return name.casefold().endswith(f" {was.casefold()}") and after.facts.name == name[: -len(was)] + became


def used_elsewhere(unit: units.Unit) -> Iterator[str]:
    """What in other rooms refers to a unit, in words: roles, plans, tasks …"""
    for relation in units.Unit._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ManyToOneRel) or relation.related_model._meta.app_label in ("units", "audit"):
            continue
        if relation.related_model._base_manager.filter(**{relation.field.name: unit}).exists():
            yield str(relation.related_model._meta.verbose_name)
