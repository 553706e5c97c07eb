"""Numbers as people here write them: 1.234.567 and 66,7%."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

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
    """Write a part of a whole: 66,7%. Cut, not rounded, so that 100% means all of it. Of nothing: a dash."""
    if not whole:
        return _EMPTY
    scale: int = 10**places
    cut = int(Fraction(part) * 100 * scale / Fraction(whole))
    return number((Decimal(cut) / scale).normalize()) + "%"
