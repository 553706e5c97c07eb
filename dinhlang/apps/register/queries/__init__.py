"""Reads of this room: the tree, the acts and what they bring, units as the search and the pages show them."""

from dinhlang.apps.register.queries.acts import (
    Fate,
    audit_facts,
    bodies_named_after,
    fates_under,
    number_with_roles,
    twin_of,
)
from dinhlang.apps.register.queries.faults import told_faults
from dinhlang.apps.register.queries.finding import found_entries, found_entry
from dinhlang.apps.register.queries.importing import ImportPlan, exported_rows
from dinhlang.apps.register.queries.planned import Withdrawal, planned_days, used_elsewhere, withdrawal
from dinhlang.apps.register.queries.shown import body_nodes, life_steps, loadable_provinces, numbers_in_words
from dinhlang.apps.register.queries.tree import (
    BodyNode,
    Span,
    above,
    bodies_under,
    households_by_day,
    kinds_under,
    numbers_under,
    places_under,
    shown_version,
    spans_of,
    tops,
)

__all__ = [
    "BodyNode",
    "Fate",
    "ImportPlan",
    "Span",
    "Withdrawal",
    "above",
    "audit_facts",
    "bodies_named_after",
    "bodies_under",
    "body_nodes",
    "exported_rows",
    "fates_under",
    "found_entries",
    "found_entry",
    "households_by_day",
    "kinds_under",
    "life_steps",
    "loadable_provinces",
    "number_with_roles",
    "numbers_in_words",
    "numbers_under",
    "places_under",
    "planned_days",
    "shown_version",
    "spans_of",
    "told_faults",
    "tops",
    "twin_of",
    "used_elsewhere",
    "withdrawal",
]
