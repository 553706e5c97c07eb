"""Lists of bodies as they are printed, and where one name ends."""

import pytest

from dinhlang.pure.reading.names import split_names

LISTS = {
    "Sở A; Sở B và UBND các huyện": ["Sở A", "Sở B", "UBND các huyện"],
    "Phòng Văn hóa và Thông tin": ["Phòng Văn hóa và Thông tin"],
    "Phòng Văn hoá, Khoa học và Thông tin, Phòng Y tế": ["Phòng Văn hoá, Khoa học và Thông tin", "Phòng Y tế"],
    "UBND các xã, phường": ["UBND các xã, phường"],
    "Ủy ban nhân dân các xã, phường, thị trấn; các cơ quan, đơn vị liên quan": [
        "Ủy ban nhân dân các xã, phường, thị trấn",
        "các cơ quan, đơn vị liên quan",
    ],
    "Các sở, ban, ngành và Công an tỉnh": ["Các sở, ban, ngành", "Công an tỉnh"],
    "Các Phòng, Ban, Trung tâm": ["Các Phòng, Ban, Trung tâm"],
    "Sở Nông nghiệp và Môi trường và Sở Tài chính": ["Sở Nông nghiệp và Môi trường", "Sở Tài chính"],
    "Văn phòng HĐND và UBND xã": ["Văn phòng HĐND và UBND xã"],
    "HĐND và Ủy ban MTTQ xã": ["HĐND", "Ủy ban MTTQ xã"],
    "Báo và Phát thanh, Truyền hình tỉnh; Sở Tư pháp": ["Báo và Phát thanh, Truyền hình tỉnh", "Sở Tư pháp"],
    "Thủ trưởng các phòng, ban, đơn vị": ["Thủ trưởng các phòng, ban, đơn vị"],
    "Các cơ quan chuyên môn thuộc huyện, đơn vị sự nghiệp và UBND các xã": [
        "Các cơ quan chuyên môn thuộc huyện",
        "đơn vị sự nghiệp",
        "UBND các xã",
    ],
    "các bộ phận chuyên môn, Công an xã, thôn": ["các bộ phận chuyên môn", "Công an xã", "thôn"],
    "Các cấp, các ngành": ["Các cấp, các ngành"],
    "Sở Công Thương (cơ quan thường trực), Sở Y tế": ["Sở Công Thương", "Sở Y tế"],
    "Sở Lao động - cơ quan thường trực": ["Sở Lao động"],
    "doanh nghiệp nhà nước, doanh nghiệp ngoài nhà nước": ["doanh nghiệp nhà nước", "doanh nghiệp ngoài nhà nước"],
    "Đồng chí Phó Chủ tịch Thường trực, phụ trách lĩnh vực Giám sát": [
        "Đồng chí Phó Chủ tịch Thường trực, phụ trách lĩnh vực Giám sát"
    ],
    "trưởng thôn, tổ trưởng dân phố": ["trưởng thôn", "tổ trưởng dân phố"],
    "": [],
    " ; , ": [],
}


@pytest.mark.parametrize("printed", LISTS)
def test_a_list_of_bodies_is_divided_as_it_is_meant(printed):
    assert split_names(printed) == LISTS[printed]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Phó Chánh Văn phòng HĐND và UBND xã, Trưởng Công an xã",
            ["Phó Chánh Văn phòng HĐND và UBND xã", "Trưởng Công an xã"],
        ),
        (
            "Trưởng thôn, Chỉ huy trưởng Ban Chỉ huy Quân sự xã",
            ["Trưởng thôn", "Chỉ huy trưởng Ban Chỉ huy Quân sự xã"],
        ),
        ("Giáo viên chủ nhiệm và Tổng phụ trách Đội", ["Giáo viên chủ nhiệm", "Tổng phụ trách Đội"]),
        ("ông Nguyễn Văn Sen, bà Lê Thị Lan", ["ông Nguyễn Văn Sen", "bà Lê Thị Lan"]),
        ("Học sinh và cha mẹ học sinh", ["Học sinh", "cha mẹ học sinh"]),
        ("trạm y tế địa phương và chính quyền xã", ["trạm y tế địa phương", "chính quyền xã"]),
        (
            "cán bộ phụ trách công tác Đội và Tổ Tư vấn học đường",
            ["cán bộ phụ trách công tác Đội", "Tổ Tư vấn học đường"],
        ),
    ],
)
def test_posts_and_bodies_beside_them(text, names):
    assert split_names(text) == names
