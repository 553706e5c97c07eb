"""The words by which a document's frame is known, in small letters without marks."""

import re

from dinhlang.pure.reading.sheet import within

KINDS = {  # what stands alone in capitals above the title; longer names first where one begins another
    "ke hoach lien tich": "KHLT", "ke hoach hanh dong": "KH", "ke hoach": "KH", "quyet dinh": "QĐ",
    "nghi quyet lien tich": "NQLT", "nghi quyet": "NQ", "chi thi": "CT", "bao cao": "BC",
    "thong bao ket luan": "TB", "thong bao": "TB", "thong tri": "TT", "huong dan lien tich": "HDLT", "huong dan": "HD",
    "chuong trinh hanh dong": "CTr", "chuong trinh cong tac": "CTr", "chuong trinh phoi hop": "CTr",
    "chuong trinh": "CTr", "to trinh": "TTr", "cong dien": "CĐ", "phuong an": "PA", "de an": "ĐA", "quy che": "QC",
    "quy dinh": "QyĐ", "bien ban": "BB", "thong tu lien tich": "TTLT", "thong tu": "TT", "nghi dinh": "NĐ",
    "ket luan": "KL", "giay moi": "GM", "du an": "DA", "quy uoc": "QƯ", "luat": "Luật", "noi quy": "NQy",
    "lich cong tac": "L", "loi keu goi": "LKG", "cong van": "CV",
}  # fmt: skip
LETTER = "CV"

_SYMBOLS = {code.lower(): code for code in KINDS.values()} | {
    "khlt": "KHLT", "qd": "QĐ", "cd": "CĐ", "da": "ĐA", "nd": "NĐ", "ctr": "CTr", "ctrhd": "CTr", "ttr": "TTr",
    "lt": "KH", "ctpt": "CTr", "ctrph": "CTr",
}  # fmt: skip


def kind_of_symbol(symbol: str) -> str | None:
    """Return the kind that the symbol of a number begins with: "KH-UBND" is a plan, "UBND-VP" a letter."""
    first = re.split(r"[-/.& ]+", symbol.strip())[0].lower().replace("đ", "d")
    return _SYMBOLS.get(first)


STARTER = re.compile(
    r"(?:can cu|theo de nghi|xet de nghi|xet to trinh|xet|thuc hien|trien khai|tiep tuc thuc hien|tren co so|"
    r"thi hanh|thi theo|theo (?:ket luan|chi dao|y kien|noi dung|cong van|huong dan|ke hoach|quyet dinh)|"
    r"can cu vao)\b"
)
STRONG_STARTER = re.compile(r"(?:can\s*cu|c[a-z]n cu|theo de nghi|xet de nghi|xet to trinh|xet)\b")
CITED_KIND = (
    r"(?:luat|bo luat|phap lenh|hien phap|nghi quyet|nghi dinh|quyet dinh|chi thi|ke hoach|chuong trinh|cong van|"
    r"thong tu|huong dan|ket luan|thong bao|thong tri|cong dien|to trinh|bao cao|van ban|de an|quy dinh|quy che|"
    r"dieu le|phuong an|lenh|bien ban)"
)
WEAK_STARTER = re.compile(
    r"(?:tiep tuc |trien khai |to chuc )?(?:thuc hien|trien khai|thi hanh)(?: (?:theo|cac|noi dung|tinh than|y kien|"
    r"chi dao|su chi dao|chi dao cua|va|hieu qua|co hieu qua|trien khai|thuc hien))* " + CITED_KIND + r"\b"
)

