"""Reads of the chains of reports: their days, why each is what it is, and whom they concern."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import access, rules
from dinhlang.apps.deadlines.models import ChainDay, ChainLevel, ChainMove, ChainPeriod, Deadline, ReportChain
from dinhlang.apps.deadlines.queries.laws import breach
from dinhlang.apps.plans import public as plans
from dinhlang.apps.units import public as units
from dinhlang.pure.law import two_tiers_from


def chains_of(plan: plans.Plan) -> QuerySet[ReportChain]:
    """The chains laid out under a plan, those that are followed first."""
    return plan.report_chains.order_by("ended_at", "-made_at", "-pk")


def any_chain() -> bool:
    """Whether any chain is followed at all: where none is, nobody's bodies are looked up."""
    return ReportChain.objects.filter(ended_at__isnull=True).exists()


@dataclass(frozen=True)
class Cell:
    """By when one level sends in one period, why, and what that day was before."""

    day: ChainDay
    why: str
    told: rules.Told | None
    moves: list[ChainMove]


@dataclass(frozen=True)
class Row:
    """One period: each level's day, from the highest down, and what speaks against it."""

    period: ChainPeriod
    cells: list[Cell]
    conflicts: list[str]

    def is_over(self, today: date) -> bool:
        """Whether the recipient has it, or should."""
        return self.period.last_day < today


def rows_of(chain: ReportChain, *, today: date) -> list[Row]:
    """All periods with their days. What is over has no conflicts any more."""
    levels = list(chain.levels.select_related("unit"))
    found = ChainDay.objects.filter(period__chain=chain).select_related("period").prefetch_related("moves__by")
    days = {(one.period_id, one.level_id): one for one in found}
    rows = []
    for period in chain.periods.all():
        own = [days[period.pk, level.pk] for level in levels]
        for one, level in zip(own, levels, strict=True):
            one.level = level
        links = [rules.Link(one.day, rules.Reckoned(one.day), one.starts_on) for one in own]
        said = said_against(links, levels, closes_on=period.closes_on, today=today) if period.last_day >= today else []
        rows.append(Row(period, _cells(own, chain, period), said))
    return rows


def _cells(own: Sequence[ChainDay], chain: ReportChain, period: ChainPeriod) -> list[Cell]:
    above: list[ChainDay | None] = [None, *own]
    return [
        Cell(one, reason(chain.recipient, period.last_day, higher), rules.told(one.reckoning), list(one.moves.all()))
        for one, higher in zip(own, above, strict=False)
    ]


def reason(recipient: str, last_day: date, above: ChainDay | None) -> str:
    """Why one sends by its day: since the recipient, or the one above, must have or send it by another."""
    if above is None:
        told: dict[str, object] = {"who": recipient, "day": f"{last_day:%d/%m/%Y}"}
        return _("vì %(who)s phải nhận trước %(day)s") % told
    told = {"who": above.level.name, "day": f"{above.day:%d/%m/%Y}", "n": above.level.days}
    return _("vì %(who)s phải gửi trước %(day)s, trừ %(n)s ngày làm việc để tổng hợp") % told


def why_of(one: ChainDay) -> str:
    """The same, of a single day."""
    above = ChainDay.objects.filter(
        period=one.period, level__chain=one.level.chain_id, level__order=one.level.order - 1
    )
    higher = above.select_related("level__unit").first() if one.level.order else None
    return reason(one.level.chain.recipient, one.period.last_day, higher)


def said_against(
    links: Sequence[rules.Link], levels: Sequence[ChainLevel], *, closes_on: date, today: date
) -> list[str]:
    """What speaks against the days of one period, in whole sentences that say how to mend it."""
    kinds = [one.level for one in levels]
    found = rules.conflicts(links, kinds, closes_on=closes_on, day=today, no_district_from=two_tiers_from())
    return [_SENTENCES[conflict](links[n], levels[n], closes_on) for conflict, n in found] + _by_law(links, levels)


def _by_law(links: Sequence[rules.Link], levels: Sequence[ChainLevel]) -> list[str]:
    """What the law says of the days that duties would have by the chain, as for a day that a person gives."""
    day_of = {level.clause_id: link.day for level, link in zip(levels, links, strict=True) if level.clause_id}
    named = Deadline.objects.filter(clause__in=day_of, ended_at__isnull=True).exclude(law="").select_related("clause")
    found = [(one, day_of[one.clause_id]) for one in named if one.clause_id]
    in_force = calendar.calendar_in_force() if found else None
    broken = [(one, day, breach(one, day, calendar=in_force)) for one, day in found if in_force]
    return [_breaks(one, day, by_law) for one, day, by_law in broken if by_law]


def _breaks(deadline: Deadline, day: date, by_law: rules.ByLaw) -> str:
    told = {
        "duty": deadline.clause.mark if deadline.clause else deadline.words,
        "day": f"{day:%d/%m/%Y}",
        "article": by_law.rule.article,
        "says": by_law.rule.says,
    }
    if by_law.rule.blocks:
        return _("“%(duty)s” sẽ có hạn %(day)s, trái %(article)s: %(says)s Chuỗi không lập được như vậy.") % told
    return _("“%(duty)s” sẽ có hạn %(day)s; xin xem lại theo %(article)s: %(says)s") % told


