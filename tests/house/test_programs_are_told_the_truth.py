"""The document for programs (OpenAPI) and the doors it tells of agree, whatever is asked."""

from contextlib import suppress
from itertools import count

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from dinhlang.apps.people.tests.factories import a_program
from dinhlang.apps.plans.tests.factories import a_plan
from dinhlang.apps.units.tests.factories import a_committee, a_commune
from dinhlang.base import pace

ADDRESS = "/api/v1/openapi.json"
ADDRESSES = [
    "/api/v1/doc-thu",
    "/api/v1/ke-hoach",
    "/api/v1/thoi-gian",
    "/api/v1/toi",
    "/api/v1/van-ban-den",
    "/api/v1/van-ban-den/{pk}",
]
EXCLUDED = [negative_data_rejection, positive_data_acceptance]
TAKES_BYTES = {"/api/v1/doc-thu", "/api/v1/van-ban-den"}
"""Any bytes are a text there, also `null`; whether they can be read no schema says: some get a sentence (422)."""


@pytest.fixture
def api(db, monkeypatch):
    """The house as programs reach it, with a few plans, and the tokens that open its doors, or only some."""
    monkeypatch.setattr(pace, "WRONG_KEYS_A_MINUTE", 1_000_000)  # the walk tries wrong tokens too
    commune = a_commune("Nhã Nam")
    committee = a_committee(of=commune)
    for n in range(3):
        a_plan(issuer=committee, number=f"{n}/KH-UBND", is_public=bool(n))
    schema = schemathesis.openapi.from_wsgi(ADDRESS, get_wsgi_application())
    schema.config.generation.update(with_security_parameters=False)  # the tests below show tokens themselves
    schema.token = a_program(at=commune, words=["plans.read", "reports.read", "intake.take_in"])
    schema.poor_token = a_program(at=commune, words=["reports.read"])
    return schema


def operations(api):
    return [found.ok() for found in api.get_all_operations()]


def test_the_document_is_one_that_others_understand(api, client):
    document = client.get(ADDRESS).json()

    assert document["openapi"].startswith("3.1")
    assert sorted(document["paths"]) == ADDRESSES
    api.validate()


@pytest.mark.parametrize("mode", schemathesis.GenerationMode)
def test_every_door_answers_as_the_document_says(api, mode):
    asked = {operation.path: asks_of(api, operation, mode) for operation in operations(api)}

    assert asked["/api/v1/ke-hoach"] >= 20
    assert asked["/api/v1/thoi-gian"] >= 20
    assert asked["/api/v1/toi"] >= (mode is schemathesis.GenerationMode.POSITIVE)  # it has nothing to ask wrongly by


def asks_of(api, operation, mode):
    """How often the door was asked, each time as rightly or wrongly as the mode says, and answered as told."""
    asked = count()

    @settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def answers_as_told(case):
        head = {"Authorization": f"Bearer {api.token}", "Accept-Encoding": "identity"}
        case.call_and_validate(headers=head, excluded_checks=EXCLUDED if operation.path in TAKES_BYTES else None)
        next(asked)

    with suppress(Unsatisfiable):
        answers_as_told()
    return next(asked)


@pytest.mark.parametrize("token", ["", "poor"])
def test_every_refusal_is_in_the_document(api, token):
    head = {"Authorization": f"Bearer {api.poor_token}"} if token else {}
    statuses = set()
    for operation in operations(api):
        facts = {"media_type": "text/plain", "body": "Kế hoạch"} if operation.method == "post" else {}
        facts |= {"path_parameters": {"pk": 1}} if "{pk}" in operation.path else {}
        answer = operation.Case(**facts).call(headers=head)
        operation.validate_response(answer)
        statuses.add(answer.status_code)
        assert str(answer.status_code) in operation.definition.raw["responses"]

    assert statuses == ({200, 403} if token else {401})


def test_a_door_that_lies_is_found(api, monkeypatch):
    monkeypatch.setattr("dinhlang.apps.plans.serving._told", lambda plan: {"id": str(plan.pk)})
    (plans,) = (operation for operation in operations(api) if operation.path == "/api/v1/ke-hoach")
    answer = plans.Case().call(headers={"Authorization": f"Bearer {api.token}", "Accept-Encoding": "identity"})

    with pytest.raises(BaseExceptionGroup) as found:
        plans.validate_response(answer)

    assert any("integer" in str(one) for one in found.value.exceptions)
