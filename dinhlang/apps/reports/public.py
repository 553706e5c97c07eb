"""What other rooms may use of reports."""

from dinhlang.apps.reports.access import readable_reports, report_for
from dinhlang.apps.reports.actions import (
    CannotEdit,
    CannotFinish,
    CannotGather,
    CannotReopen,
    edit_narrative,
    finish_report,
    gather_report,
    regather_report,
    reopen_report,
)
from dinhlang.apps.reports.models import Report, Scope, State
from dinhlang.apps.reports.queries import body_of, reports_of_plan

__all__ = [
    "CannotEdit",
    "CannotFinish",
    "CannotGather",
    "CannotReopen",
    "Report",
    "Scope",
    "State",
    "body_of",
    "edit_narrative",
    "finish_report",
    "gather_report",
    "readable_reports",
    "regather_report",
    "reopen_report",
    "report_for",
    "reports_of_plan",
]
