"""What `dinhlang check` finds of a bucket, asked of a real S3 server."""

import json
from datetime import timedelta

import pytest

from dinhlang.config import store_checks
from dinhlang.config.store_checks import store_can_be_spoken_to, store_keeps_files_for_us_alone
from tools.s3_server import READER


def told(settings, **other):
    """The settings, with something else in them."""
    default = settings.STORAGES["default"]
    settings.STORAGES = settings.STORAGES | {"default": default | {"OPTIONS": default["OPTIONS"] | other}}
    return settings


def test_without_a_store_there_is_nothing_to_find():
    assert store_can_be_spoken_to() + store_keeps_files_for_us_alone() == []


def test_a_bucket_of_our_own_is_well_and_nothing_stays_in_it(files_in_bucket):
    assert store_can_be_spoken_to() + store_keeps_files_for_us_alone() == []
    assert list(files_in_bucket.names()) == []


@pytest.mark.parametrize(
    ("wrong", "found", "cure"),
    [
        ({"bucket": "khong-co"}, "dinhlang.W018", "DINHLANG_FILES_S3_BUCKET"),
        ({"key": "khac"}, "dinhlang.W019", "DINHLANG_FILES_S3_KEY"),
        ({"secret": "khac"}, "dinhlang.W019", "DINHLANG_FILES_S3_SECRET"),
        (dict(zip(("key", "secret"), READER, strict=True)), "dinhlang.W021", "PutObject"),
        ({"endpoint": "http://127.0.0.1:1"}, "dinhlang.W022", "DINHLANG_FILES_S3_ENDPOINT"),
    ],
)
@pytest.mark.usefixtures("files_in_bucket")
def test_each_mistake_is_named_with_its_cure(settings, wrong, found, cure):
    told(settings, **wrong)

    (message,) = store_keeps_files_for_us_alone()

    assert (message.id, cure in message.hint) == (found, True), message


@pytest.mark.usefixtures("files_in_bucket")
def test_a_clock_that_is_wrong_is_named(monkeypatch):
    from botocore import auth

    now = auth.get_current_datetime
    with monkeypatch.context() as wrong:
        wrong.setattr(auth, "get_current_datetime", lambda *asked, **how: now(*asked, **how) + timedelta(hours=2))
        (message,) = store_keeps_files_for_us_alone()

    assert message.id == "dinhlang.W020"


@pytest.mark.parametrize("action", ["s3:GetObject", "s3:ListBucket"])
def test_a_bucket_that_strangers_may_read_is_a_fault(files_in_bucket, action):
    name = f"arn:aws:s3:::{files_in_bucket.bucket}"
    rule = {"Effect": "Allow", "Principal": "*", "Action": [action], "Resource": [name, f"{name}/*"]}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [rule]})
    files_in_bucket.client.put_bucket_policy(Bucket=files_in_bucket.bucket, Policy=policy)

    (message,) = store_keeps_files_for_us_alone()

    assert message.id == "dinhlang.E013"


@pytest.mark.usefixtures("files_in_bucket")
def test_a_missing_library_is_a_fault_with_its_cure(monkeypatch):
    monkeypatch.setattr(store_checks, "find_spec", lambda name: None)

    (message,) = store_can_be_spoken_to() + store_keeps_files_for_us_alone()

    assert (message.id, "dinhlang[s3]" in message.hint) == ("dinhlang.E012", True)
