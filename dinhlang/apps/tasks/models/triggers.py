"""What the database itself keeps of parts, whichever way they come or change: counts of tasks, and what parts were.

Set after every migration and not by one: SQLite rebuilds a table to alter it, and loses its triggers silently. Each
statement may be run again and does no harm.
"""

# How many parts of a task stand how (`TaskCount`)

# One writer at a time: a number is raised or lowered where it stands.
_ADD = """
    UPDATE tasks_taskcount SET number = number + 1
    WHERE task_id = new.task_id AND part = new.part AND state = new.state AND due IS new.due;
    INSERT INTO tasks_taskcount (task_id, part, state, due, number)
    SELECT new.task_id, new.part, new.state, new.due, 1 WHERE NOT EXISTS (
        SELECT 1 FROM tasks_taskcount
        WHERE task_id = new.task_id AND part = new.part AND state = new.state AND due IS new.due
    );
"""
_TAKE = """
    UPDATE tasks_taskcount SET number = number - 1
    WHERE task_id = old.task_id AND part = old.part AND state = old.state AND due IS old.due;
"""
_COUNT_SQLITE = (
    "DROP TRIGGER IF EXISTS tasks_part_came",
    f"CREATE TRIGGER tasks_part_came AFTER INSERT ON tasks_assignment BEGIN {_ADD} END",
    "DROP TRIGGER IF EXISTS tasks_part_went",
    f"CREATE TRIGGER tasks_part_went AFTER DELETE ON tasks_assignment BEGIN {_TAKE} END",
    "DROP TRIGGER IF EXISTS tasks_part_changed",
    f"""
    CREATE TRIGGER tasks_part_changed AFTER UPDATE OF task_id, part, state, due ON tasks_assignment
    WHEN old.task_id <> new.task_id OR old.part <> new.part OR old.state <> new.state OR old.due IS NOT new.due
    BEGIN {_TAKE} {_ADD} END
    """,
)
# Many writers: rows are only added, once for each statement, so that nobody waits for another's row.
_COUNT_POSTGRESQL = (
    """
    CREATE OR REPLACE FUNCTION tasks_count_parts() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'INSERT' THEN
            INSERT INTO tasks_taskcount (task_id, part, state, due, number)
            SELECT task_id, part, state, due, count(*) FROM came GROUP BY task_id, part, state, due;
        ELSIF TG_OP = 'DELETE' THEN
            INSERT INTO tasks_taskcount (task_id, part, state, due, number)
            SELECT task_id, part, state, due, -count(*) FROM went GROUP BY task_id, part, state, due;
        ELSE
            INSERT INTO tasks_taskcount (task_id, part, state, due, number)
            SELECT task_id, part, state, due, sum(one) FROM (
                SELECT task_id, part, state, due, 1 AS one FROM came
                UNION ALL SELECT task_id, part, state, due, -1 FROM went
            ) AS changed GROUP BY task_id, part, state, due HAVING sum(one) <> 0;
        END IF;
        RETURN NULL;
    END $$
    """,
    """
    CREATE OR REPLACE TRIGGER tasks_part_came AFTER INSERT ON tasks_assignment
    REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tasks_count_parts()
    """,
    """
    CREATE OR REPLACE TRIGGER tasks_part_went AFTER DELETE ON tasks_assignment
    REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION tasks_count_parts()
    """,
    """
    CREATE OR REPLACE TRIGGER tasks_part_changed AFTER UPDATE ON tasks_assignment
    REFERENCING OLD TABLE AS went NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tasks_count_parts()
    """,
)

# What each part was until it changed (`PartWas`)

_COLUMNS = ("unit_id", "part", "state", "due")
_INSERT = """INSERT INTO tasks_partwas (assignment_id, until, unit_id, part, state, due)
    VALUES (OLD.id, NEW.changed_at, OLD.unit_id, OLD.part, OLD.state, OLD.due)"""


def _differs(words: str) -> str:
    return " OR ".join(f"OLD.{name} {words} NEW.{name}" for name in _COLUMNS)


_WAS_SQLITE = (
    "DROP TRIGGER IF EXISTS tasks_part_was",
    f"""CREATE TRIGGER tasks_part_was AFTER UPDATE OF {", ".join(_COLUMNS)} ON tasks_assignment
    FOR EACH ROW WHEN {_differs("IS NOT")} BEGIN {_INSERT}; END""",
)
_WAS_POSTGRESQL = (
    f"""CREATE OR REPLACE FUNCTION tasks_part_was() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN {_INSERT}; RETURN NULL; END $$""",
    f"""CREATE OR REPLACE TRIGGER tasks_part_was AFTER UPDATE OF {", ".join(_COLUMNS)} ON tasks_assignment
    FOR EACH ROW WHEN ({_differs("IS DISTINCT FROM")}) EXECUTE FUNCTION tasks_part_was()""",
)

TRIGGERS = {
    "sqlite": (*_COUNT_SQLITE, *_WAS_SQLITE),
    "postgresql": (*_COUNT_POSTGRESQL, *_WAS_POSTGRESQL),
}
