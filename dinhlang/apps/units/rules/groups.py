"""What a group expression of a plan means, such as "các sở, ban, ngành tỉnh và UBND cấp xã". Plain Python.

The words are read from left to right: heads (which bodies), levels (of which places), and small words between.
A phrase with any other word in it is not understood: better ask a person than hand tasks to the wrong offices.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dinhlang.pure.viet import fold

ANYWHERE = frozenset({"village", "post", "enterprise"})
"""Kinds that a group means wherever they stand within the place, not only right under it."""

BELOW = "below"
"""The level right under the place, whichever that was on the day: "các địa phương"."""


@dataclass(frozen=True)
class Part:
    """Bodies of some kinds: of places at these levels, or, with none, of the place itself."""

    kinds: tuple[str, ...]
    levels: tuple[str, ...] = ()
    name_holds: str = ""

    @property
    def is_anywhere(self) -> bool:
        return set(self.kinds) <= ANYWHERE


@dataclass(frozen=True)
class Group:
    """A group of bodies as a plan names it; `is_some` where it says "liên quan", so that a person must choose."""

    words: str
    parts: tuple[Part, ...]
    is_some: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(kind for part in self.parts for kind in part.kinds))

    @property
    def levels(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(level for part in self.parts for level in part.levels))


_COMMITTEES, _COUNCILS, _FRONT = ("people_committee",), ("people_council",), ("front",)
_DEPARTMENTS, _UNIONS, _VILLAGES = ("department", "office"), ("union",), ("village",)
_BODIES = ("department", "office", "service_unit")

# What is spoken of. The longest words win. A head that is many by itself ("sở, ban, ngành") needs no "các".
_HEADS: dict[str, tuple[tuple[str, ...], str, bool]] = {
    "ubnd": (_COMMITTEES, "", False),
    "uy ban nhan dan": (_COMMITTEES, "", False),
    "dia phuong": (_COMMITTEES, "", False),
    "hdnd": (_COUNCILS, "", False),
    "hoi dong nhan dan": (_COUNCILS, "", False),
    "thuong truc hdnd": (_COUNCILS, "", False),
    "thuong truc hoi dong nhan dan": (_COUNCILS, "", False),
    "uy ban mttq": (_FRONT, "", False),
    "uy ban mttq viet nam": (_FRONT, "", False),
    "ubmttq": (_FRONT, "", False),
    "ubmttq viet nam": (_FRONT, "", False),
    "ubmttqvn": (_FRONT, "", False),
    "mttq": (_FRONT, "", False),
    "mttq viet nam": (_FRONT, "", False),
    "mat tran to quoc": (_FRONT, "", False),
    "mat tran to quoc viet nam": (_FRONT, "", False),
    "uy ban mat tran to quoc": (_FRONT, "", False),
    "uy ban mat tran to quoc viet nam": (_FRONT, "", False),
    "so ban nganh": (_DEPARTMENTS, "", True),
    "so nganh": (_DEPARTMENTS, "", True),
    "ban so nganh": (_DEPARTMENTS, "", True),
    "ban nganh": (_DEPARTMENTS, "", True),
    "phong ban": (_DEPARTMENTS, "", True),
    "phong ban nganh": (_DEPARTMENTS, "", True),
    "phong ban don vi": (_BODIES, "", True),
    "phong": (_DEPARTMENTS, "", False),
    "so": (_DEPARTMENTS, "so", False),
    "nganh": (_DEPARTMENTS, "", False),
    "bo phan nganh": (_DEPARTMENTS, "", False),
    "co quan chuyen mon": (_DEPARTMENTS, "", False),
    "co quan": (_BODIES, "", False),
    "co quan don vi": (_BODIES, "", True),
    "don vi": (_BODIES, "", False),
    "doan the": (_UNIONS, "", False),
    "hoi doan the": (_UNIONS, "", False),
    "hoi": (_UNIONS, "", False),
    "doan the chinh tri xa hoi": (_UNIONS, "", False),
    "to chuc chinh tri xa hoi": (_UNIONS, "", False),
    "to chuc doan the": (_UNIONS, "", False),
    "to chuc thanh vien": (_UNIONS, "", False),
    "to chuc thanh vien mttq": (_UNIONS, "", False),
    "to chuc thanh vien cua mttq": (_UNIONS, "", False),
    "to chuc thanh vien cua mat tran to quoc": (_UNIONS, "", False),
    "tc ct xh": (_UNIONS, "", False),
    "don vi su nghiep": (("service_unit",), "", False),
    "don vi su nghiep cong lap": (("service_unit",), "", False),
    "truong": (("service_unit",), "truong", False),
    "truong hoc": (("service_unit",), "truong", False),
    "truong pho thong": (("service_unit",), "truong", False),
    "tram y te": (("service_unit",), "tram y te", False),
    "dang uy": (("party",), "dang uy", False),
    "chi bo": (("party",), "chi bo", False),
    "cap uy": (("party",), "", False),
    "ban xay dung dang": (("party",), "ban", False),
    "cong an": (("force",), "cong an", False),
    "ban chi huy quan su": (("force",), "quan su", False),
    "doanh nghiep": (("enterprise",), "", False),
    "doanh nghiep nha nuoc": (("enterprise",), "nha nuoc", False),
    "ban thanh tra nhan dan": (("inspection_board",), "", False),
    "thon": (_VILLAGES, "", False),
    "thon ban": (_VILLAGES, "", True),
    "thon to dan pho": (_VILLAGES, "", True),
    "thon ban to dan pho": (_VILLAGES, "", True),
    "to dan pho": (_VILLAGES, "", False),
    "khu pho": (_VILLAGES, "", False),
    "khu dan cu": (_VILLAGES, "", False),
    "ap": (_VILLAGES, "", False),
    "buon": (_VILLAGES, "", False),
    "truong thon": (_VILLAGES, "", False),
    "truong ban": (_VILLAGES, "", False),
    "truong cac thon": (_VILLAGES, "", True),
    "truong khu pho": (_VILLAGES, "", False),
    "to truong to dan pho": (_VILLAGES, "", False),
    "bo co quan ngang bo": (("department",), "bo", True),
    "bo nganh": (("department",), "bo", True),
    "bo": (("department",), "bo", False),
}
_LEVELS: dict[str, tuple[str, ...]] = {
    "xa": ("commune",),
    "phuong": ("commune",),
    "dac khu": ("commune",),
    "thi tran": ("commune",),
    "huyen": ("district",),
    "quan": ("district",),
    "thi xa": ("district",),
    "tinh": ("province",),
    "thanh pho": ("city",),
    "tp": ("city",),
}
_MANY = frozenset({"cac", "moi", "nhung", "tat ca"})
_SOME = frozenset({"lien quan", "co lien quan"})
_SMALL = frozenset(
    {
        "cap",
        "cua",
        "va",
        "khac",
        "thuoc",
        "truc thuoc",
        "truc thuoc trung uong",
        "tren dia ban",
        "tren dia ban tinh",
        "tren dia ban thanh pho",
        "tren dia ban huyen",
        "tren dia ban xa",
        "tren dia ban phuong",
        "thuoc so",
        "bo truong",
        "chuyen mon",
        "cong lap",
        "thuoc ubnd",
        "thuoc uy ban nhan dan",
        "truc thuoc ubnd",
        "theo quy dinh",
        "thu truong",
        "lanh dao",
        "theo chuc nang nhiem vu duoc giao",
        "theo chuc nang nhiem vu quan ly duoc giao",
    }
)
_FOR_LEVELS = frozenset(head for head, meaning in _HEADS.items() if meaning[0] in (_COMMITTEES, _COUNCILS))
"""Heads whose levels are theirs alone: "các sở, ngành, UBND các xã" are not departments of communes."""

_POST = re.compile(r"(?:cong chuc|can bo|chuc danh) (?P<name>.+?)(?P<level> (?:cua )?cac (?:xa|phuong)\b.*| cap xa)$")
_WORDS = {**_HEADS, **_LEVELS, **dict.fromkeys(_MANY | _SOME | _SMALL)}
_LONGEST = max(word.count(" ") + 1 for word in _WORDS)


def understand_group(words: str) -> Group | None:
    """What group of bodies the words name, or None when they name a single body or anything we do not know.

    "UBND các xã, phường" → committees of communes; "các phòng, ban chuyên môn" → departments of the place itself;
    "Công chức Tư pháp – Hộ tịch các xã" → the posts of that name.
    """
    folded = fold(words)
    if post := _POST.fullmatch(folded):
        return Group(words, (Part(("post",), (), post["name"]),))
    tokens = list(_tokens(folded))
    if None in tokens or not _names_many(tokens):
        return None
    parts = tuple(_parts(tokens)) or _places(tokens)
    return Group(words, parts, any(token in _SOME for token in tokens)) if parts else None


def _tokens(folded: str) -> Iterator[str | None]:
    """The longest known words from left to right; None where a word is not known."""
    left = folded.split()
    while left:
        for length in range(min(_LONGEST, len(left)), 0, -1):
            word = " ".join(left[:length])
            if word in _WORDS:
                yield word
                left = left[length:]
                break
        else:
            yield None
            return


def _names_many(tokens: list[str | None]) -> bool:
    """ "các …", "cấp xã", "xã, phường", or a head that is many by itself."""
    if any(token in _MANY or (token in _HEADS and _HEADS[token][2]) for token in tokens if token):
        return True
    neighbours = list(pairwise(tokens))
    return any(two in _LEVELS and (one == "cap" or one in _LEVELS) for one, two in neighbours)


def _parts(tokens: list[str | None]) -> Iterator[Part]:
    """Heads wait for the levels that follow them; a head after levels opens the next part."""
    heads: list[str] = []
    levels: list[str] = []
    for token in tokens:
        if token in _HEADS:
            if levels or (token in _FOR_LEVELS and not set(heads) <= _FOR_LEVELS):
                yield from _closed(heads, levels)
                heads, levels = [], []
            heads.append(str(token))
        elif token in _LEVELS and heads:
            levels.extend(_LEVELS[str(token)])
    yield from _closed(heads, levels)


def _closed(heads: list[str], levels: list[str]) -> Iterator[Part]:
    for head in heads:
        kinds, name_holds, _ = _HEADS[head]
        places = () if set(kinds) <= ANYWHERE else _places_meant(kinds, levels)
        yield Part(kinds, (BELOW,) if head == "dia phuong" else places, name_holds)


def _places_meant(kinds: tuple[str, ...], levels: list[str]) -> tuple[str, ...]:
    """ "Thành phố" beside tỉnh is a province, beside huyện a district; alone it is the place that speaks."""
    meant = tuple(dict.fromkeys(levels))
    if "city" not in meant:
        return meant
    others = tuple(level for level in meant if level != "city")
    if others or kinds != _COMMITTEES:
        return others
    return ("district",)


def _places(tokens: list[str | None]) -> tuple[Part, ...]:
    """Places alone stand for their committees: "các xã, phường"."""
    levels = [level for token in tokens if token in _LEVELS for level in _LEVELS[str(token)]]
    return (Part(_COMMITTEES, _places_meant(_COMMITTEES, levels)),) if levels else ()
