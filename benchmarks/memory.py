"""Memory of each worker after it has served every kind of page."""

from benchmarks import world
from benchmarks.figures import Figures
from benchmarks.load import Asked, measured
from benchmarks.pages import public_pages, signed_in_pages
from benchmarks.server import children, kilobytes, serving


def run(scale: float, figures: Figures) -> None:
    """A tenth of the province is enough: what a worker holds does not grow with the rows."""
    world.province(scale / 10, figures)
    pages = [*public_pages(), *signed_in_pages()]
    with serving() as (port, pid):
        figures.add("master at the start", kilobytes(pid) / 1024, "MB")
        for page in pages:
            measured(Asked(port, list(page.paths), 8, 1.5, page.cookie))
        workers = children(pid)
        for number, worker in enumerate(workers, 1):
            figures.add(f"worker {number}, resident", kilobytes(worker) / 1024, "MB")
        shares = [kilobytes(one, "Pss") for one in [pid, *workers]]
        figures.add("the server as a whole, shared memory counted once", sum(shares) / 1024, "MB")
