"""Numbers as people here write them: 1.234.567 and 66,7%."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor

_EMPTY = "—"


def number(value: int | float | Decimal, *, places: int | None = None) -> str:
    """Write a number with points between thousands and a comma before decimals: 1.234.567,5.

    Without `places` all decimals given are shown; with it the number is rounded, halves up.
    """
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if not exact.is_finite():
        raise ValueError(f"not a number that can be written: {value!r}")
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{exact:,f}".translate(str.maketrans(",.", ".,"))


def percent(part: int | Decimal, whole: int | Decimal, *, places: int = 1) -> str:
    """Write a part of a whole, halves up: 66,7%. Yet 100% only of all, and 0% only of nothing. Of nothing: a dash."""
    if not whole:
        return _EMPTY
    exact, step = Fraction(part) * 100 / Fraction(whole), Fraction(1, 10**places)
    share = floor(exact / step + Fraction(1, 2)) * step
    if share == 100 and exact < 100:
        share -= step
    elif share == 0 and exact > 0:
        share = step
    return number((Decimal(share.numerator) / share.denominator).normalize()) + "%"
