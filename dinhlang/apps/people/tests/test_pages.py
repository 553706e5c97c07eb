"""The pages of this room, as people use them."""

import pytest
from django.urls import reverse

from dinhlang.apps.people.models import Person, Role
from dinhlang.apps.people.tests.factories import (
    PASSWORD,
    a_person,
    a_stranger,
    an_administrator,
    an_officer,
    sign_in,
    with_role,
)
from dinhlang.apps.units.tests.factories import a_body, a_committee, a_commune, a_province, a_village
from dinhlang.base.testing import assert_kind_refusal, html_of, status_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee():
    return a_committee()


@pytest.fixture
def quan(client, committee):
    return sign_in(client, an_administrator(at=committee))


def page(name, *args):
    return reverse(f"people:{name}", args=args)


def test_the_list_shows_those_within_reach_and_no_others(client, quan, committee):
    an_officer(at=committee)
    with_role(a_person("Người Xã Khác"), "officer", a_committee())

    text = text_of(client.get(page("listing")))

    assert "Nguyễn Thị Hà" in text
    assert "Người Xã Khác" not in text
    assert "2 người" in text


def test_a_long_list_stays_at_ten_queries(client, quan, committee, django_assert_max_num_queries):
    for _ in range(30):
        an_officer(at=committee)

    with django_assert_max_num_queries(10):
        text = text_of(client.get(page("listing"), {"unit": committee.code, "kind": "officer", "page": 2}))

    assert "30 người" in text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "nguyen ha"}, {"ha"}),
        ({"q": "HÀ"}, {"ha"}),
        ({"kind": "viewer"}, {"van"}),
        ({"unit": "phòng văn hóa"}, {"van"}),
        ({"kind": "officer", "unit": "phòng"}, set()),
        ({"state": "locked"}, {"tu"}),
        ({"state": "all", "q": "Tư"}, {"tu"}),
        ({"kind": "mayor"}, {"ha", "van"}),
        ({"sort": "-username"}, {"ha", "van"}),
        ({"sort": "password"}, {"ha", "van"}),
        ({"q": "x'; --"}, set()),
        ({"q": "x\x00"}, {"ha", "van"}),
        ({"page": "99999"}, {"ha", "van"}),
    ],
)
def test_the_list_is_searched_filtered_and_sorted(client, quan, committee, asked, found):
    with_role(a_person("Nguyễn Thị Hà", username="ha"), "officer", committee)
    with_role(a_person("Đỗ Thị Vân", username="van"), "viewer", a_body(parent=committee))
    tu = with_role(a_person("Lê Văn Tư", username="tu"), "officer", committee)
    tu.is_active = False
    tu.save()

    shown = {person.username for person in client.get(page("listing"), asked).context["page"]} - {quan.username}

    assert shown >= found
    assert found or not shown


def test_an_unknown_unit_in_the_filter_is_told_beside_it(client, quan):
    assert "Không thấy đơn vị “xã Không Có”" in text_of(client.get(page("listing"), {"unit": "xã Không Có"}))


def new_person(committee, **facts):
    known = {
        "full_name": "Nguyễn Thị Hà",
        "username": "ha.nguyen",
        "honorific": "chị",
        "kind": "officer",
        "unit": committee.code,
        "begins": "1/1/2026",
    }
    return {**known, **facts}


def test_an_account_is_made_and_its_password_shown_once(client, quan, committee):
    answer = client.post(page("creating"), new_person(committee))

    ha = Person.objects.get(username="ha.nguyen")
    password = answer.context["password"]
    assert ha.check_password(password)
    assert password in text_of(answer)
    assert "no-store" in answer.headers["Cache-Control"]
    assert password not in text_of(client.get(page("detail", ha.pk)))


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"username": "hà"}, "ví dụ: ha.nguyen"),
        ({"unit": "không có đâu"}, "Không thấy đơn vị"),
        ({"begins": "31/02/2026"}, "Chưa đọc được ngày này"),
        ({"ends": "1/1/2020"}, "phải sau ngày bắt đầu"),
        ({"email": "khong-phai"}, "Địa chỉ thư chưa đúng. Xin viết như ha@nhanam.example."),
        ({"kind": "king"}, "king"),
    ],
)
def test_a_wrong_account_is_refused_and_nothing_typed_is_lost(client, quan, committee, facts, words):
    answer = client.post(page("creating"), new_person(committee, **facts))

    assert status_of(answer) == 200
    assert words.split()[-1] in html_of(answer)
    assert "Nguyễn Thị Hà" in html_of(answer)
    assert not Person.objects.filter(full_name="Nguyễn Thị Hà").exists()


