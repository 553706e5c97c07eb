"""Figures as they are measured, printed for people and then for programs."""

import json
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
