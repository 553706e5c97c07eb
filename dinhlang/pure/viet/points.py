"""Where something lies in Việt Nam, its islands with it, and how people write it. Plain Python."""

import re
from decimal import Decimal

LATITUDES = (6, 24)
LONGITUDES = (102, 118)
"""From the southernmost cape and the Spratly Islands to the northernmost village, in degrees."""

Point = tuple[Decimal, Decimal]
_EXACT = Decimal("0.00001")
"""About a metre: nobody places a village more exactly."""


class NotAPoint(ValueError):
    """What was written is no point of the country: `shape`, `swapped` or `far`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def degrees(text: str) -> Decimal:
    """One number of degrees; a comma counts as a point."""
    if not re.fullmatch(r"\d{1,3}(?:[.,]\d{1,20})?", text.strip(), re.ASCII):
        raise NotAPoint("shape")
    return Decimal(text.strip().replace(",", ".")).quantize(_EXACT)


def point_of(latitude: str, longitude: str) -> Point:
    """Two numbers as a point of the country."""
    north, east = degrees(latitude), degrees(longitude)
    if _within(north, LATITUDES) and _within(east, LONGITUDES):
        return north, east
    raise NotAPoint("swapped" if _within(east, LATITUDES) and _within(north, LONGITUDES) else "far")


def read_point(text: str) -> Point:
    """What a map on a telephone copies: "21.43702, 106.09911"; also "21,43702; 106,09911"."""
    parts = text.split(";") if ";" in text else re.split(r",\s+|\s+", text.strip())
    if len(parts) == 1:
        parts = text.split(",")
    if len(parts) != 2:
        raise NotAPoint("shape")
    return point_of(*parts)


def _within(number: Decimal, bounds: tuple[int, int]) -> bool:
    return bounds[0] <= number <= bounds[1]
