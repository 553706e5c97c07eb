"""What a heading announces: purposes, targets, money, the running of a meeting, or duties."""

import re
from enum import Enum, auto

from dinhlang.pure.viet import fold


class Section(Enum):
    """What stands under a heading."""

    DUTIES = auto()
    ORGANISATION = auto()
    REPORTING = auto()
    MEETING = auto()
    SILENT = auto()
    MONEY = auto()


_LONGEST_HEADING = 150
_LONGEST_OF_ORGANISATION = 90
_SILENT = re.compile(
    r"^(?:ve )?(?:muc dich|yeu cau|quan diem|pham vi|doi tuong|nguyen tac|muc tieu|chi tieu"
    r"|cac (?:muc tieu|chi tieu)|thuc trang|tinh hinh|danh gia (?:nguy co|tinh hinh|thuc trang|chung"
    r"|ket qua)|nguy co"
    r"|ket qua (?:dat|thuc hien|nam)|khau hieu|thong diep|chu de|dac diem|boi canh|su can thiet|(?:nhung |cac )?can cu"
    r"|co so phap ly|dinh huong|giai thich|tam nhin|nhung (?:ket qua|han che|ton tai)"
    r"|han che|nguyen nhan|ton tai|thuan loi|kho khan|trinh tu|chuong trinh (?:hoi nghi|lam viec)"
    r"|noi dung hoi nghi|noi dung lay y kien$|noi dung tuyen truyen$|tieu chi|tieu chuan|cach tinh"
    r"|thanh phan ho so)"
)
_TARGETS_WITH_DUTIES = re.compile(r"nhiem vu|giai phap|noi dung thuc hien|trach nhiem")
_MONEY = re.compile(
    r"^(?:nguon |du toan |ve |bao dam |dam bao )?(?:kinh phi|nguon kinh phi|nguon von|nguon luc"
    r"|ngan sach|du toan|tai chinh|phuong an huy dong kinh phi|kinh phi va nguon luc|co so vat chat"
    r"|che do chinh sach)"
)
_ORGANISATION = re.compile(
    r"to chuc thuc hien|trach nhiem|phan cong|to chuc trien khai|^to chuc$|trien khai thuc hien$|^to chuc trien khai"
)
_REPORTING = re.compile(
    r"^(?:che do |cong tac |thuc hien che do )?(?:thong tin (?:va )?)?bao cao\b|^che do (?:thong tin|bao cao)"
)
_DUTIES = re.compile(
    r"^(?:cac )?(?:hoat dong(?: chinh| trong tam| cu the)?|nhiem vu(?: trong tam| cu the| chu yeu)?"
    r"|nhiem vu,? (?:va )?giai phap"
    r"(?: chu yeu)?|giai phap(?: chu yeu)?|cong viec cu the)$"
)
_MEETING = re.compile(
    r"^(?:thanh phan|dia diem|hinh thuc(?! kiem tra| giam sat| thuc hien)|phuong thuc(?! kiem tra| giam sat"
    r"| thuc hien)(?!.*(?:kiem tra|giam sat))|noi dung va bien ban"
    r"|noi dung trinh tu|thoi gian dia diem"
    r"|trieu tap|so luong|noi dung phuong thuc|quy trinh"
    r"|cach thuc|noi dung hinh thuc|doi tuong hinh thuc)"
)


_ANNOUNCED = ((_MONEY, Section.MONEY), (_REPORTING, Section.REPORTING))


def section_of(heading: str) -> Section | None:
    """Return what a heading announces, None when it does not tell."""
    if len(heading) > _LONGEST_HEADING:
        return None
    words = fold(heading)
    if _SILENT.match(words) and not _TARGETS_WITH_DUTIES.search(words) and "thoi gian" not in words:
        return Section.SILENT
    for form, section in _ANNOUNCED:
        if form.match(words):
            return section
    if _ORGANISATION.search(words) and len(heading) < _LONGEST_OF_ORGANISATION:
        return Section.ORGANISATION
    if _DUTIES.match(words):
        return Section.DUTIES
    return Section.MEETING if _MEETING.match(words) else None
