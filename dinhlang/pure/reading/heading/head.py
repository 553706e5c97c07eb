"""The top of a document: motto, number, place and date, and the bodies above them, in whatever order they were read."""

import datetime as dt
import re
from dataclasses import dataclass, field

from dinhlang.pure.reading.day import DAY, day_of, digits
from dinhlang.pure.reading.heading.form import Found
from dinhlang.pure.reading.heading.lettering import FREQUENT
from dinhlang.pure.reading.heading.words import BODY_WORDS, ORGAN, PLACE_WORDS, kind_of_symbol
from dinhlang.pure.reading.sheet import Line, Sheet, Span, is_capitals, tidy, within
from dinhlang.pure.viet import fold

_MOTTO = re.compile(
    r"c[o0]ng\s+h[o0]a\s+xa\s+h[o0]i(?:\s+ch\S{1,2}\s+ngh?\S?a\s+vi[ec]t\s+n\S{1,2}\b)?|ch[uo]\s+ngh?[il1]a\s+vi[ec]t\s+n\S{1,2}\b|"
    r"\bc\S{2,4}\s+h\S{1,3}\s+x\S{0,2}\s+h\S{1,2}\s+ch\S{1,2}\s+n\S{2,4}\s+v\S{2,4}\s+n\S{1,2}\b|"
    r"\bd\S{1,2}\s*l\S{1,2}\W{1,6}t\S\s*d\S\W{1,6}[a-z]{3,4}\s*[a-z]{3,4}\b|dang\s+cong\s+san\s+viet\s+nam\b"
)
_DIGITS = r"[\doil|!]"
_SYMBOL = r"[a-z][a-z0-9&]{0,24}(?:\s?[-/.]\s?[a-z][a-z0-9&]{0,24}){0,7}"
_NUMBER = re.compile(
    rf"(?<![a-z])s[o0](?![a-z])\s?[:;.]?\s*(?P<no>(?:{_DIGITS} ?){{0,6}}[a-z]?|[^\n|/]{{0,24}}?)"
    rf"(?:\s*/\s*(?P<year>(?:19|20)\d\d))?(?P<sep>\s*/\s*|\s*-\s*)(?P<symbol>{_SYMBOL})"
)
_LONE_NUMBER = re.compile(
    rf"(?<![a-z])s[o0]\s?[:;.]\s*(?P<no>{_DIGITS}{{1,6}}[a-z]?)(?=\s*(?:\n|\||$|\s{{3}}))", re.MULTILINE
)
_LONE_SYMBOL = re.compile(rf"(?:^|(?<=[\n|]))\s*(?P<symbol>/\s*{_SYMBOL})", re.MULTILINE)
_BARE_NUMBER = re.compile(
    rf"(?:^|(?<=[\n|]))\S{{0,3}}[:.]?\s*(?P<no>\d{{1,5}})(?P<sep>\s?[/-]\s?)(?P<symbol>{_SYMBOL})", re.MULTILINE
)
_NOISE = re.compile(
    r"cong\s*bao|thoi gian ky|ky boi|nguoi ky|co quan:|email|ngay ky|source\b|\(?du thao|hoa toc|thuong khan|"
    r"^\W*(?:mat|toi mat|tuyet mat|khan)\W*$|^v\s?/\s?v\b|^kinh gui|^so\s?[:.]?\W*$|^so\s?[:.]?\s*\d|^so (?:hieu|"
    r"ky hieu)|^loai van ban|^noi ban hanh|^ngay ban hanh|^\W*(?:page|trang)\s*\d|^mau\b|"
    r"^thoi gian|^ngay\b|^luu hanh|^cong thong tin|\+0?7:?00"
)
_STAMP = re.compile(r"(?:thoi gian ky|ngay ky|ky ngay|date)\W{0,4}(?P<d>\d\d?)[./-](?P<m>\d\d?)[./-](?P<y>\d{4})")
_ATTACHED_NUMBER = re.compile(
    rf"kem\s+theo\s+(?:quyet dinh|nghi quyet|cong van|ke hoach|thong bao|"
    rf"chuong trinh)\s+so\s*:?\s*(?P<no>\d+)(?P<sep>\s?[/-]\s?)(?P<symbol>{_SYMBOL})"
)
_PLACE = re.compile(r"[^\W_][^,;:|\n]{0,48}$")


@dataclass
class Head:
    """What was read above the title, and which characters it took."""

    number: Found = field(default_factory=Found)
    symbol: str = ""
    date: Found = field(default_factory=Found)
    place: Found = field(default_factory=Found)
    bodies: list[Found] = field(default_factory=list)
    taken: list[Span] = field(default_factory=list)


