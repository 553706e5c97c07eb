"""What `dinhlang check` says of the settings of an identity server."""

import pytest

from dinhlang.config import sign_in_checks
from dinhlang.config.environment import oidc_client_secret


@pytest.fixture
def server(settings):
    """Settings with no mistake."""
    settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID = "https://dinhdanh.bacninh.example", "dinhlang"
    settings.OIDC_CLIENT_SECRET, settings.OIDC_SCOPES = "bí mật", "openid"
    settings.OIDC_SECOND_STEP, settings.OIDC_HOSTS, settings.HTTPS = ["amr:mfa"], ["token.bacninh.example"], True
    return settings


def found(monkeypatch, *, answers=True):
    monkeypatch.setattr(sign_in_checks.people, "identity_server_answers", lambda: answers)
    names = [name for name, check in vars(sign_in_checks).items() if hasattr(check, "tags")]
    assert len(names) == 8
    return [message for name in names for message in getattr(sign_in_checks, name)()]


def test_good_settings_find_nothing(server, monkeypatch):
    assert found(monkeypatch) == []


def test_a_house_without_an_identity_server_finds_nothing(settings, monkeypatch):
    assert found(monkeypatch, answers=False) == []


@pytest.mark.parametrize(
    ("name", "value", "id_"),
    [
        ("OIDC_ISSUER", "http://dinhdanh.bacninh.example", "E006"),
        ("OIDC_ISSUER", "http://127.0.0.1:9000", "E006"),
        ("OIDC_ISSUER", "dinhdanh.bacninh.example", "E006"),
        ("OIDC_ISSUER", "https://dinhdanh.bacninh.example/?a=1", "E006"),
        ("OIDC_ISSUER", "https://[dinhdanh", "E006"),
        ("OIDC_CLIENT_ID", "", "E007"),
        ("OIDC_ISSUER", "", "E007"),
        ("OIDC_SCOPES", "profile", "E008"),
        ("OIDC_SECOND_STEP", ["mfa"], "E009"),
        ("OIDC_SECOND_STEP", ["amr:"], "E009"),
        ("OIDC_HOSTS", ["https://token.bacninh.example/"], "E010"),
        ("OIDC_CLIENT_SECRET", "", "W004"),
    ],
)
def test_each_mistake_is_named_in_both_languages_with_its_cure(server, monkeypatch, name, value, id_):
    setattr(server, name, value)

    (message,) = found(monkeypatch)

    assert message.id == f"dinhlang.{id_}"
    assert " · " in message.msg and message.hint


def test_a_developers_own_desk_may_speak_in_the_open(server, monkeypatch):
    server.DEBUG, server.OIDC_ISSUER = True, "http://127.0.0.1:9000"

    assert found(monkeypatch) == []


def test_people_must_not_come_back_in_the_open(server, monkeypatch):
    server.HTTPS, server.ALLOWED_HOSTS = False, ["dinhlang.nhanam.example"]

    assert [message.id for message in found(monkeypatch)] == ["dinhlang.W005"]


def test_a_server_that_does_not_answer_is_a_warning(server, monkeypatch):
    assert [message.id for message in found(monkeypatch, answers=False)] == ["dinhlang.W006"]


def test_the_secret_may_lie_in_a_file(tmp_path, monkeypatch):
    monkeypatch.delenv("DINHLANG_OIDC_CLIENT_SECRET", raising=False)
    assert oidc_client_secret(tmp_path) == ""

    (tmp_path / "oidc-client-secret").write_text("từ tệp\n")
    assert oidc_client_secret(tmp_path) == "từ tệp"

    monkeypatch.setenv("DINHLANG_OIDC_CLIENT_SECRET", "từ môi trường")
    assert oidc_client_secret(tmp_path) == "từ môi trường"
