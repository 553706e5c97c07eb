"""`{% load deadlines %}`: how a day was counted, and what the law says of it, in words."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dinhlang.apps.deadlines import actions
from dinhlang.apps.deadlines.rules import Told
from dinhlang.pure.law import COUNTING_RULES, Confidence, Measure, Rule, Unit

register = template.Library()
register.filter("law_words", actions.law_words)
register.filter("law_article", actions.law_article)


@register.inclusion_tag("deadlines/counting.html")
def counting(told: Told) -> dict[str, object]:
    """From which day, how many, and each day that was passed over with the reason."""
    units = {"day": _("ngày"), "week": _("tuần"), "month": _("tháng"), "quarter": _("quý"), "year": _("năm")}
    return {"told": told, "unit": units.get(told.count.unit, told.count.unit)}


@register.simple_tag
def law_count(rule: Rule) -> str:
    """ "chậm nhất 5 ngày làm việc", "ít nhất 30 ngày"."""
    n = rule.number or 0
    lengths = {
        Unit.DAYS: ngettext("%(n)s ngày", "%(n)s ngày", n),
        Unit.WORKING_DAYS: ngettext("%(n)s ngày làm việc", "%(n)s ngày làm việc", n),
        Unit.MONTHS: ngettext("%(n)s tháng", "%(n)s tháng", n),
    }
    measures = {
        Measure.WITHIN: _("chậm nhất %(length)s sau"),
        Measure.AT_LEAST: _("ít nhất %(length)s"),
        Measure.AHEAD: _("chậm nhất %(length)s trước"),
    }
    return measures[rule.measure] % {"length": lengths[rule.unit] % {"n": n}}


@register.simple_tag
def law_span(rule: Rule) -> str:
    """From when to when it holds."""
    told = {"begins": f"{rule.begins:%d/%m/%Y}", "ends": f"{rule.ends:%d/%m/%Y}" if rule.ends else ""}
    return _("từ %(begins)s đến trước %(ends)s") % told if rule.ends else _("từ %(begins)s") % told


@register.simple_tag
def law_sure(rule: Rule) -> str:
    """How surely it is known: what was not read in full only reminds."""
    return {
        Confidence.HIGH: _("đã đọc toàn văn điều khoản"),
        Confidence.MEDIUM: _("theo nguồn thứ hai; chỉ để nhắc"),
        Confidence.LOW: _("chưa đối chiếu văn bản; chỉ để nhắc"),
    }[rule.confidence]


@register.inclusion_tag("deadlines/law_counting.html")
def law_counting() -> dict[str, object]:
    """By which rules days are counted at all."""
    return {"counting": [(rule, law_sure(rule)) for rule in COUNTING_RULES]}
