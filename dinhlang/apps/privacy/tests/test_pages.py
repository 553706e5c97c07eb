"""The pages: everyone reads the register; a person asks and reads the answer; whoever answers sees the days."""

import pytest
from django.urls import reverse

from dinhlang.apps.people.models import Person
from dinhlang.apps.people.tests.factories import an_administrator, an_officer, sign_in
from dinhlang.apps.privacy.jobs import make_export
from dinhlang.apps.privacy.models import DataRequest, Kind, Look, State
from dinhlang.apps.privacy.tests.factories import a_request
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.base.testing import assert_kind_refusal, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def quan():
    return an_administrator(at=a_committee())


@pytest.fixture
def ha(quan):
    return an_officer(at=quan.roles_in_force[0].unit)


def page(name, *args):
    return reverse(f"privacy:{name}", args=args)


def test_a_stranger_reads_what_is_kept_why_and_where_to_ask(client):
    said = text_of(client.get(page("register")))

    for words in ("họ và tên", "mật khẩu (chỉ giữ dấu băm", "Điều 19 Luật 91/2025/QH15", "khiếu nại", "nên hỏi lại"):
        assert words in said


def test_a_person_asks_and_finds_the_day(client, ha):
    sign_in(client, ha)

    answer = client.post(page("asking"), {"kind": "object", "words": "Đừng gửi tin cho tôi."}, follow=True)

    said = text_of(answer)
    assert "Đừng gửi tin cho tôi." in said
    assert "khoản 5 Điều 4 Luật 91/2025/QH15" in said
    assert "nên hỏi lại" in said


def test_what_was_typed_stays_when_it_is_refused(client, ha):
    a_request(kind=Kind.OBJECT, person=ha)
    sign_in(client, ha)

    answer = client.post(page("asking"), {"kind": "object", "words": "Đừng gửi."})

    assert_kind_refusal(answer, "đang được làm", "Đừng gửi.")


def test_one_kind_must_be_chosen_by_oneself(client, ha):
    sign_in(client, ha)

    assert b"checked" not in client.get(page("asking")).content
    assert client.post(page("asking"), {"words": "x"}).status_code == 200
    assert not DataRequest.objects.exists()


def test_the_own_export_is_downloaded_and_anothers_download_is_shown(client, ha, quan):
    asked = a_request(kind=Kind.SEE, person=ha)
    make_export(request=asked.pk)
    sign_in(client, ha)

    answer = client.get(page("download", asked.pk))

    assert answer.status_code == 200
    assert b"".join(answer.streaming_content).startswith(b"PK")
    assert "no-store" in answer["Cache-Control"]
    assert not Look.objects.exists()
    sign_in(client, quan)
    b"".join(client.get(page("download", asked.pk)).streaming_content)
    assert Look.objects.get().page == "export"


def test_there_is_nothing_to_download_before_it_is_made(client, ha):
    asked = a_request(kind=Kind.SEE, person=ha)
    sign_in(client, ha)

    assert client.get(page("download", asked.pk)).status_code == 404
    assert "Đang gom dữ liệu" in text_of(client.get(page("request", asked.pk)))


def test_whoever_answers_goes_all_the_way(client, ha, quan):
    asked = a_request(kind=Kind.RESTRICT, person=ha)
    sign_in(client, quan)

    assert "Nguyễn Thị Hà" in text_of(client.get(page("listing")))
    client.post(page("accepting", asked.pk), {"reply": "Đã nhận."})
    extended = client.post(page("extending", asked.pk), {"days": "20", "reason": "chờ tỉnh"}, follow=True)
    assert "Xin xem lại căn cứ" in text_of(extended)
    assert "chờ tỉnh" in text_of(extended)
    client.post(page("finishing", asked.pk), {"answer": "Đã hạn chế."})

    asked.refresh_from_db()
    assert asked.state == State.DONE
    assert Person.objects.get(pk=ha.pk).is_name_hidden
    assert "Nguyễn Thị Hà" not in text_of(client.get(page("listing")))


def test_the_answer_to_an_erasure_says_what_stays_before_it_is_sent(client, ha, quan):
    asked = a_request(kind=Kind.ERASE, person=ha)
    sign_in(client, quan)

    said = text_of(client.get(page("finishing", asked.pk)))

    assert "nhật ký đã niêm phong không sửa được" in said
    assert "Không lấy lại được" in said


def test_paper_is_written_down_with_the_persons_account(client, ha, quan):
    sign_in(client, quan)
    form = {"name": "Nguyễn Thị Hà", "kind": "see", "words": "Cho xem.", "received_on": "1/11/2026"}
    form |= {"unit": str(quan.roles_in_force[0].unit.pk), "contact": "xã Nhã Nam"}

    assert_kind_refusal(client.post(page("recording"), {**form, "username": "khongco"}), "Không thấy tài khoản")
    client.post(page("recording"), {**form, "username": ha.username})

    made = DataRequest.objects.get()
    assert (made.person, made.way, made.made_by) == (ha, "paper", quan)


def test_the_desk_shows_what_waits(client, ha, quan):
    a_request(kind=Kind.OBJECT, person=ha)
    sign_in(client, quan)

    assert "Nguyễn Thị Hà Trả lời đã nhận" in text_of(client.get("/ban-viec/"))
    sign_in(client, ha)
    assert "Yêu cầu về dữ liệu cá nhân" not in text_of(client.get("/ban-viec/"))


def test_a_list_of_many_requests_costs_few_queries(client, quan, django_assert_max_num_queries):
    for _number in range(12):
        a_request(kind=Kind.OBJECT, person=an_officer(at=quan.roles_in_force[0].unit))
    sign_in(client, quan)

    with django_assert_max_num_queries(10):
        client.get(page("listing"))


def test_own_details_are_corrected_from_ones_own_page(client, ha):
    sign_in(client, ha)

    client.post(page("correcting"), {"full_name": ha.full_name, "email": "ha@example.vn"}, follow=True)

    assert Person.objects.get(pk=ha.pk).email == "ha@example.vn"
    assert_kind_refusal(
        client.post(page("correcting"), {"full_name": ha.full_name, "email": "ha@example.vn"}), "Chưa có gì thay đổi"
    )
