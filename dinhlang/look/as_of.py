"""Pages through time ask for a day the same way: `?ngay=`, and the form `look/as_of.html`."""

from datetime import date

from django.http import HttpRequest

from dinhlang.pure.viet import CannotReadDay, parse_day


def day_asked(request: HttpRequest, *, today: date) -> date:
    """The day of `?ngay=`; today where nothing sensible is asked."""
    try:
        return parse_day(request.GET.get("ngay", ""), today=today)
    except CannotReadDay:
        return today
