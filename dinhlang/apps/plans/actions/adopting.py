"""A document becomes a plan; plans are linked, shown to residents, or not."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.intake import public as intake
from dinhlang.apps.people import public as people
from dinhlang.apps.plans.access import binds
from dinhlang.apps.plans.models import Citation, Clause, Plan
from dinhlang.apps.plans.queries import found_as, next_ones, text_of, twin_of
from dinhlang.apps.plans.rules import ClauseFacts, places_found, reaches
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import normal_lines, numbers_cited, one_line


class CannotAdopt(Refusal):
    """The document does not become a plan."""


class CannotLink(Refusal):
    """The plan cannot be based on that one."""


class CannotUnlink(Refusal):
    """The plan is not based on that one."""


class CannotShow(Refusal):
    """What residents see of the plan does not change."""


@transaction.atomic
def adopt_plan(
    *,
    document: intake.Document,
    keeper: units.Unit | None = None,
    based_on: Iterable[Plan] = (),
    bases: Iterable[str] = (),
    is_public: bool = True,
    by: people.Person,
    now: datetime,
) -> Plan:
    """Make a marked document a plan: its marks become clauses, and the document closes.

    Another keeper than the issuer is the body that received it from above, for its own units and its own place.
    """
    _refuse_twin(twin_of(document, keeper=keeper), issued_on=document.issued_on)
    if keeper not in (None, document.issuer):
        _refuse_stranger(document, keeper)
    intake.confirm(document, by=by, now=now)
    plan = _open_plan(
        Plan(
            document=document,
            kind=document.kind,
            number=document.number,
            title=document.title,
            issued_on=document.issued_on,
            issuer=document.issuer,
            keeper=keeper or document.issuer,
            is_public=is_public,
        ),
        bases=bases,
        by=by,
        now=now,
    )
    _write_clauses(plan, [_clause_of(mark) for mark in intake.marks_of(document)])
    return _finished(plan, based_on=based_on, by=by, now=now)


def _refuse_twin(twin: Plan | None, *, issued_on: date | None) -> None:
    """A number belongs to a year: without a day it cannot be told from the same number of another year."""
    if twin is None:
        return
    facts = {"issuer": twin.issuer.full_name, "number": twin.citation, "title": twin.title}
    if issued_on is None and twin.issued_on is not None:
        raise CannotAdopt(
            _(
                "%(issuer)s đã có kế hoạch số %(number)s: “%(title)s”, còn văn bản này chưa có ngày ban hành nên "
                "chưa rõ có phải kế hoạch đó không. Số bắt đầu lại mỗi năm: hãy ghi ngày ban hành, "
                "hoặc bỏ trống số nếu là dự thảo."
            )
            % facts
        )
    raise CannotAdopt(
        _("%(issuer)s đã có kế hoạch số %(number)s: “%(title)s”. Hãy mở kế hoạch đó, hoặc sửa số, ngày của bản này.")
        % facts
    )


def _refuse_stranger(document: intake.Document, keeper: units.Unit | None) -> None:
    """Only who took the document in receives it, and only from a body at its own place or above."""
    if keeper != document.owner or document.issuer is None or not binds(document.issuer, document.owner):
        raise CannotAdopt(
            _("Chỉ đơn vị nhận văn bản của cơ quan cùng cấp hoặc cấp trên mới nhận được kế hoạch để thực hiện.")
        )


def _open_plan(plan: Plan, *, bases: Iterable[str], by: people.Person, now: datetime) -> Plan:
    plan.place = units.place_of(plan.keeper)
    plan.bases = [line for base in bases if (line := one_line(base))]
    plan.adopted_at, plan.adopted_by = now, by
    plan.save()
    return plan


def _clause_of(mark: intake.Mark) -> ClauseFacts:
    return ClauseFacts(
        text=mark.text,
        label=mark.label,
        lead_words=mark.lead_words,
        adviser_words=mark.adviser_words,
        partner_words=mark.partner_words,
        time_words=mark.whole_time,
        due=mark.due,
        start=mark.start,
        end=mark.end,
        sources=mark.sources,
    )


def _write_clauses(plan: Plan, clauses: Sequence[ClauseFacts]) -> None:
    rows = [Clause(plan=plan, order=order, **vars(facts)) for order, facts in enumerate(clauses, 1)]
    for clause in rows:
        clause.label = intake.bare_label(clause.label)
    Clause.objects.bulk_create(rows, batch_size=500)


def _finished(plan: Plan, *, based_on: Iterable[Plan], by: people.Person, now: datetime) -> Plan:
    plan.based_on.set(based_on)
    _note_citations(plan)
    audit.record("plans.adopted", plan, by=by, now=now, unit=plan.keeper, after=_facts(plan))
    search.remember_many([found_as(plan, text_of(plan))])
    return plan


def _note_citations(plan: Plan) -> None:
    """Every number that the plan's bases name, in the words in which a person or the reader wrote them."""
    read = plan.document.said.get("bases") or [] if plan.document else []
    cited: dict[tuple[str, int | None], Citation] = {}
    for words in [*plan.bases, *read]:
        for said in numbers_cited(words):
            facts = {"number": said.number[:60], "key": said.key, "year": said.year or 0}
            cited.setdefault((said.key, said.year), Citation(plan=plan, words=words[:1000], **facts))
    Citation.objects.bulk_create(cited.values())


