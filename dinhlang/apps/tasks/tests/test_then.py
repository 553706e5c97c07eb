"""Any past day as it was: whatever changes a part, the database keeps what it was before."""

from contextlib import suppress
from datetime import datetime, timedelta
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dinhlang.apps.plans import public as plans
from dinhlang.apps.register import public as register
from dinhlang.apps.tasks import actions, queries
from dinhlang.apps.tasks.models import Assignment, PartWas
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, a_clause, a_plan, a_task, fresh, submitted
from dinhlang.apps.tasks.tests.test_heirs import place  # noqa: F401 - a fixture
from dinhlang.base.refusal import Refusal

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def then(day, found=None):
    parts = queries.parts_then(Assignment.objects.all() if found is None else found, day=day)
    return {(one.task, one.unit): (one.state, one.due) for one in parts}


def at(days) -> datetime:
    return NOW + days * DAY


def test_each_step_is_taken_back_to_the_end_of_its_day(place):  # noqa: F811
    part = submitted(place.task.assignments.first())
    actions.accept(assignment=fresh(part), by=place.quan, now=at(2), day=TODAY + 2 * DAY)

    key = part.task_id, part.unit_id
    assert then(TODAY)[key][0] == then(TODAY + DAY)[key][0] == "submitted"
    assert then(TODAY + 2 * DAY)[key][0] == "accepted"
    assert then(TODAY - DAY) == {}


def test_a_day_that_was_moved_for_all_is_taken_back(place):  # noqa: F811
    before = place.task.due
    actions.change_due(task=place.task, due=before + 30 * DAY, reason="Tết", by=place.lan, now=at(1))

    assert {due for _state, due in then(TODAY).values()} == {before}
    assert {due for _state, due in then(TODAY + DAY).values()} == {before + 30 * DAY}


def test_a_merger_is_taken_back_and_who_had_the_part_then_has_it_then(place):  # noqa: F811
    first, second, _third = place.communes
    register.merge_units([first], into=second, day=TODAY + DAY, by=place.quan, now=at(0))
    actions.hand_over(now=at(1))

    day_before, on_the_day = then(TODAY), then(TODAY + DAY)

    assert len(day_before) == 3 and len(on_the_day) == 2
    assert (place.task.pk, place.committees[0].pk) in day_before
    assert (place.task.pk, place.committees[0].pk) not in on_the_day
    once = queries.once_of_units([place.committees[0].pk], day=TODAY)
    assert place.committees[0].pk in {one.unit for one in queries.parts_then(once, day=TODAY)}


def test_who_came_later_was_not_there_before(place):  # noqa: F811
    late = a_task(clause=a_clause(place.task.plan), leads=place.committees[:1])
    actions.add_members(task=late, doers=[place.committees[1]], by=place.lan, now=at(1), day=TODAY + DAY)

    assert len(then(TODAY, late.assignments.all())) == 1
    assert len(then(TODAY + DAY, late.assignments.all())) == 2


def test_a_withdrawn_task_stands_until_it_was_withdrawn(place):  # noqa: F811
    actions.withdraw_task(task=place.task, reason="Thôi", by=place.lan, now=at(1))

    assert [task.pk for task in queries.tasks_then(place.task.plan, day=TODAY)] == [place.task.pk]
    assert len(then(TODAY)) == 3
    assert not queries.tasks_then(place.task.plan, day=TODAY + DAY)


def test_what_went_on_to_a_newer_plan_was_still_the_older_ones(place):  # noqa: F811
    older = place.task.plan
    newer = a_plan(issuer=place.committee, by=place.lan)
    plans.Change.objects.create(
        earlier=older, later=newer, kind="replace", reason="Mới", said_by=place.lan, said_at=at(1)
    )
    actions.follow(task=place.task, clause=a_clause(newer), reason="Theo bản mới", by=place.lan, now=at(1))

    assert [task.pk for task in queries.tasks_then(older, day=TODAY)] == [place.task.pk]
    assert not queries.tasks_then(older, day=TODAY + DAY)
    assert [task.pk for task in queries.tasks_then(newer, day=TODAY + DAY)] == [place.task.pk]


def test_what_was_told_before_the_house_kept_it_is_taken_back_from_the_log(place):  # noqa: F811
    part = submitted(place.task.assignments.first())
    actions.return_(assignment=fresh(part), reason="Thiếu", by=place.quan, now=at(1))
    kept = list(PartWas.objects.order_by("pk").values_list("assignment", "until", "state"))
    PartWas.objects.all().delete()

    migration = import_module("dinhlang.apps.tasks.migrations.0011_parts_as_they_were")
    migration.take_back(apps, SimpleNamespace(connection=connection))

    assert sorted(PartWas.objects.values_list("assignment", "until", "state")) == sorted(kept)


STEPS = {
    "tell": lambda task, part, who, now: actions.tell_progress(assignment=part, words=f"{now}", by=who.lan, now=now),
    "submit": lambda task, part, who, now: actions.submit(assignment=part, words="Xong", by=who.lan, now=now),
    "return": lambda task, part, who, now: actions.return_(assignment=part, reason="Thiếu", by=who.quan, now=now),
    "accept": lambda task, part, who, now: actions.accept(assignment=part, by=who.quan, now=now, day=now.date()),
    "due": lambda task, part, who, now: actions.change_due(
        task=task, due=now.date() + 40 * DAY, reason="Lùi", by=who.lan, now=now
    ),
    "nothing": lambda task, part, who, now: None,
}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(steps=st.lists(st.sampled_from(sorted(STEPS)), max_size=12))
def test_every_day_is_found_again_as_it_was_left(place, steps):  # noqa: F811
    """Whatever is done, one thing a day: the pictures taken day by day are what is reckoned afterwards."""
    task = a_task(clause=a_clause(place.task.plan), leads=place.committees[:1])
    pictures = {}
    for number, step in enumerate(steps):
        with suppress(Refusal):
            STEPS[step](task, fresh(task.assignments.get()), place, at(number))
        left = task.assignments.get()
        pictures[TODAY + number * DAY] = {(task.pk, left.unit_id): (left.state, left.due)}

    for day, picture in pictures.items():
        assert then(day, task.assignments.all()) == picture
