"""`dinhlang gold`: what people confirmed goes out as new gold, and nothing else does."""

import json

import pytest

from dinhlang.apps.intake import actions
from dinhlang.apps.intake.tests.factories import NOW, a_document, a_mark, a_read_document
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.config.cli import parser
from dinhlang.config.commands import COMMANDS

pytestmark = pytest.mark.django_db


def test_only_readings_that_people_confirmed_go_out(tmp_path, capsys):
    confirmed = a_read_document(at=a_committee())
    actions.accept_many(confirmed, at_least=0, by=confirmed.taken_in_by, now=NOW)
    actions.confirm(confirmed, by=confirmed.taken_in_by, now=NOW)
    a_read_document(at=a_committee())
    by_hand = a_document()
    a_mark(by_hand)
    actions.confirm(by_hand, by=by_hand.taken_in_by, now=NOW)
    asked = parser().parse_args(["gold", "--to", str(tmp_path)])

    assert COMMANDS["gold"](asked) == 0

    assert [path.name for path in (tmp_path / "readings").iterdir()] == [f"{confirmed.pk}.json"]
    told = json.loads((tmp_path / "readings" / f"{confirmed.pk}.json").read_text(encoding="utf-8"))
    assert [task["path"] for task in told["tasks"]] == ["II.a", "II.b", "II.c"]
    assert told["checked"] == {"header": False, "tasks": 3, "tasks_left": 0, "reports": 0, "reports_left": 0}
    assert "number" not in told  # confirmed as a plan, yet nobody had opened the head and foot
    assert (tmp_path / "documents" / f"{confirmed.pk}.txt").read_text(encoding="utf-8").startswith("Số: 31/KH-UBND")
    assert "1 →" in capsys.readouterr().out
