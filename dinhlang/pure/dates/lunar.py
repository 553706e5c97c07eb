"""The Vietnamese lunar calendar, as far as feasts need it: which day a day of a lunar month is.

The rule is that of the calendar itself: a month begins on the day of the new moon in Việt Nam (UTC+7), and the
eleventh month holds the winter solstice. The series are the ones of Jean Meeus, "Astronomical Algorithms", as Hồ
Ngọc Đức wrote them down for the Vietnamese calendar.
"""

from datetime import date
from functools import lru_cache
from math import floor, pi, sin

_ZONE = 7.0
_EPOCH = 1721425  # the Julian day number of ordinal 0
_MONTH = 29.530588853
_FIRST_MOON = 2415021.076998695


@lru_cache(maxsize=256)
def lunar_day(year: int, month: int, day: int) -> date:
    """The day of our calendar on which a day of an ordinary (never a leap) lunar month of the lunar year falls."""
    eleventh_before, eleventh = _eleventh_month(year - 1), _eleventh_month(year)
    number = floor(0.5 + (eleventh_before - _FIRST_MOON) / _MONTH)
    after = (month - 11) % 12 if month < 11 else month - 11
    if month >= 11:
        number = floor(0.5 + (eleventh - _FIRST_MOON) / _MONTH)
    elif eleventh - eleventh_before > 365:
        leap = _leap_after(eleventh_before)
        after += after >= leap
    return date.fromordinal(_new_moon(number + after) + day - 1 - _EPOCH)


def _new_moon(k: int) -> int:
    """The Julian day number, in Việt Nam, of the k-th new moon after 1900."""
    t = k / 1236.85
    r = pi / 180
    sun = (359.2242 + 29.10535608 * k - 0.0000333 * t**2 - 0.00000347 * t**3) * r
    moon = (306.0253 + 385.81691806 * k + 0.0107306 * t**2 + 0.00001236 * t**3) * r
    node = (21.2964 + 390.67050646 * k - 0.0016528 * t**2 - 0.00000239 * t**3) * r
    begin = 2415020.75933 + 29.53058868 * k + 0.0001178 * t**2 - 0.000000155 * t**3
    begin += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t**2) * r)
    shift = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun) - 0.4068 * sin(moon) + 0.0161 * sin(2 * moon)
    shift += -0.0004 * sin(3 * moon) + 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    shift += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun) - 0.0006 * sin(2 * node + moon)
    shift += 0.0010 * sin(2 * node - moon) + 0.0005 * sin(2 * moon + sun)
    slow = -0.000278 + 0.000265 * t + 0.000262 * t**2
    if t < -11:
        slow = 0.001 + 0.000839 * t + 0.0002261 * t**2 - 0.00000845 * t**3 - 0.000000081 * t * t**3
    return floor(begin + shift - slow + 0.5 + _ZONE / 24)


def _sun(day_number: int) -> int:
    """In which twelfth of its yearly way the sun stands at midnight in Việt Nam."""
    t = (day_number - 0.5 - _ZONE / 24 - 2451545.0) / 36525
    r = pi / 180
    anomaly = (357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3) * r
    way = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    way += (1.914600 - 0.004817 * t - 0.000014 * t**2) * sin(anomaly)
    way += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly)
    return floor((way % 360) / 30)


def _eleventh_month(year: int) -> int:
    """On which day the lunar month begins that holds the winter solstice of the year."""
    last = date(year, 12, 31).toordinal() + _EPOCH
    k = floor((last - 2415021) / _MONTH)
    begin = _new_moon(k)
    return _new_moon(k - 1) if _sun(begin) >= 9 else begin


def _leap_after(eleventh: int) -> int:
    """How many months after the eleventh the leap month comes: the first in which the sun enters no new twelfth."""
    k = floor(0.5 + (eleventh - _FIRST_MOON) / _MONTH)
    for after in range(1, 15):
        if _sun(_new_moon(k + after)) == _sun(_new_moon(k + after + 1)):
            return after
    return 15
