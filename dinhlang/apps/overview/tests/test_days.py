"""The calendar of what falls due, and views that people save."""

import csv
import io
import re
from datetime import date

import pytest
from django.urls import reverse

from dinhlang.apps.audit import public as audit
from dinhlang.apps.overview import actions, queries
from dinhlang.apps.overview.models import SavedView
from dinhlang.apps.overview.rules import may_be_saved
from dinhlang.apps.overview.tests.factories import DUE, TRAINING, a_cascade, an_answer
from dinhlang.apps.people.tests.factories import an_officer, sign_in
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, submitted
from dinhlang.base.testing import html_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cascade(client):
    cascade = a_cascade()
    sign_in(client, cascade.officer)
    return cascade


def due(person, *, on=TODAY, **facts):
    found = queries.due_by_day(person, date(2026, 11, 1), date(2026, 12, 31), on=on, **facts)
    return {day: [(one.task.title[:8], one.counts.total) for one in tasks] for day, tasks in found.items()}


class TestDays:
    def test_one_task_of_many_bodies_is_one_line_of_its_day(self, cascade):
        assert due(cascade.officer) == {DUE: [("Tổ chức ", 2), ("Căn cứ K", 2)]}

    def test_a_body_sees_its_own_days_and_those_of_its_plan(self, cascade):
        commune = cascade.communes[0]
        an_answer(cascade, commune, due=date(2026, 12, 1))

        found = due(an_officer(at=commune))

        assert found == {DUE: [("Tổ chức ", 1), ("Căn cứ K", 1)], date(2026, 12, 1): [("Tập huấn", 1)]}

    def test_words_and_plan_narrow(self, cascade):
        assert due(cascade.officer, q="nha nam tap huan") == {DUE: [("Tổ chức ", 1)]}
        assert due(cascade.officer, plan=cascade.plan.pk + 1) == {}

    def test_what_was_handed_in_is_no_late_day(self, cascade):
        for commune in cascade.communes:
            submitted(cascade.part(commune))

        (first, second) = queries.due_by_day(cascade.officer, DUE, DUE, on=date(2026, 12, 1))[DUE]

        assert {first.kind, second.kind} == {"late", "waiting"}


class TestPage:
    @pytest.mark.parametrize(
        "query",
        [
            {"ngay": "2026-11-20"},
            {"ngay": "2026-11-20", "xem": "tuan"},
            {"ngay": "0001-01-01"},
            {"ngay": "hôm qua", "plan": "x", "q": "'\""},
        ],
    )
    def test_every_address_shows_a_page(self, client, cascade, query):
        assert client.get(reverse("overview:calendar"), query).status_code == 200

    @pytest.mark.parametrize("kind", ["tuan", ""])
    def test_a_day_leads_to_its_tasks(self, client, cascade, kind):
        page = client.get(reverse("overview:calendar"), {"ngay": "2026-11-25", "xem": kind}).content.decode()

        assert reverse("tasks:task", args=[cascade.handed[0].pk]) in page
        assert "ngay=2026-1" in page

    def test_the_plans_to_choose_from_name_who_issued_them_the_highest_first(self, client, cascade):
        an_answer(cascade, cascade.communes[0])

        page = html_of(client.get(reverse("overview:calendar"), {"ngay": "2026-11-25"}))
        options = re.findall(r'<option value="\d+"[^>]*>(.*?)</option>', page, re.S)

        assert [words.split(" · ")[1] for words in options] == ["UBND tỉnh Bắc Ninh", cascade.communes[0].name]

    def test_more_bodies_are_no_more_questions(self, client, django_assert_max_num_queries):
        many = a_cascade(names=[f"Xã {n}" for n in range(30)], texts=[f"Việc thứ {n}" for n in range(8)])
        sign_in(client, many.officer)

        with django_assert_max_num_queries(12):
            page = client.get(reverse("overview:calendar"), {"ngay": "2026-11-25"}).content.decode()

        assert "và 5 việc nữa" in page

    def test_the_file_holds_the_days_of_the_page(self, client, cascade):
        answer = client.get(reverse("overview:calendar_export"), {"ngay": "2026-11-20"})

        lines = list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
        assert [line[0] for line in lines[1:]] == ["25/11/2026", "25/11/2026"]
        assert lines[1][1] == TRAINING


class TestSavedViews:
    def save(self, client, **facts):
        sent = {"name": "Xã quá hạn", "address": "/toan-canh/?xem=late"} | facts
        return client.post(reverse("overview:saving"), sent, follow=True)

    def test_a_view_is_saved_opened_by_its_address_and_dropped(self, client, cascade):
        page = self.save(client).content.decode()
        assert 'href="/toan-canh/?xem=late"' in page
        view = SavedView.objects.get(person=cascade.officer)
        assert [entry.act for entry in audit.history_of(view)] == ["overview.view_saved"]

        client.post(reverse("overview:dropping", args=[view.pk]))

        assert not SavedView.objects.exists()

    def test_the_list_of_tasks_is_saved_with_what_was_asked_of_it(self, client, cascade):
        asked = reverse("tasks:listing") + "?xem=phan&state=late"
        page = client.get(asked).content.decode()
        assert f"{reverse('overview:saving')}?trang=%2Fnhiem-vu%2F%3Fxem%3Dphan%26state%3Dlate" in page

        self.save(client, address=asked)

        assert SavedView.objects.get().address == asked

    def test_a_name_is_ones_own_once(self, client, cascade):
        self.save(client)

        assert "Đã có cách xem tên" in self.save(client).content.decode()
        sign_in(client, an_officer(at=cascade.communes[0]))
        self.save(client)
        assert SavedView.objects.count() == 2

    def test_nobody_drops_the_view_of_another(self, client, cascade):
        view = actions.save_view(name="Của tôi", address="/toan-canh/", by=an_officer(at=cascade.communes[0]), now=NOW)

        assert client.post(reverse("overview:dropping", args=[view.pk])).status_code == 404

    def test_a_foreign_address_is_refused(self, client, cascade):
        page = self.save(client, address="https://xa.example/toan-canh/").content.decode()

        assert "Chỉ lưu được" in page and not SavedView.objects.exists()

    def test_the_fifty_first_is_refused(self, client, cascade):
        SavedView.objects.bulk_create(
            SavedView(person=cascade.officer, name=f"{n}", address="/toan-canh/", saved_at=NOW) for n in range(50)
        )

        assert "bỏ bớt" in self.save(client).content.decode()


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("/toan-canh/?xem=late&q=nh%C3%A3", True),
        ("/nhiem-vu/?state=late", True),
        ("//evil.example/toan-canh/", False),
        ("/toan-canh/..//evil", False),
        ("javascript:alert(1)", False),
        ("/toan-canh/\\evil", False),
        ("/toan-canh/\n", False),
        ("/nguoi/", False),
        ("/toan-canh/?" + "x" * 1000, False),
    ],
)
def test_only_addresses_of_pages_that_are_looked_at_are_saved(address, may):
    assert may_be_saved(address) is may
