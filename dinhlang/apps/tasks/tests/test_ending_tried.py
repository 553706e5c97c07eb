"""Before a merger is confirmed its page says what becomes of the open work; nothing has moved by then."""

import pytest
from django.urls import reverse

from dinhlang.apps.people.tests.factories import sign_in
from dinhlang.apps.tasks.models import Moved
from dinhlang.apps.tasks.tests.factories import TODAY, a_clause, a_plan, a_task
from dinhlang.apps.tasks.tests.test_heirs import (  # noqa: F401 - fixtures
    SOON,
    _today,
    part_of,
    place,
)
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db


def preview(client, place, act, **fields) -> str:  # noqa: F811
    sign_in(client, place.quan)
    address = reverse("register:act", args=[place.communes[0].code, act])
    return text_of(client.post(address, fields))


def test_a_merger_says_whose_open_work_goes_to_whom_and_moves_nothing(client, place):  # noqa: F811
    told = preview(
        client, place, "sap-nhap", others=place.communes[1].code, into=place.communes[1].code, day=day(TODAY)
    )

    assert "1 phần việc đang mở của UBND xã An Dương chuyển sang UBND xã Bình Minh." in told
    assert part_of(place, place.committees[0]).state == "waiting"
    assert not Moved.objects.exists()


def test_ahead_of_its_day_it_says_when(client, place):  # noqa: F811
    into = place.communes[1].code

    told = preview(client, place, "sap-nhap", others=into, into=into, day=day(SOON))

    assert f"của UBND xã An Dương sẽ chuyển sang UBND xã Bình Minh ngày {day(SOON)}." in told


def test_an_end_without_successor_says_that_somebody_must_choose(client, place):  # noqa: F811
    told = preview(client, place, "bai-bo", day=day(TODAY), basis="Nghị quyết")

    assert "UBND xã An Dương còn 1 phần việc đang mở" in told
    assert "chọn nơi nhận" in told


def test_who_handed_work_out_and_owes_nothing_says_who_follows_it_up(client, place):  # noqa: F811
    issuer, doer, heir = place.committees[0], place.committees[1], place.communes[2]
    place.task.assignments.filter(unit=issuer).update(state="exempt")
    a_task(clause=a_clause(a_plan(issuer=issuer)), leads=[doer])

    told = preview(client, place, "bai-bo", day=day(TODAY), basis="Nghị quyết", successors=heir.code)

    assert "UBND xã Cẩm Lý theo dõi tiếp 1 kế hoạch mà UBND xã An Dương đã giao việc." in told
    assert "phần việc đang mở" not in told


def day(one) -> str:
    return f"{one:%d/%m/%Y}"
