"""Counting how a plan stands, wording it honestly, and the steps of a report. Plain Python."""

from dinhlang.apps.reports.rules.counting import BUCKETS, Figures, Standing, bucket, changed, count
from dinhlang.apps.reports.rules.document import HEADINGS, body, task_table
from dinhlang.apps.reports.rules.steps import STEPS, may_step
from dinhlang.apps.reports.rules.wording import Subject, prefilled, short, title_for

__all__ = [
    "BUCKETS",
    "HEADINGS",
    "STEPS",
    "Figures",
    "Standing",
    "Subject",
    "body",
    "bucket",
    "changed",
    "count",
    "may_step",
    "prefilled",
    "short",
    "task_table",
    "title_for",
]
