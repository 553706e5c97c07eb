"""What kinds of bodies there are, which may stand under which, and what a group expression means. Plain Python."""

from dataclasses import dataclass
from datetime import date

from dinhlang.pure.viet import fold

TERRITORIES = ("country", "province", "district", "commune", "village")
"""The kinds that are places, from the widest to the narrowest; everything else is a body or a post within one."""

LEVELS = {"country": 0, "province": 1, "district": 2, "commune": 3, "village": 4}


@dataclass(frozen=True)
class Group:
    """A group of bodies as a plan names it: which kinds, of places at which level, and words their names must hold."""

    words: str
    kinds: tuple[str, ...]
    levels: tuple[str, ...]
    name_holds: str = ""


def is_territory(kind: str) -> bool:
    """Whether a kind is a place."""
    return kind in LEVELS


def may_stand_under(kind: str, parent_kind: str) -> bool:
    """A place stands under a wider place; a body under a place or a body; a post under a body; nothing under a post."""
    if parent_kind == "post":
        return False
    if kind == "post":
        return not is_territory(parent_kind)
    if is_territory(kind):
        return is_territory(parent_kind) and LEVELS[parent_kind] < LEVELS[kind]
    return True


def overlap(begins: date, ends: date | None, other_begins: date, other_ends: date | None) -> bool:
    """Whether two spans [begins, ends) share a day; no end means it goes on."""
    return (other_ends is None or begins < other_ends) and (ends is None or other_begins < ends)


_LEVEL_WORDS = (
    ("commune", ("cap xa", "cac xa", "xa phuong", "cac phuong", "xa thi tran", "thi tran", "dac khu")),
    ("district", ("cap huyen", "cac huyen", "cac quan", "huyen thi", "huyen thanh pho", "thi xa thanh pho")),
    ("village", ("cac thon", "thon ", "to dan pho", "khu pho", "khu dan cu", "cac ap", "cac ban ")),
    ("province", ("cap tinh", "cac tinh")),
)

_KIND_WORDS = (
    ("people_committee", ("ubnd", "uy ban nhan dan")),
    ("people_council", ("hdnd", "hoi dong nhan dan")),
    ("front", ("mttq", "mat tran to quoc")),
    ("inspection_board", ("ban thanh tra nhan dan",)),
    ("village", ("cac thon", "to dan pho", "khu pho", "khu dan cu", "truong thon", "cac ap")),
    ("enterprise", ("doanh nghiep",)),
    ("service_unit", ("don vi su nghiep", "cac truong", "tram y te")),
    ("union", ("doan the", "to chuc chinh tri xa hoi", "hoi doan the", "cong doan")),
    ("party", ("dang uy", "chi bo", "cap uy")),
    ("force", ("cong an", "quan su", "bien phong")),
    ("department", ("phong ban", "cac phong", "so ban nganh", "cac so", "ban nganh", "phong chuyen mon")),
)


def understand_group(words: str) -> Group | None:
    """What group of bodies the words name, or None when they name a single body or nothing we know.

    "UBND các xã, phường" → committees of communes; "các phòng, ban chuyên môn" → departments of the place itself.
    """
    folded = f"{fold(words)} "
    if not _names_many(folded):
        return None
    kinds = tuple(kind for kind, signs in _KIND_WORDS if any(sign in folded for sign in signs))
    levels = tuple(level for level, signs in _LEVEL_WORDS if any(sign in folded for sign in signs))
    if not kinds and levels:
        kinds = ("people_committee",)
    if "village" in kinds:
        levels = ()
    return Group(words, kinds[:1], levels, _quality(folded)) if kinds else None


def _names_many(folded: str) -> bool:
    return any(
        sign in folded for sign in ("cac ", "cap xa", "cap huyen", "xa phuong", "so ban nganh", "phong ban", "moi ")
    )


def _quality(folded: str) -> str:
    """A state enterprise is told from a private one by its name alone until the register says more."""
    return "nha nuoc" if "doanh nghiep nha nuoc" in folded else ""
