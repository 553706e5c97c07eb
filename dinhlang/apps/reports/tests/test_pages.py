"""The pages of reports, as a person walks them."""

from datetime import date

import pytest

from dinhlang.apps.people.tests.factories import sign_in
from dinhlang.apps.reports.models import Report
from dinhlang.apps.reports.tests.factories import TRAINING, a_final_report, a_world_at_work
from dinhlang.base.testing import html_of, text_of

pytestmark = pytest.mark.django_db


def test_from_a_plan_to_a_final_report(client):
    world = a_world_at_work()
    sign_in(client, world.officer)
    facts = {"plan": world.plan.pk, "unit": world.committee.pk, "as_of": "20/11/2026", "scope": ""}

    page = client.post("/bao-cao/moi/", facts, follow=True)
    report = Report.objects.get()
    words = {"title": report.title, "to": "Bộ Nội vụ", "period": report.period}
    words |= {"results": "Đã làm.", "shortcomings": "Không.", "directions": "Tiếp tục."}
    client.post(f"/bao-cao/{report.pk}/sua/", words)
    final = client.post(f"/bao-cao/{report.pk}/chot/", follow=True)

    assert "1 xong · 1 đang làm" in text_of(page)
    assert "Đã chốt báo cáo" in text_of(final)
    report.refresh_from_db()
    assert (report.state, report.to, report.results) == ("final", "Bộ Nội vụ", "Đã làm.")


def test_the_page_of_a_plan_leads_to_a_report_on_it(client):
    world = a_world_at_work()
    report = world.report()
    sign_in(client, world.officer)

    page = html_of(client.get(f"/ke-hoach/{world.plan.pk}/"))

    assert f'href="/bao-cao/moi/?plan={world.plan.pk}"' in page
    assert f'href="/bao-cao/{report.pk}/"' in page


def test_a_plan_that_was_asked_for_is_the_one_offered(client):
    world = a_world_at_work()
    sign_in(client, world.officer)

    page = html_of(client.get(f"/bao-cao/moi/?plan={world.plan.pk}"))

    assert page.count("<option") == 4  # the plan, and three scopes
    assert client.get("/bao-cao/moi/?plan=999999").status_code == 404
    assert client.get("/bao-cao/moi/?plan=abc").status_code == 200


def test_each_figure_leads_to_the_list_that_it_counted(client):
    world = a_world_at_work()
    report = world.report()
    sign_in(client, world.officer)

    page = html_of(client.get(f"/bao-cao/{report.pk}/"))
    late = text_of(client.get(f"/bao-cao/{report.pk}/so-lieu/late/"))
    bodies = text_of(client.get(f"/bao-cao/{report.pk}/so-lieu/bodies/"))
    task = text_of(client.get(f"/bao-cao/{report.pk}/so-lieu/task-{world.training.pk}/"))

    for figure in ("owed", "bodies", "evidence", "done", "checking", "doing", "waiting", "late"):
        assert f"/bao-cao/{report.pk}/so-lieu/{figure}/" in page
    assert "1 mục" in late and "UBND xã Phúc Hòa" in late and TRAINING in late
    assert "3 mục" in bodies and "2 phần việc" in bodies
    assert "3 mục" in task
    assert client.get(f"/bao-cao/{report.pk}/so-lieu/task-999999/").status_code == 404
    assert client.get(f"/bao-cao/{report.pk}/so-lieu/evidence/").status_code == 200


def test_what_a_figure_counted_stays_when_the_work_goes_on(client):
    world = a_world_at_work()
    report = world.report()
    world.tell(world.training, world.doers[2], date(2026, 11, 20), finished=True)
    sign_in(client, world.officer)

    late = text_of(client.get(f"/bao-cao/{report.pk}/so-lieu/late/"))

    assert "UBND xã Phúc Hòa" in late and "Quá hạn" in late


