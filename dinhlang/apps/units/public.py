"""What other rooms may use of the bodies and their time."""

from dinhlang.apps.units.actions import (
    CannotStand,
    change_unit,
    end_unit,
    keep_many,
    open_unit,
    refresh_current,
    succeed,
)
from dinhlang.apps.units.models import (
    HouseholdCount,
    Succession,
    SuccessionKind,
    Unit,
    UnitKind,
    UnitVersion,
)
from dinhlang.apps.units.queries import (
    ancestors_of,
    children_of,
    households_on,
    members_of,
    place_of,
    predecessors_of,
    subtree_of,
    successors_of,
    version_of,
)
from dinhlang.apps.units.rules import TERRITORIES, Group, is_territory, may_stand_under, understand_group

__all__ = [
    "TERRITORIES",
    "CannotStand",
    "Group",
    "HouseholdCount",
    "Succession",
    "SuccessionKind",
    "Unit",
    "UnitKind",
    "UnitVersion",
    "ancestors_of",
    "change_unit",
    "children_of",
    "end_unit",
    "households_on",
    "is_territory",
    "keep_many",
    "may_stand_under",
    "members_of",
    "open_unit",
    "place_of",
    "predecessors_of",
    "refresh_current",
    "subtree_of",
    "succeed",
    "successors_of",
    "understand_group",
    "version_of",
]
