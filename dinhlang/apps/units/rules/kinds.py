"""What kinds of bodies there are, which may stand under which, and how a unit is called in full. Plain Python."""

from datetime import date

TERRITORIES = ("country", "province", "district", "commune", "village")
"""The kinds that are places, from the widest to the narrowest; everything else is a body or a post within one."""

LEVELS = {"country": 0, "province": 1, "district": 2, "commune": 3, "village": 4}


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


def full_name(form: str, name: str) -> str:
    """With its form, as people say it: "xã Nhã Nam"; a form that already begins the name is not said twice."""
    if not form or name.casefold().startswith(f"{form.casefold()} "):
        return name
    return f"{form} {name}"
