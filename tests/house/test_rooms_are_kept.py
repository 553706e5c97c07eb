"""Each room has what a newcomer looks for, and no room grows into a hall."""

import ast
import importlib
import subprocess

import pytest

from tests.house.floors import APPS, ROOT, floors

LONGEST = 400


@pytest.mark.parametrize("room", floors())
def test_the_room_has_a_readme_that_says_what_it_is(room):
    assert len((APPS / room / "README.md").read_text().split()) > 60


@pytest.mark.parametrize("room", [room for room in floors() if (APPS / room / "public.py").exists()])
def test_the_front_door_lists_what_it_exports(room):
    door = importlib.import_module(f"dinhlang.apps.{room}.public")

    exported = {name for name in vars(door) if not name.startswith("_") and name != "annotations"}
    modules = {name for name in exported - set(door.__all__) if type(getattr(door, name)).__name__ == "module"}

    assert sorted(exported - modules) == sorted(door.__all__)


@pytest.mark.parametrize("room", floors())
def test_the_room_has_one_line_of_migrations(room):
    numbers = [path.name[:4] for path in (APPS / room / "migrations").glob("0*.py")]

    assert len(numbers) == len(set(numbers))


def python_files():
    listed = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    return [path for path in listed.split() if "/migrations/" not in path and "/tests/" not in f"/{path}"]


def test_no_file_is_longer_than_a_person_reads():
    long = [path for path in python_files() if len((ROOT / path).read_text().splitlines()) > LONGEST]

    assert long == []


@pytest.mark.parametrize("path", python_files())
def test_every_module_and_public_function_says_what_it_is(path):
    tree = ast.parse((ROOT / path).read_text())
    silent = [] if ast.get_docstring(tree) or not tree.body else ["the module"]
    if path.endswith(("actions.py", "public.py", "queries.py", "access.py", "rules.py")):
        silent += [
            node.name
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            if not node.name.startswith("_") and not ast.get_docstring(node)
        ]

    assert silent == []
