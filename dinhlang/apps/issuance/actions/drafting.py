"""Drafting: from a report, or from an empty page, with everything filled in that the house already knows."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.issuance import queries, rules
from dinhlang.apps.issuance.models import OutgoingDocument, State
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reminders import public as reminders
from dinhlang.apps.reports import public as reports
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.drafting import KINDS, Block, SignOff, kind, number_symbol
from dinhlang.pure.viet import normal_lines, one_line


class CannotDraft(Refusal):
    """The document cannot be drafted or changed so."""


@transaction.atomic
def draft_from_report(*, report: reports.Report, by: people.Person, now: datetime) -> OutgoingDocument:
    """Make the official document of a final report, ready to be laid before the signer."""
    if report.is_draft:
        raise CannotDraft(_("Báo cáo này đang soạn. Xin chốt báo cáo trước, rồi lập văn bản từ số liệu đã chốt."))
    document = _opened(report.unit, kind_code="BC", title=report.title, to=report.to, now=now)
    document.report, document.is_public = report, report.plan.is_public
    document.body = rules.packed(reports.body_of(report))
    return _kept(document, by=by, now=now)


@transaction.atomic
def draft_dispatch(*, plan: plans.Plan, by: people.Person, now: datetime) -> OutgoingDocument:
    """A dispatch to all who are late under a plan, for signature. A draft that is there already is the answer.

    What it lists is as of the day; who comes again on another day gets a new one once the first has gone out.
    """
    plans.Plan.objects.select_for_update().get(pk=plan.pk)  # of two clicks one waits, and finds the draft
    open_states = (State.DRAFT, State.WAITING)
    known = OutgoingDocument.objects.in_state(*open_states).filter(urges=plan, issuer=plan.keeper).first()
    if known is not None:
        return known
    told = reminders.dispatch_of(plan, day=localtime(now).date())
    if told is None:
        raise CannotDraft(_("Không đơn vị nào quá hạn theo kế hoạch này, nên không có gì để đôn đốc."))
    document = _opened(plan.keeper, kind_code="công văn", title=told.title, to="", now=now)
    document.urges, document.addressees = plan, list(told.addressees)
    document.recipients = ["Như trên", *document.recipients]
    document.body = rules.packed(told.body)
    return _kept(document, by=by, now=now)


@transaction.atomic
def draft_document(
    *,
    issuer: units.Unit,
    kind_code: str,
    title: str,
    body: tuple[Block, ...] | str = (),
    by: people.Person,
    now: datetime,
) -> OutgoingDocument:
    """Begin a document of any kind: its body as blocks, or as a person types it."""
    if kind_code not in KINDS:
        raise CannotDraft(_("Xin chọn loại văn bản có trong danh sách."), field="kind")
    document = _opened(issuer, kind_code=kind_code, title=_line(document_field("title"), title), to="", now=now)
    document.body = rules.packed(rules.blocks_of(body) if isinstance(body, str) else body)
    return _kept(document, by=by, now=now)


def _opened(issuer: units.Unit, *, kind_code: str, title: str, to: str, now: datetime) -> OutgoingDocument:
    day = localtime(now).date()
    superior, name = queries.letterhead_of(issuer)
    document = OutgoingDocument(issuer=issuer, kind=kind_code, title=title, superior_words=superior, issuer_words=name)
    document.symbol = number_symbol(kind(kind_code), rules.symbol_group(issuer.kind, issuer.name), "VP")[:30]
    document.place_words = queries.place_words_of(issuer)
    document.recipients = queries.usual_recipients(issuer, to=to, day=day)
    _put_sign_off(document, _usual_sign_off(issuer, day))
    return document


def _usual_sign_off(issuer: units.Unit, day: date) -> SignOff:
    role = queries.signer_of(issuer, day=day)
    return rules.sign_off(issuer.kind, title=role.title if role else "", name=role.person.full_name if role else "")


def _put_sign_off(document: OutgoingDocument, sign_off: SignOff) -> None:
    document.powers = [[power.mark.value, power.whom] for power in sign_off.powers]
    document.signer_title, document.signer_name = sign_off.title[:100], sign_off.name[:120]


def _kept(document: OutgoingDocument, *, by: people.Person, now: datetime) -> OutgoingDocument:
    if not document.title:
        raise CannotDraft(_("Xin ghi trích yếu của văn bản."), field="title")
    document.drafted_by, document.drafted_at, document.changed_at = by, now, now
    document.save()
    after = {"kind": document.kind, "title": document.title}
    audit.record("issuance.drafted", document, by=by, now=now, unit=document.issuer, after=after)
    return document


LINES = ("superior_words", "issuer_words", "symbol", "place_words", "title", "filed", "signer_title", "signer_name")
LISTS = ("addressees", "bases", "recipients")
TEXTS = ("body_text", "powers_text")


@transaction.atomic
def change_draft(*, document: OutgoingDocument, by: people.Person, now: datetime, **values: Any) -> OutgoingDocument:
    """Change a draft: single lines, lists of lines, the typed body, the powers to sign, who sees it."""
    document = held(document)
    if not document.is_draft:
        raise CannotDraft(_("Văn bản không còn là dự thảo nên không sửa được. Nếu đang chờ ký, xin lấy về trước."))
    cleaned = _cleaned(values)
    before = {name: getattr(document, name) for name in cleaned}
    changed = {name: value for name, value in cleaned.items() if before[name] != value}
    for name, value in changed.items():
        setattr(document, name, value)
    if changed:
        document.changed_at = now
        document.save(update_fields=[*changed, "changed_at"])
        facts = {name: _fact(before[name]) for name in changed}, {name: _fact(changed[name]) for name in changed}
        audit.record(
            "issuance.changed", document, by=by, now=now, unit=document.issuer, before=facts[0], after=facts[1]
        )
    return document


def held(document: OutgoingDocument) -> OutgoingDocument:
    """The document as it is now, held until the change is written: of two people one waits."""
    rows = OutgoingDocument.objects.select_for_update(of=("self",), no_key=True).select_related("issuer")
    return rows.get(pk=document.pk)


def _cleaned(values: dict[str, Any]) -> dict[str, Any]:
    unknown = set(values) - {*LINES, *LISTS, *TEXTS, "is_public"}
    if unknown:
        raise TypeError(f"a draft has no {', '.join(sorted(unknown))}")
    cleaned: dict[str, Any] = {}
    for name, value in values.items():
        if name in LINES:
            cleaned[name] = _line(document_field(name), value)
        elif name in LISTS:
            cleaned[name] = [line for raw in value if (line := one_line(raw))]
        elif name == "is_public":
            cleaned[name] = bool(value)
    if "body_text" in values:
        cleaned["body"] = rules.packed(rules.blocks_of(values["body_text"]))
    if "powers_text" in values:
        cleaned["powers"] = _powers(values["powers_text"])
    return cleaned


def document_field(name: str) -> Any:
    """The model's field, which knows its name for people and its length."""
    return OutgoingDocument._meta.get_field(name)


def _line(field: Any, text: str) -> str:
    line = one_line(text)
    if len(line) > field.max_length:
        told = {"name": field.verbose_name, "length": len(line), "most": field.max_length}
        raise CannotDraft(
            _("Phần “%(name)s” dài %(length)s ký tự; tối đa %(most)s. Xin viết gọn lại.") % told, field=field.name
        )
    return line


def _powers(text: str) -> list[list[str]]:
    powers, unread = rules.powers_of(normal_lines(text).split("\n"))
    if unread:
        raise CannotDraft(
            _(
                "Chưa đọc được dòng “%(line)s”. Mỗi dòng bắt đầu bằng TM., KT., TL., TUQ. hoặc Q., "
                "ví dụ TM. Ủy ban nhân dân."
            )
            % {"line": unread[0][:80]},
            field="powers_text",
        )
    return [[power.mark.value, power.whom] for power in powers]


def _fact(value: Any) -> Any:
    """A long body is not written into the record twice; that it changed is enough."""
    text = "\n".join(map(str, value)) if isinstance(value, list) else value
    return text if not isinstance(text, str) or len(text) <= 300 else f"{text[:300]}…"
