"""Killed at random moments while people write: a few rounds of the benchmark (`./run bench NAME=kill` has 300)."""

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


def test_nothing_that_was_answered_is_lost_and_nothing_is_left_half_done(ready):
    house = ready("killed")

    said = house.run("-m", "benchmarks", "NAME=kill", "SCALE=0.02")

    assert said.returncode == 0, said.stdout[-2000:] + said.stderr[-2000:]
    assert "answered and lost: 0" in said.stdout
    assert kept_by(said.stdout) > 0


def kept_by(words):
    (line,) = [line for line in words.splitlines() if line.strip().startswith("writes answered")]
    return int(line.split(": ")[1].split()[0].replace(",", ""))
