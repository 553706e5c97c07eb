"""How long a worker may be silent, and how often a job is tried. Plain Python."""

from datetime import timedelta

LEASE = timedelta(seconds=90)
"""A worker that says nothing for this long is taken for dead, and its job for free."""

BEAT = timedelta(seconds=15)
"""How often a worker says that it lives."""

SILENT = timedelta(minutes=5)
"""After this long without any worker, people are told."""

PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
)
"""How long to wait after the first, second … failure; after the last one a person has to look."""

MOST_TRIES = len(PAUSES) + 1


def pause_after(tries: int) -> timedelta | None:
    """How long to wait before a job that failed this often is tried again; nothing where it is given up."""
    return PAUSES[tries - 1] if 0 < tries < MOST_TRIES else None
