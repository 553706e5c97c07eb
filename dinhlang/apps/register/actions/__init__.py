"""Everything that changes units: each act asks, writes, tells the record and the search, and returns the thing."""

from dinhlang.apps.register.actions.changing import (
    CannotChange,
    correct_unit,
    count_households,
    create_unit,
    move_unit,
    reclassify_unit,
    rename_unit,
)
from dinhlang.apps.register.actions.ending import CannotEnd, NewUnit, abolish_unit, merge_units, split_unit
from dinhlang.apps.register.actions.furnishing import CannotFurnish, furnish, furnish_many
from dinhlang.apps.register.actions.importing import CannotImport, Imported, import_units, keep_for_preview, plan_of
from dinhlang.apps.register.actions.loading import CannotLoad, Loaded, load_country
from dinhlang.apps.register.actions.placing import place_many, place_on_map
from dinhlang.apps.register.actions.withdrawing import CannotWithdraw, withdraw_change

__all__ = [
    "CannotChange",
    "CannotEnd",
    "CannotFurnish",
    "CannotImport",
    "CannotLoad",
    "CannotWithdraw",
    "Imported",
    "Loaded",
    "NewUnit",
    "abolish_unit",
    "correct_unit",
    "count_households",
    "create_unit",
    "furnish",
    "furnish_many",
    "import_units",
    "keep_for_preview",
    "load_country",
    "merge_units",
    "move_unit",
    "place_many",
    "place_on_map",
    "plan_of",
    "reclassify_unit",
    "rename_unit",
    "split_unit",
    "withdraw_change",
]
