"""Files in a bucket of an S3-compatible store. The bytes go through this house, which asks each time who may read them:
no address of the bucket is ever handed out.

`boto3` directly: a part of a file is asked for by its bytes, where richer wrappers fetch the whole object first.
"""

import base64
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, cast

from django.core.files.base import File
from django.core.files.storage import Storage

from dinhlang.base.storage import StoreAway

PIECE = 4 * 1024 * 1024
"""A file is read in pieces of this size, so that whoever goes away in the middle costs no more than one."""
SYSTEM_CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
LACKS = "boto3 is missing"
_FULL = {"QuotaExceeded", "XMinioStorageFull", "InsufficientCapacity", "EntityTooLargeForQuota"}
_MISSING = {"404", "NoSuchKey", "NotFound"}


class BucketStorage(Storage):
    """One bucket. An object is whole or not there: it is sent in one request, with a checksum that the store checks."""

    def __init__(
        self, *, endpoint: str, bucket: str, key: str, secret: str, region: str, patience: int = 20, tries: int = 3
    ) -> None:
        self.endpoint, self.bucket, self.region = endpoint, bucket, region
        self._key, self._secret = key, secret
        self._patience, self._tries = patience, tries
        self._making = Lock()

    @property
    def client(self) -> Any:
        """Made once for each process; safe for its threads."""
        with self._making:
            return self._client

    @cached_property
    def _client(self) -> Any:
        try:
            return self._made()
        except ImportError:
            raise StoreAway(LACKS) from None

    def _made(self, signature: object = "s3v4") -> Any:
        import boto3
        from botocore.config import Config

        config = Config(
            signature_version=signature,
            s3={"addressing_style": "path", "payload_signing_enabled": True},
            connect_timeout=min(4, self._patience),
            read_timeout=self._patience,
            retries={"mode": "standard", "total_max_attempts": self._tries},
            max_pool_connections=32,
            request_checksum_calculation="when_required",  # many stores do not know the newest kinds
            response_checksum_validation="when_required",
            proxies={},  # to the place that was named and no other
        )
        return boto3.session.Session().client(
            "s3",
            endpoint_url=self.endpoint,
            region_name=self.region,
            aws_access_key_id=self._key,
            aws_secret_access_key=self._secret,
            verify=_certificates(),
            config=config,
        )

    def is_open_to_strangers(self, name: str) -> bool:
        """Whether somebody without a key may list the bucket, or read an object that is there."""
        from botocore import UNSIGNED

        stranger = self._made(signature=UNSIGNED)
        tries = (
            lambda: stranger.list_objects_v2(Bucket=self.bucket, MaxKeys=1),
            lambda: stranger.head_object(Bucket=self.bucket, Key=name),
        )
        try:
            return any(_is_answered(one) for one in tries)
        finally:
            stranger.close()

    def _save(self, name: str, content: File) -> str:
        digest = sha256()
        content.seek(0)
        for chunk in content.chunks():
            digest.update(chunk)
        content.seek(0)
        with asking(name):
            self.client.put_object(
                Bucket=self.bucket,
                Key=name,
                Body=content.file,
                ContentType="application/octet-stream",
                ChecksumSHA256=base64.b64encode(digest.digest()).decode(),
            )
        return name

    def _open(self, name: str, mode: str = "rb") -> File:
        size = self.size(name)
        opened = File(io.BufferedReader(_Remote(size, lambda first: self._piece(name, first)), 64 * 1024), name)
        opened.size = size
        return opened

    def _piece(self, name: str, first: int) -> Any:
        with asking(name):
            span = f"bytes={first}-{first + PIECE - 1}"
            return self.client.get_object(Bucket=self.bucket, Key=name, Range=span)["Body"]

    def _head(self, name: str) -> dict[str, Any]:
        with asking(name):
            return dict(self.client.head_object(Bucket=self.bucket, Key=name))

    def exists(self, name: str) -> bool:
        """Whether there is an object of this name."""
        try:
            self._head(name)
        except FileNotFoundError:
            return False
        return True

    def size(self, name: str) -> int:
        """In bytes."""
        return int(self._head(name)["ContentLength"])

    def get_modified_time(self, name: str) -> datetime:
        """When it was sent."""
        return cast(datetime, self._head(name)["LastModified"])

    def delete(self, name: str) -> None:
        """Nothing happens if it is not there."""
        with suppress(FileNotFoundError), asking(name):
            self.client.delete_object(Bucket=self.bucket, Key=name)

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        """Folders and files directly under a path."""
        under = f"{path.strip('/')}/" if path.strip("/") else ""
        inside = [name.removeprefix(under) for name, _size in self.names(under)]
        folders = dict.fromkeys(name.partition("/")[0] for name in inside if "/" in name)
        return list(folders), [name for name in inside if "/" not in name]

    def names(self, under: str = "") -> Iterator[tuple[str, int]]:
        """Every object with its size; neither a folder that a console drew ("a/") nor what no folder can hold."""
        with asking(self.bucket):
            for page in self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=under):
                yield from ((one["Key"], one["Size"]) for one in page.get("Contents", ()) if _is_a_file(one["Key"]))


class _Remote(io.RawIOBase):
    """Reads an object from wherever one stands in it, a piece at a time."""

    def __init__(self, size: int, ask: Callable[[int], Any]) -> None:
        super().__init__()
        self._size, self._ask = size, ask
        self._at, self._piece_ends = 0, 0
        self._piece: Any = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if base + offset != self._at:
            self._let_go()
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: Any) -> int:
        if self._at >= self._size:
            return 0
        if self._piece is None:
            self._piece, self._piece_ends = self._ask(self._at), min(self._at + PIECE, self._size)
        with asking("?"):
            got = self._piece.read(min(len(buffer), self._piece_ends - self._at))
        if not got:
            raise StoreAway("an object ended too early")
        buffer[: len(got)] = got
        self._at += len(got)
        if self._at == self._piece_ends:
            self._let_go()
        return len(got)

    def _let_go(self) -> None:
        if self._piece is not None:
            self._piece.close()
            self._piece = None

    def close(self) -> None:
        self._let_go()
        super().close()


def _is_a_file(name: str) -> bool:
    return "\0" not in name and not {"", ".", ".."} & set(name.split("/"))


def _is_answered(question: Callable[[], object]) -> bool:
    try:
        with asking("?"):
            question()
    except (StoreAway, OSError):
        return False
    return True


@contextmanager
def asking(name: str) -> Iterator[None]:
    """What the library says of trouble, in the words that the house knows: not there, full, or away."""
    try:
        from botocore.exceptions import BotoCoreError, ClientError
    except ImportError:
        raise StoreAway(LACKS) from None
    try:
        yield
    except ClientError as refusal:
        code = str(refusal.response.get("Error", {}).get("Code", ""))
        status = refusal.response.get("ResponseMetadata", {}).get("HTTPStatusCode")
        if code in _MISSING:
            raise FileNotFoundError(errno.ENOENT, code, name) from refusal
        if code in _FULL or status == 507:
            raise OSError(errno.ENOSPC, code) from refusal
        raise StoreAway(code or str(status)) from refusal
    except BotoCoreError as trouble:
        raise StoreAway(type(trouble).__name__) from trouble


def _certificates() -> str | bool:
    """Those that the system believes, as for the identity server; an office may have an authority of its own."""
    named = os.environ.get("SSL_CERT_FILE", "")
    return named or (SYSTEM_CERTIFICATES if Path(SYSTEM_CERTIFICATES).exists() else True)
