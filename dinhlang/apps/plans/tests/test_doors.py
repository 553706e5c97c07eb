"""The plans as programs read them."""

import pytest

from dinhlang.apps.people.tests.factories import a_program, an_officer, sign_in
from dinhlang.apps.plans.tests.factories import a_plan
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province

pytestmark = pytest.mark.django_db
PLANS = "/api/v1/ke-hoach"


@pytest.fixture
def commune():
    return a_commune("Nhã Nam", parent=a_province())


@pytest.fixture
def committee(commune):
    return a_committee(of=commune)


def ask(client, token, address=PLANS):
    return client.get(address, headers={"authorization": f"Bearer {token}"})


def test_a_program_reads_the_plans_of_its_unit_also_those_not_public(client, commune, committee):
    plan = a_plan(issuer=committee, title="Kế hoạch kín", is_public=False)

    (told,) = ask(client, a_program(at=commune)).json()["items"]

    assert told == {
        "id": plan.pk,
        "kind": plan.kind,
        "number": plan.number,
        "title": "Kế hoạch kín",
        "issued_on": plan.issued_on.isoformat(),
        "issuer": {"code": committee.code, "name": committee.full_name},
        "keeper": {"code": committee.code, "name": committee.full_name},
        "place": {"code": commune.code, "name": commune.full_name},
        "is_public": False,
        "page": f"/ke-hoach/{plan.pk}/",
    }


def test_another_places_plans_are_not_told_those_above_are(client, commune):
    elsewhere = a_plan(issuer=a_committee(of=a_commune("Tân Trung", parent=commune.parent)))
    above = a_plan(issuer=a_committee(of=commune.parent), is_public=False)

    told = [one["id"] for one in ask(client, a_program(at=commune)).json()["items"]]

    assert (above.pk in told, elsewhere.pk in told) == (True, False)


def test_a_list_is_read_to_its_end_by_the_cursor_while_plans_are_added(client, commune, committee):
    plans = [a_plan(issuer=committee, number=f"{n}/KH-UBND").pk for n in range(5)]
    token, seen, address = a_program(at=commune), [], f"{PLANS}?limit=2"
    while address:
        answer = ask(client, token, address).json()
        seen += [one["id"] for one in answer["items"]]
        address = answer["next"] and f"{PLANS}?limit=2&cursor={answer['next']}"
        if len(seen) == 2:
            plans.append(a_plan(issuer=committee, number="99/KH-UBND").pk)

    assert seen == plans


@pytest.mark.parametrize(
    "asked", ["limit=0", "limit=101", "limit=-1", "limit=x", "limit=", "cursor=x", "cursor=-1", "cursor="]
)
def test_what_cannot_be_read_is_answered_with_a_sentence(client, commune, asked):
    answer = ask(client, a_program(at=commune), f"{PLANS}?{asked}")

    assert answer.status_code == 400
    assert "phải là" in answer.json()["title"]


@pytest.mark.parametrize("asked", ["limt=5", "limit=5&limit=6", "access_token=x"])
def test_an_unknown_word_is_not_passed_over(client, commune, asked):
    answer = ask(client, a_program(at=commune), f"{PLANS}?{asked}")

    assert answer.status_code == 400
    assert "limit, cursor" in answer.json()["title"]


def test_without_the_word_there_are_no_plans(client, commune):
    answer = ask(client, a_program(at=commune, words=["reports.read"]))

    assert answer.status_code == 403
    assert answer.headers["WWW-Authenticate"].endswith('error="insufficient_scope", scope="plans.read"')


def test_a_persons_own_session_reads_them_too(client, committee):
    plan = a_plan(issuer=committee)
    sign_in(client, an_officer(at=committee))

    assert [one["id"] for one in client.get(PLANS).json()["items"]] == [plan.pk]


def test_a_stretch_takes_few_queries(client, commune, committee, django_assert_max_num_queries):
    for n in range(6):
        a_plan(issuer=committee, number=f"{n}/KH-UBND")
    token = a_program(at=commune)
    ask(client, token)

    with django_assert_max_num_queries(3):
        assert len(ask(client, token).json()["items"]) == 6
