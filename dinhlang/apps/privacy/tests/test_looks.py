"""Who looks at somebody's data is noted, and the person reads it."""

import pytest
from django.urls import reverse

from dinhlang.apps.people.tests.factories import an_administrator, an_officer, sign_in
from dinhlang.apps.privacy.models import Kind, Look
from dinhlang.apps.privacy.tests.factories import a_consent, a_request
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def quan():
    return an_administrator(at=a_committee())


@pytest.fixture
def ha(quan):
    return an_officer(at=quan.roles_in_force[0].unit)


def pages(ha, quan):
    asked = a_request(kind=Kind.OBJECT, person=ha)
    return {
        "account": reverse("people:detail", args=[ha.pk]),
        "account_form": reverse("people:changing", args=[ha.pk]),
        "record": reverse("audit:record") + f"?type=people.Person&key={ha.pk}",
        "request": reverse("privacy:request", args=[asked.pk]),
        "consent": reverse("privacy:consent", args=[a_consent(person=ha, by=quan).pk]),
    }


def test_each_page_about_a_person_is_noted(client, ha, quan):
    sign_in(client, quan)

    for page, address in pages(ha, quan).items():
        assert client.get(address).status_code == 200
        look = Look.objects.order_by("-pk").first()
        assert (look.page, look.by, look.person) == (page, quan, ha)


def test_the_person_reads_who_when_where_and_why(client, ha, quan):
    sign_in(client, quan)
    client.get(pages(ha, quan)["account"])
    sign_in(client, ha)

    said = text_of(client.get(reverse("privacy:looks")))

    assert "Vũ Anh Quân" in said
    assert "trang tài khoản" in said
    assert "được xem vì quản lý tài khoản của địa bàn" in said


def test_looking_at_oneself_and_being_refused_is_no_look(client, ha, quan):
    sign_in(client, quan)
    client.get(reverse("people:detail", args=[quan.pk]))
    sign_in(client, ha)
    client.get(reverse("people:detail", args=[quan.pk]))

    assert not Look.objects.exists()


def test_who_cannot_be_noted_sees_nothing(client, ha, quan, monkeypatch):
    def fail(**_facts):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(Look.objects, "create", fail)
    sign_in(client, quan)

    with pytest.raises(RuntimeError, match="disk is full"):
        client.get(reverse("people:detail", args=[ha.pk]))


def test_a_look_costs_one_row_and_one_query(ha, quan, django_assert_num_queries):
    from dinhlang.apps.people.public import tell_seen
    from dinhlang.apps.people.tests.factories import NOW

    with django_assert_num_queries(1):
        tell_seen(ha, by=quan, page="account", why="people.manage", now=NOW)
