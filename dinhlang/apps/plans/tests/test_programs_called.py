"""What happens to plans is told to programs that may read them, at the doors where they are read."""

import pytest

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.models import ServiceAccount
from dinhlang.apps.people.tests.factories import a_program, an_administrator
from dinhlang.apps.plans.tests.factories import a_plan
from dinhlang.apps.units.tests.factories import a_committee, a_commune
from dinhlang.apps.webhooks import actions
from dinhlang.apps.webhooks.models import Delivery
from dinhlang.base import clock

pytestmark = pytest.mark.django_db


def test_a_plan_is_told_where_it_is_read(client):
    office = a_committee()
    token, now = a_program(at=office), clock.now()
    facts = {"address": "https://may.example.vn/", "acts": ["plans.adopted"], "by": an_administrator(at=office)}
    actions.make(ServiceAccount.objects.get(), **facts, now=now)

    plan = a_plan(issuer=office)
    a_plan(issuer=a_committee(of=a_commune("Tân Trung")), is_public=False)
    audit.lay_links()
    actions.note_all(now=now)

    call = Delivery.objects.get()
    told = client.get(call.thing, headers={"Authorization": f"Bearer {token}"}).json()
    assert told["id"] == plan.pk
