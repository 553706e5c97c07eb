"""What roles mean, without a database."""

import pytest

from dinhlang.apps.people.rules import OWN_ONLY, READING, ROLES, Word, reaches_over_place, roles_with


@pytest.mark.parametrize("role", ROLES)
def test_every_role_reads_the_whole_place(role):
    assert ROLES[role].words >= READING
    assert all(reaches_over_place(role, word) for word in READING)


@pytest.mark.parametrize("word", sorted(OWN_ONLY))
def test_nobody_acts_in_the_name_of_another_body(word):
    assert not any(reaches_over_place(role, word) for role in ROLES)


def test_only_a_leader_signs():
    assert roles_with(Word.DOCUMENTS_SIGN) == ["leader"]


def test_only_an_administrator_looks_after_people():
    assert roles_with(Word.PEOPLE_MANAGE) == ["administrator"]


def test_an_administrator_does_nobodys_work():
    doing = {Word.TASKS_HAND_OUT, Word.TASKS_PROGRESS, Word.TASKS_ACCEPT, Word.PLANS_ADOPT, Word.DOCUMENTS_SIGN}

    assert not ROLES["administrator"].words & doing
