"""Each request has a number; the log names no person and repeats no data."""

import json
import logging

import pytest
from django.db import IntegrityError
from django.test import Client

from dinhlang.base.logs import Bare, JsonLines, number_of_request
from dinhlang.base.measured import answered


def counted(route, status):
    return answered.labels(route, "GET", status)._value.get()


def test_the_number_of_the_proxy_goes_through_and_back(client):
    assert client.get("/khoe/", headers={"X-Request-ID": "abcdef-123456"})["X-Request-ID"] == "abcdef-123456"


@pytest.mark.parametrize("asked", ["", "ngắn", "x" * 65, "a b c d e f g", "abcdefgh\n"])
def test_a_number_that_is_none_is_made_anew(client, asked):
    number = client.get("/khoe/", headers={"X-Request-ID": asked})["X-Request-ID"]

    assert (len(number), number != asked) == (32, True)


def test_answers_are_counted_by_route_and_not_by_address(client):
    before = counted("alive", "200")

    client.get("/khoe/?q=Nguyễn+Văn+Tư")

    assert counted("alive", "200") == before + 1


def test_the_line_of_a_request_tells_the_route_and_nobody(client, caplog):
    with caplog.at_level(logging.INFO, "dinhlang.requests"):
        client.get("/khoe/?q=nguyenvantu")

    (line,) = [JsonLines().format(record) for record in caplog.records if record.name == "dinhlang.requests"]
    told = json.loads(line)
    assert (told["route"], told["method"], told["status"]) == ("alive", "GET", 200)
    assert "nguyenvantu" not in line
    assert "127.0.0.1" not in line


def a_fault():
    try:
        try:
            raise IntegrityError("Key (username)=(nguyenvantu) already exists")
        except IntegrityError as trouble:
            raise RuntimeError("nguyenvantu is there") from trouble
    except RuntimeError as trouble:
        return (type(trouble), trouble, trouble.__traceback__)


@pytest.mark.parametrize("formatter", [Bare("{message} [{number}]", style="{"), JsonLines()])
def test_a_fault_is_told_by_its_kinds_and_places(formatter):
    record = logging.LogRecord("x", logging.ERROR, "f.py", 1, "it broke", (), a_fault())
    number_of_request.set("abcdef-123456")

    line = formatter.format(record)

    assert "RuntimeError" in line and "IntegrityError" in line and "test_measured.py" in line
    assert "abcdef-123456" in line
    assert "nguyenvantu" not in line


def test_the_page_of_last_resort_tells_the_number(settings, monkeypatch):
    def fail(*_args, **_facts):
        raise ValueError("Trống thủng")

    monkeypatch.setattr("dinhlang.base.views.set_language", fail)
    answer = Client(raise_request_exception=False).post("/ngon-ngu/", {"language": "en"})

    assert answer.status_code == 500
    assert answer["X-Request-ID"] in answer.content.decode()
