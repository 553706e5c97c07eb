"""Days, moments and numbers as people read them, in Vietnamese and in English."""

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.dateformat import format as dateformat
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

WEEKDAYS = [_("thứ Hai"), _("thứ Ba"), _("thứ Tư"), _("thứ Năm"), _("thứ Sáu"), _("thứ Bảy"), _("Chủ nhật")]
SOON = 3


def in_vietnamese() -> bool:
    """Whether this page speaks Vietnamese."""
    return (get_language() or "vi").startswith("vi")


def as_day(value: date | datetime) -> date:
    """The day of a moment, where people live."""
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value


def weekday(day: date) -> str:
    """thứ Sáu, Friday."""
    return str(WEEKDAYS[day.weekday()])


def numeric(day: date) -> str:
    """20/11/2026, 20 Nov 2026."""
    return f"{day:%d/%m/%Y}" if in_vietnamese() else dateformat(day, "j M Y")


def near(day: date, today: date) -> str:
    """20/11, 20 Nov; with its year where that is another: 20/11/2027, 20 Nov 2027."""
    if day.year != today.year:
        return numeric(day)
    return f"{day:%d/%m}" if in_vietnamese() else dateformat(day, "j M")


def short(day: date) -> str:
    """thứ Sáu, 20/11/2026; Fri 20 Nov 2026."""
    return f"{weekday(day)}, {numeric(day)}" if in_vietnamese() else dateformat(day, "D j M Y")


def long(day: date) -> str:
    """thứ Sáu, 20 tháng 11 năm 2026; Friday, 20 November 2026."""
    if in_vietnamese():
        return f"{weekday(day)}, {day.day} tháng {day.month} năm {day.year}"
    return dateformat(day, "l, j F Y")


def moment(value: datetime) -> str:
    """10:42 ngày 20/11/2026; 10:42 on 20 Nov 2026."""
    here = timezone.localtime(value) if timezone.is_aware(value) else value
    return gettext("%(time)s ngày %(day)s") % {"time": f"{here:%H:%M}", "day": numeric(here.date())}


def relative(due: date, today: date) -> str:
    """What a due day means today: quá 2 ngày, hôm nay, còn 3 ngày."""
    left = (due - today).days
    if left < 0:
        return ngettext("quá %(n)s ngày", "quá %(n)s ngày", -left) % {"n": number(-left)}
    if left == 0:
        return gettext("hôm nay")
    return ngettext("còn %(n)s ngày", "còn %(n)s ngày", left) % {"n": number(left)}


def urgency(due: date, today: date) -> str:
    """The mark of a due day: late, soon (three days or fewer), or none."""
    left = (due - today).days
    return "late" if left < 0 else "soon" if left <= SOON else "none"


def number(value: int | float | Decimal) -> str:
    """1.234,5 in Vietnamese, 1,234.5 in English; no needless zeros."""
    plain = f"{value:,}" if isinstance(value, int) else f"{Decimal(str(value)).normalize():,f}"
    return plain.translate(str.maketrans(",.", ".,")) if in_vietnamese() else plain
