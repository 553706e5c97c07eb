"""The board of communes by state, one commune looked into, and the file of it."""

import io
from datetime import date, timedelta

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from dinhlang.apps.operations import public as operations
from dinhlang.apps.overview import actions, queries
from dinhlang.apps.overview.models import PlaceCount
from dinhlang.apps.overview.tests.factories import DUE, a_cascade, an_answer
from dinhlang.apps.people.tests.factories import an_officer, sign_in
from dinhlang.apps.tasks.actions import withdraw_task
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, submitted
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import a_commune
from dinhlang.base import clock

pytestmark = pytest.mark.django_db
LATER = DUE + timedelta(days=3)


def counted(place):
    count = PlaceCount.objects.get(place=place)
    return count.state, count.done, count.submitted, count.late, count.rest


class TestCounting:
    def test_each_commune_is_counted_with_all_its_bodies(self):
        cascade = a_cascade()
        first, second = cascade.communes
        submitted(cascade.part(first))
        an_answer(cascade, second)  # its village owes one more, inside the commune

        assert actions.count_places(day=TODAY, now=NOW) == 2

        assert counted(first.parent) == ("waiting", 0, 1, 0, 1)
        assert counted(second.parent) == ("none", 0, 0, 0, 3)

    def test_what_is_late_weighs_most_and_time_alone_makes_it_so(self):
        cascade = a_cascade()
        submitted(cascade.part(cascade.communes[0]))
        actions.count_places(day=TODAY, now=NOW)

        actions.count_places(day=LATER, now=NOW + timedelta(days=8))

        assert counted(cascade.communes[0].parent) == ("late", 0, 1, 1, 0)

    def test_withdrawn_tasks_count_no_more_and_empty_places_go(self):
        cascade = a_cascade()
        actions.count_places(day=TODAY, now=NOW)
        for task in cascade.handed:
            withdraw_task(task=task, reason="x", by=cascade.officer, now=NOW)

        actions.count_places(day=TODAY, now=NOW + timedelta(minutes=1))

        assert not PlaceCount.objects.exists()

    def test_more_communes_are_no_more_questions(self, django_assert_max_num_queries):
        a_cascade(names=[f"Xã {n}" for n in range(25)])

        with django_assert_max_num_queries(8):
            actions.count_places(day=TODAY, now=NOW)


