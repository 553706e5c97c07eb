"""A printed date: "ngày 05 tháng 9 năm 2024", "ngày 5/9/2024", with what scanners make of digits."""

import datetime as dt
import re

_BLANK = r"[\s.…_]{0,30}"
_D = r"[\doil|!]"
DAY = re.compile(
    rf"ng[au]y\s{{0,30}}(?:(?P<day>\S{{0,4}}?|\S ?\S)\s{{0,30}}th[ao]ng{_BLANK}(?P<month>[^\s]{{0,4}}?|\S ?\S){_BLANK}"
    rf"n[ao]m{_BLANK}(?P<year>[\doil|!]{{4}}|[\doil|!] ?[\doil|!] ?[\doil|!] ?[\doil|!]|)"
    rf"|(?P<d>{_D}{{1,2}})\s?[/.-]\s?(?P<m>{_D}{{1,2}})\s?[/.-]\s?(?P<y>{_D}{{4}}))"
)
_AS_DIGIT = str.maketrans("oil|!", "01111")


def digits(text: str) -> int | None:
    """Return the number a scanner meant: l, I and | are 1, O is 0; None when blank or spoilt."""
    bare = "".join(text.split()).translate(_AS_DIGIT).strip(".,…_-")
    return int(bare) if bare.isascii() and bare.isdigit() else None


def day_of(found: re.Match[str]) -> dt.date | None:
    """Return the day of a match of DAY; None when a part is blank, spoilt or impossible."""
    long = found["year"] is not None
    day, month, year = (digits(found[name]) for name in (("day", "month", "year") if long else ("d", "m", "y")))
    if not (day and month and year) or not 1900 <= year <= 2200:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
