"""What other rooms may use of the queue and of the house's state."""

from dinhlang.apps.operations.actions import UNKNOWN, beat, claim, come, fail, finish, leave, note, put, put_back, sweep
from dinhlang.apps.operations.models import Job, JobState, Worker
from dinhlang.apps.operations.queries import (
    Fact,
    Planned,
    facts,
    figures,
    first_put,
    has_worker,
    keys_put,
    last_of,
    timetable,
    waiting_for_a_person,
)
from dinhlang.apps.operations.rules import BEAT

__all__ = [
    "BEAT",
    "UNKNOWN",
    "Fact",
    "Job",
    "JobState",
    "Planned",
    "Worker",
    "beat",
    "claim",
    "come",
    "facts",
    "fail",
    "figures",
    "finish",
    "first_put",
    "has_worker",
    "keys_put",
    "last_of",
    "leave",
    "note",
    "put",
    "put_back",
    "sweep",
    "timetable",
    "waiting_for_a_person",
]