@pytest.mark.parametrize("bracketed", [False, True])
def test_a_unit_beyond_ones_reach_is_answered_as_such(client, quan, committee, bracketed):
    other = a_commune("Tân Trung")
    typed = f"Xã Tân Trung ({other.code})" if bracketed else other.code

    answer = client.post(page("creating"), new_person(committee, unit=typed))

    assert_kind_refusal(answer, f"{other.full_name} nằm ngoài phạm vi của bạn")
    assert not Person.objects.filter(full_name="Nguyễn Thị Hà").exists()


@pytest.mark.parametrize("name", ["full_name", "username", "title", "unit", "phone", "email"])
def test_what_is_too_long_for_an_account_is_said_and_kept(client, quan, committee, name):
    typed = "x" * 10_000

    answer = client.post(page("creating"), new_person(committee, **{name: typed}))

    assert name in answer.context["form"].errors
    assert typed in html_of(answer)


def test_several_units_of_the_name_are_named_with_their_codes(client):
    province = a_province()
    one, other = a_commune("Tân An", parent=province), a_commune("Tân An", parent=province)
    sign_in(client, an_administrator(at=province))

    answer = client.post(page("creating"), new_person(one, unit="tan an"))

    assert_kind_refusal(answer, one.code, other.code, "Hãy gõ mã")


def test_units_of_the_own_place_are_suggested(client, quan, committee):
    village = a_village(parent=committee.parent)

    assert f"{village.full_name} ({village.code})" in html_of(client.get(page("creating")))


def test_a_persons_page_shows_roles_and_history(client, quan, committee):
    ha = an_officer(at=committee)
    client.post(page("changing", ha.pk), {"full_name": "Nguyễn Thị Hạ", "phone": "0912345678"})

    text = text_of(client.get(page("detail", ha.pk)))

    assert "Chuyên viên" in text
    assert "sửa thông tin người dùng" in text
    assert "Nguyễn Thị Hà → Nguyễn Thị Hạ" in text


def test_a_persons_page_takes_few_queries(client, quan, committee, django_assert_max_num_queries):
    ha = an_officer(at=committee)

    with django_assert_max_num_queries(17):
        client.get(page("detail", ha.pk))


def test_changing_nothing_is_told(client, quan, committee):
    ha = an_officer(at=committee)

    answer = client.post(page("changing", ha.pk), {"full_name": ha.full_name, "honorific": ha.honorific})

    assert_kind_refusal(answer, "Chưa có gì thay đổi")


def test_a_role_is_given_and_ended(client, quan, committee):
    ha = an_officer(at=committee)
    client.post(page("giving_role", ha.pk), {"kind": "viewer", "unit": committee.full_name, "begins": "1/1/2026"})
    role = Role.objects.get(person=ha, kind="viewer")

    client.post(page("ending_role", ha.pk, role.pk), {"day": "1/3/2026", "reason": "hết nhiệm kỳ"})

    role.refresh_from_db()
    assert f"{role.ends:%d/%m/%Y}" == "01/03/2026"


def test_a_role_that_is_refused_says_so_beside_its_field(client, quan, committee):
    ha = an_officer(at=committee)

    answer = client.post(page("giving_role", ha.pk), {"kind": "officer", "unit": committee.code, "begins": "1/1/2026"})

    assert_kind_refusal(answer, "đã là Chuyên viên")
    assert answer.context["form"].errors["begins"]


def test_ending_the_own_last_role_is_refused_kindly(client, quan):
    answer = client.post(page("ending_role", quan.pk, quan.roles.get().pk), {"day": "1/3/2026", "reason": "thử"})

    assert_kind_refusal(answer, "quản trị cuối cùng")


