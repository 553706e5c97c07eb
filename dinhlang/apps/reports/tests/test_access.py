"""Who opens which page of reports: person × page × answer."""

import pytest

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
from dinhlang.apps.reports.tests.factories import a_final_report, a_world_at_work
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_village
from dinhlang.base.testing import status_of

pytestmark = pytest.mark.django_db

READING = ["", "{pk}/", "{pk}/so-lieu/late/", "{pk}/in/"]
WRITING = ["moi/", "{pk}/sua/", "{pk}/mo-lai/"]
DOING = ["{pk}/chot/", "{pk}/tong-hop-lai/"]
# reads a draft, reads a final one, opens a form to write, writes
PEOPLE = {
    "Hà": (lambda world: world.officer, 200, 200, 200, 302),
    "Lan": (lambda world: a_leader(at=world.committee), 200, 200, 200, 302),
    "Minh": (lambda world: an_inspector(at=world.committee), 404, 200, 403, 403),
    "Vân": (lambda world: a_viewer(at=world.committee), 404, 200, 403, 403),
    "Quân": (lambda world: an_administrator(at=world.committee), 404, 200, 403, 403),
    "Hà của xã": (lambda world: an_officer(at=world.doers[0]), 404, 404, 404, 404),
    "Hà ở tỉnh khác": (lambda world: an_officer(at=a_committee(of=a_commune("Xã xa"))), 404, 404, 404, 404),
    "Tư": (lambda world: a_village_head(at=a_village(parent=world.doers[0].parent)), 404, 404, 403, 403),
    "Người lạ": (lambda world: a_stranger(), 403, 403, 403, 403),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_who_may_do_what_with_a_report_of_the_province(client, name):
    world = a_world_at_work()
    pk, final = world.report().pk, a_final_report(world).pk
    who, *expected = PEOPLE[name]
    sign_in(client, who(world))

    drafts, finals = ({status_of(client.get(f"/bao-cao/{p.format(pk=n)}")) for p in READING[1:]} for n in (pk, final))
    writes = {status_of(client.get(f"/bao-cao/{page.format(pk=pk)}")) for page in WRITING[1:]}
    does = {status_of(client.post(f"/bao-cao/{page.format(pk=pk)}")) for page in DOING}

    assert [drafts, finals, writes, does] == [{answer} for answer in expected]


@pytest.mark.parametrize(("name", "lists", "begins"), [("Hà", 200, 200), ("Vân", 200, 403), ("Người lạ", 403, 403)])
def test_who_opens_the_list_and_begins_a_report(client, name, lists, begins):
    world = a_world_at_work()
    sign_in(client, PEOPLE[name][0](world))

    assert (status_of(client.get("/bao-cao/")), status_of(client.get("/bao-cao/moi/"))) == (lists, begins)


@pytest.mark.parametrize("page", READING + WRITING)
def test_nobody_opens_anything_before_signing_in(client, page):
    pk = a_world_at_work().report().pk

    assert status_of(client.get(f"/bao-cao/{page.format(pk=pk)}")) == 401


def test_the_province_reads_what_a_commune_reports_once_it_is_final(client):
    world = a_world_at_work()
    draft, final = world.report(unit=world.doers[0]), a_final_report(world, unit=world.doers[0])
    sign_in(client, world.officer)

    page = client.get("/bao-cao/").content.decode()

    assert f"/bao-cao/{draft.pk}/" not in page
    assert f"/bao-cao/{final.pk}/" in page
    assert status_of(client.get(f"/bao-cao/{draft.pk}/")) == 404
    assert status_of(client.get(f"/bao-cao/{final.pk}/")) == 200
    assert status_of(client.get(f"/bao-cao/{final.pk}/sua/")) == 403
