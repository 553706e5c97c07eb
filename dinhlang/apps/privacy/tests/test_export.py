"""Everything the house keeps of a person, and nothing of anyone else."""

import io
import json
import zipfile

import pytest
from django.core.files.storage import default_storage
from django.utils import translation

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import actions as people_actions
from dinhlang.apps.people.tests.factories import NOW, PASSWORD, an_administrator, an_officer
from dinhlang.apps.plans.tests.factories import a_plan
from dinhlang.apps.privacy.actions import gathering, hand_over
from dinhlang.apps.privacy.jobs import make_export
from dinhlang.apps.privacy.models import DataRequest, Export, Kind, State
from dinhlang.apps.privacy.tests.factories import a_request
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.base.personal import tables

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee():
    return a_committee()


@pytest.fixture
def quan(committee):
    return an_administrator(at=committee)


@pytest.fixture
def ha(committee):
    person = an_officer(at=committee)
    person.email, person.phone = "ha@example.vn", "0912345678"
    person.save()
    return person


def opened(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as zipped:
        return json.loads(zipped.read("du-lieu-ca-nhan.json")), zipped.read("du-lieu-ca-nhan.html").decode()


def test_it_holds_what_each_room_keeps(ha, quan, committee):
    a_plan(issuer=committee, by=ha, title="Kế hoạch chị Nguyễn Thị Hà phụ trách")
    people_actions.change_person(
        ha, full_name=ha.full_name, honorific="chị", email="moi@example.vn", phone="0912345678", by=quan, now=NOW
    )

    data, page = opened(gathering.pack(ha, now=NOW))

    kept = {one["table"]: one["rows"] for one in data["tables"]}
    assert kept["people.Person"][0]["điện thoại"] == "0912345678"
    assert kept["people.Role"][0]["chức vụ"] == "Chuyên viên"
    assert kept["plans.Plan"][0]["trích yếu"].startswith("Kế hoạch chị")
    assert any(row.get("trước khi đổi", {}).get("email") == "ha@example.vn" for row in kept["audit.Entry"])
    assert [one["title"] for one in data["mentions"]] == ["Kế hoạch chị Nguyễn Thị Hà phụ trách"]
    assert "0912345678" in page
    assert "phụ trách" in page


def test_it_holds_no_secret_and_nothing_of_others(ha, quan):
    people_actions.change_person(
        ha, full_name="Nguyễn Bí Mật", honorific="", email="ha@example.vn", phone="", by=quan, now=NOW
    )

    data, page = opened(gathering.pack(quan, now=NOW))

    told = json.dumps(data, ensure_ascii=False) + page
    assert "people.changed" in told
    assert "Bí Mật" not in told
    assert "ha@example.vn" not in told
    assert quan.password not in told
    assert PASSWORD not in told


@pytest.mark.parametrize("label", [label for label, table in tables().items() if table.holds])
def test_no_table_that_keeps_something_of_a_person_is_left_out(label, ha):
    table = tables()[label]

    assert table.of, "nothing leads from a row to its person"
    assert list(gathering._rows(table, ha)) is not None


def test_the_worker_makes_it_and_the_request_is_done(ha):
    asked = a_request(kind=Kind.SEE, person=ha)

    assert make_export(request=asked.pk)
    assert make_export(request=asked.pk) == ""  # a second time changes nothing

    asked.refresh_from_db()
    export = Export.objects.get(request=asked)
    with default_storage.open(export.blob) as kept:
        data, _page = opened(kept.read())
    assert (asked.state, data["person"]) == (State.DONE, ha.pk)
    assert {e.act for e in audit.history_of(asked)} >= {"privacy.gathered", "privacy.done"}


def test_what_was_taken_back_meanwhile_is_not_made(ha):
    asked = a_request(kind=Kind.SEE, person=ha)
    DataRequest.objects.filter(pk=asked.pk).update(state=State.TAKEN_BACK)

    assert hand_over(asked, packed=b"PK", now=NOW) is None


def test_the_english_page_is_english(ha):
    with translation.override("en"):
        _data, page = opened(gathering.pack(ha, now=NOW))

    assert "Personal data" in page
