"""How many questions to the database a page asks, and how many bytes it costs a visitor."""

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

_ADDRESS = re.compile(r"""(?:href|src|srcset)=["']?(/static/[^"'\s>]+)|url\(["']?([^"')]+)""")


REPEATS = 15


@dataclass(frozen=True)
class Weight:
    """What one page costs: questions to the database, bytes on the wire, seconds of a processor."""

    queries: int
    bytes: int
    in_database: float
    processor: float


def weighed(path: str, cookie: str = "") -> Weight:
    """Of a page that nobody has kept, asked for in this very process; its processor time hardly feels other work."""
    client = Client(headers={"Accept-Encoding": "gzip", "Accept-Language": "vi"})
    if cookie:
        name, _, value = cookie.partition("=")
        client.cookies[name] = value
    kept, settings.PORTAL_SECONDS = settings.PORTAL_SECONDS, 0
    try:
        answer = client.get(path)
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        queries = list(asked.captured_queries)  # now: the next request empties the log
        started = time.process_time()
        for _ in range(REPEATS):
            client.get(path)
        processor = (time.process_time() - started) / REPEATS
    finally:
        settings.PORTAL_SECONDS = kept
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered {answer.status_code}")
    in_database = sum(float(query["time"]) for query in queries)
    return Weight(len(queries), len(answer.content), in_database, processor)


def first_visit(path: str) -> int:
    """The page and everything a browser loads with it, compressed where the server has it so."""
    page = Client(headers={"Accept-Language": "vi"}).get(path).content.decode()
    wanted = {found[0] for found in _ADDRESS.findall(page) if found[0]}
    pictures_for_sharing = {address for address in wanted if "preview" in address}
    return weighed(path).bytes + sum(map(_size, _with_fonts(wanted - pictures_for_sharing)))


def _with_fonts(addresses: Iterable[str]) -> set[str]:
    found = set(addresses)
    for address in list(found):
        if address.endswith(".css"):
            folder = address.rpartition("/")[0]
            links = _ADDRESS.findall(_file(address).read_text())
            found |= {f"{folder}/{link[1]}" for link in links if link[1] and not link[1].startswith("data:")}
    return found


def _file(address: str) -> Path:
    return Path(settings.STATIC_ROOT) / address.removeprefix("/static/").partition("?")[0].partition("#")[0]


def _size(address: str) -> int:
    plain = _file(address)
    packed = plain.with_name(f"{plain.name}.gz")
    return (packed if packed.exists() else plain).stat().st_size
