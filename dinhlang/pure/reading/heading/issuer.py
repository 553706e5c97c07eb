"""The issuer where the head is lost: from the authority of a decision, the issuing clause, the place."""

import re
from collections import Counter
from dataclasses import replace

from dinhlang.pure.reading.heading.form import Found, Signer
from dinhlang.pure.reading.heading.lettering import in_small_letters, place_after
from dinhlang.pure.reading.heading.words import BODY_WORDS, ISSUES
from dinhlang.pure.reading.sheet import LOWER, UPPER, Sheet, flat, is_capitals, tidy

_CLAUSE = re.compile(
    rf"(?<![^\W_])(?P<who>{BODY_WORDS}[^;.:]{{0,110}}?)\s+(?:da\s+)?(?:ban\s+hanh|xay\s+dung|lap|de\s+ra|trien\s+khai|to\s+chuc)\s+"
    r"(?:thuc\s+hien\s+)?(?:ke\s+hoach|quyet\s+dinh|chuong\s+trinh|huong\s+dan|phuong\s+an|thong\s+bao|chi\s+thi|bao\s+cao)"
)
_ORDERS = re.compile(rf"(?<![^\W_])(?P<who>{BODY_WORDS}[^;.:,]{{0,80}}?)\s+(?:yeu\s+cau|chi\s+thi|de\s+nghi)\s")
_IN_WHOSE_NAME = re.compile(r"^T\.?M\.?\s*[.,]?\s*(?=\S)")
_LEVEL_ALONE = re.compile(
    r"^(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|ub|uy ban mttq|uy ban mat tran|dang uy|bch)"
    r"(?: viet nam)?(?:\s+(tinh|thanh pho|huyen|quan|thi xa|thi tran|xa|phuong|dac khu|tp))?$"
)
_PRINTED = {
    "tinh": "tỉnh", "thanh pho": "thành phố", "huyen": "huyện", "quan": "quận", "thi xa": "thị xã",
    "thi tran": "thị trấn", "xa": "xã", "phuong": "phường", "dac khu": "đặc khu", "tp": "(?:TP|Tp)\\.?",
}  # fmt: skip


def issuer_in_the_text(sheet: Sheet, title: Found, after: int) -> Found:
    """Return the body that decides ("ỦY BAN THƯỜNG VỤ QUỐC HỘI" under the title) or that issues in the opening."""
    for line in sheet.lines:
        if line.start < after:
            continue
        printed, words = sheet.line_text(line), sheet.line_flat(line)
        if line.start - after < 400 and is_capitals(printed) and re.match(BODY_WORDS, words):
            return Found(in_small_letters(sheet, _without_chair(printed)), ((line.start, line.end),), 0.8)
        break
    window = min(after + 6000, len(sheet.flat))
    for found in _CLAUSE.finditer(sheet.flat, after, window):
        who = found.start("who")
        if sheet.text[who].isupper():
            verb = ISSUES.search(sheet.flat, who + 8, found.end("who"))
            stop = verb.start() if verb else found.end("who")
            start = _last_body(sheet, who, stop)
            return Found(sheet.value(start, stop), ((start, stop),), 0.7)
    return Found()


def issuer_who_orders(sheet: Sheet, after: int) -> Found:
    """A directive without a head: "Thủ tướng Chính phủ yêu cầu Chủ tịch Ủy ban nhân dân các tỉnh …"."""
    for found in _ORDERS.finditer(sheet.flat, after, min(after + 6000, len(sheet.flat))):
        who = found.start("who")
        if sheet.text[who].isupper():
            return Found(sheet.value(who, found.end("who")), ((who, found.end("who")),), 0.5)
    return Found()


