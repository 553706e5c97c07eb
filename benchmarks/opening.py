"""From a file to text: milliseconds a page without recognition, seconds and wrong letters a page with it, memory."""

import random
import resource
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

from benchmarks import printing, spoiling
from benchmarks.figures import Figures

PLANS = ("b", "c", "e")
LETTERS_A_PAGE = 2_000
"""Of a plan in type of 14 points; a Word file knows no pages, so its length is held against this."""
ROUNDS = 7


def run(scale: float, figures: Figures) -> None:
    """Plans printed by LibreOffice, then scanned as an office machine does: crooked, grainy, squeezed into JPEG."""
    plans = {name: printing.plan(name) for name in PLANS}
    words = {name: printing.word_file(plan) for name, plan in plans.items()}
    printed = {name: printing.printed(word) for name, word in words.items()}
    _without_recognition(figures, plans, words, printed)
    _long(figures, plans["c"], pages=round(200 * scale))
    _scanned(figures, plans, printed, most=max(1, round(3 * scale)))


def _without_recognition(figures: Figures, plans: dict, words: dict, printed: dict) -> None:
    from dinhlang.apps.intake.opening.opener import open_document

    for form, files in (("DOCX", words), ("PDF", printed)):
        alone, whole, pages, wrong, letters = 0.0, 0.0, 0, 0, 0
        for name, content in files.items():
            opened = open_document(content, f"a.{form}")
            pages += len(opened.pages) if form == "PDF" else max(1, round(len(opened.text) / LETTERS_A_PAGE))
            whole += _least(lambda content=content: open_document(content, "a"))
            alone += _least(lambda content=content: _in_this_process(content))
            want = "\n".join(" ".join(line.split()) for line in plans[name].lines)
            wrong += distance(want, opened.text)
            letters += len(want)
        figures.add(f"{form}: a page", 1000 * alone / pages, "ms")
        figures.add(f"{form}: a page, with the process that reads", 1000 * whole / pages, "ms")
        figures.add(f"{form}: wrong letters", 100 * wrong / letters, "%")
    figures.add("starting the process that reads", 1000 * _least(_empty), "ms")


def _empty() -> None:
    from dinhlang.apps.intake.opening.opener import open_document

    open_document("Một hai ba".encode(), "a.txt")


def _in_this_process(content: bytes) -> None:
    from dinhlang.apps.intake.opening import readers
    from dinhlang.apps.intake.opening.opened import Limits

    readers.read(content, "a", Limits(), lambda done, pages: None, Path())


def _least(do: object) -> float:
    """The best of a few rounds: the machine has other work."""
    times = []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        do()  # type: ignore[operator]
        times.append(time.perf_counter() - started)
    return min(times)


def _long(figures: Figures, plan: printing.Plan, *, pages: int) -> None:
    """A file of very many pages: how long, and how much memory at its worst."""
    from dinhlang.apps.intake.opening.opener import open_document

    word = printing.word_file(plan, times=max(1, pages // 8))
    for form, content in (("DOCX", word), ("PDF", printing.printed(word))):
        started = time.perf_counter()
        opened = open_document(content, "a")
        figures.add(f"{form} of {pages} pages", time.perf_counter() - started)
        figures.add(f"{form} of {pages} pages: pages found", len(opened.pages), "pages")
        figures.add(f"{form} of {pages} pages: memory at most", _memory(content), "MB")


def _memory(content: bytes) -> float:
    """The most that a process holds which reads this and nothing else."""
    program = (
        "import sys, resource; from pathlib import Path; from dinhlang.apps.intake.opening import readers; "
        "from dinhlang.apps.intake.opening.opened import Limits; "
        "readers.read(Path('content').read_bytes(), 'a', Limits(), lambda done, pages: None, Path()); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "content").write_bytes(content)
        told = subprocess.run([sys.executable, "-I", "-c", program], cwd=folder, capture_output=True, check=True)
    return int(told.stdout) / 1024


def _scanned(figures: Figures, plans: dict, printed: dict, *, most: int) -> None:
    from dinhlang.apps.intake.opening.opener import open_document

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for name in PLANS[:most]:
        want = "\n".join(" ".join(line.split()) for line in plans[name].lines)
        for called, spoiled in (("scan", scanned), ("stamped photograph", spoiling.photographed)):
            scan = spoiled(printed[name], seed=name)
            started = time.perf_counter()
            opened = open_document(scan, "scan.pdf")
            seconds = time.perf_counter() - started
            wrong = 100 * distance(want, opened.text) / len(want)
            figures.add(f"{called} of plan {name.upper()}: a page", seconds / len(opened.pages))
            figures.add(f"{called} of plan {name.upper()}: wrong letters", wrong, "%")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    figures.add("seconds of a processor for all scans", after.ru_utime - before.ru_utime)
    figures.add("memory at most of one process that recognises", after.ru_maxrss / 1024, "MB")


def scanned(pdf: bytes, *, seed: str, dots: int = 200) -> bytes:
    """A PDF as it comes from the scanner."""
    import pypdfium2
    from PIL import Image

    chance = random.Random(seed)
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for number in range(len(document)):
        page = document[number].render(scale=dots / 72, grayscale=True).to_pil().convert("L")
        page = page.rotate(chance.uniform(-1.5, 1.5), resample=Image.Resampling.BICUBIC, fillcolor=250)
        page = Image.blend(page, Image.effect_noise(page.size, 28), 0.12)
        kept = BytesIO()
        page.save(kept, "JPEG", quality=70)
        pages.append(Image.open(kept))
    document.close()
    whole = BytesIO()
    pages[0].save(whole, "PDF", save_all=True, append_images=pages[1:], resolution=dots)
    return whole.getvalue()


def distance(want: str, got: str) -> int:
    """Levenshtein: how many letters must be put in, taken out or changed. Like lines are skipped first."""
    from difflib import SequenceMatcher

    wanted, found = want.split("\n"), got.split("\n")
    steps = SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes()
    parts = [(wanted[a:b], found[c:d]) for kind, a, b, c, d in steps if kind != "equal"]
    return sum(_distance("\n".join(one), "\n".join(other)) for one, other in parts)


def _distance(want: str, got: str) -> int:
    row = list(range(len(got) + 1))
    for number, letter in enumerate(want, start=1):
        before, row[0] = row[0], number
        for at, other in enumerate(got, start=1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (letter != other))
    return row[-1]
