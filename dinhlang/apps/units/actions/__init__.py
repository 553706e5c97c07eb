"""Low-level writing of the tree: of one unit, and of many at once.

The register's room stands above: it asks who, why and whether, and writes the record.
"""

from dinhlang.apps.units.actions.many import hold_the_tree, keep_many, refresh_current, restate_units
from dinhlang.apps.units.actions.one import (
    CannotStand,
    amend_unit,
    change_unit,
    end_unit,
    open_unit,
    succeed,
    unmake_unit,
)

__all__ = [
    "CannotStand",
    "amend_unit",
    "change_unit",
    "end_unit",
    "hold_the_tree",
    "keep_many",
    "open_unit",
    "refresh_current",
    "restate_units",
    "succeed",
    "unmake_unit",
]
