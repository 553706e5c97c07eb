"""How a body is named at the head of its documents, in their symbol and at their foot (NĐ 30/2020, Phụ lục I)."""

import re

from dinhlang.pure.drafting import Mark, Power, SignOff
from dinhlang.pure.viet import capital_first, one_line

COLLECTIVES = {
    "people_committee": ("UBND", "Ủy ban nhân dân"),
    "people_council": ("HĐND", "Hội đồng nhân dân"),
    "front": ("MTTQ", "Ban Thường trực"),
    "inspection_board": ("BTTND", "Ban Thanh tra nhân dân"),
}
"""Bodies that decide together: their group in the symbol, and on whose behalf (TM.) one signs."""

WITHOUT_SUPERIOR = frozenset({"people_committee", "people_council", "front", "union", "party", "inspection_board"})
"""They stand at the head of their documents alone (mục II.2.a)."""

_SHORT = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "MTTQ": "Mặt trận Tổ quốc",
    "TP": "thành phố",
}
_PLACE = re.compile(r" (xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh) [A-ZĐÀ-Ỹ0-9].*")


def in_full(name: str) -> str:
    """ "UBND xã Nhã Nam" as a letterhead says it: "Ủy ban nhân dân xã Nhã Nam"."""
    words = (_SHORT.get(word, word) for word in one_line(name).split(" "))
    return capital_first(" ".join(words))


def symbol_group(kind: str, name: str) -> str:
    """The body's group in a symbol: UBND, HĐND; of others the first letters: Sở Nội vụ is SNV."""
    if kind in COLLECTIVES:
        return COLLECTIVES[kind][0]
    words = re.findall(r"\w+", _PLACE.sub("", one_line(name)))
    return "".join(_letters(word) for word in words if word.casefold() != "và")


def _letters(word: str) -> str:
    return word if word.isupper() else word[0].upper()


def sign_off(kind: str, *, title: str, name: str) -> SignOff:
    """TM. Ủy ban nhân dân / Chủ tịch; a deputy signs KT. for the head (Điều 13; mục II.7)."""
    powers = []
    if kind in COLLECTIVES:
        powers.append(Power(Mark.ON_BEHALF, COLLECTIVES[kind][1]))
    if is_deputy(title):
        powers.append(Power(Mark.FOR_THE_HEAD, capital_first(title[3:].strip())))
    return SignOff(title=title, name=name, powers=tuple(powers))


def is_deputy(title: str) -> bool:
    """Phó Chủ tịch, Phó Trưởng phòng …"""
    return title.casefold().startswith("phó ")


def powers_of(lines: list[str]) -> tuple[tuple[Power, ...], list[str]]:
    """Read lines such as "TM. ỦY BAN NHÂN DÂN"; the second part of the answer is what could not be read."""
    read, unread = [], []
    for line in filter(None, map(one_line, lines)):
        mark = next((mark for mark in Mark if line.upper().startswith(mark.value)), None)
        if mark is None or not line[len(mark.value) :].strip():
            unread.append(line)
        else:
            read.append(Power(mark, line[len(mark.value) :].strip()))
    return tuple(read), unread
