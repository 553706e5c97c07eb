"""Remembering, forgetting, and healing the index. The things themselves are recorded by their rooms."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import Max

from dinhlang.apps.search.kinds import Source, sources
from dinhlang.apps.search.models import Entry
from dinhlang.apps.search.rules import MOST_LETTERS, index_words
from dinhlang.pure.viet import mask, normal_lines, one_line

BATCH = 500
_CHANGING = ["title", "detail", "body", "url", "path", "is_public", "is_living", "day", "words"]


def entry(
    kind: str,
    key: object,
    *,
    title: str,
    url: str,
    detail: str = "",
    body: str = "",
    path: str = "",
    is_public: bool = False,
    is_living: bool = True,
    day: date | None = None,
) -> Entry:
    """An entry not yet remembered; the key is the thing's own, unique within its kind.

    What is public is remembered masked: else a stranger could guess a telephone number digit by digit and see it found.
    """
    title, detail, body = one_line(title), one_line(detail), normal_lines(body)[:MOST_LETTERS]
    if is_public:
        title, detail, body = mask(title), mask(detail), mask(body)
    return Entry(
        kind=kind,
        key=str(key),
        title=title[:300],
        detail=detail[:300],
        body=body,
        url=url,
        path=path,
        is_public=is_public,
        is_living=is_living,
        day=day,
        words=index_words(kind=kind, title=title, detail=detail, body=body, path=path, is_public=is_public),
    )


def remember(kind: str, key: object, **facts: Any) -> None:
    """Let a thing be found as it is now; takes what `entry` takes. Call it where the thing is made or changed."""
    remember_many([entry(kind, key, **facts)])


def remember_many(entries: Iterable[Entry]) -> int:
    """Remember many things at once, new or changed; answers how many."""
    return sum(_remember_batch(batch) for batch in _batches(entries))


def forget(kind: str, key: object) -> None:
    """Let a thing no longer be found."""
    Entry.objects.filter(kind=kind, key=str(key)).delete()


def rebuild_index() -> int:
    """Let every room tell all its things anew and forget what none told; answers how many there are.

    Safe at any hour and any number of times: what is remembered meanwhile stays.
    """
    return sum(_heal(kind, entries) for kind, entries in sources().items())


def _heal(kind: str, entries: Source) -> int:
    before = Entry.objects.filter(kind=kind).aggregate(latest=Max("pk"))["latest"] or 0
    told: set[str] = set()
    for batch in _batches(entries()):
        told |= {item.key for item in batch}
        _remember_batch(batch)
    rows = Entry.objects.filter(kind=kind, pk__lte=before).values_list("pk", "key").iterator(chunk_size=BATCH)
    gone = [pk for pk, key in rows if key not in told]
    for start in range(0, len(gone), BATCH):
        Entry.objects.filter(pk__in=gone[start : start + BATCH]).delete()
    return len(told)


def _remember_batch(batch: list[Entry]) -> int:
    # One row each, always in the same order: the database refuses to change a row twice in one statement, and two
    # people who remember the same things must not wait for each other in a circle.
    each = {_identity(item): item for item in batch}
    alike = Entry.objects.filter(kind__in={kind for kind, _ in each}, key__in={key for _, key in each})
    known = {_identity(row): row for row in alike}
    rows = [item for identity, item in sorted(each.items()) if not _is_same(item, known.get(identity))]
    Entry.objects.bulk_create(rows, update_conflicts=True, unique_fields=["kind", "key"], update_fields=_CHANGING)
    return len(each)


def _identity(entry: Entry) -> tuple[str, str]:
    return entry.kind, entry.key


def _is_same(told: Entry, known: Entry | None) -> bool:
    """What did not change is not written: each night every room tells everything."""
    return known is not None and all(getattr(told, name) == getattr(known, name) for name in _CHANGING)


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    remaining = iter(entries)
    while batch := list(islice(remaining, BATCH)):
        yield batch