def _told(link: rules.Link, level: ChainLevel, closes_on: date) -> dict[str, object]:
    return {
        "who": level.name,
        "starts": f"{link.starts_on:%d/%m/%Y}",
        "day": f"{link.day:%d/%m/%Y}",
        "closes": f"{closes_on:%d/%m/%Y}",
    }


_SENTENCES = {
    rules.Conflict.PAST: lambda *about: (
        _(
            "%(who)s phải bắt đầu làm báo cáo ngày %(starts)s, là ngày đã qua. "
            "Hãy lùi ngày nhận cuối, hoặc bớt ngày tổng hợp."
        )
        % _told(*about)
    ),
    rules.Conflict.BEFORE_CLOSE: lambda *about: (
        _(
            "%(who)s phải bắt đầu làm báo cáo ngày %(starts)s, khi kỳ báo cáo chưa kết thúc (%(closes)s), nên số liệu "
            "chưa đủ. Hãy lùi ngày nhận cuối, bớt ngày tổng hợp, hoặc chốt số liệu sớm hơn."
        )
        % _told(*about)
    ),
    rules.Conflict.NO_DISTRICT: lambda *about: (
        _("Ngày %(day)s không còn cấp huyện, nên bậc “%(who)s” không có ai gửi. Hãy lập chuỗi không có bậc này.")
        % _told(*about)
    ),
}


def chain_day_among(
    days: Sequence[ChainDay], deadline: Deadline, nominal: date | None, *, day: date
) -> ChainDay | None:
    """By which of the days of a level (in the order of the periods) an occurrence is due, if by any.

    An occurrence is of the first period whose last day is not before it; what does not come back, of the next period.
    """
    wanted = nominal if deadline.comes_back and nominal else day
    upto = [one for one in days if one.period.last_day >= wanted]
    if not upto or (deadline.comes_back and nominal and _is_of_an_earlier(upto[0], nominal)):
        return None
    return upto[0]


def _is_of_an_earlier(one: ChainDay, nominal: date) -> bool:
    """An occurrence long before the first period that was laid out belongs to none."""
    months = rules.Rhythm(one.level.chain.rhythm).months or 12
    return one.period.order == 0 and (one.period.last_day - nominal).days > months * 31


def chain_day_of(clause: plans.Clause, *, day: date, nominal: date | None = None) -> date | None:
    """By when a duty is due as a chain says, if a chain that is followed names it."""
    found = ChainDay.objects.filter(level__clause=clause, level__chain__ended_at__isnull=True)
    wanted = found.filter(period__last_day__gte=nominal or day).select_related("period", "level__chain")
    one = wanted.order_by("period__order").first()
    return None if one is None or (nominal and _is_of_an_earlier(one, nominal)) else one.day


def chain_naming(deadline: Deadline) -> ReportChain | None:
    """The chain that a deadline follows, if any."""
    found = ReportChain.objects.filter(levels__clause=deadline.clause_id, ended_at__isnull=True)
    return found.first() if deadline.clause_id else None


@dataclass(frozen=True)
class Mine:
    """A day of a chain that concerns a body of the person, and whether it was moved lately."""

    one: ChainDay
    why: str
    moved: ChainMove | None


def days_of_mine(bodies: Sequence[units.Unit], *, today: date, since: date, most: int = 8) -> list[Mine]:
    """What these bodies send next by the chains they stand in: of each chain the next period."""
    levels = ChainLevel.objects.filter(access.levels_concerning(bodies), chain__ended_at__isnull=True)
    found = ChainDay.objects.filter(level__in=levels, day__gte=today).select_related(
        "level__unit", "level__chain__plan", "period"
    )
    first: dict[int, ChainDay] = {}
    for one in found.order_by("day", "pk")[:200]:
        first.setdefault(one.level_id, one)
    shown = list(first.values())[:most]
    moves = ChainMove.objects.filter(chain_day__in=shown, moment__date__gte=since).order_by("pk")
    latest = {move.chain_day_id: move for move in moves}
    return [Mine(one, why_of(one), latest.get(one.pk)) for one in shown]


def kinds_under(plan: plans.Plan, *, today: date) -> list[str]:
    """The levels that may send under a plan, from the highest: those tiers that stood on the day of the document."""
    day = plan.issued_on or today
    kinds = [*rules.tiers(day, no_district_from=two_tiers_from()), "village"]
    rank = units.LEVELS.get(plan.place.kind, 0)
    return [kind for kind in kinds if units.LEVELS[kind] > rank]


def senders_of(plan: plans.Plan) -> list[units.Unit]:
    """Bodies of the plan's own place that may send by name: who keeps it first, then departments and offices."""
    own = (units.UnitKind.PEOPLE_COMMITTEE, units.UnitKind.DEPARTMENT, units.UnitKind.OFFICE, units.UnitKind.FRONT)
    place = units.place_of(plan.keeper)
    found = units.Unit.objects.living().of_kind(*own).filter(parent__in=[place, plan.keeper]).in_order()
    return [plan.keeper, *(one for one in found[:80] if one != plan.keeper)]
