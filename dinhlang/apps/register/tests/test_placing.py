"""Where a unit lies: written on its page or in a table, kept in the record, taken off again."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.tests.factories import an_administrator, an_officer, sign_in
from dinhlang.apps.register import actions
from dinhlang.apps.register.models import PendingImport
from dinhlang.apps.register.queries.importing import exported_rows
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import a_commune, a_province
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
HEAD = "Mã định danh,Tên,Hình thức,Mã cấp trên,Vĩ độ,Kinh độ\n"


@pytest.fixture
def province():
    return a_province("Bắc Ninh", code="24")


@pytest.fixture
def quan(province):
    return an_administrator(at=province)


@pytest.fixture
def commune(province):
    return a_commune("Nhã Nam", code="A", parent=province)


def there(unit) -> str:
    return str(units.MapPoint.objects.get(unit=unit))


def place(unit, point, by):
    return actions.place_on_map(unit, point=point, by=by, now=NOW, source="Bản đồ")


class TestByHand:
    def test_on_its_page_and_the_record_says_from_where_to_where(self, client, quan, commune):
        sign_in(client, quan)
        told = {"point": "21.43702, 106.09911", "source": "Google Maps", "da-xem": "1"}

        client.post("/don-vi/A/toa-do/", told)
        client.post("/don-vi/A/toa-do/", {**told, "point": "21,5; 106,1"})

        entry = next(entry for entry in audit.history_of(commune) if entry.act == "units.placed_on_map")
        assert (entry.before, entry.after) == ({"point": "21.43702, 106.09911"}, {"point": "21.50000, 106.10000"})
        assert entry.reason == "Google Maps"
        assert "21.50000, 106.10000" in text_of(client.get("/don-vi/A/"))

    def test_the_same_point_again_is_no_news(self, quan, commune):
        for _ in range(2):
            place(commune, "21.43702, 106.09911", quan)

        assert [entry.act for entry in audit.history_of(commune)].count("units.placed_on_map") == 1

    def test_an_empty_field_takes_it_off_the_map(self, quan, commune):
        place(commune, "21.43702, 106.09911", quan)

        place(commune, " ", quan)

        assert not units.MapPoint.objects.exists()
        assert "units.taken_off_map" in [entry.act for entry in audit.history_of(commune)]

    @pytest.mark.parametrize(
        ("point", "why"), [("ở đây", "Không đọc được"), ("106.1, 21.4", "đổi chỗ"), ("48.8, 2.3", "ngoài Việt Nam")]
    )
    def test_what_is_no_point_is_refused_in_words(self, client, quan, commune, point, why):
        sign_in(client, quan)

        page = text_of(client.post("/don-vi/A/toa-do/", {"point": point}))

        assert why in page
        assert not units.MapPoint.objects.exists()

    def test_who_may_not_change_the_unit_may_not_move_it(self, client, commune):
        sign_in(client, an_officer(at=commune))

        assert client.post("/don-vi/A/toa-do/", {"point": "21.4, 106.1", "da-xem": "1"}).status_code in (403, 404)
        assert not units.MapPoint.objects.exists()


class TestInATable:
    def put(self, lines, by) -> PendingImport:
        pending, _faults = actions.keep_for_preview(
            (HEAD + lines).encode(), name="bang.csv", day=NOW.date(), by=by, now=NOW
        )
        return pending

    def test_two_columns_place_many_and_what_goes_out_comes_in_as_nothing_new(self, quan, commune):
        done = actions.import_units(self.put('A,Nhã Nam,xã,24,"21,43702",106.09911\n', quan), by=quan, now=NOW)

        assert (done.placed, there(commune)) == (1, "21.43702, 106.09911")
        (row,) = exported_rows(commune, day=NOW.date(), with_history=False)
        assert row[-2:] == [Decimal("21.43702"), Decimal("106.09911")]
        again = actions.plan_of(self.put("A,Nhã Nam,xã,24,21.43702,106.09911\n", quan), person=quan)
        assert again.is_empty and not again.faults

    def test_a_table_without_the_columns_leaves_the_map_as_it_is(self, quan, commune):
        place(commune, "21.43702, 106.09911", quan)

        plan = actions.plan_of(self.put("A,Nhã Nam,xã,24,,\n", quan), person=quan)

        assert plan.is_empty
        assert there(commune) == "21.43702, 106.09911"

    @pytest.mark.parametrize(
        ("cells", "reason"), [("21.4,", "point_shape"), ("106.1,21.4", "point_swapped"), ("2.1,106.1", "point_far")]
    )
    def test_a_wrong_cell_is_named_and_nothing_is_written(self, quan, commune, cells, reason):
        plan = actions.plan_of(self.put(f"A,Nhã Nam,xã,24,{cells}\n", quan), person=quan)

        assert [(fault.line, fault.column, fault.reason) for fault in plan.faults] == [(2, "latitude", reason)]

    def test_nobody_places_what_lies_beyond_their_reach(self, commune):
        far = an_administrator(at=a_province("Xa", code="99"))

        plan = actions.plan_of(self.put("A,Nhã Nam,xã,24,21.4,106.1\n", far), person=far)

        assert [fault.reason for fault in plan.faults] == ["reach"]

    def test_a_new_unit_is_placed_as_it_is_made(self, quan, province):
        done = actions.import_units(self.put("B,Mới,xã,24,21.4,106.1\n", quan), by=quan, now=NOW)

        assert (done.created, done.placed) == (1, 1)
        assert there(units.Unit.objects.get(code="B")) == "21.40000, 106.10000"
