"""The chain of a report is laid out, moved and ended; a change of the calendar lays it anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.deadlines import rules
from dinhlang.apps.deadlines.actions.leading import Before, lead
from dinhlang.apps.deadlines.models import ChainDay, ChainLevel, ChainMove, ChainPeriod, ReportChain, Why
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.dates import Calendar, CannotCount
from dinhlang.pure.viet import one_line


class CannotChain(Refusal):
    """A chain is not laid, or stays as it is, and why."""


@dataclass(frozen=True)
class LevelFacts:
    """One that sends: of which level or which body, how long it puts together, by which duty it is asked."""

    level: str
    days: int
    unit: units.Unit | None = None
    clause: plans.Clause | None = None


@transaction.atomic
def lay_chain(
    *,
    plan: plans.Plan,
    title: str,
    recipient: str,
    rhythm: str,
    first: rules.Period,
    times: int,
    levels: Sequence[LevelFacts],
    calendar: Calendar,
    by: people.Person,
    now: datetime,
    day: date,
) -> ReportChain:
    """Lay the chain of a report out from the last recipient's day; tasks of its duties are due by it from now on."""
    plans.Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    _must_make_sense(title, recipient, levels, plan)
    chain = ReportChain(
        plan=plan,
        title=one_line(title)[:200],
        recipient=one_line(recipient)[:200],
        rhythm=rhythm,
        calendar_version=calendar.version,
        made_at=now,
        made_by=by,
    )
    try:
        with transaction.atomic():
            chain.save()
    except IntegrityError:
        raise CannotChain(
            _("Kế hoạch này đã có chuỗi cho báo cáo ấy. Hãy mở chuỗi ấy để đổi."), field="title"
        ) from None
    ChainLevel.objects.bulk_create(
        ChainLevel(chain=chain, order=n, level=one.level, unit=one.unit, days=one.days, clause=one.clause)
        for n, one in enumerate(levels)
    )
    ChainPeriod.objects.bulk_create(
        ChainPeriod(chain=chain, order=n, closes_on=one.closes_on, last_day=one.last_day)
        for n, one in enumerate(rules.periods(first, rules.Rhythm(rhythm), times))
    )
    days = _Laying(chain, calendar).first_days()
    after = {"recipient": chain.recipient, "last_day": f"{first.last_day}", "number": len(days)}
    audit.record("deadlines.chain_laid", chain, by=by, now=now, unit=plan.keeper, after=after)
    lead(chain, days, before=None, by=by, now=now, day=day)
    return chain


def _must_make_sense(title: str, recipient: str, levels: Sequence[LevelFacts], plan: plans.Plan) -> None:
    if not title.strip():
        raise CannotChain(_("Xin ghi tên báo cáo."), field="title")
    if not recipient.strip():
        raise CannotChain(_("Xin ghi nơi nhận cuối cùng."), field="recipient")
    if not levels:
        raise CannotChain(_("Xin chọn ít nhất một bậc gửi báo cáo."))
    ranks = [units.LEVELS.get(one.level, 0) for one in levels]
    if ranks != sorted(ranks):
        raise CannotChain(_("Các bậc phải đi từ trên xuống: cấp tỉnh trước, cấp xã sau. Xin xếp lại."))
    clauses = [one.clause.pk for one in levels if one.clause]
    if len(clauses) != len(set(clauses)):
        raise CannotChain(_("Mỗi mục của kế hoạch chỉ theo một bậc. Xin chọn lại mục."))
    taken = ChainLevel.objects.filter(clause__in=clauses, chain__ended_at__isnull=True).select_related("chain").first()
    if taken is not None:
        raise CannotChain(
            _("Mục đã chọn đang theo chuỗi “%(chain)s”. Hãy thôi chuỗi ấy trước.") % {"chain": taken.chain}
        )


class _Laying:
    """The days of a chain by a calendar."""

    def __init__(self, chain: ReportChain, calendar: Calendar) -> None:
        self.chain, self.calendar = chain, calendar
        self.levels = list(chain.levels.select_related("unit", "clause"))
        self.numbers = [one.days for one in self.levels]

    def links(self, period: ChainPeriod) -> list[rules.Link]:
        try:
            return rules.laid(period.last_day, self.numbers, self.calendar)
        except (CannotCount, OverflowError, ValueError) as beyond:
            raise CannotChain(_("Số ngày quá lớn. Xin xem lại.")) from beyond

    def first_days(self) -> list[ChainDay]:
        made = [
            ChainDay(
                period=period, level=level, day=link.day, starts_on=link.starts_on, reckoning=link.reckoned.as_data()
            )
            for period in self.chain.periods.all()
            for level, link in zip(self.levels, self.links(period), strict=True)
        ]
        return ChainDay.objects.bulk_create(made)


