"""Work that is done apart from any page: a room marks a function in its `jobs.py`, a worker calls it when it is due.

A job may be done twice: its worker can be killed right before it says "done". Write each so that a second time
changes nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])
OURS = "dinhlang."


@dataclass(frozen=True)
class Kind:
    """One kind of work: where it is written, its name and reason in words, what to call, for how long."""

    path: str
    title: Any
    why: Any
    do: Callable[..., Any]
    limit: timedelta


_kinds: dict[str, Kind] = {}


def job(title: Any, *, why: Any = "", limit: timedelta = timedelta(hours=1)) -> Callable[[F], F]:
    """Mark a function as a kind of work; it takes keywords that JSON can hold and answers with a few words."""

    def mark(function: F) -> F:
        path = path_of(function)
        _kinds[path] = Kind(path, title, why, function, limit)
        return function

    return mark


_listener: ContextVar[Callable[[str], None] | None] = ContextVar("listener", default=None)


@contextmanager
def listening(hear: Callable[[str], None]) -> Iterator[None]:
    """While a job is done, whoever does it hears how far it is."""
    token = _listener.set(hear)
    try:
        yield
    finally:
        _listener.reset(token)


def say(words: str) -> None:
    """How far a long job is; said by the job, between two of its transactions."""
    if (hear := _listener.get()) is not None:
        hear(words)


def path_of(function: Callable[..., Any]) -> str:
    """The name under which a job waits in the queue."""
    return f"{function.__module__}.{function.__qualname__}"


def kind(path: str) -> Kind | None:
    """The work of a name; nothing where this version of the house no longer knows it. Only what is marked is called."""
    if path not in _kinds and path.startswith(OURS):
        try:
            import_module(path.rpartition(".")[0])
        except ImportError:
            return None
    return _kinds.get(path)