def test_an_account_is_locked_and_opened(client, quan, committee):
    ha = an_officer(at=committee)

    client.post(page("locking", ha.pk), {"reason": "nghỉ phép"})
    assert not Person.objects.get(pk=ha.pk).is_active

    client.post(page("locking", ha.pk), {"reason": "trở lại"})
    assert Person.objects.get(pk=ha.pk).is_active


def test_locking_oneself_is_refused_kindly(client, quan):
    assert_kind_refusal(client.post(page("locking", quan.pk), {"reason": "thử"}), "tự khóa")


def test_a_new_password_is_shown_once_and_ends_open_sessions(client, quan, committee, django_user_model):
    ha = an_officer(at=committee)
    her_browser = type(client)()
    sign_in(her_browser, ha)

    answer = client.post(page("new_password", ha.pk))

    assert answer.context["password"] in text_of(answer)
    assert status_of(her_browser.get(page("me"))) == 401


def test_my_page_says_what_i_may_do_and_where(client, committee):
    sign_in(client, with_role(an_officer(at=committee), "viewer", committee, ends=an_end()))

    text = text_of(client.get(page("me")))

    assert "Ở xã Nhã Nam Đọc các kế hoạch, kể cả khi chưa công khai." in text
    assert "Ở UBND xã Nhã Nam Nhận văn bản đến" in text
    assert "Vai trò trước đây và sắp tới" in text


def an_end():
    from datetime import date

    return date(2001, 1, 1)


def test_my_page_without_roles_says_what_comes_next(client):
    sign_in(client, a_stranger())

    assert "Chưa có vai trò nào" in text_of(client.get(page("me")))


def test_i_change_my_password_and_stay_signed_in(client, quan):
    new = "mái đình cong vút trong nắng"

    client.post(page("own_password"), {"old": PASSWORD, "new": new, "again": new})

    assert "Đã đổi mật khẩu" in text_of(client.get(page("me")))


@pytest.mark.parametrize(
    ("old", "again", "words"), [("sai", "mái đình cong vút", "chưa đúng"), (PASSWORD, "khác hẳn", "chưa giống nhau")]
)
def test_a_wrong_change_of_password_is_told_beside_its_field(client, quan, old, again, words):
    answer = client.post(page("own_password"), {"old": old, "new": "mái đình cong vút", "again": again})

    assert_kind_refusal(answer, words)


def test_who_can_do_what_shows_people_reasons_and_meanings(client, quan, committee, django_assert_max_num_queries):
    an_officer(at=committee)

    with django_assert_max_num_queries(10):
        text = text_of(client.get(page("permission"), {"don_vi": committee.code}))

    assert "Nguyễn Thị Hà Chuyên viên, UBND xã Nhã Nam, từ 01/01/2000" in text
    assert "Giao nhiệm vụ cho các đơn vị và đặt hạn. Nguyễn Thị Hà" in text
    assert "Ký và cho số văn bản đi của đơn vị. chưa ai" in text


def test_many_who_may_do_something_are_counted_and_linked(client, quan, committee):
    for _ in range(8):
        an_officer(at=committee)

    page_shown = client.get(page("permission"), {"don_vi": committee.code})

    assert "và 2 người khác" in text_of(page_shown)
    assert "viec=tasks.hand_out" in html_of(page_shown)


def test_who_can_do_one_thing_is_asked_by_its_word(client, quan, committee):
    an_officer(at=committee)

    answer = client.get(page("permission"), {"don_vi": committee.code, "viec": "tasks.hand_out"})

    assert [holder.person.full_name for holder in answer.context["page"]] == ["Nguyễn Thị Hà"]


def test_nobody_who_may_sign_is_said_plainly(client, quan, committee):
    answer = client.get(page("permission"), {"don_vi": committee.code, "viec": "issuance.sign"})

    assert "Chưa ai được làm việc này" in text_of(answer)


def test_an_unknown_word_asks_for_all(client, quan):
    assert len(client.get(page("permission"), {"viec": "everything"}).context["page"]) == 1


def test_the_door_to_this_room_stands_in_the_navigation_of_administrators_only(client, committee):
    sign_in(client, an_administrator(at=committee))
    assert 'href="/nguoi/"' in html_of(client.get(page("me")))

    sign_in(client, an_officer(at=committee))
    assert 'href="/nguoi/"' not in html_of(client.get(page("me")))
