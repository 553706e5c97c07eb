"""Who opens which page of outgoing documents: person × page × answer."""

import pytest

from dinhlang.apps.issuance import public as issuance
from dinhlang.apps.issuance.tests.factories import a_draft, a_final_report, issued, waiting
from dinhlang.apps.people.tests.factories import (
    a_stranger,
    a_viewer,
    a_village_head,
    an_administrator,
    an_inspector,
    an_officer,
    sign_in,
)
from dinhlang.apps.reports.tests.factories import NOW, a_world_at_work
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_village
from dinhlang.base.testing import status_of

pytestmark = pytest.mark.django_db

PEOPLE = {
    "Hà": lambda world: world.officer,
    "Lan": lambda world: world.leader,
    "Minh": lambda world: an_inspector(at=world.committee),
    "Vân": lambda world: a_viewer(at=world.committee),
    "Quân": lambda world: an_administrator(at=world.committee),
    "Hà của xã": lambda world: an_officer(at=world.doers[0]),
    "Hà ở tỉnh khác": lambda world: an_officer(at=a_committee(of=a_commune("Xã xa"))),
    "Tư": lambda world: a_village_head(at=a_village(parent=world.doers[0].parent)),
    "Người lạ": lambda world: a_stranger(),
}
# of a draft, of one that waits, of an issued one that is not public
READS = {
    "Hà": (200, 200, 200),
    "Lan": (200, 200, 200),
    "Minh": (404, 404, 200),
    "Vân": (404, 404, 200),
    "Quân": (404, 404, 200),
    "Hà của xã": (404, 404, 404),
    "Hà ở tỉnh khác": (404, 404, 404),
    "Tư": (404, 404, 404),
    "Người lạ": (404, 404, 404),
}
# change a draft, lay it before the signer, give one that waits back, issue it, withdraw a draft, withdraw an issued one
ACTS = {
    "Hà": (200, 302, 200, 403, 200, 403),
    "Lan": (200, 302, 200, 200, 200, 200),
    "Minh": (403, 403, 403, 403, 403, 403),
    "Vân": (403, 403, 403, 403, 403, 403),
    "Quân": (403, 403, 403, 403, 403, 403),
    "Hà của xã": (404, 404, 404, 403, 404, 404),
    "Hà ở tỉnh khác": (404, 404, 404, 403, 404, 404),
    "Tư": (403, 403, 403, 403, 403, 403),
    "Người lạ": (403, 403, 403, 403, 403, 403),
}


def file_status(client, page):
    """The answer to asking for the file, which is read to its end, so that it is let go."""
    answer = client.get(f"{page}tai/")
    answer.getvalue()
    return status_of(answer)


class Papers:
    """A draft, one that waits and an issued one, none of them for residents."""

    def __init__(self, world):
        self.draft, other, third = (self._hidden(world) for _ in range(3))
        self.waiting, self.issued = waiting(world, other), issued(world, third)

    def _hidden(self, world):
        return issuance.change_draft(document=a_draft(world), by=world.officer, now=NOW, is_public=False)


@pytest.mark.parametrize("name", PEOPLE)
def test_who_reads_what(client, name):
    world = a_world_at_work()
    papers = Papers(world)
    sign_in(client, PEOPLE[name](world))

    pages = [f"/van-ban-di/{one.pk}/" for one in (papers.draft, papers.waiting, papers.issued)]

    assert tuple(status_of(client.get(page)) for page in pages) == READS[name]
    assert tuple(file_status(client, page) for page in pages) == READS[name]


@pytest.mark.parametrize("name", PEOPLE)
def test_who_does_what(client, name):
    world = a_world_at_work()
    papers = Papers(world)
    sign_in(client, PEOPLE[name](world))
    draft, wait, sent = (f"/van-ban-di/{one.pk}/" for one in (papers.draft, papers.waiting, papers.issued))

    answers = (
        client.get(f"{draft}sua/"),
        client.post(f"{draft}trinh-ky/"),
        client.get(f"{wait}tra-lai/"),
        client.get(f"{wait}ban-hanh/"),
        client.get(f"{draft}thu-hoi/"),
        client.get(f"{sent}thu-hoi/"),
    )

    assert tuple(status_of(answer) for answer in answers) == ACTS[name]


@pytest.mark.parametrize(
    ("name", "lists", "begins", "makes"),
    [("Hà", 200, 200, 302), ("Vân", 200, 403, 403), ("Hà của xã", 200, 200, 404), ("Người lạ", 403, 403, 403)],
)
def test_who_lists_and_begins(client, name, lists, begins, makes):
    world = a_world_at_work()
    report = a_final_report(world)
    sign_in(client, PEOPLE[name](world))

    made = client.post(f"/van-ban-di/tu-bao-cao/{report.pk}/")

    assert status_of(client.get("/van-ban-di/")) == lists
    assert status_of(client.get("/van-ban-di/moi/")) == begins
    assert status_of(made) == makes


def test_the_province_makes_no_document_of_a_commune_s_report(client):
    world = a_world_at_work()
    report = a_final_report(world, unit=world.doers[0])
    sign_in(client, world.officer)

    assert status_of(client.post(f"/van-ban-di/tu-bao-cao/{report.pk}/")) == 403


def test_residents_read_only_what_was_shown_to_them(client):
    world = a_world_at_work()
    papers = Papers(world)
    shown = issued(world)

    for hidden in (papers.draft, papers.waiting, papers.issued):
        assert status_of(client.get(f"/van-ban-di/{hidden.pk}/")) == 404
        assert file_status(client, f"/van-ban-di/{hidden.pk}/") == 404
    assert status_of(client.get(f"/van-ban-di/{shown.pk}/")) == 200
    assert file_status(client, f"/van-ban-di/{shown.pk}/") == 200
    assert status_of(client.get("/van-ban-di/")) == 401
    assert status_of(client.get(f"/van-ban-di/{shown.pk}/thu-hoi/")) == 401