def read_head(sheet: Sheet, end: int) -> Head:
    """Read everything above the title, which begins at `end`."""
    head = Head()
    for found in _MOTTO.finditer(sheet.flat, 0, end):
        head.taken.append(found.span())
    head.taken += _spoilt_motto(sheet, end, head.taken)
    _read_number(sheet, end, head)
    _read_date(sheet, end, head)
    head.bodies = _bodies(sheet, end, head.taken)
    return head


_MOTTO_PARTS = (
    ("cong", "conghoaxahoi", 2),
    ("cong", "conghoaxahoichunghiavietnam", 6),
    ("chu", "chunghiavietnam", 4),
    ("doc", "doclaptudohanhphuc", 4),
)
_WORD = re.compile(r"[^\s|]+")


def _spoilt_motto(sheet: Sheet, end: int, taken: list[Span]) -> list[Span]:
    """Find the motto where a scanner spoilt letters or lost spaces: a few words that together nearly spell it."""
    found: list[Span] = []
    for line in sheet.lines:
        if line.start >= end or line.end - line.start > 160:
            break
        words = [word.span() for word in _WORD.finditer(sheet.flat, line.start, min(line.end, end))]
        free = [word for word in words if not any(first < word[1] and word[0] < last for first, last in taken)]
        found += filter(None, (_motto_from(sheet, free[at : at + 9]) for at in range(len(free))))
    return found


def _motto_from(sheet: Sheet, words: list[Span]) -> Span | None:
    """Return the words from here that come nearest to a part of the motto, if any come near."""
    letters, best = "", (99, None)  # type: tuple[str, tuple[int, Span | None]]
    for start, stop in words:
        letters += re.sub(r"[^a-z]", "", sheet.flat[start:stop])
        for first, part, most in _MOTTO_PARTS:
            near = abs(len(letters) - len(part)) <= most and within(letters[: len(first)], first, 1)
            wrong = next((few for few in range(most + 1) if within(letters, part, few)), 99) if near else 99
            if wrong < best[0]:
                best = wrong, (words[0][0], stop)
    return best[1]


def has_motto(sheet: Sheet, end: int) -> bool:
    """Does the motto of the state or the party stand at the top?"""
    return _MOTTO.search(sheet.flat, 0, end) is not None


def number_of_the_decision(sheet: Sheet, head: Head) -> None:
    """A plan without a head of its own tells the number of the decision it came with."""
    if head.number or head.symbol:
        return
    found = _ATTACHED_NUMBER.search(sheet.flat)
    if not found:
        return
    head.number = Found(
        _written(sheet, found),
        (found.span("no") + found.span("symbol"),)[:0] or ((found.start("no"), found.end("symbol")),),
        0.5,
    )
    if not head.date.value and (on := DAY.search(sheet.flat, found.end(), found.end() + 60)) and (day := day_of(on)):
        head.date = Found(day.isoformat(), (on.span(),), 0.5)


def _written(sheet: Sheet, found: re.Match[str]) -> str:
    """Put a number together as an official writes it: no spaces, digits where letters were misread for digits."""
    number = digits(found["no"].rstrip("abcdefgh ")) if found["no"] else None
    letters = sheet.text[found.start("no") : found.end("no")].strip()
    printed = "".join(found["no"].split())
    clean = printed.translate(str.maketrans("oil|!", "01111")) if number is not None else letters
    if letters[-1:].isalpha() and printed[-1:] not in "oil":
        clean = clean[:-1] + letters[-1]
    groups = found.groupdict()
    year = f"/{groups['year']}" if groups.get("year") else ""
    separator = "/" if "/" in found["sep"] else "-"
    return clean + year + separator + symbol_of(sheet, found)


def symbol_of(sheet: Sheet, found: re.Match[str]) -> str:
    """Return the letters of a number, without spaces."""
    symbol = "".join(sheet.text[found.start("symbol") : found.end("symbol")].split())
    return re.sub(r"[–—‑]", "-", symbol).replace("Ð", "Đ").lstrip("/")


