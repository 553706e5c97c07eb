"""What a name in a document likely is, so that whoever creates the unit need not type it again. Plain Python."""

from dataclasses import dataclass

from dinhlang.pure.viet import fold, one_line

_PLACES = {
    "village": ("tổ dân phố", "khu phố", "khối phố", "thôn", "bản", "ấp", "buôn", "làng", "xóm"),
    "commune": ("thị trấn", "đặc khu", "phường", "xã"),
}
"""The forms of places, with their marks: “bản” is a village, “ban” is not."""

_BEGINNINGS = {
    "people_committee": ("uy ban nhan dan", "ubnd"),
    "people_council": ("hoi dong nhan dan", "hdnd"),
    "front": ("uy ban mat tran", "mat tran to quoc", "mttq", "ub mttq"),
    "inspection_board": ("ban thanh tra nhan dan",),
    "steering": ("ban chi dao", "to cong tac", "to giup viec"),
    "force": ("cong an", "ban chi huy quan su", "bo chi huy quan su", "don bien phong"),
    "party": ("dang uy", "tinh uy", "thanh uy", "ban tuyen giao", "ban to chuc", "ban dan van", "chi bo"),
    "union": ("hoi nong dan", "hoi lien hiep", "hoi phu nu", "hoi cuu chien binh", "doan thanh nien", "cong doan"),
    "service_unit": ("trung tam", "truong", "tram y te", "benh vien", "thu vien", "ban quan ly"),
    "enterprise": ("cong ty", "hop tac xa"),
    "office": ("van phong",),
    "post": ("truong thon", "to truong", "cong chuc", "chu tich", "pho chu tich"),
    "department": ("so", "phong", "ban", "chi cuc"),
}  # fmt: skip
"""How names of bodies of a kind begin, without marks; the longest beginning counts."""

UNDER_A_COMMITTEE = frozenset({"department", "office", "service_unit", "steering", "post"})
"""Kinds that stand under the committee of a place and not under the place itself."""


@dataclass(frozen=True)
class Likely:
    """A name parted as the form of a new unit wants it; what is not clear is empty."""

    name: str
    form: str = ""
    kind: str = ""
    is_of_province: bool = False


def likely_unit(words: str) -> Likely:
    """The form and kind that a name tells of itself: "thôn Đồi" is a village, "Sở Y tế" a department of a province."""
    words = one_line(words)
    for kind, forms in _PLACES.items():
        for form in forms:
            if words.casefold().startswith(f"{form} "):
                return Likely(words[len(form) + 1 :], form, kind)
    key = f"{fold(words)} "
    found = [
        (len(start), kind) for kind, starts in _BEGINNINGS.items() for start in starts if key.startswith(f"{start} ")
    ]
    return Likely(words, kind=max(found)[1] if found else "", is_of_province=key.startswith("so "))