class TestPage:
    @pytest.fixture
    def cascade(self, client):
        cascade = a_cascade(names=["Ý Yên", "Đồng Kỳ", "Dĩnh Trì"])
        a_commune("Cảnh Thụy", parent=cascade.province)
        sign_in(client, cascade.officer)
        return cascade

    def page(self, client, **query):
        return client.get(reverse("overview:board"), query)

    def test_tiles_stand_in_the_vietnamese_order_each_with_its_word(self, client, cascade):
        page = self.page(client)

        assert [place.name for place in page.context["page"]] == ["Cảnh Thụy", "Dĩnh Trì", "Đồng Kỳ", "Ý Yên"]
        assert "chưa có việc" in page.content.decode()

    def test_states_and_words_without_marks_narrow(self, client, cascade):
        submitted(cascade.part(cascade.communes[1]))
        actions.count_places(day=clock.today(), now=clock.now())

        assert [place.name for place in self.page(client, q="dong ky").context["page"]] == ["Đồng Kỳ"]
        states = {place.place_count.state for place in self.page(client, xem="late").context["page"]}
        assert states <= {"late"}
        assert self.page(client, xem="nonsense").context["number"] == 4

    def test_a_place_that_owes_nothing_is_among_those_that_received_nothing(self, client, cascade):
        names = [place.name for place in self.page(client, xem="none").context["page"]]

        assert "Cảnh Thụy" in names

    def test_a_commune_sees_itself_only(self, client, cascade):
        sign_in(client, an_officer(at=cascade.communes[0]))

        page = self.page(client)

        assert page.context["place"].name == "Ý Yên"
        assert cascade.plan.title in page.content.decode()
        assert "Cảnh Thụy" not in page.content.decode()

    def test_one_place_shows_each_of_its_bodies_the_late_ones_first(self, client, cascade):
        committee = cascade.communes[0]
        an_answer(cascade, committee)  # its village owes one more
        submitted(cascade.part(committee))

        found = queries.bodies_in(committee.parent, on=LATER)

        assert [(one.unit.kind, one.counts.late, one.counts.submitted, one.counts.total) for one in found] == [
            ("people_committee", 1, 1, 2),
            ("village", 1, 0, 1),
        ]
        page = client.get(reverse("overview:place", args=[committee.parent.code])).content.decode()
        assert all(one.unit.name in page for one in found)

    def test_an_old_count_is_made_anew_in_the_background_once(self, client, cascade):
        actions.count_places(day=clock.today(), now=clock.now() - timedelta(minutes=20))

        for _visit in range(3):
            self.page(client)

        found = operations.Job.objects.filter(path__endswith="count_the_board").count()
        assert 1 <= found <= 2  # a new five minutes may begin between two visits

    def test_more_communes_are_no_more_questions(self, client, django_assert_max_num_queries):
        many = a_cascade(names=[f"Xã {n}" for n in range(70)])
        sign_in(client, many.officer)
        self.page(client)

        with django_assert_max_num_queries(12):
            page = self.page(client)

        assert len(page.context["page"]) == 60
        assert len(page.content) < 200_000

    def test_one_place_shows_its_plans_and_a_foreign_one_is_not_found(self, client, cascade):
        own = client.get(reverse("overview:place", args=[cascade.communes[0].parent.code]))

        assert cascade.plan.title in own.content.decode()
        foreign = a_cascade().communes[0].parent
        assert client.get(reverse("overview:place", args=[foreign.code])).status_code == 404

    def test_a_place_that_is_no_more_says_who_goes_on(self, client, cascade):
        heir = cascade.communes[0].parent
        old = a_commune("Đã nhập", parent=heir.parent)
        units.end_unit(old, day=date(2026, 11, 1), today=clock.today())
        units.succeed([(old, False)], heir, day=date(2026, 11, 1), kind="merge")

        said = client.get(reverse("overview:place", args=[old.code])).content.decode()

        assert "Nơi này đã kết thúc từ Chủ nhật, 01/11/2026" in said
        assert reverse("overview:place", args=[heir.code]) in said
        assert "đã kết thúc" not in client.get(reverse("overview:place", args=[heir.code])).content.decode()

    def test_a_place_says_when_the_board_that_led_to_it_was_counted_if_they_differ(self, client, cascade):
        place = cascade.communes[0].parent
        actions.count_places(day=clock.today(), now=clock.now())
        address = reverse("overview:place", args=[place.code])
        assert "Trang này đếm ngay bây giờ" not in client.get(address).content.decode()

        PlaceCount.objects.filter(place=place).update(late=7)

        assert "khi đó 0 xong, 7 quá hạn" in client.get(address).content.decode()

    def test_numbers_leave_as_numbers(self, client, cascade):
        self.page(client)
        answer = client.get(reverse("overview:board_export"), {"dang": "xlsx"})

        rows = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))
        assert rows[1][0] == "xã Cảnh Thụy"
        assert rows[2][4:] in {(0, 0, 0, 0, 2), (0, 0, 0, 2, 0)}


class TestMap:
    @pytest.fixture
    def cascade(self, client, monkeypatch):
        monkeypatch.setattr(clock, "today", lambda: TODAY)
        monkeypatch.setattr(clock, "now", lambda: NOW)
        cascade = a_cascade()
        actions.count_places(day=LATER, now=NOW)
        sign_in(client, cascade.officer)
        return cascade

    def put(self, place, north, east):
        units.MapPoint.objects.create(unit=place, latitude=north, longitude=east)

    def page(self, client, **asked):
        return client.get(reverse("overview:board"), {"cach": "ban-do", **asked}).content.decode()

    def test_who_has_a_point_is_on_the_map_with_how_it_stands_and_the_rest_is_named(self, client, cascade):
        first, second = (committee.parent for committee in cascade.communes)
        self.put(first, "21.4", "106.1")

        page = self.page(client)

        assert f'href="{reverse("overview:place", args=[first.code])}" aria-label="{first.full_name}: ' in page
        assert 'class="dot late"' in page
        assert "1 nơi chưa có tọa độ" in page and second.full_name in page

    def test_without_points_it_says_how_to_get_them(self, client, cascade):
        assert "Chưa nơi nào trong danh sách có tọa độ" in self.page(client)

    def test_who_stands_otherwise_is_a_bare_dot(self, client, cascade):
        for number, committee in enumerate(cascade.communes):
            self.put(committee.parent, "21.4", f"106.{number}")

        page = self.page(client, xem="done")

        assert page.count('class="dot other"') == 2
        assert 'class="map-hit"' not in page

    def test_nobody_sees_a_place_beyond_their_reach(self, client, cascade):
        far = a_commune("Xa Lắm", code="88888")
        self.put(far, "10.4", "106.1")
        self.put(cascade.communes[0].parent, "21.4", "106.1")

        assert "Xa Lắm" not in self.page(client)

    def test_more_places_are_no_more_questions(self, client, cascade, django_assert_max_num_queries):
        for number in range(30):
            self.put(a_commune(f"Xã {number}", parent=cascade.communes[0].parent.parent), "21.4", f"106.{number:02}")

        with django_assert_max_num_queries(16):
            page = self.page(client)

        assert page.count('class="map-hit"') == 30