def issuer_signed_for(sheet: Sheet, signer: Signer) -> Found:
    """A document without a head tells in whose name it was signed: "TM. ỦY BAN NHÂN DÂN XÃ TÂN AN"."""
    first = (signer.authority or "").split("\n")[0]
    found = _IN_WHOSE_NAME.match(first)
    if not found or not re.match(BODY_WORDS, flat(first[found.end() :])):
        return Found()
    return Found(in_small_letters(sheet, first[found.end() :]), (signer.span,) if signer.span else (), 0.6)


def with_its_second_line(sheet: Sheet, issuer: Found, after: int) -> Found:
    """ "ỦY BAN THƯỜNG VỤ", its second line lost, is named in full under the title: "ỦY BAN THƯỜNG VỤ QUỐC HỘI"."""
    for line in sheet.lines:
        if line.start >= after:
            printed = _without_chair(sheet.line_text(line))
            longer = flat(printed).startswith(flat(issuer.value or "") + " ")
            if issuer.value and longer and is_capitals(printed):
                return replace(issuer, value=in_small_letters(sheet, printed))
            break
    return issuer


def _without_chair(printed: str) -> str:
    return re.sub(r"^(?:PHÓ )?CHỦ TỊCH (?=ỦY BAN|UBND|UỶ BAN)", "", printed)


def _last_body(sheet: Sheet, start: int, end: int) -> int:
    """ "…của Thủ tướng Chính phủ, UBND xã ban hành": the body nearest to the verb."""
    starts = [
        found.start(1)
        for found in re.finditer(rf"(?:^|[,.]\s+)({BODY_WORDS})", sheet.flat[start:end])
        if sheet.text[start + found.start(1)].isupper()
    ]
    return start + starts[-1] if starts else start


def with_its_place(sheet: Sheet, issuer: Found, place: Found) -> Found:
    """Complete "UBND thị xã" by the place of the date, or by the name that follows the same word in the text."""
    found = _LEVEL_ALONE.match(flat(issuer.value or ""))
    if not found:
        return issuer
    level = found[1]
    if level is None:
        return _named_elsewhere(sheet, issuer)
    name = place.value or _most_named(sheet, level)
    if not name:
        return issuer
    name = re.sub(rf"(?i)^{_PRINTED[level]}\s+", "", name)
    return replace(issuer, value=f"{issuer.value} {name}", confidence=min(issuer.confidence, 0.75))


def of_its_party(issuer: Found, superior: Found) -> Found:
    """ "Đảng ủy" under "Đảng bộ xã Đồng Sen" is "Đảng ủy xã Đồng Sen"."""
    above = re.fullmatch(r"Đảng bộ (.+)", superior.value or "")
    alone = flat(issuer.value or "")
    if not above or alone not in {"dang uy", "tinh uy", "thanh uy", "huyen uy", "thi uy", "quan uy"}:
        return issuer
    name = above[1] if alone == "dang uy" else re.sub(r"^(?:tỉnh|thành phố|huyện|thị xã|quận) ", "", above[1])
    return replace(issuer, value=f"{issuer.value} {name}")


def _most_named(sheet: Sheet, level: str) -> str | None:
    names = Counter(place_after(level, sheet))
    return names.most_common(1)[0][0] if names else None


def _named_elsewhere(sheet: Sheet, issuer: Found) -> Found:
    """ "ỦY BAN NHÂN DÂN" alone, its second line lost: take "UBND xã Tân Trung" from the text."""
    pattern = re.compile(
        r"(?:UBND|[ỦU][yỷ] ban [Nn]hân dân)\s+((?:tỉnh|[Tt]hành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s+"
        rf"[{UPPER}][{LOWER}]+(?:[ -][{UPPER}][{LOWER}]*){{0,3}})"
    )
    names = Counter(tidy(found[1]) for found in pattern.finditer(sheet.text[:60000]))
    if not names or not flat(issuer.value or "").startswith(("ubnd", "uy ban nhan")):
        return issuer
    return replace(issuer, value=f"{issuer.value} {names.most_common(1)[0][0]}", confidence=0.5)
