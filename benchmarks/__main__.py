"""Runs one benchmark in a folder of its own: NAME=pages SCALE=1, or just pages. Without a name it lists them."""

import importlib
import os
import pkgutil
import sys
import tempfile
import time
from pathlib import Path

import benchmarks
from benchmarks.figures import Figures


def names() -> list[str]:
    """Every benchmark: a module that has `run(scale, figures)`."""
    skipped = {"__main__", "figures", "load", "printing", "reading", "server", "table", "weighing", "world", "writers"}
    return sorted(m.name for m in pkgutil.iter_modules(benchmarks.__path__) if m.name not in skipped)


def list_them() -> int:
    """One line for each."""
    for name in names():
        module = importlib.import_module(f"benchmarks.{name}")
        print(f"NAME={name:12} {(module.__doc__ or '').strip().splitlines()[0]}")
    return 0


def main() -> int:
    """Parse NAME= and SCALE=, make an empty house, run."""
    asked = dict(part.split("=", 1) for part in sys.argv[1:] if "=" in part)
    name = asked.get("NAME") or next((part for part in sys.argv[1:] if "=" not in part), "")
    if name not in names():
        if name:
            print(f"There is no benchmark “{name}”.")
        return list_them() or (2 if name else 0)
    with tempfile.TemporaryDirectory(prefix="dinhlang-bench-") as home:
        os.environ.setdefault("DINHLANG_HOME", str(Path(home)))
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dinhlang.config.settings")
        import django

        django.setup()
        module = importlib.import_module(f"benchmarks.{name}")
        if getattr(module, "missing", bool)():
            return 0  # what it compares with is not here
        figures = Figures(name=name, scale=float(asked.get("SCALE", "1")))
        figures.print_environment()
        started = time.perf_counter()
        module.run(figures.scale, figures)
        figures.add("seconds in all", time.perf_counter() - started)
        figures.print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
