"""One page after another: questions, bytes, requests per second, and how long readers wait."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.figures import Figures
from benchmarks.load import Asked, measured
from benchmarks.weighing import weighed

SECONDS = 3.0
CALM, BUSY = 2, 8


@dataclass(frozen=True)
class Page:
    """A page that is measured: what it is, its addresses (readers take turns), and as whom."""

    what: str
    paths: Sequence[str]
    cookie: str = ""


def weigh(pages: Sequence[Page], figures: Figures) -> None:
    """What each page costs by itself."""
    for page in pages:
        cost = weighed(page.paths[0], page.cookie)
        figures.add(f"{page.what}: queries", cost.queries, "queries")
        figures.add(f"{page.what}: bytes", cost.bytes, "B")
        figures.add(f"{page.what}: in the database", cost.in_database * 1000, "ms")
        figures.add(f"{page.what}: processor", cost.processor * 1000, "ms")


def read(pages: Sequence[Page], figures: Figures, port: int) -> None:
    """Requests per second with many readers; waiting times with as many readers as workers."""
    for page in pages:
        paths = list(page.paths)
        measured(Asked(port, paths, CALM, 0.5, page.cookie))
        calm = measured(Asked(port, paths, CALM, SECONDS, page.cookie))
        busy = measured(Asked(port, paths, BUSY, SECONDS, page.cookie))
        figures.add(f"{page.what}: requests per second, {BUSY} readers", busy.per_second, "1/s")
        figures.add(f"{page.what}: p95, {CALM} readers", calm.p95 * 1000, "ms")
        figures.add(f"{page.what}: p95, {BUSY} readers", busy.p95 * 1000, "ms")
        if calm.wrong or busy.wrong:
            figures.add(f"{page.what}: wrong answers", calm.wrong + busy.wrong, "answers")
