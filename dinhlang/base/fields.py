"""Database fields of our own."""

from collections.abc import Iterable
from typing import Any

from django.db import models


class PathField(models.CharField):
    """A place in a tree as the numbers of its ancestors and itself, each with a dot: "1.34.3321.".

    `path__within="1.34."` finds the subtree through the index of either database: PostgreSQL has a pattern index
    for LIKE, SQLite does not use one for LIKE but does for a range ("/" is the letter after ".").
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 190)
        kwargs.setdefault("db_index", True)
        super().__init__(*args, **kwargs)


@PathField.register_lookup
class Within(models.Lookup):
    """The place itself or anything below it."""

    lookup_name = "within"

    def get_prep_lookup(self) -> str:
        """An empty path is a thing not yet in the tree: nothing lies within it, on either database."""
        return str(self.rhs) or "-"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        left, left_params = self.process_lhs(compiler, connection)
        path = self.rhs
        return f"({left} >= %s AND {left} < %s)", [*left_params, path, *left_params, path[:-1] + "/"]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        left, left_params = self.process_lhs(compiler, connection)
        return f"{left} LIKE %s", [*left_params, self.rhs + "%"]


def within_any(column: str, paths: Iterable[str]) -> models.Q:
    """In any of the branches of the tree, as a person's reach names them; nothing when they name none."""
    found = models.Q(pk__in=[])
    for path in paths:
        found |= models.Q(**{f"{column}__within": path})
    return found
