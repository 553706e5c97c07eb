import json
import subprocess
import sys
import tomllib

from tools.print_parts import ROOT, bill, parts

LOCK = (ROOT / "requirements.lock").read_text()


def test_every_locked_part_is_listed_with_its_version_hashes_and_licence():
    listed = {part["name"]: part for part in parts(LOCK)}

    assert len(listed) == LOCK.count("==")
    assert listed["django"]["version"].startswith("5.2")
    assert all(part["hashes"] for part in listed.values())
    assert "BSD" in listed["django"]["licenses"][0]["license"]["name"]


def test_every_dependency_that_was_chosen_is_among_the_parts():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    chosen = {one.split("[")[0].split("~")[0].split(">")[0].lower() for one in project["dependencies"]}

    assert chosen <= {part["name"] for part in bill(project, LOCK)["components"]}


def test_the_command_prints_json():
    said = subprocess.run([sys.executable, ROOT / "tools/print_parts.py"], capture_output=True, check=True)

    assert json.loads(said.stdout)["bomFormat"] == "CycloneDX"
