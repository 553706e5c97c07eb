"""The days off of a year as programs read them."""

import pytest

from dinhlang.apps.people.tests.factories import an_administrator, an_officer, sign_in
from dinhlang.apps.units.tests.factories import a_committee, a_commune

pytestmark = pytest.mark.django_db


def test_the_days_of_a_year_are_told_to_who_may_see_the_page(client):
    committee = a_committee(of=a_commune("Nhã Nam"))
    sign_in(client, an_administrator(at=committee))

    told = client.get("/api/v1/ngay-nghi?nam=2026").json()

    days = {one["day"]: one for one in told["days"]}
    assert told["year"] == 2026
    assert not days["2026-09-02"]["works"]
    assert client.get("/api/v1/ngay-nghi?nam=1999").status_code == 400

    sign_in(client, an_officer(at=committee))
    assert client.get("/api/v1/ngay-nghi").status_code == 403
