"""Files in a bucket of a real S3 server: whatever the folder gives, the bucket gives."""

import urllib.error
import urllib.request
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.test import RequestFactory

from dinhlang.apps.files import public as files
from dinhlang.apps.files.models import StoredFile
from dinhlang.apps.files.tests.factories import NOW, PDF, a_picture, a_stored_file
from dinhlang.base import bucket as buckets
from dinhlang.base.storage import StoreAway
from dinhlang.base.trouble import AWAY, FULL, broken, status_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("files_in_bucket")]


def asked(**headers):
    return RequestFactory().get("/", headers=headers)


def body(response):
    return b"".join(response.streaming_content)


def served(stored, **headers):
    response = files.serve(stored, request=asked(**headers))
    try:
        return response, body(response) if response.streaming else response.content
    finally:
        response.close()


def test_a_file_is_kept_under_its_checksum_and_comes_back_byte_for_byte(bucket):
    stored = a_stored_file()

    response, content = served(stored)

    assert dict(bucket.names()) == {f"{stored.sha256[:2]}/{stored.sha256[2:4]}/{stored.sha256}": len(PDF)}
    assert (content, response["Content-Length"], response["Content-Type"]) == (PDF, str(len(PDF)), "application/pdf")


def test_the_same_bytes_are_kept_once(bucket):
    first, second = a_stored_file(name="a.pdf"), a_stored_file(name="b.pdf")

    assert first.blob == second.blob
    assert len(list(bucket.names())) == 1


def test_a_picture_is_kept_bare_with_its_small_one(bucket):
    stored = a_stored_file(a_picture(exif=b"Exif\0\0" + b"\0" * 20), "ảnh.jpg")

    assert {name for name, _ in bucket.names()} == {stored.blob, f"{stored.blob}.webp"}
    small = files.thumbnail_response(stored, request=asked())
    assert body(small)[8:12] == b"WEBP"
    small.close()


def test_a_part_is_asked_of_the_store_by_its_bytes_and_a_stranger_part_is_refused(monkeypatch):
    monkeypatch.setattr(buckets, "PIECE", 1000)
    content = PDF.replace(b"<<>>\nendobj", bytes(range(256)) * 40 + b"\nendobj", 1)
    stored, asked_for = a_stored_file(content), []
    piece = buckets.BucketStorage._piece
    monkeypatch.setattr(
        buckets.BucketStorage, "_piece", lambda store, name, at: (asked_for.append(at), piece(store, name, at))[1]
    )

    response, part = served(stored, Range="bytes=5000-5099")

    assert (response.status_code, part) == (206, content[5000:5100])
    assert response["Content-Range"] == f"bytes 5000-5099/{len(content)}"
    assert asked_for[0] == 5000 and len(asked_for) == 1, "nothing before it, and no more than its piece"
    assert served(stored, Range=f"bytes={len(content)}-")[0].status_code == 416
    assert served(stored)[1] == content, "piece by piece it is the whole"


def test_a_browser_that_has_it_is_told_so_without_asking_the_store(monkeypatch):
    stored = a_stored_file()
    etag = served(stored)[0]["ETag"]
    monkeypatch.setattr(buckets.BucketStorage, "_head", None)

    assert served(stored, **{"If-None-Match": etag})[0].status_code == 304


def test_head_tells_the_length_and_sends_nothing():
    response = files.serve(a_stored_file(), request=RequestFactory().head("/"))

    assert response["Content-Length"] == str(len(PDF))
    response.close()


def test_nobody_reads_the_bucket_without_the_house_and_no_address_is_given(bucket):
    stored = a_stored_file()

    with pytest.raises(urllib.error.HTTPError, match="403") as refused:
        urllib.request.urlopen(f"{bucket.endpoint}/{bucket.bucket}/{stored.blob}")
    refused.value.close()
    with pytest.raises(NotImplementedError):
        default_storage.url(stored.blob)


def test_a_file_that_is_gone_from_the_bucket_is_answered_with_a_sentence(bucket):
    stored = a_stored_file()
    bucket.delete(stored.blob)

    with pytest.raises(files.CannotServe, match="không còn trong kho"):
        files.serve(stored, request=asked())


class Spoiled(File):
    """What is read for the checksum is not what is sent."""

    def chunks(self, chunk_size=None):
        yield b"xin chao"


def test_bytes_that_changed_on_the_way_are_not_taken(bucket):
    with pytest.raises(StoreAway, match="BadDigest"):
        bucket.save("ab/cd/x", Spoiled(ContentFile(b"xin chaO").file, "x"))

    assert not bucket.exists("ab/cd/x")


def test_without_the_store_no_row_is_written_and_the_answer_is_503_with_a_sentence(settings, rf):
    settings.STORAGES["default"]["OPTIONS"]["endpoint"] = "http://127.0.0.1:1"
    settings.STORAGES = dict(settings.STORAGES)

    with pytest.raises(StoreAway):
        a_stored_file()
    try:
        a_stored_file()
    except StoreAway:
        answer = broken(rf.post("/"))

    assert (answer.status_code, StoredFile.objects.count()) == (AWAY, 0)
    assert "Kho tệp đang không trả lời" in answer.content.decode()


def test_a_store_that_lets_us_no_longer_write_is_away_and_one_that_is_full_says_so(bucket):
    from tools.s3_server import READER

    key, secret = READER
    reader = buckets.BucketStorage(
        endpoint=bucket.endpoint, bucket=bucket.bucket, key=key, secret=secret, region="us-east-1"
    )
    with pytest.raises(StoreAway, match="AccessDenied"):
        reader.save("ab/cd/x", ContentFile(b"x"))
    reader.client.close()

    assert status_of(a_full_store()) == FULL


def a_full_store():
    from botocore.exceptions import ClientError

    told = {"Error": {"Code": "XMinioStorageFull"}, "ResponseMetadata": {"HTTPStatusCode": 507}}
    with pytest.raises(OSError, match="XMinioStorageFull") as full, buckets.asking("x"):
        raise ClientError(told, "PutObject")
    return full.value


def test_there_is_nothing_to_sweep_in_a_bucket():
    a_stored_file()

    assert files.sweep_leftovers(now=NOW + timedelta(days=9)) == 0
    assert default_storage.exists(StoredFile.objects.get().blob)
