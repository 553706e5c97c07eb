"""A feed in the form of RFC 4287."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True)
class Item:
    """One thing that happened; `key` stays the same for ever."""

    key: str
    title: str
    moment: datetime
    url: str
    text: str = ""
    author: str = ""


def atom(*, key: str, title: str, url: str, own_url: str, begun_at: datetime, items: Sequence[Item]) -> str:
    """The whole feed, latest first; an empty one was last changed when it began."""
    ordered = sorted(items, key=lambda item: (item.moment, item.key), reverse=True)
    updated = ordered[0].moment if ordered else begun_at
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
        f"<id>{_words(key)}</id>",
        f"<title>{_words(title)}</title>",
        f"<updated>{_moment(updated)}</updated>",
        f'<link rel="alternate" type="text/html" href={quoteattr(url)}/>',
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own_url)}/>',
        "<author><name>Đình Làng</name></author>",
        *(_item(item) for item in ordered),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _item(item: Item) -> str:
    author = f"<author><name>{_words(item.author)}</name></author>" if item.author else ""
    return (
        f"<entry><id>{_words(item.key)}</id><title>{_words(item.title)}</title>"
        f"<updated>{_moment(item.moment)}</updated>"
        f'<link rel="alternate" type="text/html" href={quoteattr(item.url)}/>{author}'
        f'<content type="text">{_words(item.text or item.title)}</content></entry>'
    )


def _words(text: str) -> str:
    """Without the signs that XML cannot hold at all."""
    return escape("".join(letter for letter in text if letter in "\n\t" or letter.isprintable()))


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
