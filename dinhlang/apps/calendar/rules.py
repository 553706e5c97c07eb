"""Which years the table of days off speaks of. Plain Python."""

YEARS = range(2000, 2101)
"""Beyond them a day is a slip of the pen."""
