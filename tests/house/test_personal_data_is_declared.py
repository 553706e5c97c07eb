"""Every field of every table is declared: it tells of a person, it is free text, or it tells of nobody."""

import pytest
from django.db import models

from dinhlang.apps.people.models import Person
from dinhlang.base import personal
from dinhlang.pure.law import PERSONAL_DATA
from tools.print_personal_data import PAGE, page

PROGRAMS = {"people.ServiceAccount.person"}  # the account of a program, which is nobody
WORDS = (models.TextField, models.JSONField, models.FileField)


def test_every_field_of_every_table_is_declared():
    assert personal.faults() == []


def test_what_is_kept_of_people_says_why_and_leads_to_the_person():
    assert personal.untold() == []


def test_a_field_that_nobody_declared_is_refused(monkeypatch):
    known = dict(personal.tables())
    known["plans.Plan"] = personal.Table("plans.Plan", nothing="id")
    monkeypatch.setattr(personal, "tables", lambda: known)

    said = personal.faults()

    assert "plans.Plan.title is not declared" in said
    assert "plans.Plan.based_on is not declared" in said


@pytest.mark.parametrize("label", personal.tables())
def test_free_text_and_people_are_not_passed_off_as_nothing(label):
    table = personal.tables()[label]
    columns = {name: table.table._meta.get_field(name) for name in table.nothing.split()}
    copies_of_names = {
        "search_text",
        "acts",  # kinds of acts by their names
        "sources",
        "page_starts",
        "numbers",
        "counts",
        "powers",
        "checked",
        "count",
        "session_count",
        "reckoning",
        "back_to",  # days and numbers of days
    }  # units' names, places in a text, numbers, marks

    texts = [name for name, column in columns.items() if type(column) in WORDS and name not in copies_of_names]
    people = [f"{label}.{name}" for name, column in columns.items() if column.related_model is Person]
    people = [field for field in people if field not in PROGRAMS]

    assert texts + people == []


@pytest.mark.parametrize("label", personal.tables())
def test_what_is_hidden_and_what_leads_to_a_person_are_fields(label):
    table = personal.tables()[label]

    assert {*table.secret, *table.of_others} <= {*table.holds, *table.free}
    assert table.rows_of(Person(pk=1)).query is not None


def test_each_purpose_rests_on_rules_that_are_written_down():
    known = {rule.name for rule in PERSONAL_DATA}
    purposes = {table.purpose for table in personal.tables().values() if table.purpose}

    assert all(purpose.basis and set(purpose.basis) <= known for purpose in purposes)


def test_the_register_in_the_docs_says_what_the_code_does():
    assert PAGE.read_text(encoding="utf-8").strip() == page().strip()
