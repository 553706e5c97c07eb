"""Installations in folders of their own, spoken to as at a terminal; each with its database, on the tests' engine."""

import os
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
    server.execute(f'CREATE DATABASE {sys.argv[2]} TEMPLATE template0')
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


@pytest.fixture
def build(tmp_path):
    """Makes houses, each with a database of its own on whichever engine the tests run."""

    def house(name):
        (tmp_path / name).mkdir()
        if connection.vendor == "sqlite":
            return House(tmp_path / name)
        server, database = os.environ["DINHLANG_DATABASE"].rpartition("/")[0], f"recovery_{name}_{os.getpid()}"
        subprocess.run([sys.executable, "-c", CREATE, f"{server}/postgres", database], check=True)
        return House(tmp_path / name, f"{server}/{database}")

    return house
