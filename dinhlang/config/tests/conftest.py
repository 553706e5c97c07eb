"""Installations in folders of their own, spoken to as at a terminal; each with its database, on the tests' engine."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[3]
CREATE = """
import sys, psycopg
with psycopg.connect(sys.argv[1], autocommit=True) as server:
    server.execute(f'DROP DATABASE IF EXISTS {sys.argv[2]}')
    server.execute(f'CREATE DATABASE {sys.argv[2]} TEMPLATE {sys.argv[3]}')
"""


class House:
    """An installation in a folder of its own, spoken to as at a terminal."""

    def __init__(self, home, database=""):
        self.home = home
        self.environment = {**os.environ, "DINHLANG_HOME": str(home), "DINHLANG_DATABASE": database}
        self.environment["DJANGO_SETTINGS_MODULE"] = "dinhlang.config.settings"

    def run(self, *words):
        command = [sys.executable, *words]
        return subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)

    def say(self, *words):
        return self.run("-m", "dinhlang.config.cli", *words)


def a_house(folder, name, *, like=None):
    """An empty one, or one like another: its folder and its database are copied."""
    home = folder / name
    if like is None:
        home.mkdir()
    else:
        shutil.copytree(like.home, home)
    if connection.vendor == "sqlite":
        return House(home)
    server, database = os.environ["DINHLANG_DATABASE"].rpartition("/")[0], f"house_{name}_{os.getpid()}"
    template = "template0" if like is None else like.environment["DINHLANG_DATABASE"].rpartition("/")[2]
    subprocess.run([sys.executable, "-c", CREATE, f"{server}/postgres", database, template], check=True)
    return House(home, f"{server}/{database}")


@pytest.fixture(scope="session")
def upgraded(tmp_path_factory):
    """To bring up a house takes many seconds: it is done once, and every test has a copy."""
    house = a_house(tmp_path_factory.mktemp("houses"), "upgraded")
    said = house.say("upgrade")
    assert said.returncode == 0, said.stderr
    return house


@pytest.fixture
def build(tmp_path):
    """Makes empty houses, each with a database of its own on whichever engine the tests run."""
    return lambda name: a_house(tmp_path, name)


@pytest.fixture
def ready(tmp_path, upgraded):
    """Makes houses that stand, with nothing in them yet."""
    return lambda name: a_house(tmp_path, name, like=upgraded)