def _facts(plan: Plan) -> dict[str, object]:
    return {
        "number": plan.number,
        "issued_on": plan.issued_on.isoformat() if plan.issued_on else "",
        "is_public": plan.is_public,
        "received_by": plan.keeper.full_name if plan.is_received else "",
        "number_of_clauses": plan.clauses.count(),
        "based_on": [str(other) for other in plan.based_on.order_by("pk")],
    }


@transaction.atomic
def publish_plan(
    *,
    issuer: units.Unit,
    title: str,
    clauses: Sequence[ClauseFacts],
    number: str = "",
    issued_on: date | None = None,
    kind: str = "KH",
    text: str = "",
    based_on: Iterable[Plan] = (),
    bases: Iterable[str] = (),
    is_public: bool = True,
    by: people.Person,
    now: datetime,
) -> Plan:
    """Adopt a plan whose clauses are known already; with a text, each clause keeps its place in it."""
    if text:
        document = _marked_document(
            issuer=issuer,
            kind=kind,
            number=number,
            issued_on=issued_on,
            title=title,
            text=text,
            clauses=clauses,
            by=by,
            now=now,
        )
        return adopt_plan(document=document, based_on=based_on, bases=bases, is_public=is_public, by=by, now=now)
    number = one_line(number)
    same = Plan.objects.numbered(number, issued_on=issued_on).filter(issuer=issuer, keeper=issuer)
    _refuse_twin(same.first() if number else None, issued_on=issued_on)
    plan = Plan(
        kind=kind,
        number=number,
        title=one_line(title),
        issued_on=issued_on,
        issuer=issuer,
        keeper=issuer,
        is_public=is_public,
    )
    _open_plan(plan, bases=bases, by=by, now=now)
    _write_clauses(plan, clauses)
    return _finished(plan, based_on=based_on, by=by, now=now)


def _marked_document(
    *,
    issuer: units.Unit,
    kind: str,
    number: str,
    issued_on: date | None,
    title: str,
    text: str,
    clauses: Sequence[ClauseFacts],
    by: people.Person,
    now: datetime,
) -> intake.Document:
    """The document behind the clauses, with each clause marked where its words stand."""
    document = intake.take_in(
        owner=issuer,
        issuer=issuer,
        kind=kind,
        number=number,
        issued_on=issued_on,
        title=title,
        text=text,
        is_another=True,
        by=by,
        now=now,
    )
    found = places_found(document.text, [normal_lines(facts.text).strip() for facts in clauses])
    for facts, place in zip(clauses, found, strict=True):
        start, end = (facts.start, facts.end) if facts.start is not None else place or (None, None)
        if start is None or end is None:
            raise CannotAdopt(
                _("Không tìm thấy trong toàn văn nội dung “%(words)s…”. Hãy ghi đúng lời của văn bản.")
                % {"words": facts.text[:60]}
            )
        words = {name: value for name, value in vars(facts).items() if name not in {"start", "end"}}
        intake.mark_stretch(document, start=start, end=end, by=by, now=now, **words)
    return document


@transaction.atomic
def link(plan: Plan, *, based_on: Iterable[Plan], by: people.Person, now: datetime) -> Plan:
    """Say that a plan is based on others, which it then answers."""
    others = list(based_on)
    for other in others:
        _refuse_circle(plan, other)
    plan.based_on.add(*others)
    audit.record(
        "plans.linked", plan, by=by, now=now, unit=plan.keeper, after={"based_on": [str(other) for other in others]}
    )
    return plan


def _refuse_circle(plan: Plan, other: Plan) -> None:
    if plan.pk == other.pk:
        raise CannotLink(_("Kế hoạch không thể căn cứ vào chính nó. Hãy chọn kế hoạch khác."))
    if reaches(other.pk, plan.pk, next_ones):
        raise CannotLink(
            _("%(other)s đã căn cứ vào %(plan)s, nên %(plan)s không thể căn cứ ngược lại. Hãy gỡ căn cứ kia trước.")
            % {"other": other.name, "plan": plan.name}
        )


@transaction.atomic
def unlink(plan: Plan, *, based_on: Plan, by: people.Person, now: datetime) -> Plan:
    """Take back that a plan is based on another."""
    if not plan.based_on.filter(pk=based_on.pk).exists():
        raise CannotUnlink(_("Kế hoạch này không căn cứ vào %(other)s.") % {"other": based_on.name})
    plan.based_on.remove(based_on)
    audit.record("plans.unlinked", plan, by=by, now=now, unit=plan.keeper, before={"based_on": [str(based_on)]})
    return plan


@transaction.atomic
def show_to_residents(plan: Plan, *, is_public: bool, reason: str, by: people.Person, now: datetime) -> Plan:
    """Open the plan to residents, or close it, and say why."""
    if not reason.strip():
        raise CannotShow(_("Hãy ghi lý do; lý do được giữ trong nhật ký."), field="reason")
    before, plan.is_public = plan.is_public, is_public
    if before == is_public:
        raise CannotShow(_("Kế hoạch này đang công khai rồi.") if is_public else _("Kế hoạch này vốn chưa công khai."))
    plan.save(update_fields=["is_public"])
    audit.record(
        "plans.shown" if is_public else "plans.hidden",
        plan,
        by=by,
        now=now,
        unit=plan.keeper,
        reason=reason.strip(),
        before={"is_public": before},
        after={"is_public": is_public},
    )
    search.remember_many([found_as(plan, text_of(plan))])
    return plan
