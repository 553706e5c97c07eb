"""What a person typed stays words in whatever leaves the house: no cell is a formula, no document gets a new field."""

import csv
import io
import zipfile

import pytest
from openpyxl import load_workbook

from dinhlang.apps.issuance import public as issuance
from dinhlang.apps.register.tables import write_csv, write_xlsx
from dinhlang.apps.tasks.tables import as_csv, money_as_csv, money_as_xlsx
from dinhlang.apps.units.tests.factories import TODAY
from tests.house.walk import Walker, on_the_day_of_the_tests
from tests.house.world import NOW, World

FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "=cmd|' /C calc'!A0")
STARTS = ("=", "+", "-", "@", "\t", "\r")
FIELD = '</w:t></w:r><w:fldSimple w:instr="DDEAUTO c:\\\\cmd"/><w:r><w:t>{ INCLUDETEXT }'


def of_units(formula):
    return ["T1", formula, formula, formula, "", None, None, "", ""]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_table_of_units_is_a_formula(formula):
    lines = csv.reader(io.StringIO("".join(write_csv([of_units(formula)])).lstrip("\ufeff")))
    book = load_workbook(io.BytesIO(write_xlsx([of_units(formula)])))

    assert not any(cell.startswith(STARTS) for line in lines for cell in line)
    assert {cell.data_type for row in book.active.iter_rows() for cell in row if cell.value is not None} <= {"s", "n"}


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_list_of_tasks_is_a_formula(db, formula):
    part = World().part
    part.task.title = part.task.plan.number = part.unit.name = formula
    part.unit.form = ""

    whole = "".join([*as_csv([part], on=TODAY), *money_as_csv([part])])
    lines = csv.reader(io.StringIO(whole.replace("\ufeff", "")))
    book = load_workbook(io.BytesIO(money_as_xlsx([part])))

    assert not any(cell.startswith(STARTS) for line in lines for cell in line)
    assert {cell.data_type for row in book.active.iter_rows() for cell in row if cell.value is not None} <= {"s", "n"}


def test_no_document_gets_a_field_that_someone_typed(db):
    world = World()
    draft = issuance.draft_document(
        issuer=world.committee, kind_code="TB", title=f"Lịch {FIELD}", body=f"1. {FIELD}", by=world.officer, now=NOW
    )
    with on_the_day_of_the_tests():
        whole = Walker(world.officer).ask("GET", f"/van-ban-di/{draft.pk}/tai/").whole
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        document = packed.read("word/document.xml").decode()

    assert "INCLUDETEXT" in document and "DDEAUTO" in document
    assert '<w:fldSimple w:instr="DDE' not in document
