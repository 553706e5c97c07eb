"""What is true of bodies without asking any table."""

from dinhlang.apps.units.rules import timeline
from dinhlang.apps.units.rules.groups import BELOW, Group, Part, understand_group
from dinhlang.apps.units.rules.kinds import (
    LEVELS,
    TERRITORIES,
    full_name,
    is_territory,
    may_stand_under,
    overlap,
)
from dinhlang.apps.units.rules.names import name_key

__all__ = [
    "BELOW",
    "LEVELS",
    "TERRITORIES",
    "Group",
    "Part",
    "full_name",
    "is_territory",
    "may_stand_under",
    "name_key",
    "overlap",
    "timeline",
    "understand_group",
]