def _read_number(sheet: Sheet, end: int, head: Head) -> None:
    """Take the first number that stands whole; else the first that is blank or spoilt; else one torn apart."""
    candidates = [
        found
        for found in _NUMBER.finditer(sheet.flat, 0, end)
        if _is_symbol(sheet, found) and not _in_stamp(sheet, found.start() + 1)
    ]
    if not candidates:
        _read_torn_number(sheet, end, head)
        return
    found = next((one for one in candidates if _number_in(one) is not None), candidates[0])
    head.symbol = symbol_of(sheet, found)
    head.taken += [one.span() for one in candidates]
    if _number_in(found) is None:
        head.number = Found(None, (found.span(),), 0.4 if found["no"].strip(" .…_-") else 0.9)
        return
    clean = found["no"].strip().isdigit()
    head.number = Found(_written(sheet, found), ((found.start("no"), found.end()),), 0.98 if clean else 0.8)


def _number_in(found: re.Match[str]) -> int | None:
    return digits(found["no"].rstrip("abcdefgh "))


def _read_torn_number(sheet: Sheet, end: int, head: Head) -> None:
    """ "Số: 447" here and "/KH-UBND" three lines below; or "31/KH-UBND" without "Số"."""
    lone = _LONE_NUMBER.search(sheet.flat, 0, end)
    tail = _LONE_SYMBOL.search(sheet.flat, 0, end)
    if lone:
        head.taken.append(lone.span())
    if tail:
        head.taken.append(tail.span())
        head.symbol = symbol_of(sheet, tail)
    if lone and tail:
        digits_printed = str(lone["no"]).translate(str.maketrans("oil|!", "01111"))
        head.number = Found(f"{digits_printed}/{head.symbol}", (lone.span("no"), tail.span("symbol")), 0.85)
        return
    bare = _BARE_NUMBER.search(sheet.flat, 0, end)
    if bare and not head.symbol and kind_of_symbol(bare["symbol"]):
        head.symbol = symbol_of(sheet, bare)
        head.taken.append(bare.span())
        head.number = Found(_written(sheet, bare), ((bare.start("no"), bare.end()),), 0.75)


def _is_symbol(sheet: Sheet, found: re.Match[str]) -> bool:
    """The letters of a number are capitals: "KH-UBND", "QĐ-TTg"; a stray "so -" in a sentence is not."""
    symbol = sheet.text[found.start("symbol") : found.end("symbol")]
    return symbol[:1].isupper() and (len(symbol) > 1 or symbol.isupper())


def _read_date(sheet: Sheet, end: int, head: Head) -> None:
    found = next((one for one in DAY.finditer(sheet.flat, 0, end) if not _in_stamp(sheet, one.start())), None)
    stamp = _stamped(sheet, end)
    if found:
        day = day_of(found)
        confidence = 0.97 if day else 0.8
        if day is None and stamp and _agrees(found, stamp[0]):
            day, confidence = stamp[0], 0.7
        head.date = Found(day.isoformat() if day else None, (found.span(),), confidence)
        head.place = _place(sheet, found.start(), head.taken)
        head.taken.append(found.span())
        head.taken.extend(head.place.spans)
    elif stamp:
        head.date = Found(stamp[0].isoformat(), (stamp[1],), 0.6)


def _stamped(sheet: Sheet, end: int) -> tuple[dt.date, Span] | None:
    """Return the day of an electronic signature, the last of several, above or below the text."""
    size = len(sheet.flat)
    found = [*_STAMP.finditer(sheet.flat, 0, end), *_STAMP.finditer(sheet.flat, max(end, size - 3000))]
    for one in found:
        day = day_of_stamp(one)
        if day:
            return day, one.span()
    return None


def day_of_stamp(found: re.Match[str]) -> dt.date | None:
    """Return the day on a stamp, if there is such a day."""
    try:
        return dt.date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None


def _agrees(found: re.Match[str], day: dt.date) -> bool:
    """May a blank or spoilt printed date be the day on the stamp?"""
    month, year = digits(found["month"] or ""), digits(found["year"] or "")
    return month in (None, day.month) and year in (None, day.year) and (month is not None or year is not None)


def _in_stamp(sheet: Sheet, at: int) -> bool:
    line = sheet.flat[sheet.flat.rfind("\n", 0, at) + 1 : at]
    return bool(re.search(r"thoi gian ky|cong\s*bao|ky\s*$", line))


def _place(sheet: Sheet, at: int, taken: list[Span]) -> Found:
    """Return the words before the date, up to whatever else was read on the line."""
    floor = max((last for _, last in taken if last <= at), default=0)
    before = sheet.flat[max(floor, at - 120) : at]
    start = max(floor, at - 120)
    stop = start + len(before.rstrip(" ,.\n\t|"))
    if before[stop - start :].count("\n") > 2:
        return Found()
    found = _PLACE.search(sheet.flat[:stop], max(start, 0))
    if not found:
        return Found()
    first = found.start()
    value = sheet.value(first, stop).strip(" ,.")
    if (
        not value
        or not value[0].isupper()
        or len(value.split()) > 7
        or _is_motto(value)
        or re.search(r"(?i)\bsố\b|/", value)
    ):
        return Found()
    return Found(value, ((first, stop),), 0.95)


