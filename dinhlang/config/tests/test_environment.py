"""Settings are read from the environment; one that makes no sense is answered with a sentence."""

import pytest

from dinhlang.config import environment


def test_a_key_is_made_once_and_nobody_else_may_read_it(tmp_path, monkeypatch):
    monkeypatch.delenv("DINHLANG_SECRET_KEY", raising=False)

    made = environment.secret_key(tmp_path)

    assert len(made) > 50 and environment.secret_key(tmp_path) == made
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_of_two_processes_that_start_at_once_both_use_the_first_key(tmp_path, monkeypatch):
    monkeypatch.delenv("DINHLANG_SECRET_KEY", raising=False)
    made = environment.secrets.token_urlsafe

    def a_quicker_one(length):
        (tmp_path / "secret-key").write_text("quicker")
        return made(length)

    monkeypatch.setattr(environment.secrets, "token_urlsafe", a_quicker_one)

    assert environment.secret_key(tmp_path) == "quicker"


@pytest.mark.parametrize(
    ("read", "name", "value"),
    [
        (environment.flag, "DINHLANG_HTTPS", "maybe"),
        (environment.number, "DINHLANG_UPLOAD_LIMIT_MB", "-1"),
        (environment.number, "DINHLANG_UPLOAD_LIMIT_MB", "²"),
        (environment.file, "DINHLANG_BREACHED_PASSWORDS", "/khong/co"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(monkeypatch, read, name, value):
    monkeypatch.setenv(name, value)

    with pytest.raises(environment.BadSetting, match=name):
        read(name)


def test_names_are_names_and_the_machine_itself_may_always_ask(monkeypatch):
    monkeypatch.setenv("DINHLANG_HOSTS", "dinhlang.nhanam.gov.vn, [2001:db8::1]")
    assert environment.hosts("DINHLANG_HOSTS") == ["dinhlang.nhanam.gov.vn", "[2001:db8::1]", "127.0.0.1"]

    for wrong in ("https://dinhlang.vn", "dinhlang.vn:8000", "hai tên"):
        monkeypatch.setenv("DINHLANG_HOSTS", wrong)
        with pytest.raises(environment.BadSetting, match="names"):
            environment.hosts("DINHLANG_HOSTS")


@pytest.mark.parametrize("address", ["mysql://a@b/c", "postgres://a@b:5432", "dinhlang.sqlite3"])
def test_a_database_that_is_none_of_ours_is_refused(tmp_path, monkeypatch, address):
    monkeypatch.setenv("DINHLANG_DATABASE", address)

    with pytest.raises(environment.BadSetting, match="postgres://"):
        environment.database(tmp_path)


STORE = {"BUCKET": "nha", "KEY": "k", "SECRET": "s"}


def a_store(monkeypatch, tmp_path, endpoint, **told):
    for name, value in {"ENDPOINT": endpoint, **STORE, **told}.items():
        monkeypatch.setenv(f"DINHLANG_FILES_S3_{name}", value)
    return environment.files_store(tmp_path)


def test_files_lie_in_a_folder_unless_a_store_is_named(monkeypatch, tmp_path):
    assert environment.files_store(tmp_path)["OPTIONS"] == {"location": tmp_path / "files"}

    (tmp_path / "files-s3-secret").write_text("bi-mat\n")
    options = a_store(monkeypatch, tmp_path, "https://kho.bacninh.gov.vn:9000", SECRET="")["OPTIONS"]

    assert (options["bucket"], options["secret"]) == ("nha", "bi-mat")


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://kho.bacninh.gov.vn",
        "https://169.254.169.254",
        "https://[fe80::1]",
        "https://0.0.0.0",
        "https://ai:do@kho.vn",
        "https://kho.vn/nha",
        "https://kho.vn:cong",
        "ftp://kho.vn",
        "kho.vn",
    ],
)
def test_a_store_is_an_https_address_and_no_inner_door(monkeypatch, tmp_path, endpoint):
    with pytest.raises(environment.BadSetting, match="DINHLANG_FILES_S3_ENDPOINT"):
        a_store(monkeypatch, tmp_path, endpoint)


@pytest.mark.parametrize("name", STORE)
def test_half_a_store_is_no_setting(monkeypatch, tmp_path, name):
    with pytest.raises(environment.BadSetting, match=f"DINHLANG_FILES_S3_{name}"):
        a_store(monkeypatch, tmp_path, "https://kho.vn", **{name: ""})


def test_days_to_remind_are_numbers_or_none(monkeypatch):
    monkeypatch.setenv("DINHLANG_REMIND_BEFORE", "1, 10 3")
    assert environment.days("DINHLANG_REMIND_BEFORE") == (1, 3, 10)
    monkeypatch.setenv("DINHLANG_REMIND_BEFORE", "none")
    assert environment.days("DINHLANG_REMIND_BEFORE") == ()
    for wrong in ("mai", "-1", "0", "999"):
        monkeypatch.setenv("DINHLANG_REMIND_BEFORE", wrong)
        with pytest.raises(environment.BadSetting, match="DINHLANG_REMIND_BEFORE"):
            environment.days("DINHLANG_REMIND_BEFORE")


def test_letters_name_an_address_that_people_reach(monkeypatch):
    monkeypatch.setenv("DINHLANG_ADDRESS", "")
    monkeypatch.setenv("DINHLANG_HTTPS", "yes")
    monkeypatch.setenv("DINHLANG_HOSTS", "dinhlang.nhanam.gov.vn,127.0.0.1")
    assert environment.address() == "https://dinhlang.nhanam.gov.vn"
    for wrong in ("nhanam.gov.vn", "ftp://nhanam.gov.vn", "https://nhanam.gov.vn/nha"):
        monkeypatch.setenv("DINHLANG_ADDRESS", wrong)
        with pytest.raises(environment.BadSetting, match="DINHLANG_ADDRESS"):
            environment.address()


def test_letters_go_in_the_open_only_to_this_very_machine(monkeypatch):
    monkeypatch.setenv("DINHLANG_MAIL_SECURITY", "none")
    monkeypatch.setenv("DINHLANG_MAIL_HOST", "127.0.0.1")
    assert environment.mail_security() == "none"
    monkeypatch.setenv("DINHLANG_MAIL_HOST", "mail.nhanam.gov.vn")
    with pytest.raises(environment.BadSetting, match="starttls or tls"):
        environment.mail_security()
