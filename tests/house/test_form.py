"""What `./run check` asks is asked here too, so that CI cannot be greener than a developer's desk."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.floors import ROOT

BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["lint-imports", "--no-cache"],
        ["djlint", "--check", "--lint", "dinhlang"],
        ["mypy", "dinhlang"],
        ["python", "manage.py", "makemigrations", "--check", "--dry-run", "-v", "0"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_the_house_keeps_its_form(command, tmp_path):
    said = subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": f"{BIN}:/usr/bin:/bin", "DINHLANG_HOME": str(tmp_path), "HOME": str(tmp_path)},
    )

    assert said.returncode == 0, said.stdout[-4000:] + said.stderr[-2000:]
