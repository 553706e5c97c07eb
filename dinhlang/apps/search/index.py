"""The index of either database: the newest things that hold all the words. Nothing else speaks its dialects."""

from collections.abc import Sequence

from django.db import connection

from dinhlang.apps.search.rules import AnyOf


def newest(all_of: Sequence[AnyOf], *, phrases: Sequence[str] = (), limit: int) -> list[int]:
    """Return the ids of the newest entries that hold one of each, and the phrases in full; at most `limit`."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(*_postgresql(all_of, phrases, limit))
        else:
            cursor.execute(*_sqlite(all_of, phrases, limit))
        return [pk for (pk,) in cursor.fetchall()]


# Only our own words are put together here; everything that was typed is a parameter.


def _postgresql(all_of: Sequence[AnyOf], phrases: Sequence[str], limit: int) -> tuple[str, list[object]]:
    holding = " AND strpos(words, %s) > 0" * len(phrases)
    sql = f"SELECT id FROM search_entry WHERE tokens @@ %s::tsquery{holding} ORDER BY id DESC LIMIT %s"  # noqa: S608
    return sql, [_tsquery(all_of), *(f" {phrase} " for phrase in phrases), limit]


def _sqlite(all_of: Sequence[AnyOf], phrases: Sequence[str], limit: int) -> tuple[str, list[object]]:
    holding = " AND instr((SELECT words FROM search_entry WHERE id = search_words.rowid), %s) > 0" * len(phrases)
    sql = f"SELECT rowid FROM search_words WHERE search_words MATCH %s{holding} ORDER BY rowid DESC LIMIT %s"  # noqa: S608
    return sql, [_fts5(all_of), *(f" {phrase} " for phrase in phrases), limit]


def _tsquery(all_of: Sequence[AnyOf]) -> str:
    """('_public' | '_1.34.') & ('ke') & ('hoach':*)"""
    return " & ".join(f"({' | '.join(map(_lexeme, any_of))})" for any_of in all_of)


def _fts5(all_of: Sequence[AnyOf]) -> str:
    """("_public" OR "_1.34.") AND ("ke") AND ("hoach" *)"""
    return " AND ".join(f"({' OR '.join(map(_string, any_of))})" for any_of in all_of)


# Folded words hold letters and digits only, and scopes are our own: nothing in them can end the quotes.


def _lexeme(word: str) -> str:
    return f"'{word[:-1]}':*" if word.endswith("*") else f"'{word}'"


def _string(word: str) -> str:
    return f'"{word[:-1]}" *' if word.endswith("*") else f'"{word}"'
