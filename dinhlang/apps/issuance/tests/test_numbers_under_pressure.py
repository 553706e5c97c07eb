"""Many signers at one moment: each document gets its own number, and none is left out."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest
from django.db import connection

from dinhlang.apps.issuance import public as issuance
from dinhlang.apps.issuance.tests.factories import a_notice, waiting
from dinhlang.apps.reports.tests.factories import NOW, AWorld
from dinhlang.apps.units.tests.factories import TODAY

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
MANY = 6


def at_once(folder, documents, world):
    """Sign all at the same moment, each signer with a connection of their own; the numbers, or the sentences."""
    together, database = Barrier(len(documents)), a_database_for_many(folder)

    def sign(document):
        connection.settings_dict = {**connection.settings_dict, "NAME": database}
        try:
            together.wait(timeout=20)
            return issuance.issue(document=document, by=world.leader, day=TODAY, now=NOW).number
        except issuance.CannotIssue as refused:
            return str(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(documents)) as signers:
        return list(signers.map(sign, documents))


def a_database_for_many(folder):
    """PostgreSQL is one already; the SQLite of tests lives in memory, where nobody waits for anybody: copy it out."""
    if connection.vendor != "sqlite":
        return connection.settings_dict["NAME"]
    copy = folder / "many.sqlite3"
    with closing(sqlite3.connect(copy)) as target:
        connection.connection.backup(target)
    return copy


def test_numbers_taken_at_once_neither_repeat_nor_leave_a_gap(tmp_path):
    world = AWorld()
    documents = [waiting(world, a_notice(world)) for _ in range(MANY)]

    numbers = at_once(tmp_path, documents, world)

    assert sorted(numbers) == list(range(1, MANY + 1))


def test_one_document_signed_twice_at_once_gets_one_number(tmp_path):
    world = AWorld()
    document = waiting(world, a_notice(world))

    answers = at_once(tmp_path, [document, document], world)

    assert set(answers) == {1, "Văn bản này đã được ban hành, số 01/TB-UBND, ngày 20/11/2026. Không cần ký lại."}