BODY_WORDS = (
    r"(?:uy ban|ubnd|ub mttq|ubmttq|ub|hoi dong|hdnd|so|bo|phong|ban(?! hanh)|mat tran|mttq|chi cuc|cuc|tong cuc|"
    r"trung tam|"
    r"truong|vien|van phong|dang uy|dang bo|chi bo|tinh uy|thanh uy|huyen uy|quan uy|thi uy|lien doan|cong doan|"
    r"hoi(?! nghi)|"
    r"doan|cong an|chinh phu|thu tuong|quoc hoi|toa an|tand|vien kiem sat|vksnd|tieu ban|to(?! chuc)|hop tac xa|"
    r"htx|lien minh htx|cong ty|"
    r"tap doan|quan chung|thanh tra|benh vien|tram y te|kho bac|bao hiem|ngan hang|dai|bao(?! cao)|chu tich|"
    r"tong lien doan|"
    r"lien minh|lien hiep|thon|khu pho|hat kiem lam|bch|bcd|btt|thuong truc|doan dai bieu|kiem toan|quy (?!che|dinh|"
    r"uoc)|"
    r"tong cong ty|tinh doan|thanh doan|huyen doan|xa doan|bo chi huy|ban chi huy|chi nhanh|nha van hoa|thu vien|"
    r"bao tang|"
    r"hoc vien|dhqg|dai hoc|trung uong|bchqs|ban qlda|vuon quoc gia|thi doan|quan doan|phuong doan|cum thi dua|khoi)\b"
)
PLACE_WORDS = (
    r"(?:tinh|thanh pho|tp|huyen|quan|thi xa|tx|thi tran|tt|xa|phuong|dac khu|thon|ban|khu pho|ap|to dan pho|khu vuc)"
)
ORGAN = re.compile(
    r"(?P<organ>ban thuong truc|ban chap hanh|ban thuong vu|thuong truc|ban giam doc|btt|bch|ban giam hieu)"
    rf"(?: {PLACE_WORDS} \S+(?: \S+){{0,4}})?"
)

ISSUES = re.compile(
    r"\b(?:ban hanh|xay dung|trien khai|to chuc|de ra|lap|yeu cau|bao cao|huong dan|thong bao|de nghi|chi dao|"
    r"thong nhat|phe duyet|xin bao cao|quyet dinh|phat dong)\b"
)

POSTS = (
    r"(?:(?:pho |quyen |nguyen )?(?:chu tich nuoc|chu tich quoc hoi|chu tich|chu nhiem|tong giam doc|giam doc|"
    r"tong bi thu|"
    r"bi thu|thu tuong|bo truong|thu truong|tong cuc truong|chi cuc truong|cuc truong|vu truong|chanh van phong|"
    r"chanh thanh tra|chanh an|truong phong|truong ban|truong tieu ban|truong doan|to truong|truong cong an|"
    r"truong thon|truong khu pho|truong khoa|truong tram|truong chi nhanh|truong dai|truong bo phan|truong trung tam|"
    r"truong hat|hieu truong|vien truong|chi huy truong|chanh chi huy|chinh uy|chinh tri vien|chi huy|doi truong|"
    r"chu toa|"
    r"tram truong|van phong|tong thu ky|tong kiem toan|thong doc|hat truong|truong co quan|thu truong co quan)|"
    r"pho hieu truong|hieu pho|pho van phong|pho chanh van phong|pho thu tuong|uy vien thuong truc|uy vien|"
    r"ke toan truong|thuong truc|"
    r"pho giam doc|ham truong phong|thu ky)"
)
POST = re.compile(POSTS + r"\b")
AUTHORITY = re.compile(
    r"(?:t\s?/?\s?m|k\s?/?\s?t|t\s?/?\s?l|t\.?u\.?q|t\.?\s?l|q)\s?[./,:;]\s*(?=[a-z])|(?:tm|kt|tl|tuq|t/m|k/t|t/l)\s+(?=[a-z])"
)

_TO = re.compile(r"[a-z0]{2,4}\s?[a-z0]{3,5}(?=\s|[:;.]|$|-)")


def recipients_word(flat: str) -> int | None:
    """Return where "nơi nhận" ends at the beginning of a line, one letter misread allowed."""
    found = _TO.match(flat)
    bare = found[0].replace(" ", "").replace("0", "o") if found else ""
    return found.end() if found and (bare == "noinhan" or (bare[-2:] != "oi" and within(bare, "noinhan", 1))) else None


APPENDIX = re.compile(r"(?:cac )?(?:phu\s*luc|bieu\s*mau|mau\s*so|bieu\s*so|phu\s*bieu|bieu\s*\d|mau\s*\d)\b")
ATTACHED = re.compile(r"\(?\s*(?:ban\s+hanh\s+)?(?:dinh\s+)?kem\s+theo\b")
SECTION = re.compile(
    r"(?:(?:phan|chuong|muc)\s+(?:thu\s+)?(?:[ivx]+|\d+|nhat|mot|hai|[a-d])\b|dieu\s*\d+\b|(?:i|l|1|a|ii)\s*[.\-/:)]\s*(?=\S)|"
    r"i\s+(?=muc dich|muc tieu|noi dung|tinh hinh|dac diem|can cu))"
)
