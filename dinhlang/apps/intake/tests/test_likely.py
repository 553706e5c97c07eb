"""What a name likely is."""

import pytest

from dinhlang.apps.intake.rules import likely_unit


@pytest.mark.parametrize(
    ("words", "name", "form", "kind"),
    [
        ("Thôn Đồi", "Đồi", "thôn", "village"),
        ("tổ dân phố số 5", "số 5", "tổ dân phố", "village"),
        ("Bản Pho", "Pho", "bản", "village"),
        ("Ban Quản lý dự án", "Ban Quản lý dự án", "", "service_unit"),
        ("Ban Chỉ đạo  thực hiện dân chủ", "Ban Chỉ đạo thực hiện dân chủ", "", "steering"),
        ("Ban Thanh tra nhân dân", "Ban Thanh tra nhân dân", "", "inspection_board"),
        ("xã Tân Trung", "Tân Trung", "xã", "commune"),
        ("UBND xã Tân Trung", "UBND xã Tân Trung", "", "people_committee"),
        ("Phòng Văn hóa – Xã hội", "Phòng Văn hóa – Xã hội", "", "department"),
        ("Sở Y tế", "Sở Y tế", "", "department"),
        ("Công an xã", "Công an xã", "", "force"),
        ("Công chức Tư pháp – Hộ tịch", "Công chức Tư pháp – Hộ tịch", "", "post"),
        ("các tổ chức liên quan", "các tổ chức liên quan", "", ""),
        ("Sông Thương", "Sông Thương", "", ""),
        ("", "", "", ""),
    ],
)
def test_the_form_and_the_kind_that_a_name_tells(words, name, form, kind):
    found = likely_unit(words)

    assert (found.name, found.form, found.kind) == (name, form, kind)


def test_departments_of_a_province_are_known():
    assert likely_unit("Sở Y tế").is_of_province and not likely_unit("Phòng Y tế").is_of_province
