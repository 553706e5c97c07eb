"""The kept counts of tasks, made anew: rows that are alike become one, and whatever went astray is right again."""

from django.db import connection, transaction

_PARTS = "SELECT task_id, part, state, due, {number} FROM tasks_assignment"
_INTO = "INSERT INTO tasks_taskcount (task_id, part, state, due, number)"
_ALIKE = "GROUP BY task_id, part, state, due"
_COUNTED = f"{_INTO} {_PARTS.format(number='count(*)')} {_ALIKE}"
_ASTRAY = f"""
    SELECT count(*) FROM (
        SELECT task_id, part, state, due FROM (
            SELECT task_id, part, state, due, number FROM tasks_taskcount
            UNION ALL {_PARTS.format(number="-1")}
        ) AS beside {_ALIKE} HAVING sum(number) <> 0
    ) AS astray
"""  # noqa: S608


@transaction.atomic
def count_anew() -> int:
    """Count all parts; says how many numbers were wrong, which should be none. What is derived nobody signs for.

    On PostgreSQL one statement forgets and counts, so both see the same moment: what others write meanwhile stays
    beside it, in rows of its own. SQLite lets nobody write meanwhile.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Of two who count anew the second waits.
            cursor.execute("LOCK TABLE tasks_taskcount IN SHARE UPDATE EXCLUSIVE MODE")
        cursor.execute(_ASTRAY)
        wrong: int = cursor.fetchone()[0]
        if connection.vendor == "postgresql":
            cursor.execute(f"WITH forgotten AS (DELETE FROM tasks_taskcount) {_COUNTED}")  # noqa: S608
        else:
            cursor.execute("DELETE FROM tasks_taskcount")
            cursor.execute(_COUNTED)
        return wrong
