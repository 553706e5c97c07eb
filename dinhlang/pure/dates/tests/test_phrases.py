"""The grammar's own examples, as they are written and as scanners and hurried people spoil them."""

import csv
import re
import unicodedata
from datetime import date
from importlib.resources import files

import pytest

from dinhlang.pure.dates import read_when
from dinhlang.pure.viet import new_tone, old_tone

ROWS = list(
    csv.DictReader(
        (files("dinhlang.pure.dates") / "spec" / "phrases.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)


def said(phrase, row):
    when = read_when(phrase, date.fromisoformat(row["document_date"]))
    due = ",".join(day.isoformat() for day in when.due)
    return when.kind, str(when.start or "-"), due or "-", when.recurrence or "-"


def meant(row):
    return row["kind"], row["start"], row["due"], row["recurrence"]


def blanks_at_signs(text):
    return re.sub(r"(?<=\d)\s*/\s*(?=\d)", " / ", text)


def fallen_figures(text):
    """Figures that a scanner took for letters: "l5/9", "O5/9"."""
    return re.sub(r"(?<!\w)1(?=\d/)", "l", re.sub(r"(?<![\d.,])0(?=[1-9]/)", "O", text))


def test_there_are_hundreds():
    assert len(ROWS) > 300


def test_each_phrase_means_what_its_row_says():
    wrong = [
        (row["phrase"], said(row["phrase"], row), meant(row)) for row in ROWS if said(row["phrase"], row) != meant(row)
    ]
    assert not wrong, wrong[:10]


SPOILED = {
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "capitals": str.upper,
    "small letters, but roman figures": lambda text: re.sub(r"\b(?![IV]+\b)\w+", lambda m: m.group().lower(), text),
    "old tone": old_tone,
    "new tone": new_tone,
    "blanks at signs": blanks_at_signs,
    "double blanks": lambda text: text.replace(" ", "  "),
    "hard blanks": lambda text: text.replace(" ", "\u00a0"),
    "broken line": lambda text: text.replace(" ngày ", "\nngày "),
    "marked": lambda text: f"**{text}**",
    "fallen figures": fallen_figures,
    "hằng for hàng": lambda text: text.replace("hàng", "hằng").replace("Hàng", "Hằng"),
    "hàng for hằng": lambda text: text.replace("hằng", "hàng").replace("Hằng", "Hàng"),
    "quí for quý": lambda text: text.replace("quý", "quí").replace("Quý", "Quí"),
    "long dashes": lambda text: text.replace(" - ", " – "),
    "full stop": lambda text: f"{text}.",
    "a label before": lambda text: f"Thời gian thực hiện: {text}",
}


@pytest.mark.parametrize("way", SPOILED)
def test_spoiled_writing_means_the_same(way):
    wrong = []
    for row in ROWS:
        phrase = SPOILED[way](row["phrase"])
        if said(phrase, row) != meant(row):
            wrong.append((phrase, said(phrase, row), meant(row)))
    assert not wrong, (len(wrong), wrong[:12])


def test_lengths_to_keep_stand_in_minimum():
    for row in ROWS:
        least = read_when(row["phrase"], date.fromisoformat(row["document_date"])).minimum
        words = f"{least.number} {least.unit}" if least else "-"
        words += " working" if least and least.working else ""
        words += " continuous" if least and least.continuous else ""
        assert words == row["minimum"], row["phrase"]


def test_every_reading_has_a_sentence():
    for row in ROWS:
        sentence = read_when(row["phrase"], date.fromisoformat(row["document_date"])).sentence
        assert sentence.endswith(".")
        assert len(sentence) > 15
