"""A resident reads; nobody signs in."""

from datetime import date

import pytest
from django.urls import reverse

from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.plans.models import Plan
from dinhlang.apps.tasks.models import Assignment, Task
from dinhlang.apps.units import public as units
from dinhlang.apps.units.models import HouseholdCount
from dinhlang.apps.units.tests.factories import TODAY, a_committee, a_commune, a_province, a_village

pytestmark = pytest.mark.django_db
NOW = "2026-11-01T08:00:00Z"


def a_plan(place, *, title="Thực hiện dân chủ ở cơ sở năm 2026", is_public=True, number="12/KH-UBND"):
    committee = a_committee(of=place)
    return Plan.objects.create(
        title=title,
        number=number,
        issued_on=date(2026, 1, 15),
        issuer=committee,
        place=place,
        is_public=is_public,
        adopted_at=NOW,
        adopted_by=an_officer(at=committee),
    )


def a_task(plan, *, to, title="Niêm yết dự thảo", due=date(2026, 6, 1), **facts):
    task = Task.objects.create(
        plan=plan, title=title, text=title, due=due, handed_out_at=NOW, handed_out_by=plan.adopted_by
    )
    for unit in to:
        Assignment.objects.create(task=task, unit=unit, due=due, changed_at=NOW, **facts)
    return task


@pytest.mark.parametrize("typed", ["nha nam", "Nhã Nam", "NHÃ NAM", "nhã  nam"])
def test_a_commune_is_found_however_it_is_typed(client, typed):
    a_commune("Nhã Nam")

    page = client.get(reverse("portal:home"), {"q": typed})

    assert "Xã Nhã Nam" in page.content.decode()


def test_a_name_that_nobody_bears_is_answered_with_advice(client):
    page = client.get(reverse("portal:home"), {"q": "không có đâu"})

    assert "Không thấy nơi nào" in page.content.decode()


def test_the_face_of_a_commune_shows_public_plans_and_how_far_they_are(client, django_assert_max_num_queries):
    commune = a_commune()
    villages = [a_village(f"Thôn {n}", parent=commune) for n in (1, 2, 3)]
    HouseholdCount.objects.create(unit=villages[0], day=date(2026, 1, 1), households=1250)
    a_task(a_plan(commune), to=villages)

    with django_assert_max_num_queries(12):
        page = client.get(reverse("portal:place", args=[commune.code])).content.decode()

    assert "Thực hiện dân chủ ở cơ sở năm 2026" in page
    assert "1.250" in page


def test_what_is_not_public_is_nowhere(client):
    commune = a_commune()
    hidden = a_plan(commune, title="Kế hoạch nội bộ", is_public=False)

    face = client.get(reverse("portal:place", args=[commune.code])).content.decode()
    page = client.get(reverse("portal:plan", args=[commune.code, hidden.pk]))

    assert "Kế hoạch nội bộ" not in face
    assert page.status_code == 404


def test_a_plan_is_not_found_under_another_commune(client):
    plan = a_plan(a_commune())

    page = client.get(reverse("portal:plan", args=[a_commune("Khác").code, plan.pk]))

    assert page.status_code == 404


def test_a_plan_shows_each_task_as_n_of_m(client, django_assert_max_num_queries):
    commune = a_commune()
    villages = [a_village(f"Thôn {n}", parent=commune) for n in range(5)]
    plan = a_plan(commune)
    a_task(plan, to=villages[:3], state="accepted", finished_on=date(2026, 5, 1))
    a_task(plan, to=villages, title="Họp dân")

    with django_assert_max_num_queries(8):
        page = client.get(reverse("portal:plan", args=[commune.code, plan.pk])).content.decode()

    assert "3 trên 3 đơn vị xong" in page
    assert "0 trên 5 đơn vị xong" in page


def test_a_place_that_is_no_more_says_what_became_of_it(client):
    province = a_province()
    old, new = a_commune("Tân Trung", parent=province), a_commune("Nhã Nam", parent=province)
    units.succeed([(old, False)], new, day=date(2025, 7, 1), kind="merge", basis="Nghị quyết số 1658")
    units.end_unit(old, day=date(2025, 7, 1), today=TODAY)

    page = client.get(reverse("portal:place", args=[old.code])).content.decode()

    assert reverse("portal:place", args=[new.code]) in page
    assert "Nghị quyết số 1658" in page


def test_a_body_has_no_face_of_its_own(client):
    committee = a_committee()

    assert client.get(reverse("portal:place", args=[committee.code])).status_code == 404


def test_strangers_get_a_kept_page_without_a_query(client, settings, django_assert_num_queries):
    settings.PORTAL_SECONDS = 60
    commune = a_commune(code="giữ-trang")
    address = reverse("portal:place", args=[commune.code])
    first = client.get(address).content

    with django_assert_num_queries(0):
        again = client.get(address).content

    assert again == first


def test_a_kept_page_is_never_in_the_wrong_language(client, settings):
    settings.PORTAL_SECONDS = 60
    address = reverse("portal:place", args=[a_commune(code="hai-thứ-tiếng").code])
    client.get(address)

    english = client.get(address, headers={"accept-language": "en"}).content.decode()

    assert 'lang="en"' in english


def test_what_a_stranger_found_leads_to_its_public_page(client):
    commune = a_commune()
    plan = a_plan(commune)

    answer = client.get(reverse("portal:found", args=["plan", plan.pk]))

    assert answer.url == reverse("portal:plan", args=[commune.code, plan.pk])


def test_a_found_body_leads_to_the_face_of_its_place(client):
    committee = a_committee(of=a_commune("Nhã Nam"))

    answer = client.get(reverse("portal:found", args=["unit", committee.pk]))

    assert answer.url == reverse("portal:place", args=[committee.parent.code])


