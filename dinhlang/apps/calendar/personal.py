"""What this room keeps about people: nothing. Who changed a day stands in the record."""

from dinhlang.base.personal import Table

TABLES = (Table("calendar.DecidedDay", nothing="id day works name source added_at withdrawn_at"),)
