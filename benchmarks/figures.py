"""Figures as they are measured, printed for people and then for programs."""

import json
import os
import platform
import sqlite3
from dataclasses import dataclass, field

from django.db import connection


@dataclass
class Figures:
    """What one run measured."""

    name: str
    scale: float
    rows: list[tuple[str, float, str]] = field(default_factory=list)

    def add(self, what: str, value: float, unit: str = "s") -> None:
        """Keep a figure and show that the run goes on."""
        self.rows.append((what, value, unit))
        print(f"  {what}: {value:,.4g} {unit}", flush=True)

    def print_environment(self) -> None:
        """On what all this was measured."""
        load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
        python = platform.python_version()
        print(
            f"{self.name} at scale {self.scale:g}: {os.cpu_count()} cores, load {load}, "
            f"Python {python}, {connection.vendor} {_version()}",
            flush=True,
        )

    def print(self) -> None:
        """JSON lines, each whole in itself."""
        for what, value, unit in self.rows:
            print(
                json.dumps(
                    {
                        "benchmark": self.name,
                        "scale": self.scale,
                        "database": connection.vendor,
                        "figure": what,
                        "value": round(value, 4),
                        "unit": unit,
                    },
                    ensure_ascii=False,
                )
            )


def percentile(values: list[float], share: float) -> float:
    """The value below which a share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _version() -> str:
    """Of the database."""
    if connection.vendor == "sqlite":
        return sqlite3.sqlite_version
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return str(cursor.fetchone()[0])
