"""Whatever no page caught is answered by what it was."""

import errno

import pytest
from django.db import InterfaceError, OperationalError
from django.test import RequestFactory

from dinhlang.base.trouble import broken, status_of


def caused(trouble, *, by):
    trouble.__cause__ = by
    return trouble


@pytest.mark.parametrize(
    ("trouble", "status"),
    [
        (OperationalError("connection refused"), 503),
        (InterfaceError("connection already closed"), 503),
        (OperationalError("database or disk is full"), 507),
        (OperationalError("could not extend file: No space left on device"), 507),
        (OSError(errno.ENOSPC, "No space left on device"), 507),
        (OSError(errno.EACCES, "Permission denied"), 500),
        (caused(RuntimeError("the form"), by=OperationalError("gone")), 503),
        (ValueError("Trống thủng"), 500),
        (None, 500),
    ],
)
def test_the_status_tells_machines_what_it_was(trouble, status):
    assert status_of(trouble) == status


@pytest.mark.parametrize(
    ("trouble", "words", "after"),
    [
        (OperationalError("gone"), "chưa được ghi nhận", "10"),
        (OSError(errno.ENOSPC, ""), "hết chỗ trống", "10"),
        (ValueError("bí mật"), "Máy chủ vừa gặp lỗi", None),
    ],
)
def test_people_read_what_became_of_what_they_sent(trouble, words, after):
    try:
        raise trouble
    except type(trouble):
        answer = broken(RequestFactory().post("/"))

    page = answer.content.decode()
    assert (words in page, "bí mật" in page, answer.get("Retry-After")) == (True, False, after)
