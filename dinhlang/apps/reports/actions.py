"""Gathering, editing, finishing and reopening reports."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reports import queries, rules
from dinhlang.apps.reports.models import Report, Scope, State
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import normal_lines, one_line, short_day

SECTIONS = ("results", "shortcomings", "directions")
LONGEST = {"title": 500, "to": 300, "period": 200}


class CannotGather(Refusal):
    """The figures cannot be gathered as asked."""


class CannotEdit(Refusal):
    """The words of this report cannot be changed so."""


class CannotFinish(Refusal):
    """The report is not ready to be final."""


class CannotReopen(Refusal):
    """The report stays final."""


@transaction.atomic
def gather_report(
    *,
    plan: plans.Plan,
    unit: units.Unit,
    as_of: date,
    by: people.Person,
    now: datetime,
    scope: str = "",
) -> Report:
    """Count how a plan stood at the end of a day, freeze the figures, and word them for a person to edit."""
    _refuse_days_to_come(as_of, now)
    scope = scope or (Scope.WHOLE if plan.keeper_id == unit.pk else Scope.OWN)
    subject = queries.subject(plan, unit=unit, day=as_of)
    report = Report(plan=plan, unit=unit, scope=scope, as_of=as_of)
    report.to = queries.receiver_of(plan, unit=unit, scope=scope, day=as_of)
    report.title = rules.title_for(subject)[: LONGEST["title"]]
    report.period = _period(as_of)
    _freeze(report, queries.figures_of(plan, unit=unit, scope=scope, day=as_of), by=by, now=now)
    _put_words(report, rules.prefilled(report.figures))
    report.save()
    audit.record("reports.gathered", report, by=by, now=now, unit=unit, after=_facts(report))
    return report


def _period(day: date) -> str:
    return f"tính đến hết ngày {short_day(day)}"


def _refuse_days_to_come(as_of: date, now: datetime) -> None:
    today = localtime(now).date()
    if as_of > today:
        told = {"day": short_day(as_of), "today": short_day(today)}
        raise CannotGather(
            _("Ngày %(day)s chưa tới nên chưa có số liệu. Xin chọn một ngày đến hết %(today)s.") % told, field="as_of"
        )


def _freeze(report: Report, figures: dict[str, Any], *, by: people.Person, now: datetime) -> None:
    report.figures, report.gathered_by, report.gathered_at = figures, by, now
    report.done, report.late, report.owed = (figures[name]["n"] for name in ("done", "late", "owed"))


def _put_words(report: Report, words: dict[str, str]) -> None:
    for section in SECTIONS:
        setattr(report, section, words[section])


def _facts(report: Report) -> dict[str, Any]:
    return {"as_of": report.as_of.isoformat(), "owed": report.owed, "done": report.done, "late": report.late}


def _locked(report: Report) -> Report:
    """The report as it is now, held until the change is written: of two people one waits."""
    return (
        Report.objects.select_for_update(of=("self",), no_key=True)
        .select_related("plan__issuer", "unit")
        .get(pk=report.pk)
    )


@transaction.atomic
def regather_report(*, report: Report, by: people.Person, now: datetime, as_of: date | None = None) -> Report:
    """Count a draft anew and say what changed since. Sections that a person has edited keep their words."""
    report = _locked(report)
    if not report.is_draft:
        raise CannotGather(_("Báo cáo đã chốt nên số liệu được giữ nguyên. Xin mở lại báo cáo trước khi tổng hợp lại."))
    _refuse_days_to_come(as_of or report.as_of, now)
    before, told = _facts(report), rules.prefilled(report.figures)
    untouched = [section for section in SECTIONS if getattr(report, section) == told[section]]
    if as_of is not None and as_of != report.as_of:
        _move_to(report, as_of)
    figures = queries.figures_of(report.plan, unit=report.unit, scope=report.scope, day=report.as_of)
    report.changes = rules.changed(report.figures, figures)
    _freeze(report, figures, by=by, now=now)
    for section in untouched:
        setattr(report, section, rules.prefilled(figures)[section])
    report.save()
    audit.record(
        "reports.gathered_again", report, by=by, now=now, unit=report.unit, before=before, after=_facts(report)
    )
    return report


def _move_to(report: Report, day: date) -> None:
    old_title, old_period = rules.title_for(queries.subject_of(report)), _period(report.as_of)
    report.as_of = day
    if report.title == old_title:
        report.title = rules.title_for(queries.subject_of(report))
    if report.period == old_period:
        report.period = _period(day)


@transaction.atomic
def edit_narrative(*, report: Report, by: people.Person, now: datetime, **words: str) -> Report:
    """Change the words of a draft: `results`, `shortcomings`, `directions`, `title`, `to`, `period`."""
    report = _locked(report)
    if not report.is_draft:
        raise CannotEdit(_("Báo cáo đã chốt. Xin mở lại báo cáo trước khi sửa lời văn."))
    cleaned = {name: _clean(name, text) for name, text in words.items()}
    if not cleaned.get("title", report.title):
        raise CannotEdit(_("Xin ghi trích yếu của báo cáo."), field="title")
    changed = {name: text for name, text in cleaned.items() if getattr(report, name) != text}
    if not changed:
        return report
    before = {name: getattr(report, name) for name in changed}
    for name, text in changed.items():
        setattr(report, name, text)
    report.save(update_fields=list(changed))
    audit.record("reports.edited", report, by=by, now=now, unit=report.unit, before=before, after=changed)
    return report


def _clean(name: str, text: str) -> str:
    if name in SECTIONS:
        return normal_lines(text).strip()
    if name not in LONGEST:
        raise TypeError(f"a report has no words called {name!r}")
    line = one_line(text)
    if len(line) > LONGEST[name]:
        told = {"most": LONGEST[name], "length": len(line)}
        raise CannotEdit(_("Phần này dài %(length)s ký tự; tối đa %(most)s. Xin viết gọn lại.") % told, field=name)
    return line


@transaction.atomic
def finish_report(*, report: Report, by: people.Person, now: datetime) -> Report:
    """Make a draft final: from now on an official document may be made of it."""
    report = _locked(report)
    if not rules.may_step(report.state, State.FINAL):
        raise CannotFinish(_("Báo cáo này đã được chốt rồi."))
    fields: list[Any] = [Report._meta.get_field(name) for name in SECTIONS]
    empty = [field.verbose_name for field in fields if not getattr(report, field.name).strip()]
    if empty:
        named = ", ".join(f"“{name}”" for name in empty)
        raise CannotFinish(_("Còn thiếu lời văn ở phần %(sections)s. Xin ghi rồi chốt lại.") % {"sections": named})
    report.state, report.finished_at = State.FINAL, now
    report.save(update_fields=["state", "finished_at"])
    audit.record("reports.finished", report, by=by, now=now, unit=report.unit, after=_facts(report))
    return report


@transaction.atomic
def reopen_report(*, report: Report, reason: str, by: people.Person, now: datetime) -> Report:
    """Make a final report a draft again. Documents already made of it stay as they are."""
    report, reason = _locked(report), normal_lines(reason).strip()
    if not rules.may_step(report.state, State.DRAFT):
        raise CannotReopen(_("Báo cáo này đang soạn, không cần mở lại."))
    if not reason:
        raise CannotReopen(_("Xin ghi lý do mở lại báo cáo; lý do được giữ trong nhật ký."), field="reason")
    report.state, report.finished_at = State.DRAFT, None
    report.save(update_fields=["state", "finished_at"])
    audit.record("reports.reopened", report, by=by, now=now, unit=report.unit, reason=reason)
    return report
