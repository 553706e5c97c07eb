"""A body that was cut off on the way is not taken for one that ended."""

from io import BytesIO

import pytest

from dinhlang.base.whole import CutOff, WholeBody, whole


class Drips(BytesIO):
    """A stream that gives three bytes at a time, as a slow line does."""

    def read(self, size=-1, /):
        return super().read(min(size, 3))


def test_a_body_that_came_whole_is_read_as_it_was_sent():
    body = WholeBody(Drips(b"mot hai ba"), 10)

    assert (body.read(4), body.read(), body.read()) == (b"mot ", b"hai ba", b"")


@pytest.mark.parametrize("read", [lambda body: body.read(), lambda body: (body.read(8), body.read(8))])
def test_an_end_that_came_too_early_is_an_error(read):
    with pytest.raises(CutOff):
        read(WholeBody(Drips(b"mot hai ba"), 500))


def test_lines_end_with_what_was_announced():
    body = WholeBody(BytesIO(b"mot\nhai\nthua"), 8)

    assert [body.readline(), body.readline(), body.readline()] == [b"mot\n", b"hai\n", b""]
    with pytest.raises(CutOff):
        WholeBody(BytesIO(b""), 3).readline()


@pytest.mark.parametrize(("announced", "is_watched"), [("10", True), ("", False), ("nhiều", False)])
def test_only_what_was_announced_is_watched(announced, is_watched):
    seen = []
    app = whole(lambda environ, _start: seen.append(environ["wsgi.input"]) or [])

    app({"CONTENT_LENGTH": announced, "wsgi.input": BytesIO()}, lambda *_: None)

    assert isinstance(seen[0], WholeBody) is is_watched
