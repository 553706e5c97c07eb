"""`{% load deadlines %}`: how a day was counted, in words."""

from django import template
from django.utils.translation import gettext as _

from dinhlang.apps.deadlines.rules import Told

register = template.Library()


@register.inclusion_tag("deadlines/counting.html")
def counting(told: Told) -> dict[str, object]:
    """From which day, how many, and each day that was passed over with the reason."""
    units = {"day": _("ngày"), "week": _("tuần"), "month": _("tháng"), "quarter": _("quý"), "year": _("năm")}
    return {"told": told, "unit": units.get(told.count.unit, told.count.unit)}