@pytest.mark.parametrize("kind", ["plan", "outgoing", "task", "person"])
def test_what_is_not_public_cannot_be_found_by_counting(client, kind):
    hidden = a_plan(a_commune(), is_public=False)

    assert client.get(reverse("portal:found", args=[kind, hidden.pk])).status_code == 404


def test_a_task_says_who_does_it_and_the_late_come_first(client, django_assert_max_num_queries):
    commune = a_commune()
    done, late = a_village("An Lạc", parent=commune), a_village("Yên Sơn", parent=commune)
    plan = a_plan(commune)
    task = a_task(plan, to=[late])
    Assignment.objects.create(
        task=task, unit=done, due=task.due, changed_at=NOW, state="accepted", finished_on=date(2026, 5, 1)
    )

    with django_assert_max_num_queries(12):
        page = client.get(reverse("portal:task", args=[commune.code, plan.pk, task.pk])).content.decode()

    assert page.index("Thôn Yên Sơn") < page.index("Thôn An Lạc")
    assert "xong ngày 01/05/2026" in page
    assert reverse("portal:village", args=[commune.code, late.code]) in page


def test_a_resident_finds_the_own_village_among_many(client):
    commune = a_commune()
    plan = a_plan(commune)
    task = a_task(plan, to=[a_village(name, parent=commune) for name in ("Tiến Phan", "Đồng Kim")])

    page = client.get(reverse("portal:task", args=[commune.code, plan.pk, task.pk]), {"q": "dong kim"})

    assert "Thôn Đồng Kim" in page.content.decode()
    assert "Tiến Phan" not in page.content.decode()


def test_many_bodies_need_no_more_queries_and_are_paged(client, django_assert_max_num_queries):
    commune = a_commune()
    plan = a_plan(commune)
    task = a_task(plan, to=[a_village(f"Thôn {n}", parent=commune) for n in range(60)])

    with django_assert_max_num_queries(12):
        page = client.get(reverse("portal:task", args=[commune.code, plan.pk, task.pk])).content.decode()

    assert "?page=2" in page


def test_a_task_of_a_hidden_plan_is_not_found(client):
    commune = a_commune()
    plan, hidden = a_plan(commune), a_plan(commune, is_public=False, number="13/KH-UBND")
    task = a_task(hidden, to=[a_village(parent=commune)])

    for above in (plan, hidden):
        assert client.get(reverse("portal:task", args=[commune.code, above.pk, task.pk])).status_code == 404


def test_a_village_shows_what_it_does_under_public_plans_only(client, django_assert_max_num_queries):
    commune = a_commune()
    village = a_village("Tiến Phan", parent=commune)
    a_task(a_plan(commune), to=[village], title="Họp dân")
    a_task(a_plan(commune, is_public=False, number="13/KH-UBND"), to=[village], title="Việc nội bộ")

    with django_assert_max_num_queries(12):
        page = client.get(reverse("portal:village", args=[commune.code, village.code])).content.decode()

    assert "Họp dân" in page
    assert "0 trên 1 việc xong" in page
    assert "1 việc quá hạn" in page
    assert "Việc nội bộ" not in page


def test_a_village_is_not_found_under_another_commune(client):
    village, other = a_village(), a_commune("Khác")

    assert client.get(reverse("portal:village", args=[other.code, village.code])).status_code == 404


def test_the_commune_leads_to_its_villages_and_a_found_village_to_its_page(client):
    commune = a_commune()
    village = a_village(parent=commune)
    address = reverse("portal:village", args=[commune.code, village.code])

    assert address in client.get(reverse("portal:place", args=[commune.code])).content.decode()
    assert client.get(reverse("portal:found", args=["unit", village.pk])).url == address


def test_a_plan_leads_to_its_tasks_and_its_own_words(client):
    commune = a_commune()
    plan = a_plan(commune)
    task = a_task(plan, to=[a_village(parent=commune)])

    page = client.get(reverse("portal:plan", args=[commune.code, plan.pk])).content.decode()

    assert reverse("portal:task", args=[commune.code, plan.pk, task.pk]) in page
    assert reverse("plans:plan", args=[plan.pk]) in page


def test_the_closest_name_comes_first(client):
    province = a_province("Bắc Ninh")
    for name in ("Hòa An Tân", "Tân An Hòa", "Tân An", "Bình Tân An", "Tấn An"):
        a_commune(name, parent=province)

    names = [place.name for place in client.get(reverse("portal:home"), {"q": "tân an"}).context["places"]]

    assert names == ["Tân An", "Tân An Hòa", "Bình Tân An", "Tấn An", "Hòa An Tân"]


def test_a_list_that_was_cut_says_how_many_are_left(client):
    province = a_province("Bắc Ninh")
    for n in range(43):
        a_commune(f"Tân {n}", parent=province)

    assert "Còn 3 nơi nữa, xin gõ thêm chữ." in client.get(reverse("portal:home"), {"q": "tan"}).content.decode()


def test_the_front_page_leads_to_every_place_with_plans_and_to_every_province(client, django_assert_max_num_queries):
    province = a_province("Bắc Ninh")
    for n in range(30):
        a_plan(a_commune(f"Xã {n}", parent=province))

    with django_assert_max_num_queries(12):
        page = client.get(reverse("portal:home")).content.decode()

    assert "?page=2" in page
    assert reverse("portal:place", args=[province.code]) in page


def test_a_province_leads_to_its_communes(client):
    commune = a_commune()

    page = client.get(reverse("portal:place", args=[commune.parent.code])).content.decode()

    assert reverse("portal:place", args=[commune.code]) in page