def test_gathering_again_shows_what_changed(client):
    world = a_world_at_work()
    report = world.report()
    world.accept(world.training, world.doers[1], date(2026, 11, 20))
    sign_in(client, world.officer)

    page = text_of(client.post(f"/bao-cao/{report.pk}/tong-hop-lai/", {"as_of": "20/11/2026"}, follow=True))
    faulty = text_of(client.post(f"/bao-cao/{report.pk}/tong-hop-lai/", {"as_of": "31/02/2026"}, follow=True))

    assert "Đã hoàn thành: 1 thành 2" in page
    assert "Chưa đọc được ngày này" in faulty


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "a" * 10_000, "500"),
        ("title", "", "bắt buộc"),
    ],
)
def test_words_that_do_not_fit_come_back_with_a_sentence(client, field, value, sentence):
    world = a_world_at_work()
    report = world.report()
    sign_in(client, world.officer)
    words = {"title": report.title, "period": report.period, "results": "Đã viết dài", field: value}

    page = client.post(f"/bao-cao/{report.pk}/sua/", words)

    assert page.status_code == 200
    assert sentence in text_of(page)
    assert "Đã viết dài" in html_of(page)


def test_a_day_to_come_is_refused_beside_its_field(client):
    world = a_world_at_work()
    sign_in(client, world.officer)

    page = client.post(
        "/bao-cao/moi/", {"plan": world.plan.pk, "unit": world.committee.pk, "as_of": "21/11/2026", "scope": ""}
    )

    assert "chưa tới nên chưa có số liệu" in text_of(page)
    assert "id_as_of_error" in html_of(page)


def test_nobody_reports_in_the_name_of_another_body(client):
    world = a_world_at_work()
    sign_in(client, world.officer)

    client.post("/bao-cao/moi/", {"plan": world.plan.pk, "unit": world.doers[0].pk, "as_of": "20/11/2026", "scope": ""})

    assert not Report.objects.exists()


def test_a_final_report_is_reopened_with_a_reason(client):
    world = a_world_at_work()
    report = a_final_report(world)
    sign_in(client, world.officer)

    empty = client.post(f"/bao-cao/{report.pk}/mo-lai/", {"reason": " "})
    page = client.post(f"/bao-cao/{report.pk}/mo-lai/", {"reason": "Thiếu một xã"}, follow=True)

    assert empty.status_code == 200
    assert "Đã mở lại báo cáo" in text_of(page)


def test_the_list_is_filtered_and_never_empty_without_a_word(client):
    world = a_world_at_work()
    sign_in(client, world.officer)
    nothing = text_of(client.get("/bao-cao/"))
    world.report()

    assert "Chưa có báo cáo nào" in nothing
    assert "Không có báo cáo nào khớp" in text_of(client.get("/bao-cao/?state=final"))
    assert "Kế hoạch số 141/KH-UBND" in text_of(client.get("/bao-cao/?state=draft&year=2026"))
    assert client.get("/bao-cao/?state=nonsense&year=abc&page=zz").status_code == 200


def test_a_long_list_asks_the_database_little(client, django_assert_max_num_queries):
    world = a_world_at_work()
    for _ in range(30):
        world.report()
    sign_in(client, world.officer)

    with django_assert_max_num_queries(12):
        client.get("/bao-cao/")


def test_a_report_asks_the_database_little(client, django_assert_max_num_queries):
    world = a_world_at_work()
    report = world.report()
    sign_in(client, world.officer)

    with django_assert_max_num_queries(14):
        client.get(f"/bao-cao/{report.pk}/")
    with django_assert_max_num_queries(9):
        client.get(f"/bao-cao/{report.pk}/so-lieu/owed/")


def test_words_too_long_are_said_and_kept(client):
    world = a_world_at_work()
    report = world.report()
    sign_in(client, world.officer)
    typed = "x" * 10_000

    page = client.post(f"/bao-cao/{report.pk}/sua/", {"title": typed, "to": typed, "period": typed})

    assert set(page.context["form"].errors) == {"title", "to", "period"}
    assert html_of(page).count(typed) == 3
