"""The document for programs (OpenAPI) and the doors it tells of agree, whatever is asked."""

import re
from contextlib import suppress
from itertools import count

import hypothesis
import pytest
import schemathesis
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis.errors import Unsatisfiable
from hypothesis.strategies import booleans
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from dinhlang.apps.people.tests.factories import a_program, with_role
from dinhlang.base import pace
from tests.house.world import World

ADDRESS = "/api/v1/openapi.json"
JSON = "application/json"
MOST = 10
ROOMS = {
    "ban-giao", "ban-viec", "bao", "ben-trong", "cach-xem", "chuoi-bao-cao", "doc-thu", "don-vi", "gia-han", "ke-hoach",
    "ky-hop", "minh-chung", "ngay-nghi", "nhac-viec", "nhat-ky", "nhiem-vu", "phan-viec", "thay-doi", "thoi-gian",
    "thoi-han", "toan-canh", "toi", "van-ban-den", "vuong-mac",
}  # fmt: skip
EXCLUDED = [negative_data_rejection, positive_data_acceptance]
TAKES_BYTES = {"/api/v1/doc-thu", "/api/v1/van-ban-den"}
"""Any bytes are a text there, also `null`; whether they can be read no schema says: some get a sentence (422)."""


@pytest.fixture
def api(db, monkeypatch):
    """The house with a thing of each kind, the tokens that open its doors, or only some, and a person who may much."""
    monkeypatch.setattr(pace, "WRONG_KEYS_A_MINUTE", 1_000_000)  # the walk tries wrong tokens too
    world = World()
    schema = schemathesis.openapi.from_wsgi(ADDRESS, get_wsgi_application())
    schema.config.generation.update(with_security_parameters=False)  # the tests below show tokens themselves
    schema.token = a_program(at=world.own, words=["plans.read", "reports.read", "intake.take_in", "tasks.read"])
    schema.poor_token = a_program(at=world.own, words=["reports.read"])
    schema.session = session_of(world)
    schema.world = world
    return schema


def session_of(world):
    """The cookies and the token of a person who is officer, leader and administrator of the commune."""
    visitor = Client()
    visitor.force_login(with_role(with_role(world.officer, "leader", world.committee), "administrator", world.own))
    secret = "a" * 32
    cookies = f"{settings.SESSION_COOKIE_NAME}={visitor.cookies[settings.SESSION_COOKIE_NAME].value}"
    return {"Cookie": f"{cookies}; {settings.CSRF_COOKIE_NAME}={secret}", "X-CSRFToken": secret}


def is_for_people(operation):
    return any("session" in one for one in operation.definition.raw.get("security", []))


def head_for(api, operation):
    """What the caller shows: a person's session where one opens the door, else the token."""
    shown = api.session if is_for_people(operation) else {"Authorization": f"Bearer {api.token}"}
    return {**shown, "Accept-Encoding": "identity"}


def operations(api):
    return [found.ok() for found in api.get_all_operations()]


def test_the_document_is_one_that_others_understand(api, client):
    document = client.get(ADDRESS).json()

    assert document["openapi"].startswith("3.1")
    assert {path.split("/")[3] for path in document["paths"]} == ROOMS
    api.validate()


@pytest.mark.parametrize("mode", schemathesis.GenerationMode)
def test_every_door_answers_as_the_document_says(api, mode):
    asked = {(one.method, one.path): asks_of(api, one, mode) for one in operations(api)}

    assert asked["get", "/api/v1/ke-hoach"] >= MOST
    assert asked["get", "/api/v1/thoi-gian"] >= MOST
    assert asked["get", "/api/v1/phan-viec"] >= MOST
    assert asked["post", "/api/v1/phan-viec/{pk}/tien-do"] >= MOST
    of_oneself = ("cach-nhan", "theo-doi", "viec-qua-han")
    addresses = ("ban-giao/da-chon", "ban-viec", *(f"nhac-viec/{one}" for one in of_oneself), "thoi-han/luat", "toi")
    nothing_to_ask_wrongly_by = [("get", f"/api/v1/{address}") for address in addresses]
    assert sorted(door for door, number in asked.items() if not number) == (
        [] if mode is schemathesis.GenerationMode.POSITIVE else nothing_to_ask_wrongly_by
    )


def asks_of(api, operation, mode):
    """How often the door was asked, each time as rightly or wrongly as the mode says, and answered as told."""
    asked = count()

    @hypothesis.settings(max_examples=MOST, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode), is_there=booleans())
    def answers_as_told(case, is_there):
        if is_there and mode is schemathesis.GenerationMode.POSITIVE:
            case.path_parameters = {**case.path_parameters, **known_ones(api, operation)}
        head = head_for(api, operation)
        case.call_and_validate(headers=head, excluded_checks=EXCLUDED if is_lenient(operation) else None)
        next(asked)

    with suppress(Unsatisfiable):
        answers_as_told()
    return next(asked)


def known_ones(api, operation):
    """The keys of things that are there, by what the address is about."""
    world, names = api.world, re.findall(r"{(\w+)}", operation.path)
    first = operation.path.split("/")[3]
    things = {
        "phan-viec": world.part.pk, "nhiem-vu": world.task.pk, "vuong-mac": world.obstacle.pk,
        "gia-han": world.later.pk, "ke-hoach": world.hidden.pk, "thay-doi": world.change.pk,
        "chuoi-bao-cao": world.chain.pk, "thoi-han": world.task.deadline_id, "van-ban-den": world.document.pk,
        "ben-trong": world.share.pk, "minh-chung": world.evidence.pk, "ky-hop": world.session.pk,
        "nhac-viec": world.notice.pk, "ngay-nghi": world.day_off.pk, "ban-giao": world.heir.pk,
        "cach-xem": world.view.pk,
    }  # fmt: skip
    known = {"pk": things.get(first, 1), "code": world.own.code, "clause": world.hidden.clauses.get().pk}
    known |= {"mark": world.mark.pk, "number": 1, "other": world.basis.pk, "order": 1}
    return {name: known[name] for name in names}


def is_lenient(operation):
    """Where rightness is more than a schema says: whom words mean, which step may follow, what a text holds."""
    return operation.path in TAKES_BYTES or (operation.method == "post" and is_for_people(operation))


@pytest.mark.parametrize("token", ["", "poor"])
def test_every_refusal_is_in_the_document(api, token):
    head = {"Accept-Encoding": "identity"} | ({"Authorization": f"Bearer {api.poor_token}"} if token else {})
    statuses = set()
    for operation in operations(api):
        facts = {"path_parameters": known_ones(api, operation)}
        if operation.method == "post":
            is_text = operation.path in TAKES_BYTES
            facts |= {"media_type": "text/plain", "body": "Kế hoạch"} if is_text else {"media_type": JSON, "body": {}}
        answer = operation.Case(**facts).call(headers=head)
        operation.validate_response(answer)
        statuses.add(answer.status_code)
        assert str(answer.status_code) in operation.definition.raw["responses"]

    assert statuses == ({200, 403} if token else {401})


def test_a_door_that_lies_is_found(api, monkeypatch):
    monkeypatch.setattr("dinhlang.apps.tasks.api.shapes.part", lambda part: {"id": str(part.pk)})
    (part,) = (operation for operation in operations(api) if operation.path == "/api/v1/phan-viec/{pk}")
    asked = part.Case(path_parameters=known_ones(api, part))
    answer = asked.call(headers={"Authorization": f"Bearer {api.token}", "Accept-Encoding": "identity"})

    with pytest.raises(BaseExceptionGroup) as found:
        part.validate_response(answer)

    assert any("integer" in str(one) for one in found.value.exceptions)
