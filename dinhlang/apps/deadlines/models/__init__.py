"""What this room keeps: times and their days, and the chains of reports."""

from dinhlang.apps.deadlines.models.chains import (
    ChainDay,
    ChainLevel,
    ChainMove,
    ChainPeriod,
    ReportChain,
)
from dinhlang.apps.deadlines.models.days import DayChange, Deadline, DeadlineQuerySet, Event, Milestone, Session, Why

__all__ = [
    "ChainDay",
    "ChainLevel",
    "ChainMove",
    "ChainPeriod",
    "DayChange",
    "Deadline",
    "DeadlineQuerySet",
    "Event",
    "Milestone",
    "ReportChain",
    "Session",
    "Why",
]
