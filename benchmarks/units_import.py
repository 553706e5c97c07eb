"""A file of 20,000 units comes in through the register: read, previewed, written; then the same file again."""

import csv
import io
import time
from random import Random

from benchmarks import world
from benchmarks.figures import Figures

ROWS = 20_000


def run(scale: float, figures: Figures) -> None:
    """As an administrator does it, without the page."""
    from dinhlang.apps.people import public as people
    from dinhlang.apps.register.actions.importing import import_units, keep_for_preview
    from dinhlang.apps.units import public as units
    from dinhlang.base import clock
    from dinhlang.config.demo.province import OPENED

    world.ready()
    now, today = clock.now(), clock.today()
    top = units.open_unit(code="99", kind="province", form="tỉnh", name="Hoa Lư", begins=OPENED, today=today)
    quan, _ = people.make_first_administrator(username="quan", full_name="Vũ Anh Quân", unit=top, now=now, day=today)
    person = people.with_roles_on(quan, day=today)
    file = a_file(round(ROWS * scale))
    figures.add("bytes of the file", len(file), "B")
    for what in ("first time", "the same again"):
        started = time.perf_counter()
        pending, faults = keep_for_preview(file, name="don-vi.csv", day=OPENED, by=person, now=now)
        figures.add(f"{what}: reading", time.perf_counter() - started)
        if faults:
            raise RuntimeError(f"The file has faults: {faults[:3]}")
        started = time.perf_counter()
        done = import_units(pending, by=person, now=now, basis="đo")
        figures.add(f"{what}: checking and writing", time.perf_counter() - started)
        figures.add(f"{what}: created", done.created, "rows")


def a_file(rows: int) -> bytes:
    """Communes with twelve villages each, as the register writes them."""
    from dinhlang.apps.register.rules.rows import COLUMNS
    from dinhlang.config.demo import province

    size = province.Size(communes=max(1, rows // 21), villages=12)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS.values())
    kinds = _labels()
    timelines = province.timelines(size, Random(3))
    for code in list(timelines)[1 : rows + 1]:
        span = timelines[code][0]
        households = "120" if span.facts.kind == "village" else ""
        writer.writerow(
            [
                code,
                span.facts.name,
                span.facts.form,
                kinds[span.facts.kind],
                span.facts.parent,
                "01/01/2023",
                "",
                households,
                "",
            ]
        )
    return out.getvalue().encode()


def _labels() -> dict[str, str]:
    from django.utils.translation import override

    from dinhlang.apps.units import public as units

    with override("vi"):
        return {value: str(label) for value, label in units.UnitKind.choices}
