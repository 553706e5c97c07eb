"""The index of either database: the newest things that hold all the words. Nothing else speaks its dialects."""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.backends.utils import CursorWrapper

from dinhlang.apps.search.rules import AnyOf, kind_word

Newest = dict[str, list[int]]
"""Ids by kind, the newest first; a kind of which nothing was found is not there."""

NEAR, FAR = 1000, 20_000
"""PostgreSQL cannot know which words stand together how often, so the newest things are tried first. Words that are
frequent there are walked to from the newest on; rarer ones are looked up in the index, and what it finds is sorted."""


def newest(all_of: Sequence[AnyOf], *, kinds: Sequence[str], phrases: Sequence[str] = (), limit: int) -> Newest:
    """Find the newest entries of each kind that hold one of each and the phrases in full, at most `limit` of a kind."""
    if not kinds:
        return {}
    search = _postgresql if connection.vendor == "postgresql" else _sqlite
    with connection.cursor() as cursor:
        found = search(cursor, all_of, kinds, [f" {phrase} " for phrase in phrases], limit)
    return {kind: found[kind] for kind in kinds if kind in found}


# Only our own words are put together here; everything that was typed is a parameter.


def _sqlite(
    cursor: CursorWrapper, all_of: Sequence[AnyOf], kinds: Sequence[str], phrases: Sequence[str], limit: int
) -> Newest:
    holding = " AND instr((SELECT words FROM search_entry WHERE id = search_words.rowid), %s) > 0" * len(phrases)
    sql = f"SELECT %s, rowid FROM search_words WHERE search_words MATCH %s{holding} ORDER BY rowid DESC LIMIT %s"  # noqa: S608
    found: Newest = {}
    for kind in kinds:
        found |= _by_kind(cursor, sql, [kind, _fts5([*all_of, (kind_word(kind),)]), *phrases, limit])
    return found


def _postgresql(
    cursor: CursorWrapper, all_of: Sequence[AnyOf], kinds: Sequence[str], phrases: Sequence[str], limit: int
) -> Newest:
    found: Newest = {}
    rare: list[str] = []
    asked = list(kinds)
    for distance in (NEAR, FAR):
        walked = _walk(cursor, asked, distance, [_tsquery(all_of), *phrases, limit])
        found |= {kind: ids for kind, ids in walked.items() if len(ids) == limit}
        asked = [kind for kind in asked if kind not in found]
        # So rare that to find all and sort them costs less than walking on.
        rare += [kind for kind in asked if len(walked.get(kind, [])) ** 2 <= limit]
        asked = [kind for kind in asked if kind not in rare]
    return found | _look(cursor, all_of, [*rare, *asked], phrases, limit)


def _walk(cursor: CursorWrapper, kinds: list[str], distance: int, words: list[str | int]) -> Newest:
    """Try the newest things of each kind, one by one, until enough are found."""
    if not kinds:
        return {}
    holding = " AND strpos(words, %s) > 0" * (len(words) - 2)
    newest_first = "SELECT * FROM search_entry WHERE kind = asked.kind ORDER BY -id LIMIT %s"
    hit = f"SELECT id FROM ({newest_first}) AS tried WHERE tokens @@ %s::tsquery{holding} LIMIT %s"  # noqa: S608
    sql = f"SELECT asked.kind, hit.id FROM unnest(%s::text[]) AS asked(kind), LATERAL ({hit}) AS hit"  # noqa: S608
    return _by_kind(cursor, sql, [kinds, distance, *words])


def _look(
    cursor: CursorWrapper, all_of: Sequence[AnyOf], kinds: Sequence[str], phrases: Sequence[str], limit: int
) -> Newest:
    """Look the words up in the index, for all kinds at once: to gather the ends of an unfinished word is dear."""
    if not kinds:
        return {}
    place = "row_number() OVER (PARTITION BY kind ORDER BY id DESC) AS place"
    holding = " AND strpos(words, %s) > 0" * len(phrases)
    hit = f"SELECT kind, id, {place} FROM search_entry WHERE tokens @@ %s::tsquery{holding}"  # noqa: S608
    sql = f"SELECT kind, id FROM ({hit}) AS hit WHERE place <= %s"  # noqa: S608
    of_kinds = tuple(kind_word(kind) for kind in kinds)
    return _by_kind(cursor, sql, [_tsquery([*all_of, of_kinds]), *phrases, limit])


def _by_kind(cursor: CursorWrapper, sql: str, parameters: Sequence[str | int | list[str]]) -> Newest:
    cursor.execute(sql, parameters)
    found: Newest = {}
    for kind, pk in cursor.fetchall():
        found.setdefault(kind, []).append(pk)
    return {kind: sorted(ids, reverse=True) for kind, ids in found.items()}


def _tsquery(all_of: Iterable[AnyOf]) -> str:
    """('_public' | '_1.34.') & ('ke') & ('hoach':*)"""
    return " & ".join(f"({' | '.join(map(_lexeme, any_of))})" for any_of in all_of)


def _fts5(all_of: Iterable[AnyOf]) -> str:
    """("_public" OR "_1.34.") AND ("ke") AND ("hoach" *)"""
    return " AND ".join(f"({' OR '.join(map(_string, any_of))})" for any_of in all_of)


# Folded words hold letters and digits only, and scopes are our own: nothing in them can end the quotes.


def _lexeme(word: str) -> str:
    return f"'{word[:-1]}':*" if word.endswith("*") else f"'{word}'"


def _string(word: str) -> str:
    return f'"{word[:-1]}" *' if word.endswith("*") else f'"{word}"'
