"""Plans against readings that officials made (../shared/gold): the score, what sureness is worth, time for a page."""

import importlib.util
import json
import os
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.figures import Figures
from dinhlang.pure.reading import read
from dinhlang.pure.viet import normal

MORE = [Path(folder) for folder in os.environ.get("DINHLANG_MORE_GOLD", "").split(os.pathsep) if folder]
GOLD = Path(os.environ.get("DINHLANG_GOLD", Path(__file__).resolve().parents[2] / "shared" / "gold"))
PAGE = 2500  # letters
BANDS = (0.0, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


def missing() -> bool:
    """Whether there is nothing to compare with; then the benchmark says nothing."""
    return not (GOLD / "score.py").exists()


def run(scale: float, figures: Figures) -> None:
    """SCALE times through the documents for the time it takes; once for what is right."""
    texts = [normal(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "documents").glob("*.txt"))]
    begin = time.process_time()
    for _ in range(max(1, round(scale))):
        for text in texts:
            read(text)
    letters = sum(map(len, texts)) * max(1, round(scale))
    figures.add("a page of 2,500 letters", (time.process_time() - begin) / letters * PAGE * 1000, "ms")
    scoring = _scoring()
    pairs = dict(_pairs())
    _, overall = scoring.score(pairs)
    for name, value in overall.items():
        figures.add(name, value, "share")
    _print_sureness(scoring, [*pairs.values(), *(pair for folder in MORE for _, pair in _pairs(folder))])


def _scoring() -> ModuleType:
    """Return the scorer that lies beside the gold."""
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(GOLD / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _pairs(folder: Path = GOLD) -> Iterator[tuple[str, tuple[dict[str, Any], dict[str, Any]]]]:
    """Each document of a folder as people read it and as we do; its text may lie with that of the common gold."""
    for path in sorted((folder / "readings").glob("*.json")):
        own = folder / "documents" / f"{path.stem}.txt"
        printed = own if own.exists() else GOLD / "documents" / own.name
        text = normal(printed.read_text(encoding="utf-8"))
        yield path.stem, (json.loads(path.read_text(encoding="utf-8")), read(text).as_json())


def _print_sureness(scoring: ModuleType, pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    """Of duties that are said to be so and so sure, how many are wholly right."""
    right: dict[int, list[bool]] = defaultdict(list)
    said: dict[int, list[float]] = defaultdict(list)
    for gold, found in pairs:
        for duty, good in _judged(scoring, gold["tasks"], found["tasks"]):
            band = max(number for number, least in enumerate(BANDS) if duty["confidence"] >= least)
            right[band].append(good)
            said[band].append(duty["confidence"])
    print(f"{'sure':>12} {'duties':>7} {'said':>6} {'right':>6}")
    for band in sorted(right):
        count = len(right[band])
        span = f"{BANDS[band]:.2f}-{min(1, BANDS[band + 1]):.2f}"
        print(f"{span:>12} {count:7} {sum(said[band]) / count:6.2f} {sum(right[band]) / count:6.2f}")


def _judged(
    scoring: ModuleType, gold: list[dict[str, Any]], found: list[dict[str, Any]]
) -> Iterator[tuple[dict[str, Any], bool]]:
    """Each duty read, and whether its being one, its bodies and its time are all right."""
    pairs = scoring.pair_up(
        gold, found, lambda g, f: scoring.same_text(g["text"], f["text"]), lambda g, f: g["path"] != f["path"]
    )
    of_gold = {theirs: ours for ours, theirs in pairs.items()}
    for number, duty in enumerate(found):
        remarks = scoring.judge_task(gold[of_gold[number]], duty, Counter()) if number in of_gold else [("no duty",)]
        yield duty, not [one for one in remarks if one[0] != "start"]
