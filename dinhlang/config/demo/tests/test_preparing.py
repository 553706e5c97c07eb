"""A start of the demo: filled once, made anew when it was left half done, one password that stays."""

from datetime import date, datetime
from pathlib import Path

import pytest

from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.units.tests.factories import a_commune
from dinhlang.config.demo import preparing
from dinhlang.config.demo.moments import HERE
from dinhlang.config.demo.preparing import CannotPrepare, prepare

DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 8, tzinfo=HERE)


@pytest.fixture
def home(db, settings, tmp_path, monkeypatch):
    """The demo's folder, with nothing that takes long: how often it was filled is counted."""
    settings.HOME, settings.DEMO = tmp_path, True
    default = {**settings.DATABASES["default"], "NAME": tmp_path / preparing.DATABASE}
    monkeypatch.setitem(settings.DATABASES, "default", default)
    monkeypatch.setattr(preparing, "call_command", lambda *_, **__: (tmp_path / preparing.DATABASE).touch())
    monkeypatch.setattr(preparing.connections, "close_all", lambda: None)
    monkeypatch.delenv("DINHLANG_DEMO_PASSWORD", raising=False)
    ha = an_officer(at=a_commune("Nhã Nam"))
    type(ha).objects.filter(pk=ha.pk).update(username="ha")
    return tmp_path


@pytest.fixture
def filled(monkeypatch):
    times = []
    monkeypatch.setattr(preparing, "fill", lambda **facts: times.append(facts["password"]))
    return times


def start(*, fresh=False):
    said = []
    prepare(fresh=fresh, say=lambda sentence="": said.append(sentence), day=DAY, now=NOW)
    return "\n".join(said)


def test_a_second_start_fills_nothing(home, filled):
    start()
    start()

    assert len(filled) == 1


def test_fresh_fills_again_and_takes_only_its_own_away(home, filled):
    start()
    (home / "files").mkdir()
    (home / "letter-of-the-visitor.txt").write_text("…")

    start(fresh=True)

    assert len(filled) == 2
    assert not (home / "files").exists()
    assert (home / "letter-of-the-visitor.txt").exists()


def test_what_was_interrupted_is_made_anew(home, filled, monkeypatch):
    def interrupted(**_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr(preparing, "fill", interrupted)
        start()
    start()

    assert len(filled) == 1


def test_another_version_of_the_tables_is_made_anew(home, filled, monkeypatch):
    start()
    monkeypatch.setattr(preparing, "_tables", lambda: "newer")

    start()

    assert len(filled) == 2


def test_the_password_is_shown_kept_for_its_owner_only_and_stays(home, filled):
    first, second = start(), start(fresh=True)

    password = (home / "demo-password").read_text()
    assert len(password.split("-")) == 6
    assert password in first
    assert password in second
    assert Path(home / "demo-password").stat().st_mode & 0o777 == 0o600


def test_a_password_from_the_setting_wins(home, filled, monkeypatch):
    monkeypatch.setenv("DINHLANG_DEMO_PASSWORD", "sen hồng đầu ngõ")

    assert "sen hồng đầu ngõ" in start()
    assert not (home / "demo-password").exists()


def test_every_account_is_told_with_what_to_look_at(home, filled):
    said = start()

    for name in ("ha", "lan", "tu", "minh", "binh", "van", "quan"):
        assert f"  {name} " in said


def test_outside_the_demos_folder_nothing_is_touched(home, filled, settings):
    settings.DEMO = False

    with pytest.raises(CannotPrepare):
        start(fresh=True)

    assert not filled