def _is_motto(value: str) -> bool:
    return bool(re.search(r"(?i)hạnh phúc|việt nam$", value))


def _bodies(sheet: Sheet, end: int, taken: list[Span]) -> list[Found]:
    """Return the bodies printed above the number, the highest first."""
    parts: list[tuple[Span, str]] = []
    for line in sheet.lines:
        if line.start >= end:
            break
        for span in _left_over(line, end, taken):
            words = sheet.value(*span).strip(" .,:;/-–_'\"~+=<>()[]{}’‘“”•")
            if words and _may_be_a_body(sheet, span, words):
                parts.append((span, words))
    return _grouped(parts)


def _left_over(line: Line, end: int, taken: list[Span]) -> list[Span]:
    """Return what remains of a line when motto, number and date are taken away."""
    left = [(line.start, min(line.end, end))]
    for first, last in taken:
        left = (
            [
                piece
                for start, stop in left
                for piece in ((start, min(stop, first)), (max(start, last), stop))
                if piece[1] - piece[0] > 1 and (piece == (start, stop) or piece[0] < piece[1])
            ]
            if any(first < stop and start < last for start, stop in left)
            else left
        )
    return left


def _may_be_a_body(sheet: Sheet, span: Span, words: str) -> bool:
    flat = " ".join(sheet.flat[span[0] : span[1]].split())
    if _NOISE.search(flat) or _MOTTO.search(flat) or not any(map(str.isalpha, words)):
        return False
    return (
        is_capitals(words)
        or _is_frequent(flat)
        or bool(re.match(rf"(?:{BODY_WORDS}|{PLACE_WORDS}\b)", flat) and words[:1].isupper())
    )


_OPEN = re.compile(
    r"(?:\bva|&|,|\bve|\bcua|\bthuoc|-|^van phong|^ban chi dao|^ban quan ly|^hoi dong|^uy ban|^to cong tac|^ban|"
    r"^bo chi huy|"
    r"^ban chi huy|^trung tam|^cong ty|^truong|^doan|^hoi|^thuong truc|\bthuc hien|\bcong tac|^uy ban thuong vu)$"
)


def _grouped(parts: list[tuple[Span, str]]) -> list[Found]:
    """Put lines together to names: "ỦY BAN NHÂN DÂN" + "TỈNH BẮC NINH" is one, "SỞ NỘI VỤ" begins another."""
    groups: list[list[tuple[Span, str]]] = []
    for span, words in parts:
        plain = _flat_words(words)
        opens = _opens(plain)
        if not groups:
            if opens:
                groups.append([(span, words)])
            continue
        last = _flat_words(" ".join(word for _, word in groups[-1]))
        if opens and not _OPEN.search(last) and not re.match(r"(?:ban|tt|quan)\b(?! \S+ \S+)", plain):
            groups.append([(span, words)])
        else:
            groups[-1].append((span, words))
    return [
        Found(tidy(" ".join(words for _, words in group)), tuple(span for span, _ in group), 0.9) for group in groups
    ]


def _opens(plain: str) -> bool:
    """Does a name of a body begin here?"""
    return re.match(BODY_WORDS, plain) is not None or _is_frequent(plain)


def _is_frequent(plain: str) -> bool:
    return any(within(plain[: len(name)], name, 2) or within(plain[: len(name) + 1], name, 2) for name in FREQUENT)


def _flat_words(words: str) -> str:
    return fold(words) if not re.search(r"[-&,]$", words) else fold(words) + words[-1]


def issuer_and_superior(bodies: list[Found]) -> tuple[Found, Found]:
    """The last body issues, the one above it is its superior; a standing board belongs to the body above it."""
    if not bodies:
        return Found(), Found()
    issuer, above = bodies[-1], bodies[:-1]
    organ = ORGAN.fullmatch(_flat_words(issuer.value or "")) if above else None
    if organ:
        whole = above.pop()
        words = (issuer.value or "").split()
        size = len(organ["organ"].split())
        named = [*words[:size], whole.value or "", *words[size:]]
        issuer = Found(" ".join(named), whole.spans + issuer.spans, issuer.confidence)
    return issuer, above[-1] if above else Found()
