"""What this room keeps: times and their days, and the chains of reports."""

from dinhlang.apps.deadlines.models.chains import (
    ChainDay,
    ChainLevel,
    ChainMove,
    ChainPeriod,
    ReportChain,
)
from dinhlang.apps.deadlines.models.days import DayChange, Deadline, DeadlineQuerySet, Event, Milestone, Session, Why
from dinhlang.apps.deadlines.models.sittings import OwnSitting

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
    "OwnSitting",
    "ReportChain",
    "Session",
    "Why",
]
