"""How large the database believes its tables to be."""

from django.db import connection


def learn_sizes() -> None:
    """Have PostgreSQL count its tables, after many rows came in one transaction.

    It chooses its ways by these counts, and counts by itself only what was committed: a table that it counted while
    it was being filled is empty to it, and a sign-in then takes minutes.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
