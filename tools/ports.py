"""Ports for servers that tests and benchmarks start."""

import random
import socket


def free_ports(count: int, *, also: int = 0) -> list[int]:
    """Ports nobody listens at, the one `also` higher free too.

    They lie below 32768, above which the system lends ports to callers: a server that fell can come back to its own.
    """
    found: list[int] = []
    for port in random.sample(range(12_000, 22_000), 1_000):
        if _is_free(port) and _is_free(port + also):
            found.append(port)
        if len(found) == count:
            return found
    raise RuntimeError(f"No {count} free ports between 12,000 and 22,000.")


def free_port() -> int:
    return free_ports(1)[0]


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
