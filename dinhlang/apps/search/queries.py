"""Finding."""

from dataclasses import dataclass
from typing import Any

from dinhlang.apps.people import public as people
from dinhlang.apps.search.kinds import kinds
from dinhlang.apps.search.models import Entry
from dinhlang.pure.viet import fold


@dataclass(frozen=True)
class Group:
    """The results of one kind."""

    kind: str
    label: Any
    results: list[Entry]
    count: int
    is_capped: bool


@dataclass(frozen=True)
class Found:
    """What was found, by kind."""

    groups: list[Group]

    @property
    def total(self) -> int:
        return sum(group.count for group in self.groups)


def find(
    words: str, *, person: people.Person | None, kind: str | None = None, within: str = "", limit: int = 20
) -> Found:
    """Find what all the words are in, among what the person may know."""
    rows = Entry.objects.order_by("-id")
    for word in fold(words).split():
        rows = rows.filter(words__contains=f" {word}")
    if within:
        rows = rows.filter(path__within=within)
    reach = [] if person is None else person.reach(people.Word.PLANS_READ)
    allowed = [row for row in rows if row.is_public or any(row.path.startswith(path) for path in reach)]
    shown = [known for known in kinds() if kind in (None, known.name)]
    groups = [
        Group(k.name, k.label, of_kind[:limit], len(of_kind), False)
        for k in shown
        if (of_kind := [row for row in allowed if row.kind == k.name])
    ]
    return Found(groups if fold(words) else [])
