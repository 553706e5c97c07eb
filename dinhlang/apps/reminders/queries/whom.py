"""Whom a reminder is told."""

from collections.abc import Sequence
from datetime import date

from dinhlang.apps.people import public as people
from dinhlang.apps.reminders.models import Reminder, Step


def recipients(reminders: Sequence[Reminder], *, day: date) -> dict[int, list[people.Person]]:
    """By the keys of the reminders: those who act for the body, or who leads its place; in few queries for many."""
    of_doers = {one.assignment.unit_id: one.assignment.unit for one in reminders if one.step != Step.LEADER}
    of_leaders = {one.assignment.unit_id: one.assignment.unit for one in reminders if one.step == Step.LEADER}
    doers = people.acting_for(people.Word.TASKS_PROGRESS, of_doers.values(), day=day) if of_doers else {}
    heads = people.heads_over(of_leaders.values(), day=day) if of_leaders else {}
    return {one.pk: (heads if one.step == Step.LEADER else doers)[one.assignment.unit_id] for one in reminders}
