"""Who opens which page of the register: reading is for anyone signed in, changing for those with the word."""

from datetime import date

import pytest

from dinhlang.apps.people.tests.factories import (
    a_leader,
    a_stranger,
    a_viewer,
    a_village_head,
    an_administrator,
    an_inspector,
    an_officer,
)
from dinhlang.apps.register import actions
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province, a_village
from dinhlang.base import clock

SIGN_IN = 302
READING = ("/don-vi/", "/don-vi/XA/", "/don-vi/nhom/", "/don-vi/xuat/", "/don-vi/nhap/mau/")
CHANGING = ("/don-vi/XA/doi-ten/", "/don-vi/XA/them/", "/don-vi/XA/bai-bo/")
IMPORTING = ("/don-vi/nhap/",)
PEOPLE = {
    "Quân": an_administrator,
    "Lan": a_leader,
    "Hà": an_officer,
    "Minh": an_inspector,
    "Vân": a_viewer,
}


@pytest.fixture
def commune(db):
    return a_commune("Nhã Nam", code="XA", parent=a_province("Bắc Ninh", code="24"))


def who(name, commune):
    if name == "Tư":
        return a_village_head(at=a_village(parent=commune))
    if name == "người lạ":
        return a_stranger()
    return PEOPLE[name](at=a_committee(of=commune))


@pytest.mark.parametrize("page", READING)
@pytest.mark.parametrize("name", ["Quân", "Lan", "Hà", "Minh", "Vân", "Tư", "người lạ"])
def test_anyone_signed_in_reads(client, commune, name, page):
    client.force_login(who(name, commune))

    assert client.get(page).status_code == 200


@pytest.mark.parametrize("page", READING + CHANGING + IMPORTING)
def test_strangers_are_asked_to_sign_in(client, commune, page):
    assert client.get(page).status_code == SIGN_IN


@pytest.mark.parametrize("page", CHANGING + IMPORTING)
@pytest.mark.parametrize(
    ("name", "status"),
    [("Quân", 200), ("Lan", 403), ("Hà", 403), ("Minh", 403), ("Vân", 403), ("Tư", 403), ("người lạ", 403)],
)
def test_only_an_administrator_changes(client, commune, name, page, status):
    client.force_login(who(name, commune))

    assert client.get(page).status_code == status


def test_an_administrator_of_another_place_may_not_change_here(client, commune):
    client.force_login(an_administrator(at=a_committee(of=a_commune("Khác"))))

    assert client.get("/don-vi/XA/").status_code == 200
    assert client.get("/don-vi/XA/doi-ten/").status_code == 403


def test_a_unit_may_not_be_moved_to_where_one_has_no_word(client, commune):
    elsewhere = a_province("Thái Nguyên", code="19")
    client.force_login(an_administrator(at=commune.parent))

    answer = client.post("/don-vi/XA/chuyen/", {"parent": "19", "day": "20/11/2026"})

    assert "chưa được giao quyền thay đổi tỉnh Thái Nguyên" in answer.content.decode()
    commune.refresh_from_db()
    assert commune.parent_id != elsewhere.pk


def test_a_preview_is_seen_only_by_who_sent_it(client, commune):
    quan = an_administrator(at=commune.parent)
    pending, _faults = actions.keep_for_preview(
        "Mã định danh,Tên,Mã cấp trên,Hình thức\nA,X,24,xã".encode(),
        name="x.csv",
        day=date(2026, 1, 1),
        by=quan,
        now=clock.now(),
    )
    client.force_login(an_administrator(at=commune.parent))

    assert client.get(f"/don-vi/nhap/{pending.pk}/").status_code == 404
    assert client.post(f"/don-vi/nhap/{pending.pk}/").status_code == 404
    assert client.get(f"/don-vi/nhap/{pending.pk}/loi/").status_code == 404


def test_a_unit_that_is_not_there_is_not_found(client, commune):
    client.force_login(a_stranger())

    assert client.get("/don-vi/KHONG-CO/").status_code == 404


def test_the_country_is_loaded_only_by_who_may_import(client, commune):
    client.force_login(an_officer(at=a_committee(of=commune)))

    assert client.get("/don-vi/ca-nuoc/").status_code == 403


def test_before_there_is_a_country_only_who_keeps_everything_may_put_it_in(client, commune):
    of_a_commune = an_administrator(at=a_committee(of=commune))
    of_everything = an_administrator(at=commune.parent)

    client.force_login(of_a_commune)
    assert client.get("/don-vi/ca-nuoc/").status_code == 403
    client.force_login(of_everything)
    assert client.get("/don-vi/ca-nuoc/").status_code == 200
