"""What `deploy/` tells an administrator to run is what the house knows."""

import re
import shlex
import shutil
import subprocess

import pytest

from dinhlang.config import environment
from dinhlang.config.cli import parser
from tests.house.floors import ROOT

FILES = sorted(path for path in (ROOT / "deploy").iterdir() if path.is_file())
UNITS = [path for path in FILES if path.suffix == ".service"]


COMMANDS = [
    (unit.name, line)
    for unit in UNITS
    for line in re.findall(r"^ExecStart(?:Pre)?=(.+)$", unit.read_text(), re.MULTILINE)
]


@pytest.mark.parametrize(("unit", "line"), COMMANDS)
def test_a_service_starts_a_command_that_there_is(unit, line):
    program, *words = shlex.split(line)

    assert program == "/opt/dinhlang/bin/dinhlang"
    assert parser().parse_args(words).command == words[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_setting_that_is_named_is_known(path):
    known = {setting.name for setting in environment.SETTINGS}

    assert set(re.findall(r"DINHLANG_[A-Z_]+", path.read_text())) <= known


def test_the_image_holds_what_backups_need_and_runs_as_nobody():
    text = (ROOT / "deploy/Containerfile").read_text()

    assert {"restic", "postgresql-client"} <= set(text.split())
    assert re.search(r"^USER dinhlang$", text, re.MULTILINE)
    assert text.index("USER dinhlang") < text.index("ENTRYPOINT")


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_systemd_understands_the_services_and_thinks_them_tight(unit):
    said = subprocess.run(
        ["systemd-analyze", "security", "--offline=yes", "--threshold=20", str(unit)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.returncode == 0, said.stdout[-500:] + said.stderr
    assert "Unknown key" not in said.stderr
