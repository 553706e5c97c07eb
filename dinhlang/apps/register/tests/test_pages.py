"""The pages: the tree through time, a unit's life, acts with their preview, groups, tables."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dinhlang.apps.people.tests.factories import an_administrator
from dinhlang.apps.register import public as register
from dinhlang.apps.register.models import PendingImport
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import (
    TODAY,
    a_body,
    a_committee,
    a_commune,
    a_district,
    a_province,
    a_village,
)
from dinhlang.base import clock

REFORM = date(2025, 7, 1)


@pytest.fixture
def province(db):
    return a_province("Bắc Ninh", code="24")


@pytest.fixture
def quan(client, province):
    person = an_administrator(at=province)
    client.force_login(person)
    return person


def text(answer):
    return " ".join(answer.content.decode().split())


class TestReading:
    def test_the_tree_shows_how_much_stands_under_each_top(self, client, quan, province):
        a_commune("Nhã Nam", parent=province)

        page = text(client.get("/don-vi/"))

        assert "Tỉnh Bắc Ninh" in page
        assert "1 xã, phường, đặc khu" in page

    def test_the_tree_of_an_old_day_says_that_it_is_old(self, client, quan, province):
        commune = a_commune("Tân Trung", code="A", parent=province)
        units.change_unit(commune, day=REFORM, name="Nhã Nam", today=TODAY)

        page = text(client.get("/don-vi/24/?ngay=30/06/2025"))

        assert "Xã Tân Trung" in page and "Xã Nhã Nam" not in page
        assert "không phải hôm nay" in page
        assert "/don-vi/A/?ngay=2025-06-30" in page

    def test_a_day_that_makes_no_sense_is_today(self, client, quan, province):
        assert client.get("/don-vi/?ngay=hôm kia").status_code == 200
        assert client.get("/don-vi/24/?ngay=99/99/9999&page=minus").status_code == 200

    def test_a_unit_tells_what_it_was_and_what_it_became(self, client, quan, province):
        one, two = a_commune("Tân Trung", code="A", parent=province), a_commune("An Dương", code="B", parent=province)
        register.merge_units(
            [one, two],
            into=register.NewUnit("Nhã Nam", "commune", "xã", "C"),
            day=REFORM,
            by=quan,
            now=clock.now(),
            basis="Nghị quyết 1658",
        )

        new, old = text(client.get("/don-vi/C/")), text(client.get("/don-vi/A/"))

        assert "Được hình thành từ" in new and "xã Tân Trung" in new and "Nghị quyết 1658" in new
        assert "Trở thành" in old and "xã Nhã Nam" in old
        assert "đơn vị này không tồn tại" in old

    def test_a_list_is_filtered_without_marks(self, client, quan, province):
        a_commune("Nhã Nam", parent=province)
        a_commune("Tân Yên", parent=province)

        page = text(client.get("/don-vi/24/?q=nha"))

        assert "Xã Nhã Nam" in page and "Xã Tân Yên" not in page

    def test_a_list_with_two_kinds_can_be_narrowed(self, client, quan, province):
        a_commune("Nhã Nam", parent=province)
        a_district("Lạng Giang", parent=province)

        page = text(client.get("/don-vi/24/?loai=district"))

        assert "Huyện Lạng Giang" in page and "Xã Nhã Nam" not in page

    def test_posts_stand_under_their_bodies(self, client, quan, province):
        commune = a_commune("Nhã Nam", code="A", parent=province)
        a_body("Phòng Kinh tế", parent=a_committee(of=commune))

        page = text(client.get("/don-vi/A/"))

        assert page.index("UBND xã Nhã Nam") < page.index("Phòng Kinh tế")

    def test_the_pages_ask_few_questions_however_long_they_are(
        self, client, quan, province, django_assert_max_num_queries
    ):
        for number in range(30):
            commune = a_commune(f"Xã {number}", parent=province)
            a_village(parent=commune)

        with django_assert_max_num_queries(10):
            client.get("/don-vi/")
        with django_assert_max_num_queries(26):
            client.get("/don-vi/24/")


class TestActing:
    def test_nothing_happens_before_the_second_sending(self, client, quan, province):
        commune = a_commune("Tân Trung", code="A", parent=province)
        a_committee(of=commune)
        told = {"name": "Nhã Nam", "day": "01/07/2025", "basis": "Nghị quyết 1658"}

        page = text(client.post("/don-vi/A/doi-ten/", told))

        commune.refresh_from_db()
        assert commune.name == "Tân Trung"
        assert "UBND xã Tân Trung cũng đổi tên theo." in page
        assert 'name="da-xem"' in page and 'value="Nhã Nam"' in page

        answer = client.post("/don-vi/A/doi-ten/", {**told, "da-xem": "1"})

        commune.refresh_from_db()
        assert (answer.status_code, commune.name) == (302, "Nhã Nam")

    def test_a_refusal_stands_beside_its_field_and_nothing_typed_is_lost(self, client, quan, province):
        a_commune("Nhã Nam", code="A", parent=province)

        page = text(client.post("/don-vi/A/doi-ten/", {"name": "Nhã Nam", "day": "hôm qua"}))
        again = text(client.post("/don-vi/A/doi-ten/", {"name": "Nhã Nam", "day": "01/07/2025"}))

        assert "Chưa đọc được ngày này" in page and 'value="Nhã Nam"' in page
        assert "Đây đã là tên của đơn vị" in again

    @pytest.mark.parametrize(
        ("asked", "begun"),
        [
            ({"ten": "Đồi", "hinh-thuc": "thôn", "loai": "village"}, ("Đồi", "thôn", "village")),
            ({"ten": " Sở  Y tế\n", "loai": "department"}, ("Sở Y tế", None, "department")),
            ({"ten": "Cả nước", "loai": "country"}, ("Cả nước", None, None)),
            ({"ten": "<script>", "loai": "<script>", "day": "1/1/1900"}, ("<script>", None, None)),
            ({"ten": "A" * 10_000, "hinh-thuc": "b" * 10_000}, ("A" * 200, "b" * 40, None)),
            ({"loai": "village"}, (None, None, "village")),
        ],
    )
    def test_a_new_unit_begins_with_what_the_address_says_and_nothing_is_done_by_it(
        self, client, quan, province, asked, begun
    ):
        number = units.Unit.objects.count()

        answer = client.get("/don-vi/24/them/", asked)

        form, page = answer.context["form"], answer.content.decode()
        assert tuple(form[name].value() for name in ("name", "form", "kind")) == begun
        assert form["day"].value() == clock.today()
        assert units.Unit.objects.count() == number and 'value="<script>"' not in page

    def test_an_address_changes_no_other_act_and_nothing_that_was_typed(self, client, quan, province):
        renaming = client.get("/don-vi/24/doi-ten/?ten=Khác").context["form"]
        typed = client.post("/don-vi/24/them/?ten=Khác", {"name": "Gõ", "kind": "commune", "day": "hôm qua"})

        assert renaming["name"].value() is None
        assert typed.context["form"]["name"].value() == "Gõ"

    def test_a_twin_is_asked_about_once(self, client, quan, province):
        a_commune("Nhã Nam", parent=province)
        told = {"name": "Nhã Nam", "kind": "commune", "form": "xã", "day": "20/11/2026"}

        asked = text(client.post("/don-vi/24/them/", told))
        client.post("/don-vi/24/them/", {**told, "twin_is_meant": "on", "da-xem": "1"})

        assert "Đúng là một đơn vị khác cùng tên" in asked
        assert units.Unit.objects.filter(name="Nhã Nam").count() == 2

    def test_a_merge_says_what_happens_to_everything_below(self, client, quan, province):
        one, _two = a_commune("Tân Trung", code="A", parent=province), a_commune("An Dương", code="B", parent=province)
        a_village("Đồi", parent=one)
        a_body(parent=a_committee(of=one))
        told = {"others": "xã An Dương", "name": "Nhã Nam", "form": "xã", "code": "C", "day": "01/07/2025"}

        page = text(client.post("/don-vi/A/sap-nhap/", told))
        client.post("/don-vi/A/sap-nhap/", {**told, "da-xem": "1"})

        assert "thôn Đồi chuyển sang xã Nhã Nam." in page
        assert "UBND xã Tân Trung kết thúc, cùng 1 đơn vị bên dưới." in page
        assert [v.full_name for v in units.children_of(units.Unit.objects.get(code="C"), day=REFORM)] == ["thôn Đồi"]

    def test_one_unit_goes_into_another_by_naming_it_once(self, client, quan, province):
        one, _two = a_commune("Nhỏ", code="A", parent=province), a_commune("Lớn", code="B", parent=province)
        told = {"into": "B", "day": "20/11/2026", "basis": "Nghị quyết 9", "da-xem": "1"}

        client.post("/don-vi/A/sap-nhap/", told)

        one.refresh_from_db()
        assert not one.is_living
        page = text(client.get("/don-vi/B/"))
        assert "Tiếp nhận từ 20/11/2026" in page and "Được hình thành từ" not in page
        assert page.index("Tiếp nhận từ 20/11/2026") < page.index("Nghị quyết 9", page.index("Qua thời gian"))

    def test_a_merge_with_nobody_is_asked_with_whom(self, client, quan, province):
        a_commune("Nhỏ", code="A", parent=province)

        page = text(client.post("/don-vi/A/sap-nhap/", {"name": "Mới", "day": "20/11/2026"}))

        assert "Hãy ghi những đơn vị cùng sáp nhập" in page

    def test_a_unit_is_split_by_lines(self, client, quan, province):
        commune = a_commune("Lớn", code="A", parent=province)
        east, west = a_village("Đông", parent=commune), a_village("Tây", parent=commune)
        told = {"parts": "Lớn Đông\nLớn Tây", "day": "01/07/2025", f"fate_{east.pk}": "1", f"fate_{west.pk}": "2"}

        page = text(client.post("/don-vi/A/chia/", told))
        client.post("/don-vi/A/chia/", {**told, "da-xem": "1"})

        west.refresh_from_db()
        assert "Lập đơn vị mới: xã Lớn Đông." in page
        assert "thôn Tây chuyển sang xã Lớn Tây." in page
        assert west.parent.full_name == "xã Lớn Tây"

    def test_an_end_names_who_follows(self, client, quan, province):
        a_commune("Lớn", code="A", parent=province)
        a_commune("Nhỏ", code="B", parent=province)

        assert "Đơn vị kế thừa: xã Nhỏ." in text(
            client.post("/don-vi/A/bai-bo/", {"successors": "B", "day": "20/11/2026"})
        )
        assert "Không có đơn vị kế thừa." in text(client.post("/don-vi/A/bai-bo/", {"day": "20/11/2026"}))

    @pytest.mark.parametrize(
        ("act", "told"),
        [
            ("them", {"name": "A" * 10_000, "kind": "village"}),
            ("doi-ten", {"name": "A" * 10_000}),
            ("dinh-chinh", {"name": "A" * 10_000, "reason": "gõ nhầm"}),
            ("chia", {"parts": "Một\n" + "A" * 10_000}),
            ("sap-nhap", {"others": "B", "name": "A" * 10_000}),
        ],
    )
    def test_no_name_is_a_book(self, client, quan, province, act, told):
        a_commune("Lớn", code="A", parent=province)
        a_commune("Nhỏ", code="B", parent=province)

        page = text(client.post(f"/don-vi/A/{act}/", {**told, "day": "20/11/2026", "da-xem": "1"}))

        assert "200" in page and 'class="error"' in page

    def test_a_place_is_furnished_with_what_was_ticked(self, client, quan, province):
        commune = a_commune("Nhã Nam", code="A", parent=province)
        told = {"bodies": ["UB", "UB.VP"], "day": "01/07/2025", "da-xem": "1"}

        client.post("/don-vi/A/lap-bo-may/", told)

        assert [v.name for v in units.children_of(commune, day=REFORM)] == ["UBND xã Nhã Nam"]
        assert units.Unit.objects.filter(code="A.UB.VP").exists()

    @pytest.mark.parametrize(
        ("act", "told"),
        [
            ("doi-hinh-thuc", {"form": "phường"}),
            ("chuyen", {"parent": "24B"}),
            ("bai-bo", {"successors": ""}),
            ("dinh-chinh", {"name": "Nhã Lam", "form": "xã", "reason": "gõ nhầm"}),
        ],
    )
    def test_each_act_goes_from_form_to_preview_to_done(self, client, quan, province, act, told):
        a_commune("Nhã Nam", code="A", parent=province)
        a_district("Tân Yên", code="24B", parent=province)
        told = {"day": "20/11/2026", **told}

        assert client.get(f"/don-vi/A/{act}/").status_code == 200
        assert "da-xem" in text(client.post(f"/don-vi/A/{act}/", told))
        assert client.post(f"/don-vi/A/{act}/", {**told, "da-xem": "1"}).status_code == 302

    def test_households_are_counted_in_a_village(self, client, quan, province):
        village = a_village(code="T", parent=a_commune(parent=province))

        client.post("/don-vi/T/so-ho/", {"day": "01/01/2026", "households": "214", "basis": "Báo cáo", "da-xem": "1"})

        assert units.households_on(village, day=TODAY) == 214
        assert "214" in text(client.get("/don-vi/T/"))

    def test_an_act_that_does_not_fit_is_not_found(self, client, quan, province):
        a_commune(code="A", parent=province)

        assert client.get("/don-vi/A/so-ho/").status_code == 404
        assert client.get("/don-vi/A/bay/").status_code == 404

    def test_an_unknown_unit_is_named_with_the_cure(self, client, quan, province):
        a_commune(code="A", parent=province)

        page = text(client.post("/don-vi/A/chuyen/", {"parent": "Sao Hỏa", "day": "20/11/2026"}))

        assert "Không có đơn vị nào mang mã hay tên “Sao Hỏa”" in page


class TestGroups:
    def test_the_members_of_a_group_are_listed(self, client, quan, province):
        a_committee(of=a_commune("Nhã Nam", parent=province))

        page = text(client.get("/don-vi/nhom/", {"nhom": "UBND các xã, phường", "o": "24"}))

        assert "UBND xã Nhã Nam" in page and "1 đơn vị" in page

    def test_words_that_name_no_group_get_a_kind_answer(self, client, quan, province):
        page = text(client.get("/don-vi/nhom/", {"nhom": "Sở Nội vụ", "o": "24"}))

        assert "chưa hiểu cụm từ này là một nhóm" in page


class TestTables:
    def test_a_table_goes_from_upload_to_preview_to_the_tree(self, client, quan, province):
        data = "Mã định danh,Tên,Hình thức,Mã cấp trên\nA,Nhã Nam,xã,24".encode()

        answer = client.post("/don-vi/nhap/", {"upload": SimpleUploadedFile("xã.csv", data), "day": "20/11/2026"})
        preview = text(client.get(answer.url))
        done = client.post(answer.url, follow=True)

        assert "xã Nhã Nam" in preview and "Ghi cả bảng" in preview
        assert "Đã nhập: 1 đơn vị mới" in text(done)
        assert units.Unit.objects.filter(code="A").exists()
        assert not PendingImport.objects.exists()

    def test_a_faulty_table_shows_its_faults_and_how_to_mend_them(self, client, quan, province):
        data = "Mã định danh,Tên,Hình thức,Mã cấp trên\nA,Nhã Nam,xã,99".encode()

        answer = client.post("/don-vi/nhap/", {"upload": SimpleUploadedFile("x.csv", data), "day": "20/11/2026"})
        page = text(client.get(answer.url))
        told = client.get(f"{answer.url}loi/").content.decode()

        assert "Không có đơn vị mã 99" in page and "Ghi cả bảng" not in page
        assert "2,Mã cấp trên,Không có đơn vị mã 99" in told
        assert client.post(answer.url).status_code == 409
        assert not units.Unit.objects.filter(code="A").exists()

    def test_a_file_that_is_no_table_is_refused_beside_the_field(self, client, quan):
        answer = client.post("/don-vi/nhap/", {"upload": SimpleUploadedFile("x.csv", b"a,b"), "day": "20/11/2026"})

        assert "Thiếu cột" in text(answer)

    @pytest.mark.parametrize("kind", ["csv", "xlsx"])
    def test_a_branch_is_exported(self, client, quan, province, kind):
        a_commune("Nhã Nam", code="A", parent=province)

        answer = client.get(f"/don-vi/xuat/?o=24&dang={kind}&ngay=20/11/2026")

        data = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert f'filename="don-vi-24-2026-11-20.{kind}"' in answer["Content-Disposition"]
        assert kind == "xlsx" or "Nhã Nam" in data.decode()