@transaction.atomic
def change_chain(
    *,
    chain: ReportChain,
    last_days: dict[int, date],
    days: Sequence[int],
    reason: str,
    seen: int,
    calendar: Calendar,
    by: people.Person,
    now: datetime,
    day: date,
) -> int:
    """Another last day for some periods, or another time for putting together; says how many days moved.

    `seen` is the latest move that the page showed: what somebody else changed meanwhile is told, not overwritten.
    """
    if not reason.strip():
        raise CannotChain(_("Xin ghi lý do; các đơn vị trong chuỗi sẽ đọc lý do này."), field="reason")
    held = _standing(chain)
    if latest_move(held) != seen:
        raise CannotChain(_("Chuỗi vừa được đổi. Những gì đã gõ vẫn còn; xin xem các ngày mới rồi bấm lại."))
    levels = list(held.levels.all())
    for level, number in zip(levels, days, strict=True):
        level.days = number
    ChainLevel.objects.bulk_update(levels, ["days"])
    open_periods = [one for one in held.periods.all() if one.order in last_days and one.last_day >= day]
    for period in open_periods:
        period.last_day = last_days[period.order]
    ChainPeriod.objects.bulk_update(open_periods, ["last_day"])
    words = reason.strip()
    number = _laid_anew(held, calendar, why=Why.PERSON, words=words, by=by, now=now, day=day)
    if not number:
        raise CannotChain(_("Không ngày nào đổi. Xin sửa ngày hoặc số ngày, hoặc bấm Thôi."))
    return number


def latest_move(chain: ReportChain) -> int:
    """The number of the latest move of any of its days; 0 where none was moved."""
    found = ChainMove.objects.filter(chain_day__period__chain=chain).order_by("-pk").values_list("pk", flat=True)
    return found.first() or 0


def recount_chains(*, calendar: Calendar, now: datetime, day: date) -> int:
    """Lay anew what hangs on another calendar, chain by chain; says how many days moved. A second time none does."""
    waiting = ReportChain.objects.filter(ended_at__isnull=True).exclude(calendar_version=calendar.version)
    return sum(_recounted(pk, calendar, now, day) for pk in waiting.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _recounted(pk: int, calendar: Calendar, now: datetime, day: date) -> int:
    held = ReportChain.objects.select_for_update(of=("self",)).select_related("plan__keeper").get(pk=pk)
    if held.ended_at is not None or held.calendar_version == calendar.version:
        return 0
    return _laid_anew(held, calendar, why=Why.CALENDAR, words="", by=None, now=now, day=day)


def _laid_anew(
    chain: ReportChain, calendar: Calendar, *, why: Why, words: str, by: people.Person | None, now: datetime, day: date
) -> int:
    """The days of the periods that are not over; each old one is kept, and those concerned are told."""
    laying = _Laying(chain, calendar)
    kept = {(one.period_id, one.level_id): one for one in _days_of(chain)}
    changed, before = list[ChainDay](), Before()
    for period in chain.periods.all():
        wanted = zip(laying.levels, laying.links(period), strict=True)
        found = [(kept[period.pk, level.pk], link) for level, link in wanted]
        if max(period.last_day, found[0][0].day) < day:
            continue
        for one, link in found:
            if one.day != link.day:
                before[one.pk] = one.day
            one.day, one.starts_on, one.reckoning = link.day, link.starts_on, link.reckoned.as_data()
            changed.append(one)
    ChainDay.objects.bulk_update(changed, ["day", "starts_on", "reckoning"], batch_size=200)
    ReportChain.objects.filter(pk=chain.pk).update(calendar_version=calendar.version)
    chain.calendar_version = calendar.version
    moved = [one for one in changed if one.pk in before]
    facts = {"why": why, "words": words[:500], "moment": now, "by": by}
    ChainMove.objects.bulk_create(
        ChainMove(chain_day=one, before=before[one.pk], after=one.day, **facts) for one in moved
    )
    if moved:
        after = {"number": len(moved)}
        audit.record("deadlines.chain_moved", chain, by=by, now=now, unit=chain.plan.keeper, reason=words, after=after)
        lead(chain, moved, before=before, by=by, now=now, day=day)
    return len(moved)


def _days_of(chain: ReportChain) -> list[ChainDay]:
    found = ChainDay.objects.select_for_update(of=("self",)).filter(period__chain=chain)
    return list(found.select_related("level__unit", "level__clause", "period").order_by("pk"))


@transaction.atomic
def end_chain(*, chain: ReportChain, reason: str, by: people.Person, now: datetime) -> None:
    """The chain is followed no longer; the days that tasks have by it stay theirs."""
    if not reason.strip():
        raise CannotChain(_("Xin ghi lý do thôi theo chuỗi; lý do được giữ và cho người xem sau."), field="reason")
    held = _standing(chain)
    held.ended_at = chain.ended_at = now
    held.ended_because = chain.ended_because = reason.strip()[:500]
    held.save(update_fields=["ended_at", "ended_because"])
    audit.record("deadlines.chain_ended", held, by=by, now=now, unit=held.plan.keeper, reason=reason.strip())


def _standing(chain: ReportChain) -> ReportChain:
    held = ReportChain.objects.select_for_update(of=("self",)).select_related("plan__keeper").get(pk=chain.pk)
    if held.ended_at is not None:
        raise CannotChain(_("Chuỗi này đã thôi từ trước. Hãy mở lại trang để xem."))
    return held
