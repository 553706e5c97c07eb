"""What this room keeps about people: nothing; a post is a unit without a person."""

from dinhlang.base.personal import Table

TABLES = (
    Table("units.Unit", nothing="id code kind form name parent path is_living sort_key search_text"),
    Table("units.UnitVersion", nothing="id unit begins ends kind form name parent path sort_key"),
    Table("units.Succession", nothing="id predecessor successor day kind is_partial basis"),
    Table("units.MapPoint", nothing="id unit latitude longitude"),
    Table("units.HouseholdCount", nothing="id unit day households residents source"),
)
