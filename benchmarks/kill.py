"""Killed at random moments under load, hundreds of times: is anything lost that was answered, or left half done?

At scale 1 four village heads write through 300 rounds. In each round, after a moment by chance, one thing is killed
without warning: the processes that serve pages, the whole server, the worker, or a process of PostgreSQL, upon which
all of it falls and recovers (KILL_THE_DATABASE=yes, for a server that serves nobody else). A kill is not a power cut:
what the system had not yet put on the disk is not lost with a process. That part rests on `synchronous=FULL`,
PostgreSQL's own `fsync`, and files that are settled before their row.
"""

import contextlib
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks import world
from benchmarks.figures import Figures
from benchmarks.server import children, serving
from benchmarks.writers import Writer, content_of

ROUNDS, WRITERS = 300, 4
LONGEST = 0.8
"""Seconds of load before the kill."""


class Broken(Exception):
    """What was promised is not so."""


def run(scale: float, figures: Figures) -> None:
    """Rounds of load and killing; after each the house must be whole."""
    seed = int(os.environ.get("SEED", "2026"))
    chance, heads = random.Random(seed), parts()
    told, kept, lost = 0, 0, []
    killings = dict.fromkeys((name for name, _kill in _killings()), 0)
    for number in range(max(4, round(ROUNDS * scale))):
        name, writers = _round(chance, heads)
        killings[name] += 1
        lost += what_is_lost([words for writer in writers for words in writer.kept])
        told += sum(len(writer.told) for writer in writers)
        kept += sum(len(writer.kept) for writer in writers)
        if number % 25 == 24:
            print(f"  … {number + 1} rounds, {kept} writes answered", flush=True)
    half = what_is_half_done()
    _tell(figures, killings, {"sent": told, "answered with “kept”": kept}, seed)
    figures.add("answered and lost", len(lost), "writes")
    figures.add("left half done", len(half), "faults")
    if lost or half:
        raise Broken("\n".join([*lost, *half][:20]))


def _round(chance: random.Random, heads: list[tuple[str, int]]) -> tuple[str, list[Writer]]:
    """Some load, then one thing dies; answers with what it was, and with the writers and what they were told."""
    settings = {"DINHLANG_WRITES_A_MINUTE": "1000000", "DINHLANG_READS_A_MINUTE": "1000000"}
    with serving(**settings) as (port, server), _worker() as worker:
        name, kill = chance.choice(_killings())
        writers = [Writer(port, cookie, part) for cookie, part in heads]
        for writer in writers:
            writer.start()
        time.sleep(chance.uniform(0.05, LONGEST))
        kill(server, worker)
        for writer in writers:
            writer.ends.set()
        for writer in writers:
            writer.join(70)
    return name, writers


def _tell(figures: Figures, killings: dict[str, int], writes: dict[str, int], seed: int) -> None:
    figures.add("seed", seed, "")
    for name, times in killings.items():
        figures.add(f"killed: {name}", times, "times")
    for name, number in writes.items():
        figures.add(f"writes {name}", number, "writes")


def _killings() -> list[tuple[str, Callable[[int, int], None]]]:
    from django.db import connection

    ours: list[tuple[str, Callable[[int, int], None]]] = [
        ("the processes that serve pages", lambda server, worker: _kill(*children(server))),
        ("the whole server", lambda server, worker: _kill(server, *children(server))),
        ("the worker", lambda server, worker: _kill(worker)),
    ]
    may_fall = connection.vendor == "postgresql" and os.environ.get("KILL_THE_DATABASE") == "yes"
    return ours + ([("the database", _kill_the_database)] if may_fall else [])


