"""`dinhlang when` at the terminal and in a pipe."""

import json
import subprocess
import sys
from datetime import date

import pytest

from dinhlang.config.cli import main
from dinhlang.config.when import answers


@pytest.fixture(autouse=True)
def _no_house(tmp_path, monkeypatch):
    """Whatever lies on this machine: there is no house here, so the kept list counts."""
    monkeypatch.setenv("DINHLANG_HOME", str(tmp_path / "none"))
    monkeypatch.delenv("DINHLANG_DATABASE", raising=False)


def test_one_phrase_is_answered_with_a_sentence(capsys):
    assert main(["when", "trước ngày 15/12/2025", "--on", "2025-11-20"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Chậm nhất là hết Chủ nhật, ngày 14/12/2025")
    assert "2025-12-14" in said


def test_one_phrase_is_answered_for_programs(capsys):
    assert main(["when", "ít nhất 03 ngày làm việc liên tục", "--on", "2025-11-20", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["kind"] == "none"
    assert answer["minimum"] == {"number": 3, "unit": "day", "working": True, "continuous": True}


@pytest.mark.parametrize("day", ["2025-99-99", "mai", "31/02/2025"])
def test_a_day_that_is_none_is_named_and_nothing_is_answered(capsys, day):
    assert main(["when", "quý I", "--on", day]) == 2
    told = capsys.readouterr()
    assert day in told.err
    assert not told.out


def test_each_line_has_its_answer_and_a_bad_line_says_what_is_wrong():
    lines = [
        "quý I\t2025-11-20\n",
        "\n",
        "quý I\n",
        "quý I\t2025-13-01\r\n",
        "\ufeffhằng tháng\t20/11/2025\tmore\n",
        "\t2025-01-01\n",
    ]
    told = [json.loads(line) for line in answers(lines, None)]
    assert [one.get("kind") for one in told] == ["dated", None, None, None, "periodic", "none"]
    assert told[0]["due"] == ["2026-03-31"]
    assert "trống" in told[1]["error"]
    assert "thiếu ngày" in told[2]["error"]
    assert told[2]["line"] == 3
    assert "2025-13-01" in told[3]["error"]
    assert set(told[0]) >= {"phrase", "kind", "start", "due", "recurrence", "sentence", "minimum"}


def test_a_line_without_a_date_takes_the_day_that_was_given():
    (answer,) = answers(["quý I"], date(2025, 1, 2))
    assert json.loads(answer)["due"] == ["2025-03-31"]


def test_a_pipe_is_read_to_its_end_without_loading_django():
    script = (
        "import sys\nfrom dinhlang.config.cli import main\ncode = main(['when'])\n"
        "print([name for name in sys.modules if name.split('.')[0] == 'django'], file=sys.stderr)\nsys.exit(code)"
    )
    lines = "trước ngày 15/12\t2025-11-20\n".encode() * 500 + b"\xff\xfe\t2025-01-01\n"
    done = subprocess.run([sys.executable, "-c", script], input=lines, capture_output=True, timeout=60, check=True)
    told = done.stdout.decode().splitlines()
    assert len(told) == 501
    assert json.loads(told[0])["due"] == ["2025-12-14"]
    assert done.stderr.decode().strip() == "[]"


def test_whoever_stops_listening_gets_no_traceback():
    command = f"yes 'quý I\t2025-11-20' | head -2000 | {sys.executable} -m dinhlang.config.cli when | head -1"
    told = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=120, check=False)

    assert json.loads(told.stdout)["kind"] == "dated"
    assert "Traceback" not in told.stderr
