"""Who opens the record, and what each sees there."""

import pytest

from dinhlang.apps.audit.tests.factories import an_entry
from dinhlang.apps.people.tests.factories import (
    a_leader,
    a_stranger,
    a_viewer,
    a_village_head,
    an_administrator,
    an_inspector,
    an_officer,
    sign_in,
)
from dinhlang.apps.units.tests.factories import a_committee, a_village
from dinhlang.base import clock
from dinhlang.base.testing import status_of, text_of

pytestmark = pytest.mark.django_db
PAGE = "/nhat-ky/"


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        (an_administrator, True),
        (a_leader, True),
        (an_inspector, True),
        (an_officer, False),
        (a_viewer, False),
    ],
)
def test_who_sees_what_others_did(client, who, sees):
    committee = a_committee()
    an_entry("plays.staged", unit=committee, now=clock.now(), reason="mở hội đình")
    sign_in(client, who(at=committee))

    response = client.get(PAGE)

    assert status_of(response) == 200
    assert ("mở hội đình" in text_of(response)) == sees


@pytest.mark.parametrize("who", [a_stranger, lambda: a_village_head(at=a_village())])
def test_everyone_sees_what_they_did_themselves(client, who):
    person = sign_in(client, who())
    an_entry("plays.staged", unit=a_committee(), by=person, now=clock.now(), reason="mở hội đình")

    text = text_of(client.get(PAGE))

    assert "mở hội đình" in text
    assert "Những việc bạn đã làm" in text


def test_nobody_reads_before_signing_in(client):
    assert status_of(client.get(PAGE)) == 401