def _kill(*processes: int) -> None:
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def _kill_the_database(_server: int, _worker: int) -> None:
    """One backend killed without warning: PostgreSQL throws everyone out and recovers from its log."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        others = [pid for (pid,) in cursor.fetchall()]
    connection.close()
    _kill(*others[:1])


@contextlib.contextmanager
def _worker() -> Iterator[int]:
    process = subprocess.Popen([sys.executable, "-m", "dinhlang.config.cli", "worker"], stderr=subprocess.DEVNULL)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait(60)


def what_is_lost(kept: list[str]) -> list[str]:
    """Of what was answered, all that is not there once, with its file."""
    from dinhlang.apps.tasks.models import Progress

    _until_the_database_answers()
    lost = []
    for words in kept:
        found = list(Progress.objects.filter(words=words).prefetch_related("evidence__file"))
        if len(found) != 1:
            lost.append(f"“{words}” was answered and is there {len(found)} times.")
            continue
        digests = [_digest_on_disk(evidence.file) for evidence in found[0].evidence.all()]
        if digests != [hashlib.sha256(content_of(words)).hexdigest()]:
            lost.append(f"The file of “{words}” is not what was sent.")
    return lost


def what_is_half_done() -> list[str]:
    """Also what was never answered is there whole or not at all: report, file, entry; and the chain holds."""
    from dinhlang.apps.audit import public as audit
    from dinhlang.apps.tasks.models import Assignment, Progress

    half = []
    for progress in Progress.objects.prefetch_related("evidence__file").iterator(chunk_size=500):
        kept = list(progress.evidence.all())
        if len(kept) != 1 or _digest_on_disk(kept[0].file) != kept[0].file.sha256:
            half.append(f"“{progress.words}” is there without its file.")
    entries = audit.Entry.objects.filter(act="tasks.progress_told").count()
    if entries != Progress.objects.count():
        half.append(f"{Progress.objects.count()} reports and {entries} entries in the record.")
    for part in Assignment.objects.filter(progress__isnull=False).distinct():
        if part.progress.latest("moment").moment != part.changed_at:
            half.append(f"{part} does not know its latest report.")
    audit.lay_links(everywhere=True)
    if (broken := audit.first_break()) is not None:
        half.append(f"The chain does not hold: {broken}")
    return half


def _digest_on_disk(stored: Any) -> str:
    from django.core.files.storage import default_storage

    with default_storage.open(stored.blob) as opened:
        return hashlib.sha256(opened.read()).hexdigest()


def _until_the_database_answers() -> None:
    from django.db import OperationalError, connection

    for _ in range(300):
        with contextlib.suppress(OperationalError):
            connection.close()
            connection.ensure_connection()
            return
        time.sleep(0.1)
    raise Broken("The database did not come back within 30 seconds.")


def parts() -> list[tuple[str, int]]:
    """A commune with four villages that do one task; each head's cookie and part."""
    from dinhlang.apps.people import public as people
    from dinhlang.apps.plans import public as plans
    from dinhlang.apps.tasks import public as tasks
    from dinhlang.apps.units import public as units
    from dinhlang.base import clock

    world.ready()
    now, today = clock.now(), clock.today()
    when = {"begins": today, "today": today}
    province = units.open_unit(code="24", kind="province", name="Bắc Ninh", parent=None, **when)
    commune = units.open_unit(code="07306", kind="commune", name="Nhã Nam", parent=province, **when)
    committee = units.open_unit(code="07306.UB", kind="people_committee", name="UBND xã", parent=commune, **when)
    villages = [
        units.open_unit(code=f"07306.T{n}", kind="village", name=f"Thôn {n}", parent=commune, **when)
        for n in range(WRITERS)
    ]
    roles = {"begins": today, "by": None, "now": now}
    ha, _ = people.create_person(username="ha", full_name="Hà", kind="officer", unit=committee, **roles)
    for n, village in enumerate(villages):
        people.create_person(username=f"tu{n}", full_name=f"Tư {n}", kind="village_head", unit=village, **roles)
    clause = plans.ClauseFacts("Họp dân bàn việc làng")
    plan = plans.publish_plan(issuer=committee, title="Kế hoạch", clauses=[clause], by=ha, now=now)
    task = tasks.hand_out(clause=plans.clauses_of(plan)[0], leads=villages, due=today, by=ha, now=now, day=today)
    return [
        (world.cookie_of(f"tu{n}"), tasks.Assignment.objects.get(task=task, unit=village).pk)
        for n, village in enumerate(villages)
    ]
